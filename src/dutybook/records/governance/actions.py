"""The only writes of the governance room: what the force must have, and what became of it.

Every action takes `by` and `now` by keyword, is atomic, logs and derives, and gives a `Saved`; they
raise `NotFound`, `NotAllowed` and `InvalidInput`, and then nothing has been written. No person
whose case it is stands in any of it.
"""

from collections.abc import Mapping, Sequence
from contextlib import suppress
from datetime import date, datetime
from typing import Any

from django.db import IntegrityError, transaction

from dutybook.access.errors import InvalidInput, NotFound
from dutybook.access.roles import RecordKind
from dutybook.access.viewer import Viewer
from dutybook.ledger import loading, ownership
from dutybook.ledger.checks import Problems, moment_of
from dutybook.ledger.fact_models import FactVersion, choices_of
from dutybook.ledger.instants import day_ends
from dutybook.ledger.locks import lock_shared
from dutybook.ledger.models import Subject, SubjectKind
from dutybook.ledger.registry import source_of, sources
from dutybook.ledger.subjects import lock_for_writing
from dutybook.ledger.versions import newest_version
from dutybook.ledger.writes import Saved, keep_correction, keep_first
from dutybook.records.governance import models

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
    subject = _lock(by, subject_id)
    problems = _at(at, now)
    problems.filled("reason", reason, "Say why it is needed no more")
    problems.refuse_if_any()
    kind = SubjectKind(subject.kind)
    model: type[FactVersion] = (
        models.DocumentKind if kind is SubjectKind.DOCUMENT else models.AgreementKind
    )
    values = {"kind": NEEDED_NO_MORE[kind], "reason": reason.strip()}
    return keep_first(model, subject, by=by, now=now, at=at, **values)


@transaction.atomic
def approve_document(
    *,
    by: Viewer,
    now: datetime,
    subject_id: int,
    at: datetime | date,
    until: date,
    approved_by: str,
    kept_at: str,
) -> Saved:
    """A version was approved; it counts to the end of `until`, the day its review is due."""
    subject = lock_for_writing(by, subject_id, SubjectKind.DOCUMENT)
    problems = _lasting(at, until, now)
    problems.filled("approved_by", approved_by, "Say who approved it: name and post", longest=200)
    problems.filled("kept_at", kept_at, "Say where it is kept", longest=200)
    problems.refuse_if_any()
    return keep_first(
        *(models.DocumentApproved, subject),
        by=by,
        now=now,
        at=at,
        until=day_ends(until),
        approved_by=approved_by.strip(),
        kept_at=kept_at.strip(),
    )


@transaction.atomic
def own_document(
    *, by: Viewer, now: datetime, subject_id: int, at: datetime | date, post: str
) -> Saved:
    """Somebody answers for the document."""
    subject = lock_for_writing(by, subject_id, SubjectKind.DOCUMENT)
    problems = _at(at, now)
    problems.filled("post", post, "Say who answers for it", longest=200)
    problems.refuse_if_any()
    return keep_first(models.DocumentOwner, subject, by=by, now=now, at=at, post=post.strip())


@transaction.atomic
def disown_document(
    *, by: Viewer, now: datetime, subject_id: int, at: datetime | date, note: str = ""
) -> Saved:
    """Whoever answered for the document left, and nobody has taken it over."""
    subject = lock_for_writing(by, subject_id, SubjectKind.DOCUMENT)
    problems = _at(at, now)
    problems.length("note", note, 4000)
    problems.refuse_if_any()
    return keep_first(models.DocumentOwnerLeft, subject, by=by, now=now, at=at, note=note.strip())


@transaction.atomic
def take_out_of_force(
    *, by: Viewer, now: datetime, subject_id: int, at: datetime | date, reason: str
) -> Saved:
    """The version in force was withdrawn, and none stands in its place."""
    subject = lock_for_writing(by, subject_id, SubjectKind.DOCUMENT)
    problems = _at(at, now)
    problems.filled("reason", reason, "Say why it was withdrawn")
    problems.refuse_if_any()
    return keep_first(
        models.DocumentWithdrawn, subject, by=by, now=now, at=at, reason=reason.strip()
    )


