"""What was promised, what became of it, and the meetings that ask for it."""

import django.db.models.deletion
import django.db.models.functions.datetime
from django.conf import settings
from django.db import migrations, models

TOGETHER = """
ALTER TABLE inspections_limb
    ADD CONSTRAINT limb_of_recommendation UNIQUE (id, recommendation_id);
ALTER TABLE inspections_accountmeeting
    ADD CONSTRAINT meeting_of_force UNIQUE (id, force_id);
ALTER TABLE inspections_commitment
    ADD CONSTRAINT commitment_limb_of_its_recommendation
        FOREIGN KEY (limb_id, recommendation_id)
        REFERENCES inspections_limb (id, recommendation_id),
    ADD CONSTRAINT commitment_at_its_forces_meeting
        FOREIGN KEY (meeting_id, force_id) REFERENCES inspections_accountmeeting (id, force_id);
"""

UNDO = """
ALTER TABLE inspections_commitment
    DROP CONSTRAINT commitment_at_its_forces_meeting,
    DROP CONSTRAINT commitment_limb_of_its_recommendation;
ALTER TABLE inspections_accountmeeting DROP CONSTRAINT meeting_of_force;
ALTER TABLE inspections_limb DROP CONSTRAINT limb_of_recommendation;
"""


class Migration(migrations.Migration):

    dependencies = [
        ('access', '0005_case_audits_are_read'),
        ('inspections', '0006_reality_testing'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='AccountMeeting',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('title', models.CharField(max_length=200)),
                ('held_on', models.DateField()),
                ('attended', models.TextField(max_length=2000)),
                ('minutes', models.CharField(blank=True, default='', max_length=300)),
                ('said_at', models.DateTimeField()),
                ('loaded_at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False)),
                ('force', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='access.force')),
                ('said_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'indexes': [models.Index(fields=['force', '-held_on'], name='meeting_newest')],
                'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('title', ''), _negated=True), models.Q(('attended', ''), _negated=True)), name='meeting_says_what_and_who')],
            },
        ),
        migrations.CreateModel(
            name='Commitment',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('party', models.CharField(choices=[('force', 'The force'), ('policing_body', 'The commissioner')], max_length=14)),
                ('promised_in', models.CharField(choices=[('response', 'In the published response'), ('meeting', 'At a meeting that holds to account'), ('board', 'By a board of the force'), ('case_audit', 'After records were tested')], max_length=10)),
                ('what', models.TextField(max_length=2000)),
                ('owner', models.CharField(max_length=160)),
                ('amount', models.PositiveBigIntegerField(null=True)),
                ('by_when', models.DateField()),
                ('decided', models.CharField(blank=True, default='', max_length=200)),
                ('public_words', models.TextField(blank=True, default='', max_length=1000)),
                ('said_at', models.DateTimeField()),
                ('loaded_at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False)),
                ('force', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='access.force')),
                ('limb', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='commitments', to='inspections.limb')),
                ('meeting', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='commitments', to='inspections.accountmeeting')),
                ('recommendation', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='commitments', to='inspections.recommendation')),
                ('said_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'indexes': [models.Index(fields=['force', 'recommendation'], name='commitment_of_force')],
                'constraints': [models.CheckConstraint(condition=models.Q(('party__in', ['force', 'policing_body'])), name='commitment_party_known'), models.CheckConstraint(condition=models.Q(('promised_in__in', ['response', 'meeting', 'board', 'case_audit'])), name='commitment_promised_somewhere'), models.CheckConstraint(condition=models.Q(models.Q(('meeting__isnull', False), ('promised_in', 'meeting')), models.Q(models.Q(('promised_in', 'meeting'), _negated=True), ('meeting', None)), _connector='OR'), name='commitment_of_a_meeting_names_it'), models.CheckConstraint(condition=models.Q(models.Q(('what', ''), _negated=True), models.Q(('owner', ''), _negated=True)), name='commitment_says_what_and_who')],
            },
        ),
        migrations.CreateModel(
            name='CommitmentStep',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('kind', models.CharField(choices=[('delivered', 'Delivered'), ('moved', 'Moved to another day'), ('dropped', 'Dropped')], max_length=10)),
                ('day', models.DateField(null=True)),
                ('words', models.TextField(max_length=2000)),
                ('said_at', models.DateTimeField()),
                ('loaded_at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False)),
                ('commitment', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='steps', to='inspections.commitment')),
                ('said_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'indexes': [models.Index(fields=['commitment', '-id'], name='commitment_step_newest')],
                'constraints': [models.CheckConstraint(condition=models.Q(('kind__in', ['delivered', 'moved', 'dropped'])), name='commitment_step_known'), models.CheckConstraint(condition=models.Q(models.Q(('day', None), ('kind', 'dropped')), models.Q(models.Q(('kind', 'dropped'), _negated=True), ('day__isnull', False)), _connector='OR'), name='commitment_step_has_its_day'), models.CheckConstraint(condition=models.Q(('words__regex', '^\\s*$'), _negated=True), name='commitment_step_says_why')],
            },
        ),
        migrations.RunSQL(TOGETHER, UNDO),
    ]
