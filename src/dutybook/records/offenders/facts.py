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
