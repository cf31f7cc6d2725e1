"""What those who do the work answer to what an auditor found of one of their records."""

from django.db import models
from django.db.models import Q
from django.db.models.functions import Now

from dutybook.inspections.models.case_audit import CaseAudit


class CaseReply(models.Model):
    """Append-only; several people may answer one audit, and answer again."""

    append_only = True

    audit = models.ForeignKey(CaseAudit, models.PROTECT, related_name="replies")
    words = models.TextField(max_length=4000)
    said_by = models.ForeignKey("access.User", models.PROTECT, related_name="+")
    said_at = models.DateTimeField()
    loaded_at = models.DateTimeField(db_default=Now(), editable=False)

    class Meta:
        indexes = [models.Index(fields=["audit", "id"], name="case_reply_in_order")]
        constraints = [
            models.CheckConstraint(
                name="case_reply_says_something", condition=~Q(words__regex=r"^\s*$")
            ),
        ]

    def __str__(self) -> str:
        return f"reply {self.pk} to audit {self.audit_id}"
