"""What a search of a database means for the risk."""

from django.db import models

from dutybook.ledger.fact_models import PastFactVersion, choice_field, choice_known

EFFECTS = ("none", "plan_changed", "risk_raised", "risk_lowered")
"""What an assessment may conclude about the risk."""


class DatabaseAssessment(PastFactVersion):
    """The result of one search was assessed, with its effect on the risk.

    `of_fact` and `of_version` are the search as the assessor saw it; a foreign key holds them.
    """

    fact_table = "database_assessment"

    of_fact = models.BigIntegerField()
    of_version = models.PositiveSmallIntegerField(default=1)
    system = choice_field("database_assessment", "system")
    effect = models.CharField(
        max_length=16, choices=[(one, one.replace("_", " ")) for one in EFFECTS]
    )
    assessment = models.TextField(max_length=4000)
    done_by = models.ForeignKey("access.User", models.PROTECT, null=True, related_name="+")

    class Meta(PastFactVersion.Meta):
        constraints = [
            *PastFactVersion.Meta.constraints,
            choice_known("database_assessment", "system"),
            models.CheckConstraint(
                name="database_assessment_effect_known", condition=models.Q(effect__in=EFFECTS)
            ),
            models.CheckConstraint(
                name="database_assessment_says_something", condition=~models.Q(assessment="")
            ),
        ]

    def __str__(self) -> str:
        return f"database assessment {self.fact_id} version {self.version}"
