"""One testable part of a recommendation."""

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q

from dutybook.access.history import tracked
from dutybook.inspections.models.recommendation import Recommendation


class ShownBy(models.TextChoices):
    """How a limb can be shown at all."""

    RECORDS = "records", "From records"
    DOCUMENT = "document", "From a document"
    NOT_HERE = "not_here", "Not from this system"


class Counted(models.TextChoices):
    """What the limb counts as shown in its duties' figures."""

    MET = "met", "What is met"
    AUTHORISED = "authorised", "What is authorised beforehand, where it is not met"


@tracked()
class Limb(models.Model):
    """`code` is the recommendation's number and a letter, such as 8c.

    `duties` are the keys of the catalogue whose ledger shows the limb; for one shown by a document
    they ask for that document, in date. A limb without any duty has no records of its kind yet.
    """

    recommendation = models.ForeignKey(Recommendation, models.PROTECT, related_name="limbs")
    code = models.CharField(max_length=8)
    title = models.CharField(max_length=200)
    asked = models.TextField()
    shown_by = models.CharField(max_length=10, choices=ShownBy.choices)
    why_shown_so = models.TextField(blank=True)
    duties = ArrayField(models.CharField(max_length=80), default=list)
    counted = models.CharField(max_length=12, choices=Counted.choices, default=Counted.MET)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["recommendation", "code"], name="limb_once_in_recommendation"
            ),
            models.CheckConstraint(
                name="limb_code", condition=Q(code__regex=r"^[1-9][0-9]*[a-z]$")
            ),
            models.CheckConstraint(
                name="limb_shown_by_known", condition=Q(shown_by__in=ShownBy.values)
            ),
            models.CheckConstraint(
                name="limb_counted_known", condition=Q(counted__in=Counted.values)
            ),
            models.CheckConstraint(
                name="limb_duties_only_where_shown_here",
                condition=~Q(shown_by="not_here") | Q(duties=[]),
            ),
        ]

    def __str__(self) -> str:
        return f"limb {self.code}"
