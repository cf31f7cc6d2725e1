"""None"""

import django.contrib.postgres.fields
import django.contrib.postgres.indexes
import django.core.validators
import django.db.models.deletion
import dutybook.access.history
import dutybook.access.models.access_log_row
import dutybook.access.roles
import pgtrigger.compiler
import pgtrigger.migrations
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
    ]

    operations = [
        migrations.CreateModel(
            name='ForceChange',
            fields=[
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('pgh_id', models.BigAutoField(primary_key=True, serialize=False)),
                ('transaction', models.BigIntegerField(db_default=dutybook.access.history.TransactionId(), editable=False)),
                ('id', models.BigIntegerField()),
                ('key', models.CharField(max_length=60, validators=[django.core.validators.RegexValidator('^[a-z0-9]+(-[a-z0-9]+)*$', 'Use lower-case letters, digits and single hyphens, such as north-vale.')])),
                ('name', models.CharField(max_length=120)),
                ('is_demonstration', models.BooleanField(default=False)),
                ('holds_records', models.BooleanField(default=True)),
                ('body_title', models.CharField(blank=True, max_length=120)),
                ('body_holder_name', models.CharField(blank=True, max_length=120)),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='RestrictedGrant',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('subject_id', models.BigIntegerField()),
                ('reason', models.TextField(max_length=1000)),
                ('from_at', models.DateTimeField()),
                ('until_at', models.DateTimeField(blank=True, null=True)),
            ],
        ),
        migrations.CreateModel(
            name='RestrictedGrantChange',
            fields=[
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('pgh_id', models.BigAutoField(primary_key=True, serialize=False)),
                ('transaction', models.BigIntegerField(db_default=dutybook.access.history.TransactionId(), editable=False)),
                ('id', models.BigIntegerField()),
                ('subject_id', models.BigIntegerField()),
                ('reason', models.TextField(max_length=1000)),
                ('from_at', models.DateTimeField()),
                ('until_at', models.DateTimeField(blank=True, null=True)),
                ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='changes', to='access.restrictedgrant')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='RoleGrant',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('role', models.CharField(choices=[('investigator', 'Investigator'), ('offender_manager', 'Offender manager'), ('supervisor', 'Supervisor'), ('analyst', 'Analyst'), ('inspection_liaison', 'Inspection liaison'), ('chief_officer', 'Chief officer'), ('commissioners_office', "Commissioner's office"), ('wellbeing_lead', 'Wellbeing lead'), ('auditor', 'Auditor'), ('administrator', 'Administrator')], max_length=30)),
                ('from_at', models.DateTimeField()),
                ('until_at', models.DateTimeField(blank=True, null=True)),
            ],
        ),
        migrations.CreateModel(
            name='RoleGrantChange',
            fields=[
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('pgh_id', models.BigAutoField(primary_key=True, serialize=False)),
                ('transaction', models.BigIntegerField(db_default=dutybook.access.history.TransactionId(), editable=False)),
                ('id', models.BigIntegerField()),
                ('role', models.CharField(choices=[('investigator', 'Investigator'), ('offender_manager', 'Offender manager'), ('supervisor', 'Supervisor'), ('analyst', 'Analyst'), ('inspection_liaison', 'Inspection liaison'), ('chief_officer', 'Chief officer'), ('commissioners_office', "Commissioner's office"), ('wellbeing_lead', 'Wellbeing lead'), ('auditor', 'Auditor'), ('administrator', 'Administrator')], max_length=30)),
                ('from_at', models.DateTimeField()),
                ('until_at', models.DateTimeField(blank=True, null=True)),
                ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='changes', to='access.rolegrant')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='Team',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('key', models.CharField(max_length=60, validators=[django.core.validators.RegexValidator('^[a-z0-9]+(-[a-z0-9]+)*$', 'Use lower-case letters, digits and single hyphens, such as north-vale.')])),
                ('name', models.CharField(max_length=120)),
                ('unit', models.CharField(choices=[('offender_management', 'Offender management'), ('online_child_abuse', 'Online child abuse investigation'), ('other', 'Other')], max_length=30)),
            ],
        ),
        migrations.CreateModel(
            name='TeamChange',
            fields=[
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('pgh_id', models.BigAutoField(primary_key=True, serialize=False)),
                ('transaction', models.BigIntegerField(db_default=dutybook.access.history.TransactionId(), editable=False)),
                ('id', models.BigIntegerField()),
                ('key', models.CharField(max_length=60, validators=[django.core.validators.RegexValidator('^[a-z0-9]+(-[a-z0-9]+)*$', 'Use lower-case letters, digits and single hyphens, such as north-vale.')])),
                ('name', models.CharField(max_length=120)),
                ('unit', models.CharField(choices=[('offender_management', 'Offender management'), ('online_child_abuse', 'Online child abuse investigation'), ('other', 'Other')], max_length=30)),
                ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='changes', to='access.team')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='UserChange',
            fields=[
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('pgh_id', models.BigAutoField(primary_key=True, serialize=False)),
                ('transaction', models.BigIntegerField(db_default=dutybook.access.history.TransactionId(), editable=False)),
                ('id', models.BigIntegerField()),
                ('username', models.CharField(max_length=63, validators=[django.core.validators.RegexValidator('^[a-z0-9][a-z0-9._-]{1,62}$', 'Use 2 to 63 lower-case letters, digits, dots, hyphens and underscores, beginning with a letter or digit.')])),
                ('display_name', models.CharField(max_length=120)),
                ('rank', models.CharField(blank=True, choices=[('constable', 'Constable'), ('sergeant', 'Sergeant'), ('inspector', 'Inspector'), ('chief_inspector', 'Chief inspector'), ('superintendent', 'Superintendent'), ('chief_superintendent', 'Chief superintendent'), ('assistant_chief_constable', 'Assistant chief constable'), ('deputy_chief_constable', 'Deputy chief constable'), ('chief_constable', 'Chief constable')], max_length=30, null=True)),
                ('is_active', models.BooleanField(default=True)),
                ('must_change_password', models.BooleanField(default=False)),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='AccessLogRow',
            fields=[
                ('id', models.BigAutoField(primary_key=True, serialize=False)),
                ('at', models.DateTimeField(db_default=dutybook.access.models.access_log_row.ClockTimestamp(), editable=False)),
                ('transaction', models.BigIntegerField(db_default=dutybook.access.history.TransactionId(), editable=False)),
                ('user_id', models.BigIntegerField(null=True)),
                ('username', models.CharField(max_length=80)),
                ('force_id', models.BigIntegerField()),
                ('operation', models.CharField(choices=[('collection', 'Collection'), ('alteration', 'Alteration'), ('consultation', 'Consultation'), ('disclosure', 'Disclosure'), ('combination', 'Combination'), ('erasure', 'Erasure')], max_length=20)),
                ('kind', models.CharField(max_length=30)),
                ('subjects', django.contrib.postgres.fields.ArrayField(base_field=models.BigIntegerField(), default=list, size=None)),
                ('route', models.CharField(max_length=120)),
                ('request_id', models.CharField(blank=True, max_length=32)),
                ('disclosed_to', models.CharField(blank=True, max_length=200)),
                ('detail', models.CharField(blank=True, max_length=200)),
            ],
            options={
                'indexes': [models.Index(fields=['force_id', '-id'], name='access_log_of_force'), models.Index(fields=['user_id', '-id'], name='access_log_of_user'), django.contrib.postgres.indexes.GinIndex(fields=['subjects'], name='access_log_of_subject')],
                'constraints': [models.CheckConstraint(condition=models.Q(('operation__in', ['collection', 'alteration', 'consultation', 'disclosure', 'combination', 'erasure'])), name='access_log_operation_is_known'), models.CheckConstraint(condition=models.Q(('kind__in', ['offender', 'suspect', 'bail', 'staff_screening', 'ledger_aggregate', 'policy', 'inspection', 'response', 'access_log', 'account'])), name='access_log_kind_is_known'), models.CheckConstraint(condition=models.Q(('username__regex', '^\\s*$'), _negated=True), name='access_log_names_someone'), models.CheckConstraint(condition=models.Q(models.Q(('operation', 'disclosure'), models.Q(('disclosed_to', ''), _negated=True)), models.Q(models.Q(('operation', 'disclosure'), _negated=True), ('disclosed_to', '')), _connector='OR'), name='access_log_recipient_of_disclosure'), models.CheckConstraint(condition=models.Q(('detail__regex', '^[a-z0-9 _.,:;=/+-]*$')), name='access_log_detail_is_plain')],
            },
        ),
        migrations.CreateModel(
            name='Force',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('key', models.CharField(max_length=60, unique=True, validators=[django.core.validators.RegexValidator('^[a-z0-9]+(-[a-z0-9]+)*$', 'Use lower-case letters, digits and single hyphens, such as north-vale.')])),
                ('name', models.CharField(max_length=120)),
                ('is_demonstration', models.BooleanField(default=False)),
                ('holds_records', models.BooleanField(default=True)),
                ('body_title', models.CharField(blank=True, max_length=120)),
                ('body_holder_name', models.CharField(blank=True, max_length=120)),
            ],
            options={
                'constraints': [models.CheckConstraint(condition=models.Q(('key__regex', '^[a-z0-9]+(-[a-z0-9]+)*$')), name='access_force_key_is_a_slug'), models.CheckConstraint(condition=models.Q(('name__regex', '^\\s*$'), _negated=True), name='access_force_has_a_name')],
            },
        ),
        migrations.CreateModel(
            name='User',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('password', models.CharField(max_length=128, verbose_name='password')),
                ('last_login', models.DateTimeField(blank=True, null=True, verbose_name='last login')),
                ('username', models.CharField(max_length=63, unique=True, validators=[django.core.validators.RegexValidator('^[a-z0-9][a-z0-9._-]{1,62}$', 'Use 2 to 63 lower-case letters, digits, dots, hyphens and underscores, beginning with a letter or digit.')])),
                ('display_name', models.CharField(max_length=120)),
                ('rank', models.CharField(blank=True, choices=[('constable', 'Constable'), ('sergeant', 'Sergeant'), ('inspector', 'Inspector'), ('chief_inspector', 'Chief inspector'), ('superintendent', 'Superintendent'), ('chief_superintendent', 'Chief superintendent'), ('assistant_chief_constable', 'Assistant chief constable'), ('deputy_chief_constable', 'Deputy chief constable'), ('chief_constable', 'Chief constable')], max_length=30, null=True)),
                ('is_active', models.BooleanField(default=True)),
                ('must_change_password', models.BooleanField(default=False)),
                ('force', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='users', to='access.force')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('id', 'force'), name='access_user_of_force'), models.CheckConstraint(condition=models.Q(('username__regex', '^[a-z0-9][a-z0-9._-]{1,62}$')), name='access_user_username_is_plain'), models.CheckConstraint(condition=models.Q(('display_name__regex', '^\\s*$'), _negated=True), name='access_user_has_a_name'), models.CheckConstraint(condition=models.Q(('rank__isnull', True), ('rank__in', ('constable', 'sergeant', 'inspector', 'chief_inspector', 'superintendent', 'chief_superintendent', 'assistant_chief_constable', 'deputy_chief_constable', 'chief_constable')), _connector='OR'), name='access_user_rank_is_known')],
            },
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='force',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "access_forcechange" ("body_holder_name", "body_title", "holds_records", "id", "is_demonstration", "key", "name", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (NEW."body_holder_name", NEW."body_title", NEW."holds_records", NEW."id", NEW."is_demonstration", NEW."key", NEW."name", NOW(), \'insert\', NEW."id"); RETURN NULL;', hash='6ff3ea3dbc4c99a0e83444d608113fc6075d3cde', operation='INSERT', pgid='pgtrigger_insert_insert_e687d', table='access_force', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='force',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "access_forcechange" ("body_holder_name", "body_title", "holds_records", "id", "is_demonstration", "key", "name", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (NEW."body_holder_name", NEW."body_title", NEW."holds_records", NEW."id", NEW."is_demonstration", NEW."key", NEW."name", NOW(), \'update\', NEW."id"); RETURN NULL;', hash='750f952fac1c2783a0acf23aede788c98be557ca', operation='UPDATE', pgid='pgtrigger_update_update_d5aab', table='access_force', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='force',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "access_forcechange" ("body_holder_name", "body_title", "holds_records", "id", "is_demonstration", "key", "name", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (OLD."body_holder_name", OLD."body_title", OLD."holds_records", OLD."id", OLD."is_demonstration", OLD."key", OLD."name", NOW(), \'delete\', OLD."id"); RETURN NULL;', hash='2349dd708e7002c7a3775c6e76207c63e9dd4523', operation='DELETE', pgid='pgtrigger_delete_delete_afc49', table='access_force', when='AFTER')),
        ),
        migrations.AddField(
            model_name='forcechange',
            name='pgh_obj',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='changes', to='access.force'),
        ),
        migrations.AddField(
            model_name='restrictedgrant',
            name='granted_by',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='restrictedgrant',
            name='user',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='restricted_grants', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='restrictedgrantchange',
            name='granted_by',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='restrictedgrantchange',
            name='user',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='rolegrant',
            name='force',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='access.force'),
        ),
        migrations.AddField(
            model_name='rolegrant',
            name='user',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='role_grants', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='rolegrantchange',
            name='force',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='access.force'),
        ),
        migrations.AddField(
            model_name='rolegrantchange',
            name='user',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='team',
            name='force',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='teams', to='access.force'),
        ),
        migrations.AddField(
            model_name='rolegrantchange',
            name='team',
            field=models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='access.team'),
        ),
        migrations.AddField(
            model_name='rolegrant',
            name='team',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='role_grants', to='access.team'),
        ),
        migrations.AddField(
            model_name='teamchange',
            name='force',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='access.force'),
        ),
        migrations.AddField(
            model_name='userchange',
            name='force',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='access.force'),
        ),
        migrations.AddField(
            model_name='userchange',
            name='pgh_obj',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='changes', to=settings.AUTH_USER_MODEL),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='user',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "access_userchange" ("display_name", "force_id", "id", "is_active", "must_change_password", "pgh_created_at", "pgh_label", "pgh_obj_id", "rank", "username") VALUES (NEW."display_name", NEW."force_id", NEW."id", NEW."is_active", NEW."must_change_password", NOW(), \'insert\', NEW."id", NEW."rank", NEW."username"); RETURN NULL;', hash='450e9819668f13605a858817cff27b5b3ab29187', operation='INSERT', pgid='pgtrigger_insert_insert_b2fac', table='access_user', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='user',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD."display_name" IS DISTINCT FROM (NEW."display_name") OR OLD."force_id" IS DISTINCT FROM (NEW."force_id") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."is_active" IS DISTINCT FROM (NEW."is_active") OR OLD."must_change_password" IS DISTINCT FROM (NEW."must_change_password") OR OLD."rank" IS DISTINCT FROM (NEW."rank") OR OLD."username" IS DISTINCT FROM (NEW."username"))', func='INSERT INTO "access_userchange" ("display_name", "force_id", "id", "is_active", "must_change_password", "pgh_created_at", "pgh_label", "pgh_obj_id", "rank", "username") VALUES (NEW."display_name", NEW."force_id", NEW."id", NEW."is_active", NEW."must_change_password", NOW(), \'update\', NEW."id", NEW."rank", NEW."username"); RETURN NULL;', hash='6509df23edbb231fd5bccd20aa46c973e9a27220', operation='UPDATE', pgid='pgtrigger_update_update_5efde', table='access_user', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='user',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "access_userchange" ("display_name", "force_id", "id", "is_active", "must_change_password", "pgh_created_at", "pgh_label", "pgh_obj_id", "rank", "username") VALUES (OLD."display_name", OLD."force_id", OLD."id", OLD."is_active", OLD."must_change_password", NOW(), \'delete\', OLD."id", OLD."rank", OLD."username"); RETURN NULL;', hash='9bd04f0a4c98985dc352c5406314366dedbafa0f', operation='DELETE', pgid='pgtrigger_delete_delete_dea43', table='access_user', when='AFTER')),
        ),
        migrations.AddIndex(
            model_name='restrictedgrant',
            index=models.Index(fields=['user', 'from_at'], name='access_restricted_user'),
        ),
        migrations.AddConstraint(
            model_name='restrictedgrant',
            constraint=models.CheckConstraint(condition=models.Q(('reason__regex', '^\\s*$'), _negated=True), name='access_restricted_has_a_reason'),
        ),
        migrations.AddConstraint(
            model_name='restrictedgrant',
            constraint=models.CheckConstraint(condition=models.Q(('until_at__isnull', True), ('until_at__gte', models.F('from_at')), _connector='OR'), name='access_restricted_ends_after_start'),
        ),
        migrations.AddConstraint(
            model_name='restrictedgrant',
            constraint=models.CheckConstraint(condition=models.Q(('granted_by', models.F('user')), _negated=True), name='access_restricted_by_another'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='restrictedgrant',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "access_restrictedgrantchange" ("from_at", "granted_by_id", "id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "subject_id", "until_at", "user_id") VALUES (NEW."from_at", NEW."granted_by_id", NEW."id", NOW(), \'insert\', NEW."id", NEW."reason", NEW."subject_id", NEW."until_at", NEW."user_id"); RETURN NULL;', hash='2e57be5a1946972c1a18a6997bc5202b4a7009dd', operation='INSERT', pgid='pgtrigger_insert_insert_1c057', table='access_restrictedgrant', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='restrictedgrant',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "access_restrictedgrantchange" ("from_at", "granted_by_id", "id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "subject_id", "until_at", "user_id") VALUES (NEW."from_at", NEW."granted_by_id", NEW."id", NOW(), \'update\', NEW."id", NEW."reason", NEW."subject_id", NEW."until_at", NEW."user_id"); RETURN NULL;', hash='43adfd56225d586cb7a9f68e12f93e40a91ae497', operation='UPDATE', pgid='pgtrigger_update_update_69928', table='access_restrictedgrant', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='restrictedgrant',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "access_restrictedgrantchange" ("from_at", "granted_by_id", "id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "subject_id", "until_at", "user_id") VALUES (OLD."from_at", OLD."granted_by_id", OLD."id", NOW(), \'delete\', OLD."id", OLD."reason", OLD."subject_id", OLD."until_at", OLD."user_id"); RETURN NULL;', hash='7c2235e9238079349b6896faf8a9957e434080fe', operation='DELETE', pgid='pgtrigger_delete_delete_b1fad', table='access_restrictedgrant', when='AFTER')),
        ),
        migrations.AddConstraint(
            model_name='team',
            constraint=models.UniqueConstraint(fields=('force', 'key'), name='access_team_key_in_force'),
        ),
        migrations.AddConstraint(
            model_name='team',
            constraint=models.UniqueConstraint(fields=('id', 'force'), name='access_team_of_force'),
        ),
        migrations.AddConstraint(
            model_name='team',
            constraint=models.CheckConstraint(condition=models.Q(('key__regex', '^[a-z0-9]+(-[a-z0-9]+)*$')), name='access_team_key_is_a_slug'),
        ),
        migrations.AddConstraint(
            model_name='team',
            constraint=models.CheckConstraint(condition=models.Q(('name__regex', '^\\s*$'), _negated=True), name='access_team_has_a_name'),
        ),
        migrations.AddConstraint(
            model_name='team',
            constraint=models.CheckConstraint(condition=models.Q(('unit__in', ['offender_management', 'online_child_abuse', 'other'])), name='access_team_unit_is_known'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='team',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "access_teamchange" ("force_id", "id", "key", "name", "pgh_created_at", "pgh_label", "pgh_obj_id", "unit") VALUES (NEW."force_id", NEW."id", NEW."key", NEW."name", NOW(), \'insert\', NEW."id", NEW."unit"); RETURN NULL;', hash='63a1f72e31892bc434fbaad6277806dd8e743bca', operation='INSERT', pgid='pgtrigger_insert_insert_17862', table='access_team', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='team',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "access_teamchange" ("force_id", "id", "key", "name", "pgh_created_at", "pgh_label", "pgh_obj_id", "unit") VALUES (NEW."force_id", NEW."id", NEW."key", NEW."name", NOW(), \'update\', NEW."id", NEW."unit"); RETURN NULL;', hash='132ff1d99d4072ac70126313bb17ad8401b840fa', operation='UPDATE', pgid='pgtrigger_update_update_9e17d', table='access_team', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='team',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "access_teamchange" ("force_id", "id", "key", "name", "pgh_created_at", "pgh_label", "pgh_obj_id", "unit") VALUES (OLD."force_id", OLD."id", OLD."key", OLD."name", NOW(), \'delete\', OLD."id", OLD."unit"); RETURN NULL;', hash='fd664998c270f0a29b71d2159973b9d91bef91e7', operation='DELETE', pgid='pgtrigger_delete_delete_7e9c5', table='access_team', when='AFTER')),
        ),
        migrations.AddIndex(
            model_name='rolegrant',
            index=models.Index(fields=['user', 'from_at'], name='access_rolegrant_user'),
        ),
        migrations.AddConstraint(
            model_name='rolegrant',
            constraint=models.CheckConstraint(condition=models.Q(('role__in', ['investigator', 'offender_manager', 'supervisor', 'analyst', 'inspection_liaison', 'chief_officer', 'commissioners_office', 'wellbeing_lead', 'auditor', 'administrator'])), name='access_rolegrant_role_is_known'),
        ),
        migrations.AddConstraint(
            model_name='rolegrant',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('role__in', [dutybook.access.roles.Role['INVESTIGATOR'], dutybook.access.roles.Role['OFFENDER_MANAGER'], dutybook.access.roles.Role['SUPERVISOR']]), ('team__isnull', False)), models.Q(models.Q(('role__in', [dutybook.access.roles.Role['INVESTIGATOR'], dutybook.access.roles.Role['OFFENDER_MANAGER'], dutybook.access.roles.Role['SUPERVISOR']]), _negated=True), ('team__isnull', True)), _connector='OR'), name='access_rolegrant_team_when_needed'),
        ),
        migrations.AddConstraint(
            model_name='rolegrant',
            constraint=models.CheckConstraint(condition=models.Q(('until_at__isnull', True), ('until_at__gte', models.F('from_at')), _connector='OR'), name='access_rolegrant_ends_after_start'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='rolegrant',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "access_rolegrantchange" ("force_id", "from_at", "id", "pgh_created_at", "pgh_label", "pgh_obj_id", "role", "team_id", "until_at", "user_id") VALUES (NEW."force_id", NEW."from_at", NEW."id", NOW(), \'insert\', NEW."id", NEW."role", NEW."team_id", NEW."until_at", NEW."user_id"); RETURN NULL;', hash='f9e23fb14a6597367e97f14b19f0d007a8f095d8', operation='INSERT', pgid='pgtrigger_insert_insert_e91fd', table='access_rolegrant', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='rolegrant',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "access_rolegrantchange" ("force_id", "from_at", "id", "pgh_created_at", "pgh_label", "pgh_obj_id", "role", "team_id", "until_at", "user_id") VALUES (NEW."force_id", NEW."from_at", NEW."id", NOW(), \'update\', NEW."id", NEW."role", NEW."team_id", NEW."until_at", NEW."user_id"); RETURN NULL;', hash='528b6d474a64bee2ae32301afa4eff4c0f945f89', operation='UPDATE', pgid='pgtrigger_update_update_df172', table='access_rolegrant', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='rolegrant',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "access_rolegrantchange" ("force_id", "from_at", "id", "pgh_created_at", "pgh_label", "pgh_obj_id", "role", "team_id", "until_at", "user_id") VALUES (OLD."force_id", OLD."from_at", OLD."id", NOW(), \'delete\', OLD."id", OLD."role", OLD."team_id", OLD."until_at", OLD."user_id"); RETURN NULL;', hash='5790169dbbab6ab511ca78fe84ca05ba2a3eab3d', operation='DELETE', pgid='pgtrigger_delete_delete_fc173', table='access_rolegrant', when='AFTER')),
        ),
    ]
