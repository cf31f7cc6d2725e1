"""A claim that a limb is met: proposed by one person, certified or declined by another."""

from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Now

from dutybook.inspections.models.limb import Limb


class CertificationProposal(models.Model):
    """What the force would say of a limb, and on what it rests; append-only."""

    append_only = True

    force = models.ForeignKey("access.Force", models.PROTECT, related_name="+")
    limb = models.ForeignKey(Limb, models.PROTECT, related_name="proposals")
    claim = models.TextField(max_length=4000)
    evidence = models.TextField(max_length=4000)
    said_by = models.ForeignKey("access.User", models.PROTECT, related_name="+")
    said_at = models.DateTimeField()
    loaded_at = models.DateTimeField(db_default=Now(), editable=False)

    class Meta:
        indexes = [models.Index(fields=["force", "limb", "-id"], name="proposal_newest")]
        constraints = [
            models.CheckConstraint(
                name="proposal_has_claim_and_evidence",
                condition=~Q(claim__regex=r"^\s*$") & ~Q(evidence__regex=r"^\s*$"),
            ),
            # The target of a composite key: an answer knows who proposed.
            models.UniqueConstraint(fields=["id", "said_by"], name="proposal_by"),
        ]

    def __str__(self) -> str:
        return f"proposal {self.pk} on limb {self.limb_id}"


class Certification(models.Model):
    """The answer to a proposal, by a chief officer who did not prepare it; append-only.

    It freezes what the records showed: `finding`, its `figures` (a list of objects with duty,
    definition_version, digest, shown, of, unknown, no_standard) and their `day`. `reason` is needed
    to certify what the records do not fully show, `public_reason` is its disclosure-checked form.
    """

    CERTIFIED, DECLINED = "certified", "declined"
    FULLY_SHOWN = "fully_shown"

    append_only = True

    proposal = models.OneToOneField(CertificationProposal, models.PROTECT, related_name="answer")
    proposed_by = models.ForeignKey("access.User", models.PROTECT, related_name="+")
    outcome = models.CharField(
        max_length=12, choices=[(CERTIFIED, "Certified"), (DECLINED, "Declined")]
    )
    reason = models.TextField(max_length=4000, blank=True, default="")
    public_reason = models.TextField(max_length=2000, blank=True, default="")
    finding = models.CharField(max_length=32)
    figures = models.JSONField(default=list)
    day = models.DateField()
    said_by = models.ForeignKey("access.User", models.PROTECT, related_name="+")
    said_at = models.DateTimeField()
    loaded_at = models.DateTimeField(db_default=Now(), editable=False)

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="certification_outcome_known",
                condition=Q(outcome__in=["certified", "declined"]),
            ),
            models.CheckConstraint(
                name="certification_by_another", condition=~Q(said_by=F("proposed_by"))
            ),
            models.CheckConstraint(
                name="certification_against_the_records_has_reasons",
                condition=Q(outcome="certified", finding="fully_shown")
                | Q(outcome="certified") & ~Q(reason="") & ~Q(public_reason="")
                | Q(outcome="declined") & ~Q(reason=""),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.outcome} proposal {self.proposal_id}"


class CertificationWithdrawal(models.Model):
    """A certification taken back, with the reason; append-only."""

    append_only = True

    certification = models.OneToOneField(Certification, models.PROTECT, related_name="withdrawal")
    reason = models.TextField(max_length=4000)
    said_by = models.ForeignKey("access.User", models.PROTECT, related_name="+")
    said_at = models.DateTimeField()
    loaded_at = models.DateTimeField(db_default=Now(), editable=False)

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="withdrawal_has_reason", condition=~Q(reason__regex=r"^\s*$")
            ),
        ]

    def __str__(self) -> str:
        return f"withdrawal of certification {self.certification_id}"
