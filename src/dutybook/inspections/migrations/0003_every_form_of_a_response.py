"""A response in every form: Word, text, open data and OSCAL beside page and PDF."""

from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('inspections', '0002_layers'),
    ]

    operations = [
        migrations.AddField(
            model_name='release',
            name='open_data',
            field=models.TextField(blank=True, default=''),
        ),
        migrations.AddField(
            model_name='release',
            name='oscal',
            field=models.TextField(blank=True, default=''),
        ),
        migrations.AddField(
            model_name='release',
            name='plain',
            field=models.TextField(blank=True, default=''),
        ),
        migrations.AddField(
            model_name='release',
            name='word',
            field=models.BinaryField(default=b''),
        ),
        migrations.AddField(
            model_name='releasedraft',
            name='open_data',
            field=models.TextField(blank=True, default=''),
        ),
        migrations.AddField(
            model_name='releasedraft',
            name='oscal',
            field=models.TextField(blank=True, default=''),
        ),
        migrations.AddField(
            model_name='releasedraft',
            name='plain',
            field=models.TextField(blank=True, default=''),
        ),
        migrations.AddField(
            model_name='releasedraft',
            name='word',
            field=models.BinaryField(default=b''),
        ),
    ]
