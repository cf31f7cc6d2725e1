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
from dutybook.inspections.queries.response_documents import response_document

__all__ = [
    "InspectionLine",
    "InspectionPage",
    "LimbPage",
    "RecommendationPage",
    "inspection_page",
    "inspections",
    "limb_page",
    "recommendation_page",
    "response_document",
]
