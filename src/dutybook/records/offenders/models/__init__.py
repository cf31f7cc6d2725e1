"""What offender management records, one kind of thing a file."""

from dutybook.records.offenders.models.arms_applicability import ArmsApplicability
from dutybook.records.offenders.models.arms_assessment import ArmsAssessment
from dutybook.records.offenders.models.authorisation_assessment import AuthorisationAssessment
from dutybook.records.offenders.models.breach import (
    BreachDecision,
    BreachRecorded,
    NotificationBreach,
)
from dutybook.records.offenders.models.community_status import CommunityStatus
from dutybook.records.offenders.models.database_assessment import DatabaseAssessment
from dutybook.records.offenders.models.database_check import DatabaseCheck
from dutybook.records.offenders.models.disclosure import DisclosureDecision, DisclosureRequest
from dutybook.records.offenders.models.entry_attempt import EntryAttempt
from dutybook.records.offenders.models.further_offence import FurtherOffence, OffenceReview
from dutybook.records.offenders.models.joint_work import (
    JointAnswer,
    JointRequest,
    MappaLevel,
    MappaMeeting,
)
from dutybook.records.offenders.models.leave_request import LeaveRefusal, LeaveRequest
from dutybook.records.offenders.models.management import Management
from dutybook.records.offenders.models.missing_plan import MissingPlan, MissingReview
from dutybook.records.offenders.models.monitoring import Monitoring, MonitoringCheck
from dutybook.records.offenders.models.notification import NotifiableChange, Notification, Residence
from dutybook.records.offenders.models.offender import Offender
from dutybook.records.offenders.models.order import Order, OrderTerms
from dutybook.records.offenders.models.order_facts import (
    OrderBreach,
    OrderBreachDecision,
    OrderCheck,
    OrderDecision,
    OrderEndDecision,
    OrderMade,
    OrderState,
)
from dutybook.records.offenders.models.other_assessment import OtherAssessment
from dutybook.records.offenders.models.plan_action import PlanAction, PlanActionEnd
from dutybook.records.offenders.models.reactive_evidence import ReactiveEvidence
from dutybook.records.offenders.models.reactive_trigger import ReactiveTrigger
from dutybook.records.offenders.models.register_note import RegisterNote
from dutybook.records.offenders.models.registration import Registration
from dutybook.records.offenders.models.relevant_date import RelevantDate
from dutybook.records.offenders.models.risk_level import RiskLevel
from dutybook.records.offenders.models.risk_plan import RiskPlan
from dutybook.records.offenders.models.risk_review import RiskReview
from dutybook.records.offenders.models.risk_trigger import RiskTrigger, RiskTriggerDecision
from dutybook.records.offenders.models.supervisor_review import SupervisorReview
from dutybook.records.offenders.models.transfer import Transfer, TransferAnswer
from dutybook.records.offenders.models.travel import ForeignTravel, TravelReturn
from dutybook.records.offenders.models.visit import Visit
from dutybook.records.offenders.models.visit_authorisation import VisitAuthorisation
from dutybook.records.offenders.models.visit_plan import VisitPlan
from dutybook.records.offenders.models.warrant_decision import WarrantDecision
from dutybook.records.offenders.models.whereabouts import Whereabouts

__all__ = [
    "ArmsApplicability",
    "ArmsAssessment",
    "AuthorisationAssessment",
    "BreachDecision",
    "BreachRecorded",
    "CommunityStatus",
    "DatabaseAssessment",
    "DatabaseCheck",
    "DisclosureDecision",
    "DisclosureRequest",
    "EntryAttempt",
    "ForeignTravel",
    "FurtherOffence",
    "JointAnswer",
    "JointRequest",
    "LeaveRefusal",
    "LeaveRequest",
    "Management",
    "MappaLevel",
    "MappaMeeting",
    "MissingPlan",
    "MissingReview",
    "Monitoring",
    "MonitoringCheck",
    "NotifiableChange",
    "Notification",
    "NotificationBreach",
    "OffenceReview",
    "Offender",
    "Order",
    "OrderBreach",
    "OrderBreachDecision",
    "OrderCheck",
    "OrderDecision",
    "OrderEndDecision",
    "OrderMade",
    "OrderState",
    "OrderTerms",
    "OtherAssessment",
    "PlanAction",
    "PlanActionEnd",
    "ReactiveEvidence",
    "ReactiveTrigger",
    "RegisterNote",
    "Registration",
    "RelevantDate",
    "Residence",
    "RiskLevel",
    "RiskPlan",
    "RiskReview",
    "RiskTrigger",
    "RiskTriggerDecision",
    "SupervisorReview",
    "Transfer",
    "TransferAnswer",
    "TravelReturn",
    "Visit",
    "VisitAuthorisation",
    "VisitPlan",
    "WarrantDecision",
    "Whereabouts",
]
