"""The demonstration's own published response, and what its invented people say of it."""

from collections.abc import Callable
from datetime import date, datetime, timedelta
from typing import Any

from django.db.models import QuerySet

from dutybook.access.models import User
from dutybook.access.viewer import Viewer, viewer_for
from dutybook.demo.packs import make_last_months_pack
from dutybook.demo.promises import learn, promise
from dutybook.demo.pulse import ask_the_staff
from dutybook.demo.reality import read_cases
from dutybook.demo.room import ask_and_answer
from dutybook.documents.response import all_forms
from dutybook.documents.samples import SAMPLE_NAME, sample_bytes
from dutybook.inspections.actions import (
    add_evidence,
    answer_proposal,
    answer_question,
    approve_release,
    ask_question,
    assure_limb,
    comment_as_policing_body,
    import_response,
    judge_narrower,
    load_library,
    map_position,
    own_limb,
    own_recommendation,
    prepare_release,
    propose_certification,
    record_inspectorate_status,
    record_letter,
    reply_to_judgement,
    verify_limb,
)
from dutybook.inspections.models import Limb, Position
from dutybook.inspections.queries import release_document

ROUTE = "demonstration"
Progress = Callable[[str, int, int], None]

# What the invented liaison officer read the invented words as, limb by limb.
STATES: dict[str, tuple[str, dict[str, Any]]] = {
    "1b": ("not_started", {}),
    "4a": ("claims_complete", {}),
    "4b": ("claims_complete", {}),
    "6a": (
        "self_certified",
        {"signatory": "Ottoline Farthingale", "signatory_rank": "Deputy Chief Constable"},
    ),
    "6b": (
        "self_certified",
        {"signatory": "Ottoline Farthingale", "signatory_rank": "Deputy Chief Constable"},
    ),
    "8a": ("in_progress", {"end_date": date(2026, 9, 30)}),
    "8c": ("not_addressed", {}),
    "8d": ("in_progress", {"end_date": date(2026, 9, 30)}),
    "10a": ("self_certified", {}),
    "10b": ("not_addressed", {}),
    "15a": ("claims_complete", {}),
}
NARROWER = {
    "1a": "Every referral was asked for. The words speak of those the desk considers suitable.",
    "10b": "The words say that every visit complies, and nothing of leave for one that does not.",
    "15a": "Screening is asked for every member and supervisor of both teams, not for most roles.",
}
REPLIES = {
    "10b": "Leave is asked for and written down since June. The next response will say so.",
}
COMMENTS = {
    10: "The commissioner asked in June for the monthly figures of visits that were announced or "
    "made alone, and will question the chief constable on them in public in January 2027.",
    8: "The commissioner has set aside £180,000 in this year's budget for two more offender "
    "managers, and will report in November 2026 on whether they are in post.",
}

CHECKS = (
    ("6a", "true", "The minutes of both teams' boards from January to June were read."),
    ("10a", "partly", "Twenty visits drawn by an inspector of another district were read through."),
)
VIEWS = (
    ("10a", "not_assured", "Visits made alone are counted every month and none was explained yet."),
    ("8c", "partly", "The backlog is known by risk and lateness now. It has not become smaller."),
)
QUESTIONS = (
    ("10a", 41, "Why are so many visits announced, and who decides that?"),
    ("8c", 20, "By when will no very high risk visit be late, and what stands in the way?"),
)
OWNERS = {
    "senior_owner": "Deputy chief constable",
    "delivery_owner": "Head of public protection",
    "board": "Public protection board",
    "minute": "Meeting of June 2026, item 4",
}
OWNED_WHOLE = (8, 10)
OWNED = ("6a", "8a", "8c", "8d", "10a", "15a")
EVIDENCE: tuple[tuple[str, dict[str, Any]], ...] = (
    (
        "10a",
        {
            "kind": "document",
            "title": "The force's order of June 2026",
            "reference": "Public protection file 10/7",
        },
    ),
    (
        "10a",
        {
            "kind": "attestation",
            "title": "Monthly dip samples were made",
            "attested_by": "Detective chief inspector, public protection",
        },
    ),
    ("8c", {"kind": "figures", "title": "Visits, assessments and plans in date"}),
)
"""What the force says that its claims rest on."""
PROPOSED = (
    (
        "10a",
        "Home visits are made unannounced and in pairs.",
        "The force's order of June 2026 and the monthly dip samples since.",
    ),
    (
        "15a",
        "Everybody in both teams was offered screening within the year.",
        "The provider's monthly returns to the wellbeing lead.",
    ),
)
"""The first is certified, the second waits."""


def load_assurance(*, by: Viewer, now: datetime, progress: Progress) -> None:
    """Import the sample response; let the liaison officer and the commissioner's office speak."""
    progress("reading the published response", 0, 1)
    load_library(by=by)
    imported = import_response(content=sample_bytes(), file_name=SAMPLE_NAME, by=by, now=now)
    liaison = _person("liaison", now)
    positions = {
        each.recommendation_id: each
        for each in Position.objects.filter(response_id=imported.response_id)
    }
    limbs = Limb.objects.filter(
        recommendation__inspection__key=imported.inspection_key
    ).select_related("recommendation")
    for limb in limbs.order_by("id"):
        position = positions.get(limb.recommendation_id)
        if position is not None:
            _speak(liaison, position, limb, now)
    _say_in_layers(limbs, liaison, now)
    read_cases({limb.code: limb.pk for limb in limbs}, _person("auditor", now), now)
    ask_the_staff({limb.code: limb.pk for limb in limbs}, _person("auditor", now), now)
    promise(imported.inspection_key, now)
    learn(imported.inspection_key, now)
    make_last_months_pack(now)
    ask_and_answer(imported.inspection_key, now)
    progress("setting the response", 0, 1)
    _comment_and_release(imported.inspection_key, now)


