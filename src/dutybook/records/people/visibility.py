"""Who may see what is said of people: those who may see the record in which it is said.

A protected person (a child at risk, say) is open only to those who may write that record.
"""

from django.db.models import Exists, OuterRef, Q

from dutybook.access.need_to_know import NOBODY, visible_of_kinds, writable_subjects
from dutybook.access.viewer import Viewer
from dutybook.ledger.subjects import OWNED
from dutybook.records.people.models import KnownIn


def visible_said(viewer: Viewer, *, person: str = "person__") -> Q:
    """Rows with a `subject` and a person (reached by `person`) that are open to the viewer."""
    open_records = visible_of_kinds(viewer, OWNED, prefix="subject__")
    return open_records & (Q(**{f"{person}protected": False}) | writable_said(viewer))


def writable_said(viewer: Viewer) -> Q:
    """Rows whose `subject` the viewer may write."""
    opened = NOBODY
    for stored, record in OWNED.items():
        if viewer.may_write(record):
            opened |= Q(subject__kind=stored) & writable_subjects(
                viewer, record, prefix="subject__"
            )
    return opened


def visible_person(viewer: Viewer) -> Exists:
    """People (the outer rows) of whom some record that the viewer may see speaks."""
    return Exists(KnownIn.objects.filter(visible_said(viewer), person_id=OuterRef("pk")))
