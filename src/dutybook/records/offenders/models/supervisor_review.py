"""Supervisors' reviews."""

from django.db import models
from django.db.models import F, Q

from dutybook.ledger.fact_models import PastFactVersion, choice_field, choice_known


class SupervisorReview(PastFactVersion):
    """A supervisor's review of an assessment, a plan or a visit, never of their own work.

    `of_fact` and `of_version` are what was reviewed, as the reviewer saw it.
    """

    fact_table = "supervisor_review"

    of_fact = models.BigIntegerField(null=True)
    of_version = models.PositiveSmallIntegerField(null=True)
    what = choice_field("supervisor_review", "what")
    outcome = choice_field("supervisor_review", "outcome", may_be_unknown=True)
    comment = models.TextField(max_length=4000, blank=True, default="")
    author = models.ForeignKey("access.User", models.PROTECT, null=True, related_name="+")

    class Meta(PastFactVersion.Meta):
        constraints = [
            *PastFactVersion.Meta.constraints,
            choice_known("supervisor_review", "what"),
            choice_known("supervisor_review", "outcome", may_be_unknown=True),
            models.CheckConstraint(
                name="supervisor_review_of_anothers_work",
                condition=Q(author=None) | Q(recorded_by=None) | ~Q(author=F("recorded_by")),
            ),
        ]

    def __str__(self) -> str:
        return f"supervisor review {self.fact_id} version {self.version}"
