"""Whoever is on duty out of hours opens a record, and somebody else looks at it afterwards.

The exclusion of grants is made again with the new role in it.
"""

import django.contrib.postgres.fields
import django.db.models.deletion
import dutybook.access.history
import pgtrigger.compiler
import pgtrigger.migrations
from django.conf import settings
from django.db import migrations, models

APART = """
ALTER TABLE access_rolegrant DROP CONSTRAINT access_rolegrant_apart;
ALTER TABLE access_rolegrant
    ADD CONSTRAINT access_rolegrant_apart EXCLUDE USING gist (
        int8range(user_id, user_id, '[]') WITH &&,
        (CASE role
            WHEN 'administrator' THEN int4range(NULL, NULL)
            WHEN 'commissioners_office' THEN int4range(NULL, NULL)
            WHEN 'inspector' THEN int4range(NULL, NULL)
            WHEN 'investigator' THEN int4range(1, 1, '[]')
            WHEN 'offender_manager' THEN int4range(2, 2, '[]')
            WHEN 'supervisor' THEN int4range(3, 3, '[]')
            WHEN 'analyst' THEN int4range(4, 4, '[]')
            WHEN 'inspection_liaison' THEN int4range(5, 5, '[]')
            WHEN 'chief_officer' THEN int4range(6, 6, '[]')
            WHEN 'wellbeing_lead' THEN int4range(7, 7, '[]')
            WHEN 'auditor' THEN int4range(8, 8, '[]')
{duty}        END) WITH &&,
        int8range(team_id, team_id, '[]') WITH &&,
        tstzrange(from_at, until_at) WITH &&
    );
"""
DUTY = "            WHEN 'duty_officer' THEN int4range(9, 9, '[]')\n"


