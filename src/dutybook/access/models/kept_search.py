"""A list as somebody narrowed it, kept under a name to come back to."""

from django.db import models
from django.db.models import Q

from dutybook.access.models.user import User


class KeptSearch(models.Model):
    """Of one person, who alone sees it. `filters` are those of the list's address, by name; `words`
    say the same. What is found is looked for anew each time, as far as they may see it then.
    """

    user = models.ForeignKey(User, on_delete=models.CASCADE, related_name="+")
    list_name = models.CharField(max_length=40)
    title = models.CharField(max_length=80)
    filters = models.JSONField()
    words = models.CharField(max_length=400, blank=True)
    kept_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["user", "title"], name="kept_search_called_once"),
            models.CheckConstraint(name="kept_search_has_a_name", condition=~Q(title="")),
        ]

    def __str__(self) -> str:
        return f"search {self.pk}"
