"""An offender comes into the records, is corrected, allocated or restricted."""

from datetime import date, datetime
from typing import Any

from django.db import IntegrityError, transaction

from dutybook.access.errors import InvalidInput
from dutybook.access.models import Operation
from dutybook.access.viewer import Viewer
from dutybook.ledger import ownership
from dutybook.ledger.checks import Problems, moment_of
from dutybook.ledger.fact_models import choices_of
from dutybook.ledger.instants import local_day
from dutybook.ledger.locks import lock_shared
from dutybook.ledger.models import Subject, SubjectKind
from dutybook.ledger.subjects import check_revision, lock_for_writing
from dutybook.ledger.versions import add_first
from dutybook.ledger.writes import Saved, finish
from dutybook.records.offenders.models import Offender, Registration, RiskLevel
from dutybook.records.offenders.models.offender import SEXES
from dutybook.records.people import actions as people

IN_USE = "This reference is in use already. If you cannot find the record, ask your supervisor"


@transaction.atomic
def register_offender(
    *,
    by: Viewer,
    now: datetime,
    national_register_ref: str,
    name: str,
    team_id: int,
    registered_at: datetime | date,
    owner_id: int | None = None,
    date_of_birth: date | None = None,
    sex: str = "not_recorded",
    level: str = "",
) -> Saved:
    """Open a record of a registered offender in a team, with the level when it is known.

    `registered_at` is when the notification requirements began to hold; a date when the time is
    not known. The record begins restricted to nobody and owned by `owner_id` or by nobody.
    """
    values = identity(national_register_ref, name, date_of_birth, sex)
    problems = identity_problems(values, local_day(now))
    at, day_only = moment_of(registered_at)
    problems.moment("registered_at", at, now, what="registration")
    if level:
        problems.choice("level", level, choices_of("risk_level", "level"))
    problems.refuse_if_any()
    subject = open_record(values, by=by, now=now, team_id=team_id, owner_id=owner_id)
    began = add_first(
        Registration,
        subject_id=subject.pk,
        at=at,
        day_only=day_only,
        by=by,
        now=now,
        state="registered",
    )
    if level:
        add_first(
            RiskLevel,
            subject_id=subject.pk,
            at=at,
            day_only=day_only,
            by=by,
            now=now,
            level=level,
        )
    return finish(subject, began, by=by, operation=Operation.COLLECTION)


@transaction.atomic
def edit_offender(
    *,
    by: Viewer,
    now: datetime,
    subject_id: int,
    seen_revision: int,
    national_register_ref: str,
    name: str,
    date_of_birth: date | None,
    sex: str,
    name_taken_on: date | None = None,
) -> Saved:
    """Change who an offender is recorded as; `seen_revision` is that of the page it was typed on.

    A different name is a correction, or with `name_taken_on` a new name since that day, after
    which the old one stays as what they were called before.
    When somebody saved first, `EditCollision` carries what was typed (`seen`) and the record as
    it stands (`stored`), and nothing is written.
    """
    subject = lock_for_writing(by, subject_id, SubjectKind.OFFENDER)
    values = identity(national_register_ref, name, date_of_birth, sex)
    identity_problems(values, local_day(now)).refuse_if_any()
    offender = Offender.objects.get(subject=subject)
    check_revision(subject, seen_revision, values, stored=offender)
    for field, value in values.items():
        setattr(offender, field, value)
    _save(offender, insert=False)
    people.keep_identity_in(subject, by=by, now=now, name_taken_on=name_taken_on, **_person(values))
    subject.label = values["name"]
    subject.revision += 1
    subject.save(update_fields=["label", "revision"])
    for order in subject.parts.all():
        order.label = values["name"]
        order.save(update_fields=["label"])
    return finish(subject, None, by=by, operation=Operation.ALTERATION)


def restrict(
    *,
    by: Viewer,
    now: datetime,
    subject_id: int,
    restricted: bool,
    reason: str,
    seen_revision: int,
) -> Saved:
    """Close an offender's record, or open it again; see `ledger.ownership.restrict`."""
    return ownership.restrict(
        SubjectKind.OFFENDER,
        by=by,
        now=now,
        subject_id=subject_id,
        restricted=restricted,
        reason=reason,
        seen_revision=seen_revision,
    )


def open_record(
    values: dict[str, Any], *, by: Viewer, now: datetime, team_id: int, owner_id: int | None
) -> Subject:
    """An offender's record and person, by `identity`; nothing is owed before a registration."""
    lock_shared(by.force_id)
    subject = ownership.open_subject(
        SubjectKind.OFFENDER,
        by=by,
        now=now,
        label=values["name"],
        team_id=team_id,
        owner_id=owner_id,
    )
    _save(Offender(subject=subject, force_id=by.force_id, **values), insert=True)
    people.enter_own_in(subject, by=by, now=now, category="convicted", **_person(values))
    return subject


def identity(ref: str, name: str, date_of_birth: date | None, sex: str) -> dict[str, Any]:
    """Who an offender is recorded as, tidied."""
    return {
        "national_register_ref": ref.strip(),
        "name": " ".join(name.split()),
        "date_of_birth": date_of_birth,
        "sex": sex,
    }


def identity_problems(values: dict[str, Any], today: date) -> Problems:
    """What is missing in it or cannot be."""
    problems = Problems()
    problems.filled(
        "national_register_ref",
        values["national_register_ref"],
        "Enter the reference in the national register",
        longest=40,
    )
    problems.filled("name", values["name"], "Enter the offender's name", longest=160)
    problems.born("date_of_birth", values["date_of_birth"], today)
    problems.choice("sex", values["sex"], SEXES)
    return problems


def _person(values: dict[str, Any]) -> dict[str, Any]:
    """The part of it that is said of the person."""
    return {
        "name": values["name"],
        "date_of_birth": values["date_of_birth"],
        "scheme": "national_register",
        "reference": values["national_register_ref"],
    }


def _save(offender: Offender, *, insert: bool) -> None:
    try:
        with transaction.atomic():
            offender.save(force_insert=insert)
    except IntegrityError as error:
        if "offender_ref_once_in_a_force" not in str(error):
            raise
        raise InvalidInput({"national_register_ref": IN_USE}) from error
