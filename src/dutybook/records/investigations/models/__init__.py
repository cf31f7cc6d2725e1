"""What investigations of online child abuse record, one table a file."""

from dutybook.records.investigations.models.bail import Bail
from dutybook.records.investigations.models.bail_check import BailCheck
from dutybook.records.investigations.models.bail_end import BailEnd
from dutybook.records.investigations.models.bail_segment import BailSegment
from dutybook.records.investigations.models.enforcement import Enforcement
from dutybook.records.investigations.models.grade import Grade
from dutybook.records.investigations.models.investigation_end import InvestigationEnd
from dutybook.records.investigations.models.referral import Referral
from dutybook.records.investigations.models.suspect import Suspect

__all__ = [
    "Bail",
    "BailCheck",
    "BailEnd",
    "BailSegment",
    "Enforcement",
    "Grade",
    "InvestigationEnd",
    "Referral",
    "Suspect",
]
