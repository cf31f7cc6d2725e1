"""Inspections that the product knows: what was asked, limb by limb, in our own words."""

from dutybook.documents.inspections.fields import InspectionError
from dutybook.documents.inspections.loading import (
    APRIL_2026,
    FORMAT,
    load_inspection,
    shipped_inspection,
    shipped_inspections,
)
from dutybook.documents.inspections.model import (
    ADDRESSEE_UNKNOWN,
    TEXT_NOT_AVAILABLE,
    Counts,
    Inspection,
    InspectionRecommendation,
    Limb,
    ShownBy,
)
from dutybook.documents.inspections.writing import inspection_json

__all__ = [
    "ADDRESSEE_UNKNOWN",
    "APRIL_2026",
    "FORMAT",
    "TEXT_NOT_AVAILABLE",
    "Counts",
    "Inspection",
    "InspectionError",
    "InspectionRecommendation",
    "Limb",
    "ShownBy",
    "inspection_json",
    "load_inspection",
    "shipped_inspection",
    "shipped_inspections",
]
