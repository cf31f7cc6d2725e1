"""One report of an inspectorate, known by its key: titles vary, even within one document."""

from django.contrib.postgres.fields import ArrayField
from django.core.validators import RegexValidator
from django.db import models
from django.db.models import Q

from dutybook.access.history import tracked

INSPECTION_KEY_PATTERN = r"^[a-z0-9]+(-[a-z0-9]+)*$"


@tracked()
class Inspection(models.Model):
    """A report that makes recommendations; the same for every force of the installation.

    `from_library` is true for one that ships with the product, in our own words; the others were
    met first in a published response and hold nothing but what it printed.
    """

    key = models.CharField(
        max_length=120, unique=True, validators=[RegexValidator(INSPECTION_KEY_PATTERN)]
    )
    inspectorate = models.CharField(max_length=120)
    title = models.CharField(max_length=400)
    other_titles = ArrayField(models.CharField(max_length=400), default=list)
    published_on = models.DateField()
    types = ArrayField(models.CharField(max_length=120), default=list)
    scope = models.CharField(max_length=120, blank=True)
    summary = models.TextField(blank=True)
    recommendation_count = models.PositiveSmallIntegerField(null=True)
    from_library = models.BooleanField(default=False)
    library_version = models.PositiveSmallIntegerField(null=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="inspection_key_is_a_slug", condition=Q(key__regex=INSPECTION_KEY_PATTERN)
            ),
            models.CheckConstraint(
                name="inspection_library_has_version",
                condition=Q(from_library=False) | Q(library_version__isnull=False),
            ),
        ]

    def __str__(self) -> str:
        return self.key
