"""How long a person must notify (Sexual Offences Act 2003, s. 82), with the working in words.

Sources: the table of s. 82(1) as read at legislation.gov.uk (text of 12 April 2019), and for the
row *any other* the published summaries of the same table. Rules are dated: a change of the law is
a new `Rules`, and the one in force on the relevant date counts.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from dutybook.records.offenders.notification_law.counting import (
    DAY,
    add_months,
    last_day_of_months,
)

SOURCE = "https://www.legislation.gov.uk/ukpga/2003/42/section/82"


class Disposal(StrEnum):
    """How a court or the police dealt with the matter."""

    LIFE = "life"
    INDETERMINATE = "indeterminate"
    IMPRISONMENT = "imprisonment"
    HOSPITAL_RESTRICTED = "hospital_restricted"
    HOSPITAL = "hospital"
    CAUTION = "caution"
    CONDITIONAL_DISCHARGE = "conditional_discharge"
    OTHER = "other"


@dataclass(frozen=True)
class Term:
    """A sentence's length as passed: so many months and days."""

    months: int
    days: int = 0

    def __post_init__(self) -> None:
        if self.months < 0 or self.days < 0 or not (self.months or self.days):
            raise ValueError("a term has months or days, and none of them below nought")

    def end_from(self, day: date) -> date:
        """The day after its last day, for comparing terms in days with terms in months."""
        return add_months(day, self.months) + self.days * DAY

    def __str__(self) -> str:
        parts = [f"{self.months} months"] if self.months else []
        return " and ".join([*parts, f"{self.days} days"] if self.days else parts)


@dataclass(frozen=True)
class Rules:
    """The table in force from a day on, in months; None is *indefinite*.

    A term of `long` or more is indefinite, one of more than `short` gives `middle_months`, and
    one of `short` or less `short_months`.
    """

    from_day: date
    long: Term
    short: Term
    middle_months: int
    short_months: int
    caution_months: int
    other_months: int
    halved_below_age: int
    source: str


RULES: Sequence[Rules] = (
    Rules(
        from_day=date(2004, 5, 1),
        long=Term(30),
        short=Term(6),
        middle_months=120,
        short_months=84,
        caution_months=24,
        other_months=60,
        halved_below_age=18,
        source=SOURCE,
    ),
)
"""Part 2 came into force on 1 May 2004; it also took over those whom the Act of 1997 bound."""


@dataclass(frozen=True)
class Matter:
    """One conviction, finding or caution.

    `relevant` is the relevant date, `born` the date of birth (None when not recorded), `term` the
    whole effective length of imprisonment (or of a conditional discharge) as the court passed it.
    """

    relevant: date
    disposal: Disposal
    born: date | None
    term: Term | None = None


@dataclass(frozen=True)
class NotificationPeriod:
    """From the relevant date to `last_day`, inside; None when indefinite. `working` says why."""

    first_day: date
    last_day: date | None
    working: tuple[str, ...]
    source: str

    @property
    def indefinite(self) -> bool:
        """Whether only a review under s. 91A can end it."""
        return self.last_day is None


def notification_period(
    matter: Matter, rules: Sequence[Rules] = RULES
) -> NotificationPeriod | None:
    """The period of one matter; None when what is recorded does not decide it.

    It is undecided when the term is not recorded, or when the date of birth is not recorded and
    the period would be halved below the age.
    """
    table = _in_force(matter.relevant, rules)
    found = _months(matter, table)
    if found is None:
        return None
    months, why = found
    if months is None:
        return NotificationPeriod(matter.relevant, None, (why, "indefinite"), table.source)
    working = [why, f"{_long(months)} beginning with {_day(matter.relevant)}"]
    if matter.disposal is not Disposal.CONDITIONAL_DISCHARGE:
        if matter.born is None:
            return None
        if matter.relevant < add_months(matter.born, 12 * table.halved_below_age):
            months //= 2
            working.append(
                f"under {table.halved_below_age} on the relevant date: halved to {_long(months)}"
            )
    last = _last_day(matter, months)
    working.append(f"last day {_day(last)}")
    return NotificationPeriod(matter.relevant, last, tuple(working), table.source)


def longest(periods: Iterable[NotificationPeriod]) -> NotificationPeriod | None:
    """The period that ends last, which is the one that counts; None of none."""
    return max(periods, key=lambda one: one.last_day or date.max, default=None)


def _in_force(day: date, rules: Sequence[Rules]) -> Rules:
    past = [one for one in rules if one.from_day <= day]
    return max(past or rules[:1], key=lambda one: one.from_day)


def _months(matter: Matter, table: Rules) -> tuple[int | None, str] | None:
    """Months of the table's row (None: indefinite) and the row in words; None when undecided."""
    disposal = matter.disposal
    if disposal in (Disposal.LIFE, Disposal.INDETERMINATE, Disposal.HOSPITAL_RESTRICTED):
        return None, _ROWS[disposal]
    if disposal is Disposal.HOSPITAL:
        return table.short_months, _ROWS[disposal]
    if disposal is Disposal.CAUTION:
        return table.caution_months, _ROWS[disposal]
    if disposal is Disposal.OTHER:
        return table.other_months, _ROWS[disposal]
    if matter.term is None:
        return None
    if disposal is Disposal.CONDITIONAL_DISCHARGE:
        return matter.term.months, f"conditional discharge of {matter.term}: its own length"
    return _of_imprisonment(matter.relevant, matter.term, table)


def _of_imprisonment(relevant: date, term: Term, table: Rules) -> tuple[int | None, str]:
    end = term.end_from(relevant)
    if end >= table.long.end_from(relevant):
        return None, f"imprisonment of {term}: {table.long} or more"
    if end > table.short.end_from(relevant):
        return (
            table.middle_months,
            f"imprisonment of {term}: more than {table.short} and less than {table.long}",
        )
    return table.short_months, f"imprisonment of {term}: {table.short} or less"


def _last_day(matter: Matter, months: int) -> date:
    last = last_day_of_months(matter.relevant, months)
    if matter.disposal is Disposal.CONDITIONAL_DISCHARGE and matter.term is not None:
        return last + matter.term.days * DAY
    return last


_ROWS = {
    Disposal.LIFE: "imprisonment for life",
    Disposal.INDETERMINATE: "an indeterminate sentence for public protection",
    Disposal.HOSPITAL_RESTRICTED: "a hospital with a restriction order",
    Disposal.HOSPITAL: "a hospital without a restriction order",
    Disposal.CAUTION: "a caution",
    Disposal.OTHER: "any other outcome",
}


def _long(months: int) -> str:
    years, rest = divmod(months, 12)
    parts = [f"{years} years" if years != 1 else "1 year"] if years else []
    return " and ".join([*parts, f"{rest} months"] if rest else parts)


def _day(day: date) -> str:
    return f"{day.day} {day:%B %Y}"