@transaction.atomic
def find_reach(
    *,
    by: Viewer,
    now: datetime,
    subject_id: int,
    at: datetime | date,
    until: date,
    note: str = "",
) -> Saved:
    """A forecast was found to look back on trends and ahead five years, as counted to `until`."""
    subject = lock_for_writing(by, subject_id, SubjectKind.DOCUMENT)
    problems = _lasting(at, until, now)
    problems.length("note", note, 4000)
    problems.refuse_if_any()
    return keep_first(
        *(models.ForecastReach, subject),
        by=by,
        now=now,
        at=at,
        until=day_ends(until),
        note=note.strip(),
    )


@transaction.atomic
def check_stock(
    *,
    by: Viewer,
    now: datetime,
    subject_id: int,
    at: datetime | date,
    found: bool | None,
    note: str = "",
) -> Saved:
    """Somebody looked whether copies of the version in force are at hand everywhere."""
    subject = lock_for_writing(by, subject_id, SubjectKind.DOCUMENT)
    problems = _at(at, now)
    problems.length("note", note, 4000)
    problems.refuse_if_any()
    return keep_first(
        models.StockCheck, subject, by=by, now=now, at=at, found=found, note=note.strip()
    )


@transaction.atomic
def sign_agreement(
    *,
    by: Viewer,
    now: datetime,
    subject_id: int,
    at: datetime | date,
    until: date,
    signed_by_us: str,
    signed_by_them: str,
    kept_at: str,
) -> Saved:
    """Both sides signed; it counts to the end of `until`, its end or its review."""
    subject = lock_for_writing(by, subject_id, SubjectKind.AGREEMENT)
    problems = _lasting(at, until, now)
    problems.filled("signed_by_us", signed_by_us, "Say who signed for the force", longest=200)
    problems.filled("signed_by_them", signed_by_them, "Say who signed for them", longest=200)
    problems.filled("kept_at", kept_at, "Say where it is kept", longest=200)
    problems.refuse_if_any()
    return keep_first(
        *(models.AgreementSigned, subject),
        by=by,
        now=now,
        at=at,
        until=day_ends(until),
        signed_by_us=signed_by_us.strip(),
        signed_by_them=signed_by_them.strip(),
        kept_at=kept_at.strip(),
    )


@transaction.atomic
def own_agreement(
    *,
    by: Viewer,
    now: datetime,
    subject_id: int,
    at: datetime | date,
    ours: str = "",
    theirs: str = "",
) -> Saved:
    """Who answers for the agreement on each side; one side alone does not make it owned."""
    subject = lock_for_writing(by, subject_id, SubjectKind.AGREEMENT)
    problems = _at(at, now)
    problems.length("ours", ours, 200)
    problems.length("theirs", theirs, 200)
    if not ours.strip() and not theirs.strip():
        problems.add("ours", "Say who answers for it on one side at least")
    problems.refuse_if_any()
    both = bool(ours.strip() and theirs.strip())
    return keep_first(
        *(models.AgreementOwner, subject),
        by=by,
        now=now,
        at=at,
        ours=ours.strip(),
        theirs=theirs.strip(),
        both_sides=both,
    )


@transaction.atomic
def end_agreement(
    *, by: Viewer, now: datetime, subject_id: int, at: datetime | date, reason: str
) -> Saved:
    """The agreement was ended, or what it says no longer serves."""
    subject = lock_for_writing(by, subject_id, SubjectKind.AGREEMENT)
    problems = _at(at, now)
    problems.filled("reason", reason, "Say why it ended")
    problems.refuse_if_any()
    return keep_first(models.AgreementEnded, subject, by=by, now=now, at=at, reason=reason.strip())


@transaction.atomic
def review_with_partner(
    *,
    by: Viewer,
    now: datetime,
    subject_id: int,
    at: datetime | date,
    both_ways: bool | None,
    note: str = "",
) -> Saved:
    """Both sides met; `both_ways` says whether each gave the other its view."""
    subject = lock_for_writing(by, subject_id, SubjectKind.AGREEMENT)
    problems = _at(at, now)
    problems.length("note", note, 4000)
    problems.refuse_if_any()
    values = {"both_ways": both_ways, "note": note.strip()}
    return keep_first(models.PartnerReview, subject, by=by, now=now, at=at, **values)


