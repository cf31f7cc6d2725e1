"""One numbered recommendation of an inspection."""

from django.db import models
from django.db.models import Q

from dutybook.access.history import tracked
from dutybook.inspections.models.inspection import Inspection


@tracked()
class Recommendation(models.Model):
    """What is asked stands in its limbs, in our own words; `title` says it in one line.

    Without a title the text was not available to us. `deadline_as_printed` is kept exactly,
    `deadline` is the day it names, and a doubt about it stands in `deadline_note`. `addressee` is
    free words: an inspection addresses forces, policing bodies, national bodies, or several.
    """

    inspection = models.ForeignKey(Inspection, models.PROTECT, related_name="recommendations")
    number = models.PositiveSmallIntegerField()
    title = models.CharField(max_length=300, blank=True)
    addressee = models.CharField(max_length=200, default="unknown")
    deadline_as_printed = models.CharField(max_length=120, blank=True)
    deadline = models.DateField(null=True)
    deadline_note = models.TextField(blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["inspection", "number"], name="recommendation_once_in_inspection"
            ),
            models.CheckConstraint(name="recommendation_number", condition=Q(number__gte=1)),
        ]

    def __str__(self) -> str:
        return f"{self.inspection_id}: recommendation {self.number}"

    @property
    def text_available(self) -> bool:
        return bool(self.title)
