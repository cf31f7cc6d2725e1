"""The keys by which people are found: how a word is written, nearly written, and sounds.

A stored fact and what somebody types are turned into keys by the same functions; the search asks
which arrays overlap. The first letter of a key says what it is:

| key | of | stored for `Smyth` |
|---|---|---|
| `=` | the word itself | `=smyth` |
| `-` | the word, and it without one letter, or two of a long word: words that share such a key |
|   | differ by a slip or two | `-smyth`, `-myth`, `-syth`, … |
| `~` | how it sounds (Metaphone `~m`, NYSIIS `~n`) | `~mSM0`, `~nSNYT` |
| `#` | a number, mark, handle or day, without blanks and signs | `#AB12CDE` |
| `@` | a word of an address | `@harbour` |
"""

import re
import unicodedata
from dataclasses import dataclass
from datetime import date

import jellyfish

LONGEST_WORD = 40
SHORTEST_MISSPELT = 4
"""Shorter words are found as written or as they sound: without a letter too many are alike."""
LONG = 10
"""Words of so many letters are found with two slips in them."""

_LETTERS = str.maketrans(
    {"ł": "l", "ø": "o", "đ": "d", "ð": "d", "þ": "th", "ß": "ss", "æ": "ae", "œ": "oe", "ı": "i"}
)
_JOINED = frozenset(
    {"o", "mc", "mac", "st", "d", "al", "el", "de", "le", "la", "van", "von", "abu"}
)
_APOSTROPHES = re.compile("['’‘`´]")
_POSTCODE = re.compile(r"\b([a-z]{1,2}[0-9][a-z0-9]?)\s*([0-9][a-z]{2})\b")


@dataclass(frozen=True)
class WordKeys:
    """The keys of one word of a name: as written, nearly so, and as it sounds."""

    exact: frozenset[str]
    near: frozenset[str]
    sound: frozenset[str]

    @property
    def all(self) -> frozenset[str]:
        return self.exact | self.near | self.sound


def fold(text: str) -> str:
    """Small letters without accents and apostrophes; everything else that is no letter or digit
    becomes a blank."""
    small = unicodedata.normalize("NFKD", text).casefold().translate(_LETTERS)
    parts = unicodedata.normalize("NFKD", _APOSTROPHES.sub("", small))
    kept = "".join(sign for sign in parts if not unicodedata.combining(sign))
    return " ".join("".join(sign if sign.isalnum() else " " for sign in kept).split())


def name_words(name: str) -> list[str]:
    """The words of a name as they are compared; `O Brien` and `Mc Donald` are one word each."""
    words: list[str] = []
    begun = ""
    for word in fold(name).split():
        begun += word
        if word not in _JOINED:
            words.append(begun[:LONGEST_WORD])
            begun = ""
    return words + ([begun[:LONGEST_WORD]] if begun else [])


def word_keys(word: str) -> WordKeys:
    """The keys of one word as `name_words` gives it."""
    near = frozenset(f"-{one}" for one in _nearly(word))
    sound: set[str] = set()
    if word.isascii() and word.isalpha():
        sound = {f"~m{jellyfish.metaphone(word)}", f"~n{jellyfish.nysiis(word)}"} - {"~m", "~n"}
    return WordKeys(frozenset({f"={word}"}), near, frozenset(sound))


def name_keys(name: str) -> set[str]:
    """Every key under which a name is stored."""
    return {key for word in name_words(name) for key in word_keys(word).all}


def code_key(value: str) -> str:
    """The key of a number, a registration mark, a handle; empty when nothing is left of it."""
    bare = bare_code(value)
    return f"#{bare[:80]}" if bare else ""


def bare_code(value: str) -> str:
    """Capitals and digits of the plain alphabet alone."""
    return "".join(sign for sign in fold(value).upper() if sign.isascii() and sign.isalnum())


def phone_key(value: str) -> str:
    """The key of a phone number, written at home (0…) or from abroad (+44…) alike."""
    digits = "".join(sign for sign in value if sign in "0123456789")
    for abroad in ("0044", "44"):
        if digits.startswith(abroad) and len(digits) > 10:
            digits = "0" + digits.removeprefix(abroad).lstrip("0")
    return f"#{digits[:20]}" if len(digits) >= 6 else ""


def day_key(day: date) -> str:
    """The key of a date of birth."""
    return f"#{day:%Y%m%d}"


def place_keys(place: str) -> set[str]:
    """The keys of an address: its words, and its postcode as one."""
    folded = fold(place)
    found = {f"#{out}{back}".upper() for out, back in _POSTCODE.findall(folded)}
    rest = _POSTCODE.sub(" ", folded)
    return found | {f"@{word[:LONGEST_WORD]}" for word in rest.split()}


def _nearly(word: str) -> set[str]:
    if len(word) < SHORTEST_MISSPELT:
        return set()
    once = _without_one(word)
    twice = {one for each in once for one in _without_one(each)} if len(word) >= LONG else set()
    return {word} | once | twice


def _without_one(word: str) -> set[str]:
    return {word[:at] + word[at + 1 :] for at in range(len(word))}
