"""The only reads of the inspections room."""

from dutybook.inspections.queries.basis import BasisPage, Replay, basis_page, replay
from dutybook.inspections.queries.case_audits import (
    CasePage,
    LimbTests,
    SamplePage,
    case_page,
    limb_tests,
    question_sets,
    sample_page,
)
from dutybook.inspections.queries.commitments import (
    MeetingPage,
    Promise,
    PromisePage,
    meeting_page,
    meetings,
    promise_page,
    promises,
    recommendation_of,
)
from dutybook.inspections.queries.descriptions import described
from dutybook.inspections.queries.inspection_list import InspectionLine, inspections
from dutybook.inspections.queries.inspection_pages import InspectionPage, inspection_page
from dutybook.inspections.queries.learning import (
    LearningLine,
    LearningPage,
    all_learning,
    learning_page,
)
from dutybook.inspections.queries.letters import draft_letter
from dutybook.inspections.queries.limb_pages import LimbPage, limb_page
from dutybook.inspections.queries.packs import PackRow, Packs, pack, pack_file, packs
from dutybook.inspections.queries.pulses import (
    PulseList,
    PulsePage,
    pulse_choices,
    pulse_page,
    pulses,
)
from dutybook.inspections.queries.readings import ReadingPage, UnplacedLine, reading_page
from dutybook.inspections.queries.reality import InspectionTests, Tested, inspection_tests
from dutybook.inspections.queries.recommendation_pages import (
    RecommendationPage,
    recommendation_page,
)
from dutybook.inspections.queries.records_read import (
    RecordRead,
    RecordReadLine,
    record_read,
    records_read,
)
from dutybook.inspections.queries.release_changes import ReleaseChanges, release_changes
from dutybook.inspections.queries.releases import (
    ReleaseLine,
    ReleasesPage,
    draft_page,
    releases_page,
)
from dutybook.inspections.queries.response_documents import release_document, response_document
from dutybook.inspections.queries.room import (
    Room,
    RoomLine,
    limbs_to_ask_about,
    request_of,
    room,
    samples_to_give,
)
from dutybook.inspections.queries.scrutiny import Asked, Scrutiny, question_of, scrutiny
from dutybook.inspections.queries.whole_pages import WholePage, whole_page
from dutybook.inspections.queries.xray import XRay, xray

__all__ = [
    "Asked",
    "BasisPage",
    "CasePage",
    "InspectionLine",
    "InspectionPage",
    "InspectionTests",
    "LearningLine",
    "LearningPage",
    "LimbPage",
    "LimbTests",
    "MeetingPage",
    "PackRow",
    "Packs",
    "Promise",
    "PromisePage",
    "PulseList",
    "PulsePage",
    "ReadingPage",
    "RecommendationPage",
    "RecordRead",
    "RecordReadLine",
    "ReleaseChanges",
    "ReleaseLine",
    "ReleasesPage",
    "Replay",
    "Room",
    "RoomLine",
    "SamplePage",
    "Scrutiny",
    "Tested",
    "UnplacedLine",
    "WholePage",
    "XRay",
    "all_learning",
    "basis_page",
    "case_page",
    "described",
    "draft_letter",
    "draft_page",
    "inspection_page",
    "inspection_tests",
    "inspections",
    "learning_page",
    "limb_page",
    "limb_tests",
    "limbs_to_ask_about",
    "meeting_page",
    "meetings",
    "pack",
    "pack_file",
    "packs",
    "promise_page",
    "promises",
    "pulse_choices",
    "pulse_page",
    "pulses",
    "question_of",
    "question_sets",
    "reading_page",
    "recommendation_of",
    "recommendation_page",
    "record_read",
    "records_read",
    "release_changes",
    "release_document",
    "releases_page",
    "replay",
    "request_of",
    "response_document",
    "room",
    "sample_page",
    "samples_to_give",
    "scrutiny",
    "whole_page",
    "xray",
]
