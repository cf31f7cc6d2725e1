"""A small response as open data, to be changed and compared."""

from dutybook.documents.reading.model import Passage
from dutybook.documents.response import (
    ResponseDocument,
    ResponseLimb,
    ResponseRecommendation,
    to_json,
)

LIMB = ResponseLimb("8c", "Know what is overdue", "Shortfall", "Visits: 80 of 100.")
RECOMMENDATION = ResponseRecommendation(
    8, position=(Passage("paragraph", "We review it."),), end="no end date given", limbs=(LIMB,)
)


def version(*recommendations: ResponseRecommendation) -> str:
    """The open data of a response with these recommendations (with one, where none is given)."""
    return to_json(
        ResponseDocument(
            local_policing_body="Wealdmoor Police and Crime Commissioner",
            office_holder="A Holder",
            force="Wealdmoor",
            inspection_title="A report",
            inspectorate="An inspectorate",
            types=(),
            scope=None,
            report_published=None,
            report_published_as_printed=None,
            recommendations=recommendations or (RECOMMENDATION,),
        )
    )
