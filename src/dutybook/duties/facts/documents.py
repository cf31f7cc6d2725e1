"""Facts about documents and processes that the force must have: one subject is one document."""

from dutybook.duties.columns import Code, FactTable, Flag, Instant


class DocumentKind(FactTable):
    """What a document that the force needs is, from `at` on; `withdrawn` when it needs none."""

    key = "document_kind"
    subject = "document"
    kind = Code(
        "what it is",
        "escalation_policy",
        "family_leaflet",
        "suspect_leaflet",
        "operating_model",
        "data_review",
        "demand_forecast",
        "abstraction_policy",
        "authorisation_process",
        "follow_on_services",
        "supervisor_referral_route",
        "two_way_process",
        "staffing_plan",
        "withdrawn",
        required=True,
    )


class DocumentApproved(FactTable):
    """A version of a document was approved by somebody who may approve it."""

    key = "document_approved"
    subject = "document"
    until = Instant("when its review is due")


class DocumentOwner(FactTable):
    """Somebody was named who answers for a document."""

    key = "document_owner"
    subject = "document"


class DocumentOwnerLeft(FactTable):
    """The person who answered for a document left, and nobody has taken it over."""

    key = "document_owner_left"
    subject = "document"


class DocumentWithdrawn(FactTable):
    """The version of a document in force was withdrawn without another in its place."""

    key = "document_withdrawn"
    subject = "document"


class ForecastReach(FactTable):
    """A demand forecast was found to look back on past trends and ahead five years."""

    key = "forecast_reach"
    subject = "document"
    until = Instant("when it will no longer reach five years as the force counts it")


class StockCheck(FactTable):
    """It was checked that copies of a leaflet are at hand where they are needed."""

    key = "stock_check"
    subject = "document"
    found = Flag("were copies of the version in force found everywhere")
