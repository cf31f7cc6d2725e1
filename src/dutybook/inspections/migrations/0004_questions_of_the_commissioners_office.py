"""Questions that the commissioner's office asks the force about a limb, and the answers."""

import django.db.models.deletion
import django.db.models.functions.datetime
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('access', '0003_governance_is_read'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
        ('inspections', '0003_every_form_of_a_response'),
    ]

    operations = [
        migrations.CreateModel(
            name='LimbQuestion',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('question', models.TextField(max_length=4000)),
                ('answer_by', models.DateField(null=True)),
                ('said_at', models.DateTimeField()),
                ('loaded_at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False)),
                ('force', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='access.force')),
                ('limb', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='questions', to='inspections.limb')),
                ('said_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'indexes': [models.Index(fields=['force', 'limb', '-id'], name='question_newest')],
                'constraints': [models.CheckConstraint(condition=models.Q(('question__regex', '^\\s*$'), _negated=True), name='question_asks_something')],
            },
        ),
        migrations.CreateModel(
            name='LimbAnswer',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('answer', models.TextField(max_length=8000)),
                ('said_at', models.DateTimeField()),
                ('loaded_at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False)),
                ('said_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('question', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='answer', to='inspections.limbquestion')),
            ],
            options={
                'constraints': [models.CheckConstraint(condition=models.Q(('answer__regex', '^\\s*$'), _negated=True), name='answer_says_something')],
            },
        ),
    ]
