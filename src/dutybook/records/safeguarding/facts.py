"""How records of children at risk become facts."""

from dutybook.ledger.registry import FactSource, Filled, register
from dutybook.records.safeguarding import models


def register_all() -> None:
    """Declare every fact model of the room."""
    register(FactSource("child_at_risk", models.ChildAtRisk))
    register(
        FactSource(
            "safeguarding_decision",
            models.SafetyDecision,
            {"of": "of_fact", "rationale": Filled("rationale")},
        )
    )
    register(FactSource("social_care_told", models.SocialCareTold, {"of": "of_fact"}))
    register(FactSource("social_care_answer", models.SocialCareAnswer, {"of": "of_fact"}))
