"""A referral comes in: about a new suspect, or about one whom we know."""

from datetime import date, datetime
from typing import Any

from django.db import IntegrityError, transaction

from dutybook.access.errors import InvalidInput
from dutybook.access.models import Operation
from dutybook.access.viewer import Viewer
from dutybook.ledger import ownership
from dutybook.ledger.checks import Problems, moment_of
from dutybook.ledger.instants import local_day
from dutybook.ledger.locks import lock_shared
from dutybook.ledger.models import Subject, SubjectKind
from dutybook.ledger.subjects import check_revision, lock_for_writing
from dutybook.ledger.writes import Saved, finish, keep_first
from dutybook.records.investigations.models import Referral, Suspect
from dutybook.records.people import actions as people

IN_USE = "This reference is in use already. If you cannot find the record, ask your supervisor"
UNNAMED = "Not identified"


@transaction.atomic
def receive_referral(
    *,
    by: Viewer,
    now: datetime,
    received_at: datetime | date,
    subject_id: int | None = None,
    reference: str = "",
    name: str = "",
    date_of_birth: date | None = None,
    team_id: int | None = None,
    owner_id: int | None = None,
    received_from: str = "",
    referral_reference: str = "",
) -> Saved:
    """Record a referral. Without `subject_id` it opens a record of a new suspect in `team_id`,
    under the investigation's `reference`; the name may not be known yet.
    """
    problems = Problems()
    problems.moment("received_at", moment_of(received_at)[0], now, what="the referral")
    problems.length("received_from", received_from, 80)
    problems.length("referral_reference", referral_reference, 80)
    values = _identity(reference, name, date_of_birth)
    if subject_id is None:
        _check_identity(problems, values, local_day(now))
        if team_id is None:
            problems.add("team", "Choose the team that takes it on")
    problems.refuse_if_any()
    if subject_id is None:
        subject = _open_suspect(by, now, values, team_id, owner_id)
    else:
        subject = lock_for_writing(by, subject_id, SubjectKind.SUSPECT)
    return keep_first(
        Referral,
        subject,
        by=by,
        now=now,
        at=received_at,
        received_from=received_from.strip(),
        reference=referral_reference.strip(),
    )


@transaction.atomic
def edit_suspect(
    *,
    by: Viewer,
    now: datetime,
    subject_id: int,
    seen_revision: int,
    reference: str,
    name: str,
    date_of_birth: date | None,
) -> Saved:
    """Change who a suspect is recorded as; `EditCollision` when somebody saved first."""
    subject = lock_for_writing(by, subject_id, SubjectKind.SUSPECT)
    values = _identity(reference, name, date_of_birth)
    problems = Problems()
    _check_identity(problems, values, local_day(now))
    problems.refuse_if_any()
    suspect = Suspect.objects.get(subject=subject)
    check_revision(subject, seen_revision, values, stored=suspect)
    for field, value in values.items():
        setattr(suspect, field, value)
    _save(suspect, insert=False)
    people.keep_identity_in(subject, by=by, now=now, scheme="case", **values)
    beneath = list(Subject.objects.filter(beneath=subject))
    for one in (subject, *beneath):
        one.label = _label(values)
        one.revision += 1
        one.save(update_fields=["label", "revision"])
    also = [one.pk for one in beneath]
    return finish(subject, None, by=by, operation=Operation.ALTERATION, also=also)


def restrict(
    *,
    by: Viewer,
    now: datetime,
    subject_id: int,
    restricted: bool,
    reason: str,
    seen_revision: int,
) -> Saved:
    """Close a suspect's record and their bails, or open them again."""
    return ownership.restrict(
        SubjectKind.SUSPECT,
        by=by,
        now=now,
        subject_id=subject_id,
        restricted=restricted,
        reason=reason,
        seen_revision=seen_revision,
    )


def _open_suspect(
    by: Viewer, now: datetime, values: dict[str, Any], team_id: int | None, owner_id: int | None
) -> Subject:
    lock_shared(by.force_id)
    subject = ownership.open_subject(
        SubjectKind.SUSPECT,
        by=by,
        now=now,
        label=_label(values),
        team_id=team_id,
        owner_id=owner_id,
    )
    _save(Suspect(subject=subject, force_id=by.force_id, **values), insert=True)
    people.enter_own_in(subject, by=by, now=now, category="suspect", scheme="case", **values)
    return subject


def _label(values: dict[str, Any]) -> str:
    return f"{values['name'] or UNNAMED} ({values['reference']})"


def _identity(reference: str, name: str, date_of_birth: date | None) -> dict[str, Any]:
    return {
        "reference": reference.strip(),
        "name": " ".join(name.split()),
        "date_of_birth": date_of_birth,
    }


def _check_identity(problems: Problems, values: dict[str, Any], today: date) -> None:
    problems.filled(
        "reference", values["reference"], "Enter the investigation's reference", longest=40
    )
    problems.length("name", values["name"], 150)
    problems.born("date_of_birth", values["date_of_birth"], today)


def _save(suspect: Suspect, *, insert: bool) -> None:
    try:
        with transaction.atomic():
            suspect.save(force_insert=insert)
    except IntegrityError as error:
        if "suspect_reference_once_in_a_force" not in str(error):
            raise
        raise InvalidInput({"reference": IN_USE}) from error
