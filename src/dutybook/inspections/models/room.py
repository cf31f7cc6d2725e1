"""What somebody who inspects asks the force for, and what they are given."""

from django.db import models
from django.db.models import Q
from django.db.models.functions import Now

from dutybook.inspections.models.case_audit import AuditSample
from dutybook.inspections.models.limb import Limb


class RoomKind(models.TextChoices):
    """What is asked for."""

    DOCUMENT = "document", "A document"
    SAMPLE = "sample", "A sample of cases"
    EXPLANATION = "explanation", "An explanation"


class RoomRequest(models.Model):
    """Append-only: one thing that an inspector asks for. `limb` is None where it is about no limb,
    `wanted_by` where no day was named."""

    append_only = True

    force = models.ForeignKey("access.Force", models.PROTECT, related_name="+")
    kind = models.CharField(max_length=12, choices=RoomKind.choices)
    limb = models.ForeignKey(Limb, models.PROTECT, null=True, related_name="+")
    what = models.TextField(max_length=2000)
    wanted_by = models.DateField(null=True)
    said_by = models.ForeignKey("access.User", models.PROTECT, related_name="+")
    said_at = models.DateTimeField()
    loaded_at = models.DateTimeField(db_default=Now(), editable=False)

    class Meta:
        indexes = [models.Index(fields=["force", "-id"], name="room_request_newest")]
        constraints = [
            models.CheckConstraint(
                name="room_request_kind_known", condition=Q(kind__in=RoomKind.values)
            ),
            models.CheckConstraint(
                name="room_request_asks_something", condition=~Q(what__regex=r"^\s*$")
            ),
        ]

    def __str__(self) -> str:
        return f"request {self.pk} in the inspector's room"


class RoomAnswer(models.Model):
    """Append-only: what the force gave; there may be several to one request. `reference` is where
    a document lies, `sample` a drawn sample of cases."""

    append_only = True

    request = models.ForeignKey(RoomRequest, models.PROTECT, related_name="answers")
    words = models.TextField(max_length=4000)
    reference = models.CharField(max_length=300, blank=True, default="")
    sample = models.ForeignKey(AuditSample, models.PROTECT, null=True, related_name="+")
    said_by = models.ForeignKey("access.User", models.PROTECT, related_name="+")
    said_at = models.DateTimeField()
    loaded_at = models.DateTimeField(db_default=Now(), editable=False)

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="room_answer_says_something", condition=~Q(words__regex=r"^\s*$")
            ),
        ]

    def __str__(self) -> str:
        return f"answer {self.pk} to request {self.request_id}"
