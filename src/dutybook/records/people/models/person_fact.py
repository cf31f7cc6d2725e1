"""The base of everything that is stated of a person."""

from collections.abc import Iterable

from django.db import models
from django.db.models import F, Q

from dutybook.ledger.fact_models import PastFactVersion

Pairs = Iterable[tuple[str, str]]


class PersonFact(PastFactVersion):
    """One version of one thing said of a person in the record `subject`.

    `at` is when it was stated; `from_day` to `until_day` when it held, both inclusive, empty when
    not known or still so. `source` says where it comes from; an opinion is never shown as a fact.
    """

    person = models.ForeignKey("people.Person", models.PROTECT, related_name="+")
    force = models.ForeignKey("access.Force", models.PROTECT, related_name="+")
    from_day = models.DateField(null=True)
    until_day = models.DateField(null=True)
    source = models.CharField(max_length=200, blank=True, default="")
    is_opinion = models.BooleanField(default=False)

    class Meta(PastFactVersion.Meta):
        abstract = True
        constraints = [
            *PastFactVersion.Meta.constraints,
            models.CheckConstraint(
                name="%(class)s_ends_after_it_began",
                condition=Q(from_day=None) | Q(until_day=None) | Q(until_day__gte=F("from_day")),
            ),
        ]
        indexes = [
            *PastFactVersion.Meta.indexes,
            models.Index(fields=["person"], name="%(class)s_of_person"),
        ]


def coded(pairs: Pairs) -> models.CharField:
    """A field for one of a few declared choices."""
    return models.CharField(max_length=32, choices=list(pairs))


def code_known(name: str, column: str, pairs: Pairs) -> models.CheckConstraint:
    """The database's own refusal of anything outside the declared choices."""
    allowed = [code for code, _ in pairs]
    return models.CheckConstraint(name=name, condition=Q(**{f"{column}__in": allowed}))


def filled(name: str, column: str) -> models.CheckConstraint:
    """The database's own refusal of an empty text."""
    return models.CheckConstraint(name=name, condition=~Q(**{f"{column}__regex": r"^\s*$"}))
