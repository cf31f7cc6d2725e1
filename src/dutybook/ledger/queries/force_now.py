"""What every page of a force says round its content, in one question."""

from dataclasses import dataclass

from django.db.models import Count, F, Min, OuterRef, QuerySet, Subquery, Sum
from django.db.models.functions import Coalesce

from dutybook.access.models import Force
from dutybook.access.viewer import Viewer
from dutybook.ledger.models import Notice, Recount
from dutybook.ledger.queries.recounts import BeingCounted


@dataclass(frozen=True)
class ForceNow:
    """The viewer's force; how many of the viewer's own notices wait; whether figures are as set."""

    name: str
    is_demonstration: bool
    notices: int
    being_counted: BeingCounted | None


def force_now(viewer: Viewer) -> ForceNow:
    """Nothing of what a notice says is read here, and nobody is named."""
    waiting = Notice.objects.filter(
        user_id=viewer.user_id, force_id=OuterRef("pk"), acknowledged_at=None
    )
    recounts = Recount.objects.filter(force_id=OuterRef("pk"), finished_at=None)
    row = Force.objects.annotate(
        notices=Coalesce(_of_all(waiting, Count("pk")), 0),
        since=_of_all(recounts, Min("asked_at")),
        subjects=_of_all(recounts, Sum("subjects")),
        done=_of_all(recounts, Sum("subjects_done")),
    ).get(pk=viewer.force_id)
    being = BeingCounted(row.since, row.subjects, row.done) if row.since else None
    return ForceNow(row.name, row.is_demonstration, row.notices, being)


def _of_all(found: "QuerySet[Notice] | QuerySet[Recount]", figure: Count | Min | Sum) -> Subquery:
    """One figure over all rows that belong to the outer force; null when there is none."""
    return Subquery(
        found.order_by().values(of_force=F("force_id")).annotate(figure=figure).values("figure")
    )
