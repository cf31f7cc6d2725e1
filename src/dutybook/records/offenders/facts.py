"""How offender management's records become facts."""

from dutybook.ledger.registry import FactSource, Filled, register
from dutybook.records.offenders import models


def register_all() -> None:
    """Declare every fact model of the room."""
    register(FactSource("registration", models.Registration))
    register(FactSource("community_status", models.CommunityStatus))
    register(FactSource("risk_level", models.RiskLevel))
    register(FactSource("management", models.Management))
    register(FactSource("visit_plan", models.VisitPlan))
    register(FactSource("visit", models.Visit))
    register(
        FactSource(
            "visit_authorisation",
            models.VisitAuthorisation,
            {"of": "of_fact", "rationale": Filled("rationale")},
        )
    )
    register(FactSource("arms_applicability", models.ArmsApplicability))
    register(FactSource("arms_assessment", models.ArmsAssessment))
    register(FactSource("risk_plan", models.RiskPlan))
    register(FactSource("supervisor_review", models.SupervisorReview, {"of": "of_fact"}))
    register(
        FactSource("authorisation_assessment", models.AuthorisationAssessment, {"of": "of_fact"})
    )
    register(FactSource("entry_attempt", models.EntryAttempt))
    register(
        FactSource("warrant_decision", models.WarrantDecision, {"rationale": Filled("rationale")})
    )
    register(FactSource("whereabouts", models.Whereabouts))
    register(FactSource("missing_plan", models.MissingPlan))
    register(FactSource("missing_review", models.MissingReview))
    register(FactSource("other_assessment", models.OtherAssessment, {"reason": Filled("reason")}))
    register(FactSource("database_check", models.DatabaseCheck))
    register(FactSource("database_assessment", models.DatabaseAssessment, {"of": "of_fact"}))
    register(FactSource("reactive_evidence", models.ReactiveEvidence))
    register(FactSource("reactive_trigger", models.ReactiveTrigger))
    register(
        FactSource(
            "risk_review",
            models.RiskReview,
            {"of": "of_fact", "rationale": Filled("rationale")},
        )
    )
    register(FactSource("relevant_date", models.RelevantDate))
    register(FactSource("notification", models.Notification, {"of": "of_fact"}))
    register(FactSource("notifiable_change", models.NotifiableChange))
    register(FactSource("residence", models.Residence))
    register(FactSource("foreign_travel", models.ForeignTravel))
    register(FactSource("travel_return", models.TravelReturn))
    register(FactSource("notification_breach", models.NotificationBreach))
    register(FactSource("breach_recorded", models.BreachRecorded, {"of": "of_fact"}))
    register(
        FactSource(
            "breach_decision",
            models.BreachDecision,
            {"of": "of_fact", "rationale": Filled("rationale")},
        )
    )
    register(FactSource("disclosure_request", models.DisclosureRequest))
    register(
        FactSource(
            "disclosure_decision", models.DisclosureDecision, {"rationale": Filled("rationale")}
        )
    )
    register(FactSource("further_offence", models.FurtherOffence))
    register(FactSource("further_offence_review", models.OffenceReview, {"of": "of_fact"}))
    register_orders()
    register_managing()


def register_managing() -> None:
    """Declare what is recorded of managing the risk from day to day, and with whom."""
    register(FactSource("risk_trigger", models.RiskTrigger))
    register(
        FactSource(
            "risk_trigger_decision",
            models.RiskTriggerDecision,
            {"of": "of_fact", "rationale": Filled("rationale")},
        )
    )
    register(FactSource("plan_action", models.PlanAction))
    register(
        FactSource(
            "plan_action_end",
            models.PlanActionEnd,
            {"of": "of_fact", "rationale": Filled("rationale")},
        )
    )
    register(FactSource("mappa_level", models.MappaLevel))
    register(FactSource("mappa_meeting", models.MappaMeeting))
    register(FactSource("joint_request", models.JointRequest))
    register(FactSource("joint_answer", models.JointAnswer, {"of": "of_fact"}))
    register(FactSource("monitoring", models.Monitoring))
    register(FactSource("monitoring_check", models.MonitoringCheck))


def register_orders() -> None:
    """Declare what is recorded of orders."""
    register(FactSource("order_decision", models.OrderDecision, {"rationale": Filled("rationale")}))
    register(FactSource("order_made", models.OrderMade))
    register(FactSource("order_state", models.OrderState))
    register(FactSource("order_check", models.OrderCheck))
    register(
        FactSource(
            "order_end_decision", models.OrderEndDecision, {"rationale": Filled("rationale")}
        )
    )
    register(FactSource("order_breach", models.OrderBreach))
    register(
        FactSource(
            "order_breach_decision",
            models.OrderBreachDecision,
            {"of": "of_fact", "rationale": Filled("rationale")},
        )
    )
