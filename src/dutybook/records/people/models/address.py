"""Where a person lives, stays or can be found."""

from django.db import models
from django.db.models import Q

from dutybook.records.people.models.person_fact import PersonFact, code_known, coded, filled

RESIDENCES = (
    ("main", "Main residence"),
    ("other", "Another residence"),
    ("found", "Where regularly found"),
    ("stayed", "Stayed there seven days or more"),
    ("institution", "Prison or hospital"),
)


class Address(PersonFact):
    """A place and what it is to the person; each record states one main residence at a time.

    The place is text alone: no outside map is ever asked about it.
    """

    fact_table = "address"

    residence = coded(RESIDENCES)
    place = models.CharField(max_length=300)
    postcode = models.CharField(max_length=10, blank=True, default="")

    class Meta(PersonFact.Meta):
        constraints = [
            *PersonFact.Meta.constraints,
            code_known("address_residence_known", "residence", RESIDENCES),
            filled("address_is_filled", "place"),
            models.CheckConstraint(
                name="address_main_has_a_beginning",
                condition=~Q(residence="main") | Q(from_day__isnull=False),
            ),
        ]

    def __str__(self) -> str:
        return f"address {self.fact_id} version {self.version}"
