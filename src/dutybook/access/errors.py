"""The refusals that every action and query may raise; `error_pages` answers each of them.

| error | page | said to the person |
|---|---|---|
| `InvalidInput` | 400 | which field is wrong and what to do |
| `NotAllowed` | 403 | why it may not be done, or that the page is not for the role |
| `NotFound` | 404 | nothing here (hidden and absent alike) |
| `EditCollision` | 409 | somebody else changed it first |
| `AccessLogUnavailable` | 503 | nothing is shown that cannot be logged |
"""
# ruff: noqa: N818 - these are refusals with an answer of their own, named as a reader says them

from collections.abc import Mapping
from typing import Any


class AccessError(Exception):
    """A refusal with an answer of its own; nothing has been written."""


class NotAllowed(AccessError):
    """The person may know that the thing exists, but their roles do not let them do this."""


class NotFound(AccessError):
    """No such record, or none that this person may know of: the two are never told apart."""


class InvalidInput(AccessError):
    """What was sent cannot be accepted.

    `problems` maps a field's name to what is wrong with it and what to do; the empty name stands
    for the form as a whole.
    """

    def __init__(self, problems: Mapping[str, str]) -> None:
        if not problems:
            raise ValueError("an InvalidInput names at least one problem")
        self.problems = dict(problems)
        super().__init__(
            "; ".join(f"{field or 'form'}: {said}" for field, said in problems.items())
        )


class EditCollision(AccessError):
    """Somebody else saved the record after this person had opened it; nothing is lost.

    `seen` is the version that the person started from and `stored` the one now in the database
    (any objects the raising room can show side by side).
    """

    def __init__(self, what: str, *, seen: Any, stored: Any) -> None:
        self.seen = seen
        self.stored = stored
        super().__init__(f"{what} was changed by someone else in the meantime")


class AccessLogUnavailable(AccessError):
    """The access-log row could not be written, so what it would have recorded is refused."""


class NotInTransaction(AccessLogUnavailable):
    """The access log was called outside a transaction, where row and deed could part company."""
