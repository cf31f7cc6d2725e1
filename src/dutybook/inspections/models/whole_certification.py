"""A claim that a recommendation is met as a whole: proposed by one, certified by another."""

from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Now

from dutybook.inspections.models.recommendation import Recommendation


class WholeProposal(models.Model):
    """What the force would say of a whole recommendation; append-only."""

    append_only = True

    force = models.ForeignKey("access.Force", models.PROTECT, related_name="+")
    recommendation = models.ForeignKey(Recommendation, models.PROTECT, related_name="proposals")
    claim = models.TextField(max_length=4000)
    said_by = models.ForeignKey("access.User", models.PROTECT, related_name="+")
    said_at = models.DateTimeField()
    loaded_at = models.DateTimeField(db_default=Now(), editable=False)

    class Meta:
        indexes = [
            models.Index(fields=["force", "recommendation", "-id"], name="whole_proposal_newest")
        ]
        constraints = [
            models.CheckConstraint(
                name="whole_proposal_has_claim", condition=~Q(claim__regex=r"^\s*$")
            ),
        ]

    def __str__(self) -> str:
        return f"proposal {self.pk} on recommendation {self.recommendation_id}"


class WholeCertification(models.Model):
    """The answer to a proposal, by a chief officer who did not prepare it; append-only.

    It freezes every limb as it stood: `limbs` is a list of objects with code, certification (the
    number of the one that stood), finding and figures. `all_shown` says whether the records fully
    showed every limb; where not, certifying needs `reason` and its disclosure-checked form.
    """

    CERTIFIED, DECLINED = "certified", "declined"

    append_only = True

    proposal = models.OneToOneField(WholeProposal, models.PROTECT, related_name="answer")
    proposed_by = models.ForeignKey("access.User", models.PROTECT, related_name="+")
    outcome = models.CharField(
        max_length=12, choices=[(CERTIFIED, "Certified"), (DECLINED, "Declined")]
    )
    reason = models.TextField(max_length=4000, blank=True, default="")
    public_reason = models.TextField(max_length=2000, blank=True, default="")
    all_shown = models.BooleanField()
    limbs = models.JSONField(default=list)
    day = models.DateField()
    said_by = models.ForeignKey("access.User", models.PROTECT, related_name="+")
    said_at = models.DateTimeField()
    loaded_at = models.DateTimeField(db_default=Now(), editable=False)

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="whole_outcome_known", condition=Q(outcome__in=["certified", "declined"])
            ),
            models.CheckConstraint(
                name="whole_certified_by_another", condition=~Q(said_by=F("proposed_by"))
            ),
            models.CheckConstraint(
                name="whole_against_the_records_has_reasons",
                condition=Q(outcome="certified", all_shown=True)
                | Q(outcome="certified") & ~Q(reason="") & ~Q(public_reason="")
                | Q(outcome="declined") & ~Q(reason=""),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.outcome} proposal {self.proposal_id} on a recommendation"


class WholeWithdrawal(models.Model):
    """A certification of a recommendation taken back, with the reason; append-only."""

    append_only = True

    certification = models.OneToOneField(
        WholeCertification, models.PROTECT, related_name="withdrawal"
    )
    reason = models.TextField(max_length=4000)
    said_by = models.ForeignKey("access.User", models.PROTECT, related_name="+")
    said_at = models.DateTimeField()
    loaded_at = models.DateTimeField(db_default=Now(), editable=False)

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="whole_withdrawal_has_reason", condition=~Q(reason__regex=r"^\s*$")
            ),
        ]

    def __str__(self) -> str:
        return f"withdrawal of certification {self.certification_id} of a recommendation"
