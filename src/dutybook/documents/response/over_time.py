"""What each part of a recommendation showed from one version of a response to the next."""

import json
from collections.abc import Iterable
from dataclasses import dataclass

from dutybook.documents.response.comparing import figure_in_words


@dataclass(frozen=True, slots=True)
class Shown:
    """What one version says of one limb; ``version`` is its number. ``figures`` are pairs of a
    title and the figure in words, in the order of that version."""

    version: int
    finding: str
    figures: tuple[tuple[str, str], ...]


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
                figures = tuple((one["title"], figure_in_words(one)) for one in limb["numbers"])
                line = Shown(version, limb["finding"] or "", figures)
                shown.setdefault(key, []).append(line)
    return tuple(LimbOverTime(key[1], asked[key], tuple(shown[key])) for key in sorted(shown))
