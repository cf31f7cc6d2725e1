"""What the commissioner's office asks the force about a limb, and what the force answers."""

from django.db import models
from django.db.models import Q
from django.db.models.functions import Now

from dutybook.inspections.models.limb import Limb


class LimbQuestion(models.Model):
    """Append-only: one question of the commissioner's office. `answer_by` is the day by which an
    answer was asked for, empty where none was named."""

    append_only = True

    force = models.ForeignKey("access.Force", models.PROTECT, related_name="+")
    limb = models.ForeignKey(Limb, models.PROTECT, related_name="questions")
    question = models.TextField(max_length=4000)
    answer_by = models.DateField(null=True)
    said_by = models.ForeignKey("access.User", models.PROTECT, related_name="+")
    said_at = models.DateTimeField()
    loaded_at = models.DateTimeField(db_default=Now(), editable=False)

    class Meta:
        indexes = [models.Index(fields=["force", "limb", "-id"], name="question_newest")]
        constraints = [
            models.CheckConstraint(
                name="question_asks_something", condition=~Q(question__regex=r"^\s*$")
            ),
        ]

    def __str__(self) -> str:
        return f"question {self.pk} about limb {self.limb_id}"


class LimbAnswer(models.Model):
    """Append-only: the force's answer to one question. What follows it is a new question."""

    append_only = True

    question = models.OneToOneField(LimbQuestion, models.PROTECT, related_name="answer")
    answer = models.TextField(max_length=8000)
    said_by = models.ForeignKey("access.User", models.PROTECT, related_name="+")
    said_at = models.DateTimeField()
    loaded_at = models.DateTimeField(db_default=Now(), editable=False)

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="answer_says_something", condition=~Q(answer__regex=r"^\s*$")
            ),
        ]

    def __str__(self) -> str:
        return f"answer to question {self.question_id}"
