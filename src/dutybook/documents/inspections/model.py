"""An inspection as the product ships it: our own words, dated and versioned."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

TEXT_NOT_AVAILABLE = "text not available"
ADDRESSEE_UNKNOWN = "addressee unknown"


class Counts(StrEnum):
    """What a limb counts as shown in the figures of its duties."""

    MET = "met"
    AUTHORISED = "authorised"


class ShownBy(StrEnum):
    """How a limb can be shown to be met."""

    RECORDS = "records"
    DOCUMENT = "document"
    NOT_FROM_THIS_SYSTEM = "not from this system"


@dataclass(frozen=True, slots=True)
class Limb:
    """One testable part of a recommendation.

    ``how`` says what would show it; ``duties`` are the keys of the duties that serve it, none
    where no duty has been defined yet. ``counts`` is *authorised* for a limb that asks that what
    does not comply be authorised.
    """

    key: str
    title: str
    asked: str
    shown_by: ShownBy
    how: str
    duties: tuple[str, ...]
    counts: Counts = Counts.MET


@dataclass(frozen=True, slots=True)
class InspectionRecommendation:
    """A recommendation. Without text it is present all the same, and everything else is unknown.

    ``deadline`` is the day that ``deadline_as_printed`` prints; a doubt about it stands in
    ``deadline_note``.
    """

    number: int
    title: str | None = None
    addressees: tuple[str, ...] = ()
    deadline_as_printed: str | None = None
    deadline: date | None = None
    deadline_note: str | None = None
    limbs: tuple[Limb, ...] = ()

    @property
    def text_available(self) -> bool:
        return self.title is not None


@dataclass(frozen=True, slots=True)
class Inspection:
    """One report. ``key`` identifies it for good: titles are printed in several forms.

    ``version`` counts the editions of this description, from 1.
    """

    key: str
    version: int
    inspectorate: str
    title: str
    other_titles: tuple[str, ...]
    published: date
    types: tuple[str, ...]
    scope: str
    source: str
    recommendations: tuple[InspectionRecommendation, ...]

    @property
    def titles(self) -> tuple[str, ...]:
        """Every form of the title that has been seen printed."""
        return (self.title, *self.other_titles)

    def recommendation(self, number: int) -> InspectionRecommendation:
        """The recommendation of that number. Raises KeyError if there is none."""
        for recommendation in self.recommendations:
            if recommendation.number == number:
                return recommendation
        raise KeyError(number)

    def limbs(self) -> tuple[Limb, ...]:
        return tuple(limb for r in self.recommendations for limb in r.limbs)
