"""Documents and agreements that the force must have, and the facts about them."""

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
        ('access', '0003_governance_is_read'),
        ('ledger', '0007_documents_and_agreements'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='Agreement',
            fields=[
                ('subject', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, primary_key=True, related_name='agreement', serialize=False, to='ledger.subject')),
                ('title', models.CharField(max_length=160)),
                ('partner', models.CharField(max_length=160)),
                ('force', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='access.force')),
            ],
        ),
        migrations.CreateModel(
            name='AgreementChange',
            fields=[
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('pgh_id', models.BigAutoField(primary_key=True, serialize=False)),
                ('transaction', models.BigIntegerField(db_default=dutybook.access.history.TransactionId(), editable=False)),
                ('title', models.CharField(max_length=160)),
                ('partner', models.CharField(max_length=160)),
                ('force', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='access.force')),
                ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='changes', to='governance.agreement')),
                ('subject', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', serialize=False, to='ledger.subject')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='AgreementEnded',
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
                ('reason', models.TextField(max_length=4000)),
                ('recorded_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('subject', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='ledger.subject')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='AgreementKind',
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
                ('kind', models.CharField(choices=[('probation', 'probation'), ('family_support', 'family support'), ('ended', 'ended')], max_length=32)),
                ('reason', models.TextField(blank=True, default='', max_length=4000)),
                ('recorded_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('subject', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='ledger.subject')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='AgreementOwner',
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
                ('ours', models.CharField(blank=True, default='', max_length=200)),
                ('theirs', models.CharField(blank=True, default='', max_length=200)),
                ('both_sides', models.BooleanField()),
                ('recorded_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('subject', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='ledger.subject')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='AgreementSigned',
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
                ('until', models.DateTimeField()),
                ('signed_by_us', models.CharField(max_length=200)),
                ('signed_by_them', models.CharField(max_length=200)),
                ('kept_at', models.CharField(max_length=200)),
                ('recorded_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('subject', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='ledger.subject')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='DocumentApproved',
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
                ('until', models.DateTimeField()),
                ('approved_by', models.CharField(max_length=200)),
                ('kept_at', models.CharField(max_length=200)),
                ('recorded_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('subject', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='ledger.subject')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='DocumentKind',
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
                ('kind', models.CharField(choices=[('escalation_policy', 'escalation policy'), ('family_leaflet', 'family leaflet'), ('suspect_leaflet', 'suspect leaflet'), ('operating_model', 'operating model'), ('data_review', 'data review'), ('demand_forecast', 'demand forecast'), ('abstraction_policy', 'abstraction policy'), ('authorisation_process', 'authorisation process'), ('follow_on_services', 'follow on services'), ('supervisor_referral_route', 'supervisor referral route'), ('two_way_process', 'two way process'), ('staffing_plan', 'staffing plan'), ('withdrawn', 'withdrawn')], max_length=32)),
                ('reason', models.TextField(blank=True, default='', max_length=4000)),
                ('recorded_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('subject', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='ledger.subject')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='DocumentOwner',
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
                ('post', models.CharField(max_length=200)),
                ('recorded_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('subject', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='ledger.subject')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='DocumentOwnerLeft',
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
                ('note', models.TextField(blank=True, default='', max_length=4000)),
                ('recorded_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('subject', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='ledger.subject')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='DocumentWithdrawn',
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
                ('reason', models.TextField(max_length=4000)),
                ('recorded_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('subject', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='ledger.subject')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='EscalationAnswer',
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
            },
        ),
        migrations.CreateModel(
            name='ForceDocument',
            fields=[
                ('subject', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, primary_key=True, related_name='document', serialize=False, to='ledger.subject')),
                ('title', models.CharField(max_length=160)),
                ('force', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='access.force')),
            ],
        ),
        migrations.CreateModel(
            name='ForceDocumentChange',
            fields=[
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('pgh_id', models.BigAutoField(primary_key=True, serialize=False)),
                ('transaction', models.BigIntegerField(db_default=dutybook.access.history.TransactionId(), editable=False)),
                ('title', models.CharField(max_length=160)),
                ('force', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='access.force')),
                ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='changes', to='governance.forcedocument')),
                ('subject', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', serialize=False, to='ledger.subject')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='ForecastReach',
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
                ('until', models.DateTimeField()),
                ('note', models.TextField(blank=True, default='', max_length=4000)),
                ('recorded_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('subject', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='ledger.subject')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='PartnerEscalation',
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
                ('raised_by', models.CharField(choices=[('police', 'police'), ('partner', 'partner')], max_length=32)),
                ('matter', models.TextField(max_length=4000)),
                ('recorded_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('subject', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='ledger.subject')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='PartnerReview',
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
                ('both_ways', models.BooleanField(null=True)),
                ('note', models.TextField(blank=True, default='', max_length=4000)),
                ('recorded_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('subject', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='ledger.subject')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='StockCheck',
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
                ('found', models.BooleanField(null=True)),
                ('note', models.TextField(blank=True, default='', max_length=4000)),
                ('recorded_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('subject', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='ledger.subject')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.AddConstraint(
            model_name='agreement',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('title', ''), _negated=True), models.Q(('partner', ''), _negated=True)), name='agreement_has_title_and_partner'),
        ),
        migrations.AddConstraint(
            model_name='agreement',
            constraint=models.UniqueConstraint(fields=('force', 'title'), name='agreement_title_once_in_a_force'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='agreement',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "governance_agreementchange" ("force_id", "partner", "pgh_created_at", "pgh_label", "pgh_obj_id", "subject_id", "title") VALUES (NEW."force_id", NEW."partner", NOW(), \'insert\', NEW."subject_id", NEW."subject_id", NEW."title"); RETURN NULL;', hash='f8020561999906bd33920508fb88e1314384c9a6', operation='INSERT', pgid='pgtrigger_insert_insert_eb206', table='governance_agreement', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='agreement',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "governance_agreementchange" ("force_id", "partner", "pgh_created_at", "pgh_label", "pgh_obj_id", "subject_id", "title") VALUES (NEW."force_id", NEW."partner", NOW(), \'update\', NEW."subject_id", NEW."subject_id", NEW."title"); RETURN NULL;', hash='254694d55620ee1ce614c37bcba9ba7b42f999d3', operation='UPDATE', pgid='pgtrigger_update_update_a0d25', table='governance_agreement', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='agreement',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "governance_agreementchange" ("force_id", "partner", "pgh_created_at", "pgh_label", "pgh_obj_id", "subject_id", "title") VALUES (OLD."force_id", OLD."partner", NOW(), \'delete\', OLD."subject_id", OLD."subject_id", OLD."title"); RETURN NULL;', hash='fb2704775c9efe76a2836479893f817a38583272', operation='DELETE', pgid='pgtrigger_delete_delete_cffed', table='governance_agreement', when='AFTER')),
        ),
        migrations.AddIndex(
            model_name='agreementended',
            index=models.Index(fields=['subject', 'at'], name='agreementended_by_subject'),
        ),
        migrations.AddConstraint(
            model_name='agreementended',
            constraint=models.UniqueConstraint(fields=('fact_id', 'version'), name='agreementended_version_once'),
        ),
        migrations.AddConstraint(
            model_name='agreementended',
            constraint=models.CheckConstraint(condition=models.Q(('version__gte', 1)), name='agreementended_version_from_1'),
        ),
        migrations.AddConstraint(
            model_name='agreementended',
            constraint=models.CheckConstraint(condition=models.Q(('withdrawn', False), ('version__gte', 2), _connector='OR'), name='agreementended_first_is_not_withdrawn'),
        ),
        migrations.AddConstraint(
            model_name='agreementended',
            constraint=models.CheckConstraint(condition=models.Q(('version', 1), models.Q(('change_reason', ''), _negated=True), _connector='OR'), name='agreementended_change_has_reason'),
        ),
        migrations.AddConstraint(
            model_name='agreementended',
            constraint=models.CheckConstraint(condition=models.Q(('at__lte', models.F('recorded_at'))), name='agreementended_not_in_the_future'),
        ),
        migrations.AddConstraint(
            model_name='agreementended',
            constraint=models.CheckConstraint(condition=models.Q(('reason', ''), _negated=True), name='agreement_ended_with_reason'),
        ),
        migrations.AddIndex(
            model_name='agreementkind',
            index=models.Index(fields=['subject', 'at'], name='agreementkind_by_subject'),
        ),
        migrations.AddConstraint(
            model_name='agreementkind',
            constraint=models.UniqueConstraint(fields=('fact_id', 'version'), name='agreementkind_version_once'),
        ),
        migrations.AddConstraint(
            model_name='agreementkind',
            constraint=models.CheckConstraint(condition=models.Q(('version__gte', 1)), name='agreementkind_version_from_1'),
        ),
        migrations.AddConstraint(
            model_name='agreementkind',
            constraint=models.CheckConstraint(condition=models.Q(('withdrawn', False), ('version__gte', 2), _connector='OR'), name='agreementkind_first_is_not_withdrawn'),
        ),
        migrations.AddConstraint(
            model_name='agreementkind',
            constraint=models.CheckConstraint(condition=models.Q(('version', 1), models.Q(('change_reason', ''), _negated=True), _connector='OR'), name='agreementkind_change_has_reason'),
        ),
        migrations.AddConstraint(
            model_name='agreementkind',
            constraint=models.CheckConstraint(condition=models.Q(('at__lte', models.F('recorded_at'))), name='agreementkind_not_in_the_future'),
        ),
        migrations.AddConstraint(
            model_name='agreementkind',
            constraint=models.CheckConstraint(condition=models.Q(('kind__in', ['probation', 'family_support', 'ended'])), name='agreement_kind_kind_known'),
        ),
        migrations.AddIndex(
            model_name='agreementowner',
            index=models.Index(fields=['subject', 'at'], name='agreementowner_by_subject'),
        ),
        migrations.AddConstraint(
            model_name='agreementowner',
            constraint=models.UniqueConstraint(fields=('fact_id', 'version'), name='agreementowner_version_once'),
        ),
        migrations.AddConstraint(
            model_name='agreementowner',
            constraint=models.CheckConstraint(condition=models.Q(('version__gte', 1)), name='agreementowner_version_from_1'),
        ),
        migrations.AddConstraint(
            model_name='agreementowner',
            constraint=models.CheckConstraint(condition=models.Q(('withdrawn', False), ('version__gte', 2), _connector='OR'), name='agreementowner_first_is_not_withdrawn'),
        ),
        migrations.AddConstraint(
            model_name='agreementowner',
            constraint=models.CheckConstraint(condition=models.Q(('version', 1), models.Q(('change_reason', ''), _negated=True), _connector='OR'), name='agreementowner_change_has_reason'),
        ),
        migrations.AddConstraint(
            model_name='agreementowner',
            constraint=models.CheckConstraint(condition=models.Q(('at__lte', models.F('recorded_at'))), name='agreementowner_not_in_the_future'),
        ),
        migrations.AddConstraint(
            model_name='agreementowner',
            constraint=models.CheckConstraint(condition=models.Q(('both_sides', False), models.Q(models.Q(('ours', ''), _negated=True), models.Q(('theirs', ''), _negated=True)), _connector='OR'), name='agreement_owned_on_both_sides_by_somebody'),
        ),
        migrations.AddIndex(
            model_name='agreementsigned',
            index=models.Index(fields=['subject', 'at'], name='agreementsigned_by_subject'),
        ),
        migrations.AddConstraint(
            model_name='agreementsigned',
            constraint=models.UniqueConstraint(fields=('fact_id', 'version'), name='agreementsigned_version_once'),
        ),
        migrations.AddConstraint(
            model_name='agreementsigned',
            constraint=models.CheckConstraint(condition=models.Q(('version__gte', 1)), name='agreementsigned_version_from_1'),
        ),
        migrations.AddConstraint(
            model_name='agreementsigned',
            constraint=models.CheckConstraint(condition=models.Q(('withdrawn', False), ('version__gte', 2), _connector='OR'), name='agreementsigned_first_is_not_withdrawn'),
        ),
        migrations.AddConstraint(
            model_name='agreementsigned',
            constraint=models.CheckConstraint(condition=models.Q(('version', 1), models.Q(('change_reason', ''), _negated=True), _connector='OR'), name='agreementsigned_change_has_reason'),
        ),
        migrations.AddConstraint(
            model_name='agreementsigned',
            constraint=models.CheckConstraint(condition=models.Q(('at__lte', models.F('recorded_at'))), name='agreementsigned_not_in_the_future'),
        ),
        migrations.AddConstraint(
            model_name='agreementsigned',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('signed_by_us', ''), _negated=True), models.Q(('signed_by_them', ''), _negated=True), models.Q(('kept_at', ''), _negated=True)), name='agreement_signed_by_both'),
        ),
        migrations.AddConstraint(
            model_name='agreementsigned',
            constraint=models.CheckConstraint(condition=models.Q(('until__gt', models.F('at'))), name='agreement_signed_until_later'),
        ),
        migrations.AddIndex(
            model_name='documentapproved',
            index=models.Index(fields=['subject', 'at'], name='documentapproved_by_subject'),
        ),
        migrations.AddConstraint(
            model_name='documentapproved',
            constraint=models.UniqueConstraint(fields=('fact_id', 'version'), name='documentapproved_version_once'),
        ),
        migrations.AddConstraint(
            model_name='documentapproved',
            constraint=models.CheckConstraint(condition=models.Q(('version__gte', 1)), name='documentapproved_version_from_1'),
        ),
        migrations.AddConstraint(
            model_name='documentapproved',
            constraint=models.CheckConstraint(condition=models.Q(('withdrawn', False), ('version__gte', 2), _connector='OR'), name='documentapproved_first_is_not_withdrawn'),
        ),
        migrations.AddConstraint(
            model_name='documentapproved',
            constraint=models.CheckConstraint(condition=models.Q(('version', 1), models.Q(('change_reason', ''), _negated=True), _connector='OR'), name='documentapproved_change_has_reason'),
        ),
        migrations.AddConstraint(
            model_name='documentapproved',
            constraint=models.CheckConstraint(condition=models.Q(('at__lte', models.F('recorded_at'))), name='documentapproved_not_in_the_future'),
        ),
        migrations.AddConstraint(
            model_name='documentapproved',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('approved_by', ''), _negated=True), models.Q(('kept_at', ''), _negated=True)), name='document_approved_by_somebody'),
        ),
        migrations.AddConstraint(
            model_name='documentapproved',
            constraint=models.CheckConstraint(condition=models.Q(('until__gt', models.F('at'))), name='document_approved_until_later'),
        ),
        migrations.AddIndex(
            model_name='documentkind',
            index=models.Index(fields=['subject', 'at'], name='documentkind_by_subject'),
        ),
        migrations.AddConstraint(
            model_name='documentkind',
            constraint=models.UniqueConstraint(fields=('fact_id', 'version'), name='documentkind_version_once'),
        ),
        migrations.AddConstraint(
            model_name='documentkind',
            constraint=models.CheckConstraint(condition=models.Q(('version__gte', 1)), name='documentkind_version_from_1'),
        ),
        migrations.AddConstraint(
            model_name='documentkind',
            constraint=models.CheckConstraint(condition=models.Q(('withdrawn', False), ('version__gte', 2), _connector='OR'), name='documentkind_first_is_not_withdrawn'),
        ),
        migrations.AddConstraint(
            model_name='documentkind',
            constraint=models.CheckConstraint(condition=models.Q(('version', 1), models.Q(('change_reason', ''), _negated=True), _connector='OR'), name='documentkind_change_has_reason'),
        ),
        migrations.AddConstraint(
            model_name='documentkind',
            constraint=models.CheckConstraint(condition=models.Q(('at__lte', models.F('recorded_at'))), name='documentkind_not_in_the_future'),
        ),
        migrations.AddConstraint(
            model_name='documentkind',
            constraint=models.CheckConstraint(condition=models.Q(('kind__in', ['escalation_policy', 'family_leaflet', 'suspect_leaflet', 'operating_model', 'data_review', 'demand_forecast', 'abstraction_policy', 'authorisation_process', 'follow_on_services', 'supervisor_referral_route', 'two_way_process', 'staffing_plan', 'withdrawn'])), name='document_kind_kind_known'),
        ),
        migrations.AddIndex(
            model_name='documentowner',
            index=models.Index(fields=['subject', 'at'], name='documentowner_by_subject'),
        ),
        migrations.AddConstraint(
            model_name='documentowner',
            constraint=models.UniqueConstraint(fields=('fact_id', 'version'), name='documentowner_version_once'),
        ),
        migrations.AddConstraint(
            model_name='documentowner',
            constraint=models.CheckConstraint(condition=models.Q(('version__gte', 1)), name='documentowner_version_from_1'),
        ),
        migrations.AddConstraint(
            model_name='documentowner',
            constraint=models.CheckConstraint(condition=models.Q(('withdrawn', False), ('version__gte', 2), _connector='OR'), name='documentowner_first_is_not_withdrawn'),
        ),
        migrations.AddConstraint(
            model_name='documentowner',
            constraint=models.CheckConstraint(condition=models.Q(('version', 1), models.Q(('change_reason', ''), _negated=True), _connector='OR'), name='documentowner_change_has_reason'),
        ),
        migrations.AddConstraint(
            model_name='documentowner',
            constraint=models.CheckConstraint(condition=models.Q(('at__lte', models.F('recorded_at'))), name='documentowner_not_in_the_future'),
        ),
        migrations.AddConstraint(
            model_name='documentowner',
            constraint=models.CheckConstraint(condition=models.Q(('post', ''), _negated=True), name='document_owner_named'),
        ),
        migrations.AddIndex(
            model_name='documentownerleft',
            index=models.Index(fields=['subject', 'at'], name='documentownerleft_by_subject'),
        ),
        migrations.AddConstraint(
            model_name='documentownerleft',
            constraint=models.UniqueConstraint(fields=('fact_id', 'version'), name='documentownerleft_version_once'),
        ),
        migrations.AddConstraint(
            model_name='documentownerleft',
            constraint=models.CheckConstraint(condition=models.Q(('version__gte', 1)), name='documentownerleft_version_from_1'),
        ),
        migrations.AddConstraint(
            model_name='documentownerleft',
            constraint=models.CheckConstraint(condition=models.Q(('withdrawn', False), ('version__gte', 2), _connector='OR'), name='documentownerleft_first_is_not_withdrawn'),
        ),
        migrations.AddConstraint(
            model_name='documentownerleft',
            constraint=models.CheckConstraint(condition=models.Q(('version', 1), models.Q(('change_reason', ''), _negated=True), _connector='OR'), name='documentownerleft_change_has_reason'),
        ),
        migrations.AddConstraint(
            model_name='documentownerleft',
            constraint=models.CheckConstraint(condition=models.Q(('at__lte', models.F('recorded_at'))), name='documentownerleft_not_in_the_future'),
        ),
        migrations.AddIndex(
            model_name='documentwithdrawn',
            index=models.Index(fields=['subject', 'at'], name='documentwithdrawn_by_subject'),
        ),
        migrations.AddConstraint(
            model_name='documentwithdrawn',
            constraint=models.UniqueConstraint(fields=('fact_id', 'version'), name='documentwithdrawn_version_once'),
        ),
        migrations.AddConstraint(
            model_name='documentwithdrawn',
            constraint=models.CheckConstraint(condition=models.Q(('version__gte', 1)), name='documentwithdrawn_version_from_1'),
        ),
        migrations.AddConstraint(
            model_name='documentwithdrawn',
            constraint=models.CheckConstraint(condition=models.Q(('withdrawn', False), ('version__gte', 2), _connector='OR'), name='documentwithdrawn_first_is_not_withdrawn'),
        ),
        migrations.AddConstraint(
            model_name='documentwithdrawn',
            constraint=models.CheckConstraint(condition=models.Q(('version', 1), models.Q(('change_reason', ''), _negated=True), _connector='OR'), name='documentwithdrawn_change_has_reason'),
        ),
        migrations.AddConstraint(
            model_name='documentwithdrawn',
            constraint=models.CheckConstraint(condition=models.Q(('at__lte', models.F('recorded_at'))), name='documentwithdrawn_not_in_the_future'),
        ),
        migrations.AddConstraint(
            model_name='documentwithdrawn',
            constraint=models.CheckConstraint(condition=models.Q(('reason', ''), _negated=True), name='document_withdrawn_with_reason'),
        ),
        migrations.AddIndex(
            model_name='escalationanswer',
            index=models.Index(fields=['subject', 'at'], name='escalationanswer_by_subject'),
        ),
        migrations.AddConstraint(
            model_name='escalationanswer',
            constraint=models.UniqueConstraint(fields=('fact_id', 'version'), name='escalationanswer_version_once'),
        ),
        migrations.AddConstraint(
            model_name='escalationanswer',
            constraint=models.CheckConstraint(condition=models.Q(('version__gte', 1)), name='escalationanswer_version_from_1'),
        ),
        migrations.AddConstraint(
            model_name='escalationanswer',
            constraint=models.CheckConstraint(condition=models.Q(('withdrawn', False), ('version__gte', 2), _connector='OR'), name='escalationanswer_first_is_not_withdrawn'),
        ),
        migrations.AddConstraint(
            model_name='escalationanswer',
            constraint=models.CheckConstraint(condition=models.Q(('version', 1), models.Q(('change_reason', ''), _negated=True), _connector='OR'), name='escalationanswer_change_has_reason'),
        ),
        migrations.AddConstraint(
            model_name='escalationanswer',
            constraint=models.CheckConstraint(condition=models.Q(('at__lte', models.F('recorded_at'))), name='escalationanswer_not_in_the_future'),
        ),
        migrations.AddConstraint(
            model_name='escalationanswer',
            constraint=models.CheckConstraint(condition=models.Q(('answer', ''), _negated=True), name='escalation_answer_says_what'),
        ),
        migrations.AddConstraint(
            model_name='forcedocument',
            constraint=models.CheckConstraint(condition=models.Q(('title', ''), _negated=True), name='document_has_a_title'),
        ),
        migrations.AddConstraint(
            model_name='forcedocument',
            constraint=models.UniqueConstraint(fields=('force', 'title'), name='document_title_once_in_a_force'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='forcedocument',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "governance_forcedocumentchange" ("force_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "subject_id", "title") VALUES (NEW."force_id", NOW(), \'insert\', NEW."subject_id", NEW."subject_id", NEW."title"); RETURN NULL;', hash='cc3c4890446e847f6a87b09ea3ccd779d4689ff0', operation='INSERT', pgid='pgtrigger_insert_insert_dcc21', table='governance_forcedocument', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='forcedocument',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "governance_forcedocumentchange" ("force_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "subject_id", "title") VALUES (NEW."force_id", NOW(), \'update\', NEW."subject_id", NEW."subject_id", NEW."title"); RETURN NULL;', hash='ce3869c8bd08f5638e9615c3076091f81e829493', operation='UPDATE', pgid='pgtrigger_update_update_ef792', table='governance_forcedocument', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='forcedocument',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "governance_forcedocumentchange" ("force_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "subject_id", "title") VALUES (OLD."force_id", NOW(), \'delete\', OLD."subject_id", OLD."subject_id", OLD."title"); RETURN NULL;', hash='b639d1de8528b4364ece59b11ef728c16a6d59e4', operation='DELETE', pgid='pgtrigger_delete_delete_81fbf', table='governance_forcedocument', when='AFTER')),
        ),
        migrations.AddIndex(
            model_name='forecastreach',
            index=models.Index(fields=['subject', 'at'], name='forecastreach_by_subject'),
        ),
        migrations.AddConstraint(
            model_name='forecastreach',
            constraint=models.UniqueConstraint(fields=('fact_id', 'version'), name='forecastreach_version_once'),
        ),
        migrations.AddConstraint(
            model_name='forecastreach',
            constraint=models.CheckConstraint(condition=models.Q(('version__gte', 1)), name='forecastreach_version_from_1'),
        ),
        migrations.AddConstraint(
            model_name='forecastreach',
            constraint=models.CheckConstraint(condition=models.Q(('withdrawn', False), ('version__gte', 2), _connector='OR'), name='forecastreach_first_is_not_withdrawn'),
        ),
        migrations.AddConstraint(
            model_name='forecastreach',
            constraint=models.CheckConstraint(condition=models.Q(('version', 1), models.Q(('change_reason', ''), _negated=True), _connector='OR'), name='forecastreach_change_has_reason'),
        ),
        migrations.AddConstraint(
            model_name='forecastreach',
            constraint=models.CheckConstraint(condition=models.Q(('at__lte', models.F('recorded_at'))), name='forecastreach_not_in_the_future'),
        ),
        migrations.AddConstraint(
            model_name='forecastreach',
            constraint=models.CheckConstraint(condition=models.Q(('until__gt', models.F('at'))), name='forecast_reaches_until_later'),
        ),
        migrations.AddIndex(
            model_name='partnerescalation',
            index=models.Index(fields=['subject', 'at'], name='partnerescalation_by_subject'),
        ),
        migrations.AddConstraint(
            model_name='partnerescalation',
            constraint=models.UniqueConstraint(fields=('fact_id', 'version'), name='partnerescalation_version_once'),
        ),
        migrations.AddConstraint(
            model_name='partnerescalation',
            constraint=models.CheckConstraint(condition=models.Q(('version__gte', 1)), name='partnerescalation_version_from_1'),
        ),
        migrations.AddConstraint(
            model_name='partnerescalation',
            constraint=models.CheckConstraint(condition=models.Q(('withdrawn', False), ('version__gte', 2), _connector='OR'), name='partnerescalation_first_is_not_withdrawn'),
        ),
        migrations.AddConstraint(
            model_name='partnerescalation',
            constraint=models.CheckConstraint(condition=models.Q(('version', 1), models.Q(('change_reason', ''), _negated=True), _connector='OR'), name='partnerescalation_change_has_reason'),
        ),
        migrations.AddConstraint(
            model_name='partnerescalation',
            constraint=models.CheckConstraint(condition=models.Q(('at__lte', models.F('recorded_at'))), name='partnerescalation_not_in_the_future'),
        ),
        migrations.AddConstraint(
            model_name='partnerescalation',
            constraint=models.CheckConstraint(condition=models.Q(('raised_by__in', ['police', 'partner'])), name='partner_escalation_raised_by_known'),
        ),
        migrations.AddConstraint(
            model_name='partnerescalation',
            constraint=models.CheckConstraint(condition=models.Q(('matter', ''), _negated=True), name='partner_escalation_has_a_matter'),
        ),
        migrations.AddIndex(
            model_name='partnerreview',
            index=models.Index(fields=['subject', 'at'], name='partnerreview_by_subject'),
        ),
        migrations.AddConstraint(
            model_name='partnerreview',
            constraint=models.UniqueConstraint(fields=('fact_id', 'version'), name='partnerreview_version_once'),
        ),
        migrations.AddConstraint(
            model_name='partnerreview',
            constraint=models.CheckConstraint(condition=models.Q(('version__gte', 1)), name='partnerreview_version_from_1'),
        ),
        migrations.AddConstraint(
            model_name='partnerreview',
            constraint=models.CheckConstraint(condition=models.Q(('withdrawn', False), ('version__gte', 2), _connector='OR'), name='partnerreview_first_is_not_withdrawn'),
        ),
        migrations.AddConstraint(
            model_name='partnerreview',
            constraint=models.CheckConstraint(condition=models.Q(('version', 1), models.Q(('change_reason', ''), _negated=True), _connector='OR'), name='partnerreview_change_has_reason'),
        ),
        migrations.AddConstraint(
            model_name='partnerreview',
            constraint=models.CheckConstraint(condition=models.Q(('at__lte', models.F('recorded_at'))), name='partnerreview_not_in_the_future'),
        ),
        migrations.AddIndex(
            model_name='stockcheck',
            index=models.Index(fields=['subject', 'at'], name='stockcheck_by_subject'),
        ),
        migrations.AddConstraint(
            model_name='stockcheck',
            constraint=models.UniqueConstraint(fields=('fact_id', 'version'), name='stockcheck_version_once'),
        ),
        migrations.AddConstraint(
            model_name='stockcheck',
            constraint=models.CheckConstraint(condition=models.Q(('version__gte', 1)), name='stockcheck_version_from_1'),
        ),
        migrations.AddConstraint(
            model_name='stockcheck',
            constraint=models.CheckConstraint(condition=models.Q(('withdrawn', False), ('version__gte', 2), _connector='OR'), name='stockcheck_first_is_not_withdrawn'),
        ),
        migrations.AddConstraint(
            model_name='stockcheck',
            constraint=models.CheckConstraint(condition=models.Q(('version', 1), models.Q(('change_reason', ''), _negated=True), _connector='OR'), name='stockcheck_change_has_reason'),
        ),
        migrations.AddConstraint(
            model_name='stockcheck',
            constraint=models.CheckConstraint(condition=models.Q(('at__lte', models.F('recorded_at'))), name='stockcheck_not_in_the_future'),
        ),
    ]
