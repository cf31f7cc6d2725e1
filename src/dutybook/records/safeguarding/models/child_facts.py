"""What was learnt of a child at risk, decided for it, told to social care and answered."""

from django.db import models
from django.db.models import Q

from dutybook.ledger.fact_models import PastFactVersion, choice_field, choice_known


class ChildAtRisk(PastFactVersion):
    """It became known that the child is, or may be, at risk: what was learnt, and from where."""

    fact_table = "child_at_risk"

    learnt_from = models.CharField(max_length=160)
    note = models.TextField(max_length=4000)

    class Meta(PastFactVersion.Meta):
        constraints = [
            *PastFactVersion.Meta.constraints,
            models.CheckConstraint(
                name="child_at_risk_says_what", condition=~Q(note="") & ~Q(learnt_from="")
            ),
        ]

    def __str__(self) -> str:
        return f"child at risk {self.fact_id} version {self.version}"


class SafetyDecision(PastFactVersion):
    """What is to be done for the child, with the reasons."""

    fact_table = "safeguarding_decision"

    of_fact = models.BigIntegerField()
    of_version = models.PositiveSmallIntegerField(default=1)
    decision = choice_field("safeguarding_decision", "decision")
    rationale = models.TextField(max_length=4000)
    protected_at_once = models.TextField(max_length=4000, blank=True, default="")

    class Meta(PastFactVersion.Meta):
        constraints = [
            *PastFactVersion.Meta.constraints,
            choice_known("safeguarding_decision", "decision"),
        ]

    def __str__(self) -> str:
        return f"safeguarding decision {self.fact_id} version {self.version}"


class SocialCareTold(PastFactVersion):
    """Children's social care was told: whom, and under which reference of theirs or ours."""

    fact_table = "social_care_told"

    of_fact = models.BigIntegerField()
    of_version = models.PositiveSmallIntegerField(default=1)
    told = models.CharField(max_length=200)
    reference = models.CharField(max_length=80, blank=True, default="")

    class Meta(PastFactVersion.Meta):
        constraints = [
            *PastFactVersion.Meta.constraints,
            models.CheckConstraint(name="social_care_told_somebody", condition=~Q(told="")),
        ]

    def __str__(self) -> str:
        return f"social care told {self.fact_id} version {self.version}"


class SocialCareAnswer(PastFactVersion):
    """Children's social care said what it will do."""

    fact_table = "social_care_answer"

    of_fact = models.BigIntegerField()
    of_version = models.PositiveSmallIntegerField(default=1)
    answer = models.TextField(max_length=4000)

    class Meta(PastFactVersion.Meta):
        constraints = [
            *PastFactVersion.Meta.constraints,
            models.CheckConstraint(name="social_care_answer_says_what", condition=~Q(answer="")),
        ]

    def __str__(self) -> str:
        return f"answer of social care {self.fact_id} version {self.version}"
