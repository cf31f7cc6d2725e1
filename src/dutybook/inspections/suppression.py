"""Which numbers the public may have, so that no small count can be had by subtraction.

A count of a few is a few people. A figure is held back when a part of it is small, and when it
stands so close to one that was published before that the difference is: whoever kept the earlier
page would read the few off the two. Nothing is rounded: what is published is what was counted.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from dutybook.ledger.queries.small_counts import SMALL

NOT_RECORDED: Final = "no records of this kind yet"
CLOSE: Final = "it differs from an earlier release by less than {smallest}"

Series = tuple[str, str]
"""One figure through the releases: the limb's code and the duty's key."""


@dataclass(frozen=True)
class Counts:
    """The numbers of one figure: `shown` of `of`, the `unknown` and the `no_standard` inside it."""

    shown: int
    of: int
    unknown: int
    no_standard: int


def parts(counts: Counts) -> Iterator[int]:
    """Every count of records that the four numbers give, by themselves or by subtraction."""
    rest = counts.of - counts.shown
    known = rest - counts.unknown
    judged = rest - counts.no_standard
    yield from (counts.shown, counts.of, counts.unknown, counts.no_standard, rest)
    yield from (known, judged, known - counts.no_standard)


def why_held_back(now: Counts, before: Iterable[Counts], smallest: int) -> str | None:
    """Why a figure is not published beside those of `before`; None when it may be.

    `before` are the same figure's numbers in every earlier release, since a page once published
    is never taken back.
    """
    own = tuple(parts(now))
    if any(0 < abs(part) < smallest for part in own):
        return SMALL.format(smallest=smallest)
    for earlier in before:
        between = (abs(here - there) for here, there in zip(own, parts(earlier), strict=True))
        if any(0 < part < smallest for part in between):
            return CLOSE.format(smallest=smallest)
    return None


def held_back(
    figures: Mapping[Series, Counts], before: Mapping[Series, Sequence[Counts]], smallest: int
) -> dict[str, str]:
    """The duties whose figures are not published now, each with why.

    Several limbs may read one duty, each in its own way: what one of them withholds another would
    give away, so that a duty's figures are published together or not at all.
    """
    why: dict[str, str] = {}
    for (limb, duty), counts in figures.items():
        reason = why_held_back(counts, before.get((limb, duty), ()), smallest)
        if reason is not None:
            why.setdefault(duty, reason)
    return why


def series_of(published: Iterable[tuple[Series, Counts]]) -> dict[Series, list[Counts]]:
    """The numbers of each figure in every release so far."""
    found: dict[Series, list[Counts]] = defaultdict(list)
    for series, counts in published:
        found[series].append(counts)
    return found
