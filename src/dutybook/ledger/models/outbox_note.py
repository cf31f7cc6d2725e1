"""What time or a change has brought about in a force, waiting to be told to people."""

from django.db import models
from django.db.models import Q

BECAME_OVERDUE, FINDING = "became_overdue", "finding"
KINDS = (BECAME_OVERDUE, FINDING)


class OutboxNote(models.Model):
    """One dated note of a force, without persons.

    *became_overdue*: `counts` are (duty, level, entries) that fell into breach after `since` and
    by `at`; `since` is empty the first time. *finding*: the finding on `about` (a limb) turned
    from `before` to `after`; `before` is empty the first time, which is told to nobody.
    """

    append_only = True

    force = models.ForeignKey("access.Force", models.PROTECT, related_name="+")
    kind = models.CharField(max_length=16)
    at = models.DateTimeField()
    since = models.DateTimeField(null=True)
    counts = models.JSONField(default=list)
    about = models.CharField(max_length=120, blank=True, default="")
    before = models.CharField(max_length=32, blank=True, default="")
    after = models.CharField(max_length=32, blank=True, default="")

    class Meta:
        constraints = [
            models.CheckConstraint(name="outbox_kind_known", condition=Q(kind__in=KINDS)),
            models.CheckConstraint(
                name="outbox_finding_is_about_a_limb",
                condition=Q(kind=BECAME_OVERDUE, about="") | (Q(kind=FINDING) & ~Q(about="")),
            ),
        ]
        indexes = [models.Index(fields=["force", "kind", "about", "-id"], name="outbox_newest")]

    def __str__(self) -> str:
        return f"{self.kind} note {self.pk}"
