"""The people room as a Django application."""

from django.apps import AppConfig


class PeopleConfig(AppConfig):
    """People, what is stated of them, and how they are found."""

    name = "dutybook.records.people"
    label = "people"
    default_auto_field = "django.db.models.BigAutoField"
