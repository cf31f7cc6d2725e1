"""How what is held of staff becomes facts."""

from dutybook.ledger.registry import FactSource, register
from dutybook.records.workforce import models


def register_all() -> None:
    """Declare every fact model of the room."""
    register(FactSource("role", models.Role))
    register(FactSource("screening", models.Screening))
