"""What the ledger's digest is made of, kept so that a digest needs no row of the ledger."""

from django.db import models


class SubjectHash(models.Model):
    """The sha256 of all of one subject's rows of one duty, as the engine counts it."""

    pk = models.CompositePrimaryKey("force_id", "duty", "subject_id")
    force = models.ForeignKey("access.Force", models.PROTECT, related_name="+", db_index=False)
    duty = models.CharField(max_length=80)
    subject = models.ForeignKey("ledger.Subject", models.PROTECT, related_name="+")
    sha256 = models.BinaryField(max_length=32)

    def __str__(self) -> str:
        return f"{self.duty} of subject {self.subject_id}"
