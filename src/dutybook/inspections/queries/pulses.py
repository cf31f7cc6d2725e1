"""What staff say, once a pulse has closed and as far as nobody can be told from it.

Nothing is shown while a pulse is open: two looks an answer apart would tell the answer. A figure
is held back where fewer answered than staff were told when they were asked, and where everybody or
all but one said the same, since that tells what each of them said. Units stand beside the whole
only where every one of them may be shown, so that none follows by subtraction.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from itertools import groupby
from operator import itemgetter
from typing import Any, Final

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import Count, Exists, OuterRef, QuerySet, Subquery
from django.db.models.functions import JSONObject

from dutybook.access.consulting import consultation
from dutybook.access.errors import NotFound
from dutybook.access.models import Team
from dutybook.access.roles import TEAM_ROLES
from dutybook.access.viewer import Viewer
from dutybook.duties.policy import Policies
from dutybook.inspections.auditors import may_test
from dutybook.inspections.models import (
    Limb,
    Pulse,
    PulseAnswer,
    PulseStatement,
    PulseTaken,
    PulseTally,
)
from dutybook.inspections.queries.choosing import check_may_read
from dutybook.ledger.instants import day_ends, local_day
from dutybook.ledger.policies import policies_of, value_in_force
from dutybook.ledger.policy_keys import SMALLEST_PUBLISHED
from dutybook.ledger.queries.small_counts import is_suppressed, why_held_back

STILL_OPEN: Final = "people are still answering"
TOO_FEW: Final = "fewer than {fewest} people answered, or they answered too much alike"


@dataclass(frozen=True)
class Said:
    """How often each answer was given: by everybody, or in one unit. The counts are None where
    they are held back, and `held_back` says why."""

    agree: int | None = None
    neither: int | None = None
    disagree: int | None = None
    held_back: str | None = None

    @property
    def answered(self) -> int:
        """How many answered; 0 where it is held back."""
        return sum(one or 0 for one in (self.agree, self.neither, self.disagree))


@dataclass(frozen=True)
class StatementLine:
    """One statement of a pulse: what everybody said of it, and what each unit said where all may
    be shown. `limb` is what it bears on, None for nothing in particular."""

    words: str
    limb: Limb | None
    pulse_id: int
    closes_on: date
    whole: Said
    units: tuple[tuple[str, Said], ...]


@dataclass(frozen=True)
class PulseLine:
    """One pulse in a list: how many took part of how many that were asked."""

    pulse: Pulse
    taken: int
    is_open: bool
    took_part: bool

    @property
    def asked(self) -> int:
        return sum(self.pulse.asked.values())


@dataclass(frozen=True)
class PulsePage:
    """One pulse. `lines` hold no figures while it is open; `may_take` is for whoever was asked and
    has not answered."""

    line: PulseLine
    lines: tuple[StatementLine, ...]
    may_take: bool


@dataclass(frozen=True)
class PulseList:
    """Every pulse of a force, the newest first."""

    pulses: tuple[PulseLine, ...]
    may_begin: bool


@dataclass(frozen=True)
class PulseChoices:
    """What a new pulse can be about: inspections as (key, title), and of each its limbs' numbers by
    code."""

    inspections: tuple[tuple[str, str], ...]
    limbs: Mapping[str, Mapping[str, int]]


@consultation
def pulses(viewer: Viewer, *, now: datetime) -> PulseList:
    """The pulses of the viewer's force."""
    check_may_read(viewer)
    found = _with_part(Pulse.objects.filter(force_id=viewer.force_id), viewer)
    lines = tuple(_line(one, now) for one in found.order_by("-closes_on", "-id"))
    return PulseList(lines, may_test(viewer))


@consultation
def pulse_page(viewer: Viewer, pulse_id: int, *, now: datetime) -> PulsePage:
    """One pulse of the viewer's force. Raises `NotFound`."""
    check_may_read(viewer)
    found = _with_part(Pulse.objects.filter(pk=pulse_id, force_id=viewer.force_id), viewer).first()
    if found is None:
        raise NotFound("no such pulse")
    line = _line(found, now)
    fewest = None if line.is_open else found.fewest
    statements = PulseStatement.objects.filter(pulse=found).order_by("place")
    statements = statements.select_related("limb__recommendation__inspection")
    asked = unit_of(viewer) in found.asked
    lines = tuple(_statement(one, found, fewest) for one in statements.prefetch_related("tallies"))
    if is_suppressed(viewer):
        lines = as_office_reads(lines, viewer, policies_of(viewer.force_id), local_day(now))
    return PulsePage(
        line=line,
        lines=lines,
        may_take=line.is_open and asked and not line.took_part,
    )


