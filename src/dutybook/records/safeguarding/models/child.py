"""One child known to be at risk."""

from django.db import models
from django.db.models import Q

from dutybook.access.history import tracked


@tracked()
class Child(models.Model):
    """A child, as far as it is known who it is; it lies beneath whoever the risk comes from.

    `known_as` is a name, or a description while no name is known ("the younger child of his new
    partner"). A child is kept apart from the record of whoever it is at risk from, with no more
    than is needed to keep it safe.
    """

    subject = models.OneToOneField(
        "ledger.Subject", models.PROTECT, primary_key=True, related_name="child"
    )
    known_as = models.CharField(max_length=160)
    date_of_birth = models.DateField(null=True)
    relation = models.CharField(max_length=160, blank=True, default="")

    class Meta:
        constraints = [
            models.CheckConstraint(name="child_is_known_somehow", condition=~Q(known_as="")),
        ]

    def __str__(self) -> str:
        return f"child {self.pk}"
