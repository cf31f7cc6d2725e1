"""The forms of numbers that a public source gives; others are free text.

PNC numbers are `YYYY/NNNNNNNL`, CRO numbers `NNNNNN/YYL` or, for files without fingerprints,
`SFYY/NNNNNNL`; both end in a check letter: the number of year and serial modulo 23 as a letter
without I, O and S, Z for nothing (CJS Data Standards Catalogue 6; the validators published by the
Ministry of Justice). A probation number is a letter and six digits, a prison number
`A1234BC` (the same validators). No public source gives the form of a national register reference.
"""

import re
from datetime import date

from dutybook.records.people.keys import bare_code

_CHECK = "ZABCDEFGHJKLMNPQRTUVWXY"
_PNC = re.compile(r"^(\d{4}|\d{2})/?(\d{1,7})([A-Z])$")
_CRO = re.compile(r"^(\d{1,6})/(\d{2})([A-Z])$")
_CRO_SHORT = re.compile(r"^SF(\d{2})/(\d{1,6})([A-Z])$")
_PROBATION = re.compile(r"^[A-Z]\d{6}$")
_PRISON = re.compile(r"^[A-Z]\d{4}[A-Z]{2}$")

WRONG = {
    "pnc": "Enter a PNC number as it is printed, such as 1999/0123456X. Its last letter checks the "
    "rest, so one wrong figure shows",
    "cro": "Enter a CRO number as it is printed, such as 123456/99L. Its last letter checks the "
    "rest, so one wrong figure shows",
    "probation": "Enter a probation number as a letter and six figures, such as X123456",
    "prison": "Enter a prison number such as A1234BC",
}


def written(scheme: str, value: str, today: date) -> str | None:
    """A number as its scheme writes it; None when it cannot be one of that scheme."""
    typed = "".join(value.upper().split())
    if scheme == "pnc":
        return _pnc(typed, today)
    if scheme == "cro":
        return _cro(typed)
    if scheme == "probation":
        return typed if _PROBATION.match(typed) else None
    if scheme == "prison":
        return typed if _PRISON.match(typed) else None
    kept = " ".join(value.split())
    return kept if bare_code(kept) else None


def check_letter(year: str, serial: str) -> str:
    """The letter that belongs to a two-figure year and a serial number."""
    return _CHECK[int(year + serial) % len(_CHECK)]


def _pnc(typed: str, today: date) -> str | None:
    found = _PNC.match(typed)
    if not found:
        return None
    year, serial, letter = found.groups()
    serial = serial.zfill(7)
    if check_letter(year[-2:], serial) != letter:
        return None
    if len(year) == 2:  # as the catalogue reads it: no year lies ahead
        century = today.year // 100 - (int(year) > today.year % 100)
        year = f"{century}{year}"
    return f"{year}/{serial}{letter}"


def _cro(typed: str) -> str | None:
    if found := _CRO.match(typed):
        serial, year, letter = found.groups()
        right = check_letter(year, serial.zfill(6)) == letter
        return f"{serial.zfill(6)}/{year}{letter}" if right else None
    if found := _CRO_SHORT.match(typed):
        year, serial, letter = found.groups()
        return f"SF{year}/{serial}{letter}" if check_letter(year, serial) == letter else None
    return None
