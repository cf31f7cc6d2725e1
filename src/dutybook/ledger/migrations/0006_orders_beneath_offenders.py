"""Orders lie beneath their offender, as bails lie beneath their suspect."""

from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('access', '0002_grants_of_one_force_and_apart'),
        ('ledger', '0005_export'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.RemoveConstraint(
            model_name='reallocation',
            name='reallocation_kind_known',
        ),
        migrations.RemoveConstraint(
            model_name='subject',
            name='subject_kind_known',
        ),
        migrations.RemoveConstraint(
            model_name='subject',
            name='subject_bail_is_beneath_a_suspect',
        ),
        migrations.AlterField(
            model_name='reallocation',
            name='kind',
            field=models.CharField(choices=[('offender', 'offender'), ('suspect', 'suspect'), ('bail', 'bail'), ('order', 'order'), ('staff', 'staff')], max_length=12),
        ),
        migrations.AlterField(
            model_name='subject',
            name='kind',
            field=models.CharField(choices=[('offender', 'offender'), ('suspect', 'suspect'), ('bail', 'bail'), ('order', 'order'), ('staff', 'staff')], max_length=12),
        ),
        migrations.AlterField(
            model_name='subjectchange',
            name='kind',
            field=models.CharField(choices=[('offender', 'offender'), ('suspect', 'suspect'), ('bail', 'bail'), ('order', 'order'), ('staff', 'staff')], max_length=12),
        ),
        migrations.AddConstraint(
            model_name='reallocation',
            constraint=models.CheckConstraint(condition=models.Q(('kind__in', ['offender', 'suspect', 'bail', 'order', 'staff'])), name='reallocation_kind_known'),
        ),
        migrations.AddConstraint(
            model_name='subject',
            constraint=models.CheckConstraint(condition=models.Q(('kind__in', ['offender', 'suspect', 'bail', 'order', 'staff'])), name='subject_kind_known'),
        ),
        migrations.AddConstraint(
            model_name='subject',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('beneath__isnull', False), ('kind__in', ['bail', 'order'])), models.Q(models.Q(('kind__in', ['bail', 'order']), _negated=True), ('beneath', None)), _connector='OR'), name='subject_beneath_as_its_kind'),
        ),
    ]
