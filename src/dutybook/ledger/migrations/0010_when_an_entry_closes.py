"""What is open on a day is one range of an index; indexes that others begin with go.

The unique keys of entries and spans, and the index by force and duty, answer what the plain
indexes of the foreign keys did.
"""

import datetime
import django.db.models.deletion
import django.db.models.functions.comparison
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('access', '0005_case_audits_are_read'),
        ('ledger', '0009_children_beneath'),
    ]

    operations = [
        migrations.AlterField(
            model_name='entry',
            name='force',
            field=models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='access.force'),
        ),
        migrations.AlterField(
            model_name='entry',
            name='subject',
            field=models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='entries', to='ledger.subject'),
        ),
        migrations.AlterField(
            model_name='span',
            name='entry',
            field=models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='spans', to='ledger.entry'),
        ),
        migrations.AddIndex(
            model_name='entry',
            index=models.Index(models.F('subject'), django.db.models.functions.comparison.Coalesce('closed_at', models.Value(datetime.datetime(9999, 1, 1, 0, 0, tzinfo=datetime.timezone.utc), output_field=models.DateTimeField())), name='entry_closes'),
        ),
    ]
