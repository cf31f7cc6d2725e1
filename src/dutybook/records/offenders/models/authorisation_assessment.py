"""Assessments of decisions to authorise a visit."""

from django.db import models

from dutybook.ledger.fact_models import PastFactVersion, choice_field, choice_known


class AuthorisationAssessment(PastFactVersion):
    """A decision to authorise a visit that was announced or not in pairs was assessed since.

    By a supervisor who did not give it. `of_fact` and `of_version` are the authorisation as the
    assessor saw it; a foreign key holds them.
    """

    fact_table = "authorisation_assessment"

    of_fact = models.BigIntegerField()
    of_version = models.PositiveSmallIntegerField(default=1)
    outcome = choice_field("authorisation_assessment", "outcome")
    comment = models.TextField(max_length=4000, blank=True, default="")
    authoriser = models.ForeignKey("access.User", models.PROTECT, null=True, related_name="+")

    class Meta(PastFactVersion.Meta):
        # Its own name: the usual one is longer than an index may be called.
        indexes = [models.Index(fields=["subject", "at"], name="authorisation_assessed_subject")]
        constraints = [
            *PastFactVersion.Meta.constraints,
            choice_known("authorisation_assessment", "outcome"),
            models.CheckConstraint(
                name="authorisation_assessed_by_another",
                condition=models.Q(authoriser=None)
                | models.Q(recorded_by=None)
                | ~models.Q(authoriser=models.F("recorded_by")),
            ),
        ]

    def __str__(self) -> str:
        return f"authorisation assessment {self.fact_id} version {self.version}"
