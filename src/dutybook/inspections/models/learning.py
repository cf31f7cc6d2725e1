"""What a force learnt: from a review of a theme, of what went wrong, or of what went well."""

from django.db import models
from django.db.models import Q
from django.db.models.functions import Now


class LearntFrom(models.TextChoices):
    """What it was learnt from."""

    THEME = "theme", "A thematic review"
    FURTHER_OFFENCE = "further_offence", "A review after a further offence"
    HARM = "harm", "A review after a death or serious harm"
    CASE_AUDITS = "case_audits", "Records read against their files"
    ELSEWHERE = "elsewhere", "Another force's or body's review"


class Learning(models.Model):
    """Append-only: one review and what it found. What is done about it are commitments."""

    append_only = True

    force = models.ForeignKey("access.Force", models.PROTECT, related_name="+")
    learnt_from = models.CharField(max_length=16, choices=LearntFrom.choices)
    title = models.CharField(max_length=200)
    ended_on = models.DateField()
    looked_at = models.TextField(max_length=4000)
    learnt = models.TextField(max_length=8000)
    led_by = models.CharField(max_length=160)
    kept_where = models.CharField(max_length=300, blank=True, default="")
    said_by = models.ForeignKey("access.User", models.PROTECT, related_name="+")
    said_at = models.DateTimeField()
    loaded_at = models.DateTimeField(db_default=Now(), editable=False)

    class Meta:
        indexes = [models.Index(fields=["force", "-ended_on"], name="learning_newest")]
        constraints = [
            models.CheckConstraint(
                name="learning_source_known", condition=Q(learnt_from__in=LearntFrom.values)
            ),
            models.CheckConstraint(
                name="learning_says_what",
                condition=~Q(title="") & ~Q(looked_at="") & ~Q(learnt="") & ~Q(led_by=""),
            ),
        ]

    def __str__(self) -> str:
        return f"learning {self.pk} of {self.ended_on}"
