"""The engine on its own: facts in a folder to a ledger in a folder, and measures from that."""

from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

from dutybook.duties.calendar import end_of_day
from dutybook.duties.catalogue import CATALOGUE
from dutybook.duties.columns import Facts
from dutybook.duties.evaluate import evaluate
from dutybook.duties.figures import Dimension, Measure
from dutybook.duties.language import Duty
from dutybook.duties.ledger import Ledger
from dutybook.duties.measures import measure, window_set
from dutybook.duties.policy import Policies, PolicySetting
from dutybook.duties.scale.errors import InputError
from dutybook.duties.scale.ledger_folder import (
    LedgerFolder,
    read_ledgers,
    refuse_unless_free,
    write_ledgers,
)
from dutybook.duties.scale.policy_file import PolicyFile, read_policy_file
from dutybook.duties.scale.read_facts import Progress, read_facts

EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


def ledger_from_folder(
    facts_dir: Path, policy_file: Path, *, known_at: int, out: Path, progress: Progress
) -> LedgerFolder:
    """Evaluates every duty on the facts in `facts_dir`, writes the ledger to `out`, reads it back.

    `known_at` is the knowledge time (R8), an instant. Raises InputError or OutputError, with
    nothing written, when the facts or policies cannot be understood or `out` is not free.
    """
    refuse_unless_free(out)
    held = read_policy_file(policy_file)
    facts = read_facts(facts_dir, progress)
    write_ledgers(out, _each_duty(facts, held, known_at, progress), _notes(held, facts, known_at))
    return read_ledgers(out)


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
    for key, ledger in held.ledgers.items():
        window = window_set(policies.as_known(ledger.known_at), end_of_day(day))
        found = measure(
            _definition(ledger_dir, key, ledger),
            ledger,
            day,
            policies=policies,
            by=dimensions,
            window=window,
            ledger_digest=held.digests[key],
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


def _each_duty(
    facts: Facts, held: PolicyFile, known_at: int, progress: Progress
) -> Iterator[Ledger]:
    for done, duty in enumerate(CATALOGUE.values()):
        progress(f"evaluating {duty.key}", done, len(CATALOGUE))
        yield evaluate(
            duty,
            facts,
            held.policies,
            held.holidays,
            force_id=held.force_id,
            known_at=known_at,
        )
    progress("writing the ledger", len(CATALOGUE), len(CATALOGUE))


def _notes(held: PolicyFile, facts: Facts, known_at: int) -> dict[str, Any]:
    """What `ledger.json` says besides the duties: what it was made from, as known when."""
    set_keys = {
        one.key for one in held.policies.as_known(known_at).settings if one.value is not None
    }
    needed = dict.fromkeys(key for duty in CATALOGUE.values() for key in duty.policies)
    return {
        "force_id": held.force_id,
        "known_at": (EPOCH + timedelta(microseconds=known_at)).isoformat(timespec="microseconds"),
        "known_at_microseconds": known_at,
        "facts": {table: len(columns["fact_id"]) for table, columns in facts.items()},
        "unset_policies": [key for key in needed if key not in set_keys],
        "policies": [vars(one) for one in held.policies.settings],
    }
