"""What keeps a force-wide derivation and the writes of single subjects out of each other's way.

The lock is always taken before any row is locked, so the two can never wait for each other.
"""

from django.db import connection

_CLASS = 1_280_657_223  # "LEDG": apart from any other use of advisory locks


def lock_shared(force_id: int) -> None:
    """Hold off force-wide derivations until this transaction ends."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock_shared(%s, %s)", [_CLASS, force_id])


def wait_for_writes(force_id: int) -> None:
    """Wait for every write of the force under way, for no longer than the role waits for a lock.

    A write that begins after the caller's transaction sees whatever was committed before it.
    """
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(%s, %s)", [_CLASS, force_id])


def lock_whole(force_id: int) -> None:
    """Wait for every write of the force under way, and hold off new ones.

    What follows takes longer than the application's role is given for one request, so the limits
    are lifted until the transaction ends.
    """
    with connection.cursor() as cursor:
        cursor.execute("SET LOCAL statement_timeout = 0")
        cursor.execute("SET LOCAL lock_timeout = 0")
        cursor.execute("SET LOCAL idle_in_transaction_session_timeout = 0")
        cursor.execute("SELECT pg_advisory_xact_lock(%s, %s)", [_CLASS, force_id])
