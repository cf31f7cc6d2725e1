"""A member of staff whose wellbeing screening is owed."""

from django.db import models
from django.db.models import Q

from dutybook.access.history import tracked


@tracked()
class StaffMember(models.Model):
    """One member of staff, kept apart from case records and read by the wellbeing lead alone."""

    subject = models.OneToOneField(
        "ledger.Subject", models.PROTECT, primary_key=True, related_name="staff_member"
    )
    force = models.ForeignKey("access.Force", models.PROTECT, related_name="+")
    user = models.OneToOneField("access.User", models.PROTECT, null=True, related_name="+")
    payroll_ref = models.CharField(max_length=40)
    name = models.CharField(max_length=160)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["force", "payroll_ref"], name="staff_payroll_ref_once_in_a_force"
            ),
            models.CheckConstraint(name="staff_has_a_name", condition=~Q(name="")),
            models.CheckConstraint(name="staff_has_a_payroll_ref", condition=~Q(payroll_ref="")),
        ]

    def __str__(self) -> str:
        return f"member of staff {self.pk}"
