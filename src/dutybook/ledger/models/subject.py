"""Who or what a duty is owed on."""

from enum import StrEnum

from django.db import models
from django.db.models import F, Q

from dutybook.access.history import tracked


class SubjectKind(StrEnum):
    """The kinds of subject; `staff` never shares a page with the others."""

    OFFENDER = "offender"
    SUSPECT = "suspect"
    BAIL = "bail"
    ORDER = "order"
    CHILD = "child"
    STAFF = "staff"
    DOCUMENT = "document"
    AGREEMENT = "agreement"


KINDS = [kind.value for kind in SubjectKind]
BENEATH = [SubjectKind.BAIL.value, SubjectKind.ORDER.value, SubjectKind.CHILD.value]
"""The kinds that lie beneath another subject: whoever answers for that one answers for them."""


@tracked()
class Subject(models.Model):
    """One subject; its row is what a write locks and what need-to-know filters on.

    `team`, `owner` and `restricted` are copies of what the facts say now, kept by the refresh.
    `beneath` names the root subject (a bail is beneath its suspect, an order beneath its
    offender, a child beneath whoever it is at risk from). `label` is personal data:
    it is read only through queries that filter by need-to-know.
    """

    kind = models.CharField(max_length=12, choices=[(kind, kind) for kind in KINDS])
    force = models.ForeignKey("access.Force", models.PROTECT, related_name="+")
    team = models.ForeignKey("access.Team", models.PROTECT, null=True, related_name="+")
    owner = models.ForeignKey("access.User", models.PROTECT, null=True, related_name="+")
    beneath = models.ForeignKey("self", models.PROTECT, null=True, related_name="parts")
    restricted = models.BooleanField(default=False)
    label = models.CharField(max_length=200)
    revision = models.PositiveIntegerField(default=1)

    class Meta:
        constraints = [
            # The target of composite keys: whatever points at a subject is of its force.
            models.UniqueConstraint(fields=["id", "force"], name="subject_of_force"),
            models.CheckConstraint(name="subject_kind_known", condition=Q(kind__in=KINDS)),
            models.CheckConstraint(name="subject_has_label", condition=~Q(label="")),
            models.CheckConstraint(
                name="subject_not_beneath_itself",
                condition=Q(beneath=None) | ~Q(beneath=F("id")),
            ),
            models.CheckConstraint(
                name="subject_beneath_as_its_kind",
                condition=Q(kind__in=BENEATH, beneath__isnull=False)
                | (~Q(kind__in=BENEATH) & Q(beneath=None)),
            ),
        ]
        indexes = [
            models.Index(fields=["force", "kind", "id"], name="subject_force_kind"),
            models.Index(fields=["team", "kind"], name="subject_team_kind"),
            models.Index(fields=["owner"], name="subject_owner"),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.pk}"
