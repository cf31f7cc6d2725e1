"""The inspections room as a Django application."""

from django.apps import AppConfig


class InspectionsConfig(AppConfig):
    name = "dutybook.inspections"
    label = "inspections"
    verbose_name = "Inspections"
    default_auto_field = "django.db.models.BigAutoField"
