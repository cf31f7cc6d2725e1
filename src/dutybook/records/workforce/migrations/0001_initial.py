"""None"""

import django.db.models.deletion
import django.db.models.functions.datetime
import dutybook.access.history
import dutybook.ledger.fact_models
import pgtrigger.compiler
import pgtrigger.migrations
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('access', '0002_grants_of_one_force_and_apart'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
        ('ledger', '0001_initial'),
    ]

    operations = [
        migrations.CreateModel(
            name='StaffMember',
            fields=[
                ('subject', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, primary_key=True, related_name='staff_member', serialize=False, to='ledger.subject')),
                ('payroll_ref', models.CharField(max_length=40)),
                ('name', models.CharField(max_length=160)),
                ('force', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='access.force')),
                ('user', models.OneToOneField(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('force', 'payroll_ref'), name='staff_payroll_ref_once_in_a_force'), models.CheckConstraint(condition=models.Q(('name', ''), _negated=True), name='staff_has_a_name'), models.CheckConstraint(condition=models.Q(('payroll_ref', ''), _negated=True), name='staff_has_a_payroll_ref')],
            },
        ),
        migrations.CreateModel(
            name='StaffMemberChange',
            fields=[
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('pgh_id', models.BigAutoField(primary_key=True, serialize=False)),
                ('transaction', models.BigIntegerField(db_default=dutybook.access.history.TransactionId(), editable=False)),
                ('payroll_ref', models.CharField(max_length=40)),
                ('name', models.CharField(max_length=160)),
                ('force', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='access.force')),
                ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='changes', to='workforce.staffmember')),
                ('subject', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', serialize=False, to='ledger.subject')),
                ('user', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='Role',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('fact_id', models.BigIntegerField(db_default=dutybook.ledger.fact_models.NextFactId(), editable=False)),
                ('version', models.PositiveSmallIntegerField(default=1)),
                ('at', models.DateTimeField()),
                ('day_only', models.BooleanField(default=False)),
                ('recorded_at', models.DateTimeField()),
                ('loaded_at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False)),
                ('withdrawn', models.BooleanField(default=False)),
                ('change_reason', models.CharField(blank=True, default='', max_length=500)),
                ('state', models.CharField(choices=[('in_scope', 'in scope'), ('out_of_scope', 'out of scope')], max_length=32)),
                ('title', models.CharField(blank=True, default='', max_length=120)),
                ('recorded_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('subject', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='ledger.subject')),
            ],
            options={
                'abstract': False,
                'indexes': [models.Index(fields=['subject', 'at'], name='role_by_subject')],
                'constraints': [models.UniqueConstraint(fields=('fact_id', 'version'), name='role_version_once'), models.CheckConstraint(condition=models.Q(('version__gte', 1)), name='role_version_from_1'), models.CheckConstraint(condition=models.Q(('withdrawn', False), ('version__gte', 2), _connector='OR'), name='role_first_is_not_withdrawn'), models.CheckConstraint(condition=models.Q(('version', 1), models.Q(('change_reason', ''), _negated=True), _connector='OR'), name='role_change_has_reason'), models.CheckConstraint(condition=models.Q(('at__lte', models.F('recorded_at'))), name='role_not_in_the_future'), models.CheckConstraint(condition=models.Q(('state__in', ['in_scope', 'out_of_scope'])), name='role_state_known')],
            },
        ),
        migrations.CreateModel(
            name='Screening',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('fact_id', models.BigIntegerField(db_default=dutybook.ledger.fact_models.NextFactId(), editable=False)),
                ('version', models.PositiveSmallIntegerField(default=1)),
                ('at', models.DateTimeField()),
                ('day_only', models.BooleanField(default=False)),
                ('recorded_at', models.DateTimeField()),
                ('loaded_at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False)),
                ('withdrawn', models.BooleanField(default=False)),
                ('change_reason', models.CharField(blank=True, default='', max_length=500)),
                ('state', models.CharField(choices=[('offered', 'offered'), ('completed', 'completed'), ('declined', 'declined')], max_length=32)),
                ('recorded_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('subject', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='ledger.subject')),
            ],
            options={
                'abstract': False,
                'indexes': [models.Index(fields=['subject', 'at'], name='screening_by_subject')],
                'constraints': [models.UniqueConstraint(fields=('fact_id', 'version'), name='screening_version_once'), models.CheckConstraint(condition=models.Q(('version__gte', 1)), name='screening_version_from_1'), models.CheckConstraint(condition=models.Q(('withdrawn', False), ('version__gte', 2), _connector='OR'), name='screening_first_is_not_withdrawn'), models.CheckConstraint(condition=models.Q(('version', 1), models.Q(('change_reason', ''), _negated=True), _connector='OR'), name='screening_change_has_reason'), models.CheckConstraint(condition=models.Q(('at__lte', models.F('recorded_at'))), name='screening_not_in_the_future'), models.CheckConstraint(condition=models.Q(('state__in', ['offered', 'completed', 'declined'])), name='screening_state_known')],
            },
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='staffmember',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "workforce_staffmemberchange" ("force_id", "name", "payroll_ref", "pgh_created_at", "pgh_label", "pgh_obj_id", "subject_id", "user_id") VALUES (NEW."force_id", NEW."name", NEW."payroll_ref", NOW(), \'insert\', NEW."subject_id", NEW."subject_id", NEW."user_id"); RETURN NULL;', hash='9e2fa850eae89d37cb88a49805fe516dd599aef1', operation='INSERT', pgid='pgtrigger_insert_insert_fa0b6', table='workforce_staffmember', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='staffmember',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "workforce_staffmemberchange" ("force_id", "name", "payroll_ref", "pgh_created_at", "pgh_label", "pgh_obj_id", "subject_id", "user_id") VALUES (NEW."force_id", NEW."name", NEW."payroll_ref", NOW(), \'update\', NEW."subject_id", NEW."subject_id", NEW."user_id"); RETURN NULL;', hash='7cf9e16e06f5e41cec11cf1f40021a6c842468a2', operation='UPDATE', pgid='pgtrigger_update_update_38bcb', table='workforce_staffmember', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='staffmember',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "workforce_staffmemberchange" ("force_id", "name", "payroll_ref", "pgh_created_at", "pgh_label", "pgh_obj_id", "subject_id", "user_id") VALUES (OLD."force_id", OLD."name", OLD."payroll_ref", NOW(), \'delete\', OLD."subject_id", OLD."subject_id", OLD."user_id"); RETURN NULL;', hash='5e096c5d02c249dbf2bf867e2e053916405f8fa4', operation='DELETE', pgid='pgtrigger_delete_delete_a1e49', table='workforce_staffmember', when='AFTER')),
        ),
    ]
