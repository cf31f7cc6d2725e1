"""The workforce room as a Django application."""

from django.apps import AppConfig


class WorkforceConfig(AppConfig):
    """Staff in screened roles."""

    name = "dutybook.records.workforce"
    label = "workforce"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Declare how the room's facts are read."""
        from dutybook.records.workforce import facts

        facts.register_all()
