"""Which inspection and which force a page is about, and what that force has said."""

from dataclasses import dataclass

from django.db.models import Q

from dutybook.access.errors import NotAllowed, NotFound
from dutybook.access.models import Force
from dutybook.access.roles import Reach, RecordKind
from dutybook.access.viewer import Viewer
from dutybook.inspections.models import (
    ImportedResponse,
    Inspection,
    Position,
)
from dutybook.inspections.queries.placed_lines import lines_placed


@dataclass(frozen=True)
class ForceChoice:
    """The force whose answer is shown, and the others that could be.

    `records_here` is true only for the viewer's own force when this installation holds its
    records: a published response of another force never meets records that are not its own.
    `counts_team_only`: the viewer's figures are of their own team, not of the force.
    """

    force: Force
    records_here: bool
    others: tuple[Force, ...]
    counts_team_only: bool


def check_may_read(viewer: Viewer) -> None:
    """Raise NotAllowed unless the viewer reads inspections."""
    if not viewer.may_read(RecordKind.INSPECTION):
        raise NotAllowed("your role reads no inspections")


def the_inspection(key: str) -> Inspection:
    """Raises NotFound."""
    found = Inspection.objects.filter(key=key).first()
    if found is None:
        raise NotFound
    return found


def choose_force(viewer: Viewer, inspection: Inspection, force_key: str | None) -> ForceChoice:
    """The viewer's own force, or one that published a response and whose records are not here.

    Raises NotFound for any other, whether or not it exists.
    """
    open_to_viewer = Q(pk=viewer.force_id) | Q(holds_records=False)
    answered = Force.objects.filter(
        Q(pk=viewer.force_id)
        | Q(pk__in=ImportedResponse.objects.filter(inspection=inspection).values("force_id"))
    )
    forces = list(answered.filter(open_to_viewer).order_by("name", "id"))
    for force in forces:
        if force.key == force_key or (force_key is None and force.pk == viewer.force_id):
            return ForceChoice(
                force=force,
                records_here=force.pk == viewer.force_id and force.holds_records,
                others=tuple(each for each in forces if each.pk != force.pk),
                counts_team_only=viewer.reach(RecordKind.LEDGER_AGGREGATE) < Reach.FORCE,
            )
    raise NotFound


def newest_answer(
    inspection: Inspection, force: Force
) -> tuple[ImportedResponse | None, dict[int, Position]]:
    """The response last published by the force, as far as it was imported, and its positions by
    the number of the recommendation; each with the lines that people `placed` there since."""
    responses = ImportedResponse.objects.filter(inspection=inspection, force=force).order_by(
        "-imported_at", "-id"
    )
    found = list(
        Position.objects.filter(response=responses.values("id")[:1])
        .select_related("recommendation", "response")
        .annotate(placed=lines_placed())
    )
    response = found[0].response if found else responses.first()
    return response, {each.recommendation.number: each for each in found}
