"""What somebody typed into a form and has not saved yet."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('access', '0007_inspectors_are_let_in_to_a_day'),
    ]

    operations = [
        migrations.CreateModel(
            name='FormDraft',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('place', models.CharField(max_length=300)),
                ('fields', models.JSONField()),
                ('kept_at', models.DateTimeField()),
                ('user', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'indexes': [models.Index(fields=['kept_at'], name='form_draft_by_age')],
                'constraints': [models.UniqueConstraint(fields=('user', 'place'), name='form_draft_one_a_page'), models.CheckConstraint(condition=models.Q(('place__startswith', '/')), name='form_draft_of_a_page')],
            },
        ),
    ]
