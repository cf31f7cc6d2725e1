"""Finding words in the open data of a published response."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final

from dutybook.documents.response.comparing import of_a_limb, of_a_recommendation

SHORTEST: Final = 2
"""Letters that a word needs in order to be looked for."""


@dataclass(frozen=True, slots=True)
class Found:
    """One passage that, with what it is, holds every word looked for.

    ``place`` says where it stands ("Recommendation 10, part 10a"), ``what`` which of its parts it
    is; ``number`` is that of the recommendation, None for what stands before them all.
    """

    place: str
    what: str
    text: str
    number: int | None


def words_of(asked: str) -> tuple[str, ...]:
    """The words to look for, folded; those shorter than `SHORTEST` letters are left out."""
    return tuple(word for word in asked.casefold().split() if len(word) >= SHORTEST)


def find(version: str, words: tuple[str, ...]) -> tuple[Found, ...]:
    """The passages of a version in open data (JSON) in which every one of the words stands, in the
    order of the document. Case does not matter, and a word may be the beginning of a longer one.
    """
    if not words:
        return ()
    return tuple(
        one
        for one in _passages(json.loads(version))
        if all(word in f"{one.what} {one.text}".casefold() for word in words)
    )


def _passages(version: Mapping[str, Any]) -> Iterator[Found]:
    for name in ("summary", "statement"):
        said = version[name] if name == "summary" else version[name]["text"]
        for passage in said:
            yield Found("The response", name.capitalize(), passage["text"], None)
    for one in version["recommendations"]:
        number = int(one["number"])
        place = f"Recommendation {number}"
        for what, text in of_a_recommendation(one):
            yield Found(place, what, text, number)
        for limb in one["limbs"]:
            for what, text in of_a_limb(limb):
                yield Found(f"{place}, part {limb['code']}", what, text, number)
