"""An offender sent to another force, and what that force answered."""

from django.db import models
from django.db.models import Q


class Transfer(models.Model):
    """One package sent to another force. Until that force accepts, everything stays owed here."""

    append_only = True

    subject = models.ForeignKey("ledger.Subject", models.PROTECT, related_name="transfers")
    to_force = models.CharField(max_length=120)
    contact = models.CharField(max_length=200)
    reason = models.TextField(max_length=4000)
    sent_on = models.DateField()
    recorded_by = models.ForeignKey("access.User", models.PROTECT, null=True, related_name="+")
    recorded_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="transfer_names_force_and_reason", condition=~Q(to_force="") & ~Q(reason="")
            ),
        ]
        indexes = [models.Index(fields=["subject", "-id"], name="transfer_of_subject")]

    def __str__(self) -> str:
        return f"transfer {self.pk}"


class TransferAnswer(models.Model):
    """What the other force answered, or that the package was taken back; one for each transfer.

    `status_fact` is the fact by which an accepted offender counts as transferred.
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
