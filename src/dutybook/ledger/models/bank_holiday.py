"""Bank holidays proclaimed after those the product ships with."""

from django.db import models
from django.db.models import Q
from django.db.models.functions import Now


class BankHoliday(models.Model):
    """That a day is a bank holiday of England and Wales, or is one no longer; dated data (R9).

    The latest recorded word about a day counts, the shipped calendar being the earliest.
    """

    append_only = True

    day = models.DateField()
    name = models.CharField(max_length=80)
    withdrawn = models.BooleanField(default=False)
    recorded_at = models.DateTimeField()
    loaded_at = models.DateTimeField(db_default=Now(), editable=False)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["day", "recorded_at"], name="bank_holiday_one_word"),
            models.CheckConstraint(name="bank_holiday_has_name", condition=~Q(name="")),
        ]

    def __str__(self) -> str:
        return f"{self.day} {self.name}"
