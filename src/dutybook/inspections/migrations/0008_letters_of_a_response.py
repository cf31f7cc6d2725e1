"""That a letter of section 55 was sent."""

import django.db.models.deletion
import django.db.models.functions.datetime
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('access', '0005_case_audits_are_read'),
        ('inspections', '0007_commitments_and_meetings'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='SentLetter',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('to', models.CharField(choices=[('chief_officer', 'The chief officer, invited to comment'), ('inspectorate', 'The inspectors of constabulary'), ('secretary_of_state', 'The Secretary of State')], max_length=20)),
                ('release_number', models.PositiveSmallIntegerField(null=True)),
                ('sent_on', models.DateField()),
                ('how', models.CharField(max_length=200)),
                ('reference', models.CharField(blank=True, default='', max_length=200)),
                ('answer_by', models.DateField(null=True)),
                ('said_at', models.DateTimeField()),
                ('loaded_at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False)),
                ('force', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='access.force')),
                ('inspection', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='letters', to='inspections.inspection')),
                ('said_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'indexes': [models.Index(fields=['force', 'inspection', '-id'], name='letter_newest')],
                'constraints': [models.CheckConstraint(condition=models.Q(('to__in', ['chief_officer', 'inspectorate', 'secretary_of_state'])), name='letter_to_known'), models.CheckConstraint(condition=models.Q(models.Q(('answer_by__isnull', False), ('release_number', None), ('to', 'chief_officer')), models.Q(models.Q(('to', 'chief_officer'), _negated=True), ('release_number__isnull', False), ('answer_by', None)), _connector='OR'), name='letter_invites_or_brings_a_release'), models.CheckConstraint(condition=models.Q(('how', ''), _negated=True), name='letter_sent_somehow')],
            },
        ),
    ]
