"""What was promised about a recommendation, by whom and by when, and what became of it."""

from django.db import models
from django.db.models import Q
from django.db.models.functions import Now

from dutybook.inspections.models.learning import Learning
from dutybook.inspections.models.limb import Limb
from dutybook.inspections.models.meeting import AccountMeeting
from dutybook.inspections.models.recommendation import Recommendation


class Party(models.TextChoices):
    """Whose promise it is."""

    FORCE = "force", "The force"
    POLICING_BODY = "policing_body", "The commissioner"


class PromisedIn(models.TextChoices):
    """Where it was promised."""

    RESPONSE = "response", "In the published response"
    MEETING = "meeting", "At a meeting that holds to account"
    BOARD = "board", "By a board of the force"
    CASE_AUDIT = "case_audit", "After records were tested"
    LEARNING = "learning", "From what was learnt"


class Commitment(models.Model):
    """Append-only: one promise. `by_when` is the day first promised; a step may move it.

    `amount` is whole pounds, None where no money was promised. `decided` is where the decision
    stands, `public_words` what may be published of it (empty: nothing).
    """

    append_only = True

    force = models.ForeignKey("access.Force", models.PROTECT, related_name="+")
    recommendation = models.ForeignKey(Recommendation, models.PROTECT, related_name="commitments")
    limb = models.ForeignKey(Limb, models.PROTECT, null=True, related_name="commitments")
    meeting = models.ForeignKey(
        AccountMeeting, models.PROTECT, null=True, related_name="commitments"
    )
    learning = models.ForeignKey(Learning, models.PROTECT, null=True, related_name="commitments")
    party = models.CharField(max_length=14, choices=Party.choices)
    promised_in = models.CharField(max_length=10, choices=PromisedIn.choices)
    what = models.TextField(max_length=2000)
    owner = models.CharField(max_length=160)
    amount = models.PositiveBigIntegerField(null=True)
    by_when = models.DateField()
    decided = models.CharField(max_length=200, blank=True, default="")
    public_words = models.TextField(max_length=1000, blank=True, default="")
    said_by = models.ForeignKey("access.User", models.PROTECT, related_name="+")
    said_at = models.DateTimeField()
    loaded_at = models.DateTimeField(db_default=Now(), editable=False)

    class Meta:
        indexes = [models.Index(fields=["force", "recommendation"], name="commitment_of_force")]
        constraints = [
            models.CheckConstraint(
                name="commitment_party_known", condition=Q(party__in=Party.values)
            ),
            models.CheckConstraint(
                name="commitment_promised_somewhere",
                condition=Q(promised_in__in=PromisedIn.values),
            ),
            models.CheckConstraint(
                name="commitment_of_a_meeting_names_it",
                condition=Q(promised_in="meeting", meeting__isnull=False)
                | (~Q(promised_in="meeting") & Q(meeting=None)),
            ),
            models.CheckConstraint(
                name="commitment_of_learning_names_it",
                condition=Q(promised_in="learning", learning__isnull=False)
                | (~Q(promised_in="learning") & Q(learning=None)),
            ),
            models.CheckConstraint(
                name="commitment_says_what_and_who", condition=~Q(what="") & ~Q(owner="")
            ),
        ]

    def __str__(self) -> str:
        return f"commitment {self.pk} on recommendation {self.recommendation_id}"


class StepKind(models.TextChoices):
    """What became of a commitment."""

    DELIVERED = "delivered", "Delivered"
    MOVED = "moved", "Moved to another day"
    DROPPED = "dropped", "Dropped"


class CommitmentStep(models.Model):
    """Append-only; the newest step stands. `day` is when it was delivered, or the new day; what
    was delivered or dropped and is moved afterwards is open again.
    """

    append_only = True

    commitment = models.ForeignKey(Commitment, models.PROTECT, related_name="steps")
    kind = models.CharField(max_length=10, choices=StepKind.choices)
    day = models.DateField(null=True)
    words = models.TextField(max_length=2000)
    said_by = models.ForeignKey("access.User", models.PROTECT, related_name="+")
    said_at = models.DateTimeField()
    loaded_at = models.DateTimeField(db_default=Now(), editable=False)

    class Meta:
        indexes = [models.Index(fields=["commitment", "-id"], name="commitment_step_newest")]
        constraints = [
            models.CheckConstraint(
                name="commitment_step_known", condition=Q(kind__in=StepKind.values)
            ),
            models.CheckConstraint(
                name="commitment_step_has_its_day",
                condition=Q(kind="dropped", day=None) | (~Q(kind="dropped") & Q(day__isnull=False)),
            ),
            models.CheckConstraint(
                name="commitment_step_says_why", condition=~Q(words__regex=r"^\s*$")
            ),
        ]

    def __str__(self) -> str:
        return f"{self.kind} of commitment {self.commitment_id}"
