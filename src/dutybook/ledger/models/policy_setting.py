"""What a force has set for itself: dated, sourced, never edited."""

from django.db import models
from django.db.models import Q
from django.db.models.functions import Now

from dutybook.duties.facts import RISK_LEVELS
from dutybook.duties.policy import UNITS
from dutybook.ledger.fact_models import NextFactId


class PolicySetting(models.Model):
    """One version of one setting of a force, from `from_at` on (R2, R8).

    `set_by` is empty for what a command loaded. Neither a value nor a choice means that the force
    sets nothing from then on: *unset* again.
    """

    append_only = True

    policy_id = models.BigIntegerField(db_default=NextFactId(), editable=False)
    version = models.PositiveSmallIntegerField(default=1)
    force = models.ForeignKey("access.Force", models.PROTECT, related_name="+")
    key = models.CharField(max_length=80)
    level = models.CharField(max_length=16, blank=True, default="")
    team = models.ForeignKey("access.Team", models.PROTECT, null=True, related_name="+")
    value = models.PositiveIntegerField(null=True)
    unit = models.CharField(max_length=24, blank=True, default="")
    choice = models.CharField(max_length=80, blank=True, default="")
    from_at = models.DateTimeField()
    recorded_at = models.DateTimeField()
    loaded_at = models.DateTimeField(db_default=Now(), editable=False)
    source = models.CharField(max_length=500)
    set_by = models.ForeignKey("access.User", models.PROTECT, null=True, related_name="+")
    withdrawn = models.BooleanField(default=False)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["policy_id", "version"], name="policy_version_once"),
            models.CheckConstraint(name="policy_version_from_1", condition=Q(version__gte=1)),
            models.CheckConstraint(name="policy_has_key", condition=~Q(key="")),
            models.CheckConstraint(name="policy_has_source", condition=~Q(source="")),
            models.CheckConstraint(
                name="policy_level_known",
                condition=Q(level__in=["", *RISK_LEVELS]),
            ),
            models.CheckConstraint(
                name="policy_unit_known",
                condition=Q(unit__in=["", *UNITS]),
            ),
            models.CheckConstraint(
                name="policy_value_or_choice",
                condition=Q(value=None, unit="") | Q(value__isnull=False, choice=""),
            ),
            models.CheckConstraint(
                name="policy_first_is_not_withdrawn",
                condition=Q(withdrawn=False) | Q(version__gte=2),
            ),
            models.CheckConstraint(
                name="policy_count_includes_its_first_day",
                condition=~Q(unit="days_beginning_with") | Q(value__gte=1),
            ),
        ]
        indexes = [models.Index(fields=["force", "key", "from_at"], name="policy_force_key")]

    def __str__(self) -> str:
        return f"{self.key} version {self.version}"
