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

__all__ = [
    "InspectionLine",
    "InspectionPage",
    "LimbPage",
    "RecommendationPage",
    "ReleaseLine",
    "ReleasesPage",
    "draft_page",
    "inspection_page",
    "inspections",
    "limb_page",
    "recommendation_page",
    "release_document",
    "releases_page",
    "response_document",
]
