"""Deriving the ledger again: beneath a few subjects after a write, or for a whole force.

A force-wide derivation and the writes of single subjects exclude each other; see `locks`. Whatever
has been recorded by then is known: of two writes that met, the one that waited may carry the
earlier clock, and must not forget what the other has just kept.
"""

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from dutybook.duties.evaluate import evaluate
from dutybook.duties.facts import NULL, Facts
from dutybook.duties.gather import Remembering
from dutybook.duties.ledger import WHY_EMPTY, Ledger, subject_hashes
from dutybook.ledger import copies, policies
from dutybook.ledger.instants import timestamp
from dutybook.ledger.locks import lock_whole
from dutybook.ledger.models import Subject, SubjectHash
from dutybook.ledger.reading import facts_of_force, facts_of_subjects
from dutybook.ledger.recorded import recorded_duties
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
    for of_kind in _by_kind(subjects):
        facts = facts_of_subjects([subject.pk for subject in of_kind], of_kind[0].kind)
        copies.follow_allocation(of_kind, facts["allocation"])
        ledgers = _evaluate(of_kind, facts, None)
        changed = _changed(of_kind, ledgers)
        if changed:
            write(_area(of_kind, changed), changed)
        found += [due for ledger in ledgers for due in _open_entries(ledger)]
    return tuple(found)


def derive_duties(subjects: Sequence[Subject], keys: Collection[str]) -> dict[str, Written]:
    """Derive some duties on these locked subjects of one force; gives what differed, by duty."""
    written: dict[str, Written] = {}
    for of_kind in _by_kind(subjects):
        facts = facts_of_subjects([subject.pk for subject in of_kind], of_kind[0].kind)
        for ledger in _changed(of_kind, _evaluate(of_kind, facts, keys)):
            written[ledger.duty] = write(_area(of_kind, [ledger]), [ledger])
    return written


def derive_force(force_id: int, *, progress: Progress) -> Written:
    """Derive a whole force's ledger in the caller's transaction."""
    lock_whole(force_id)
    wanted = recorded_duties()
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
    copies.follow_allocation_of_force(force_id)
    written = write(Area(force_id, tuple(duty.key for duty in wanted)), ledgers)
    progress("done", steps, steps)
    return written


def _by_kind(subjects: Sequence[Subject]) -> Iterator[list[Subject]]:
    for kind in sorted({subject.kind for subject in subjects}):
        yield [subject for subject in subjects if subject.kind == kind]


def _evaluate(
    subjects: Sequence[Subject], facts: Facts, keys: Collection[str] | None
) -> list[Ledger]:
    """The ledgers of the duties owed on subjects of one kind, or of some of those duties."""
    force_id = subjects[0].force_id
    settings, holidays = policies.policies_of(force_id), policies.bank_holidays()
    known = Remembering(facts)
    return [
        evaluate(duty, known, settings, holidays, force_id=force_id, known_at=EVERYTHING)
        for duty in recorded_duties(subjects[0].kind)
        if keys is None or duty.key in keys
    ]


def _area(subjects: Sequence[Subject], ledgers: Sequence[Ledger]) -> Area:
    keys = tuple(ledger.duty for ledger in ledgers)
    return Area(subjects[0].force_id, keys, tuple(subject.pk for subject in subjects))


def _changed(subjects: Sequence[Subject], ledgers: Sequence[Ledger]) -> list[Ledger]:
    """The ledgers whose rows differ from what their hashes say is stored."""
    force_id, ids = subjects[0].force_id, [subject.pk for subject in subjects]
    rows = SubjectHash.objects.filter(
        force_id=force_id, subject_id__in=ids, duty__in=[ledger.duty for ledger in ledgers]
    ).values_list("duty", "subject_id", "sha256")
    stored: dict[str, dict[int, bytes]] = {ledger.duty: {} for ledger in ledgers}
    for duty, subject_id, sha256 in rows:
        stored[duty][subject_id] = bytes(sha256)
    return [ledger for ledger in ledgers if _hashes(ledger) != stored[ledger.duty]]


def _hashes(ledger: Ledger) -> Mapping[int, bytes]:
    found, hashes = subject_hashes(ledger)
    return {
        subject_id: one.tobytes() for subject_id, one in zip(found.tolist(), hashes, strict=True)
    }


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
