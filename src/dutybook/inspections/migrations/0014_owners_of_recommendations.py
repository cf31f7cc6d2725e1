"""A recommendation as a whole has owners and a board too."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('inspections', '0013_pulse_learning_and_replies'),
    ]

    operations = [
        migrations.RenameModel(old_name='LimbOwnership', new_name='Ownership'),
        migrations.AlterField(
            model_name='ownership',
            name='limb',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='ownerships', to='inspections.limb'),
        ),
        migrations.AddField(
            model_name='ownership',
            name='recommendation',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='ownerships', to='inspections.recommendation'),
        ),
        migrations.AddIndex(
            model_name='ownership',
            index=models.Index(fields=['force', 'recommendation', '-id'], name='ownership_of_whole'),
        ),
        migrations.AddConstraint(
            model_name='ownership',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('limb', None), ('recommendation__isnull', False)), models.Q(('limb__isnull', False), ('recommendation', None)), _connector='OR'), name='ownership_of_one_or_the_other'),
        ),
    ]
