"""An agreement with another body, and what passes under it."""

from django.db import models
from django.db.models import Q

from dutybook.access.history import tracked
from dutybook.ledger.fact_models import PastFactVersion, choice_field, choice_known


@tracked()
class Agreement(models.Model):
    """One agreement of the force, by its title and with whom."""

    subject = models.OneToOneField(
        "ledger.Subject", models.PROTECT, primary_key=True, related_name="agreement"
    )
    force = models.ForeignKey("access.Force", models.PROTECT, related_name="+")
    title = models.CharField(max_length=160)
    partner = models.CharField(max_length=160)

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="agreement_has_title_and_partner",
                condition=~Q(title="") & ~Q(partner=""),
            ),
            models.UniqueConstraint(
                fields=["force", "title"], name="agreement_title_once_in_a_force"
            ),
        ]

    def __str__(self) -> str:
        return f"agreement {self.pk}"


class AgreementKind(PastFactVersion):
    """What the agreement is for, and that the force needs it from `at` on; or needs it no more."""

    fact_table = "agreement_kind"

    kind = choice_field("agreement_kind", "kind")
    reason = models.TextField(max_length=4000, blank=True, default="")

    class Meta(PastFactVersion.Meta):
        constraints = [*PastFactVersion.Meta.constraints, choice_known("agreement_kind", "kind")]

    def __str__(self) -> str:
        return f"agreement kind {self.fact_id} version {self.version}"


class AgreementSigned(PastFactVersion):
    """Both sides signed; it counts until it ends or its review is due."""

    fact_table = "agreement_signed"

    until = models.DateTimeField()
    signed_by_us = models.CharField(max_length=200)
    signed_by_them = models.CharField(max_length=200)
    kept_at = models.CharField(max_length=200)

    class Meta(PastFactVersion.Meta):
        constraints = [
            *PastFactVersion.Meta.constraints,
            models.CheckConstraint(
                name="agreement_signed_by_both",
                condition=~Q(signed_by_us="") & ~Q(signed_by_them="") & ~Q(kept_at=""),
            ),
            models.CheckConstraint(
                name="agreement_signed_until_later", condition=Q(until__gt=models.F("at"))
            ),
        ]

    def __str__(self) -> str:
        return f"signature {self.fact_id} version {self.version}"


class AgreementEnded(PastFactVersion):
    """The agreement was ended, or no longer serves."""

    fact_table = "agreement_ended"

    reason = models.TextField(max_length=4000)

    class Meta(PastFactVersion.Meta):
        constraints = [
            *PastFactVersion.Meta.constraints,
            models.CheckConstraint(name="agreement_ended_with_reason", condition=~Q(reason="")),
        ]

    def __str__(self) -> str:
        return f"end of an agreement {self.fact_id} version {self.version}"


class AgreementOwner(PastFactVersion):
    """Who answers for it here and there; `both_sides` says whether there is one on each."""

    fact_table = "agreement_owner"

    ours = models.CharField(max_length=200, blank=True, default="")
    theirs = models.CharField(max_length=200, blank=True, default="")
    both_sides = models.BooleanField()

    class Meta(PastFactVersion.Meta):
        constraints = [
            *PastFactVersion.Meta.constraints,
            models.CheckConstraint(
                name="agreement_owned_on_both_sides_by_somebody",
                condition=Q(both_sides=False) | (~Q(ours="") & ~Q(theirs="")),
            ),
        ]

    def __str__(self) -> str:
        return f"agreement owner {self.fact_id} version {self.version}"


class PartnerReview(PastFactVersion):
    """Both sides met; `both_ways` says whether each gave its view, empty when nobody said."""

    fact_table = "partner_review"

    both_ways = models.BooleanField(null=True)
    note = models.TextField(max_length=4000, blank=True, default="")

    def __str__(self) -> str:
        return f"partner review {self.fact_id} version {self.version}"


class PartnerEscalation(PastFactVersion):
    """One side escalated a matter to the other. The matter names no person."""

    fact_table = "partner_escalation"

    raised_by = choice_field("partner_escalation", "raised_by")
    matter = models.TextField(max_length=4000)

    class Meta(PastFactVersion.Meta):
        constraints = [
            *PastFactVersion.Meta.constraints,
            choice_known("partner_escalation", "raised_by"),
            models.CheckConstraint(name="partner_escalation_has_a_matter", condition=~Q(matter="")),
        ]

    def __str__(self) -> str:
        return f"escalation {self.fact_id} version {self.version}"


class EscalationAnswer(PastFactVersion):
    """The side that was asked answered one escalation."""

    fact_table = "partner_escalation_answer"

    of_fact = models.BigIntegerField()
    of_version = models.PositiveSmallIntegerField(default=1)
    answer = models.TextField(max_length=4000)

    class Meta(PastFactVersion.Meta):
        constraints = [
            *PastFactVersion.Meta.constraints,
            models.CheckConstraint(name="escalation_answer_says_what", condition=~Q(answer="")),
        ]

    def __str__(self) -> str:
        return f"answer to an escalation {self.fact_id} version {self.version}"
