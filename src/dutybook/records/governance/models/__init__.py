"""What the force itself must have; documents and agreements, a file each."""

from dutybook.records.governance.models.agreement import (
    Agreement,
    AgreementEnded,
    AgreementKind,
    AgreementOwner,
    AgreementSigned,
    EscalationAnswer,
    PartnerEscalation,
    PartnerReview,
)
from dutybook.records.governance.models.document import (
    DocumentApproved,
    DocumentKind,
    DocumentOwner,
    DocumentOwnerLeft,
    DocumentWithdrawn,
    ForceDocument,
    ForecastReach,
    StockCheck,
)

__all__ = [
    "Agreement",
    "AgreementEnded",
    "AgreementKind",
    "AgreementOwner",
    "AgreementSigned",
    "DocumentApproved",
    "DocumentKind",
    "DocumentOwner",
    "DocumentOwnerLeft",
    "DocumentWithdrawn",
    "EscalationAnswer",
    "ForceDocument",
    "ForecastReach",
    "PartnerEscalation",
    "PartnerReview",
    "StockCheck",
]
