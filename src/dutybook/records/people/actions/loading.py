"""People and what is said of them in batches, for an intake or the demonstration force."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from django.db import connection, transaction

from dutybook.access.errors import InvalidInput
from dutybook.access.roles import RecordKind
from dutybook.access.viewer import Viewer
from dutybook.ledger import loading
from dutybook.ledger.instants import local_day
from dutybook.ledger.models import Subject
from dutybook.ledger.subjects import RECORD_KINDS
from dutybook.records.people.actions.stating import checked_values
from dutybook.records.people.kinds import COMMON, KINDS
from dutybook.records.people.models import FindRow, KnownIn, Person
from dutybook.records.people.projection import find_row

PERSON = "person"
_OF_FACT = ("person_id", "subject_id")


@transaction.atomic
def load_batch(
    kind: str, rows: Sequence[Mapping[str, Any]], *, by: Viewer, now: datetime
) -> list[int]:
    """Load one batch and give the new ids in the order of its rows; logged once for each kind of
    record.

    `kind` is `person` (rows: `subject_id`, the record that speaks of them; `is_own`, whether it
    is their own; `protected`; gives person ids) or a kind of fact (rows: `person_id`,
    `subject_id` and the fields of `actions.state`; gives fact ids). Raises `NotAllowed` for
    anybody but a loading command, `InvalidInput` naming the row.
    """
    loading.check_may_load(by)
    if kind == PERSON:
        ids = _load_people(rows, by, now)
    elif kind in KINDS:
        ids = _load_facts(kind, rows, by, now)
    else:
        raise InvalidInput({"kind": f"there is nothing called {kind}"})
    _log(by, {row["subject_id"] for row in rows}, kind)
    return ids


def load_own_in(
    subjects: Sequence[Mapping[str, Any]],
    *,
    by: Viewer,
    now: datetime,
    category: str,
    scheme: str = "",
    protected: bool = False,
) -> None:
    """The people of new records, called by the loading of the rooms above, which logs it.

    A row has `subject_id`, and `reference` (of `scheme`), `name` and `date_of_birth` where they are
    known.
    """
    own = {"is_own": True, "protected": protected}
    people = _load_people([{"subject_id": row["subject_id"], **own} for row in subjects], by, now)
    known = list(zip(people, subjects, strict=True))
    said: dict[str, list[dict[str, Any]]] = {
        "involvement": [_of(one, row, category=category) for one, row in known],
        "name": [
            _of(one, row, kind="current", name=row["name"]) for one, row in known if row.get("name")
        ],
        "birth": [
            _of(one, row, standing="recorded", born=row["date_of_birth"])
            for one, row in known
            if row.get("date_of_birth")
        ],
        "identifier": [
            _of(one, row, scheme=scheme, value=row["reference"])
            for one, row in known
            if row.get("reference")
        ],
    }
    for kind, rows in said.items():
        _load_facts(kind, rows, by, now)


def _of(person_id: int, row: Mapping[str, Any], **values: Any) -> dict[str, Any]:
    return {"person_id": person_id, "subject_id": row["subject_id"], **values}


def _load_people(rows: Sequence[Mapping[str, Any]], by: Viewer, now: datetime) -> list[int]:
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT nextval(pg_get_serial_sequence('people_person', 'id'))"
            " FROM generate_series(1, %s)",
            [len(rows)],
        )
        ids = [row[0] for row in cursor.fetchall()]
    loading.copy_rows(
        Person,
        [
            {
                "id": one,
                "force_id": by.force_id,
                "subject_id": row["subject_id"] if row.get("is_own") else None,
                "protected": row.get("protected", False),
            }
            for one, row in zip(ids, rows, strict=True)
        ],
    )
    _load_known([(one, row["subject_id"]) for one, row in zip(ids, rows, strict=True)], by, now)
    return ids


def _load_known(pairs: Sequence[tuple[int, int]], by: Viewer, now: datetime) -> None:
    own = {"force_id": by.force_id, "since": now}
    loading.copy_rows(
        KnownIn, [{"person_id": one, "subject_id": subject, **own} for one, subject in pairs]
    )


def _load_facts(
    kind: str, rows: Sequence[Mapping[str, Any]], by: Viewer, now: datetime
) -> list[int]:
    fact_kind, today = KINDS[kind], local_day(now)
    filled = []
    for number, row in enumerate(rows):
        said = {name: row[name] for name in (*fact_kind.fields, *COMMON) if name in row}
        try:
            values = checked_values(fact_kind, said, today)
        except InvalidInput as refusal:
            told = {field: f"row {number}: {words}" for field, words in refusal.problems.items()}
            raise InvalidInput(told) from refusal
        of = {name: row[name] for name in _OF_FACT}
        filled.append({**of, **values, "force_id": by.force_id, "at": row.get("at", now)})
    ids = loading.load_facts(fact_kind.model, filled, by=by, now=now)
    found = [
        find_row(fact_kind, fact_kind.model(fact_id=one, withdrawn=False, **row))
        for one, row in zip(ids, filled, strict=True)
    ]
    columns = [field.attname for field in FindRow._meta.concrete_fields]
    loading.copy_rows(
        FindRow,
        [{name: getattr(row, name) for name in columns} for row in found if row is not None],
    )
    return ids


def _log(by: Viewer, subject_ids: set[int], kind: str) -> None:
    touched = Subject.objects.filter(pk__in=subject_ids).values_list("kind", "id")
    by_kind: dict[RecordKind, list[int]] = {}
    for stored, subject_id in touched:
        by_kind.setdefault(RECORD_KINDS[stored], []).append(subject_id)
    for record_kind, ids in sorted(by_kind.items()):
        loading.log_batch(by, record_kind, ids, f"person {kind}")
