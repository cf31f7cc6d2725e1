"""The only writes to inspections, positions and releases. See the modules for each."""

from dutybook.inspections.actions.answering_audits import answer_audit
from dutybook.inspections.actions.auditing import audit_case, draw_sample, write_questions
from dutybook.inspections.actions.basing import (
    add_evidence,
    own_limb,
    own_recommendation,
    withdraw_evidence,
)
from dutybook.inspections.actions.certifying import (
    answer_proposal,
    propose_certification,
    withdraw_certification,
)
from dutybook.inspections.actions.certifying_whole import (
    answer_whole,
    propose_whole,
    withdraw_whole,
)
from dutybook.inspections.actions.committing import (
    make_commitment,
    record_meeting,
    step_commitment,
)
from dutybook.inspections.actions.imports import ImportResult, import_response
from dutybook.inspections.actions.judgements import (
    comment_as_policing_body,
    judge_narrower,
    map_position,
    reply_to_judgement,
)
from dutybook.inspections.actions.layers import (
    assure_limb,
    record_inspectorate_status,
    verify_limb,
)
from dutybook.inspections.actions.learning import record_learning
from dutybook.inspections.actions.letters import record_letter
from dutybook.inspections.actions.library import add_inspection, load_library
from dutybook.inspections.actions.packs import ask_for_pack
from dutybook.inspections.actions.placing import place_line
from dutybook.inspections.actions.pulses import begin_pulse, take_pulse
from dutybook.inspections.actions.releases import approve_release, prepare_release
from dutybook.inspections.actions.rooming import answer_in_room, ask_in_room
from dutybook.inspections.actions.scrutiny import answer_question, ask_question

__all__ = [
    "ImportResult",
    "add_evidence",
    "add_inspection",
    "answer_audit",
    "answer_in_room",
    "answer_proposal",
    "answer_question",
    "answer_whole",
    "approve_release",
    "ask_for_pack",
    "ask_in_room",
    "ask_question",
    "assure_limb",
    "audit_case",
    "begin_pulse",
    "comment_as_policing_body",
    "draw_sample",
    "import_response",
    "judge_narrower",
    "load_library",
    "make_commitment",
    "map_position",
    "own_limb",
    "own_recommendation",
    "place_line",
    "prepare_release",
    "propose_certification",
    "propose_whole",
    "record_inspectorate_status",
    "record_learning",
    "record_letter",
    "record_meeting",
    "reply_to_judgement",
    "step_commitment",
    "take_pulse",
    "verify_limb",
    "withdraw_certification",
    "withdraw_evidence",
    "withdraw_whole",
    "write_questions",
]
