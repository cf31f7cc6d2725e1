"""Pictures of a limb's figures from release to release; each says what the table beside it says."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from dutybook.documents.charts import Bar, Part, stacked_bars
from dutybook.documents.response.over_time import LimbOverTime

PARTS: Final = (
    Part("Not shown", "late", "#7f2c10"),
    Part("Unknown or without a standard", "unsure", "#c78a3b"),
    Part("Shown", "rest", "#9db4bf"),
)


@dataclass(frozen=True, slots=True)
class Trend:
    """One figure drawn: a bar for each release, and a gap where the figure is held back."""

    title: str
    picture: str
    gaps: tuple[int, ...]


def trends_of(limb: LimbOverTime, labels: Mapping[int, str]) -> tuple[Trend, ...]:
    """The figures of a limb that at least two releases give, in the order in which they first
    appear. ``labels`` are what stands beneath a release's bar, by its number."""
    titles: dict[str, str] = {}
    counts: dict[str, dict[int, tuple[int, int, int]]] = {}
    for shown in limb.shown:
        for figure in shown.figures:
            titles[figure.duty] = figure.title
            given = counts.setdefault(figure.duty, {})
            if figure.counts is not None:
                given[shown.version] = figure.counts
    return tuple(
        _drawn(limb, duty, titles[duty], given, labels)
        for duty, given in counts.items()
        if len(given) > 1
    )


def _drawn(
    limb: LimbOverTime,
    duty: str,
    title: str,
    given: Mapping[int, tuple[int, int, int]],
    labels: Mapping[int, str],
) -> Trend:
    versions = [one.version for one in limb.shown]
    picture = stacked_bars(
        [Bar(labels[one], given.get(one, (0, 0, 0))) for one in versions],
        PARTS,
        title=f"{title}, release by release",
        said="One bar for each release. The same numbers stand in the table above.",
        name=f"{limb.code}-{duty}",
    )
    return Trend(title, picture, tuple(one for one in versions if one not in given))
