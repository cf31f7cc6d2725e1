"""A child at risk lies beneath whoever the risk comes from."""

from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('access', '0004_children_are_read'),
        ('ledger', '0008_calendar_feeds'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.RemoveConstraint(
            model_name='reallocation',
            name='reallocation_kind_known',
        ),
        migrations.RemoveConstraint(
            model_name='subject',
            name='subject_beneath_as_its_kind',
        ),
        migrations.RemoveConstraint(
            model_name='subject',
            name='subject_kind_known',
        ),
        migrations.AlterField(
            model_name='reallocation',
            name='kind',
            field=models.CharField(choices=[('offender', 'offender'), ('suspect', 'suspect'), ('bail', 'bail'), ('order', 'order'), ('child', 'child'), ('staff', 'staff'), ('document', 'document'), ('agreement', 'agreement')], max_length=12),
        ),
        migrations.AlterField(
            model_name='subject',
            name='kind',
            field=models.CharField(choices=[('offender', 'offender'), ('suspect', 'suspect'), ('bail', 'bail'), ('order', 'order'), ('child', 'child'), ('staff', 'staff'), ('document', 'document'), ('agreement', 'agreement')], max_length=12),
        ),
        migrations.AlterField(
            model_name='subjectchange',
            name='kind',
            field=models.CharField(choices=[('offender', 'offender'), ('suspect', 'suspect'), ('bail', 'bail'), ('order', 'order'), ('child', 'child'), ('staff', 'staff'), ('document', 'document'), ('agreement', 'agreement')], max_length=12),
        ),
        migrations.AddConstraint(
            model_name='reallocation',
            constraint=models.CheckConstraint(condition=models.Q(('kind__in', ['offender', 'suspect', 'bail', 'order', 'child', 'staff', 'document', 'agreement'])), name='reallocation_kind_known'),
        ),
        migrations.AddConstraint(
            model_name='subject',
            constraint=models.CheckConstraint(condition=models.Q(('kind__in', ['offender', 'suspect', 'bail', 'order', 'child', 'staff', 'document', 'agreement'])), name='subject_kind_known'),
        ),
        migrations.AddConstraint(
            model_name='subject',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('beneath__isnull', False), ('kind__in', ['bail', 'order', 'child'])), models.Q(models.Q(('kind__in', ['bail', 'order', 'child']), _negated=True), ('beneath', None)), _connector='OR'), name='subject_beneath_as_its_kind'),
        ),
    ]
