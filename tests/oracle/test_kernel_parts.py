"""The small parts of the kernel, each by itself: order, tidiness, and what touches what."""

from __future__ import annotations

from datetime import date
from itertools import pairwise
from typing import Any

import numpy as np
import pytest
from tests.oracle.clock import last_instant, local

from dutybook.duties.columns import IntArray
from dutybook.duties.kernel.intervals import ends_of_periods, first_of_joined, touches
from dutybook.duties.kernel.order import in_order, is_tidy, merged, unordered_blocks
from dutybook.duties.kernel.shapes import DROPPED, ENTRY, NEVER, NULL, SPAN, Records

MIDNIGHT = last_instant(date(2026, 3, 2))
NOON = local(2026, 3, 2, 12)


def ints(*values: int) -> IntArray:
    return np.array(values, dtype=np.int64)


@pytest.mark.parametrize(
    ("end", "begin", "joined"),
    [
        (MIDNIGHT, MIDNIGHT + 1, True),
        (MIDNIGHT, MIDNIGHT + 2, False),
        (MIDNIGHT, MIDNIGHT, True),
        (NOON, NOON, True),
        (NOON, NOON - 1, True),
        (NOON, NOON + 1, False),
        (NEVER, NOON, True),
    ],
)
def test_a_days_last_instant_touches_the_next_days_first(
    end: int, begin: int, joined: bool
) -> None:
    assert touches(end, begin) == joined


def marks(*rows: tuple[int, ...]) -> IntArray:
    """One column for each (subject, at, rank, fact, and what tells it from its like)."""
    wide = [(*row, 0)[:5] if len(row) < 5 else row for row in rows]
    return np.array([(*row, 0, 0, 0) for row in wide], dtype=np.int64).T.copy()


ASCENDING = ((1, 5, 2, 9), (1, 5, 3, 1), (1, 6, 0, 0), (2, 0, 0, 0), (2, 0, 0, 1))
"""Each by another column; what follows it in the same column goes down."""


def test_order_goes_by_subject_then_time_then_rank_then_fact() -> None:
    for before, after in pairwise(ASCENDING):
        starts = ints(0, 2, 4)
        found = unordered_blocks(marks(before, after, after, before), starts)
        assert list(found) == [False, True]
    assert not unordered_blocks(marks(ASCENDING[0], ASCENDING[0]), ints(0, 2)).any()


def test_a_block_is_looked_at_to_its_end_and_only_within() -> None:
    four = [ASCENDING[0], ASCENDING[2], ASCENDING[1], ASCENDING[4], ASCENDING[3], ASCENDING[0]]
    assert list(unordered_blocks(marks(*four), ints(0, 2, 4, 6))) == [False, False, True]
    assert list(unordered_blocks(marks(*four), ints(0, 3, 6))) == [True, True]


def test_merged_blocks_are_in_order_and_the_like_stay_in_the_order_of_their_blocks() -> None:
    random = np.random.default_rng(3)
    for blocks in (1, 2, 3, 5):
        rows: list[tuple[int, ...]] = []
        starts = [0]
        for block in range(blocks):
            made = random.integers(0, 3, (int(random.integers(0, 12)), 4)).tolist()
            rows += [(*row, block * 100 + n) for n, row in enumerate(sorted(map(tuple, made)))]
            starts.append(len(rows))
        if not rows:
            continue
        found = merged(marks(*rows), ints(*starts))
        expected = sorted(rows, key=lambda row: row[:4])
        assert [tuple(row[:5]) for row in found.T.tolist()] == expected


def test_blocks_out_of_order_are_put_in_order_and_one_alone_too() -> None:
    backwards = ASCENDING[::-1]
    for starts in (ints(0, 5), ints(0, 2, 5)):
        found = in_order(marks(*backwards), starts)
        ordered = sorted(ASCENDING)
        assert list(zip(found.subject, found.at, found.rank, found.fact, strict=True)) == ordered


def entries(*rows: tuple[int, int, int, int], **cells: Any) -> Records:
    """Each by its subject, opening, opening fact and condition."""
    made = np.zeros(len(rows), dtype=ENTRY)
    for place, name in enumerate(("subject_id", "opened_at", "opened_by", "condition")):
        made[name] = [row[place] for row in rows]
    for name, value in cells.items():
        made[name] = value
    return made


def spans(*of: int) -> Records:
    made = np.zeros(len(of), dtype=SPAN)
    made["entry"] = of
    return made


IN_ORDER = ((1, 5, 2, 9), (1, 5, 3, 1), (1, 6, 0, 0), (1, 6, 0, 1), (2, 0, 0, 0))


def test_what_is_in_order_is_tidy() -> None:
    assert is_tidy(entries(*IN_ORDER), spans(0, 0, 1, 2, 3, 4, 4))
    assert is_tidy(entries(IN_ORDER[0], IN_ORDER[0]), spans(0, 1))
    assert is_tidy(entries(), spans())


def test_two_that_change_places_within_a_subject_are_not_tidy() -> None:
    for place in range(3):
        one, other = IN_ORDER[place : place + 2]
        assert not is_tidy(entries(other, one), spans(0, 1))
        assert not is_tidy(entries((0, 0, 0, 0), other, one), spans(0, 1))
    assert is_tidy(entries((1, 9, 9, 9), (2, 0, 0, 0)), spans(0, 1))


def test_an_entry_that_is_not_made_is_not_tidy() -> None:
    whys = [0, DROPPED]
    assert not is_tidy(entries(*IN_ORDER[:2], closed_why=whys), spans(0, 1))
    assert not is_tidy(entries(*IN_ORDER[:2], closed_why=whys[::-1]), spans(0, 1))


@pytest.mark.parametrize("of", [(1, 0, 2), (0, 2, 1), (0, 1, 0)])
def test_spans_out_of_order_are_not_tidy(of: tuple[int, ...]) -> None:
    assert not is_tidy(entries(*IN_ORDER), spans(*of))


def test_a_period_ends_at_the_first_end_from_its_beginning_on_or_as_planned() -> None:
    subject, begins = ints(1, 1, 1, 2, 3), ints(10, 20, 30, 10, 10)
    planned = ints(15, 40, NULL, 50, NULL)
    early_subject, early_at = ints(1, 1, 2), ints(9, 20, 10)
    found = ends_of_periods(subject, begins, planned, early_subject, early_at)
    assert list(found) == [15, 20, NEVER, 10, NEVER]


def test_periods_that_touch_or_overlap_are_one_of_each_subject() -> None:
    subject = ints(1, 1, 1, 1, 2, 2)
    begins = ints(10, 20, 25, 200, 10, NOON)
    ends = ints(100, 22, 30, NEVER, MIDNIGHT, NEVER)
    assert list(first_of_joined(subject, begins, ends)) == [0, 0, 0, 3, 4, 4]
    assert len(first_of_joined(ints(), ints(), ints())) == 0
