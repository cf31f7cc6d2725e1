"""The safeguarding room as a Django application."""

from django.apps import AppConfig


class SafeguardingConfig(AppConfig):
    """Children known to be at risk, each beneath whoever the risk comes from."""

    name = "dutybook.records.safeguarding"
    label = "safeguarding"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Declare how the room's facts are read."""
        from dutybook.records.safeguarding import facts

        facts.register_all()
