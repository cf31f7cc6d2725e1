"""Where a line that the reader of a published response could not place belongs."""

from django.db import models
from django.db.models import Q
from django.db.models.functions import Now

from dutybook.inspections.models.imported_response import ImportedResponse
from dutybook.inspections.models.recommendation import Recommendation


class Belongs(models.TextChoices):
    """What a printed line is part of."""

    POSITION = "position", "What the force says of a recommendation"
    ASKED = "asked", "What a recommendation asks"
    STATEMENT = "statement", "The commissioner's statement"
    LAYOUT = "layout", "Nothing: it is layout"


class PlacedLine(models.Model):
    """Append-only; the newest row for a line stands. `line` is its number in the reading, `words`
    what it prints; `recommendation` is None for what is part of none."""

    append_only = True

    response = models.ForeignKey(ImportedResponse, models.PROTECT, related_name="placed")
    line = models.PositiveIntegerField()
    words = models.TextField()
    belongs = models.CharField(max_length=10, choices=Belongs.choices)
    recommendation = models.ForeignKey(Recommendation, models.PROTECT, null=True, related_name="+")
    said_by = models.ForeignKey("access.User", models.PROTECT, related_name="+")
    said_at = models.DateTimeField()
    loaded_at = models.DateTimeField(db_default=Now(), editable=False)

    class Meta:
        indexes = [models.Index(fields=["response", "line", "-id"], name="placed_line_newest")]
        constraints = [
            models.CheckConstraint(
                name="placed_line_belongs", condition=Q(belongs__in=Belongs.values)
            ),
            models.CheckConstraint(
                name="placed_line_names_its_recommendation",
                condition=Q(belongs__in=["position", "asked"], recommendation__isnull=False)
                | Q(belongs__in=["statement", "layout"], recommendation=None),
            ),
        ]

    def __str__(self) -> str:
        return f"line {self.line} of response {self.response_id}"
