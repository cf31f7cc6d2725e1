"""x"""

import django.db.models.deletion
import django.db.models.functions.datetime
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('access', '0007_inspectors_are_let_in_to_a_day'),
        ('inspections', '0011_lines_placed_by_people'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='RoomRequest',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('kind', models.CharField(choices=[('document', 'A document'), ('sample', 'A sample of cases'), ('explanation', 'An explanation')], max_length=12)),
                ('what', models.TextField(max_length=2000)),
                ('wanted_by', models.DateField(null=True)),
                ('said_at', models.DateTimeField()),
                ('loaded_at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False)),
                ('force', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='access.force')),
                ('limb', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='inspections.limb')),
                ('said_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'indexes': [models.Index(fields=['force', '-id'], name='room_request_newest')],
                'constraints': [models.CheckConstraint(condition=models.Q(('kind__in', ['document', 'sample', 'explanation'])), name='room_request_kind_known'), models.CheckConstraint(condition=models.Q(('what__regex', '^\\s*$'), _negated=True), name='room_request_asks_something')],
            },
        ),
        migrations.CreateModel(
            name='RoomAnswer',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('words', models.TextField(max_length=4000)),
                ('reference', models.CharField(blank=True, default='', max_length=300)),
                ('said_at', models.DateTimeField()),
                ('loaded_at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False)),
                ('said_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('sample', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='inspections.auditsample')),
                ('request', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='answers', to='inspections.roomrequest')),
            ],
            options={
                'constraints': [models.CheckConstraint(condition=models.Q(('words__regex', '^\\s*$'), _negated=True), name='room_answer_says_something')],
            },
        ),
    ]
