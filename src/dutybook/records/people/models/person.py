"""A person, with or without a record of their own."""

from django.db import models
from django.db.models import F, Q

from dutybook.access.history import tracked


@tracked()
class Person(models.Model):
    """One person; all that is said of them stands in facts.

    `subject` is their own record (an offender's, a suspect's); a partner or a child has none.
    `protected` closes what is said of them to all but those who work the record it is said in.
    `same_as` follows the merges that stand: the person whom this one was found to be.
    """

    force = models.ForeignKey("access.Force", models.PROTECT, related_name="+")
    subject = models.OneToOneField("ledger.Subject", models.PROTECT, null=True, related_name="+")
    protected = models.BooleanField(default=False)
    same_as = models.ForeignKey("self", models.PROTECT, null=True, related_name="duplicates")

    class Meta:
        constraints = [
            # The target of composite keys: what is said of a person is of their force.
            models.UniqueConstraint(fields=["id", "force"], name="person_of_force"),
            models.CheckConstraint(
                name="person_not_same_as_itself",
                condition=Q(same_as=None) | ~Q(same_as=F("id")),
            ),
        ]

    def __str__(self) -> str:
        return f"person {self.pk}"


class KnownIn(models.Model):
    """A person is spoken of in a record; whoever may see the record may know of the person."""

    append_only = True

    person = models.ForeignKey(Person, models.PROTECT, related_name="known_in")
    subject = models.ForeignKey("ledger.Subject", models.PROTECT, related_name="+")
    force = models.ForeignKey("access.Force", models.PROTECT, related_name="+")
    since = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["person", "subject"], name="known_in_a_record_once")
        ]

    def __str__(self) -> str:
        return f"person {self.person_id} in subject {self.subject_id}"