def with_pulse(limbs: "QuerySet[Limb]", force_id: int, day: date) -> "QuerySet[Limb]":
    """The limbs with `newest_pulse`: the tallies of what the newest pulse of one force that had
    closed before `day` asked about each."""
    about = PulseStatement.objects.filter(
        limb=OuterRef(OuterRef("pk")), pulse__force_id=force_id, pulse__closes_on__lt=day
    ).order_by("-pulse__closes_on", "-pulse_id")
    tallies = PulseTally.objects.filter(
        statement__limb=OuterRef("pk"), statement__pulse=Subquery(about.values("pulse")[:1])
    ).order_by("statement__place", "unit", "answer")
    parts = {name: name for name in ("unit", "answer", "given")} | {
        "words": "statement__words",
        "pulse": "statement__pulse",
        "closes_on": "statement__pulse__closes_on",
        "fewest": "statement__pulse__fewest",
    }
    return limbs.annotate(newest_pulse=ArraySubquery(tallies.values(parts=JSONObject(**parts))))


def pulse_of(limb: Limb) -> tuple[StatementLine, ...]:
    """What staff said of a limb that was read `with_pulse`, statement by statement."""
    rows: list[dict[str, Any]] = limb.newest_pulse
    return tuple(
        _line_of(
            words,
            limb,
            first["pulse"],
            date.fromisoformat(first["closes_on"]),
            [(one["unit"], one["answer"], one["given"]) for one in (first, *rest)],
            first["fewest"],
        )
        for words, (first, *rest) in groupby(rows, key=itemgetter("words"))
    )


def as_office_reads(
    lines: Iterable[StatementLine], viewer: Viewer, settings: Policies, day: date
) -> tuple[StatementLine, ...]:
    """The same without units, and without any count of a few, for those whose views are
    suppressed."""
    smallest = value_in_force(settings, SMALLEST_PUBLISHED, day_ends(day))

    def whole(said: Said) -> Said:
        counts = [one or 0 for one in (said.agree, said.neither, said.disagree)]
        why = said.held_back or why_held_back(viewer, counts, smallest)
        return Said(held_back=why) if why else said

    return tuple(replace(one, whole=whole(one.whole), units=()) for one in lines)


def pulse_choices(viewer: Viewer) -> PulseChoices:
    """The inspections with limbs, the newest first, and the limbs of each."""
    check_may_read(viewer)
    limbs: dict[str, dict[str, int]] = {}
    titles: dict[str, str] = {}
    found = Limb.objects.select_related("recommendation__inspection")
    for one in found.order_by("-recommendation__inspection__published_on", "id"):
        inspection = one.recommendation.inspection
        titles[inspection.key] = inspection.title
        limbs.setdefault(inspection.key, {})[one.code] = one.pk
    return PulseChoices(tuple(titles.items()), limbs)


def unit_of(viewer: Viewer) -> str | None:
    """The unit in which somebody does the work; None for somebody who holds no role in a team."""
    teams = {one.team_id for one in viewer.held if one.role in TEAM_ROLES}
    units = Team.objects.filter(pk__in=teams, force_id=viewer.force_id).order_by("unit")
    return units.values_list("unit", flat=True).first() if teams else None


def said_of(counts: Mapping[str, int], fewest: int | None) -> Said:
    """These counts by answer, or why they are held back. `fewest` must have answered; None while
    people still do."""
    agree, neither, disagree = (counts.get(answer, 0) for answer in PulseAnswer.values)
    total = agree + neither + disagree
    if fewest is None:
        return Said(held_back=STILL_OPEN)
    if total < fewest or max(agree, neither, disagree) > total - 2:
        return Said(held_back=TOO_FEW.format(fewest=fewest))
    return Said(agree, neither, disagree)


def _statement(one: PulseStatement, pulse: Pulse, fewest: int | None) -> StatementLine:
    counted = [(tally.unit, tally.answer, tally.given) for tally in one.tallies.all()]
    return _line_of(one.words, one.limb, pulse.pk, pulse.closes_on, counted, fewest)


def _line_of(
    words: str,
    limb: Limb | None,
    pulse_id: int,
    closes_on: date,
    tallies: Iterable[tuple[str, str, int]],
    fewest: int | None,
) -> StatementLine:
    """`tallies` are unit, answer and how often it was given there."""
    by_unit: dict[str, Counter[str]] = {}
    for unit, answer, given in tallies:
        by_unit.setdefault(unit, Counter())[answer] += given
    units = tuple((unit, said_of(counts, fewest)) for unit, counts in sorted(by_unit.items()))
    shown = len(units) > 1 and all(said.held_back is None for _, said in units)
    whole = said_of(sum(by_unit.values(), Counter()), fewest)
    return StatementLine(words, limb, pulse_id, closes_on, whole, units if shown else ())


def _with_part(found: "QuerySet[Pulse]", viewer: Viewer) -> "QuerySet[Pulse]":
    mine = PulseTaken.objects.filter(pulse=OuterRef("pk"), user_id=viewer.user_id)
    return found.select_related("said_by").annotate(part=Count("taken"), took_part=Exists(mine))


def _line(one: Pulse, now: datetime) -> PulseLine:
    return PulseLine(one, one.part, local_day(now) <= one.closes_on, one.took_part)
