"""The letters that go with a response, and when each was sent (Police Act 1996, section 55)."""

from django.db import models
from django.db.models import Q
from django.db.models.functions import Now

from dutybook.inspections.models.inspection import Inspection


class LetterTo(models.TextChoices):
    """Whom section 55 names: the chief officer is invited to comment (4); copies of what is
    published go to the inspectors of constabulary and to the Secretary of State (6)."""

    CHIEF_OFFICER = "chief_officer", "The chief officer, invited to comment"
    INSPECTORATE = "inspectorate", "The inspectors of constabulary"
    SECRETARY_OF_STATE = "secretary_of_state", "The Secretary of State"


class SentLetter(models.Model):
    """Append-only: that a letter was sent. `release_number` is the release of which it brought a
    copy, None for the invitation; `answer_by` the day before which the chief officer was asked to
    comment. A letter sent again is a new row.
    """

    append_only = True

    force = models.ForeignKey("access.Force", models.PROTECT, related_name="+")
    inspection = models.ForeignKey(Inspection, models.PROTECT, related_name="letters")
    to = models.CharField(max_length=20, choices=LetterTo.choices)
    release_number = models.PositiveSmallIntegerField(null=True)
    sent_on = models.DateField()
    how = models.CharField(max_length=200)
    reference = models.CharField(max_length=200, blank=True, default="")
    answer_by = models.DateField(null=True)
    said_by = models.ForeignKey("access.User", models.PROTECT, related_name="+")
    said_at = models.DateTimeField()
    loaded_at = models.DateTimeField(db_default=Now(), editable=False)

    class Meta:
        indexes = [models.Index(fields=["force", "inspection", "-id"], name="letter_newest")]
        constraints = [
            models.CheckConstraint(name="letter_to_known", condition=Q(to__in=LetterTo.values)),
            models.CheckConstraint(
                name="letter_invites_or_brings_a_release",
                condition=Q(to="chief_officer", release_number=None, answer_by__isnull=False)
                | (~Q(to="chief_officer") & Q(release_number__isnull=False) & Q(answer_by=None)),
            ),
            models.CheckConstraint(name="letter_sent_somehow", condition=~Q(how="")),
        ]

    def __str__(self) -> str:
        return f"letter {self.pk} to {self.to}"
