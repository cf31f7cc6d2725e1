"""One person, whole: all that is said of them that the viewer may see, by kind."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db.models import CharField, Exists, Expression, F, Q, QuerySet, Value
from django.db.models.functions import Coalesce, JSONObject

from dutybook.access.consulting import consultation
from dutybook.access.errors import NotFound
from dutybook.access.prepared import padded, prepared
from dutybook.access.viewer import Viewer
from dutybook.ledger.queries import looks
from dutybook.ledger.subjects import may
from dutybook.ledger.versions import standing
from dutybook.records.people.kinds import KINDS, FactKind
from dutybook.records.people.models import FindRow, KnownIn, Merge, Person
from dutybook.records.people.places import entries_of, in_person, kind_called, root_of
from dutybook.records.people.queries.said_rows import said_rows
from dutybook.records.people.visibility import visible_said, writable_said

UNNAMED = "Name not known"
PROTECTED = "A protected person"


@dataclass(frozen=True)
class Said:
    """One thing said of a person, as it stands (or one version of it).

    `line` says it in one line; `details` are the kind's own fields by name. `may_change` is
    whether the viewer may write the record in which it is said.
    """

    kind: str
    fact_id: int
    version: int
    person_id: int
    subject_id: int
    subject_kind: str
    subject_label: str
    line: str
    details: Mapping[str, Any]
    from_day: date | None
    until_day: date | None
    source: str
    is_opinion: bool
    at: datetime
    recorded_at: datetime
    recorded_by: str | None
    withdrawn: bool
    change_reason: str
    may_change: bool
    kept_by_record: bool

    def is_past(self, today: date) -> bool:
        """Whether it no longer held on that day."""
        return self.until_day is not None and self.until_day < today


@dataclass(frozen=True)
class MergeRow:
    """A decision that another entry is the same person."""

    merge_id: int
    absorbed_id: int
    reason: str
    decided_by: str
    decided_at: datetime


@dataclass(frozen=True)
class PersonPage:
    """Everything a person's page shows, read as one operation.

    `records` are the records that speak of the person and that the viewer may see: number, kind
    and label. `others` names those to whom the person is linked, as far as they may be seen.
    `looked_at` are all records of which something is shown, for the log: kind and number.
    """

    person_id: int
    name: str
    protected: bool
    said: Mapping[str, tuple[Said, ...]]
    records: tuple[tuple[int, str, str], ...]
    others: Mapping[int, str]
    merges: tuple[MergeRow, ...]
    may_write: bool
    looked_at: tuple[tuple[str, int], ...]


@consultation
def person_page(viewer: Viewer, person_id: int) -> PersonPage:
    """One person with all entries found to be the same; logged as one consultation of every
    record shown. Raises `NotFound` for somebody hidden or absent."""
    root = root_of(viewer, person_id)
    page = read_person(viewer, root.pk)
    looks.log_subjects(viewer, page.looked_at, detail="person")
    return page


def identity_of(viewer: Viewer, subject_id: int) -> PersonPage | None:
    """The person whom a record is about, for a page that has checked and logged its own look;
    None for a record without one."""
    own = _own_person(subject_id=subject_id, force_id=viewer.force_id)
    return read_person(viewer, own[0]) if own else None


@prepared()
def _own_person(*, subject_id: int, force_id: int) -> QuerySet[Person, int]:
    return person_of(Value(subject_id)).filter(force_id=force_id)


def person_of(subject_id: Expression) -> QuerySet[Person, int]:
    """The number of the person whom a record is about, as the merges that stand make them."""
    own = Person.objects.filter(subject_id=subject_id)
    return own.values_list(Coalesce("same_as_id", "pk"), flat=True)


def read_person(viewer: Viewer, root_id: int) -> PersonPage:
    """All that is said of a person as the merges that stand make them, in three queries; for a
    page that has checked and logged its own look."""
    places = _known_in.part(viewer, root_id=root_id)
    rows = said_rows(places) if places else []
    records = {row["subject_id"]: (row["of_kind"], row["label"]) for row in rows}
    said = _said(row for row in rows if row["kind_key"] is not None)
    named = _names(viewer, {one.details["other_id"] for one in said.get("link", ())})
    own = {(kind, subject_id) for subject_id, (kind, _) in records.items()}
    names = said.get("name", ())
    called = [one for one in names if one.details["kind"] == "current" and one.until_day is None]
    merged = _merges(root_id=root_id) if any(row["merged"] for row in rows) else []
    merges = tuple(
        MergeRow(one.pk, one.absorbed_id, one.reason, one.decided_by.display_name, one.decided_at)
        for one in merged
    )
    return PersonPage(
        person_id=root_id,
        name=next((one.line for one in (*called, *names)), UNNAMED),
        protected=any(row["guarded"] for row in rows),
        said=said,
        records=tuple((subject_id, *record) for subject_id, record in records.items()),
        others={other: one.name for other, one in named.items()},
        merges=merges,
        may_write=any(row["may_change"] for row in rows),
        looked_at=tuple(sorted(own | {one.said_in for one in named.values()})),
    )


@prepared()
def _known_in(viewer: Viewer, *, root_id: int) -> QuerySet[KnownIn, tuple[Any, ...]]:
    """The records that speak of a person and that the viewer may see, each with whether they may
    write it, whether the person is protected, and whether they were made of several entries."""
    return (
        KnownIn.objects.filter(visible_said(viewer))
        .filter(in_person(root_id))
        .annotate(
            writable=may(writable_said(viewer)),
            guarded=Exists(entries_of(root_id).filter(protected=True)),
            merged=Exists(_made_of(root_id)),
        )
        .values_list(
            *("subject_id", "subject__kind", "subject__label", "writable", "guarded"),
            *("person_id", "person__subject_id", "merged"),
        )
    )


@prepared()
def _merges(*, root_id: int) -> QuerySet[Merge]:
    """The decisions that made a person of several entries, the first first."""
    return _made_of(root_id).select_related("decided_by").order_by("decided_at", "pk")


def _made_of(root_id: int) -> QuerySet[Merge]:
    return Merge.objects.filter(Q(kept_id=root_id) | Q(kept__same_as_id=root_id), undone_at=None)


@consultation
def said_once(viewer: Viewer, person_id: int, kind: str, fact_id: int) -> tuple[str, Said]:
    """The person's name and one thing said of them as it stands, for a form; logged."""
    fact_kind = kind_called(kind)
    root = root_of(viewer, person_id)
    standing_facts = standing(fact_kind.model).filter(in_person(root.pk), fact_id=fact_id)
    rows = _columns(viewer, fact_kind, standing_facts)
    one = next((_read(row) for row in rows), None)
    if one is None:
        raise NotFound("nothing with this number is said of this person")
    looks.log_subjects(viewer, [(one.subject_kind, one.subject_id)], detail="person form")
    return name_of(viewer, root), one


