"""Home visits and attempts."""

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q

from dutybook.ledger.fact_models import PastFactVersion, choice_field, choice_known

PURPOSES = ("risk", "residence", "compliance", "intelligence", "offences", "welfare")
"""What a visit is for, as national practice lists it: to look at the risk and what changed it, to
see where he lives, to see that law and orders are kept, to gather intelligence, to find offences,
and to care for him."""


class Visit(PastFactVersion):
    """A home visit or an attempt at one.

    `announced`, `crew` and `second_confirmed` stay empty when nobody recorded them: that is
    *unknown*, and never met. A `second` visitor who is named confirms the presence in person: until
    then it is not recorded. `findings` holds facts, `officers_view` opinion, and they stay apart.
    """

    fact_table = "visit"

    outcome = choice_field("visit", "outcome")
    announced = models.BooleanField(null=True)
    crew = models.PositiveSmallIntegerField(null=True)
    second_confirmed = models.BooleanField(null=True)
    done_by = models.ForeignKey("access.User", models.PROTECT, null=True, related_name="+")
    second = models.ForeignKey("access.User", models.PROTECT, null=True, related_name="+")
    purposes = ArrayField(models.CharField(max_length=16), default=list, blank=True)
    with_partner = models.CharField(max_length=120, blank=True, default="")
    findings = models.TextField(max_length=8000, blank=True, default="")
    officers_view = models.TextField(max_length=8000, blank=True, default="")
    follow_up = models.TextField(max_length=4000, blank=True, default="")

    class Meta(PastFactVersion.Meta):
        constraints = [
            *PastFactVersion.Meta.constraints,
            choice_known("visit", "outcome"),
            models.CheckConstraint(
                name="visit_purposes_known",
                condition=Q(purposes__contained_by=list(PURPOSES)),
            ),
            models.CheckConstraint(
                name="visit_crew_1_to_9", condition=Q(crew=None) | Q(crew__gte=1, crew__lte=9)
            ),
            models.CheckConstraint(
                name="visit_second_needs_a_crew",
                condition=~Q(second_confirmed=True) | Q(crew=None) | Q(crew__gte=2),
            ),
            models.CheckConstraint(
                name="visit_second_is_somebody_else",
                condition=Q(second=None) | Q(done_by=None) | ~Q(second=F("done_by")),
            ),
            models.CheckConstraint(
                name="visit_second_makes_two",
                condition=Q(second=None) | Q(crew__gte=2, crew__isnull=False),
            ),
        ]
        indexes = [
            *PastFactVersion.Meta.indexes,
            models.Index(
                fields=["second"], name="visit_of_second", condition=Q(second__isnull=False)
            ),
        ]

    def __str__(self) -> str:
        return f"visit {self.fact_id} version {self.version}"
