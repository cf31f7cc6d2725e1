"""What every document-duty shares: a named document, approved, in date, with an owner."""

from datetime import date

from dutybook.duties.catalogue.documents.document_examples import examples_of
from dutybook.duties.language import Duty, Event, Evidence, Holds, Source

WHY = (
    "No record of cases can show this; only a document can, and only if it is in date and somebody "
    "answers for it. It is overdue from the day the force says that it needs the document until "
    "one is approved, and again from the day its review is past. "
)


def document_duty(
    *,
    key: str,
    title: str,
    kind: str,
    source: Source,
    why: str,
    limbs: tuple[str, ...],
    also: tuple[Evidence, ...] = (),
) -> Duty:
    """A duty to have a document of a kind: approved, its review not past, and owned.

    `why` says what is particular to it, and `also` what else it must show.
    """
    return Duty(
        key=key,
        title=title,
        form="while",
        subject="document",
        definition_version=1,
        source=source,
        why_it_matters=WHY + why,
        limbs=limbs,
        drafted_by="Dutybook project",
        checked_by=None,
        review_date=date(2027, 4, 30),
        owed_by="supervisor",
        applies=(Holds("document_kind", "kind", (kind,)),),
        conditions=(
            Evidence(
                "approved_and_in_date",
                "Approved, and its review not past",
                Event("document_approved"),
                expires="until",
                ended_by=Event("document_withdrawn"),
            ),
            Evidence(
                "owned",
                "Somebody answers for it",
                Event("document_owner"),
                ended_by=Event("document_owner_left"),
            ),
            *also,
        ),
        examples=examples_of(kind, tuple(one.key for one in also)),
    )
