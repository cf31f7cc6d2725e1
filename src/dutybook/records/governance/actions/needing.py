"""What the force must have, from when and until when; and what was keyed in error."""

from contextlib import suppress
from datetime import date, datetime

from django.db import IntegrityError, transaction

from dutybook.access.errors import InvalidInput, NotFound
from dutybook.access.viewer import Viewer
from dutybook.ledger import ownership
from dutybook.ledger.checks import Problems
from dutybook.ledger.fact_models import FactVersion, choices_of
from dutybook.ledger.locks import lock_shared
from dutybook.ledger.models import Subject, SubjectKind
from dutybook.ledger.registry import source_of, sources
from dutybook.ledger.subjects import lock_for_writing
from dutybook.ledger.writes import Saved, keep_correction, keep_first
from dutybook.records.governance import models
from dutybook.records.governance.actions.terms import dated

NEEDED_NO_MORE = {SubjectKind.DOCUMENT: "withdrawn", SubjectKind.AGREEMENT: "ended"}
KINDS = {
    SubjectKind.DOCUMENT: tuple(
        kind for kind in choices_of("document_kind", "kind") if kind != "withdrawn"
    ),
    SubjectKind.AGREEMENT: tuple(
        kind for kind in choices_of("agreement_kind", "kind") if kind != "ended"
    ),
}
TITLE_IN_USE = "The force has one with this title already"


@transaction.atomic
def need_document(
    *, by: Viewer, now: datetime, title: str, kind: str, at: datetime | date
) -> Saved:
    """The force must have a document of a kind since a day; it is overdue until one is approved."""
    problems = _needed(title, kind, at, now, SubjectKind.DOCUMENT)
    problems.refuse_if_any()
    subject = _open(by, now, SubjectKind.DOCUMENT, models.ForceDocument, title=title.strip())
    return keep_first(models.DocumentKind, subject, by=by, now=now, at=at, kind=kind)


@transaction.atomic
def need_agreement(
    *, by: Viewer, now: datetime, title: str, partner: str, kind: str, at: datetime | date
) -> Saved:
    """The force must have an agreement with another body since a day."""
    problems = _needed(title, kind, at, now, SubjectKind.AGREEMENT)
    problems.filled("partner", partner, "Say with whom", longest=160)
    problems.refuse_if_any()
    subject = _open(
        *(by, now, SubjectKind.AGREEMENT, models.Agreement),
        title=title.strip(),
        partner=partner.strip(),
    )
    return keep_first(models.AgreementKind, subject, by=by, now=now, at=at, kind=kind)


@transaction.atomic
def need_no_more(
    *, by: Viewer, now: datetime, subject_id: int, at: datetime | date, reason: str
) -> Saved:
    """The force needs the document or agreement no more; what was late stays late."""
    subject = _lock_either(by, subject_id)
    problems = dated(at, now)
    problems.filled("reason", reason, "Say why it is needed no more")
    problems.refuse_if_any()
    kind = SubjectKind(subject.kind)
    model: type[FactVersion] = (
        models.DocumentKind if kind is SubjectKind.DOCUMENT else models.AgreementKind
    )
    values = {"kind": NEEDED_NO_MORE[kind], "reason": reason.strip()}
    return keep_first(model, subject, by=by, now=now, at=at, **values)


@transaction.atomic
def withdraw_fact(
    *,
    by: Viewer,
    now: datetime,
    subject_id: int,
    table: str,
    fact_id: int,
    seen_version: int,
    reason: str,
) -> Saved:
    """Withdraw something keyed in error; it stays on record and no longer counts."""
    subject = _lock_either(by, subject_id)
    if table not in {source.table for source in sources(subject.kind)} - {"allocation"}:
        raise InvalidInput({"table": "Nothing of this kind is recorded here"})
    return keep_correction(
        source_of(table).model,
        subject,
        by=by,
        now=now,
        fact_id=fact_id,
        seen_version=seen_version,
        reason=reason,
        withdrawn=True,
    )


def _lock_either(by: Viewer, subject_id: int) -> Subject:
    """The document or the agreement with this number, locked."""
    for kind in (SubjectKind.DOCUMENT, SubjectKind.AGREEMENT):
        with suppress(NotFound):
            return lock_for_writing(by, subject_id, kind)
    raise NotFound("no document or agreement with this number")


def _open(
    by: Viewer,
    now: datetime,
    kind: SubjectKind,
    model: type[models.ForceDocument] | type[models.Agreement],
    **named: str,
) -> Subject:
    lock_shared(by.force_id)
    subject = ownership.open_subject(
        kind, by=by, now=now, label=named["title"], team_id=None, owner_id=None
    )
    try:
        with transaction.atomic():
            model.objects.create(subject=subject, force_id=by.force_id, **named)
    except IntegrityError as error:
        raise InvalidInput({"title": TITLE_IN_USE}) from error
    return subject


def _needed(title: str, kind: str, at: datetime | date, now: datetime, of: SubjectKind) -> Problems:
    problems = dated(at, now)
    problems.filled("title", title, "Enter its title", longest=160)
    problems.choice("kind", kind, KINDS[of])
    return problems
