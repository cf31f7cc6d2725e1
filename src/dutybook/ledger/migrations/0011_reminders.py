"""People are reminded of days, answers and failures; a mail says that notices wait."""

import django.db.models.deletion
import django.db.models.functions.datetime
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('access', '0006_mail_says_that_notices_wait'),
        ('ledger', '0010_when_an_entry_closes'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='Reminder',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('code', models.CharField(max_length=24)),
                ('inspection', models.CharField(blank=True, default='', max_length=120)),
                ('part', models.CharField(blank=True, default='', max_length=40)),
                ('number', models.BigIntegerField(null=True)),
                ('day', models.DateField(null=True)),
                ('made_at', models.DateTimeField()),
                ('loaded_at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False)),
                ('force', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='access.force')),
            ],
            options={
                'constraints': [models.CheckConstraint(condition=models.Q(('code__in', ('recommendation_soon', 'recommendation_passed', 'response_soon', 'response_passed', 'promise_soon', 'promise_late', 'evidence_soon', 'evidence_expired', 'question_asked', 'question_answered', 'room_asked', 'room_answered', 'pack_made', 'pack_failed'))), name='reminder_code_known'), models.UniqueConstraint(fields=('force', 'code', 'inspection', 'part', 'number', 'day'), name='reminder_made_once', nulls_distinct=False)],
            },
        ),
        migrations.RemoveConstraint(
            model_name='notice',
            name='notice_kind_known',
        ),
        migrations.AddField(
            model_name='notice',
            name='mailed_at',
            field=models.DateTimeField(null=True),
        ),
        migrations.AddField(
            model_name='notice',
            name='reminder',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='ledger.reminder'),
        ),
        migrations.AddIndex(
            model_name='notice',
            index=models.Index(condition=models.Q(('acknowledged_at', None), ('mailed_at', None)), fields=['force', 'user'], name='notice_unmailed'),
        ),
        migrations.AddConstraint(
            model_name='notice',
            constraint=models.CheckConstraint(condition=models.Q(('kind__in', ('breach', 'finding', 'digest', 'escalated', 'reminder'))), name='notice_kind_known'),
        ),
        migrations.AddConstraint(
            model_name='notice',
            constraint=models.UniqueConstraint(condition=models.Q(('kind', 'reminder')), fields=('user', 'reminder'), name='notice_of_reminder_once'),
        ),
    ]
