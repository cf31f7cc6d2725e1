"""The staff pulse: what those who do the work say of it, kept so that nobody can be told from it.

No answer is a row. A tally counts how often each answer was given; that somebody answered stands
apart, with no time, and neither says when or what. See docs/decisions/0061.
"""

from django.db import models
from django.db.models import Q
from django.db.models.functions import Now

from dutybook.inspections.models.limb import Limb


class PulseAnswer(models.TextChoices):
    """What can be said of a statement."""

    AGREE = "agree", "I agree"
    NEITHER = "neither", "Neither"
    DISAGREE = "disagree", "I disagree"


class Pulse(models.Model):
    """Append-only: one round of statements, open from the day it was begun to `closes_on`.

    `asked` says how many people of each unit were asked when it was begun, `fewest` how many must
    have answered before a figure is shown: the force's setting of that moment, which staff were
    told and which no later setting lowers.
    """

    append_only = True

    force = models.ForeignKey("access.Force", models.PROTECT, related_name="+")
    title = models.CharField(max_length=120)
    closes_on = models.DateField()
    asked = models.JSONField()
    fewest = models.PositiveSmallIntegerField()
    said_by = models.ForeignKey("access.User", models.PROTECT, related_name="+")
    said_at = models.DateTimeField()
    loaded_at = models.DateTimeField(db_default=Now(), editable=False)

    class Meta:
        indexes = [models.Index(fields=["force", "-closes_on"], name="pulse_newest")]
        constraints = [
            models.CheckConstraint(name="pulse_has_a_title", condition=~Q(title="")),
        ]

    def __str__(self) -> str:
        return f"pulse {self.pk} until {self.closes_on}"


class PulseStatement(models.Model):
    """Append-only: one statement, and the limb beside whose finding its answers are shown."""

    append_only = True

    pulse = models.ForeignKey(Pulse, models.PROTECT, related_name="statements")
    place = models.PositiveSmallIntegerField()
    words = models.CharField(max_length=300)
    limb = models.ForeignKey(Limb, models.PROTECT, null=True, related_name="+")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["pulse", "place"], name="pulse_statement_place"),
            models.CheckConstraint(name="pulse_statement_says_something", condition=~Q(words="")),
        ]

    def __str__(self) -> str:
        return f"statement {self.place} of pulse {self.pulse_id}"


class PulseTally(models.Model):
    """How often one answer was given to one statement in one unit; made with the pulse, at 0."""

    statement = models.ForeignKey(PulseStatement, models.PROTECT, related_name="tallies")
    unit = models.CharField(max_length=30)
    answer = models.CharField(max_length=10, choices=PulseAnswer.choices)
    given = models.PositiveIntegerField(default=0)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["statement", "unit", "answer"], name="pulse_tally_one"),
            models.CheckConstraint(
                name="pulse_tally_answer_known", condition=Q(answer__in=PulseAnswer.values)
            ),
        ]

    def __str__(self) -> str:
        return f"{self.answer} to statement {self.statement_id} in {self.unit}"


class PulseTaken(models.Model):
    """Append-only: that somebody took part. No time stands in it, on purpose."""

    append_only = True

    pulse = models.ForeignKey(Pulse, models.PROTECT, related_name="taken")
    user = models.ForeignKey("access.User", models.PROTECT, related_name="+")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["pulse", "user"], name="pulse_taken_once"),
        ]

    def __str__(self) -> str:
        return f"part in pulse {self.pulse_id}"
