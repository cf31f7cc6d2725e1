"""Attempts to enter for risk assessment, which may count towards a warrant."""

from django.db import models

from dutybook.ledger.fact_models import PastFactVersion, choice_field, choice_known


class EntryAttempt(PastFactVersion):
    """Entry was sought for risk assessment at a qualifying address.

    Section 96B of the Sexual Offences Act 2003. A routine call that nobody answered is a `Visit`,
    not this. `failure` is worked out as it is recorded: which failed attempt it is since entry last
    succeeded or the offender was last seen.
    """

    fact_table = "entry_attempt"

    outcome = choice_field("entry_attempt", "outcome")
    failure = choice_field("entry_attempt", "failure", may_be_unknown=True)
    place = models.CharField(max_length=300)
    grounds = models.TextField(max_length=4000)
    done_by = models.ForeignKey("access.User", models.PROTECT, null=True, related_name="+")

    class Meta(PastFactVersion.Meta):
        constraints = [
            *PastFactVersion.Meta.constraints,
            choice_known("entry_attempt", "outcome"),
            choice_known("entry_attempt", "failure", may_be_unknown=True),
            models.CheckConstraint(
                name="entry_attempt_failure_of_a_failed_one",
                condition=models.Q(outcome="not_entered") | models.Q(failure=""),
            ),
            models.CheckConstraint(name="entry_attempt_has_a_place", condition=~models.Q(place="")),
        ]

    def __str__(self) -> str:
        return f"entry attempt {self.fact_id} version {self.version}"
