"""What a person is in a record: no witness is filed among the convicted."""

from dutybook.records.people.models.person_fact import PersonFact, code_known, coded

CATEGORIES = (
    ("convicted", "Convicted"),
    ("suspect", "Suspect"),
    ("victim", "Victim"),
    ("witness", "Witness"),
    ("family", "Family, partner or household"),
    ("child_at_risk", "Child known at risk"),
    ("cleared", "Cleared"),
    ("wrongly_identified", "Wrongly identified"),
)


class Involvement(PersonFact):
    """The category of a person in the record `subject`; it may change, and the past stays."""

    fact_table = "involvement"

    category = coded(CATEGORIES)

    class Meta(PersonFact.Meta):
        constraints = [
            *PersonFact.Meta.constraints,
            code_known("involvement_category_known", "category", CATEGORIES),
        ]

    def __str__(self) -> str:
        return f"involvement {self.fact_id} version {self.version}"
