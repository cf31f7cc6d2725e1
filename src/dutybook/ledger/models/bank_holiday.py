"""Bank holidays are dated data: one announced late re-derives what depends on it."""

from django.db import models
from django.db.models.functions import Now


class BankHoliday(models.Model):
    """One bank holiday of England and Wales, and when it became known here."""

    append_only = True

    day = models.DateField(unique=True)
    name = models.CharField(max_length=80)
    recorded_at = models.DateTimeField()
    loaded_at = models.DateTimeField(db_default=Now(), editable=False)

    def __str__(self) -> str:
        return f"{self.day} {self.name}"
