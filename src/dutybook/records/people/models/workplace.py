"""Where a person works, volunteers or studies."""

from django.db import models

from dutybook.records.people.models.person_fact import PersonFact, code_known, coded, filled

OCCUPATIONS = (("employed", "Employed"), ("volunteer", "Volunteer"), ("study", "Study"))


class Workplace(PersonFact):
    """An employer or place, what the person does there, and whether children are there."""

    fact_table = "workplace"

    occupation = coded(OCCUPATIONS)
    employer = models.CharField(max_length=160)
    role = models.CharField(max_length=160, blank=True, default="")
    with_children = models.BooleanField(null=True)

    class Meta(PersonFact.Meta):
        constraints = [
            *PersonFact.Meta.constraints,
            code_known("workplace_occupation_known", "occupation", OCCUPATIONS),
            filled("workplace_is_filled", "employer"),
        ]

    def __str__(self) -> str:
        return f"workplace {self.fact_id} version {self.version}"
