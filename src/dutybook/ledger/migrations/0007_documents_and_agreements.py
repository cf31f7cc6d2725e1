"""Documents and agreements are subjects of duties."""

from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('access', '0003_governance_is_read'),
        ('ledger', '0006_orders_beneath_offenders'),
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
        migrations.AlterField(
            model_name='reallocation',
            name='kind',
            field=models.CharField(choices=[('offender', 'offender'), ('suspect', 'suspect'), ('bail', 'bail'), ('order', 'order'), ('staff', 'staff'), ('document', 'document'), ('agreement', 'agreement')], max_length=12),
        ),
        migrations.AlterField(
            model_name='subject',
            name='kind',
            field=models.CharField(choices=[('offender', 'offender'), ('suspect', 'suspect'), ('bail', 'bail'), ('order', 'order'), ('staff', 'staff'), ('document', 'document'), ('agreement', 'agreement')], max_length=12),
        ),
        migrations.AlterField(
            model_name='subjectchange',
            name='kind',
            field=models.CharField(choices=[('offender', 'offender'), ('suspect', 'suspect'), ('bail', 'bail'), ('order', 'order'), ('staff', 'staff'), ('document', 'document'), ('agreement', 'agreement')], max_length=12),
        ),
        migrations.AddConstraint(
            model_name='reallocation',
            constraint=models.CheckConstraint(condition=models.Q(('kind__in', ['offender', 'suspect', 'bail', 'order', 'staff', 'document', 'agreement'])), name='reallocation_kind_known'),
        ),
        migrations.AddConstraint(
            model_name='subject',
            constraint=models.CheckConstraint(condition=models.Q(('kind__in', ['offender', 'suspect', 'bail', 'order', 'staff', 'document', 'agreement'])), name='subject_kind_known'),
        ),
    ]
