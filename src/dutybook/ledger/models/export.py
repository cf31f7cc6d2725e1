"""Lists that somebody took out of the system as a file, and why."""

from django.db import models
from django.db.models import Q

FORMS = ("csv", "xlsx")


class Export(models.Model):
    """One file of one list; `narrowed` says in words how the list was narrowed, naming nobody."""

    append_only = True

    force = models.ForeignKey("access.Force", models.PROTECT, related_name="+")
    list_name = models.CharField(max_length=40)
    narrowed = models.CharField(max_length=400, blank=True)
    form = models.CharField(max_length=4, choices=[(form, form) for form in FORMS])
    rows = models.PositiveIntegerField()
    reason = models.CharField(max_length=1000)
    made_by = models.ForeignKey("access.User", models.PROTECT, related_name="+")
    made_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.CheckConstraint(name="export_has_reason", condition=~Q(reason="")),
            models.CheckConstraint(name="export_form_known", condition=Q(form__in=FORMS)),
            models.CheckConstraint(name="export_names_a_list", condition=~Q(list_name="")),
        ]
        indexes = [models.Index(fields=["force", "-id"], name="export_of_force")]

    def __str__(self) -> str:
        return f"export {self.pk}"
