"""The ledger's own facts: who answers for each subject."""

from dutybook.ledger.models import Allocation
from dutybook.ledger.registry import FactSource, register


def register_all() -> None:
    """Declare the ledger's fact models."""
    register(FactSource("allocation", Allocation))
