"""The ledger as a Django application."""

from django.apps import AppConfig


class LedgerConfig(AppConfig):
    """Entries, spans, policies, and the facts read from every records room."""

    name = "dutybook.ledger"
    label = "ledger"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Declare how the ledger's own facts are read."""
        from dutybook.ledger import facts

        facts.register_all()
