"""The engine on its own: facts in a folder to a ledger in a folder, and measures from that."""

import shutil
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any, Final

from dutybook.duties.calendar import end_of_day
from dutybook.duties.catalogue import CATALOGUE
from dutybook.duties.figures import Dimension, Measure
from dutybook.duties.language import Duty
from dutybook.duties.ledger import Ledger
from dutybook.duties.measures import measure, window_set
from dutybook.duties.policy import Policies, PolicySetting
from dutybook.duties.scale.check_facts import refuse_problems
from dutybook.duties.scale.errors import InputError, Problem
from dutybook.duties.scale.facts_folder import files_of
from dutybook.duties.scale.ledger_folder import (
    LedgerFolder,
    folder_being_written,
    read_ledgers,
    refuse_unless_free,
    write_notes,
)
from dutybook.duties.scale.local import (
    cores,
    facts_in_a_part,
    memory_to_sort_in,
    run_in_threads,
)
from dutybook.duties.scale.open_facts import Progress, checked, open_facts
from dutybook.duties.scale.parts import PartWritten, Runner
from dutybook.duties.scale.policy_file import PolicyFile, read_policy_file
from dutybook.duties.scale.source_file import Room
from dutybook.duties.scale.work import Work

EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
MEMORY: Final = 3 << 30
"""Bytes that may be used where nothing else is said."""


@dataclass(frozen=True)
class How:
    """How a ledger is worked out; nothing here changes what is in it."""

    memory: int = MEMORY
    run: Runner = run_in_threads
    facts_each: int | None = None


def ledger_from_folder(
    facts_dir: Path,
    policy_file: Path,
    *,
    known_at: int,
    out: Path,
    progress: Progress,
    duties: Sequence[Duty] = tuple(CATALOGUE.values()),
    how: How = How(),
) -> LedgerFolder:
    """Evaluates `duties` on the facts in `facts_dir` and writes their ledgers to `out`.

    `known_at` is the knowledge time (R8), an instant. Raises InputError or OutputError, with
    nothing written, when the facts or policies cannot be understood or `out` is not free.
    """
    refuse_unless_free(out)
    to_sort_in = memory_to_sort_in(how.memory)
    held = _policies_and_files(policy_file, facts_dir, to_sort_in)
    with folder_being_written(out) as partial:
        scratch = Path(tempfile.mkdtemp(prefix=".scratch-", dir=partial))
        room = Room(to_sort_in, scratch)
        store = open_facts(facts_dir, room, progress)
        work = Work(store, tuple(duties), held.policies, held.holidays, held.force_id, known_at)
        each = how.facts_each or facts_in_a_part(how.memory, cores())
        parts = tuple((number, *ends) for number, ends in enumerate(store.ranges(each)))
        written = _told(how.run(work, partial, parts), len(parts), progress)
        facts = {key: table.rows for key, table in store.tables.items()}
        notes = _notes(held, facts, work)
        checked(
            files_of(facts_dir),
            room,
            lambda: write_notes(partial, work.duties, held.force_id, written, notes),
        )
        shutil.rmtree(scratch)
    return read_ledgers(out)


def _policies_and_files(policy_file: Path, facts_dir: Path, memory: int) -> PolicyFile:
    """The policy file read and the facts folder looked at: what is wrong in both is told."""
    problems: list[Problem] = []
    try:
        held = read_policy_file(policy_file)
    except InputError as error:
        problems += error.problems
    try:
        files = files_of(facts_dir)
        if problems:
            with tempfile.TemporaryDirectory() as spilled:
                refuse_problems(files, Room(memory, Path(spilled)))
    except InputError as error:
        problems += error.problems
    if problems:
        raise InputError.of(problems)
    return held


def _told(parts: Iterable[PartWritten], count: int, progress: Progress) -> Iterator[PartWritten]:
    for done, part in enumerate(parts):
        progress("working out the ledger", done, count)
        yield part
    progress("writing the ledger", count, count)


def measures_from_folder(
    ledger_dir: Path, day: date, *, by: Iterable[Dimension] = ()
) -> tuple[Measure, ...]:
    """The measure of every duty in a ledger's folder at the end of the local day `day`.

    The window of flow measures is the force's policy on that day. Raises InputError when the
    folder is no ledger, or was made with definitions that are not here.
    """
    held = read_ledgers(ledger_dir)
    policies = Policies(PolicySetting(**one) for one in held.notes["policies"])
    dimensions = tuple(by)
    measures = []
    for key, ledger_digest in held.digests.items():
        ledger = held.ledger(key)
        window = window_set(policies.as_known(ledger.known_at), end_of_day(day))
        found = measure(
            _definition(ledger_dir, key, ledger),
            ledger,
            day,
            policies=policies,
            by=dimensions,
            window=window,
            ledger_digest=ledger_digest,
        )
        measures.append(found)
    return tuple(measures)


def _definition(folder: Path, key: str, ledger: Ledger) -> Duty:
    duty = CATALOGUE.get(key)
    if duty is None or duty.definition_version != ledger.definition_version:
        raise InputError(
            folder,
            f"it was made with {key} version {ledger.definition_version}, which is not here",
            "Make the ledger again",
        )
    return duty


def _notes(held: PolicyFile, facts: dict[str, int], work: Work) -> dict[str, Any]:
    """What `ledger.json` says besides the duties: what it was made from, as known when."""
    known = held.policies.as_known(work.known_at)
    set_keys = {one.key for one in known.settings if one.value is not None}
    needed = dict.fromkeys(key for duty in work.duties for key in duty.policies)
    moment = EPOCH + timedelta(microseconds=work.known_at)
    return {
        "known_at": moment.isoformat(timespec="microseconds"),
        "known_at_microseconds": work.known_at,
        "facts": facts,
        "unset_policies": [key for key in needed if key not in set_keys],
        "policies": [vars(one) for one in held.policies.settings],
    }
