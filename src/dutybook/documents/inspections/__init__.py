"""Inspections that the product knows: what was asked, limb by limb, in our own words."""

from dutybook.documents.inspections.fields import InspectionError
from dutybook.documents.inspections.loading import (
    APRIL_2026,
    load_inspection,
    shipped_inspection,
    shipped_inspections,
)
from dutybook.documents.inspections.model import (
    ADDRESSEE_UNKNOWN,
    TEXT_NOT_AVAILABLE,
    Inspection,
    InspectionRecommendation,
    Limb,
    ShownBy,
)

__all__ = [
    "ADDRESSEE_UNKNOWN",
    "APRIL_2026",
    "TEXT_NOT_AVAILABLE",
    "Inspection",
    "InspectionError",
    "InspectionRecommendation",
    "Limb",
    "ShownBy",
    "load_inspection",
    "shipped_inspection",
    "shipped_inspections",
]
