"""None"""

import django.contrib.postgres.fields
import django.core.validators
import django.db.models.deletion
import django.db.models.functions.datetime
import dutybook.access.history
import pgtrigger.compiler
import pgtrigger.migrations
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('access', '0002_grants_of_one_force_and_apart'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='InspectionChange',
            fields=[
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('pgh_id', models.BigAutoField(primary_key=True, serialize=False)),
                ('transaction', models.BigIntegerField(db_default=dutybook.access.history.TransactionId(), editable=False)),
                ('id', models.BigIntegerField()),
                ('key', models.CharField(max_length=120, validators=[django.core.validators.RegexValidator('^[a-z0-9]+(-[a-z0-9]+)*$')])),
                ('inspectorate', models.CharField(max_length=120)),
                ('title', models.CharField(max_length=400)),
                ('other_titles', django.contrib.postgres.fields.ArrayField(base_field=models.CharField(max_length=400), default=list, size=None)),
                ('published_on', models.DateField()),
                ('types', django.contrib.postgres.fields.ArrayField(base_field=models.CharField(max_length=120), default=list, size=None)),
                ('scope', models.CharField(blank=True, max_length=120)),
                ('summary', models.TextField(blank=True)),
                ('recommendation_count', models.PositiveSmallIntegerField(null=True)),
                ('from_library', models.BooleanField(default=False)),
                ('library_version', models.PositiveSmallIntegerField(null=True)),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='Limb',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('code', models.CharField(max_length=8)),
                ('title', models.CharField(max_length=200)),
                ('asked', models.TextField()),
                ('shown_by', models.CharField(choices=[('records', 'From records'), ('document', 'From a document'), ('not_here', 'Not from this system')], max_length=10)),
                ('why_shown_so', models.TextField(blank=True)),
                ('duties', django.contrib.postgres.fields.ArrayField(base_field=models.CharField(max_length=80), default=list, size=None)),
                ('counted', models.CharField(choices=[('met', 'What is met'), ('authorised', 'What is authorised beforehand, where it is not met')], default='met', max_length=12)),
            ],
        ),
        migrations.CreateModel(
            name='LimbChange',
            fields=[
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('pgh_id', models.BigAutoField(primary_key=True, serialize=False)),
                ('transaction', models.BigIntegerField(db_default=dutybook.access.history.TransactionId(), editable=False)),
                ('id', models.BigIntegerField()),
                ('code', models.CharField(max_length=8)),
                ('title', models.CharField(max_length=200)),
                ('asked', models.TextField()),
                ('shown_by', models.CharField(choices=[('records', 'From records'), ('document', 'From a document'), ('not_here', 'Not from this system')], max_length=10)),
                ('why_shown_so', models.TextField(blank=True)),
                ('duties', django.contrib.postgres.fields.ArrayField(base_field=models.CharField(max_length=80), default=list, size=None)),
                ('counted', models.CharField(choices=[('met', 'What is met'), ('authorised', 'What is authorised beforehand, where it is not met')], default='met', max_length=12)),
                ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='changes', to='inspections.limb')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='NarrowerJudgement',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('is_narrower', models.BooleanField()),
                ('reasons', models.TextField()),
                ('force_reply', models.TextField(blank=True)),
                ('judged_at', models.DateTimeField()),
                ('loaded_at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False)),
                ('judged_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('limb', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='judgements', to='inspections.limb')),
            ],
        ),
        migrations.CreateModel(
            name='PolicingBodyComment',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('action', models.TextField()),
                ('reply_to_chief', models.TextField(blank=True)),
                ('is_adopted', models.BooleanField(default=False)),
                ('written_at', models.DateTimeField()),
                ('loaded_at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False)),
                ('force', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='access.force')),
                ('written_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
        ),
        migrations.CreateModel(
            name='Position',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('asked_as_printed', models.TextField(blank=True)),
                ('deadline_as_printed', models.CharField(blank=True, max_length=120)),
                ('deadline', models.DateField(null=True)),
                ('words', models.TextField(blank=True)),
                ('signatory', models.CharField(blank=True, max_length=200)),
                ('end', models.CharField(blank=True, max_length=200)),
            ],
        ),
        migrations.CreateModel(
            name='PositionState',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('state', models.CharField(choices=[('not_addressed', 'Not addressed'), ('not_accepted', 'Not accepted'), ('not_applicable', 'Not applicable'), ('not_started', 'Not started'), ('in_progress', 'In progress'), ('deferred', 'Deferred'), ('claims_complete', 'Claims complete'), ('self_certified', 'Self-certified')], max_length=20)),
                ('reasons', models.TextField(blank=True)),
                ('signatory', models.CharField(blank=True, max_length=200)),
                ('signatory_rank', models.CharField(blank=True, max_length=60)),
                ('milestone', models.TextField(blank=True)),
                ('end_date', models.DateField(null=True)),
                ('interim_control', models.TextField(blank=True)),
                ('mapped_at', models.DateTimeField()),
                ('loaded_at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False)),
                ('limb', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='states', to='inspections.limb')),
                ('mapped_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('position', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='states', to='inspections.position')),
            ],
            options={
                'indexes': [models.Index(fields=['position', 'limb', '-id'], name='position_state_newest')],
                'constraints': [models.CheckConstraint(condition=models.Q(('state__in', ['not_addressed', 'not_accepted', 'not_applicable', 'not_started', 'in_progress', 'deferred', 'claims_complete', 'self_certified'])), name='position_state_known'), models.CheckConstraint(condition=models.Q(models.Q(('state__in', ('not_accepted', 'not_applicable', 'deferred')), _negated=True), models.Q(('reasons', ''), _negated=True), _connector='OR'), name='position_state_has_reasons'), models.CheckConstraint(condition=models.Q(models.Q(('state', 'deferred'), _negated=True), models.Q(('end_date__isnull', False), models.Q(('interim_control', ''), _negated=True)), _connector='OR'), name='position_state_deferral_is_bounded')],
            },
        ),
        migrations.CreateModel(
            name='Recommendation',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('number', models.PositiveSmallIntegerField()),
                ('title', models.CharField(blank=True, max_length=300)),
                ('addressee', models.CharField(default='unknown', max_length=200)),
                ('deadline_as_printed', models.CharField(blank=True, max_length=120)),
                ('deadline', models.DateField(null=True)),
                ('deadline_note', models.TextField(blank=True)),
            ],
        ),
        migrations.CreateModel(
            name='RecommendationChange',
            fields=[
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('pgh_id', models.BigAutoField(primary_key=True, serialize=False)),
                ('transaction', models.BigIntegerField(db_default=dutybook.access.history.TransactionId(), editable=False)),
                ('id', models.BigIntegerField()),
                ('number', models.PositiveSmallIntegerField()),
                ('title', models.CharField(blank=True, max_length=300)),
                ('addressee', models.CharField(default='unknown', max_length=200)),
                ('deadline_as_printed', models.CharField(blank=True, max_length=120)),
                ('deadline', models.DateField(null=True)),
                ('deadline_note', models.TextField(blank=True)),
                ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='changes', to='inspections.recommendation')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='Release',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('inspection_key', models.CharField(max_length=120)),
                ('inspection_title', models.CharField(max_length=400)),
                ('force_key', models.CharField(max_length=60)),
                ('force_name', models.CharField(max_length=120)),
                ('is_demonstration', models.BooleanField()),
                ('number', models.PositiveSmallIntegerField()),
                ('page', models.TextField()),
                ('pdf', models.BinaryField()),
                ('figures_on', models.DateField()),
                ('prepared_by_id', models.BigIntegerField()),
                ('approved_by_id', models.BigIntegerField()),
                ('released_at', models.DateTimeField()),
                ('loaded_at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False)),
                ('correction_note', models.TextField(blank=True)),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('force_key', 'inspection_key', 'number'), name='release_number_once'), models.CheckConstraint(condition=models.Q(('prepared_by_id', models.F('approved_by_id')), _negated=True), name='release_approved_by_another'), models.CheckConstraint(condition=models.Q(('number', 1), models.Q(('correction_note', ''), _negated=True), _connector='OR'), name='release_correction_is_explained')],
            },
        ),
        migrations.CreateModel(
            name='ReleaseDraft',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('page', models.TextField()),
                ('pdf', models.BinaryField()),
                ('figures_on', models.DateField()),
                ('prepared_at', models.DateTimeField()),
                ('loaded_at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False)),
                ('force', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='access.force')),
                ('prepared_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
        ),
        migrations.CreateModel(
            name='Inspection',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('key', models.CharField(max_length=120, unique=True, validators=[django.core.validators.RegexValidator('^[a-z0-9]+(-[a-z0-9]+)*$')])),
                ('inspectorate', models.CharField(max_length=120)),
                ('title', models.CharField(max_length=400)),
                ('other_titles', django.contrib.postgres.fields.ArrayField(base_field=models.CharField(max_length=400), default=list, size=None)),
                ('published_on', models.DateField()),
                ('types', django.contrib.postgres.fields.ArrayField(base_field=models.CharField(max_length=120), default=list, size=None)),
                ('scope', models.CharField(blank=True, max_length=120)),
                ('summary', models.TextField(blank=True)),
                ('recommendation_count', models.PositiveSmallIntegerField(null=True)),
                ('from_library', models.BooleanField(default=False)),
                ('library_version', models.PositiveSmallIntegerField(null=True)),
            ],
            options={
                'constraints': [models.CheckConstraint(condition=models.Q(('key__regex', '^[a-z0-9]+(-[a-z0-9]+)*$')), name='inspection_key_is_a_slug'), models.CheckConstraint(condition=models.Q(('from_library', False), ('library_version__isnull', False), _connector='OR'), name='inspection_library_has_version')],
            },
        ),
        migrations.CreateModel(
            name='ImportedResponse',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('digest', models.CharField(max_length=64)),
                ('file_name', models.CharField(max_length=200)),
                ('reading', models.JSONField()),
                ('statement', models.TextField(blank=True)),
                ('commissioner_name', models.CharField(blank=True, max_length=200)),
                ('commissioner_office', models.CharField(blank=True, max_length=200)),
                ('imported_at', models.DateTimeField()),
                ('loaded_at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False)),
                ('force', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='access.force')),
                ('imported_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('inspection', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='responses', to='inspections.inspection')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('force', 'digest'), name='response_file_once'), models.CheckConstraint(condition=models.Q(('digest__regex', '^[0-9a-f]{64}$')), name='response_digest_is_sha256')],
            },
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='inspection',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "inspections_inspectionchange" ("from_library", "id", "inspectorate", "key", "library_version", "other_titles", "pgh_created_at", "pgh_label", "pgh_obj_id", "published_on", "recommendation_count", "scope", "summary", "title", "types") VALUES (NEW."from_library", NEW."id", NEW."inspectorate", NEW."key", NEW."library_version", NEW."other_titles", NOW(), \'insert\', NEW."id", NEW."published_on", NEW."recommendation_count", NEW."scope", NEW."summary", NEW."title", NEW."types"); RETURN NULL;', hash='11b242011095920861cd511bbb221f3d6f4cb8ad', operation='INSERT', pgid='pgtrigger_insert_insert_f089c', table='inspections_inspection', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='inspection',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "inspections_inspectionchange" ("from_library", "id", "inspectorate", "key", "library_version", "other_titles", "pgh_created_at", "pgh_label", "pgh_obj_id", "published_on", "recommendation_count", "scope", "summary", "title", "types") VALUES (NEW."from_library", NEW."id", NEW."inspectorate", NEW."key", NEW."library_version", NEW."other_titles", NOW(), \'update\', NEW."id", NEW."published_on", NEW."recommendation_count", NEW."scope", NEW."summary", NEW."title", NEW."types"); RETURN NULL;', hash='a55c52947e789381a32fc2a8b69a0e347b977401', operation='UPDATE', pgid='pgtrigger_update_update_fe5c3', table='inspections_inspection', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='inspection',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "inspections_inspectionchange" ("from_library", "id", "inspectorate", "key", "library_version", "other_titles", "pgh_created_at", "pgh_label", "pgh_obj_id", "published_on", "recommendation_count", "scope", "summary", "title", "types") VALUES (OLD."from_library", OLD."id", OLD."inspectorate", OLD."key", OLD."library_version", OLD."other_titles", NOW(), \'delete\', OLD."id", OLD."published_on", OLD."recommendation_count", OLD."scope", OLD."summary", OLD."title", OLD."types"); RETURN NULL;', hash='d46490d11a9c5bbab05d9631b72b79f55fda7942', operation='DELETE', pgid='pgtrigger_delete_delete_6efc3', table='inspections_inspection', when='AFTER')),
        ),
        migrations.AddField(
            model_name='inspectionchange',
            name='pgh_obj',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='changes', to='inspections.inspection'),
        ),
        migrations.AddField(
            model_name='position',
            name='response',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='positions', to='inspections.importedresponse'),
        ),
        migrations.AddField(
            model_name='narrowerjudgement',
            name='position',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='judgements', to='inspections.position'),
        ),
        migrations.AddField(
            model_name='recommendation',
            name='inspection',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='recommendations', to='inspections.inspection'),
        ),
        migrations.AddField(
            model_name='position',
            name='recommendation',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='positions', to='inspections.recommendation'),
        ),
        migrations.AddField(
            model_name='policingbodycomment',
            name='recommendation',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='comments', to='inspections.recommendation'),
        ),
        migrations.AddField(
            model_name='limbchange',
            name='recommendation',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='inspections.recommendation'),
        ),
        migrations.AddField(
            model_name='limb',
            name='recommendation',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='limbs', to='inspections.recommendation'),
        ),
        migrations.AddField(
            model_name='recommendationchange',
            name='inspection',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='inspections.inspection'),
        ),
        migrations.AddField(
            model_name='releasedraft',
            name='inspection',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='inspections.inspection'),
        ),
        migrations.AddIndex(
            model_name='narrowerjudgement',
            index=models.Index(fields=['position', 'limb', '-id'], name='narrower_newest'),
        ),
        migrations.AddConstraint(
            model_name='narrowerjudgement',
            constraint=models.CheckConstraint(condition=models.Q(('reasons__regex', '^\\s*$'), _negated=True), name='narrower_has_reasons'),
        ),
        migrations.AddConstraint(
            model_name='recommendation',
            constraint=models.UniqueConstraint(fields=('inspection', 'number'), name='recommendation_once_in_inspection'),
        ),
        migrations.AddConstraint(
            model_name='recommendation',
            constraint=models.CheckConstraint(condition=models.Q(('number__gte', 1)), name='recommendation_number'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='recommendation',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "inspections_recommendationchange" ("addressee", "deadline", "deadline_as_printed", "deadline_note", "id", "inspection_id", "number", "pgh_created_at", "pgh_label", "pgh_obj_id", "title") VALUES (NEW."addressee", NEW."deadline", NEW."deadline_as_printed", NEW."deadline_note", NEW."id", NEW."inspection_id", NEW."number", NOW(), \'insert\', NEW."id", NEW."title"); RETURN NULL;', hash='0f8e65c163ec266966a688ee35894069ea11f79a', operation='INSERT', pgid='pgtrigger_insert_insert_f9dd4', table='inspections_recommendation', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='recommendation',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "inspections_recommendationchange" ("addressee", "deadline", "deadline_as_printed", "deadline_note", "id", "inspection_id", "number", "pgh_created_at", "pgh_label", "pgh_obj_id", "title") VALUES (NEW."addressee", NEW."deadline", NEW."deadline_as_printed", NEW."deadline_note", NEW."id", NEW."inspection_id", NEW."number", NOW(), \'update\', NEW."id", NEW."title"); RETURN NULL;', hash='143b421f85fdb5558b2ba77d8407d6415dcb11c0', operation='UPDATE', pgid='pgtrigger_update_update_4a0d4', table='inspections_recommendation', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='recommendation',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "inspections_recommendationchange" ("addressee", "deadline", "deadline_as_printed", "deadline_note", "id", "inspection_id", "number", "pgh_created_at", "pgh_label", "pgh_obj_id", "title") VALUES (OLD."addressee", OLD."deadline", OLD."deadline_as_printed", OLD."deadline_note", OLD."id", OLD."inspection_id", OLD."number", NOW(), \'delete\', OLD."id", OLD."title"); RETURN NULL;', hash='db92ed858077091d4205762882c05a8f9fa56ce2', operation='DELETE', pgid='pgtrigger_delete_delete_faf08', table='inspections_recommendation', when='AFTER')),
        ),
        migrations.AddConstraint(
            model_name='position',
            constraint=models.UniqueConstraint(fields=('response', 'recommendation'), name='position_once_in_response'),
        ),
        migrations.AddIndex(
            model_name='policingbodycomment',
            index=models.Index(fields=['force', 'recommendation', '-id'], name='comment_newest'),
        ),
        migrations.AddConstraint(
            model_name='policingbodycomment',
            constraint=models.CheckConstraint(condition=models.Q(('action__regex', '^\\s*$'), _negated=True), name='comment_says_something'),
        ),
        migrations.AddConstraint(
            model_name='limb',
            constraint=models.UniqueConstraint(fields=('recommendation', 'code'), name='limb_once_in_recommendation'),
        ),
        migrations.AddConstraint(
            model_name='limb',
            constraint=models.CheckConstraint(condition=models.Q(('code__regex', '^[1-9][0-9]*[a-z]$')), name='limb_code'),
        ),
        migrations.AddConstraint(
            model_name='limb',
            constraint=models.CheckConstraint(condition=models.Q(('shown_by__in', ['records', 'document', 'not_here'])), name='limb_shown_by_known'),
        ),
        migrations.AddConstraint(
            model_name='limb',
            constraint=models.CheckConstraint(condition=models.Q(('counted__in', ['met', 'authorised'])), name='limb_counted_known'),
        ),
        migrations.AddConstraint(
            model_name='limb',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('shown_by', 'not_here'), _negated=True), ('duties', []), _connector='OR'), name='limb_duties_only_where_shown_here'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='limb',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "inspections_limbchange" ("asked", "code", "counted", "duties", "id", "pgh_created_at", "pgh_label", "pgh_obj_id", "recommendation_id", "shown_by", "title", "why_shown_so") VALUES (NEW."asked", NEW."code", NEW."counted", NEW."duties", NEW."id", NOW(), \'insert\', NEW."id", NEW."recommendation_id", NEW."shown_by", NEW."title", NEW."why_shown_so"); RETURN NULL;', hash='807489eb5d57341eb3ffc5d0420939ec6dcd6793', operation='INSERT', pgid='pgtrigger_insert_insert_92e01', table='inspections_limb', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='limb',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "inspections_limbchange" ("asked", "code", "counted", "duties", "id", "pgh_created_at", "pgh_label", "pgh_obj_id", "recommendation_id", "shown_by", "title", "why_shown_so") VALUES (NEW."asked", NEW."code", NEW."counted", NEW."duties", NEW."id", NOW(), \'update\', NEW."id", NEW."recommendation_id", NEW."shown_by", NEW."title", NEW."why_shown_so"); RETURN NULL;', hash='bfb9d7e154b86e26ce26a3ff42c9437d17988108', operation='UPDATE', pgid='pgtrigger_update_update_35255', table='inspections_limb', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='limb',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "inspections_limbchange" ("asked", "code", "counted", "duties", "id", "pgh_created_at", "pgh_label", "pgh_obj_id", "recommendation_id", "shown_by", "title", "why_shown_so") VALUES (OLD."asked", OLD."code", OLD."counted", OLD."duties", OLD."id", NOW(), \'delete\', OLD."id", OLD."recommendation_id", OLD."shown_by", OLD."title", OLD."why_shown_so"); RETURN NULL;', hash='04fcace0c33c1a6f010a9fec42e76680eb57bf47', operation='DELETE', pgid='pgtrigger_delete_delete_60646', table='inspections_limb', when='AFTER')),
        ),
    ]
