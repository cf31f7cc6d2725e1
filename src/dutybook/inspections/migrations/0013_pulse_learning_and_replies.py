"""What staff say, what was learnt, and what is answered to an audit or a judgement.

A reply to a judgement stood in the judgement's own row; the replies given so are carried over.
"""

import django.db.models.deletion
import django.db.models.functions.datetime
from django.conf import settings
from django.db import migrations, models

CARRY_REPLIES_OVER = """
INSERT INTO inspections_narrowerreply (judgement_id, words, said_by_id, said_at)
SELECT id, force_reply, judged_by_id, judged_at
FROM inspections_narrowerjudgement WHERE force_reply !~ '^\\s*$';
SET CONSTRAINTS ALL IMMEDIATE;
"""


def _key(to, **more):
    return models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to=to, **more)


def _id():
    return ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID'))


def _said():
    return [
        ('said_at', models.DateTimeField()),
        ('loaded_at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False)),
        ('said_by', _key(settings.AUTH_USER_MODEL, related_name='+')),
    ]


class Migration(migrations.Migration):

    dependencies = [
        ('access', '0008_drafts_of_forms'),
        ('inspections', '0012_inspectors_room'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='NarrowerReply',
            fields=[
                _id(),
                ('words', models.TextField(max_length=4000)),
                *_said(),
                ('judgement', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='reply', to='inspections.narrowerjudgement')),
            ],
            options={
                'constraints': [models.CheckConstraint(condition=models.Q(('words__regex', '^\\s*$'), _negated=True), name='narrower_reply_says_something')],
            },
        ),
        migrations.RunSQL(CARRY_REPLIES_OVER, migrations.RunSQL.noop),
        migrations.RemoveField(model_name='narrowerjudgement', name='force_reply'),
        migrations.CreateModel(
            name='CaseReply',
            fields=[
                _id(),
                ('words', models.TextField(max_length=4000)),
                *_said(),
                ('audit', _key('inspections.caseaudit', related_name='replies')),
            ],
            options={
                'indexes': [models.Index(fields=['audit', 'id'], name='case_reply_in_order')],
                'constraints': [models.CheckConstraint(condition=models.Q(('words__regex', '^\\s*$'), _negated=True), name='case_reply_says_something')],
            },
        ),
        migrations.CreateModel(
            name='Learning',
            fields=[
                _id(),
                ('learnt_from', models.CharField(choices=[('theme', 'A thematic review'), ('further_offence', 'A review after a further offence'), ('harm', 'A review after a death or serious harm'), ('case_audits', 'Records read against their files'), ('elsewhere', "Another force's or body's review")], max_length=16)),
                ('title', models.CharField(max_length=200)),
                ('ended_on', models.DateField()),
                ('looked_at', models.TextField(max_length=4000)),
                ('learnt', models.TextField(max_length=8000)),
                ('led_by', models.CharField(max_length=160)),
                ('kept_where', models.CharField(blank=True, default='', max_length=300)),
                *_said(),
                ('force', _key('access.force', related_name='+')),
            ],
            options={
                'indexes': [models.Index(fields=['force', '-ended_on'], name='learning_newest')],
                'constraints': [
                    models.CheckConstraint(condition=models.Q(('learnt_from__in', ['theme', 'further_offence', 'harm', 'case_audits', 'elsewhere'])), name='learning_source_known'),
                    models.CheckConstraint(condition=models.Q(models.Q(('title', ''), _negated=True), models.Q(('looked_at', ''), _negated=True), models.Q(('learnt', ''), _negated=True), models.Q(('led_by', ''), _negated=True)), name='learning_says_what'),
                ],
            },
        ),
        migrations.RemoveConstraint(model_name='commitment', name='commitment_promised_somewhere'),
        migrations.AlterField(
            model_name='commitment',
            name='promised_in',
            field=models.CharField(choices=[('response', 'In the published response'), ('meeting', 'At a meeting that holds to account'), ('board', 'By a board of the force'), ('case_audit', 'After records were tested'), ('learning', 'From what was learnt')], max_length=10),
        ),
        migrations.AddField(
            model_name='commitment',
            name='learning',
            field=_key('inspections.learning', null=True, related_name='commitments'),
        ),
        migrations.AddConstraint(
            model_name='commitment',
            constraint=models.CheckConstraint(condition=models.Q(('promised_in__in', ['response', 'meeting', 'board', 'case_audit', 'learning'])), name='commitment_promised_somewhere'),
        ),
        migrations.AddConstraint(
            model_name='commitment',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('learning__isnull', False), ('promised_in', 'learning')), models.Q(models.Q(('promised_in', 'learning'), _negated=True), ('learning', None)), _connector='OR'), name='commitment_of_learning_names_it'),
        ),
        migrations.CreateModel(
            name='Pulse',
            fields=[
                _id(),
                ('title', models.CharField(max_length=120)),
                ('closes_on', models.DateField()),
                ('asked', models.JSONField()),
                ('fewest', models.PositiveSmallIntegerField()),
                *_said(),
                ('force', _key('access.force', related_name='+')),
            ],
            options={
                'indexes': [models.Index(fields=['force', '-closes_on'], name='pulse_newest')],
                'constraints': [models.CheckConstraint(condition=models.Q(('title', ''), _negated=True), name='pulse_has_a_title')],
            },
        ),
        migrations.CreateModel(
            name='PulseStatement',
            fields=[
                _id(),
                ('place', models.PositiveSmallIntegerField()),
                ('words', models.CharField(max_length=300)),
                ('limb', _key('inspections.limb', null=True, related_name='+')),
                ('pulse', _key('inspections.pulse', related_name='statements')),
            ],
            options={
                'constraints': [
                    models.UniqueConstraint(fields=('pulse', 'place'), name='pulse_statement_place'),
                    models.CheckConstraint(condition=models.Q(('words', ''), _negated=True), name='pulse_statement_says_something'),
                ],
            },
        ),
        migrations.CreateModel(
            name='PulseTaken',
            fields=[
                _id(),
                ('pulse', _key('inspections.pulse', related_name='taken')),
                ('user', _key(settings.AUTH_USER_MODEL, related_name='+')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('pulse', 'user'), name='pulse_taken_once')],
            },
        ),
        migrations.CreateModel(
            name='PulseTally',
            fields=[
                _id(),
                ('unit', models.CharField(max_length=30)),
                ('answer', models.CharField(choices=[('agree', 'I agree'), ('neither', 'Neither'), ('disagree', 'I disagree')], max_length=10)),
                ('given', models.PositiveIntegerField(default=0)),
                ('statement', _key('inspections.pulsestatement', related_name='tallies')),
            ],
            options={
                'constraints': [
                    models.UniqueConstraint(fields=('statement', 'unit', 'answer'), name='pulse_tally_one'),
                    models.CheckConstraint(condition=models.Q(('answer__in', ['agree', 'neither', 'disagree'])), name='pulse_tally_answer_known'),
                ],
            },
        ),
    ]
