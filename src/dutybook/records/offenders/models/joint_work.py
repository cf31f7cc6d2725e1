"""What the agencies do together about an offender: their level, their meetings, their requests."""

from django.db import models
from django.db.models import Q

from dutybook.ledger.fact_models import PastFactVersion, choice_field, choice_known

CATEGORIES = (1, 2, 3, 4)
PARTNERS = ("probation", "social_care", "health", "housing", "prosecutor", "force", "other")


class MappaLevel(PastFactVersion):
    """At which level, and in which category, the arrangements hold him from `at` on."""

    fact_table = "mappa_level"

    state = choice_field("mappa_level", "state")
    category = models.PositiveSmallIntegerField(null=True)
    lead = models.CharField(max_length=120, blank=True, default="")
    reason = models.TextField(max_length=4000, blank=True, default="")

    class Meta(PastFactVersion.Meta):
        constraints = [
            *PastFactVersion.Meta.constraints,
            choice_known("mappa_level", "state"),
            models.CheckConstraint(
                name="mappa_category_known",
                condition=Q(category=None) | Q(category__in=CATEGORIES),
            ),
        ]

    def __str__(self) -> str:
        return f"level of the arrangements {self.fact_id} version {self.version}"


class MappaMeeting(PastFactVersion):
    """The agencies met about him; the minutes stay where they keep them, by their reference."""

    fact_table = "mappa_meeting"

    minutes_at = models.CharField(max_length=200)
    note = models.TextField(max_length=4000, blank=True, default="")

    class Meta(PastFactVersion.Meta):
        constraints = [
            *PastFactVersion.Meta.constraints,
            models.CheckConstraint(name="mappa_meeting_has_minutes", condition=~Q(minutes_at="")),
        ]

    def __str__(self) -> str:
        return f"meeting of the agencies {self.fact_id} version {self.version}"


class JointRequest(PastFactVersion):
    """One agency asked the other to do something, or to say something, about him."""

    fact_table = "joint_request"

    direction = choice_field("joint_request", "direction")
    partner = models.CharField(max_length=16, choices=[(one, one) for one in PARTNERS])
    who = models.CharField(max_length=120, blank=True, default="")
    note = models.TextField(max_length=4000)

    class Meta(PastFactVersion.Meta):
        constraints = [
            *PastFactVersion.Meta.constraints,
            choice_known("joint_request", "direction"),
            models.CheckConstraint(
                name="joint_request_partner_known", condition=Q(partner__in=PARTNERS)
            ),
        ]

    def __str__(self) -> str:
        return f"request between agencies {self.fact_id} version {self.version}"


class JointAnswer(PastFactVersion):
    """It was answered; a no is an answer too."""

    fact_table = "joint_answer"

    of_fact = models.BigIntegerField()
    of_version = models.PositiveSmallIntegerField(default=1)
    answer = models.TextField(max_length=4000)

    def __str__(self) -> str:
        return f"answer between agencies {self.fact_id} version {self.version}"
