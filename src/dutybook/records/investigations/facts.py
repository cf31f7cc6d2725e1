"""How the records of investigations become facts."""

from dutybook.ledger.registry import FactSource, register
from dutybook.records.investigations import models


def register_all() -> None:
    """Declare every fact model of the room."""
    register(FactSource("referral", models.Referral))
    register(FactSource("grade", models.Grade))
    register(FactSource("enforcement", models.Enforcement))
    register(FactSource("investigation_end", models.InvestigationEnd))
    register(FactSource("bail_segment", models.BailSegment))
    register(FactSource("bail_end", models.BailEnd))
    register(FactSource("bail_check", models.BailCheck))
