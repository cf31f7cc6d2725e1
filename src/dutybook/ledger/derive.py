"""Deriving the ledger again: beneath a few subjects after a write, or for a whole force.

A force-wide derivation and the writes of single subjects exclude each other; see `locks`. Whatever
has been recorded by then is known: of two writes that met, the one that waited may carry the
earlier clock, and must not forget what the other has just kept.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from dutybook.duties.evaluate import evaluate
from dutybook.duties.facts import NULL, Facts
from dutybook.duties.ledger import WHY_EMPTY, Ledger, subject_hashes
from dutybook.ledger import copies, policies
from dutybook.ledger.instants import timestamp
from dutybook.ledger.locks import lock_whole
from dutybook.ledger.models import Subject, SubjectHash
from dutybook.ledger.policy_keys import duties
from dutybook.ledger.reading import facts_of_force, facts_of_subjects
from dutybook.ledger.writing import Area, Written, write

EVERYTHING: Final = 2**62
"""A time of knowledge later than any recording."""

Progress = Callable[[str, int, int], None]
"""Told what is being done, how many steps are done, and how many there are."""


@dataclass(frozen=True)
class NextDue:
    """An open entry after a write: when it is due, or why there is no date."""

    duty: str
    subject_id: int
    opened_at: datetime
    due_at: datetime | None
    why_empty: str | None


def derive_subjects(subjects: Sequence[Subject]) -> tuple[NextDue, ...]:
    """Derive everything owed on these subjects of one force, and write what differs.

    Their rows are locked by the caller. The subjects' copies of team and owner follow the facts.
    """
    found: list[NextDue] = []
    for kind in sorted({subject.kind for subject in subjects}):
        of_kind = [subject for subject in subjects if subject.kind == kind]
        facts = facts_of_subjects([subject.pk for subject in of_kind], kind)
        copies.follow_allocation(of_kind, facts["allocation"])
        ledgers = _evaluate(of_kind[0].force_id, kind, facts)
        _write_changed(of_kind, ledgers)
        found += [due for ledger in ledgers for due in _open_entries(ledger)]
    return tuple(found)


def derive_force(
    force_id: int, *, keys: Sequence[str] | None = None, progress: Progress
) -> Written:
    """Derive a whole force's ledger (or some duties of it) in the caller's transaction."""
    lock_whole(force_id)
    wanted = [duty for duty in duties() if keys is None or duty.key in keys]
    steps = len(wanted) + 2
    progress("reading facts", 0, steps)
    facts = facts_of_force(force_id, {duty.subject for duty in wanted})
    settings, holidays = policies.policies_of(force_id), policies.bank_holidays()
    ledgers = []
    for number, duty in enumerate(wanted, start=1):
        progress(duty.title, number, steps)
        ledgers.append(
            evaluate(duty, facts, settings, holidays, force_id=force_id, known_at=EVERYTHING)
        )
    progress("writing the ledger", len(wanted) + 1, steps)
    if keys is None:
        copies.follow_allocation_of_force(force_id)
    written = write(Area(force_id, tuple(duty.key for duty in wanted)), ledgers)
    progress("done", steps, steps)
    return written


def _evaluate(force_id: int, kind: str, facts: Facts) -> list[Ledger]:
    settings, holidays = policies.policies_of(force_id), policies.bank_holidays()
    return [
        evaluate(duty, facts, settings, holidays, force_id=force_id, known_at=EVERYTHING)
        for duty in duties(kind)
    ]


def _write_changed(subjects: Sequence[Subject], ledgers: Sequence[Ledger]) -> None:
    """Write the duties whose rows differ from what their hashes say is stored."""
    force_id, ids = subjects[0].force_id, tuple(subject.pk for subject in subjects)
    rows = SubjectHash.objects.filter(
        force_id=force_id, subject_id__in=ids, duty__in=[ledger.duty for ledger in ledgers]
    ).values_list("duty", "subject_id", "sha256")
    stored = {(duty, subject_id): bytes(sha256) for duty, subject_id, sha256 in rows}
    changed = []
    for ledger in ledgers:
        found, hashes = subject_hashes(ledger)
        derived = {
            (ledger.duty, subject_id): one.tobytes()
            for subject_id, one in zip(found.tolist(), hashes, strict=True)
        }
        if derived != {key: value for key, value in stored.items() if key[0] == ledger.duty}:
            changed.append(ledger)
    if changed:
        write(Area(force_id, tuple(ledger.duty for ledger in changed), ids), changed)


def _open_entries(ledger: Ledger) -> list[NextDue]:
    """The entries still open, each with what its last span says."""
    entries, spans = ledger.entries, ledger.spans
    last_span = {int(entry): row for row, entry in enumerate(spans["entry"].tolist())}
    found = []
    for row, closed_at in enumerate(entries["closed_at"].tolist()):
        if closed_at != NULL:
            continue
        span = last_span[row]
        why = int(spans["why_empty"][span])
        opened_at = timestamp(entries["opened_at"][row])
        assert opened_at is not None  # every entry opened some time
        found.append(
            NextDue(
                duty=ledger.duty,
                subject_id=int(entries["subject_id"][row]),
                opened_at=opened_at,
                due_at=timestamp(spans["due_at"][span]),
                why_empty=None if why == NULL else WHY_EMPTY[why],
            )
        )
    return found
