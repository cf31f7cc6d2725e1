"""What a list is that can be taken out as a file, and how it is read to its end."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any, Final

from dutybook.access.errors import InvalidInput
from dutybook.ledger.queries.pages import Page
from dutybook.web.views.work_views import today

Cells = tuple[str | int | None, ...]
Read = Callable[[str], Page[Any]]
MOST_ROWS: Final = 10_000
"""A file of more is refused: narrow the list."""


@dataclass(frozen=True)
class ListFile:
    """A list that can be taken out as a file.

    `place` is the name of the page that shows it, whose audience may have the file. `asked` gives
    for a request how one page of the list is read and how it is narrowed, in words; `cells` are
    one row's, in the order of `columns`. `sent` are the filters that stand in no address.
    """

    title: str
    place: str
    columns: tuple[str, ...]
    asked: Callable[[Any], tuple[Read, str]]
    cells: Callable[[Any, Any], Cells]
    sent: tuple[str, ...] = ()

    def rows(self, request: Any) -> list[Cells]:
        """Every row as narrowed, whatever page was looked at. Raises `InvalidInput` for a list
        longer than `MOST_ROWS`."""
        read, _ = self.asked(request)
        day = today(request)
        return [self.cells(row, day) for row in _all_rows(read)]

    def narrowed(self, request: Any) -> str:
        """How the list is narrowed and ordered, in words that name nobody."""
        return self.asked(request)[1]


def _all_rows(read: Read) -> Iterator[Any]:
    """The rows of page after page, which end."""
    page, count = "", 0
    while True:
        found = read(page)
        count += len(found.rows)
        if count > MOST_ROWS:
            raise InvalidInput({"": f"The list has more than {MOST_ROWS:,} rows. Narrow it first"})
        yield from found.rows
        if found.next is None:
            return
        page = found.next
