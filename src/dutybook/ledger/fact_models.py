"""The base of every fact table: immutable versions, each keyed at its own moment (R8)."""

from typing import ClassVar

from django.db import models
from django.db.models import F, Func, Q, Value
from django.db.models.functions import Now

from dutybook.duties.facts import TABLES, Code


class NextFactId(Func):
    """The next identity of a fact; one sequence serves every fact table, so none is shared."""

    function = "nextval"
    output_field = models.BigIntegerField()

    def __init__(self) -> None:
        super().__init__(Value("ledger_fact_id"))

    def deconstruct(self) -> tuple[str, list[object], dict[str, object]]:
        return "dutybook.ledger.fact_models.NextFactId", [], {}


class FactVersion(models.Model):
    """One version of one fact. A correction or a withdrawal is a later row, never an update.

    `at` is when it was true (for `day_only`, the first instant of that local day), `recorded_at`
    when this version was keyed, `loaded_at` when the row reached the database: they differ only
    for what an intake or a demonstration loaded. `recorded_by` is empty for what a command keyed.
    """

    append_only = True
    fact_table: ClassVar[str] = ""

    fact_id = models.BigIntegerField(db_default=NextFactId(), editable=False)
    version = models.PositiveSmallIntegerField(default=1)
    subject = models.ForeignKey("ledger.Subject", models.PROTECT, related_name="+")
    at = models.DateTimeField()
    day_only = models.BooleanField(default=False)
    recorded_at = models.DateTimeField()
    loaded_at = models.DateTimeField(db_default=Now(), editable=False)
    withdrawn = models.BooleanField(default=False)
    recorded_by = models.ForeignKey("access.User", models.PROTECT, null=True, related_name="+")
    change_reason = models.CharField(max_length=500, blank=True, default="")

    class Meta:
        abstract = True
        constraints = [
            models.UniqueConstraint(fields=["fact_id", "version"], name="%(class)s_version_once"),
            models.CheckConstraint(name="%(class)s_version_from_1", condition=Q(version__gte=1)),
            models.CheckConstraint(
                name="%(class)s_first_is_not_withdrawn",
                condition=Q(withdrawn=False) | Q(version__gte=2),
            ),
            models.CheckConstraint(
                name="%(class)s_change_has_reason",
                condition=Q(version=1) | ~Q(change_reason=""),
            ),
        ]
        indexes = [models.Index(fields=["subject", "at"], name="%(class)s_by_subject")]


class PastFactVersion(FactVersion):
    """A fact that can only be known once it has happened: `at` is never after `recorded_at`."""

    class Meta(FactVersion.Meta):
        abstract = True
        constraints = [
            *FactVersion.Meta.constraints,
            models.CheckConstraint(
                name="%(class)s_not_in_the_future", condition=Q(at__lte=F("recorded_at"))
            ),
        ]


def choices_of(table: str, column: str) -> tuple[str, ...]:
    """The choices that the engine's data dictionary declares for a column."""
    declared = TABLES[table].columns[column]
    if not isinstance(declared, Code):
        raise ValueError(f"{table}.{column} holds no choice")
    return declared.choices


def choice_field(table: str, column: str, *, may_be_unknown: bool = False) -> models.CharField:
    """A field for a choice of the data dictionary; blank when unknown is allowed."""
    pairs = [(choice, choice.replace("_", " ")) for choice in choices_of(table, column)]
    if may_be_unknown:
        return models.CharField(max_length=32, choices=pairs, blank=True, default="")
    return models.CharField(max_length=32, choices=pairs)


def choice_known(
    table: str, column: str, *, may_be_unknown: bool = False
) -> models.CheckConstraint:
    """The database's own refusal of anything outside the declared choices."""
    allowed = list(choices_of(table, column)) + ([""] if may_be_unknown else [])
    return models.CheckConstraint(
        name=f"{table}_{column}_known", condition=Q(**{f"{column}__in": allowed})
    )
