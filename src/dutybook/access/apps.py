"""The access room as a Django application."""

from django.apps import AppConfig


class AccessConfig(AppConfig):
    name = "dutybook.access"
    label = "access"
    verbose_name = "Access"
    default_auto_field = "django.db.models.BigAutoField"
