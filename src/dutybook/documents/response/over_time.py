"""What each part of a recommendation showed from one version of a response to the next."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from dutybook.documents.response.comparing import figure_in_words


@dataclass(frozen=True, slots=True)
class ShownFigure:
    """One figure of one version: in ``words``, and as ``counts`` (not shown, unknown or without a
    standard, shown); None where the figure is held back."""

    duty: str
    title: str
    words: str
    counts: tuple[int, int, int] | None


@dataclass(frozen=True, slots=True)
class Shown:
    """What one version says of one limb; ``version`` is its number. ``figures`` stand in the order
    of that version."""

    version: int
    finding: str
    figures: tuple[ShownFigure, ...]


@dataclass(frozen=True, slots=True)
class LimbOverTime:
    """One limb through the versions that have it, in the order in which they were given.

    ``asked`` is as the last of them words it.
    """

    code: str
    asked: str
    shown: tuple[Shown, ...]


def over_time(versions: Iterable[tuple[int, str]]) -> tuple[LimbOverTime, ...]:
    """Every limb of these versions, each a number and its open data (JSON), by recommendation.

    Nothing is drawn or reckoned between two versions: figures held back stay held back.
    """
    asked: dict[tuple[int, str], str] = {}
    shown: dict[tuple[int, str], list[Shown]] = {}
    for version, text in versions:
        for recommendation in json.loads(text)["recommendations"]:
            for limb in recommendation["limbs"]:
                key = recommendation["number"], limb["code"]
                asked[key] = limb["asked"]
                figures = tuple(_figure(one) for one in limb["numbers"])
                line = Shown(version, limb["finding"] or "", figures)
                shown.setdefault(key, []).append(line)
    return tuple(LimbOverTime(key[1], asked[key], tuple(shown[key])) for key in sorted(shown))


def _figure(one: Mapping[str, Any]) -> ShownFigure:
    counts = None
    if not one["held_back"]:
        unsure = one["unknown"] + one["no_standard"]
        counts = (one["of"] - one["shown"] - unsure, unsure, one["shown"])
    return ShownFigure(one["duty"], one["title"], figure_in_words(one), counts)
