"""Who is what to whom."""

from django.db import models
from django.db.models import F, Q

from dutybook.records.people.models.person_fact import PersonFact, code_known, coded

RELATIONS = (
    ("partner", "Partner or spouse"),
    ("former_partner", "Former partner"),
    ("parent", "Parent"),
    ("child", "Child"),
    ("sibling", "Brother or sister"),
    ("relative", "Another relative"),
    ("household", "Same household"),
    ("friend", "Friend or associate"),
    ("employer", "Employer or colleague"),
    ("victim", "Victim"),
    ("professional", "Professional in contact"),
    ("other", "Another link"),
)


class Link(PersonFact):
    """`other` is this to `person`; `at_risk` says that a child is known to be at risk from them."""

    fact_table = "link"

    other = models.ForeignKey("people.Person", models.PROTECT, related_name="+")
    relation = coded(RELATIONS)
    at_risk = models.BooleanField(default=False)
    note = models.CharField(max_length=500, blank=True, default="")

    class Meta(PersonFact.Meta):
        constraints = [
            *PersonFact.Meta.constraints,
            code_known("link_relation_known", "relation", RELATIONS),
            models.CheckConstraint(name="link_between_two_people", condition=~Q(person=F("other"))),
        ]
        indexes = [
            *PersonFact.Meta.indexes,
            models.Index(fields=["other"], name="link_to_other"),
        ]

    def __str__(self) -> str:
        return f"link {self.fact_id} version {self.version}"
