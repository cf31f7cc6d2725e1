"""Loading what is said of the demonstration's people, through the people room's own actions."""

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from typing import Any

from dutybook.access.viewer import Viewer
from dutybook.demo.histories import Setting
from dutybook.demo.people import Beside, said_of_offenders
from dutybook.records.offenders.models import Offender
from dutybook.records.people import actions
from dutybook.records.people.models import Person

Progress = Callable[[str, int, int], None]
Place = tuple[int, int]
"""A person and the record in which something is said of them."""


def load_people(setting: Setting, *, by: Viewer, now: datetime, progress: Progress) -> None:
    """Say what there is to say of every offender of the force, and of those linked to them."""
    progress("loading people", 0, 1)
    offenders = list(
        Offender.objects.filter(force_id=by.force_id)
        .order_by("subject_id")
        .values_list("subject_id", "date_of_birth")
    )
    people = dict(
        Person.objects.filter(subject_id__in=[subject for subject, _ in offenders]).values_list(
            "subject_id", "id"
        )
    )
    waiting: dict[str, list[dict[str, Any]]] = defaultdict(list)
    beside: list[tuple[Place, Beside]] = []
    spoken = said_of_offenders(setting, [born for _, born in offenders])
    for (subject, _), said in zip(offenders, spoken, strict=True):
        place = (people[subject], subject)
        for kind, rows in said.facts.items():
            waiting[kind] += [_of(place, row) for row in rows]
        beside += [(place, one) for one in said.beside]
    _enter_beside(beside, waiting, by, now)
    for kind in sorted(waiting):
        actions.load_batch(kind, waiting[kind], by=by, now=now)
    progress("loading people", 1, 1)


def _enter_beside(
    beside: Sequence[tuple[Place, Beside]],
    waiting: dict[str, list[dict[str, Any]]],
    by: Viewer,
    now: datetime,
) -> None:
    entered = actions.load_batch(
        "person",
        [{"subject_id": place[1], "protected": one.protected} for place, one in beside],
        by=by,
        now=now,
    )
    for other, (place, one) in zip(entered, beside, strict=True):
        theirs = (other, place[1])
        waiting["name"].append(_of(theirs, {"kind": "current", "name": one.name}))
        waiting["involvement"].append(_of(theirs, {"category": one.category}))
        if one.born is not None:
            waiting["birth"].append(_of(theirs, {"born": one.born, "standing": "recorded"}))
        waiting["link"].append(_of(place, {**one.link, "other_id": other}))


def _of(place: Place, values: Mapping[str, Any]) -> dict[str, Any]:
    return {"person_id": place[0], "subject_id": place[1], **values}
