"""What a force says of a recommendation, in its printed words."""

from django.db import models

from dutybook.inspections.models.imported_response import ImportedResponse
from dutybook.inspections.models.recommendation import Recommendation


class Position(models.Model):
    """Append-only. The words as printed; which state they amount to is a `PositionState`.

    `signatory` and `end` hold the words of what is missing (*signatory not stated*, *no end date
    given*) or what was stated; empty where the question does not arise.
    """

    append_only = True

    response = models.ForeignKey(ImportedResponse, models.PROTECT, related_name="positions")
    recommendation = models.ForeignKey(Recommendation, models.PROTECT, related_name="positions")
    asked_as_printed = models.TextField(blank=True)
    deadline_as_printed = models.CharField(max_length=120, blank=True)
    deadline = models.DateField(null=True)
    words = models.TextField(blank=True)
    signatory = models.CharField(max_length=200, blank=True)
    end = models.CharField(max_length=200, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["response", "recommendation"], name="position_once_in_response"
            ),
        ]

    def __str__(self) -> str:
        return f"position {self.pk} on recommendation {self.recommendation_id}"
