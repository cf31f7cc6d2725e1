"""Dates of birth, of which a person may claim several."""

from django.db import models
from django.db.models import Q

from dutybook.records.people.models.person_fact import PersonFact, code_known, coded

STANDINGS = (
    ("recorded", "As recorded"),
    ("verified", "Verified by a document"),
    ("claimed", "Claimed"),
    ("estimated", "Estimated"),
)


class Birth(PersonFact):
    """A date of birth and how sure it is; an estimate is an opinion."""

    fact_table = "birth"

    born = models.DateField()
    standing = coded(STANDINGS)

    class Meta(PersonFact.Meta):
        constraints = [
            *PersonFact.Meta.constraints,
            code_known("birth_standing_known", "standing", STANDINGS),
            models.CheckConstraint(name="birth_since_1900", condition=Q(born__gte="1900-01-01")),
        ]

    def __str__(self) -> str:
        return f"date of birth {self.fact_id} version {self.version}"
