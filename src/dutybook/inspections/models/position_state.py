"""What a named person says the force's words amount to, limb by limb."""

from django.db import models
from django.db.models import Q
from django.db.models.functions import Now

from dutybook.inspections.models.limb import Limb
from dutybook.inspections.models.position import Position


class ForceState(models.TextChoices):
    """The states of a force's position. None of them is closure, and none says that it is true."""

    NOT_ADDRESSED = "not_addressed", "Not addressed"
    NOT_ACCEPTED = "not_accepted", "Not accepted"
    NOT_APPLICABLE = "not_applicable", "Not applicable"
    NOT_STARTED = "not_started", "Not started"
    IN_PROGRESS = "in_progress", "In progress"
    DEFERRED = "deferred", "Deferred"
    CLAIMS_COMPLETE = "claims_complete", "Claims complete"
    SELF_CERTIFIED = "self_certified", "Self-certified"


NEEDS_REASONS = ("not_accepted", "not_applicable", "deferred")


class PositionState(models.Model):
    """Append-only; the newest row for a position and limb is the one that stands.

    `mapped_by` is a person, always: the state is a reading of words, never a program's. A deferral
    needs a new date and an interim control; a self-certification names signatory and rank, or reads
    *signatory not stated*.
    """

    append_only = True

    position = models.ForeignKey(Position, models.PROTECT, related_name="states")
    limb = models.ForeignKey(Limb, models.PROTECT, related_name="states")
    state = models.CharField(max_length=20, choices=ForceState.choices)
    reasons = models.TextField(blank=True)
    signatory = models.CharField(max_length=200, blank=True)
    signatory_rank = models.CharField(max_length=60, blank=True)
    milestone = models.TextField(blank=True)
    end_date = models.DateField(null=True)
    interim_control = models.TextField(blank=True)
    mapped_by = models.ForeignKey("access.User", models.PROTECT, related_name="+")
    mapped_at = models.DateTimeField()
    loaded_at = models.DateTimeField(db_default=Now(), editable=False)

    class Meta:
        indexes = [models.Index(fields=["position", "limb", "-id"], name="position_state_newest")]
        constraints = [
            models.CheckConstraint(
                name="position_state_known", condition=Q(state__in=ForceState.values)
            ),
            models.CheckConstraint(
                name="position_state_has_reasons",
                condition=~Q(state__in=NEEDS_REASONS) | ~Q(reasons=""),
            ),
            models.CheckConstraint(
                name="position_state_deferral_is_bounded",
                condition=~Q(state="deferred")
                | (Q(end_date__isnull=False) & ~Q(interim_control="")),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.state} on limb {self.limb_id}"
