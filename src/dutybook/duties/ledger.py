"""The ledger: entries of duties, and the spans that say how each entry stood from when to when.

Both are columns of int64; `NULL` is empty. Instants are microseconds since the Unix epoch, UTC.
Entries are in order of subject, opening, opening fact, condition; spans in order of entry and
time. An entry's key is (duty, subject_id, opened_by, condition), and no two entries share one
(R12), but where a fact both began a state and was the evidence that expired in it: there
`opened_at` tells.
"""

import hashlib
from dataclasses import dataclass
from typing import Final

import numpy as np
import numpy.typing as npt

from dutybook.duties.columns import NULL, Columns, IntArray

__all__ = [
    "AUTHORISATION",
    "BASIS_HOW",
    "CLOSED_WHY",
    "ENTRY_COLUMNS",
    "NULL",
    "SPAN_COLUMNS",
    "WHY_EMPTY",
    "Ledger",
    "digest",
    "digest_of",
    "subject_hashes",
]

CLOSED_WHY: Final = ("met", "closed_unmet", "no_longer_owed", "judged")
"""Why an entry closed. `judged`: an event (R10), which closes as it happens; see `answer`."""

AUTHORISATION: Final = ("sufficient", "rank_not_set", "insufficient")
"""Of a failed event's authorisation: it suffices; its rank cannot be judged because no policy
names the rank that suffices; its rank is too low or not recorded, or it has no rationale."""

BASIS_HOW: Final = (
    "at_opening",
    "first_set",
    "tightened",
    "level_rise",
    "level_fall",
    "level_first_known",
    "reopened_overdue",
    "period_end",
    "event",
    "evidence_expired",
    "after_stop",
    "stop_floor",
)
"""How a due date came to count: the standard in force when the entry opened; one first set while
it was open; one tightened; a level that rose, fell or became known; R6's immediate due date; the
end of the period; the event itself."""

WHY_EMPTY: Final = ("no_standard", "level_unknown", "no_end_yet", "stopped")
"""Why a span has no due date."""

ENTRY_COLUMNS: Final = (
    "subject_id",
    "opened_by",  # fact_id
    "opened_at",
    "condition",  # place of the named condition of a *while* duty; NULL in the other forms
    "met_at",
    "met_by",  # fact_id
    "met_recorded_at",
    "closed_at",
    "closed_why",  # place in CLOSED_WHY
    "authorised_by",  # fact_id of the authorisation; see `authorisation`
    "authorised_at",
    "authorisation",  # place in AUTHORISATION
    "answer",  # each event: 1 holds, 0 does not, NULL not recorded; else the event's own answer
)

SPAN_COLUMNS: Final = (
    "entry",  # row of the entry
    "from_at",
    "until_at",  # NULL in the last span of an open entry
    "level",  # place in the duty's order of levels; NULL when none is recorded
    "team_id",
    "owner_id",
    "due_at",
    "basis_policy",  # policy_id; NULL when no policy stands behind the due date
    "basis_plan",  # fact_id of the subject's own plan, when that stands behind it
    "basis_how",  # place in BASIS_HOW
    "basis_from",  # since when the basis has counted for this entry
    "why_empty",  # place in WHY_EMPTY, when due_at is NULL
    "left",  # microseconds left on a stopped clock
)


@dataclass(frozen=True)
class Ledger:
    """All entries of one duty in one force, as known at `known_at`.

    `levels` is the order of levels that the spans' `level` counts in.
    """

    duty: str
    definition_version: int
    force_id: int
    known_at: int
    levels: tuple[str, ...]
    entries: Columns
    spans: Columns


def subject_hashes(ledger: Ledger) -> tuple[IntArray, npt.NDArray[np.uint8]]:
    """The subjects that have entries, ascending, and for each the sha256 (32 bytes) of its rows.

    A subject's rows are its entries, then its spans, each row as little-endian int64 in column
    order, with `entry` counted within the subject; so they do not depend on any other subject.
    """
    entries, spans = ledger.entries, ledger.spans
    subjects = entries["subject_id"]
    if not len(subjects):
        return subjects, np.zeros((0, 32), dtype=np.uint8)
    starts = np.flatnonzero(np.diff(subjects, prepend=~subjects[:1]))
    ends = np.append(starts, len(subjects))[1:]
    span_starts = np.searchsorted(spans["entry"], starts).tolist()
    span_ends = np.searchsorted(spans["entry"], ends).tolist()
    entry_rows = _rows(entries, ENTRY_COLUMNS)
    span_rows = _rows(spans, SPAN_COLUMNS)
    first_entry = np.repeat(starts, ends - starts)
    span_rows[:, 0] -= first_entry[spans["entry"]]
    entry_bytes, span_bytes = memoryview(entry_rows.tobytes()), memoryview(span_rows.tobytes())
    wide, narrow = entry_rows.shape[1] * 8, span_rows.shape[1] * 8
    hashes = bytearray()
    blocks = zip(starts.tolist(), ends.tolist(), span_starts, span_ends, strict=True)
    for start, end, span_start, span_end in blocks:
        one = hashlib.sha256(entry_bytes[start * wide : end * wide])
        one.update(span_bytes[span_start * narrow : span_end * narrow])
        hashes += one.digest()
    return subjects[starts], np.frombuffer(hashes, dtype=np.uint8).reshape(-1, 32)


def digest(ledger: Ledger) -> str:
    """The sha256, in hex, by which two ledgers are compared: equal digests, equal ledgers."""
    return digest_of(ledger.duty, ledger.force_id, *subject_hashes(ledger))


def digest_of(duty: str, force_id: int, subjects: IntArray, hashes: npt.NDArray[np.uint8]) -> str:
    """A ledger's digest from the hashes of its subjects, in whatever parts they were made."""
    order = np.argsort(subjects, kind="stable")
    whole = hashlib.sha256(f"{duty}\n{force_id}\n".encode())
    whole.update(np.ascontiguousarray(hashes[order]).tobytes())
    return whole.hexdigest()


def _rows(columns: Columns, names: tuple[str, ...]) -> IntArray:
    return np.stack([columns[name] for name in names], axis=1).astype("<i8", copy=False)
