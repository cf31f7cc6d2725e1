"""How documents and agreements become facts."""

from dutybook.ledger.registry import FactSource, register
from dutybook.records.governance import models


def register_all() -> None:
    """Declare every fact model of the room."""
    register(FactSource("document_kind", models.DocumentKind))
    register(FactSource("document_approved", models.DocumentApproved))
    register(FactSource("document_owner", models.DocumentOwner))
    register(FactSource("document_owner_left", models.DocumentOwnerLeft))
    register(FactSource("document_withdrawn", models.DocumentWithdrawn))
    register(FactSource("forecast_reach", models.ForecastReach))
    register(FactSource("stock_check", models.StockCheck))
    register(FactSource("agreement_kind", models.AgreementKind))
    register(FactSource("agreement_signed", models.AgreementSigned))
    register(FactSource("agreement_ended", models.AgreementEnded))
    register(FactSource("agreement_owner", models.AgreementOwner))
    register(FactSource("partner_review", models.PartnerReview))
    register(FactSource("partner_escalation", models.PartnerEscalation))
    register(FactSource("partner_escalation_answer", models.EscalationAnswer, {"of": "of_fact"}))
