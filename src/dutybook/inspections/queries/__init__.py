"""The only reads of the inspections room."""

from dutybook.inspections.queries.basis import BasisPage, Replay, basis_page, replay
from dutybook.inspections.queries.inspection_list import InspectionLine, inspections
from dutybook.inspections.queries.inspection_pages import InspectionPage, inspection_page
from dutybook.inspections.queries.limb_pages import LimbPage, limb_page
from dutybook.inspections.queries.recommendation_pages import (
    RecommendationPage,
    recommendation_page,
)
from dutybook.inspections.queries.release_changes import ReleaseChanges, release_changes
from dutybook.inspections.queries.releases import (
    ReleaseLine,
    ReleasesPage,
    draft_page,
    releases_page,
)
from dutybook.inspections.queries.response_documents import release_document, response_document
from dutybook.inspections.queries.scrutiny import Asked, Scrutiny, question_of, scrutiny
from dutybook.inspections.queries.xray import XRay, xray

__all__ = [
    "Asked",
    "BasisPage",
    "InspectionLine",
    "InspectionPage",
    "LimbPage",
    "RecommendationPage",
    "ReleaseChanges",
    "ReleaseLine",
    "ReleasesPage",
    "Replay",
    "Scrutiny",
    "XRay",
    "basis_page",
    "draft_page",
    "inspection_page",
    "inspections",
    "limb_page",
    "question_of",
    "recommendation_page",
    "release_changes",
    "release_document",
    "releases_page",
    "replay",
    "response_document",
    "scrutiny",
    "xray",
]
