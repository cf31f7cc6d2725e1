"""What waits for the viewer's own word, in numbers: what stands at the head of their work."""

from dataclasses import dataclass
from typing import Any

from django.db.models import QuerySet, Value

from dutybook.access.prepared import prepared
from dutybook.access.viewer import Viewer
from dutybook.records.offenders.models import Visit
from dutybook.records.offenders.queries.confirming import MOST, unconfirmed
from dutybook.records.offenders.queries.leave import leave_to_give

_VISIT, _LEAVE = "visit", "leave"


@dataclass(frozen=True)
class Waiting:
    """Visits to confirm, at most `MOST`, and visits for which leave is asked."""

    to_confirm: int
    leave_asked: int


def waiting_for(viewer: Viewer) -> Waiting:
    """How much waits for the viewer's word; nobody is named, so nothing is logged."""
    found = [what for (what,) in _each(viewer)]
    return Waiting(found.count(_VISIT), found.count(_LEAVE))


@prepared()
def _each(viewer: Viewer) -> QuerySet[Visit, tuple[Any, ...]]:
    visits = unconfirmed(viewer).values_list(Value(_VISIT))[:MOST]
    return visits.union(leave_to_give(viewer).values_list(Value(_LEAVE)), all=True)
