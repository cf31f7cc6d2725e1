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
            name='Bail',
            fields=[
                ('subject', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, primary_key=True, related_name='bail', serialize=False, to='ledger.subject')),
                ('arrested_on', models.DateField(null=True)),
            ],
        ),
        migrations.CreateModel(
            name='Suspect',
            fields=[
                ('subject', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, primary_key=True, related_name='suspect', serialize=False, to='ledger.subject')),
                ('reference', models.CharField(max_length=40)),
                ('name', models.CharField(blank=True, default='', max_length=160)),
                ('date_of_birth', models.DateField(null=True)),
                ('force', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='access.force')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('force', 'reference'), name='suspect_reference_once_in_a_force'), models.CheckConstraint(condition=models.Q(('reference', ''), _negated=True), name='suspect_has_a_reference'), models.CheckConstraint(condition=models.Q(('date_of_birth', None), ('date_of_birth__gte', '1900-01-01'), _connector='OR'), name='suspect_born_since_1900')],
            },
        ),
        migrations.CreateModel(
            name='BailChange',
            fields=[
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('pgh_id', models.BigAutoField(primary_key=True, serialize=False)),
                ('transaction', models.BigIntegerField(db_default=dutybook.access.history.TransactionId(), editable=False)),
                ('arrested_on', models.DateField(null=True)),
                ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='changes', to='investigations.bail')),
                ('subject', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', serialize=False, to='ledger.subject')),
                ('suspect', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='investigations.suspect')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.AddField(
            model_name='bail',
            name='suspect',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='bails', to='investigations.suspect'),
        ),
        migrations.CreateModel(
            name='SuspectChange',
            fields=[
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('pgh_id', models.BigAutoField(primary_key=True, serialize=False)),
                ('transaction', models.BigIntegerField(db_default=dutybook.access.history.TransactionId(), editable=False)),
                ('reference', models.CharField(max_length=40)),
                ('name', models.CharField(blank=True, default='', max_length=160)),
                ('date_of_birth', models.DateField(null=True)),
                ('force', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='access.force')),
                ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='changes', to='investigations.suspect')),
                ('subject', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', serialize=False, to='ledger.subject')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='BailCheck',
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
                ('proactive', models.BooleanField(null=True)),
                ('method', models.CharField(blank=True, default='', max_length=80)),
                ('findings', models.TextField(blank=True, default='', max_length=4000)),
                ('done_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('recorded_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('subject', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='ledger.subject')),
            ],
            options={
                'abstract': False,
                'indexes': [models.Index(fields=['subject', 'at'], name='bailcheck_by_subject')],
                'constraints': [models.UniqueConstraint(fields=('fact_id', 'version'), name='bailcheck_version_once'), models.CheckConstraint(condition=models.Q(('version__gte', 1)), name='bailcheck_version_from_1'), models.CheckConstraint(condition=models.Q(('withdrawn', False), ('version__gte', 2), _connector='OR'), name='bailcheck_first_is_not_withdrawn'), models.CheckConstraint(condition=models.Q(('version', 1), models.Q(('change_reason', ''), _negated=True), _connector='OR'), name='bailcheck_change_has_reason'), models.CheckConstraint(condition=models.Q(('at__lte', models.F('recorded_at'))), name='bailcheck_not_in_the_future')],
            },
        ),
        migrations.CreateModel(
            name='BailEnd',
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
                ('reason', models.CharField(choices=[('charged', 'charged'), ('no_further_action', 'no further action'), ('cancelled', 'cancelled'), ('released_under_investigation', 'released under investigation'), ('other', 'other')], max_length=32)),
                ('recorded_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('subject', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='ledger.subject')),
            ],
            options={
                'abstract': False,
                'indexes': [models.Index(fields=['subject', 'at'], name='bailend_by_subject')],
                'constraints': [models.UniqueConstraint(fields=('fact_id', 'version'), name='bailend_version_once'), models.CheckConstraint(condition=models.Q(('version__gte', 1)), name='bailend_version_from_1'), models.CheckConstraint(condition=models.Q(('withdrawn', False), ('version__gte', 2), _connector='OR'), name='bailend_first_is_not_withdrawn'), models.CheckConstraint(condition=models.Q(('version', 1), models.Q(('change_reason', ''), _negated=True), _connector='OR'), name='bailend_change_has_reason'), models.CheckConstraint(condition=models.Q(('at__lte', models.F('recorded_at'))), name='bailend_not_in_the_future'), models.CheckConstraint(condition=models.Q(('reason__in', ['charged', 'no_further_action', 'cancelled', 'released_under_investigation', 'other'])), name='bail_end_reason_known')],
            },
        ),
        migrations.CreateModel(
            name='BailSegment',
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
                ('until', models.DateTimeField(null=True)),
                ('conditional', models.BooleanField(null=True)),
                ('conditions', models.TextField(blank=True, default='', max_length=4000)),
                ('recorded_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('subject', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='ledger.subject')),
            ],
            options={
                'abstract': False,
                'indexes': [models.Index(fields=['subject', 'at'], name='bailsegment_by_subject')],
                'constraints': [models.UniqueConstraint(fields=('fact_id', 'version'), name='bailsegment_version_once'), models.CheckConstraint(condition=models.Q(('version__gte', 1)), name='bailsegment_version_from_1'), models.CheckConstraint(condition=models.Q(('withdrawn', False), ('version__gte', 2), _connector='OR'), name='bailsegment_first_is_not_withdrawn'), models.CheckConstraint(condition=models.Q(('version', 1), models.Q(('change_reason', ''), _negated=True), _connector='OR'), name='bailsegment_change_has_reason'), models.CheckConstraint(condition=models.Q(('until', None), ('until__gt', models.F('at')), _connector='OR'), name='bail_segment_ends_after_it_begins'), models.CheckConstraint(condition=models.Q(('conditions', ''), models.Q(('conditional', True), ('conditional__isnull', False)), _connector='OR'), name='bail_segment_conditions_agree')],
            },
        ),
        migrations.CreateModel(
            name='Enforcement',
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
                ('kind', models.CharField(choices=[('arrest', 'arrest'), ('voluntary_attendance', 'voluntary attendance'), ('safeguarding_visit', 'safeguarding visit'), ('other', 'other')], max_length=32)),
                ('note', models.TextField(blank=True, default='', max_length=4000)),
                ('recorded_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('subject', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='ledger.subject')),
            ],
            options={
                'abstract': False,
                'indexes': [models.Index(fields=['subject', 'at'], name='enforcement_by_subject')],
                'constraints': [models.UniqueConstraint(fields=('fact_id', 'version'), name='enforcement_version_once'), models.CheckConstraint(condition=models.Q(('version__gte', 1)), name='enforcement_version_from_1'), models.CheckConstraint(condition=models.Q(('withdrawn', False), ('version__gte', 2), _connector='OR'), name='enforcement_first_is_not_withdrawn'), models.CheckConstraint(condition=models.Q(('version', 1), models.Q(('change_reason', ''), _negated=True), _connector='OR'), name='enforcement_change_has_reason'), models.CheckConstraint(condition=models.Q(('at__lte', models.F('recorded_at'))), name='enforcement_not_in_the_future'), models.CheckConstraint(condition=models.Q(('kind__in', ['arrest', 'voluntary_attendance', 'safeguarding_visit', 'other'])), name='enforcement_kind_known')],
            },
        ),
        migrations.CreateModel(
            name='Grade',
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
                ('level', models.CharField(choices=[('low', 'low'), ('medium', 'medium'), ('high', 'high'), ('very_high', 'very high'), ('unknown', 'unknown')], max_length=32)),
                ('tool_version', models.CharField(blank=True, default='', max_length=40)),
                ('done_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('recorded_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('subject', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='ledger.subject')),
            ],
            options={
                'abstract': False,
                'indexes': [models.Index(fields=['subject', 'at'], name='grade_by_subject')],
                'constraints': [models.UniqueConstraint(fields=('fact_id', 'version'), name='grade_version_once'), models.CheckConstraint(condition=models.Q(('version__gte', 1)), name='grade_version_from_1'), models.CheckConstraint(condition=models.Q(('withdrawn', False), ('version__gte', 2), _connector='OR'), name='grade_first_is_not_withdrawn'), models.CheckConstraint(condition=models.Q(('version', 1), models.Q(('change_reason', ''), _negated=True), _connector='OR'), name='grade_change_has_reason'), models.CheckConstraint(condition=models.Q(('at__lte', models.F('recorded_at'))), name='grade_not_in_the_future'), models.CheckConstraint(condition=models.Q(('level__in', ['low', 'medium', 'high', 'very_high', 'unknown'])), name='grade_level_known')],
            },
        ),
        migrations.CreateModel(
            name='InvestigationEnd',
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
                ('state', models.CharField(choices=[('ended', 'ended'), ('reopened', 'reopened')], max_length=32)),
                ('reason', models.TextField(blank=True, default='', max_length=4000)),
                ('recorded_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('subject', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='ledger.subject')),
            ],
            options={
                'abstract': False,
                'indexes': [models.Index(fields=['subject', 'at'], name='investigationend_by_subject')],
                'constraints': [models.UniqueConstraint(fields=('fact_id', 'version'), name='investigationend_version_once'), models.CheckConstraint(condition=models.Q(('version__gte', 1)), name='investigationend_version_from_1'), models.CheckConstraint(condition=models.Q(('withdrawn', False), ('version__gte', 2), _connector='OR'), name='investigationend_first_is_not_withdrawn'), models.CheckConstraint(condition=models.Q(('version', 1), models.Q(('change_reason', ''), _negated=True), _connector='OR'), name='investigationend_change_has_reason'), models.CheckConstraint(condition=models.Q(('at__lte', models.F('recorded_at'))), name='investigationend_not_in_the_future'), models.CheckConstraint(condition=models.Q(('state__in', ['ended', 'reopened'])), name='investigation_end_state_known')],
            },
        ),
        migrations.CreateModel(
            name='Referral',
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
                ('received_from', models.CharField(blank=True, default='', max_length=80)),
                ('reference', models.CharField(blank=True, default='', max_length=80)),
                ('recorded_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('subject', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='ledger.subject')),
            ],
            options={
                'abstract': False,
                'indexes': [models.Index(fields=['subject', 'at'], name='referral_by_subject')],
                'constraints': [models.UniqueConstraint(fields=('fact_id', 'version'), name='referral_version_once'), models.CheckConstraint(condition=models.Q(('version__gte', 1)), name='referral_version_from_1'), models.CheckConstraint(condition=models.Q(('withdrawn', False), ('version__gte', 2), _connector='OR'), name='referral_first_is_not_withdrawn'), models.CheckConstraint(condition=models.Q(('version', 1), models.Q(('change_reason', ''), _negated=True), _connector='OR'), name='referral_change_has_reason'), models.CheckConstraint(condition=models.Q(('at__lte', models.F('recorded_at'))), name='referral_not_in_the_future')],
            },
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='suspect',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "investigations_suspectchange" ("date_of_birth", "force_id", "name", "pgh_created_at", "pgh_label", "pgh_obj_id", "reference", "subject_id") VALUES (NEW."date_of_birth", NEW."force_id", NEW."name", NOW(), \'insert\', NEW."subject_id", NEW."reference", NEW."subject_id"); RETURN NULL;', hash='7675eff3b0f7f01e4f3e23ba21d0f4e762946dd7', operation='INSERT', pgid='pgtrigger_insert_insert_4dc21', table='investigations_suspect', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='suspect',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "investigations_suspectchange" ("date_of_birth", "force_id", "name", "pgh_created_at", "pgh_label", "pgh_obj_id", "reference", "subject_id") VALUES (NEW."date_of_birth", NEW."force_id", NEW."name", NOW(), \'update\', NEW."subject_id", NEW."reference", NEW."subject_id"); RETURN NULL;', hash='e0b009c0e00126782b0b1c59c102891c44ff8c67', operation='UPDATE', pgid='pgtrigger_update_update_9fe2d', table='investigations_suspect', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='suspect',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "investigations_suspectchange" ("date_of_birth", "force_id", "name", "pgh_created_at", "pgh_label", "pgh_obj_id", "reference", "subject_id") VALUES (OLD."date_of_birth", OLD."force_id", OLD."name", NOW(), \'delete\', OLD."subject_id", OLD."reference", OLD."subject_id"); RETURN NULL;', hash='0d4d6e7b77ea7e25afdb842bcba9711c4c7eca9b', operation='DELETE', pgid='pgtrigger_delete_delete_14ee3', table='investigations_suspect', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='bail',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "investigations_bailchange" ("arrested_on", "pgh_created_at", "pgh_label", "pgh_obj_id", "subject_id", "suspect_id") VALUES (NEW."arrested_on", NOW(), \'insert\', NEW."subject_id", NEW."subject_id", NEW."suspect_id"); RETURN NULL;', hash='e5537a07b815c2d9fa4c2564d41e8197073786c5', operation='INSERT', pgid='pgtrigger_insert_insert_6b5af', table='investigations_bail', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='bail',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "investigations_bailchange" ("arrested_on", "pgh_created_at", "pgh_label", "pgh_obj_id", "subject_id", "suspect_id") VALUES (NEW."arrested_on", NOW(), \'update\', NEW."subject_id", NEW."subject_id", NEW."suspect_id"); RETURN NULL;', hash='55db5a328221fe4aefa689c17c6d8386162dc1d5', operation='UPDATE', pgid='pgtrigger_update_update_56cb9', table='investigations_bail', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='bail',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "investigations_bailchange" ("arrested_on", "pgh_created_at", "pgh_label", "pgh_obj_id", "subject_id", "suspect_id") VALUES (OLD."arrested_on", NOW(), \'delete\', OLD."subject_id", OLD."subject_id", OLD."suspect_id"); RETURN NULL;', hash='4acde2637d976af6c9cd86bc86ae79db2252668b', operation='DELETE', pgid='pgtrigger_delete_delete_bfb46', table='investigations_bail', when='AFTER')),
        ),
    ]
