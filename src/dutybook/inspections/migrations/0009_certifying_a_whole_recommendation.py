"""A recommendation is certified as a whole, by another than who proposed it."""

import django.db.models.deletion
import django.db.models.functions.datetime
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('access', '0005_case_audits_are_read'),
        ('inspections', '0008_letters_of_a_response'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='WholeProposal',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('claim', models.TextField(max_length=4000)),
                ('said_at', models.DateTimeField()),
                ('loaded_at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False)),
                ('force', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='access.force')),
                ('recommendation', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='proposals', to='inspections.recommendation')),
                ('said_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'indexes': [models.Index(fields=['force', 'recommendation', '-id'], name='whole_proposal_newest')],
                'constraints': [models.CheckConstraint(condition=models.Q(('claim__regex', '^\\s*$'), _negated=True), name='whole_proposal_has_claim')],
            },
        ),
        migrations.CreateModel(
            name='WholeCertification',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('outcome', models.CharField(choices=[('certified', 'Certified'), ('declined', 'Declined')], max_length=12)),
                ('reason', models.TextField(blank=True, default='', max_length=4000)),
                ('public_reason', models.TextField(blank=True, default='', max_length=2000)),
                ('all_shown', models.BooleanField()),
                ('limbs', models.JSONField(default=list)),
                ('day', models.DateField()),
                ('said_at', models.DateTimeField()),
                ('loaded_at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False)),
                ('proposed_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('said_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('proposal', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='answer', to='inspections.wholeproposal')),
            ],
            options={
                'constraints': [models.CheckConstraint(condition=models.Q(('outcome__in', ['certified', 'declined'])), name='whole_outcome_known'), models.CheckConstraint(condition=models.Q(('said_by', models.F('proposed_by')), _negated=True), name='whole_certified_by_another'), models.CheckConstraint(condition=models.Q(models.Q(('all_shown', True), ('outcome', 'certified')), models.Q(('outcome', 'certified'), models.Q(('reason', ''), _negated=True), models.Q(('public_reason', ''), _negated=True)), models.Q(('outcome', 'declined'), models.Q(('reason', ''), _negated=True)), _connector='OR'), name='whole_against_the_records_has_reasons')],
            },
        ),
        migrations.CreateModel(
            name='WholeWithdrawal',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('reason', models.TextField(max_length=4000)),
                ('said_at', models.DateTimeField()),
                ('loaded_at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False)),
                ('certification', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='withdrawal', to='inspections.wholecertification')),
                ('said_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'constraints': [models.CheckConstraint(condition=models.Q(('reason__regex', '^\\s*$'), _negated=True), name='whole_withdrawal_has_reason')],
            },
        ),
    ]
