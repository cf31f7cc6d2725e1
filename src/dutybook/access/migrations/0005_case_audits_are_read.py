"""What an auditor draws and grades is a kind of its own in the access log."""

from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('access', '0004_children_are_read'),
    ]

    operations = [
        migrations.RemoveConstraint(
            model_name='accesslogrow',
            name='access_log_kind_is_known',
        ),
        migrations.AddConstraint(
            model_name='accesslogrow',
            constraint=models.CheckConstraint(condition=models.Q(('kind__in', ['offender', 'suspect', 'bail', 'child', 'staff_screening', 'governance', 'ledger_aggregate', 'policy', 'inspection', 'response', 'case_audit', 'access_log', 'account'])), name='access_log_kind_is_known'),
        ),
    ]