@consultation
def said_versions(
    viewer: Viewer, person_id: int, kind: str, fact_id: int
) -> tuple[str, tuple[Said, ...]]:
    """The person's name and every version of one thing said of them, the newest first; logged."""
    fact_kind = kind_called(kind)
    root = root_of(viewer, person_id)
    found = fact_kind.model.objects.filter(in_person(root.pk), fact_id=fact_id)
    versions = [_read(row) for row in _columns(viewer, fact_kind, found).order_by("-version")]
    if not versions:
        raise NotFound("nothing with this number is said of this person")
    shown = versions[0]
    looks.log_subjects(
        viewer, [(shown.subject_kind, shown.subject_id)], detail=f"person {kind} versions"
    )
    return name_of(viewer, root), tuple(versions)


def name_of(viewer: Viewer, person: Person) -> str:
    """What the viewer may know a person by."""
    found = _names(viewer, {person.pk}).get(person.pk)
    return UNNAMED if found is None else found.name


@dataclass(frozen=True)
class _Named:
    """A name that the viewer may know, and the record in which it is said."""

    name: str
    said_in: tuple[str, int]


def _names(viewer: Viewer, ids: Iterable[int]) -> dict[int, _Named]:
    wanted = set(ids)
    if not wanted:
        return {}
    rows = _names_of(viewer, people=padded(wanted))
    return {person: _Named(shown, (kind, subject)) for person, shown, kind, subject in rows}


@prepared()
def _names_of(viewer: Viewer, *, people: tuple[int, ...]) -> QuerySet[FindRow, tuple[Any, ...]]:
    """What people are called, the best last."""
    return (
        FindRow.objects.filter(visible_said(viewer), kind="name", person_id__in=people)
        .order_by("first", "-fact_id")
        .values_list("person_id", "shown", "subject__kind", "subject_id")
    )


def _said(rows: Iterable[Mapping[str, Any]]) -> dict[str, tuple[Said, ...]]:
    grouped: dict[str, list[Said]] = defaultdict(list)
    for row in rows:
        grouped[row["kind_key"]].append(_read(row))
    order = {key: place for place, key in enumerate(KINDS)}
    return {
        key: tuple(sorted(grouped[key], key=_newest_first))
        for key in sorted(grouped, key=order.__getitem__)
    }


def _newest_first(one: Said) -> tuple[bool, int, int]:
    begun = one.from_day.toordinal() if one.from_day else 0
    return one.until_day is not None, -begun, -one.fact_id


def _columns(viewer: Viewer, kind: FactKind, found: QuerySet[Any]) -> QuerySet[Any, Any]:
    return (
        found.filter(visible_said(viewer))
        .annotate(
            kind_key=Value(kind.key, output_field=CharField()),
            details=JSONObject(**{name: F(name) for name in kind.fields}),
            label=F("subject__label"),
            of_kind=F("subject__kind"),
            keyed_by=F("recorded_by__display_name"),
            own=F("person__subject_id"),
            may_change=may(writable_said(viewer)),
        )
        .values(
            "kind_key", "fact_id", "version", "person_id", "subject_id", "label", "of_kind",
            "details", "from_day", "until_day", "source", "is_opinion", "at", "recorded_at",
            "keyed_by", "withdrawn", "change_reason", "may_change", "own",
        )
    )  # fmt: skip


def _read(row: Mapping[str, Any]) -> Said:
    kind = KINDS[row["kind_key"]]
    return Said(
        kind=kind.key,
        fact_id=row["fact_id"],
        version=row["version"],
        person_id=row["person_id"],
        subject_id=row["subject_id"],
        subject_kind=row["of_kind"],
        subject_label=row["label"],
        line=kind.says(row["details"]),
        details=row["details"],
        from_day=row["from_day"],
        until_day=row["until_day"],
        source=row["source"],
        is_opinion=row["is_opinion"],
        at=row["at"],
        recorded_at=row["recorded_at"],
        recorded_by=row["keyed_by"],
        withdrawn=row["withdrawn"],
        change_reason=row["change_reason"],
        may_change=row["may_change"],
        kept_by_record=row["own"] == row["subject_id"] and kind.is_kept_by_record(row["details"]),
    )
