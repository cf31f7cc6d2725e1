"""One civil order against an offender, and what it says."""

from django.db import models
from django.db.models import Q
from django.db.models.functions import Now

from dutybook.access.history import tracked
from dutybook.duties.facts import TABLES, Code

_KIND = TABLES["order_made"].columns["kind"]
assert isinstance(_KIND, Code)
ORDER_KINDS = _KIND.choices
"""Which order; those that were replaced by others (a sexual offences prevention order) still bind
where they are in force."""


@tracked()
class Order(models.Model):
    """The whole order; that it was made, is in force, was checked or broken are facts about it."""

    subject = models.OneToOneField(
        "ledger.Subject", models.PROTECT, primary_key=True, related_name="order"
    )
    offender = models.ForeignKey("offenders.Offender", models.PROTECT, related_name="orders")
    kind = models.CharField(max_length=16, choices=[(one, one) for one in ORDER_KINDS])

    class Meta:
        constraints = [
            models.CheckConstraint(name="order_kind_known", condition=Q(kind__in=ORDER_KINDS))
        ]

    def __str__(self) -> str:
        return f"order {self.pk}"


class OrderTerms(models.Model):
    """What an order says from a day on: as the court made it, then as often as it was varied."""

    append_only = True

    order = models.ForeignKey(Order, models.PROTECT, related_name="terms")
    from_day = models.DateField()
    court = models.CharField(max_length=200)
    conditions = models.TextField(max_length=8000)
    recorded_by = models.ForeignKey("access.User", models.PROTECT, null=True, related_name="+")
    recorded_at = models.DateTimeField()
    loaded_at = models.DateTimeField(db_default=Now(), editable=False)

    class Meta:
        constraints = [
            models.CheckConstraint(name="order_terms_say_what", condition=~Q(conditions="")),
            models.CheckConstraint(name="order_terms_name_a_court", condition=~Q(court="")),
        ]
        indexes = [models.Index(fields=["order", "-from_day", "-id"], name="order_terms_newest")]

    def __str__(self) -> str:
        return f"terms {self.pk} of order {self.order_id}"
