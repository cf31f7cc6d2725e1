"""What somebody typed into a form and has not saved yet."""

from django.db import models
from django.db.models import Q

from dutybook.access.models.user import User


class FormDraft(models.Model):
    """One form of one person, by the path of its page; kept for a day at the most and dropped when
    it is saved. Nobody but its writer reads it. `fields` are pairs of a name and what was typed.
    """

    user = models.ForeignKey(User, on_delete=models.CASCADE, related_name="+")
    place = models.CharField(max_length=300)
    fields = models.JSONField()
    kept_at = models.DateTimeField()

    class Meta:
        indexes = [models.Index(fields=["kept_at"], name="form_draft_by_age")]
        constraints = [
            models.UniqueConstraint(fields=["user", "place"], name="form_draft_one_a_page"),
            models.CheckConstraint(name="form_draft_of_a_page", condition=Q(place__startswith="/")),
        ]

    def __str__(self) -> str:
        return f"draft {self.pk}"
