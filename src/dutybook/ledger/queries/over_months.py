"""One duty's figures at the end of a day and of the months before it, from one reading."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from dutybook.access.consulting import consultation
from dutybook.access.errors import NotAllowed
from dutybook.access.need_to_know import aggregate_area
from dutybook.access.roles import Reach, RecordKind
from dutybook.access.viewer import Viewer
from dutybook.duties.figures import Measure
from dutybook.duties.ledger import digest
from dutybook.duties.measures import measure
from dutybook.ledger.policies import policies_of
from dutybook.ledger.policy_keys import duty_of
from dutybook.ledger.queries import looks
from dutybook.ledger.queries.filters import known_duty
from dutybook.ledger.queries.windows import window_on
from dutybook.ledger.stored_ledger import stored_ledger


@dataclass(frozen=True)
class LateLevel:
    """What is overdue of one level, by lateness band; None is a level that nobody recorded."""

    level: str | None
    by_lateness: tuple[int, ...]


@dataclass(frozen=True)
class DayFigure:
    """What a measure counts at the end of one day, without a person in it.

    `numerator` and `denominator` are those of the measure; `unmet` are overdue or closed unmet,
    `unjudged` have no standard or no known level, `excused` were authorised, in time or late;
    `oldest_days` is the longest time overdue, None when nothing is.
    """

    day: date
    numerator: int
    denominator: int
    late: int
    excused: int
    unmet: int
    unjudged: int
    oldest_days: int | None


@dataclass(frozen=True)
class OverMonths:
    """A duty's figures on each of some days, the last of which is read closely."""

    duty: str
    kind: str
    counts: str
    window: str
    unset_policies: tuple[str, ...]
    days: tuple[DayFigure, ...]
    backlog: tuple[LateLevel, ...]
    digest: str

    @property
    def last(self) -> DayFigure:
        return self.days[-1]


@consultation
def figures_over(viewer: Viewer, duty: str, days: Sequence[date], *, now: datetime) -> OverMonths:
    """The figures of one duty at the end of each of `days`, as known now, in what `viewer` may
    count. Logged as figures read. Raises `InvalidInput` for a duty that is none, `NotAllowed`
    without a reach into aggregates.
    """
    found = duty_of(known_duty(duty))
    if viewer.reach(RecordKind.LEDGER_AGGREGATE) is Reach.NONE:
        raise NotAllowed("your role reads no figures")
    settings = policies_of(viewer.force_id)
    ledger = stored_ledger(found, aggregate_area(viewer), force_id=viewer.force_id, now=now)
    whole = digest(ledger)  # hashed once, however many days are read
    made = [
        measure(
            found,
            ledger,
            day,
            policies=settings,
            window=window_on(settings, day),
            ledger_digest=whole,
        )
        for day in days
    ]
    looks.log_aggregate(viewer, detail=f"figures of {duty} over months")
    last = made[-1]
    return OverMonths(
        duty=duty,
        kind=last.kind,
        counts=last.counts,
        window=last.window,
        unset_policies=last.unset_policies,
        days=tuple(_of(one) for one in made),
        backlog=tuple(LateLevel(row.level, row.by_lateness) for row in last.backlog),
        digest=whole,
    )


def _of(one: Measure) -> DayFigure:
    total = one.total
    return DayFigure(
        day=one.day,
        numerator=total.numerator,
        denominator=total.denominator,
        late=total.late,
        excused=total.authorised + total.authorised_late,
        unmet=total.unmet + total.in_breach,
        unjudged=total.unknown + total.no_standard,
        oldest_days=one.oldest.overdue_days if one.oldest else None,
    )
