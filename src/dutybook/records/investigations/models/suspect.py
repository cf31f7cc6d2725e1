"""A person suspected; a suspect is not an offender, and is never shown as one."""

from django.db import models
from django.db.models import Q

from dutybook.access.history import tracked


@tracked()
class Suspect(models.Model):
    """One suspect of one investigation; the name may not be known yet."""

    subject = models.OneToOneField(
        "ledger.Subject", models.PROTECT, primary_key=True, related_name="suspect"
    )
    force = models.ForeignKey("access.Force", models.PROTECT, related_name="+")
    reference = models.CharField(max_length=40)
    name = models.CharField(max_length=160, blank=True, default="")
    date_of_birth = models.DateField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["force", "reference"], name="suspect_reference_once_in_a_force"
            ),
            models.CheckConstraint(name="suspect_has_a_reference", condition=~Q(reference="")),
            models.CheckConstraint(
                name="suspect_born_since_1900",
                condition=Q(date_of_birth=None) | Q(date_of_birth__gte="1900-01-01"),
            ),
        ]

    def __str__(self) -> str:
        return f"suspect {self.pk}"