class Migration(migrations.Migration):

    dependencies = [
        ('access', '0008_drafts_of_forms'),
    ]

    operations = [
        migrations.CreateModel(
            name='EmergencyOpening',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('subject_id', models.BigIntegerField()),
                ('subject_ids', django.contrib.postgres.fields.ArrayField(base_field=models.BigIntegerField(), size=None)),
                ('reason', models.TextField(max_length=1000)),
                ('from_at', models.DateTimeField()),
                ('until_at', models.DateTimeField()),
                ('outcome', models.CharField(blank=True, choices=[('justified', 'It had to be opened'), ('not_justified', 'It did not have to be opened')], default='', max_length=14)),
                ('review', models.TextField(blank=True, default='', max_length=2000)),
                ('reviewed_at', models.DateTimeField(blank=True, null=True)),
                ('force', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='access.force')),
                ('reviewed_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('user', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='emergency_openings', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'indexes': [
                    models.Index(fields=['user', 'until_at'], name='access_emergency_user'),
                    models.Index(condition=models.Q(('reviewed_at', None)), fields=['force', 'from_at'], name='access_emergency_unreviewed'),
                ],
                'constraints': [
                    models.CheckConstraint(condition=models.Q(('reason__regex', '^\\s*$'), _negated=True), name='access_emergency_has_a_reason'),
                    models.CheckConstraint(condition=models.Q(('until_at__gt', models.F('from_at'))), name='access_emergency_ends'),
                    models.CheckConstraint(condition=models.Q(models.Q(('outcome', ''), ('review', ''), ('reviewed_at', None), ('reviewed_by', None)), models.Q(('reviewed_at__isnull', False), ('reviewed_by__isnull', False), ('outcome__in', ['justified', 'not_justified']), models.Q(('review__regex', '^\\s*$'), _negated=True)), _connector='OR'), name='access_emergency_reviewed_in_words'),
                    models.CheckConstraint(condition=models.Q(('reviewed_by', None), models.Q(('reviewed_by', models.F('user')), _negated=True), _connector='OR'), name='access_emergency_reviewed_by_another'),
                ],
            },
        ),
        migrations.CreateModel(
            name='EmergencyOpeningChange',
            fields=[
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('pgh_id', models.BigAutoField(primary_key=True, serialize=False)),
                ('transaction', models.BigIntegerField(db_default=dutybook.access.history.TransactionId(), editable=False)),
                ('id', models.BigIntegerField()),
                ('subject_id', models.BigIntegerField()),
                ('subject_ids', django.contrib.postgres.fields.ArrayField(base_field=models.BigIntegerField(), size=None)),
                ('reason', models.TextField(max_length=1000)),
                ('from_at', models.DateTimeField()),
                ('until_at', models.DateTimeField()),
                ('outcome', models.CharField(blank=True, choices=[('justified', 'It had to be opened'), ('not_justified', 'It did not have to be opened')], default='', max_length=14)),
                ('review', models.TextField(blank=True, default='', max_length=2000)),
                ('reviewed_at', models.DateTimeField(blank=True, null=True)),
                ('force', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='access.force')),
                ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='changes', to='access.emergencyopening')),
                ('reviewed_by', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL)),
                ('user', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.RemoveConstraint(
            model_name='rolegrant',
            name='access_rolegrant_role_is_known',
        ),
        migrations.AlterField(
            model_name='rolegrant',
            name='role',
            field=models.CharField(choices=[('investigator', 'Investigator'), ('offender_manager', 'Offender manager'), ('supervisor', 'Supervisor'), ('analyst', 'Analyst'), ('inspection_liaison', 'Inspection liaison'), ('chief_officer', 'Chief officer'), ('commissioners_office', "Commissioner's office"), ('wellbeing_lead', 'Wellbeing lead'), ('auditor', 'Auditor'), ('inspector', 'Inspector'), ('duty_officer', 'Duty officer'), ('administrator', 'Administrator')], max_length=30),
        ),
        migrations.AlterField(
            model_name='rolegrantchange',
            name='role',
            field=models.CharField(choices=[('investigator', 'Investigator'), ('offender_manager', 'Offender manager'), ('supervisor', 'Supervisor'), ('analyst', 'Analyst'), ('inspection_liaison', 'Inspection liaison'), ('chief_officer', 'Chief officer'), ('commissioners_office', "Commissioner's office"), ('wellbeing_lead', 'Wellbeing lead'), ('auditor', 'Auditor'), ('inspector', 'Inspector'), ('duty_officer', 'Duty officer'), ('administrator', 'Administrator')], max_length=30),
        ),
        migrations.AddConstraint(
            model_name='rolegrant',
            constraint=models.CheckConstraint(condition=models.Q(('role__in', ['investigator', 'offender_manager', 'supervisor', 'analyst', 'inspection_liaison', 'chief_officer', 'commissioners_office', 'wellbeing_lead', 'auditor', 'inspector', 'duty_officer', 'administrator'])), name='access_rolegrant_role_is_known'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='emergencyopening',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "access_emergencyopeningchange" ("force_id", "from_at", "id", "outcome", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "review", "reviewed_at", "reviewed_by_id", "subject_id", "subject_ids", "until_at", "user_id") VALUES (NEW."force_id", NEW."from_at", NEW."id", NEW."outcome", NOW(), \'insert\', NEW."id", NEW."reason", NEW."review", NEW."reviewed_at", NEW."reviewed_by_id", NEW."subject_id", NEW."subject_ids", NEW."until_at", NEW."user_id"); RETURN NULL;', hash='91ca88b227c2b04319b7851471adfaa7fc1468c4', operation='INSERT', pgid='pgtrigger_insert_insert_c8e52', table='access_emergencyopening', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='emergencyopening',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "access_emergencyopeningchange" ("force_id", "from_at", "id", "outcome", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "review", "reviewed_at", "reviewed_by_id", "subject_id", "subject_ids", "until_at", "user_id") VALUES (NEW."force_id", NEW."from_at", NEW."id", NEW."outcome", NOW(), \'update\', NEW."id", NEW."reason", NEW."review", NEW."reviewed_at", NEW."reviewed_by_id", NEW."subject_id", NEW."subject_ids", NEW."until_at", NEW."user_id"); RETURN NULL;', hash='02a25d526ee4f779a21ab6b29601fbdbc91bc4d5', operation='UPDATE', pgid='pgtrigger_update_update_430b8', table='access_emergencyopening', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='emergencyopening',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "access_emergencyopeningchange" ("force_id", "from_at", "id", "outcome", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "review", "reviewed_at", "reviewed_by_id", "subject_id", "subject_ids", "until_at", "user_id") VALUES (OLD."force_id", OLD."from_at", OLD."id", OLD."outcome", NOW(), \'delete\', OLD."id", OLD."reason", OLD."review", OLD."reviewed_at", OLD."reviewed_by_id", OLD."subject_id", OLD."subject_ids", OLD."until_at", OLD."user_id"); RETURN NULL;', hash='140b198dba2b9fc55667750bf6b19aacd772d05b', operation='DELETE', pgid='pgtrigger_delete_delete_74122', table='access_emergencyopening', when='AFTER')),
        ),
        migrations.RunSQL(APART.format(duty=DUTY), APART.format(duty="")),
    ]
