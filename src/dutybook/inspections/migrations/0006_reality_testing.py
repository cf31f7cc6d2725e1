"""Records drawn from a figure, and what an auditor found of each in the file."""

import django.contrib.postgres.fields
import django.db.models.deletion
import django.db.models.functions.datetime
from django.conf import settings
from django.db import migrations, models

TOGETHER = """
ALTER TABLE inspections_auditquestionset
    ADD CONSTRAINT audit_questions_of_force UNIQUE (id, force_id);
ALTER TABLE inspections_auditsample
    ADD CONSTRAINT audit_sample_of_force UNIQUE (id, force_id),
    ADD CONSTRAINT audit_sample_asks_its_forces_questions
        FOREIGN KEY (questions_id, force_id)
        REFERENCES inspections_auditquestionset (id, force_id);
ALTER TABLE inspections_auditcase
    ADD CONSTRAINT audit_case_in_its_forces_sample
        FOREIGN KEY (sample_id, force_id) REFERENCES inspections_auditsample (id, force_id),
    ADD CONSTRAINT audit_case_subject_of_force
        FOREIGN KEY (subject_id, force_id) REFERENCES ledger_subject (id, force_id);
ALTER TABLE inspections_caseaudit
    ADD CONSTRAINT case_audit_of_case UNIQUE (id, case_id),
    ADD CONSTRAINT case_audit_replaces_its_own
        FOREIGN KEY (replaces_id, case_id) REFERENCES inspections_caseaudit (id, case_id);
"""

UNDO = """
ALTER TABLE inspections_caseaudit
    DROP CONSTRAINT case_audit_replaces_its_own, DROP CONSTRAINT case_audit_of_case;
ALTER TABLE inspections_auditcase
    DROP CONSTRAINT audit_case_subject_of_force, DROP CONSTRAINT audit_case_in_its_forces_sample;
ALTER TABLE inspections_auditsample
    DROP CONSTRAINT audit_sample_asks_its_forces_questions, DROP CONSTRAINT audit_sample_of_force;
ALTER TABLE inspections_auditquestionset DROP CONSTRAINT audit_questions_of_force;
"""


class Migration(migrations.Migration):

    dependencies = [
        ('access', '0005_case_audits_are_read'),
        ('inspections', '0005_owners_and_evidence'),
        ('ledger', '0009_children_beneath'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='AuditQuestionSet',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('title', models.CharField(max_length=120)),
                ('version', models.PositiveSmallIntegerField()),
                ('questions', django.contrib.postgres.fields.ArrayField(base_field=models.CharField(max_length=300), size=None)),
                ('said_at', models.DateTimeField()),
                ('loaded_at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False)),
                ('force', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='access.force')),
                ('said_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('force', 'title', 'version'), name='audit_questions_version'), models.CheckConstraint(condition=models.Q(('title', ''), _negated=True), name='audit_questions_have_title'), models.CheckConstraint(condition=models.Q(('questions__len__gt', 0)), name='audit_questions_ask_something')],
            },
        ),
        migrations.CreateModel(
            name='AuditSample',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('duty', models.CharField(max_length=80)),
                ('day', models.DateField()),
                ('seed', models.BigIntegerField()),
                ('population', models.PositiveIntegerField()),
                ('digest', models.CharField(max_length=64)),
                ('definition_version', models.CharField(max_length=64)),
                ('said_at', models.DateTimeField()),
                ('loaded_at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False)),
                ('force', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='access.force')),
                ('limb', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='samples', to='inspections.limb')),
                ('questions', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='samples', to='inspections.auditquestionset')),
                ('said_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'indexes': [models.Index(fields=['force', 'limb', '-id'], name='audit_sample_newest')],
                'constraints': [models.CheckConstraint(condition=models.Q(('population__gt', 0)), name='audit_sample_of_some')],
            },
        ),
        migrations.CreateModel(
            name='AuditCase',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('place', models.PositiveSmallIntegerField()),
                ('opened_by', models.BigIntegerField()),
                ('opened_at', models.DateTimeField()),
                ('condition', models.SmallIntegerField(null=True)),
                ('status', models.CharField(max_length=20)),
                ('level', models.CharField(blank=True, default='', max_length=20)),
                ('due_at', models.DateTimeField(null=True)),
                ('met_at', models.DateTimeField(null=True)),
                ('met_by', models.BigIntegerField(null=True)),
                ('authorised_by', models.BigIntegerField(null=True)),
                ('force', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='access.force')),
                ('subject', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='ledger.subject')),
                ('sample', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='cases', to='inspections.auditsample')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('sample', 'place'), name='audit_case_place'), models.UniqueConstraint(fields=('sample', 'subject', 'opened_by', 'opened_at', 'condition'), name='audit_case_drawn_once', nulls_distinct=False), models.CheckConstraint(condition=models.Q(('place__gte', 1)), name='audit_case_counts_from_one')],
            },
        ),
        migrations.CreateModel(
            name='CaseAudit',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('answers', django.contrib.postgres.fields.ArrayField(base_field=models.CharField(choices=[('yes', 'Yes'), ('partly', 'Partly'), ('no', 'No'), ('not_applicable', 'Does not apply')], max_length=16), size=None)),
                ('reality', models.CharField(choices=[('agrees', 'The file bears the record out'), ('disagrees', 'The file shows something else than the record'), ('cannot_tell', 'The file does not say')], max_length=12)),
                ('grade', models.CharField(choices=[('good', 'Good'), ('requires_improvement', 'Requires improvement'), ('inadequate', 'Inadequate')], max_length=24)),
                ('found', models.TextField(max_length=4000)),
                ('said_at', models.DateTimeField()),
                ('loaded_at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False)),
                ('case', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='audits', to='inspections.auditcase')),
                ('replaces', models.OneToOneField(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='replaced_by', to='inspections.caseaudit')),
                ('said_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'constraints': [models.UniqueConstraint(condition=models.Q(('replaces', None)), fields=('case',), name='case_audit_begins_once'), models.CheckConstraint(condition=models.Q(('reality__in', ['agrees', 'disagrees', 'cannot_tell'])), name='case_audit_reality_known'), models.CheckConstraint(condition=models.Q(('grade__in', ['good', 'requires_improvement', 'inadequate'])), name='case_audit_grade_known'), models.CheckConstraint(condition=models.Q(('answers__contained_by', ['yes', 'partly', 'no', 'not_applicable']), ('answers__len__gt', 0)), name='case_audit_answers_known'), models.CheckConstraint(condition=models.Q(('found__regex', '^\\s*$'), _negated=True), name='case_audit_says_what')],
            },
        ),
        migrations.RunSQL(TOGETHER, UNDO),
    ]
