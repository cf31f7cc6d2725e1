"""Warning signals, each with the day on which somebody last checked that it still holds."""

from django.db import models

from dutybook.records.people.models.person_fact import PersonFact, code_known, coded

SIGNALS = (
    ("violent", "Violence"),
    ("weapons", "Weapons"),
    ("self_harm", "Self-harm or suicide risk"),
    ("contagious", "Infection risk"),
    ("dogs", "Dangerous dog"),
    ("vulnerable", "Vulnerable"),
    ("escaper", "May flee"),
    ("allegations", "Makes false allegations"),
    ("other", "Another warning"),
)


class Flag(PersonFact):
    """A warning to whoever meets the person; `verified_on` is empty until somebody checks it."""

    fact_table = "flag"

    signal = coded(SIGNALS)
    detail = models.CharField(max_length=500, blank=True, default="")
    verified_on = models.DateField(null=True)

    class Meta(PersonFact.Meta):
        constraints = [
            *PersonFact.Meta.constraints,
            code_known("flag_signal_known", "signal", SIGNALS),
        ]

    def __str__(self) -> str:
        return f"flag {self.fact_id} version {self.version}"
