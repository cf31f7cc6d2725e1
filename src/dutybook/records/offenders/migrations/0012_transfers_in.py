"""Offenders who come from another force, beside those who go to one."""

from django.db import migrations, models
from django.db.models import Q


class Migration(migrations.Migration):

    dependencies = [
        ("offenders", "0011_second_visitor_named"),
    ]

    operations = [
        migrations.RemoveConstraint(
            model_name="transfer", name="transfer_names_force_and_reason"
        ),
        migrations.RenameField(model_name="transfer", old_name="to_force", new_name="force"),
        migrations.AddField(
            model_name="transfer",
            name="direction",
            field=models.CharField(
                choices=[("out", "to another force"), ("in", "from another force")],
                default="out",
                max_length=3,
            ),
        ),
        migrations.AddConstraint(
            model_name="transfer",
            constraint=models.CheckConstraint(
                condition=~Q(force="") & ~Q(reason=""), name="transfer_names_force_and_reason"
            ),
        ),
        migrations.AddConstraint(
            model_name="transfer",
            constraint=models.CheckConstraint(
                condition=Q(direction__in=["out", "in"]), name="transfer_goes_out_or_in"
            ),
        ),
    ]
