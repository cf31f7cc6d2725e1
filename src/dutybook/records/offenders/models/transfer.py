"""An offender sent to another force or from one, and what the receiving force answered."""

from django.db import models
from django.db.models import Q


class Transfer(models.Model):
    """One package, sent `out` to another force or come `in` from one.

    Until the receiver accepts, everything stays owed by the sender: here for `out`, there for `in`.
    `sent_on` is the day it was sent, or for one that came in, the day it was received.
    """

    OUT, IN = "out", "in"
    DIRECTIONS = ((OUT, "to another force"), (IN, "from another force"))

    append_only = True

    subject = models.ForeignKey("ledger.Subject", models.PROTECT, related_name="transfers")
    direction = models.CharField(max_length=3, choices=DIRECTIONS, default=OUT)
    force = models.CharField(max_length=120)
    contact = models.CharField(max_length=200)
    reason = models.TextField(max_length=4000)
    sent_on = models.DateField()
    recorded_by = models.ForeignKey("access.User", models.PROTECT, null=True, related_name="+")
    recorded_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="transfer_names_force_and_reason", condition=~Q(force="") & ~Q(reason="")
            ),
            models.CheckConstraint(
                name="transfer_goes_out_or_in", condition=Q(direction__in=["out", "in"])
            ),
        ]
        indexes = [models.Index(fields=["subject", "-id"], name="transfer_of_subject")]

    def __str__(self) -> str:
        return f"transfer {self.pk}"


class TransferAnswer(models.Model):
    """What the receiver answered, or that the sender took it back; one for each transfer.

    `status_fact` is the fact by which an accepted offender counts as transferred, or as managed
    here from then on.
    """

    ACCEPTED, REFUSED, TAKEN_BACK = "accepted", "refused", "taken_back"
    OUTCOMES = (
        (ACCEPTED, "accepted"),
        (REFUSED, "refused"),
        (TAKEN_BACK, "taken back"),
    )

    append_only = True

    transfer = models.OneToOneField(Transfer, models.PROTECT, related_name="answer")
    outcome = models.CharField(max_length=16, choices=OUTCOMES)
    answered_on = models.DateField()
    answered_by = models.CharField(max_length=200, blank=True, default="")
    note = models.TextField(max_length=4000, blank=True, default="")
    status_fact = models.BigIntegerField(null=True)
    recorded_by = models.ForeignKey("access.User", models.PROTECT, null=True, related_name="+")
    recorded_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="transfer_answer_known",
                condition=Q(outcome__in=["accepted", "refused", "taken_back"]),
            ),
            models.CheckConstraint(
                name="transfer_accepted_by_somebody_with_its_fact",
                condition=(
                    Q(outcome="accepted", status_fact__isnull=False) & ~Q(answered_by="")
                    | ~Q(outcome="accepted") & Q(status_fact=None)
                ),
            ),
            models.CheckConstraint(
                name="transfer_refused_with_its_reason",
                condition=Q(outcome="accepted") | ~Q(note=""),
            ),
        ]

    def __str__(self) -> str:
        return f"answer to transfer {self.transfer_id}"
