"""One pre-charge bail of a suspect, from its grant to its end."""

from django.db import models

from dutybook.access.history import tracked


@tracked()
class Bail(models.Model):
    """The whole bail; its segments, checks and end are facts about it."""

    subject = models.OneToOneField(
        "ledger.Subject", models.PROTECT, primary_key=True, related_name="bail"
    )
    suspect = models.ForeignKey("investigations.Suspect", models.PROTECT, related_name="bails")
    arrested_on = models.DateField(null=True)

    def __str__(self) -> str:
        return f"bail {self.pk}"
