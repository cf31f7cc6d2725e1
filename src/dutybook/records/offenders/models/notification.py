"""What an offender notified, and what he had to."""

from django.db import models

from dutybook.ledger.fact_models import PastFactVersion, choice_field, choice_known


class Notification(PastFactVersion):
    """The offender notified the police as the law requires (ss. 83 to 86 Sexual Offences Act 2003).

    `of_fact` names the change or the return it tells of; without it the oldest that waits is meant.
    """

    fact_table = "notification"

    kind = choice_field("notification", "kind")
    of_fact = models.BigIntegerField(null=True)
    note = models.TextField(max_length=4000, blank=True, default="")
    done_by = models.ForeignKey("access.User", models.PROTECT, null=True, related_name="+")

    class Meta(PastFactVersion.Meta):
        constraints = [
            *PastFactVersion.Meta.constraints,
            choice_known("notification", "kind"),
        ]

    def __str__(self) -> str:
        return f"notification {self.fact_id} version {self.version}"


class NotifiableChange(PastFactVersion):
    """Something changed that the offender must notify within three days."""

    fact_table = "notifiable_change"

    kind = choice_field("notifiable_change", "kind")
    note = models.TextField(max_length=4000, blank=True, default="")

    class Meta(PastFactVersion.Meta):
        constraints = [
            *PastFactVersion.Meta.constraints,
            choice_known("notifiable_change", "kind"),
        ]

    def __str__(self) -> str:
        return f"notifiable change {self.fact_id} version {self.version}"


class Residence(PastFactVersion):
    """Whether the offender has a sole or main residence, from `at` on."""

    fact_table = "residence"

    state = choice_field("residence", "state")
    note = models.TextField(max_length=4000, blank=True, default="")

    class Meta(PastFactVersion.Meta):
        constraints = [
            *PastFactVersion.Meta.constraints,
            choice_known("residence", "state"),
        ]

    def __str__(self) -> str:
        return f"residence {self.fact_id} version {self.version}"
