"""A response as data, ready to be set as a web page or a PDF.

Whatever nobody has said is None (or empty) and is set as *not stated*: never left out, never filled
in. The force's words are kept as printed; the commissioner's own are kept apart from them.
"""

from dataclasses import dataclass
from datetime import date

from dutybook.documents.reading.model import Passages
from dutybook.documents.response.statutory import last_day_to_publish

CONVERTED = "Converted from a published document; not issued by the commissioner"


@dataclass(frozen=True, slots=True)
class PublishedFigure:
    """One duty's figure as the public may have it.

    ``shown`` of ``of``; ``unknown`` and ``no_standard`` are inside ``of`` and never inside
    ``shown``. All four are None where the figure is held back, and ``held_back`` says why.
    """

    duty: str
    title: str
    counts: str
    window: str
    day: date
    shown: int | None = None
    of: int | None = None
    unknown: int | None = None
    no_standard: int | None = None
    held_back: str | None = None


@dataclass(frozen=True, slots=True)
class ResponsePromise:
    """What the force or the commissioner promised, in words that may be published.

    ``whose`` and ``stands`` are in words; ``amount`` whole pounds. ``by_when`` is the day that
    stands and ``first_by`` the day first promised; ``on`` the day of delivery, if there is one.
    """

    what: str
    whose: str
    by_when: date
    first_by: date
    stands: str
    on: date | None = None
    amount: int | None = None


@dataclass(frozen=True, slots=True)
class ResponseLayer:
    """What one of those who speak of a part says of it, none of them for another.

    ``layer`` is whose word it is and ``says`` the word itself; ``on`` its day, ``words`` what else
    may be published of it.
    """

    layer: str
    says: str
    on: date
    words: str | None = None


@dataclass(frozen=True, slots=True)
class ResponseLimb:
    """One testable part of a recommendation, and what stands beside the claim.

    ``finding`` is what the records show, in words; ``figures`` the numerator, denominator, unknowns
    and day that it rests on, and ``numbers`` the same as numbers. ``tested`` says whether records
    were tested against their files; None where no file could be read for this part.
    """

    key: str
    asked: str
    finding: str | None = None
    figures: str | None = None
    numbers: tuple[PublishedFigure, ...] = ()
    tested: str | None = None
    layers: tuple[ResponseLayer, ...] = ()


@dataclass(frozen=True, slots=True)
class ResponseRecommendation:
    """One recommendation, whether or not its text is known.

    ``commissioner_action`` is the local policing body's own action taken or proposed, or why there
    is none (Police Act 1996, section 55(5B)); ``reply_to_chief`` its reply to the chief officer's
    comments (section 55(5)). ``layers`` is what is said of the recommendation as a whole.
    """

    number: int
    text: Passages = ()
    addressee: str | None = None
    deadline_as_printed: str | None = None
    deadline: date | None = None
    position: Passages = ()
    signatory: str | None = None
    end: str | None = None
    limbs: tuple[ResponseLimb, ...] = ()
    commissioner_action: str | None = None
    reply_to_chief: str | None = None
    promises: tuple[ResponsePromise, ...] = ()
    layers: tuple[ResponseLayer, ...] = ()


@dataclass(frozen=True, slots=True)
class ResponseDocument:
    """A local policing body's response to one inspection.

    ``local_policing_body`` is the office ("Exampleshire Police and Crime Commissioner"),
    ``office_holder`` the person. ``provenance`` says how the document came to be, where it was not
    issued by the body itself. ``notes`` are remarks on the source, one sentence or so each.
    Recommendations are in the order they are set in, each number at most as often as it was
    printed.
    """

    local_policing_body: str | None
    office_holder: str | None
    force: str | None
    inspection_title: str | None
    inspectorate: str | None
    types: tuple[str, ...]
    scope: str | None
    report_published: date | None
    report_published_as_printed: str | None
    recommendations: tuple[ResponseRecommendation, ...]
    summary: Passages = ()
    statement: Passages = ()
    statement_name: str | None = None
    statement_office: str | None = None
    response_published: date | None = None
    provenance: str | None = None
    notes: tuple[str, ...] = ()

    @property
    def last_day(self) -> date | None:
        """The last day for publishing this response; None if the report's day is not known."""
        return last_day_to_publish(self.report_published) if self.report_published else None
