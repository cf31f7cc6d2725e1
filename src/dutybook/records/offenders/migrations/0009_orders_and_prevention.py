"""Orders, what happens to them, disclosure, and reviews after a further offence."""

import django.db.models.deletion
import django.db.models.functions.datetime
import dutybook.access.history
import dutybook.ledger.fact_models
import pgtrigger.compiler
import pgtrigger.migrations
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('ledger', '0006_orders_beneath_offenders'),
        ('offenders', '0008_transfers'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='Order',
            fields=[
                ('subject', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, primary_key=True, related_name='order', serialize=False, to='ledger.subject')),
                ('kind', models.CharField(choices=[('shpo', 'shpo'), ('interim_shpo', 'interim_shpo'), ('sro', 'sro'), ('sopo', 'sopo'), ('other', 'other')], max_length=16)),
                ('offender', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='orders', to='offenders.offender')),
            ],
        ),
        migrations.CreateModel(
            name='OrderBreach',
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
                ('note', models.TextField(max_length=4000)),
                ('recorded_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('subject', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='ledger.subject')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='OrderBreachDecision',
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
                ('decision', models.CharField(choices=[('arrest', 'arrest'), ('charge', 'charge'), ('no_action', 'no action')], max_length=32)),
                ('rationale', models.TextField(max_length=4000)),
                ('recorded_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('subject', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='ledger.subject')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='OrderChange',
            fields=[
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('pgh_id', models.BigAutoField(primary_key=True, serialize=False)),
                ('transaction', models.BigIntegerField(db_default=dutybook.access.history.TransactionId(), editable=False)),
                ('kind', models.CharField(choices=[('shpo', 'shpo'), ('interim_shpo', 'interim_shpo'), ('sro', 'sro'), ('sopo', 'sopo'), ('other', 'other')], max_length=16)),
                ('offender', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='offenders.offender')),
                ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='changes', to='offenders.order')),
                ('subject', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', serialize=False, to='ledger.subject')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='OrderCheck',
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
                ('method', models.CharField(blank=True, default='', max_length=80)),
                ('findings', models.TextField(max_length=4000)),
                ('done_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('recorded_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('subject', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='ledger.subject')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='OrderDecision',
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
                ('decision', models.CharField(choices=[('apply', 'apply'), ('already_in_force', 'already in force'), ('do_not_apply', 'do not apply')], max_length=32)),
                ('rationale', models.TextField(max_length=4000)),
                ('recorded_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('subject', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='ledger.subject')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='OrderEndDecision',
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
                ('decision', models.CharField(choices=[('renew', 'renew'), ('let_it_end', 'let it end')], max_length=32)),
                ('rationale', models.TextField(max_length=4000)),
                ('recorded_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('subject', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='ledger.subject')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='OrderMade',
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
                ('kind', models.CharField(choices=[('shpo', 'shpo'), ('interim_shpo', 'interim shpo'), ('sro', 'sro'), ('sopo', 'sopo'), ('other', 'other')], max_length=32)),
                ('until', models.DateTimeField(null=True)),
                ('recorded_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('subject', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='ledger.subject')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='OrderState',
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
                ('state', models.CharField(choices=[('in_force', 'in force'), ('ended', 'ended')], max_length=32)),
                ('reason', models.TextField(blank=True, default='', max_length=4000)),
                ('recorded_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('subject', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='ledger.subject')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='OrderTerms',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('from_day', models.DateField()),
                ('court', models.CharField(max_length=200)),
                ('conditions', models.TextField(max_length=8000)),
                ('recorded_at', models.DateTimeField()),
                ('loaded_at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False)),
                ('order', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='terms', to='offenders.order')),
                ('recorded_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
        ),
        migrations.CreateModel(
            name='DisclosureDecision',
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
                ('decision', models.CharField(choices=[('disclose', 'disclose'), ('do_not_disclose', 'do not disclose')], max_length=32)),
                ('told', models.CharField(blank=True, default='', max_length=200)),
                ('rationale', models.TextField(max_length=4000)),
                ('recorded_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('subject', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='ledger.subject')),
            ],
            options={
                'abstract': False,
                'indexes': [models.Index(fields=['subject', 'at'], name='disclosuredecision_by_subject')],
                'constraints': [models.UniqueConstraint(fields=('fact_id', 'version'), name='disclosuredecision_version_once'), models.CheckConstraint(condition=models.Q(('version__gte', 1)), name='disclosuredecision_version_from_1'), models.CheckConstraint(condition=models.Q(('withdrawn', False), ('version__gte', 2), _connector='OR'), name='disclosuredecision_first_is_not_withdrawn'), models.CheckConstraint(condition=models.Q(('version', 1), models.Q(('change_reason', ''), _negated=True), _connector='OR'), name='disclosuredecision_change_has_reason'), models.CheckConstraint(condition=models.Q(('at__lte', models.F('recorded_at'))), name='disclosuredecision_not_in_the_future'), models.CheckConstraint(condition=models.Q(('decision__in', ['disclose', 'do_not_disclose'])), name='disclosure_decision_decision_known')],
            },
        ),
        migrations.CreateModel(
            name='DisclosureRequest',
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
                ('route', models.CharField(choices=[('sarahs_law', 'sarahs_law'), ('agency', 'agency'), ('other', 'other')], max_length=16)),
                ('reference', models.CharField(blank=True, default='', max_length=80)),
                ('note', models.TextField(blank=True, default='', max_length=4000)),
                ('recorded_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('subject', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='ledger.subject')),
            ],
            options={
                'abstract': False,
                'indexes': [models.Index(fields=['subject', 'at'], name='disclosurerequest_by_subject')],
                'constraints': [models.UniqueConstraint(fields=('fact_id', 'version'), name='disclosurerequest_version_once'), models.CheckConstraint(condition=models.Q(('version__gte', 1)), name='disclosurerequest_version_from_1'), models.CheckConstraint(condition=models.Q(('withdrawn', False), ('version__gte', 2), _connector='OR'), name='disclosurerequest_first_is_not_withdrawn'), models.CheckConstraint(condition=models.Q(('version', 1), models.Q(('change_reason', ''), _negated=True), _connector='OR'), name='disclosurerequest_change_has_reason'), models.CheckConstraint(condition=models.Q(('at__lte', models.F('recorded_at'))), name='disclosurerequest_not_in_the_future'), models.CheckConstraint(condition=models.Q(('route__in', ('sarahs_law', 'agency', 'other'))), name='disclosure_request_route_known')],
            },
        ),
        migrations.CreateModel(
            name='FurtherOffence',
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
                ('note', models.TextField(max_length=4000)),
                ('recorded_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('subject', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='ledger.subject')),
            ],
            options={
                'abstract': False,
                'indexes': [models.Index(fields=['subject', 'at'], name='furtheroffence_by_subject')],
                'constraints': [models.UniqueConstraint(fields=('fact_id', 'version'), name='furtheroffence_version_once'), models.CheckConstraint(condition=models.Q(('version__gte', 1)), name='furtheroffence_version_from_1'), models.CheckConstraint(condition=models.Q(('withdrawn', False), ('version__gte', 2), _connector='OR'), name='furtheroffence_first_is_not_withdrawn'), models.CheckConstraint(condition=models.Q(('version', 1), models.Q(('change_reason', ''), _negated=True), _connector='OR'), name='furtheroffence_change_has_reason'), models.CheckConstraint(condition=models.Q(('at__lte', models.F('recorded_at'))), name='furtheroffence_not_in_the_future')],
            },
        ),
        migrations.CreateModel(
            name='OffenceReview',
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
                ('note', models.TextField(max_length=4000)),
                ('recorded_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('subject', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='ledger.subject')),
            ],
            options={
                'abstract': False,
                'indexes': [models.Index(fields=['subject', 'at'], name='offencereview_by_subject')],
                'constraints': [models.UniqueConstraint(fields=('fact_id', 'version'), name='offencereview_version_once'), models.CheckConstraint(condition=models.Q(('version__gte', 1)), name='offencereview_version_from_1'), models.CheckConstraint(condition=models.Q(('withdrawn', False), ('version__gte', 2), _connector='OR'), name='offencereview_first_is_not_withdrawn'), models.CheckConstraint(condition=models.Q(('version', 1), models.Q(('change_reason', ''), _negated=True), _connector='OR'), name='offencereview_change_has_reason'), models.CheckConstraint(condition=models.Q(('at__lte', models.F('recorded_at'))), name='offencereview_not_in_the_future')],
            },
        ),
        migrations.AddConstraint(
            model_name='order',
            constraint=models.CheckConstraint(condition=models.Q(('kind__in', ('shpo', 'interim_shpo', 'sro', 'sopo', 'other'))), name='order_kind_known'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='order',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "offenders_orderchange" ("kind", "offender_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "subject_id") VALUES (NEW."kind", NEW."offender_id", NOW(), \'insert\', NEW."subject_id", NEW."subject_id"); RETURN NULL;', hash='5e50c6fd9d3beb2cbfdde9b869697a53362ff982', operation='INSERT', pgid='pgtrigger_insert_insert_80711', table='offenders_order', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='order',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "offenders_orderchange" ("kind", "offender_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "subject_id") VALUES (NEW."kind", NEW."offender_id", NOW(), \'update\', NEW."subject_id", NEW."subject_id"); RETURN NULL;', hash='1cae2524db0b974bcb56de0155f6de75962e6d3d', operation='UPDATE', pgid='pgtrigger_update_update_77549', table='offenders_order', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='order',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "offenders_orderchange" ("kind", "offender_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "subject_id") VALUES (OLD."kind", OLD."offender_id", NOW(), \'delete\', OLD."subject_id", OLD."subject_id"); RETURN NULL;', hash='af3e15f5c404d8e49f1f9454a839143823cbe608', operation='DELETE', pgid='pgtrigger_delete_delete_31ece', table='offenders_order', when='AFTER')),
        ),
        migrations.AddIndex(
            model_name='orderbreach',
            index=models.Index(fields=['subject', 'at'], name='orderbreach_by_subject'),
        ),
        migrations.AddConstraint(
            model_name='orderbreach',
            constraint=models.UniqueConstraint(fields=('fact_id', 'version'), name='orderbreach_version_once'),
        ),
        migrations.AddConstraint(
            model_name='orderbreach',
            constraint=models.CheckConstraint(condition=models.Q(('version__gte', 1)), name='orderbreach_version_from_1'),
        ),
        migrations.AddConstraint(
            model_name='orderbreach',
            constraint=models.CheckConstraint(condition=models.Q(('withdrawn', False), ('version__gte', 2), _connector='OR'), name='orderbreach_first_is_not_withdrawn'),
        ),
        migrations.AddConstraint(
            model_name='orderbreach',
            constraint=models.CheckConstraint(condition=models.Q(('version', 1), models.Q(('change_reason', ''), _negated=True), _connector='OR'), name='orderbreach_change_has_reason'),
        ),
        migrations.AddConstraint(
            model_name='orderbreach',
            constraint=models.CheckConstraint(condition=models.Q(('at__lte', models.F('recorded_at'))), name='orderbreach_not_in_the_future'),
        ),
        migrations.AddIndex(
            model_name='orderbreachdecision',
            index=models.Index(fields=['subject', 'at'], name='orderbreachdecision_by_subject'),
        ),
        migrations.AddConstraint(
            model_name='orderbreachdecision',
            constraint=models.UniqueConstraint(fields=('fact_id', 'version'), name='orderbreachdecision_version_once'),
        ),
        migrations.AddConstraint(
            model_name='orderbreachdecision',
            constraint=models.CheckConstraint(condition=models.Q(('version__gte', 1)), name='orderbreachdecision_version_from_1'),
        ),
        migrations.AddConstraint(
            model_name='orderbreachdecision',
            constraint=models.CheckConstraint(condition=models.Q(('withdrawn', False), ('version__gte', 2), _connector='OR'), name='orderbreachdecision_first_is_not_withdrawn'),
        ),
        migrations.AddConstraint(
            model_name='orderbreachdecision',
            constraint=models.CheckConstraint(condition=models.Q(('version', 1), models.Q(('change_reason', ''), _negated=True), _connector='OR'), name='orderbreachdecision_change_has_reason'),
        ),
        migrations.AddConstraint(
            model_name='orderbreachdecision',
            constraint=models.CheckConstraint(condition=models.Q(('at__lte', models.F('recorded_at'))), name='orderbreachdecision_not_in_the_future'),
        ),
        migrations.AddConstraint(
            model_name='orderbreachdecision',
            constraint=models.CheckConstraint(condition=models.Q(('decision__in', ['arrest', 'charge', 'no_action'])), name='order_breach_decision_decision_known'),
        ),
        migrations.AddIndex(
            model_name='ordercheck',
            index=models.Index(fields=['subject', 'at'], name='ordercheck_by_subject'),
        ),
        migrations.AddConstraint(
            model_name='ordercheck',
            constraint=models.UniqueConstraint(fields=('fact_id', 'version'), name='ordercheck_version_once'),
        ),
        migrations.AddConstraint(
            model_name='ordercheck',
            constraint=models.CheckConstraint(condition=models.Q(('version__gte', 1)), name='ordercheck_version_from_1'),
        ),
        migrations.AddConstraint(
            model_name='ordercheck',
            constraint=models.CheckConstraint(condition=models.Q(('withdrawn', False), ('version__gte', 2), _connector='OR'), name='ordercheck_first_is_not_withdrawn'),
        ),
        migrations.AddConstraint(
            model_name='ordercheck',
            constraint=models.CheckConstraint(condition=models.Q(('version', 1), models.Q(('change_reason', ''), _negated=True), _connector='OR'), name='ordercheck_change_has_reason'),
        ),
        migrations.AddConstraint(
            model_name='ordercheck',
            constraint=models.CheckConstraint(condition=models.Q(('at__lte', models.F('recorded_at'))), name='ordercheck_not_in_the_future'),
        ),
        migrations.AddIndex(
            model_name='orderdecision',
            index=models.Index(fields=['subject', 'at'], name='orderdecision_by_subject'),
        ),
        migrations.AddConstraint(
            model_name='orderdecision',
            constraint=models.UniqueConstraint(fields=('fact_id', 'version'), name='orderdecision_version_once'),
        ),
        migrations.AddConstraint(
            model_name='orderdecision',
            constraint=models.CheckConstraint(condition=models.Q(('version__gte', 1)), name='orderdecision_version_from_1'),
        ),
        migrations.AddConstraint(
            model_name='orderdecision',
            constraint=models.CheckConstraint(condition=models.Q(('withdrawn', False), ('version__gte', 2), _connector='OR'), name='orderdecision_first_is_not_withdrawn'),
        ),
        migrations.AddConstraint(
            model_name='orderdecision',
            constraint=models.CheckConstraint(condition=models.Q(('version', 1), models.Q(('change_reason', ''), _negated=True), _connector='OR'), name='orderdecision_change_has_reason'),
        ),
        migrations.AddConstraint(
            model_name='orderdecision',
            constraint=models.CheckConstraint(condition=models.Q(('at__lte', models.F('recorded_at'))), name='orderdecision_not_in_the_future'),
        ),
        migrations.AddConstraint(
            model_name='orderdecision',
            constraint=models.CheckConstraint(condition=models.Q(('decision__in', ['apply', 'already_in_force', 'do_not_apply'])), name='order_decision_decision_known'),
        ),
        migrations.AddIndex(
            model_name='orderenddecision',
            index=models.Index(fields=['subject', 'at'], name='orderenddecision_by_subject'),
        ),
        migrations.AddConstraint(
            model_name='orderenddecision',
            constraint=models.UniqueConstraint(fields=('fact_id', 'version'), name='orderenddecision_version_once'),
        ),
        migrations.AddConstraint(
            model_name='orderenddecision',
            constraint=models.CheckConstraint(condition=models.Q(('version__gte', 1)), name='orderenddecision_version_from_1'),
        ),
        migrations.AddConstraint(
            model_name='orderenddecision',
            constraint=models.CheckConstraint(condition=models.Q(('withdrawn', False), ('version__gte', 2), _connector='OR'), name='orderenddecision_first_is_not_withdrawn'),
        ),
        migrations.AddConstraint(
            model_name='orderenddecision',
            constraint=models.CheckConstraint(condition=models.Q(('version', 1), models.Q(('change_reason', ''), _negated=True), _connector='OR'), name='orderenddecision_change_has_reason'),
        ),
        migrations.AddConstraint(
            model_name='orderenddecision',
            constraint=models.CheckConstraint(condition=models.Q(('at__lte', models.F('recorded_at'))), name='orderenddecision_not_in_the_future'),
        ),
        migrations.AddConstraint(
            model_name='orderenddecision',
            constraint=models.CheckConstraint(condition=models.Q(('decision__in', ['renew', 'let_it_end'])), name='order_end_decision_decision_known'),
        ),
        migrations.AddIndex(
            model_name='ordermade',
            index=models.Index(fields=['subject', 'at'], name='ordermade_by_subject'),
        ),
        migrations.AddConstraint(
            model_name='ordermade',
            constraint=models.UniqueConstraint(fields=('fact_id', 'version'), name='ordermade_version_once'),
        ),
        migrations.AddConstraint(
            model_name='ordermade',
            constraint=models.CheckConstraint(condition=models.Q(('version__gte', 1)), name='ordermade_version_from_1'),
        ),
        migrations.AddConstraint(
            model_name='ordermade',
            constraint=models.CheckConstraint(condition=models.Q(('withdrawn', False), ('version__gte', 2), _connector='OR'), name='ordermade_first_is_not_withdrawn'),
        ),
        migrations.AddConstraint(
            model_name='ordermade',
            constraint=models.CheckConstraint(condition=models.Q(('version', 1), models.Q(('change_reason', ''), _negated=True), _connector='OR'), name='ordermade_change_has_reason'),
        ),
        migrations.AddConstraint(
            model_name='ordermade',
            constraint=models.CheckConstraint(condition=models.Q(('at__lte', models.F('recorded_at'))), name='ordermade_not_in_the_future'),
        ),
        migrations.AddConstraint(
            model_name='ordermade',
            constraint=models.CheckConstraint(condition=models.Q(('kind__in', ['shpo', 'interim_shpo', 'sro', 'sopo', 'other'])), name='order_made_kind_known'),
        ),
        migrations.AddConstraint(
            model_name='ordermade',
            constraint=models.CheckConstraint(condition=models.Q(('until', None), ('until__gt', models.F('at')), _connector='OR'), name='order_made_ends_after_it_begins'),
        ),
        migrations.AddIndex(
            model_name='orderstate',
            index=models.Index(fields=['subject', 'at'], name='orderstate_by_subject'),
        ),
        migrations.AddConstraint(
            model_name='orderstate',
            constraint=models.UniqueConstraint(fields=('fact_id', 'version'), name='orderstate_version_once'),
        ),
        migrations.AddConstraint(
            model_name='orderstate',
            constraint=models.CheckConstraint(condition=models.Q(('version__gte', 1)), name='orderstate_version_from_1'),
        ),
        migrations.AddConstraint(
            model_name='orderstate',
            constraint=models.CheckConstraint(condition=models.Q(('withdrawn', False), ('version__gte', 2), _connector='OR'), name='orderstate_first_is_not_withdrawn'),
        ),
        migrations.AddConstraint(
            model_name='orderstate',
            constraint=models.CheckConstraint(condition=models.Q(('version', 1), models.Q(('change_reason', ''), _negated=True), _connector='OR'), name='orderstate_change_has_reason'),
        ),
        migrations.AddConstraint(
            model_name='orderstate',
            constraint=models.CheckConstraint(condition=models.Q(('at__lte', models.F('recorded_at'))), name='orderstate_not_in_the_future'),
        ),
        migrations.AddConstraint(
            model_name='orderstate',
            constraint=models.CheckConstraint(condition=models.Q(('state__in', ['in_force', 'ended'])), name='order_state_state_known'),
        ),
        migrations.AddIndex(
            model_name='orderterms',
            index=models.Index(fields=['order', '-from_day', '-id'], name='order_terms_newest'),
        ),
        migrations.AddConstraint(
            model_name='orderterms',
            constraint=models.CheckConstraint(condition=models.Q(('conditions', ''), _negated=True), name='order_terms_say_what'),
        ),
        migrations.AddConstraint(
            model_name='orderterms',
            constraint=models.CheckConstraint(condition=models.Q(('court', ''), _negated=True), name='order_terms_name_a_court'),
        ),
    ]
