"""One model a file; what an inspection asks is shared, what a force says is append-only."""

from dutybook.inspections.models.assurance import Assurance, Assured
from dutybook.inspections.models.case_audit import (
    AuditCase,
    AuditQuestionSet,
    AuditSample,
    CaseAnswer,
    CaseAudit,
    CaseGrade,
    Reality,
)
from dutybook.inspections.models.case_reply import CaseReply
from dutybook.inspections.models.certification import (
    Certification,
    CertificationProposal,
    CertificationWithdrawal,
)
from dutybook.inspections.models.commitment import (
    Commitment,
    CommitmentStep,
    Party,
    PromisedIn,
    StepKind,
)
from dutybook.inspections.models.governance_pack import FinishedPack, PackRequest, PackUnit
from dutybook.inspections.models.imported_response import ImportedResponse
from dutybook.inspections.models.inspection import Inspection
from dutybook.inspections.models.inspectorate_status import (
    InspectorateStatus,
    StatusOfInspectorate,
)
from dutybook.inspections.models.learning import Learning, LearntFrom
from dutybook.inspections.models.limb import Counted, Limb, ShownBy
from dutybook.inspections.models.limb_basis import (
    EvidenceKind,
    EvidenceWithdrawal,
    LimbEvidence,
    Ownership,
)
from dutybook.inspections.models.meeting import AccountMeeting
from dutybook.inspections.models.narrower_judgement import NarrowerJudgement
from dutybook.inspections.models.narrower_reply import NarrowerReply
from dutybook.inspections.models.placed_line import Belongs, PlacedLine
from dutybook.inspections.models.policing_body_comment import PolicingBodyComment
from dutybook.inspections.models.position import Position
from dutybook.inspections.models.position_state import ForceState, PositionState
from dutybook.inspections.models.pulse import (
    Pulse,
    PulseAnswer,
    PulseStatement,
    PulseTaken,
    PulseTally,
)
from dutybook.inspections.models.question import LimbAnswer, LimbQuestion
from dutybook.inspections.models.recommendation import Recommendation
from dutybook.inspections.models.release import Release
from dutybook.inspections.models.release_draft import ReleaseDraft
from dutybook.inspections.models.room import RoomAnswer, RoomKind, RoomRequest
from dutybook.inspections.models.sent_letter import LetterTo, SentLetter
from dutybook.inspections.models.verification import Verification, Verified
from dutybook.inspections.models.whole_certification import (
    WholeCertification,
    WholeProposal,
    WholeWithdrawal,
)

__all__ = [
    "AccountMeeting",
    "Assurance",
    "Assured",
    "AuditCase",
    "AuditQuestionSet",
    "AuditSample",
    "Belongs",
    "CaseAnswer",
    "CaseAudit",
    "CaseGrade",
    "CaseReply",
    "Certification",
    "CertificationProposal",
    "CertificationWithdrawal",
    "Commitment",
    "CommitmentStep",
    "Counted",
    "EvidenceKind",
    "EvidenceWithdrawal",
    "FinishedPack",
    "ForceState",
    "ImportedResponse",
    "Inspection",
    "InspectorateStatus",
    "Learning",
    "LearntFrom",
    "LetterTo",
    "Limb",
    "LimbAnswer",
    "LimbEvidence",
    "LimbQuestion",
    "NarrowerJudgement",
    "NarrowerReply",
    "Ownership",
    "PackRequest",
    "PackUnit",
    "Party",
    "PlacedLine",
    "PolicingBodyComment",
    "Position",
    "PositionState",
    "PromisedIn",
    "Pulse",
    "PulseAnswer",
    "PulseStatement",
    "PulseTaken",
    "PulseTally",
    "Reality",
    "Recommendation",
    "Release",
    "ReleaseDraft",
    "RoomAnswer",
    "RoomKind",
    "RoomRequest",
    "SentLetter",
    "ShownBy",
    "StatusOfInspectorate",
    "StepKind",
    "Verification",
    "Verified",
    "WholeCertification",
    "WholeProposal",
    "WholeWithdrawal",
]
