"""A document or process that the force must have, and what is recorded about it.

The document itself is kept elsewhere: here are its title, its kept_at, and who approved it.
"""

from django.db import models
from django.db.models import Q

from dutybook.access.history import tracked
from dutybook.ledger.fact_models import PastFactVersion, choice_field, choice_known


@tracked()
class ForceDocument(models.Model):
    """One document of the force, by its title."""

    subject = models.OneToOneField(
        "ledger.Subject", models.PROTECT, primary_key=True, related_name="document"
    )
    force = models.ForeignKey("access.Force", models.PROTECT, related_name="+")
    title = models.CharField(max_length=160)

    class Meta:
        constraints = [
            models.CheckConstraint(name="document_has_a_title", condition=~Q(title="")),
            models.UniqueConstraint(
                fields=["force", "title"], name="document_title_once_in_a_force"
            ),
        ]

    def __str__(self) -> str:
        return f"document {self.pk}"


class DocumentKind(PastFactVersion):
    """What the document is for, and that the force needs it from `at` on; or needs it no more."""

    fact_table = "document_kind"

    kind = choice_field("document_kind", "kind")
    reason = models.TextField(max_length=4000, blank=True, default="")

    class Meta(PastFactVersion.Meta):
        constraints = [*PastFactVersion.Meta.constraints, choice_known("document_kind", "kind")]

    def __str__(self) -> str:
        return f"document kind {self.fact_id} version {self.version}"


class DocumentApproved(PastFactVersion):
    """A version was approved; it counts until its review is due."""

    fact_table = "document_approved"

    until = models.DateTimeField()
    approved_by = models.CharField(max_length=200)
    kept_at = models.CharField(max_length=200)

    class Meta(PastFactVersion.Meta):
        constraints = [
            *PastFactVersion.Meta.constraints,
            models.CheckConstraint(
                name="document_approved_by_somebody",
                condition=~Q(approved_by="") & ~Q(kept_at=""),
            ),
            models.CheckConstraint(
                name="document_approved_until_later", condition=Q(until__gt=models.F("at"))
            ),
        ]

    def __str__(self) -> str:
        return f"approval {self.fact_id} version {self.version}"


class DocumentOwner(PastFactVersion):
    """Somebody answers for the document: a post, or a name."""

    fact_table = "document_owner"

    post = models.CharField(max_length=200)

    class Meta(PastFactVersion.Meta):
        constraints = [
            *PastFactVersion.Meta.constraints,
            models.CheckConstraint(name="document_owner_named", condition=~Q(post="")),
        ]

    def __str__(self) -> str:
        return f"document owner {self.fact_id} version {self.version}"


class DocumentOwnerLeft(PastFactVersion):
    """Whoever answered for the document no longer does."""

    fact_table = "document_owner_left"

    note = models.TextField(max_length=4000, blank=True, default="")

    def __str__(self) -> str:
        return f"document owner left {self.fact_id} version {self.version}"


class DocumentWithdrawn(PastFactVersion):
    """The version in force was withdrawn and none stands in its place."""

    fact_table = "document_withdrawn"

    reason = models.TextField(max_length=4000)

    class Meta(PastFactVersion.Meta):
        constraints = [
            *PastFactVersion.Meta.constraints,
            models.CheckConstraint(name="document_withdrawn_with_reason", condition=~Q(reason="")),
        ]

    def __str__(self) -> str:
        return f"withdrawal of a document {self.fact_id} version {self.version}"


class ForecastReach(PastFactVersion):
    """A forecast was found to look back on past trends and ahead five years, until a day."""

    fact_table = "forecast_reach"

    until = models.DateTimeField()
    note = models.TextField(max_length=4000, blank=True, default="")

    class Meta(PastFactVersion.Meta):
        constraints = [
            *PastFactVersion.Meta.constraints,
            models.CheckConstraint(
                name="forecast_reaches_until_later", condition=Q(until__gt=models.F("at"))
            ),
        ]

    def __str__(self) -> str:
        return f"forecast reach {self.fact_id} version {self.version}"


class StockCheck(PastFactVersion):
    """Somebody looked whether copies in force are at hand; `found` is empty when nobody said."""

    fact_table = "stock_check"

    found = models.BooleanField(null=True)
    note = models.TextField(max_length=4000, blank=True, default="")

    def __str__(self) -> str:
        return f"stock check {self.fact_id} version {self.version}"
