"""What is to be done about the risk, by whom and by when, and how each of it ended."""

from django.db import models
from django.db.models import F, Q

from dutybook.ledger.fact_models import PastFactVersion, choice_field, choice_known

AGREED_IN = ("plan", "mappa", "review")
"""Where it was agreed: in the plan, at a meeting of the agencies, at a supervisor's review."""
DONE_BY = ("police", "probation", "social_care", "health", "housing", "other")
"""Whose it is to do; that it is done is followed by whoever manages the offender."""


class PlanAction(PastFactVersion):
    """One thing that is to be done by the last instant of a day."""

    fact_table = "plan_action"

    what = models.CharField(max_length=400)
    agreed_in = models.CharField(max_length=16, choices=[(one, one) for one in AGREED_IN])
    done_by_whom = models.CharField(max_length=16, choices=[(one, one) for one in DONE_BY])
    who = models.CharField(max_length=120, blank=True, default="")
    due = models.DateTimeField()

    class Meta(PastFactVersion.Meta):
        constraints = [
            *PastFactVersion.Meta.constraints,
            models.CheckConstraint(name="plan_action_says_what", condition=~Q(what="")),
            models.CheckConstraint(
                name="plan_action_agreed_somewhere", condition=Q(agreed_in__in=AGREED_IN)
            ),
            models.CheckConstraint(
                name="plan_action_is_somebodys", condition=Q(done_by_whom__in=DONE_BY)
            ),
            models.CheckConstraint(name="plan_action_due_later", condition=Q(due__gt=F("at"))),
        ]

    def __str__(self) -> str:
        return f"plan action {self.fact_id} version {self.version}"


class PlanActionEnd(PastFactVersion):
    """It was done, or is needed no more: what was done, or why not."""

    fact_table = "plan_action_end"

    of_fact = models.BigIntegerField()
    of_version = models.PositiveSmallIntegerField(default=1)
    outcome = choice_field("plan_action_end", "outcome")
    rationale = models.TextField(max_length=4000)

    class Meta(PastFactVersion.Meta):
        constraints = [
            *PastFactVersion.Meta.constraints,
            choice_known("plan_action_end", "outcome"),
        ]

    def __str__(self) -> str:
        return f"plan action end {self.fact_id} version {self.version}"
