"""Names and aliases over time."""

from django.db import models
from django.db.models import Q

from dutybook.records.people.models.person_fact import PersonFact, code_known, coded, filled

NAME_KINDS = (
    ("current", "Current name"),
    ("birth", "Name at birth"),
    ("former", "Former name"),
    ("married", "Married name"),
    ("alias", "Alias"),
    ("online", "Name used online"),
)


class PersonName(PersonFact):
    """A name by which a person goes or went; each record states one current name at a time."""

    fact_table = "person_name"

    kind = coded(NAME_KINDS)
    name = models.CharField(max_length=160)

    class Meta(PersonFact.Meta):
        constraints = [
            *PersonFact.Meta.constraints,
            code_known("person_name_kind_known", "kind", NAME_KINDS),
            filled("person_name_is_filled", "name"),
            models.CheckConstraint(name="person_name_is_no_opinion", condition=Q(is_opinion=False)),
        ]

    def __str__(self) -> str:
        return f"name {self.fact_id} version {self.version}"
