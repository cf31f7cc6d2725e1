"""The person; facts about them are versions in tables of their own."""

from django.db import models
from django.db.models import Q

from dutybook.access.history import tracked

SEXES = ("male", "female", "not_recorded")
"""As recorded; what is not recorded is shown so, never guessed."""


@tracked()
class Offender(models.Model):
    """A registered offender. Changes are kept by triggers; `Subject.revision` guards edits."""

    subject = models.OneToOneField(
        "ledger.Subject", models.PROTECT, primary_key=True, related_name="offender"
    )
    force = models.ForeignKey("access.Force", models.PROTECT, related_name="+")
    national_register_ref = models.CharField(max_length=40)
    name = models.CharField(max_length=160)
    date_of_birth = models.DateField(null=True)
    sex = models.CharField(
        max_length=16,
        choices=[(sex, sex.replace("_", " ")) for sex in SEXES],
        default="not_recorded",
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["force", "national_register_ref"], name="offender_ref_once_in_a_force"
            ),
            models.CheckConstraint(name="offender_has_a_name", condition=~Q(name="")),
            models.CheckConstraint(
                name="offender_has_a_ref", condition=~Q(national_register_ref="")
            ),
            models.CheckConstraint(name="offender_sex_known", condition=Q(sex__in=SEXES)),
            models.CheckConstraint(
                name="offender_born_since_1900",
                condition=Q(date_of_birth=None) | Q(date_of_birth__gte="1900-01-01"),
            ),
        ]

    def __str__(self) -> str:
        return f"offender {self.pk}"
