"""The only reads of the inspections room."""

from dutybook.inspections.queries.inspection_pages import (
    InspectionLine,
    InspectionPage,
    inspection_page,
    inspections,
)
from dutybook.inspections.queries.limb_pages import LimbPage, limb_page
from dutybook.inspections.queries.recommendation_pages import (
    RecommendationPage,
    recommendation_page,
)
from dutybook.inspections.queries.releases import (
    ReleaseLine,
    ReleasesPage,
    draft_page,
    releases_page,
)
from dutybook.inspections.queries.response_documents import release_document, response_document
from dutybook.inspections.queries.scrutiny import Asked, Scrutiny, question_of, scrutiny

__all__ = [
    "Asked",
    "InspectionLine",
    "InspectionPage",
    "LimbPage",
    "RecommendationPage",
    "ReleaseLine",
    "ReleasesPage",
    "Scrutiny",
    "draft_page",
    "inspection_page",
    "inspections",
    "limb_page",
    "question_of",
    "recommendation_page",
    "release_document",
    "releases_page",
    "response_document",
    "scrutiny",
]
