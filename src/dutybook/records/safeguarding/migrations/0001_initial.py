"""Children at risk, and the facts about them."""

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
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
        ('ledger', '0009_children_beneath'),
    ]

    operations = [
        migrations.CreateModel(
            name='ChildAtRisk',
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
                ('learnt_from', models.CharField(max_length=160)),
                ('note', models.TextField(max_length=4000)),
                ('recorded_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('subject', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='ledger.subject')),
            ],
            options={
                'abstract': False,
                'indexes': [models.Index(fields=['subject', 'at'], name='childatrisk_by_subject')],
                'constraints': [models.UniqueConstraint(fields=('fact_id', 'version'), name='childatrisk_version_once'), models.CheckConstraint(condition=models.Q(('version__gte', 1)), name='childatrisk_version_from_1'), models.CheckConstraint(condition=models.Q(('withdrawn', False), ('version__gte', 2), _connector='OR'), name='childatrisk_first_is_not_withdrawn'), models.CheckConstraint(condition=models.Q(('version', 1), models.Q(('change_reason', ''), _negated=True), _connector='OR'), name='childatrisk_change_has_reason'), models.CheckConstraint(condition=models.Q(('at__lte', models.F('recorded_at'))), name='childatrisk_not_in_the_future'), models.CheckConstraint(condition=models.Q(models.Q(('note', ''), _negated=True), models.Q(('learnt_from', ''), _negated=True)), name='child_at_risk_says_what')],
            },
        ),
        migrations.CreateModel(
            name='ChildChange',
            fields=[
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('pgh_id', models.BigAutoField(primary_key=True, serialize=False)),
                ('transaction', models.BigIntegerField(db_default=dutybook.access.history.TransactionId(), editable=False)),
                ('known_as', models.CharField(max_length=160)),
                ('date_of_birth', models.DateField(null=True)),
                ('relation', models.CharField(blank=True, default='', max_length=160)),
                ('subject', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', serialize=False, to='ledger.subject')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='SafetyDecision',
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
                ('of_fact', models.BigIntegerField()),
                ('of_version', models.PositiveSmallIntegerField(default=1)),
                ('decision', models.CharField(choices=[('tell_social_care', 'tell social care'), ('no_further_action', 'no further action')], max_length=32)),
                ('rationale', models.TextField(max_length=4000)),
                ('protected_at_once', models.TextField(blank=True, default='', max_length=4000)),
                ('recorded_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('subject', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='ledger.subject')),
            ],
            options={
                'abstract': False,
                'indexes': [models.Index(fields=['subject', 'at'], name='safetydecision_by_subject')],
                'constraints': [models.UniqueConstraint(fields=('fact_id', 'version'), name='safetydecision_version_once'), models.CheckConstraint(condition=models.Q(('version__gte', 1)), name='safetydecision_version_from_1'), models.CheckConstraint(condition=models.Q(('withdrawn', False), ('version__gte', 2), _connector='OR'), name='safetydecision_first_is_not_withdrawn'), models.CheckConstraint(condition=models.Q(('version', 1), models.Q(('change_reason', ''), _negated=True), _connector='OR'), name='safetydecision_change_has_reason'), models.CheckConstraint(condition=models.Q(('at__lte', models.F('recorded_at'))), name='safetydecision_not_in_the_future'), models.CheckConstraint(condition=models.Q(('decision__in', ['tell_social_care', 'no_further_action'])), name='safeguarding_decision_decision_known')],
            },
        ),
        migrations.CreateModel(
            name='SocialCareAnswer',
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
                ('of_fact', models.BigIntegerField()),
                ('of_version', models.PositiveSmallIntegerField(default=1)),
                ('answer', models.TextField(max_length=4000)),
                ('recorded_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('subject', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='ledger.subject')),
            ],
            options={
                'abstract': False,
                'indexes': [models.Index(fields=['subject', 'at'], name='socialcareanswer_by_subject')],
                'constraints': [models.UniqueConstraint(fields=('fact_id', 'version'), name='socialcareanswer_version_once'), models.CheckConstraint(condition=models.Q(('version__gte', 1)), name='socialcareanswer_version_from_1'), models.CheckConstraint(condition=models.Q(('withdrawn', False), ('version__gte', 2), _connector='OR'), name='socialcareanswer_first_is_not_withdrawn'), models.CheckConstraint(condition=models.Q(('version', 1), models.Q(('change_reason', ''), _negated=True), _connector='OR'), name='socialcareanswer_change_has_reason'), models.CheckConstraint(condition=models.Q(('at__lte', models.F('recorded_at'))), name='socialcareanswer_not_in_the_future'), models.CheckConstraint(condition=models.Q(('answer', ''), _negated=True), name='social_care_answer_says_what')],
            },
        ),
        migrations.CreateModel(
            name='SocialCareTold',
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
                ('of_fact', models.BigIntegerField()),
                ('of_version', models.PositiveSmallIntegerField(default=1)),
                ('told', models.CharField(max_length=200)),
                ('reference', models.CharField(blank=True, default='', max_length=80)),
                ('recorded_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('subject', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='ledger.subject')),
            ],
            options={
                'abstract': False,
                'indexes': [models.Index(fields=['subject', 'at'], name='socialcaretold_by_subject')],
                'constraints': [models.UniqueConstraint(fields=('fact_id', 'version'), name='socialcaretold_version_once'), models.CheckConstraint(condition=models.Q(('version__gte', 1)), name='socialcaretold_version_from_1'), models.CheckConstraint(condition=models.Q(('withdrawn', False), ('version__gte', 2), _connector='OR'), name='socialcaretold_first_is_not_withdrawn'), models.CheckConstraint(condition=models.Q(('version', 1), models.Q(('change_reason', ''), _negated=True), _connector='OR'), name='socialcaretold_change_has_reason'), models.CheckConstraint(condition=models.Q(('at__lte', models.F('recorded_at'))), name='socialcaretold_not_in_the_future'), models.CheckConstraint(condition=models.Q(('told', ''), _negated=True), name='social_care_told_somebody')],
            },
        ),
        migrations.CreateModel(
            name='Child',
            fields=[
                ('subject', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, primary_key=True, related_name='child', serialize=False, to='ledger.subject')),
                ('known_as', models.CharField(max_length=160)),
                ('date_of_birth', models.DateField(null=True)),
                ('relation', models.CharField(blank=True, default='', max_length=160)),
            ],
            options={
                'constraints': [models.CheckConstraint(condition=models.Q(('known_as', ''), _negated=True), name='child_is_known_somehow')],
            },
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='child',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "safeguarding_childchange" ("date_of_birth", "known_as", "pgh_created_at", "pgh_label", "pgh_obj_id", "relation", "subject_id") VALUES (NEW."date_of_birth", NEW."known_as", NOW(), \'insert\', NEW."subject_id", NEW."relation", NEW."subject_id"); RETURN NULL;', hash='ccafcf009cb0aa656ccf965afdf78a883b95ee51', operation='INSERT', pgid='pgtrigger_insert_insert_e9d55', table='safeguarding_child', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='child',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "safeguarding_childchange" ("date_of_birth", "known_as", "pgh_created_at", "pgh_label", "pgh_obj_id", "relation", "subject_id") VALUES (NEW."date_of_birth", NEW."known_as", NOW(), \'update\', NEW."subject_id", NEW."relation", NEW."subject_id"); RETURN NULL;', hash='2d87bfd19535f69211cee508d35408e225817abf', operation='UPDATE', pgid='pgtrigger_update_update_39299', table='safeguarding_child', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='child',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "safeguarding_childchange" ("date_of_birth", "known_as", "pgh_created_at", "pgh_label", "pgh_obj_id", "relation", "subject_id") VALUES (OLD."date_of_birth", OLD."known_as", NOW(), \'delete\', OLD."subject_id", OLD."relation", OLD."subject_id"); RETURN NULL;', hash='a399859e672e2f6decc059590332a8b77c625358', operation='DELETE', pgid='pgtrigger_delete_delete_2cbff', table='safeguarding_child', when='AFTER')),
        ),
        migrations.AddField(
            model_name='childchange',
            name='pgh_obj',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='changes', to='safeguarding.child'),
        ),
    ]
