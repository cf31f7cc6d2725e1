"""Numbers by which other systems know a person."""

from django.db import models
from django.db.models import Q

from dutybook.records.people.models.person_fact import PersonFact, code_known, coded, filled

SCHEMES = (
    ("national_register", "National register reference"),
    ("pnc", "PNC number"),
    ("cro", "CRO number"),
    ("probation", "Probation number (CRN)"),
    ("prison", "Prison number"),
    ("case", "Case reference"),
    ("other", "Another number"),
)


class Identifier(PersonFact):
    """A number in one scheme, kept as that scheme writes it; `matched` is its bare form."""

    fact_table = "identifier"

    scheme = coded(SCHEMES)
    value = models.CharField(max_length=40)
    matched = models.CharField(max_length=40)

    class Meta(PersonFact.Meta):
        constraints = [
            *PersonFact.Meta.constraints,
            code_known("identifier_scheme_known", "scheme", SCHEMES),
            models.CheckConstraint(
                name="identifier_matched_is_bare", condition=Q(matched__regex=r"^[A-Z0-9]+$")
            ),
            filled("identifier_is_filled", "value"),
        ]
        indexes = [
            *PersonFact.Meta.indexes,
            models.Index(fields=["force", "scheme", "matched"], name="identifier_matched"),
        ]

    def __str__(self) -> str:
        return f"identifier {self.fact_id} version {self.version}"
