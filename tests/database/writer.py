"""A process that owns the server and writes rows; a row is acknowledged after its commit.

Run as `python writer.py DATA FIRST`: prints one number a line, each only after its commit, and
`connected` for every connection it makes. It goes on through a lost server by connecting again,
and ends when the server stays away.
"""

import contextlib
import sys
import time
from collections.abc import Iterator
from contextlib import closing

import psycopg

from dutybook.database import DatabaseAccess, prepare_database, running_server

PATIENCE_SECONDS = 30


def main() -> None:
    """Write until killed, or until the server has been away for too long."""
    number = int(sys.argv[2])
    with running_server(sys.argv[1]) as server:
        access = prepare_database(server, "written")
        last_written = time.monotonic()
        while time.monotonic() - last_written < PATIENCE_SECONDS:
            with contextlib.suppress(psycopg.OperationalError):
                for written in write_from(number, access):
                    _say(written)
                    number = written + 1
                    last_written = time.monotonic()
            time.sleep(0.05)


def write_from(number: int, access: DatabaseAccess) -> Iterator[int]:
    """Each number after its commit, until the connection is lost."""
    with closing(access.owner.connect(autocommit=True)) as connection:
        connection.execute("CREATE TABLE IF NOT EXISTS written (number bigint PRIMARY KEY)")
        _say("connected")
        while True:
            # the row may be there already: a commit whose answer was lost
            connection.execute("INSERT INTO written VALUES (%s) ON CONFLICT DO NOTHING", [number])
            yield number
            number += 1


def _say(word: object) -> None:
    sys.stdout.write(f"{word}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main()
