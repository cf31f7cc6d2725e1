"""The investigations room as a Django application."""

from django.apps import AppConfig


class InvestigationsConfig(AppConfig):
    """Suspects, grades, enforcement and bail."""

    name = "dutybook.records.investigations"
    label = "investigations"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Declare how the room's facts are read."""
        from dutybook.records.investigations import facts

        facts.register_all()
