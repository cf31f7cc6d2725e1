"""What the force itself must have is a kind of record of its own."""

from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('access', '0002_grants_of_one_force_and_apart'),
    ]

    operations = [
        migrations.RemoveConstraint(
            model_name='accesslogrow',
            name='access_log_kind_is_known',
        ),
        migrations.AddConstraint(
            model_name='accesslogrow',
            constraint=models.CheckConstraint(condition=models.Q(('kind__in', ['offender', 'suspect', 'bail', 'staff_screening', 'governance', 'ledger_aggregate', 'policy', 'inspection', 'response', 'access_log', 'account'])), name='access_log_kind_is_known'),
        ),
    ]
