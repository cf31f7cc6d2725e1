"""Records of children at risk are a kind of their own in the access log."""

from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('access', '0003_governance_is_read'),
    ]

    operations = [
        migrations.RemoveConstraint(
            model_name='accesslogrow',
            name='access_log_kind_is_known',
        ),
        migrations.AddConstraint(
            model_name='accesslogrow',
            constraint=models.CheckConstraint(condition=models.Q(('kind__in', ['offender', 'suspect', 'bail', 'child', 'staff_screening', 'governance', 'ledger_aggregate', 'policy', 'inspection', 'response', 'access_log', 'account'])), name='access_log_kind_is_known'),
        ),
    ]
