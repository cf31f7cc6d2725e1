"""A person comes into the records: with a record of their own, or spoken of in another's.

What has `_in` a record is called by the actions of the rooms above inside their own transaction,
which holds the lock and has logged the write.
"""

from collections.abc import Mapping
from datetime import date, datetime, timedelta
from typing import Any

from django.db import transaction

from dutybook.access.errors import InvalidInput
from dutybook.access.models import Operation
from dutybook.access.viewer import Viewer
from dutybook.ledger.checks import Problems
from dutybook.ledger.instants import local_day
from dutybook.ledger.models import Subject
from dutybook.ledger.versions import standing
from dutybook.records.people.actions.keeping import keep, keep_later, note
from dutybook.records.people.actions.stating import REPLACED, checked_values
from dutybook.records.people.kinds import KINDS, values_of
from dutybook.records.people.models import Person
from dutybook.records.people.places import place_to_state, root_of
from dutybook.records.people.projection import note_known_in

RECORD_EDITED = "Changed in the record"


def enter_own_in(
    subject: Subject,
    *,
    by: Viewer,
    now: datetime,
    category: str,
    name: str,
    date_of_birth: date | None,
    scheme: str = "",
    reference: str = "",
    protected: bool = False,
) -> Person:
    """The person whom a new record is about; a name that is not known yet is left out, and so is a
    number where the record has none (`scheme` empty)."""
    person = Person.objects.create(force_id=subject.force_id, subject=subject, protected=protected)
    note_known_in(person.pk, subject.pk, subject.force_id, now)
    _add(person, subject, "involvement", by=by, now=now, category=category)
    keep_identity_in(
        subject, by=by, now=now, name=name, date_of_birth=date_of_birth, scheme=scheme,
        reference=reference,
    )  # fmt: skip
    return person


def keep_identity_in(
    subject: Subject,
    *,
    by: Viewer,
    now: datetime,
    name: str,
    date_of_birth: date | None,
    scheme: str = "",
    reference: str = "",
    name_taken_on: date | None = None,
) -> None:
    """Make what is said of a record's own person agree with the record.

    A different name corrects the current one, or with `name_taken_on` follows it, and the old one
    stays as what the person was called until then.
    """
    person = Person.objects.get(subject=subject)
    wanted: dict[str, tuple[dict[str, Any], dict[str, Any] | None]] = {
        "name": ({"kind": "current"}, {"name": name} if name else None),
        "birth": ({"standing": "recorded"}, {"born": date_of_birth} if date_of_birth else None),
    }
    if scheme:
        wanted["identifier"] = ({"scheme": scheme}, {"value": reference})
    for kind, (which, values) in wanted.items():
        since = name_taken_on if kind == "name" else None
        _agree(person, subject, kind, which, values, since, by=by, now=now)


@transaction.atomic
def link(
    *,
    by: Viewer,
    now: datetime,
    person_id: int,
    values: Mapping[str, Any],
    other_id: int | None = None,
    name: str = "",
    date_of_birth: date | None = None,
    category: str = "family",
    protected: bool = False,
) -> int:
    """Say who is what to a person: somebody known already (`other_id`), or somebody new by name.

    A child at risk is always protected. Gives the other person's id. Raises `NotFound`,
    `NotAllowed`, or `InvalidInput` by field.
    """
    person, subject = place_to_state(by, person_id)
    today = local_day(now)
    if other_id is None:
        child = category == "child_at_risk" or bool(values.get("at_risk"))
        other = _enter_other(
            person, subject, by=by, now=now, name=name, date_of_birth=date_of_birth,
            category=category, protected=protected or child,
        )  # fmt: skip
    else:
        other = root_of(by, other_id)
    if other.pk in (person.pk, person.same_as_id):
        raise InvalidInput({"other_id": "A person is not linked to themselves"})
    checked = checked_values(KINDS["link"], {**values, "other_id": other.pk}, today)
    keep(KINDS["link"], person, subject, by=by, now=now, values=checked)
    if other_id is not None and not other.known_in.filter(subject=subject).exists():
        _add(other, subject, "involvement", by=by, now=now, category=category)
    note(by, Operation.COLLECTION, [subject], "person link")
    return other.pk


@transaction.atomic
def set_protected(*, by: Viewer, person_id: int, protected: bool) -> None:
    """Close what is said of a person to all but those who work the record, or open it again."""
    person, subject = place_to_state(by, person_id)
    person.protected = protected
    person.save(update_fields=["protected"])
    note(by, Operation.ALTERATION, [subject], f"person {'protected' if protected else 'opened'}")


def _enter_other(
    person: Person,
    subject: Subject,
    *,
    by: Viewer,
    now: datetime,
    name: str,
    date_of_birth: date | None,
    category: str,
    protected: bool,
) -> Person:
    problems = Problems()
    problems.filled("name", name, "Enter the name, or choose somebody known already", longest=160)
    problems.born("date_of_birth", date_of_birth, local_day(now))
    problems.refuse_if_any()
    other = Person.objects.create(force_id=person.force_id, protected=protected)
    _add(other, subject, "name", by=by, now=now, kind="current", name=name)
    if date_of_birth is not None:
        _add(other, subject, "birth", by=by, now=now, born=date_of_birth, standing="recorded")
    _add(other, subject, "involvement", by=by, now=now, category=category)
    return other


def _add(
    person: Person, subject: Subject, kind: str, /, *, by: Viewer, now: datetime, **values: Any
) -> None:
    checked = checked_values(KINDS[kind], values, local_day(now))
    keep(KINDS[kind], person, subject, by=by, now=now, values=checked)


def _agree(
    person: Person,
    subject: Subject,
    kind: str,
    which: Mapping[str, Any],
    values: Mapping[str, Any] | None,
    since: date | None,
    *,
    by: Viewer,
    now: datetime,
) -> None:
    """Let the standing fact of this kind say what the record says, or say it for the first time."""
    fact_kind = KINDS[kind]
    stands = standing(fact_kind.model).filter(
        person=person, subject=subject, until_day=None, **which
    )
    fact = stands.order_by("fact_id").first()
    if values is not None and fact is None:
        _add(person, subject, kind, by=by, now=now, **which, **values)
        return
    told = {name: getattr(fact, name) for name in values or {}}
    if fact is None or (values is not None and told == dict(values)):
        return
    later = {"by": by, "now": now, "seen_version": fact.version}
    if values is None:
        keep_later(fact_kind, fact, **later, reason=RECORD_EDITED, withdrawn=True)
    elif since is not None:
        last = since - timedelta(days=1)
        if fact.from_day is not None and fact.from_day > last:
            raise InvalidInput({"name_taken_on": "The present name was taken on that day or later"})
        keep_later(fact_kind, fact, **later, reason=REPLACED, changes={"until_day": last})
        _add(person, subject, kind, by=by, now=now, from_day=since, **which, **values)
    else:
        whole = {**values_of(fact_kind, fact), **values}
        checked = checked_values(fact_kind, whole, local_day(now))
        keep_later(fact_kind, fact, **later, reason=RECORD_EDITED, changes=checked)
