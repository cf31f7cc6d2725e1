"""Whether the stored ledger is the one that the facts give: for `dutybook doctor`."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime

from django.db import connection, transaction
from django.db.models import Q

from dutybook.access.errors import NotAllowed
from dutybook.access.viewer import Viewer
from dutybook.duties.calendar import date_of
from dutybook.duties.evaluate import evaluate
from dutybook.duties.facts import Facts
from dutybook.duties.language import Duty
from dutybook.duties.ledger import digest
from dutybook.ledger.derive import EVERYTHING
from dutybook.ledger.instants import microseconds
from dutybook.ledger.policies import bank_holidays, policies_of
from dutybook.ledger.queries import looks
from dutybook.ledger.reading import facts_of_force
from dutybook.ledger.recorded import recorded_duties
from dutybook.ledger.stored_ledger import stored_digests, stored_ledger


@dataclass(frozen=True)
class LedgerCheck:
    """Three digests of one duty's ledger, equal when all is well: of the rows derived anew from
    the facts, of the rows that are stored, and of the hashes kept beside them."""

    duty: str
    title: str
    derived: str
    stored: str
    kept: str

    @property
    def is_sound(self) -> bool:
        return self.derived == self.stored == self.kept


def check_ledger(
    viewer: Viewer, *, now: datetime, progress: Callable[[str, int, int], None]
) -> tuple[LedgerCheck, ...]:
    """Derive the whole ledger of the operator's force in memory and compare; writes nothing of it.

    All of it is read as of one moment, while others go on working; so it begins a transaction of
    its own. Raises `NotAllowed` for anybody but the command line.
    """
    if not viewer.is_operator:
        raise NotAllowed("only a command may do this")
    with transaction.atomic(durable=True):
        _see_one_moment()
        looks.log_aggregate(viewer, detail="ledger compared with its facts")
        return tuple(_checks(viewer.force_id, now, progress))


def _see_one_moment() -> None:
    with connection.cursor() as cursor:
        cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ")
        cursor.execute("SET LOCAL statement_timeout = 0")
        cursor.execute("SET LOCAL idle_in_transaction_session_timeout = 0")


def _checks(
    force_id: int, now: datetime, progress: Callable[[str, int, int], None]
) -> list[LedgerCheck]:
    every = sorted(
        recorded_duties(), key=lambda duty: duty.subject
    )  # facts are read once for each kind
    settings, holidays = policies_of(force_id), bank_holidays()
    kind: str = ""
    facts: Facts = {}
    found = []
    for done, duty in enumerate(every):
        progress(f"comparing the ledger: {duty.title.lower()}", done, len(every))
        if duty.subject != kind:
            kind, facts = duty.subject, facts_of_force(force_id, [duty.subject])
        derived = digest(
            evaluate(duty, facts, settings, holidays, force_id=force_id, known_at=EVERYTHING)
        )
        found.append(_compared(duty, derived, force_id, now))
    progress("comparing the ledger", len(every), len(every))
    return found


def _compared(duty: Duty, derived: str, force_id: int, now: datetime) -> LedgerCheck:
    area = Q(force_id=force_id, kind=duty.subject)
    return LedgerCheck(
        duty=duty.key,
        title=duty.title,
        derived=derived,
        stored=digest(stored_ledger(duty, area, force_id=force_id, now=now)),
        kept=stored_digests([duty.key], area, force_id=force_id)[duty.key],
    )


def bank_holidays_known_to(now: datetime) -> date:
    """The last bank holiday that is known `now`."""
    return date_of(int(bank_holidays().as_known(microseconds(now))[-1]))
