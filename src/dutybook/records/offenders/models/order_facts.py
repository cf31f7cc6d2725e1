"""What happens to an order, from the court that made it to its end."""

from django.db import models
from django.db.models import F, Q

from dutybook.ledger.fact_models import PastFactVersion, choice_field, choice_known


class OrderDecision(PastFactVersion):
    """Whether to seek an order against an offender was decided; a reasoned no is a decision."""

    fact_table = "order_decision"

    decision = choice_field("order_decision", "decision")
    rationale = models.TextField(max_length=4000)

    class Meta(PastFactVersion.Meta):
        constraints = [
            *PastFactVersion.Meta.constraints,
            choice_known("order_decision", "decision"),
        ]

    def __str__(self) -> str:
        return f"order decision {self.fact_id} version {self.version}"


class OrderMade(PastFactVersion):
    """A court made or renewed the order, until the last instant of a day or until further order."""

    fact_table = "order_made"

    kind = choice_field("order_made", "kind")
    until = models.DateTimeField(null=True)

    class Meta(PastFactVersion.Meta):
        constraints = [
            *PastFactVersion.Meta.constraints,
            choice_known("order_made", "kind"),
            models.CheckConstraint(
                name="order_made_ends_after_it_begins",
                condition=Q(until=None) | Q(until__gt=F("at")),
            ),
        ]

    def __str__(self) -> str:
        return f"order made {self.fact_id} version {self.version}"


class OrderState(PastFactVersion):
    """Whether the order is in force, from `at` on; its end says why."""

    fact_table = "order_state"

    state = choice_field("order_state", "state")
    reason = models.TextField(max_length=4000, blank=True, default="")

    class Meta(PastFactVersion.Meta):
        constraints = [*PastFactVersion.Meta.constraints, choice_known("order_state", "state")]

    def __str__(self) -> str:
        return f"order state {self.fact_id} version {self.version}"


class OrderCheck(PastFactVersion):
    """The police checked by their own doing whether the conditions are kept."""

    fact_table = "order_check"

    method = models.CharField(max_length=80, blank=True, default="")
    findings = models.TextField(max_length=4000)
    done_by = models.ForeignKey("access.User", models.PROTECT, null=True, related_name="+")

    def __str__(self) -> str:
        return f"order check {self.fact_id} version {self.version}"


class OrderEndDecision(PastFactVersion):
    """What follows when the order runs out was decided, with the reasons."""

    fact_table = "order_end_decision"

    decision = choice_field("order_end_decision", "decision")
    rationale = models.TextField(max_length=4000)

    class Meta(PastFactVersion.Meta):
        constraints = [
            *PastFactVersion.Meta.constraints,
            choice_known("order_end_decision", "decision"),
        ]

    def __str__(self) -> str:
        return f"order end decision {self.fact_id} version {self.version}"


class OrderBreach(PastFactVersion):
    """It was established that a condition of the order was broken."""

    fact_table = "order_breach"

    note = models.TextField(max_length=4000)

    def __str__(self) -> str:
        return f"order breach {self.fact_id} version {self.version}"


class OrderBreachDecision(PastFactVersion):
    """What was decided about a breach of the order: arrest, charge or a reasoned no."""

    fact_table = "order_breach_decision"

    of_fact = models.BigIntegerField()
    of_version = models.PositiveSmallIntegerField(default=1)
    decision = choice_field("order_breach_decision", "decision")
    rationale = models.TextField(max_length=4000)

    class Meta(PastFactVersion.Meta):
        constraints = [
            *PastFactVersion.Meta.constraints,
            choice_known("order_breach_decision", "decision"),
        ]

    def __str__(self) -> str:
        return f"order breach decision {self.fact_id} version {self.version}"
