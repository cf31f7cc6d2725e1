"""A named person says where a printed line belongs that the reader could not place."""

from datetime import datetime
from typing import Final

from django.db import transaction

from dutybook.access.errors import NotAllowed, NotFound
from dutybook.access.roles import RecordKind
from dutybook.access.viewer import Viewer
from dutybook.inspections.actions.layers import log_layer
from dutybook.inspections.models import Belongs, ImportedResponse, PlacedLine, Recommendation
from dutybook.ledger.checks import Problems

OF_A_RECOMMENDATION: Final = (Belongs.POSITION, Belongs.ASKED)


@transaction.atomic
def place_line(
    *,
    by: Viewer,
    now: datetime,
    response_id: int,
    line: int,
    belongs: str,
    number: int | None = None,
) -> PlacedLine:
    """Say what line `line` of a response is part of; what was said before stays on record.

    `number` is the recommendation's, for what is part of one. Raises `NotFound` for a response
    that is not the viewer's to judge, or a line that was placed by the reader.
    """
    if by.user_id is None or not by.may_write(RecordKind.INSPECTION):
        raise NotAllowed("placing lines is for the inspection liaison or a chief officer")
    response = ImportedResponse.objects.select_related("force").filter(pk=response_id).first()
    if response is None or (response.force.holds_records and response.force_id != by.force_id):
        raise NotFound("no response with this number")
    words = {one["line"]: one["text"] for one in response.reading["unplaced"]}
    if line not in words:
        raise NotFound("no such line to place")
    problems = Problems()
    problems.choice("belongs", belongs, Belongs.values)
    about = None
    if belongs in OF_A_RECOMMENDATION:
        about = Recommendation.objects.filter(
            inspection_id=response.inspection_id, number=number
        ).first()
        if about is None:
            problems.add("number", "Choose the recommendation that it is part of")
    problems.refuse_if_any()
    made = PlacedLine.objects.create(
        response=response,
        line=line,
        words=words[line],
        belongs=belongs,
        recommendation=about,
        said_by_id=by.user_id,
        said_at=now,
    )
    log_layer(by, made.pk, "line placed")
    return made
