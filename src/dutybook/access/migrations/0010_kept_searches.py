"""Lists as somebody narrowed them, kept under a name."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('access', '0009_records_opened_out_of_hours'),
    ]

    operations = [
        migrations.CreateModel(
            name='KeptSearch',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('list_name', models.CharField(max_length=40)),
                ('title', models.CharField(max_length=80)),
                ('filters', models.JSONField()),
                ('words', models.CharField(blank=True, max_length=400)),
                ('kept_at', models.DateTimeField()),
                ('user', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('user', 'title'), name='kept_search_called_once'), models.CheckConstraint(condition=models.Q(('title', ''), _negated=True), name='kept_search_has_a_name')],
            },
        ),
    ]
