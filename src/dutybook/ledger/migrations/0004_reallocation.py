"""Who was given which records by whom, and why; all of it of one force."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


ONE_FORCE = """
ALTER TABLE ledger_reallocation
    ADD CONSTRAINT reallocation_decider_of_force FOREIGN KEY (decided_by_id, force_id)
        REFERENCES access_user (id, force_id);
"""

UNDO = "ALTER TABLE ledger_reallocation DROP CONSTRAINT reallocation_decider_of_force"


class Migration(migrations.Migration):

    dependencies = [
        ('access', '0002_grants_of_one_force_and_apart'),
        ('ledger', '0003_status_on'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='Reallocation',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('kind', models.CharField(choices=[('offender', 'offender'), ('suspect', 'suspect'), ('bail', 'bail'), ('staff', 'staff')], max_length=12)),
                ('reason', models.CharField(max_length=1000)),
                ('decided_at', models.DateTimeField()),
                ('decided_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('force', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='access.force')),
                ('undoes', models.OneToOneField(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='undone_by', to='ledger.reallocation')),
            ],
        ),
        migrations.CreateModel(
            name='Reallocated',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('allocation_fact', models.BigIntegerField()),
                ('from_owner', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('from_team', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='access.team')),
                ('subject', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='ledger.subject')),
                ('to_owner', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('to_team', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='access.team')),
                ('reallocation', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='records', to='ledger.reallocation')),
            ],
        ),
        migrations.AddIndex(
            model_name='reallocation',
            index=models.Index(fields=['force', '-id'], name='reallocation_of_force'),
        ),
        migrations.AddConstraint(
            model_name='reallocation',
            constraint=models.CheckConstraint(condition=models.Q(('reason', ''), _negated=True), name='reallocation_has_reason'),
        ),
        migrations.AddConstraint(
            model_name='reallocation',
            constraint=models.CheckConstraint(condition=models.Q(('kind__in', ['offender', 'suspect', 'bail', 'staff'])), name='reallocation_kind_known'),
        ),
        migrations.AddIndex(
            model_name='reallocated',
            index=models.Index(fields=['subject', '-id'], name='reallocated_subject'),
        ),
        migrations.AddConstraint(
            model_name='reallocated',
            constraint=models.UniqueConstraint(fields=('reallocation', 'subject'), name='reallocated_once_each'),
        ),
        migrations.RunSQL(ONE_FORCE, UNDO),
    ]