def _person(username: str, now: datetime) -> Viewer:
    return viewer_for(User.objects.get(username=username), now=now, route=ROUTE)


def _speak(liaison: Viewer, position: Position, limb: Limb, now: datetime) -> None:
    if limb.code in STATES:
        state, more = STATES[limb.code]
        map_position(
            position_id=position.pk, limb_id=limb.pk, state=state, by=liaison, now=now, **more
        )
    if limb.code in NARROWER:
        judged = judge_narrower(
            position_id=position.pk,
            limb_id=limb.pk,
            is_narrower=True,
            reasons=NARROWER[limb.code],
            by=_person("commissioner", now),
            now=now,
        )
        if limb.code in REPLIES:
            reply_to_judgement(
                judgement_id=judged.pk, words=REPLIES[limb.code], by=liaison, now=now
            )


def _say_in_layers(limbs: QuerySet[Limb], liaison: Viewer, now: datetime) -> None:
    """The force's own checks, the commissioner's view, an invented letter, a certification made
    against the records and one that waits."""
    by_code = {limb.code: limb.pk for limb in limbs}
    by_number = {limb.recommendation.number: limb.recommendation_id for limb in limbs}
    commissioner, chief = _person("commissioner", now), _person("chief", now)
    day = now.date()
    for code, outcome, checked in CHECKS:
        verify_limb(
            by=liaison, now=now, limb_id=by_code[code], outcome=outcome, checked=checked,
            checked_on=day,
        )  # fmt: skip
    for code, view, reasons in VIEWS:
        assure_limb(by=commissioner, now=now, limb_id=by_code[code], view=view, reasons=reasons)
    record_inspectorate_status(
        by=liaison,
        now=now,
        limb_id=by_code["16a"],
        status="open",
        document="Invented letter of the inspectorate to the force",
        document_date=day,
        effective_on=day,
        scope="The agreement with probation is to be looked at again in the spring.",
    )
    for code in OWNED:
        own_limb(by=liaison, now=now, limb_id=by_code[code], **OWNERS)
    for number in OWNED_WHOLE:
        own_recommendation(by=liaison, now=now, recommendation_id=by_number[number], **OWNERS)
    for code, item in EVIDENCE:
        add_evidence(by=liaison, now=now, limb_id=by_code[code], speaks_for=day, **item)
    asked = [
        ask_question(
            by=_person("commissioner", now),
            now=now - timedelta(days=ago),
            limb_id=by_code[code],
            question=question,
            answer_by=(now - timedelta(days=ago - 14)).date(),
        )
        for code, ago, question in QUESTIONS
    ]
    answer_question(
        by=liaison,
        now=now - timedelta(days=30),
        question_id=asked[0].pk,
        answer="Most were announced because a colleague from probation came along. From December "
        "such visits are made unannounced too.",
    )
    proposed = [
        propose_certification(
            by=liaison, now=now, limb_id=by_code[code], claim=claim, evidence=evidence
        )
        for code, claim, evidence in PROPOSED
    ]
    answer_proposal(
        by=chief,
        now=now,
        proposal_id=proposed[0].pk,
        outcome="certified",
        reason="The visits that fall short were made before the order of June.",
        public_reason="The visits that fall short were made before new orders were given in June.",
    )


def _comment_and_release(inspection_key: str, now: datetime) -> None:
    commissioner = _person("commissioner", now)
    numbered = Limb.objects.filter(recommendation__inspection__key=inspection_key)
    for number, action in COMMENTS.items():
        recommendation = numbered.filter(recommendation__number=number).first()
        if recommendation is not None:
            comment_as_policing_body(
                recommendation_id=recommendation.recommendation_id,
                action=action,
                adopt=True,
                by=commissioner,
                now=now,
            )
    day = now.date()
    document = release_document(commissioner, inspection_key, day=day, now=now)
    draft = prepare_release(
        inspection_key=inspection_key,
        forms=all_forms(document, made_at=now),
        figures_on=day,
        by=commissioner,
        now=now,
    )
    record_letter(
        by=commissioner, now=now, inspection_key=inspection_key, to="chief_officer",
        sent_on=day - timedelta(days=60), answer_by=day - timedelta(days=30),
        how="By e-mail to the chief constable's office", reference="Office file 26/9",
    )  # fmt: skip
    approve_release(
        draft_id=draft.pk, tested_for_harm=True, by=_person("deputy-commissioner", now), now=now
    )
    record_letter(
        by=commissioner, now=now, inspection_key=inspection_key, to="secretary_of_state",
        sent_on=day, how="By e-mail to the department", reference="Office file 26/12",
    )  # fmt: skip
