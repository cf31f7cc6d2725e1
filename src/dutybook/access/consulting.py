"""A reading and the log row that says who looked: both in one transaction, or neither."""

from collections.abc import Callable
from functools import wraps
from typing import ParamSpec, TypeVar

from django.db import transaction

_Given = ParamSpec("_Given")
_Read = TypeVar("_Read")


def consultation(read: Callable[_Given, _Read]) -> Callable[_Given, _Read]:
    """Mark a reading that writes to the access log.

    It joins the transaction that is open, as one is for every page, and opens one where there is
    none. Unlike `transaction.atomic` it sets no savepoint: there is nothing that a reading which
    failed would have to take back, and a page that sends ten statements would send two more.
    """

    @wraps(read)
    def consulted(*given: _Given.args, **named: _Given.kwargs) -> _Read:
        if transaction.get_connection().in_atomic_block:
            return read(*given, **named)
        with transaction.atomic():
            return read(*given, **named)

    return consulted
