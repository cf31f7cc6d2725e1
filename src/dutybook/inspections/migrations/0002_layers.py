"""The layers of a limb beside the force's position, and certification by another person."""

import django.db.models.deletion
import django.db.models.functions.datetime
from django.conf import settings
from django.db import migrations, models


TOGETHER = """
ALTER TABLE inspections_certification
    ADD CONSTRAINT certification_of_who_proposed FOREIGN KEY (proposal_id, proposed_by_id)
        REFERENCES inspections_certificationproposal (id, said_by_id);
"""

UNDO = "ALTER TABLE inspections_certification DROP CONSTRAINT certification_of_who_proposed"


class Migration(migrations.Migration):

    dependencies = [
        ('access', '0002_grants_of_one_force_and_apart'),
        ('inspections', '0001_initial'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='CertificationProposal',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('claim', models.TextField(max_length=4000)),
                ('evidence', models.TextField(max_length=4000)),
                ('said_at', models.DateTimeField()),
                ('loaded_at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False)),
                ('force', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='access.force')),
                ('limb', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='proposals', to='inspections.limb')),
                ('said_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
        ),
        migrations.CreateModel(
            name='Certification',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('outcome', models.CharField(choices=[('certified', 'Certified'), ('declined', 'Declined')], max_length=12)),
                ('reason', models.TextField(blank=True, default='', max_length=4000)),
                ('public_reason', models.TextField(blank=True, default='', max_length=2000)),
                ('finding', models.CharField(max_length=32)),
                ('figures', models.JSONField(default=list)),
                ('day', models.DateField()),
                ('said_at', models.DateTimeField()),
                ('loaded_at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False)),
                ('proposed_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('said_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('proposal', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='answer', to='inspections.certificationproposal')),
            ],
        ),
        migrations.CreateModel(
            name='CertificationWithdrawal',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('reason', models.TextField(max_length=4000)),
                ('said_at', models.DateTimeField()),
                ('loaded_at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False)),
                ('certification', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='withdrawal', to='inspections.certification')),
                ('said_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
        ),
        migrations.CreateModel(
            name='InspectorateStatus',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('status', models.CharField(choices=[('open', 'Open'), ('closed', 'Closed'), ('superseded', 'Superseded'), ('reopened', 'Reopened')], max_length=12)),
                ('document', models.CharField(max_length=300)),
                ('document_date', models.DateField()),
                ('reference', models.CharField(blank=True, default='', max_length=500)),
                ('scope', models.TextField(blank=True, default='', max_length=2000)),
                ('effective_on', models.DateField()),
                ('said_at', models.DateTimeField()),
                ('loaded_at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False)),
                ('force', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='access.force')),
                ('limb', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='inspectorate_statuses', to='inspections.limb')),
                ('said_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
        ),
        migrations.CreateModel(
            name='Verification',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('outcome', models.CharField(choices=[('true', 'Found true'), ('partly', 'Found partly true'), ('not_true', 'Found not true')], max_length=12)),
                ('checked', models.TextField(max_length=4000)),
                ('checked_on', models.DateField()),
                ('said_at', models.DateTimeField()),
                ('loaded_at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False)),
                ('force', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='access.force')),
                ('limb', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='verifications', to='inspections.limb')),
                ('said_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
        ),
        migrations.CreateModel(
            name='Assurance',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('view', models.CharField(choices=[('assured', 'Assured'), ('partly', 'Partly assured'), ('not_assured', 'Not assured')], max_length=12)),
                ('reasons', models.TextField(max_length=4000)),
                ('said_at', models.DateTimeField()),
                ('loaded_at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False)),
                ('force', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='access.force')),
                ('limb', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='assurances', to='inspections.limb')),
                ('said_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'indexes': [models.Index(fields=['force', 'limb', '-id'], name='assurance_newest')],
                'constraints': [models.CheckConstraint(condition=models.Q(('view__in', ['assured', 'partly', 'not_assured'])), name='assurance_view_known'), models.CheckConstraint(condition=models.Q(('reasons__regex', '^\\s*$'), _negated=True), name='assurance_has_reasons')],
            },
        ),
        migrations.AddIndex(
            model_name='certificationproposal',
            index=models.Index(fields=['force', 'limb', '-id'], name='proposal_newest'),
        ),
        migrations.AddConstraint(
            model_name='certificationproposal',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('claim__regex', '^\\s*$'), _negated=True), models.Q(('evidence__regex', '^\\s*$'), _negated=True)), name='proposal_has_claim_and_evidence'),
        ),
        migrations.AddConstraint(
            model_name='certificationproposal',
            constraint=models.UniqueConstraint(fields=('id', 'said_by'), name='proposal_by'),
        ),
        migrations.AddConstraint(
            model_name='certification',
            constraint=models.CheckConstraint(condition=models.Q(('outcome__in', ['certified', 'declined'])), name='certification_outcome_known'),
        ),
        migrations.AddConstraint(
            model_name='certification',
            constraint=models.CheckConstraint(condition=models.Q(('said_by', models.F('proposed_by')), _negated=True), name='certification_by_another'),
        ),
        migrations.AddConstraint(
            model_name='certification',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('finding', 'fully_shown'), ('outcome', 'certified')), models.Q(('outcome', 'certified'), models.Q(('reason', ''), _negated=True), models.Q(('public_reason', ''), _negated=True)), models.Q(('outcome', 'declined'), models.Q(('reason', ''), _negated=True)), _connector='OR'), name='certification_against_the_records_has_reasons'),
        ),
        migrations.AddConstraint(
            model_name='certificationwithdrawal',
            constraint=models.CheckConstraint(condition=models.Q(('reason__regex', '^\\s*$'), _negated=True), name='withdrawal_has_reason'),
        ),
        migrations.AddIndex(
            model_name='inspectoratestatus',
            index=models.Index(fields=['force', 'limb', '-id'], name='inspectorate_newest'),
        ),
        migrations.AddConstraint(
            model_name='inspectoratestatus',
            constraint=models.CheckConstraint(condition=models.Q(('status__in', ['open', 'closed', 'superseded', 'reopened'])), name='inspectorate_status_known'),
        ),
        migrations.AddConstraint(
            model_name='inspectoratestatus',
            constraint=models.CheckConstraint(condition=models.Q(('document__regex', '^\\s*$'), _negated=True), name='inspectorate_status_has_document'),
        ),
        migrations.AddIndex(
            model_name='verification',
            index=models.Index(fields=['force', 'limb', '-id'], name='verification_newest'),
        ),
        migrations.AddConstraint(
            model_name='verification',
            constraint=models.CheckConstraint(condition=models.Q(('outcome__in', ['true', 'partly', 'not_true'])), name='verification_outcome_known'),
        ),
        migrations.AddConstraint(
            model_name='verification',
            constraint=models.CheckConstraint(condition=models.Q(('checked__regex', '^\\s*$'), _negated=True), name='verification_says_what_was_checked'),
        ),
        migrations.RunSQL(TOGETHER, UNDO),
    ]
