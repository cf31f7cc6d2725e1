"""Reality testing: questions to ask of a case, a draw from what a figure counts, and the audits."""

from collections.abc import Sequence
from datetime import datetime
from typing import Final

from django.db import IntegrityError, transaction
from django.db.models import Max

from dutybook.access import log
from dutybook.access.errors import InvalidInput, NotAllowed, NotFound
from dutybook.access.models import Operation
from dutybook.access.roles import RecordKind
from dutybook.access.viewer import Viewer
from dutybook.inspections.actions.answering_audits import tell_the_team
from dutybook.inspections.auditors import duties_to_test, may_test
from dutybook.inspections.models import (
    AuditCase,
    AuditQuestionSet,
    AuditSample,
    CaseAnswer,
    CaseAudit,
    CaseGrade,
    Limb,
    Reality,
)
from dutybook.inspections.sampling import draw
from dutybook.ledger.checks import Problems
from dutybook.ledger.instants import local_day
from dutybook.ledger.policies import policies_of
from dutybook.ledger.queries import measures
from dutybook.ledger.queries.populations import population

MOST_CASES: Final = 50
MOST_QUESTIONS: Final = 30
AUDITED_MEANWHILE: Final = "Somebody audited this case meanwhile: look at it first"


@transaction.atomic
def write_questions(
    *, by: Viewer, now: datetime, title: str, questions: Sequence[str]
) -> AuditQuestionSet:
    """A set of questions, or a new version of the set of that title."""
    person = _auditor(by)
    asked = [one.strip() for one in questions if one.strip()]
    problems = Problems()
    problems.filled("title", title, "Give the set a title", longest=120)
    if not asked:
        problems.add("questions", "Write at least one question")
    elif len(asked) > MOST_QUESTIONS:
        problems.add("questions", f"Write at most {MOST_QUESTIONS} questions")
    elif any(len(one) > 300 for one in asked):
        problems.add("questions", "Each question can have at most 300 characters")
    elif len(set(asked)) < len(asked):
        problems.add("questions", "The same question stands there twice")
    problems.refuse_if_any()
    named = {"force_id": by.force_id, "title": title.strip()}
    before = AuditQuestionSet.objects.filter(**named).aggregate(newest=Max("version"))["newest"]
    try:
        with transaction.atomic():
            made = AuditQuestionSet.objects.create(
                **named, version=(before or 0) + 1, questions=asked, said_by_id=person, said_at=now
            )
    except IntegrityError as error:
        raise InvalidInput({"": "Somebody saved this set meanwhile: look at it first"}) from error
    _log(by, [made.pk], "audit questions")
    return made


@transaction.atomic
def draw_sample(
    *,
    by: Viewer,
    now: datetime,
    limb_id: int,
    duty: str,
    size: int,
    questions_id: int,
    seed: int,
) -> AuditSample:
    """Draw `size` of the entries that the limb's figure counts today, weighted to risk.

    The draw stays on record whatever is found. `seed` is chance that the caller brings: a person
    who could choose it could choose the records.
    """
    person = _auditor(by)
    limb = Limb.objects.filter(pk=limb_id).first()
    if limb is None:
        raise NotFound("no such limb")
    questions = AuditQuestionSet.objects.filter(pk=questions_id, force_id=by.force_id).first()
    problems = Problems()
    problems.choice("duty", duty, duties_to_test(limb))
    if not 1 <= size <= MOST_CASES:
        problems.add("size", f"Draw from 1 to {MOST_CASES} records")
    if questions is None:
        problems.add("questions_id", "Choose the questions to ask of each case")
    problems.refuse_if_any()
    assert questions is not None
    day, settings = local_day(now), policies_of(by.force_id)
    counted = population(by, duty, day, settings=settings)
    if not counted:
        raise InvalidInput({"duty": "Nothing is counted for it today, so nothing can be drawn"})
    figure = measures(by, day, duty=duty, now=now)
    sample = AuditSample.objects.create(
        force_id=by.force_id,
        limb=limb,
        duty=duty,
        day=day,
        seed=seed,
        population=len(counted),
        digest=figure.digest,
        definition_version=figure.definition_version,
        questions=questions,
        said_by_id=person,
        said_at=now,
    )
    drawn = draw(counted, seed=seed, size=size)
    AuditCase.objects.bulk_create(
        AuditCase(
            force_id=by.force_id,
            sample=sample,
            place=place,
            subject_id=one.subject_id,
            opened_by=one.opened_by,
            opened_at=one.opened_at,
            condition=one.condition,
            status=one.status,
            level=one.level or "",
            due_at=one.due_at,
            met_at=one.met_at,
            met_by=one.met_by,
            authorised_by=one.authorised_by,
        )
        for place, one in enumerate(drawn, start=1)
    )
    _log(by, sorted({one.subject_id for one in drawn}), "sample drawn")
    return sample


@transaction.atomic
def audit_case(
    *,
    by: Viewer,
    now: datetime,
    case_id: int,
    answers: Sequence[str],
    reality: str,
    grade: str,
    found: str,
    replaces_id: int | None = None,
) -> CaseAudit:
    """What the file shows of one case. A correction names the audit that it replaces."""
    person = _auditor(by)
    case = (
        AuditCase.objects.filter(pk=case_id, force_id=by.force_id)
        .select_related("sample__questions", "subject")
        .first()
    )
    if case is None:
        raise NotFound("no such case")
    problems = Problems()
    if len(answers) != len(case.sample.questions.questions):
        problems.add("answers", "Answer every question")
    for number, answer in enumerate(answers, start=1):
        problems.choice(f"question_{number}", answer, CaseAnswer.values)
    problems.choice("reality", reality, Reality.values)
    problems.choice("grade", grade, CaseGrade.values)
    problems.filled("found", found, "Say what the file shows")
    problems.refuse_if_any()
    try:
        with transaction.atomic():
            made = CaseAudit.objects.create(
                case=case,
                replaces_id=replaces_id,
                answers=list(answers),
                reality=reality,
                grade=grade,
                found=found.strip(),
                said_by_id=person,
                said_at=now,
            )
    except IntegrityError as error:
        raise InvalidInput({"": AUDITED_MEANWHILE}) from error
    tell_the_team(made, case.subject, now)
    _log(by, [case.subject_id], "case audited")
    return made


def _auditor(by: Viewer) -> int:
    """The person's number. Raises `NotAllowed` for anybody but an auditor outside the work."""
    if by.user_id is None or not may_test(by):
        raise NotAllowed("records are tested by an auditor who neither does the work nor answers")
    return by.user_id


def _log(by: Viewer, subjects: list[int], detail: str) -> None:
    log.record(
        by,
        operation=Operation.ALTERATION,
        kind=RecordKind.CASE_AUDIT,
        subjects=subjects,
        detail=detail,
    )
