"""The offenders room as a Django application."""

from django.apps import AppConfig


class OffendersConfig(AppConfig):
    """Offenders, their visits, assessments, plans and reviews."""

    name = "dutybook.records.offenders"
    label = "offenders"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Declare how the room's facts are read."""
        from dutybook.records.offenders import facts

        facts.register_all()
