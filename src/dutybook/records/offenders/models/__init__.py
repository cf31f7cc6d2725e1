"""What offender management records, one table a file."""

from dutybook.records.offenders.models.arms_applicability import ArmsApplicability
from dutybook.records.offenders.models.arms_assessment import ArmsAssessment
from dutybook.records.offenders.models.community_status import CommunityStatus
from dutybook.records.offenders.models.management import Management
from dutybook.records.offenders.models.offender import Offender
from dutybook.records.offenders.models.registration import Registration
from dutybook.records.offenders.models.risk_level import RiskLevel
from dutybook.records.offenders.models.risk_plan import RiskPlan
from dutybook.records.offenders.models.supervisor_review import SupervisorReview
from dutybook.records.offenders.models.visit import Visit
from dutybook.records.offenders.models.visit_authorisation import VisitAuthorisation
from dutybook.records.offenders.models.visit_plan import VisitPlan

__all__ = [
    "ArmsApplicability",
    "ArmsAssessment",
    "CommunityStatus",
    "Management",
    "Offender",
    "Registration",
    "RiskLevel",
    "RiskPlan",
    "SupervisorReview",
    "Visit",
    "VisitAuthorisation",
    "VisitPlan",
]
