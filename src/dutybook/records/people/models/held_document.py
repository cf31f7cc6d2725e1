"""Documents by reference: where they are held, never the document itself."""

from django.db import models

from dutybook.records.people.models.person_fact import PersonFact, filled


class HeldDocument(PersonFact):
    """A document kept elsewhere: its title, the system or place, and its reference there."""

    fact_table = "held_document"

    title = models.CharField(max_length=160)
    held_in = models.CharField(max_length=120)
    reference = models.CharField(max_length=80)

    class Meta(PersonFact.Meta):
        constraints = [
            *PersonFact.Meta.constraints,
            filled("held_document_has_a_title", "title"),
            filled("held_document_has_a_place", "held_in"),
            filled("held_document_has_a_reference", "reference"),
        ]

    def __str__(self) -> str:
        return f"document {self.fact_id} version {self.version}"
