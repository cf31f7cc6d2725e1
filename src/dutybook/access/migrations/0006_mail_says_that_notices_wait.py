"""An account may have an address to which mail says that notices wait."""

import pgtrigger.compiler
import pgtrigger.migrations
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('access', '0005_case_audits_are_read'),
    ]

    operations = [
        pgtrigger.migrations.RemoveTrigger(
            model_name='user',
            name='insert_insert',
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name='user',
            name='update_update',
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name='user',
            name='delete_delete',
        ),
        migrations.AddField(
            model_name='user',
            name='email',
            field=models.EmailField(blank=True, default='', max_length=254),
        ),
        migrations.AddField(
            model_name='userchange',
            name='email',
            field=models.EmailField(blank=True, default='', max_length=254),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='user',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "access_userchange" ("display_name", "email", "force_id", "id", "is_active", "must_change_password", "pgh_created_at", "pgh_label", "pgh_obj_id", "rank", "username") VALUES (NEW."display_name", NEW."email", NEW."force_id", NEW."id", NEW."is_active", NEW."must_change_password", NOW(), \'insert\', NEW."id", NEW."rank", NEW."username"); RETURN NULL;', hash='6c3f48696b88bcddf165f2f4bb2a90fd12c5e07e', operation='INSERT', pgid='pgtrigger_insert_insert_b2fac', table='access_user', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='user',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD."display_name" IS DISTINCT FROM (NEW."display_name") OR OLD."email" IS DISTINCT FROM (NEW."email") OR OLD."force_id" IS DISTINCT FROM (NEW."force_id") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."is_active" IS DISTINCT FROM (NEW."is_active") OR OLD."must_change_password" IS DISTINCT FROM (NEW."must_change_password") OR OLD."rank" IS DISTINCT FROM (NEW."rank") OR OLD."username" IS DISTINCT FROM (NEW."username"))', func='INSERT INTO "access_userchange" ("display_name", "email", "force_id", "id", "is_active", "must_change_password", "pgh_created_at", "pgh_label", "pgh_obj_id", "rank", "username") VALUES (NEW."display_name", NEW."email", NEW."force_id", NEW."id", NEW."is_active", NEW."must_change_password", NOW(), \'update\', NEW."id", NEW."rank", NEW."username"); RETURN NULL;', hash='029e75304777660e3bbcd35403fe91caa2426bac', operation='UPDATE', pgid='pgtrigger_update_update_5efde', table='access_user', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='user',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "access_userchange" ("display_name", "email", "force_id", "id", "is_active", "must_change_password", "pgh_created_at", "pgh_label", "pgh_obj_id", "rank", "username") VALUES (OLD."display_name", OLD."email", OLD."force_id", OLD."id", OLD."is_active", OLD."must_change_password", NOW(), \'delete\', OLD."id", OLD."rank", OLD."username"); RETURN NULL;', hash='bb8bc10e994318bd0790b5ba62a7951c22ed43d2', operation='DELETE', pgid='pgtrigger_delete_delete_dea43', table='access_user', when='AFTER')),
        ),
    ]
