"""Leave asked for a visit and refused, and what was put on the national register."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
        ('ledger', '0006_orders_beneath_offenders'),
        ('offenders', '0012_transfers_in'),
    ]

    operations = [
        migrations.CreateModel(
            name='LeaveRequest',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('visit_fact', models.BigIntegerField()),
                ('reason', models.TextField(max_length=4000)),
                ('said_given_at', models.DateTimeField(null=True)),
                ('recorded_at', models.DateTimeField()),
                ('asked_of', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('recorded_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('subject', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='ledger.subject')),
            ],
            options={
                'indexes': [models.Index(fields=['asked_of'], name='leave_request_of_whom'), models.Index(fields=['visit_fact'], name='leave_request_of_visit')],
                'constraints': [models.CheckConstraint(condition=models.Q(('reason', ''), _negated=True), name='leave_request_gives_reason'), models.CheckConstraint(condition=models.Q(('asked_of', models.F('recorded_by')), _negated=True), name='leave_request_of_somebody_else'), models.UniqueConstraint(fields=('visit_fact', 'asked_of'), name='leave_asked_once_of_each')],
            },
        ),
        migrations.CreateModel(
            name='LeaveRefusal',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('reason', models.TextField(max_length=4000)),
                ('recorded_at', models.DateTimeField()),
                ('recorded_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('request', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='refusal', to='offenders.leaverequest')),
            ],
            options={
                'constraints': [models.CheckConstraint(condition=models.Q(('reason', ''), _negated=True), name='leave_refusal_gives_reason')],
            },
        ),
        migrations.CreateModel(
            name='RegisterNote',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('table', models.CharField(max_length=40)),
                ('fact_id', models.BigIntegerField()),
                ('version', models.PositiveSmallIntegerField()),
                ('put_on', models.DateField()),
                ('recorded_at', models.DateTimeField()),
                ('recorded_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('subject', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='ledger.subject')),
            ],
            options={
                'indexes': [models.Index(fields=['subject'], name='register_note_of_subject')],
                'constraints': [models.UniqueConstraint(fields=('table', 'fact_id', 'version'), name='register_note_once_of_a_version')],
            },
        ),
    ]
