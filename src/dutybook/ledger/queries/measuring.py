"""Measures: by the engine's own counting, from the stored ledger or as known at another time."""

from collections import OrderedDict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime
from threading import Lock
from typing import TypeVar

from dutybook.access.consulting import consultation
from dutybook.access.errors import InvalidInput, NotAllowed
from dutybook.access.need_to_know import aggregate_area, visible_of_kinds
from dutybook.access.roles import Reach, RecordKind
from dutybook.access.viewer import Viewer
from dutybook.duties.calendar import end_of_day
from dutybook.duties.evaluate import evaluate
from dutybook.duties.figures import Dimension, LongestWithoutStandard, Measure, Oldest
from dutybook.duties.language import Duty
from dutybook.duties.ledger import Ledger
from dutybook.duties.measures import force_choices, measure
from dutybook.duties.policy import Policies
from dutybook.ledger.instants import microseconds
from dutybook.ledger.models import Subject
from dutybook.ledger.policies import bank_holidays, policies_of
from dutybook.ledger.policy_keys import duty_of
from dutybook.ledger.queries import looks
from dutybook.ledger.queries.filters import known_duty
from dutybook.ledger.queries.windows import window_on
from dutybook.ledger.reading import facts_of_force
from dutybook.ledger.recorded import is_recorded
from dutybook.ledger.stored_ledger import stored_digests, stored_ledger
from dutybook.ledger.subjects import RECORD_KINDS

Named = TypeVar("Named", Oldest, LongestWithoutStandard)
_KEPT = 256


class _Remembered:
    """Measures already made, by the digest of the ledger they were made from.

    A digest names every row, so what is found by it can never be out of date.
    """

    def __init__(self) -> None:
        self._measures: OrderedDict[tuple[object, ...], Measure] = OrderedDict()
        self._lock = Lock()

    def get(self, key: tuple[object, ...]) -> Measure | None:
        with self._lock:
            if key in self._measures:
                self._measures.move_to_end(key)
            return self._measures.get(key)

    def keep(self, key: tuple[object, ...], made: Measure) -> None:
        with self._lock:
            self._measures[key] = made
            while len(self._measures) > _KEPT:
                self._measures.popitem(last=False)


_REMEMBERED = _Remembered()


def measures(
    viewer: Viewer,
    day: date,
    *,
    duty: str,
    now: datetime,
    by: Iterable[Dimension] = (),
    known_at: datetime | None = None,
) -> Measure:
    """The figures of one duty; see `measures_of`."""
    return measures_of(viewer, day, duties=[duty], now=now, by=by, known_at=known_at)[duty]


@consultation
def measures_of(
    viewer: Viewer,
    day: date,
    *,
    duties: Iterable[str],
    now: datetime,
    by: Iterable[Dimension] = (),
    known_at: datetime | None = None,
    settings: Policies | None = None,
) -> dict[str, Measure]:
    """The figures of some duties at the end of `day`, in what `viewer` may count (team or force).

    One look, however many duties; `settings` are the force's, where the caller has them. With
    `known_at` the ledger is derived anew in memory from what was recorded by then (facts, settings
    and bank holidays), which is for those who count a whole force. Persons (the oldest items) are
    in it only for those who may see them, and then they are logged. Raises `InvalidInput` for a
    duty that is none and `NotAllowed` without a reach into aggregates, and for figures by owner
    to anybody but the supervisors of a team.
    """
    wanted = [duty_of(known_duty(key)) for key in dict.fromkeys(duties)]
    reach = viewer.reach(RecordKind.LEDGER_AGGREGATE)
    if reach is Reach.NONE:
        raise NotAllowed("your role reads no figures")
    dimensions = tuple(by)
    if "owner" in dimensions and reach is not Reach.TEAM:
        raise NotAllowed("figures by person are for those who supervise them")
    settings = policies_of(viewer.force_id) if settings is None else settings
    if known_at is None:
        made = _from_tables(viewer, wanted, day, dimensions, settings, now)
    else:
        if reach is not Reach.FORCE:
            raise NotAllowed("what was known at another time is for those who count a whole force")
        if known_at > now:
            raise InvalidInput({"known_at": "Choose a time that has passed"})
        window = window_on(settings, day, known_at=known_at)
        made = [
            measure(duty, ledger, day, policies=settings, by=dimensions, window=window)
            for duty, ledger in _as_known(viewer.force_id, wanted, settings, known_at)
        ]
    return {one.duty: one for one in _for_eyes_of(viewer, made)}


def _from_tables(
    viewer: Viewer,
    duties: Sequence[Duty],
    day: date,
    dimensions: tuple[Dimension, ...],
    settings: Policies,
    now: datetime,
) -> list[Measure]:
    area, force_id = aggregate_area(viewer), viewer.force_id
    window = window_on(settings, day)
    known = settings.as_known(microseconds(now))
    digests = stored_digests([duty.key for duty in duties], area, force_id=force_id)
    made = []
    for duty in duties:
        choices = force_choices(duty, known, end_of_day(day))
        rest = (duty.key, duty.definition_version, force_id, day, dimensions, window, choices)
        remembered = _REMEMBERED.get((digests[duty.key], *rest))
        if remembered is None:
            ledger = stored_ledger(duty, area, force_id=force_id, now=now)
            remembered = measure(duty, ledger, day, policies=settings, by=dimensions, window=window)
            _REMEMBERED.keep((remembered.digest, *rest), remembered)
        made.append(replace(remembered, known_at=microseconds(now)))
    return made


def _as_known(
    force_id: int, duties: Sequence[Duty], settings: Policies, known_at: datetime
) -> Iterator[tuple[Duty, Ledger]]:
    kept = [duty for duty in duties if is_recorded(duty)]
    facts = facts_of_force(force_id, {duty.subject for duty in kept})
    holidays, instant = bank_holidays(), microseconds(known_at)
    for duty in duties:
        # As in the stored ledger: a duty whose records nobody keeps here has no entries.
        read = facts if duty in kept else {}
        yield (
            duty,
            evaluate(duty, read, settings, holidays, force_id=force_id, known_at=instant),
        )


def _for_eyes_of(viewer: Viewer, made: Sequence[Measure]) -> list[Measure]:
    """Leave persons in only as far as the viewer may see them, and log those who stay."""
    ids = {one.subject_id for each in made for one in _named(each)}
    seen = dict(
        Subject.objects.filter(visible_of_kinds(viewer, RECORD_KINDS), pk__in=ids).values_list(
            "id", "kind"
        )
    )
    one = f"measure of {made[0].duty}" if len(made) == 1 else ""
    detail = one or f"measures of {len(made)} duties"
    looks.log_figures(viewer, [(kind, pk) for pk, kind in seen.items()], detail=detail)
    return [
        replace(
            each,
            oldest=_kept(each.oldest, seen),
            longest_without_standard=_kept(each.longest_without_standard, seen),
            backlog=tuple(replace(row, oldest=_kept(row.oldest, seen)) for row in each.backlog),
        )
        for each in made
    ]


def _named(made: Measure) -> Iterator[Oldest | LongestWithoutStandard]:
    """The persons that a measure names."""
    named = (made.oldest, made.longest_without_standard, *(row.oldest for row in made.backlog))
    return (one for one in named if one is not None)


def _kept(one: Named | None, seen: Mapping[int, str]) -> Named | None:
    return one if one is not None and one.subject_id in seen else None
