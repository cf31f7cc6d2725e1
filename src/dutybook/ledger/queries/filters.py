"""The words by which pages narrow lists, checked before they reach a statement."""

from dutybook.access.errors import InvalidInput
from dutybook.duties.facts import RISK_LEVELS
from dutybook.duties.status import OPEN_STATUSES, STATUSES
from dutybook.ledger.policy_keys import duty_of
from dutybook.ledger.queries.standing import UNSEEN_LEVEL

LEVELS = tuple(level for level in RISK_LEVELS if level != UNSEEN_LEVEL)


def known_duty(key: str) -> str:
    """The key of a duty in the catalogue. Raises `InvalidInput`."""
    try:
        return duty_of(key).key
    except KeyError:
        raise InvalidInput({"duty": f"There is no duty called {key}"}) from None


def level_place(name: str) -> int | None:
    """The place of a level by its name; None for `unknown`. Raises `InvalidInput`."""
    if name == UNSEEN_LEVEL:
        return None
    return _place(name, LEVELS, "level")


def open_status(name: str) -> int:
    """The code of a status that an open entry can have. Raises `InvalidInput`."""
    if name not in (STATUSES[code] for code in OPEN_STATUSES):
        raise InvalidInput({"status": f"{name} is not a status of something still owed"})
    return STATUSES.index(name)


def any_status(name: str) -> int:
    """The code of any status. Raises `InvalidInput`."""
    return _place(name, STATUSES, "status")


def _place(name: str, choices: tuple[str, ...], field: str) -> int:
    if name not in choices:
        raise InvalidInput({field: f"Choose one of: {', '.join(choices)}"})
    return choices.index(name)
