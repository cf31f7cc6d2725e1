"""What was put on the national register, and when."""

from django.db import models


class RegisterNote(models.Model):
    """Somebody put one record, as its `version` says it, on the national register by hand.

    A later version of the record is not on the register until it is noted again.
    """

    append_only = True

    subject = models.ForeignKey("ledger.Subject", models.PROTECT, related_name="+")
    table = models.CharField(max_length=40)
    fact_id = models.BigIntegerField()
    version = models.PositiveSmallIntegerField()
    put_on = models.DateField()
    recorded_by = models.ForeignKey("access.User", models.PROTECT, related_name="+")
    recorded_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["table", "fact_id", "version"], name="register_note_once_of_a_version"
            ),
        ]
        indexes = [models.Index(fields=["subject"], name="register_note_of_subject")]

    def __str__(self) -> str:
        return f"register note {self.pk}"
