"""The date from which an offender must notify, and what a court or the police decided then."""

from django.db import models
from django.db.models import Q

from dutybook.ledger.fact_models import PastFactVersion
from dutybook.records.offenders.notification_law.period import Disposal

DISPOSALS = [(one.value, one.value.replace("_", " ")) for one in Disposal]
WITH_TERM = [Disposal.IMPRISONMENT.value, Disposal.CONDITIONAL_DISCHARGE.value]


class RelevantDate(PastFactVersion):
    """Conviction, finding, caution or release, on which the notification requirements rest (s. 82
    Sexual Offences Act 2003). `matter` says which offence, court and disposal; `disposal` and the
    term as the court passed it decide how long he must notify. Empty: not recorded.
    """

    fact_table = "relevant_date"

    matter = models.TextField(max_length=4000)
    disposal = models.CharField(max_length=32, choices=DISPOSALS, blank=True, default="")
    term_months = models.PositiveSmallIntegerField(null=True)
    term_days = models.PositiveSmallIntegerField(null=True)

    class Meta(PastFactVersion.Meta):
        constraints = [
            *PastFactVersion.Meta.constraints,
            models.CheckConstraint(
                name="relevant_date_disposal_known",
                condition=Q(disposal__in=["", *(name for name, _ in DISPOSALS)]),
            ),
            models.CheckConstraint(
                name="relevant_date_term_only_where_one_is_passed",
                condition=Q(term_months=None, term_days=None) | Q(disposal__in=WITH_TERM),
            ),
        ]

    def __str__(self) -> str:
        return f"relevant date {self.fact_id} version {self.version}"