@transaction.atomic
def escalate(
    *,
    by: Viewer,
    now: datetime,
    subject_id: int,
    at: datetime | date,
    raised_by: str,
    matter: str,
) -> Saved:
    """One side escalated a matter to the other; the matter names no person."""
    subject = lock_for_writing(by, subject_id, SubjectKind.AGREEMENT)
    problems = _at(at, now)
    problems.choice("raised_by", raised_by, choices_of("partner_escalation", "raised_by"))
    problems.filled("matter", matter, "Say what was escalated, without a name")
    problems.refuse_if_any()
    values = {"raised_by": raised_by, "matter": matter.strip()}
    return keep_first(models.PartnerEscalation, subject, by=by, now=now, at=at, **values)


@transaction.atomic
def answer_escalation(
    *,
    by: Viewer,
    now: datetime,
    subject_id: int,
    fact_id: int,
    at: datetime | date,
    answer: str,
) -> Saved:
    """The side that was asked answered one escalation."""
    subject = lock_for_writing(by, subject_id, SubjectKind.AGREEMENT)
    problems = _at(at, now)
    problems.filled("answer", answer, "Say what was answered")
    raised = newest_version(models.PartnerEscalation, subject_id, fact_id)
    if raised.withdrawn:
        problems.add("answer", "This escalation was withdrawn and cannot be answered")
    if moment_of(at)[0].date() < raised.at.date():
        problems.add("at", "The answer cannot come before the escalation")
    problems.refuse_if_any()
    return keep_first(
        *(models.EscalationAnswer, subject),
        by=by,
        now=now,
        at=at,
        of_fact=raised.fact_id,
        of_version=raised.version,
        answer=answer.strip(),
    )


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
    subject = _lock(by, subject_id)
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


@transaction.atomic
def load_batch(
    kind: str, rows: Sequence[Mapping[str, Any]], *, by: Viewer, now: datetime
) -> list[int]:
    """Load one batch and give the new ids in the order of its rows; one log row for all of it.

    `kind` is `document` (rows: `title`), `agreement` (rows: `title`, `partner`; both give subject
    ids) or a fact table of either (rows: the model's fields, `subject_id` and `at` at least; gives
    fact ids). The ledger is not derived. Raises `NotAllowed` for anybody but a loading command.
    """
    loading.check_may_load(by)
    named: dict[str, type[models.ForceDocument] | type[models.Agreement]] = {
        SubjectKind.DOCUMENT: models.ForceDocument,
        SubjectKind.AGREEMENT: models.Agreement,
    }
    tables = {source.table for one in named for source in sources(one)} - {"allocation"}
    if kind in named:
        labels = [{"label": row["title"]} for row in rows]
        ids = subjects = loading.load_subjects(SubjectKind(kind), labels, by=by)
        own = [
            dict(row) | {"subject_id": one, "force_id": by.force_id}
            for one, row in zip(ids, rows, strict=True)
        ]
        loading.copy_rows(named[kind], own)
    elif kind in tables:
        ids = loading.load_facts(source_of(kind).model, rows, by=by, now=now)
        subjects = [row["subject_id"] for row in rows]
    else:
        raise InvalidInput({"kind": f"there are no records called {kind}"})
    loading.log_batch(by, RecordKind.GOVERNANCE, subjects, kind)
    return ids


def _lock(by: Viewer, subject_id: int) -> Subject:
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
    problems = _at(at, now)
    problems.filled("title", title, "Enter its title", longest=160)
    problems.choice("kind", kind, KINDS[of])
    return problems


def _lasting(at: datetime | date, until: date, now: datetime) -> Problems:
    problems = _at(at, now)
    begins = moment_of(at)[0]
    if begins.tzinfo is not None and day_ends(until) <= begins:
        problems.add("until", "This must be after the day above")
    return problems


def _at(at: datetime | date, now: datetime) -> Problems:
    problems = Problems()
    problems.moment("at", moment_of(at)[0], now, what="the day")
    return problems
