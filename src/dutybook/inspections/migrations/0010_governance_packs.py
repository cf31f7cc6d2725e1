"""Packs of figures for boards: asked for, made in the background, kept as they were made."""

import django.db.models.deletion
import django.db.models.functions.datetime
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('access', '0005_case_audits_are_read'),
        ('inspections', '0009_certifying_a_whole_recommendation'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='PackRequest',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('unit', models.CharField(choices=[('offender_management', 'Offender management'), ('online_child_abuse', 'Online child abuse investigation')], max_length=24)),
                ('day', models.DateField()),
                ('asked_at', models.DateTimeField()),
                ('begun_at', models.DateTimeField(null=True)),
                ('steps', models.PositiveSmallIntegerField(default=0)),
                ('steps_done', models.PositiveSmallIntegerField(default=0)),
                ('ended_at', models.DateTimeField(null=True)),
                ('problem', models.CharField(blank=True, default='', max_length=300)),
                ('asked_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('force', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='access.force')),
            ],
            options={
                'indexes': [models.Index(fields=['force', '-day', '-id'], name='pack_newest')],
                'constraints': [models.CheckConstraint(condition=models.Q(('unit__in', ['offender_management', 'online_child_abuse'])), name='pack_unit_known'), models.CheckConstraint(condition=models.Q(('steps_done__lte', models.F('steps'))), name='pack_does_no_more_than_there_is'), models.CheckConstraint(condition=models.Q(('ended_at', None), ('ended_at__gte', models.F('asked_at')), _connector='OR'), name='pack_ends_after_it_is_asked'), models.UniqueConstraint(condition=models.Q(('ended_at', None)), fields=('force', 'unit', 'day'), name='pack_made_once_at_a_time')],
            },
        ),
        migrations.CreateModel(
            name='FinishedPack',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('contents', models.JSONField()),
                ('pdf', models.BinaryField()),
                ('word', models.BinaryField()),
                ('known_at', models.DateTimeField()),
                ('loaded_at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False)),
                ('request', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='finished', to='inspections.packrequest')),
            ],
        ),
    ]
