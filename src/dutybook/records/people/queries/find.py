"""Finding people: what the asker may see, and which records they may not see were hit."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from django.db import connection
from django.db.models import Exists, F, Max, Min, OuterRef, Q, QuerySet
from django.db.models.functions import Coalesce

from dutybook.access.models import RoleGrant
from dutybook.access.roles import Role
from dutybook.access.viewer import Viewer, in_force
from dutybook.ledger.subjects import may
from dutybook.records.people.keys import day_key
from dutybook.records.people.models import FindRow, Person
from dutybook.records.people.visibility import visible_said
from dutybook.records.people.wanted import Wanted

MOST_ROWS = 200
MOST_PEOPLE = 50
MOST_HIDDEN = 20
"""More hidden records than this and the search is too wide to pass on: the asker is told so."""


@dataclass
class Found:
    """One person whom the asker may see, and by what they were found.

    `records` are those of which something is shown: number and kind.
    """

    person_id: int
    name: str = ""
    born: str = ""
    address: str = ""
    matched: list[tuple[str, str]] = field(default_factory=list)
    records: list[tuple[int, str]] = field(default_factory=list)
    protected: bool = False

    def note_record(self, subject_id: int, kind: str) -> None:
        """Remember a record of which something is shown."""
        if (subject_id, kind) not in self.records:
            self.records.append((subject_id, kind))


@dataclass(frozen=True)
class Hidden:
    """A record that the asker may not see, and by what kind of thing it was hit."""

    subject_id: int
    matched: str
    team_id: int | None
    owner_id: int | None


@contextmanager
def keys_first() -> Iterator[None]:
    """Statements inside look keys up in their index. The planner guesses far too many rows for
    the many keys of a long word, and would then read the whole table."""
    with connection.cursor() as cursor:
        cursor.execute("SET LOCAL enable_seqscan = off")
        yield
        cursor.execute("SET LOCAL enable_seqscan = on")


def visible_hits(viewer: Viewer, asked: Wanted, born: date | None) -> tuple[list[Found], bool]:
    """People found among what the viewer may see, best first, and whether there were more.

    When no one matches every word of a name, those who match some of it are given.
    """
    mine = _rows(viewer, born).filter(visible_said(viewer))
    rows = _best(mine.filter(asked.matches()), asked)
    if not rows and len(asked.words) > 1:
        rows = _best(mine.filter(asked.partly()), asked)
    people: dict[int, Found] = {}
    for row in rows:
        person = people.setdefault(row["root"], Found(row["root"]))
        if (row["kind"], row["shown"]) not in person.matched:
            person.matched.append((row["kind"], row["shown"]))
        person.note_record(row["subject_id"], row["subject__kind"])
    shown = list(people.values())[:MOST_PEOPLE]
    _name(viewer, shown)
    return shown, len(people) > MOST_PEOPLE or len(rows) == MOST_ROWS


def hidden_hits(viewer: Viewer, asked: Wanted, born: date | None) -> list[Hidden]:
    """Records hit clearly that the viewer may not see, the best match first; one more than are
    ever passed on. (Ordered by the match, so that the keys are looked up before anything else.)
    """
    records = ("subject_id", "subject__team_id", "subject__owner_id")
    hit = (
        _rows(viewer, born)
        .filter(asked.clearly())
        .alias(is_open=may(visible_said(viewer)))
        .filter(is_open=False)
        .values(*records)
        .annotate(matched=Min("kind"), best=Max(asked.rank()))
        .order_by("-best", "subject_id")
    )
    return [
        Hidden(row["subject_id"], row["matched"], row["subject__team_id"], row["subject__owner_id"])
        for row in hit[: MOST_HIDDEN + 1]
    ]


def whom_to_ring(hidden: Iterable[Hidden], now: datetime) -> list[str]:
    """The owners of these records and the supervisors of their teams, by name alone: nothing
    tells which record is whose."""
    owners = {one.owner_id for one in hidden if one.owner_id is not None}
    teams = {one.team_id for one in hidden if one.team_id is not None}
    supervising = Q(role=Role.SUPERVISOR, team_id__in=teams)
    held = (
        RoleGrant.objects.filter(in_force(now), user__is_active=True)
        .filter(supervising | Q(user_id__in=owners))
        .values_list("user__display_name", "user__rank")
        .distinct()
    )
    return sorted(f"{name} ({rank.replace('_', ' ')})" if rank else name for name, rank in held)


def _rows(viewer: Viewer, born: date | None) -> QuerySet[FindRow]:
    rows = FindRow.objects.filter(force_id=viewer.force_id)
    if born is None:
        return rows
    same = FindRow.objects.filter(
        person_id=OuterRef("person_id"), kind="birth", keys__contains=[day_key(born)]
    )
    return rows.filter(Exists(same))


def _best(found: QuerySet[FindRow], asked: Wanted) -> list[dict[str, Any]]:
    ranked = found.annotate(
        root=Coalesce(F("person__same_as_id"), F("person_id")), rank=asked.rank()
    )
    columns = ("root", "kind", "shown", "subject_id", "subject__kind")
    return list(ranked.order_by("-rank", "-first", "fact_id").values(*columns)[:MOST_ROWS])


def _name(viewer: Viewer, people: list[Found]) -> None:
    """Give the people found the name, birth and address that the viewer may see, in one query."""
    by_id = {one.person_id: one for one in people}
    entries = Person.objects.filter(Q(pk__in=by_id) | Q(same_as_id__in=by_id)).values("pk")
    said = (
        FindRow.objects.filter(visible_said(viewer), kind__in=("name", "birth", "address"))
        .filter(person_id__in=entries)
        .annotate(root=Coalesce(F("person__same_as_id"), F("person_id")))
        .order_by("-first", "fact_id")
        .values_list("root", "kind", "shown", "subject_id", "subject__kind", "person__protected")
    )
    for root, kind, shown, subject_id, subject_kind, protected in said:
        person = by_id[root]
        attribute = {"name": "name", "birth": "born", "address": "address"}[kind]
        if not getattr(person, attribute):
            setattr(person, attribute, shown)
        person.note_record(subject_id, subject_kind)
        person.protected |= protected
