"""On whom and on what a limb rests: who owns it, and the evidence, each dated and append-only."""

from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Now

from dutybook.inspections.models.limb import Limb
from dutybook.inspections.models.recommendation import Recommendation


class Ownership(models.Model):
    """Who owns a limb, or a recommendation as a whole, and which board decides on it; the newest
    row of a force stands for each.

    `minute` is where that was decided. Posts, not only names: people change.
    """

    append_only = True

    force = models.ForeignKey("access.Force", models.PROTECT, related_name="+")
    limb = models.ForeignKey(Limb, models.PROTECT, null=True, related_name="ownerships")
    recommendation = models.ForeignKey(
        Recommendation, models.PROTECT, null=True, related_name="ownerships"
    )
    senior_owner = models.CharField(max_length=160)
    delivery_owner = models.CharField(max_length=160)
    board = models.CharField(max_length=160)
    minute = models.CharField(max_length=200)
    said_by = models.ForeignKey("access.User", models.PROTECT, related_name="+")
    said_at = models.DateTimeField()
    loaded_at = models.DateTimeField(db_default=Now(), editable=False)

    class Meta:
        indexes = [
            models.Index(fields=["force", "limb", "-id"], name="ownership_newest"),
            models.Index(fields=["force", "recommendation", "-id"], name="ownership_of_whole"),
        ]
        constraints = [
            models.CheckConstraint(
                name="ownership_of_one_or_the_other",
                condition=Q(limb=None, recommendation__isnull=False)
                | Q(limb__isnull=False, recommendation=None),
            ),
            models.CheckConstraint(
                name="ownership_names_all",
                condition=~Q(senior_owner="")
                & ~Q(delivery_owner="")
                & ~Q(board="")
                & ~Q(minute=""),
            ),
        ]

    def __str__(self) -> str:
        of = f"recommendation {self.recommendation_id}" if self.recommendation_id else "a limb"
        return f"ownership {self.pk} of {of}"


class EvidenceKind(models.TextChoices):
    """What an item of evidence is."""

    FIGURES = "figures", "What the records showed"
    DOCUMENT = "document", "A document"
    ATTESTATION = "attestation", "A named person's word"


class LimbEvidence(models.Model):
    """One item of evidence. `speaks_for` is the day that it is about, `said_at` when it was added.

    `figures` are frozen as a certification freezes them, for items that are the records' own.
    After `expires_on` the item is no evidence any more.
    """

    append_only = True

    force = models.ForeignKey("access.Force", models.PROTECT, related_name="+")
    limb = models.ForeignKey(Limb, models.PROTECT, related_name="evidence")
    kind = models.CharField(max_length=12, choices=EvidenceKind.choices)
    title = models.CharField(max_length=200)
    reference = models.CharField(max_length=300, blank=True, default="")
    attested_by = models.CharField(max_length=160, blank=True, default="")
    speaks_for = models.DateField()
    expires_on = models.DateField(null=True)
    figures = models.JSONField(default=list)
    said_by = models.ForeignKey("access.User", models.PROTECT, related_name="+")
    said_at = models.DateTimeField()
    loaded_at = models.DateTimeField(db_default=Now(), editable=False)

    class Meta:
        indexes = [models.Index(fields=["force", "limb"], name="evidence_of_limb")]
        constraints = [
            models.CheckConstraint(
                name="evidence_kind_known", condition=Q(kind__in=EvidenceKind.values)
            ),
            models.CheckConstraint(name="evidence_has_title", condition=~Q(title="")),
            models.CheckConstraint(
                name="evidence_of_a_document_says_where",
                condition=~Q(kind="document") | ~Q(reference=""),
            ),
            models.CheckConstraint(
                name="evidence_by_word_names_the_person",
                condition=~Q(kind="attestation") | ~Q(attested_by=""),
            ),
            models.CheckConstraint(
                name="evidence_expires_after_its_day",
                condition=Q(expires_on=None) | Q(expires_on__gte=F("speaks_for")),
            ),
        ]

    def __str__(self) -> str:
        return f"evidence {self.pk} of limb {self.limb_id}"


class EvidenceWithdrawal(models.Model):
    """An item taken back, with the reason; the item stays on record."""

    append_only = True

    evidence = models.OneToOneField(LimbEvidence, models.PROTECT, related_name="withdrawal")
    reason = models.TextField(max_length=2000)
    said_by = models.ForeignKey("access.User", models.PROTECT, related_name="+")
    said_at = models.DateTimeField()
    loaded_at = models.DateTimeField(db_default=Now(), editable=False)

    class Meta:
        constraints = [
            models.CheckConstraint(name="evidence_withdrawn_with_reason", condition=~Q(reason="")),
        ]

    def __str__(self) -> str:
        return f"withdrawal of evidence {self.evidence_id}"
