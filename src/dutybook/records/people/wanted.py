"""What somebody typed into the search, as conditions on the search's rows."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import reduce
from operator import and_, or_

from django.db.models import Case, IntegerField, Q, Value, When
from django.db.models.expressions import Combinable

from dutybook.access.errors import InvalidInput
from dutybook.records.people.keys import (
    WordKeys,
    code_key,
    day_key,
    name_words,
    phone_key,
    place_keys,
    word_keys,
)

LONGEST = 160
MOST_WORDS = 8
EXACT, NEAR, SOUND = 4, 3, 1
CODE, PLACE = 20, 6
_DAY = re.compile(r"^\s*(\d{1,2})[/. -](\d{1,2})[/. -](\d{4})\s*$")


@dataclass(frozen=True)
class Wanted:
    """What is looked for: words of a name, the same as a number, the same as an address."""

    words: tuple[WordKeys, ...]
    codes: frozenset[str]
    places: frozenset[str]

    def is_named(self) -> Q:
        """Every word of the name, as written, nearly so or as it sounds."""
        return _all(Q(keys__overlap=sorted(word.all)) for word in self.words)

    def matches(self) -> Q:
        """Every way in which a row can be what was typed."""
        ways = [Q(keys__overlap=sorted(self.codes))] if self.codes else []
        if self.words:
            ways.append(self.is_named())
        if self.places:
            ways.append(Q(keys__contains=sorted(self.places)))
        return reduce(or_, ways)

    def partly(self) -> Q:
        """Some word of the name, as written or nearly so."""
        return reduce(or_, (Q(keys__overlap=sorted(one.exact | one.near)) for one in self.words))

    def clearly(self) -> Q:
        """Enough to tell a record's owner that somebody looks for it: a number, an address, two
        words of a name however written, or one word as written."""
        ways = [Q(keys__overlap=sorted(self.codes))] if self.codes else []
        if len(self.words) > 1:
            ways.append(self.is_named())
        elif self.words:
            ways.append(Q(keys__overlap=sorted(self.words[0].exact)))
        if len(self.places) > 1:
            ways.append(Q(keys__contains=sorted(self.places)))
        return reduce(or_, ways)

    def rank(self) -> Combinable:
        """How well a row matches, in the database: the higher, the better."""
        told: Combinable = Value(0)
        if self.codes:
            told = told + _points((Q(keys__overlap=sorted(self.codes)), CODE))
        if self.places:
            told = told + _points((Q(keys__contains=sorted(self.places)), PLACE))
        for word in self.words:
            ways = ((word.exact, EXACT), (word.near, NEAR), (word.sound, SOUND))
            told = told + _points(
                *((Q(keys__overlap=sorted(keys)), points) for keys, points in ways if keys)
            )
        return told


def wanted(text: str) -> Wanted:
    """What a typed text asks for. Raises `InvalidInput` for one with nothing to look for."""
    if len(text) > LONGEST:
        raise InvalidInput({"text": f"Use {LONGEST} characters or fewer"})
    words = tuple(word_keys(word) for word in name_words(text) if not word.isdecimal())
    day = _day(text)
    codes = {code_key(text), phone_key(text)} - {""}
    if day is not None:
        words, codes = (), {day_key(day)}
    places = frozenset(place_keys(text)) if day is None else frozenset()
    found = Wanted(words[:MOST_WORDS], frozenset(codes), places)
    if not (found.words or found.codes or found.places):
        raise InvalidInput({"text": "Enter a name, a number, a phone, a vehicle or an address"})
    return found


def _day(text: str) -> date | None:
    found = _DAY.match(text)
    if found is None:
        return None
    day, month, year = (int(part) for part in found.groups())
    try:
        return date(year, month, day)
    except ValueError:
        raise InvalidInput({"text": "There is no such day. Enter one such as 27/3/1975"}) from None


def _all(conditions: Iterable[Q]) -> Q:
    return reduce(and_, conditions)


def _points(*ways: tuple[Q, int]) -> Case:
    return Case(
        *(When(condition, then=Value(points)) for condition, points in ways),
        default=Value(0),
        output_field=IntegerField(),
    )
