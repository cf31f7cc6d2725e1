"""The governance room as a Django application."""

from django.apps import AppConfig


class GovernanceConfig(AppConfig):
    """Documents and agreements that the force must have."""

    name = "dutybook.records.governance"
    label = "governance"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Declare how the room's facts are read."""
        from dutybook.records.governance import facts

        facts.register_all()
