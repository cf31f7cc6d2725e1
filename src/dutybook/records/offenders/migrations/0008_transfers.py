"""Offenders sent to another force, and what that force answered."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
        ('ledger', '0004_reallocation'),
        ('offenders', '0007_disposals'),
    ]

    operations = [
        migrations.CreateModel(
            name='Transfer',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('to_force', models.CharField(max_length=120)),
                ('contact', models.CharField(max_length=200)),
                ('reason', models.TextField(max_length=4000)),
                ('sent_on', models.DateField()),
                ('recorded_at', models.DateTimeField()),
                ('recorded_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('subject', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='transfers', to='ledger.subject')),
            ],
            options={
                'indexes': [models.Index(fields=['subject', '-id'], name='transfer_of_subject')],
                'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('to_force', ''), _negated=True), models.Q(('reason', ''), _negated=True)), name='transfer_names_force_and_reason')],
            },
        ),
        migrations.CreateModel(
            name='TransferAnswer',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('outcome', models.CharField(choices=[('accepted', 'accepted'), ('refused', 'refused'), ('taken_back', 'taken back')], max_length=16)),
                ('answered_on', models.DateField()),
                ('answered_by', models.CharField(blank=True, default='', max_length=200)),
                ('note', models.TextField(blank=True, default='', max_length=4000)),
                ('status_fact', models.BigIntegerField(null=True)),
                ('recorded_at', models.DateTimeField()),
                ('recorded_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('transfer', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='answer', to='offenders.transfer')),
            ],
            options={
                'constraints': [models.CheckConstraint(condition=models.Q(('outcome__in', ['accepted', 'refused', 'taken_back'])), name='transfer_answer_known'), models.CheckConstraint(condition=models.Q(models.Q(('outcome', 'accepted'), ('status_fact__isnull', False), models.Q(('answered_by', ''), _negated=True)), models.Q(models.Q(('outcome', 'accepted'), _negated=True), ('status_fact', None)), _connector='OR'), name='transfer_accepted_by_somebody_with_its_fact'), models.CheckConstraint(condition=models.Q(('outcome', 'accepted'), models.Q(('note', ''), _negated=True), _connector='OR'), name='transfer_refused_with_its_reason')],
            },
        ),
    ]
