"""Who asked to be told of an offender's risk, and what was decided."""

from django.db import models

from dutybook.ledger.fact_models import PastFactVersion, choice_field, choice_known

ROUTES = ("sarahs_law", "agency", "other")
"""How a request came: the Child Sex Offender Disclosure Scheme, another agency, another way."""


class DisclosureRequest(PastFactVersion):
    """Somebody asked to be told. Who asked stands in the force's own system, by its reference."""

    fact_table = "disclosure_request"

    route = models.CharField(max_length=16, choices=[(one, one) for one in ROUTES])
    reference = models.CharField(max_length=80, blank=True, default="")
    note = models.TextField(max_length=4000, blank=True, default="")

    class Meta(PastFactVersion.Meta):
        constraints = [
            *PastFactVersion.Meta.constraints,
            models.CheckConstraint(
                name="disclosure_request_route_known", condition=models.Q(route__in=ROUTES)
            ),
        ]

    def __str__(self) -> str:
        return f"disclosure request {self.fact_id} version {self.version}"


class DisclosureDecision(PastFactVersion):
    """Whether to disclose, with the reasons; `told` says to whom where it is to be done."""

    fact_table = "disclosure_decision"

    decision = choice_field("disclosure_decision", "decision")
    told = models.CharField(max_length=200, blank=True, default="")
    rationale = models.TextField(max_length=4000)

    class Meta(PastFactVersion.Meta):
        constraints = [
            *PastFactVersion.Meta.constraints,
            choice_known("disclosure_decision", "decision"),
        ]

    def __str__(self) -> str:
        return f"disclosure decision {self.fact_id} version {self.version}"
