"""Bank holidays of England and Wales, each with when it became known (R8, R9).

Most days follow from the Banking and Financial Dealings Act 1971; a day that is moved or added
is proclaimed, so the calendar as known before the proclamation still replays. The dates are those
published at https://www.gov.uk/bank-holidays, for 2018 to 2028.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

import numpy as np

from dutybook.duties.calendar import day_number, start_of_day
from dutybook.duties.columns import IntArray


@dataclass(frozen=True)
class Holiday:
    """That a day is a bank holiday, or is one no longer; the latest recorded word counts."""

    day: date
    recorded_at: int
    withdrawn: bool = False


class Holidays:
    """Everything recorded about bank holidays, in any order."""

    def __init__(self, recorded: Iterable[Holiday] = ()) -> None:
        self.recorded = tuple(sorted(recorded, key=lambda one: one.recorded_at))
        self._known: tuple[int, IntArray] | None = None

    def as_known(self, known_at: int) -> IntArray:
        """R8: the days that were known at `known_at` to be bank holidays, ascending."""
        if self._known is None or self._known[0] != known_at:
            stands: dict[date, bool] = {}
            for one in self.recorded:
                if one.recorded_at <= known_at:
                    stands[one.day] = not one.withdrawn
            days = sorted(day_number(day) for day, is_one in stands.items() if is_one)
            self._known = (known_at, np.array(days, dtype=np.int64))
        return self._known[1]


BY_STATUTE = """
2018-01-01 2018-03-30 2018-04-02 2018-05-07 2018-05-28 2018-08-27 2018-12-25 2018-12-26
2019-01-01 2019-04-19 2019-04-22 2019-05-06 2019-05-27 2019-08-26 2019-12-25 2019-12-26
2020-01-01 2020-04-10 2020-04-13 2020-05-04 2020-05-25 2020-08-31 2020-12-25 2020-12-28
2021-01-01 2021-04-02 2021-04-05 2021-05-03 2021-05-31 2021-08-30 2021-12-27 2021-12-28
2022-01-03 2022-04-15 2022-04-18 2022-05-02 2022-05-30 2022-08-29 2022-12-26 2022-12-27
2023-01-02 2023-04-07 2023-04-10 2023-05-01 2023-05-29 2023-08-28 2023-12-25 2023-12-26
2024-01-01 2024-03-29 2024-04-01 2024-05-06 2024-05-27 2024-08-26 2024-12-25 2024-12-26
2025-01-01 2025-04-18 2025-04-21 2025-05-05 2025-05-26 2025-08-25 2025-12-25 2025-12-26
2026-01-01 2026-04-03 2026-04-06 2026-05-04 2026-05-25 2026-08-31 2026-12-25 2026-12-28
2027-01-01 2027-03-26 2027-03-29 2027-05-03 2027-05-31 2027-08-30 2027-12-27 2027-12-28
2028-01-03 2028-04-14 2028-04-17 2028-05-01 2028-05-29 2028-08-28 2028-12-25 2028-12-26
"""
KNOWN_BY_STATUTE = date(2000, 1, 1)

PROCLAIMED = (
    # day, added or withdrawn, and the day it was announced
    ("2020-05-04", False, "2019-06-07"),  # early May, moved for the anniversary of VE Day
    ("2020-05-08", True, "2019-06-07"),
    ("2022-05-30", False, "2020-11-12"),  # spring, moved for the Platinum Jubilee
    ("2022-06-02", True, "2020-11-12"),
    ("2022-06-03", True, "2020-11-12"),
    ("2022-09-19", True, "2022-09-10"),  # the state funeral of Queen Elizabeth II
    ("2023-05-08", True, "2022-11-06"),  # the coronation of King Charles III
)


def _england_and_wales() -> Holidays:
    standing = start_of_day(KNOWN_BY_STATUTE)
    known = [Holiday(date.fromisoformat(day), standing) for day in BY_STATUTE.split()]
    for day, added, announced in PROCLAIMED:
        told = start_of_day(date.fromisoformat(announced))
        known.append(Holiday(date.fromisoformat(day), told, withdrawn=not added))
    return Holidays(known)


ENGLAND_AND_WALES = _england_and_wales()
"""The bank holidays an installation begins with; a force records later ones as dated data."""
