"""Short ways to say things of invented people."""

from datetime import date
from typing import Any

from tests.ledger.scene import NOW, Scene

from dutybook.access.viewer import Viewer
from dutybook.records.people import actions
from dutybook.records.people.models import Person

ADDRESS = {"residence": "main", "place": "12 Harbour Row, Netherquay", "postcode": "ZZ9 9ZZ",
           "from_day": date(2025, 1, 1)}  # fmt: skip


def person_of(subject_id: int) -> int:
    """The person whom a record is about."""
    return Person.objects.get(subject_id=subject_id).pk


def say(scene: Scene, person_id: int, kind: str, /, *, by: Viewer | None = None, **values: Any):
    """States something as the manager, now."""
    return actions.state(
        by=by or scene.manager, now=NOW, person_id=person_id, kind=kind, values=values
    )


def find(by: Viewer, text: str, **more: Any) -> actions.Search:
    """A search now."""
    return actions.find_people(by=by, now=NOW, text=text, **more)


def numbers(search: actions.Search) -> list[int]:
    """The people a search showed."""
    return [one.person_id for one in search.people]
