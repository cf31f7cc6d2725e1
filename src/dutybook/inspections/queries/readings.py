"""How a published response was read: what stands where, and what could not be placed."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

from dutybook.access.consulting import consultation
from dutybook.access.errors import NotFound
from dutybook.access.viewer import Viewer
from dutybook.inspections.models import ImportedResponse, PlacedLine
from dutybook.inspections.queries.choosing import check_may_read, the_inspection
from dutybook.inspections.queries.placed_lines import newest_placed


@dataclass(frozen=True)
class UnplacedLine:
    """A printed line that the reader gave back; `placed` is what a person said of it last."""

    line: int
    words: str
    placed: PlacedLine | None


@dataclass(frozen=True)
class ReadingPage:
    """One imported response as it was read. `recommendations` and `warnings` are those of the
    reading's published form."""

    response: ImportedResponse
    recommendations: tuple[Mapping[str, Any], ...]
    warnings: tuple[Mapping[str, Any], ...]
    unplaced: tuple[UnplacedLine, ...]

    @property
    def waiting(self) -> int:
        """How many lines nobody has placed yet."""
        return sum(one.placed is None for one in self.unplaced)


_OPEN_TO_OTHERS: Final = "a response of another force that works here is its own people's"


@consultation
def reading_page(viewer: Viewer, key: str, response_id: int) -> ReadingPage:
    """How one response to an inspection was read. Raises `NotAllowed`, and `NotFound` for a
    response that is not there or is of another force that works here."""
    check_may_read(viewer)
    response = (
        ImportedResponse.objects.select_related("inspection", "force", "imported_by")
        .filter(pk=response_id, inspection=the_inspection(key))
        .first()
    )
    if response is None:
        raise NotFound("no response with this number")
    if response.force.holds_records and response.force_id != viewer.force_id:
        raise NotFound(_OPEN_TO_OTHERS)
    said = {one.line: one for one in newest_placed().filter(response=response)}
    reading = response.reading
    return ReadingPage(
        response=response,
        recommendations=tuple(reading["recommendations"]),
        warnings=tuple(reading["warnings"]),
        unplaced=tuple(
            UnplacedLine(one["line"], one["text"], said.get(one["line"]))
            for one in reading["unplaced"]
        ),
    )
