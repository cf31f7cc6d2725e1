"""Who owns a limb, and the evidence that it rests on."""

import django.db.models.deletion
import django.db.models.functions.datetime
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('access', '0004_children_are_read'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
        ('inspections', '0004_questions_of_the_commissioners_office'),
    ]

    operations = [
        migrations.CreateModel(
            name='LimbEvidence',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('kind', models.CharField(choices=[('figures', 'What the records showed'), ('document', 'A document'), ('attestation', "A named person's word")], max_length=12)),
                ('title', models.CharField(max_length=200)),
                ('reference', models.CharField(blank=True, default='', max_length=300)),
                ('attested_by', models.CharField(blank=True, default='', max_length=160)),
                ('speaks_for', models.DateField()),
                ('expires_on', models.DateField(null=True)),
                ('figures', models.JSONField(default=list)),
                ('said_at', models.DateTimeField()),
                ('loaded_at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False)),
                ('force', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='access.force')),
                ('limb', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='evidence', to='inspections.limb')),
                ('said_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'indexes': [models.Index(fields=['force', 'limb'], name='evidence_of_limb')],
                'constraints': [models.CheckConstraint(condition=models.Q(('kind__in', ['figures', 'document', 'attestation'])), name='evidence_kind_known'), models.CheckConstraint(condition=models.Q(('title', ''), _negated=True), name='evidence_has_title'), models.CheckConstraint(condition=models.Q(models.Q(('kind', 'document'), _negated=True), models.Q(('reference', ''), _negated=True), _connector='OR'), name='evidence_of_a_document_says_where'), models.CheckConstraint(condition=models.Q(models.Q(('kind', 'attestation'), _negated=True), models.Q(('attested_by', ''), _negated=True), _connector='OR'), name='evidence_by_word_names_the_person'), models.CheckConstraint(condition=models.Q(('expires_on', None), ('expires_on__gte', models.F('speaks_for')), _connector='OR'), name='evidence_expires_after_its_day')],
            },
        ),
        migrations.CreateModel(
            name='EvidenceWithdrawal',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('reason', models.TextField(max_length=2000)),
                ('said_at', models.DateTimeField()),
                ('loaded_at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False)),
                ('said_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('evidence', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='withdrawal', to='inspections.limbevidence')),
            ],
            options={
                'constraints': [models.CheckConstraint(condition=models.Q(('reason', ''), _negated=True), name='evidence_withdrawn_with_reason')],
            },
        ),
        migrations.CreateModel(
            name='LimbOwnership',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('senior_owner', models.CharField(max_length=160)),
                ('delivery_owner', models.CharField(max_length=160)),
                ('board', models.CharField(max_length=160)),
                ('minute', models.CharField(max_length=200)),
                ('said_at', models.DateTimeField()),
                ('loaded_at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False)),
                ('force', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='access.force')),
                ('limb', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='ownerships', to='inspections.limb')),
                ('said_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'indexes': [models.Index(fields=['force', 'limb', '-id'], name='ownership_newest')],
                'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('senior_owner', ''), _negated=True), models.Q(('delivery_owner', ''), _negated=True), models.Q(('board', ''), _negated=True), models.Q(('minute', ''), _negated=True)), name='ownership_names_all')],
            },
        ),
    ]
