"""How long pages take at the demonstration's size, beside a page that only says hello.

Run with `python -m benchmarks.pages --data FOLDER` on an installation that holds the demonstration
force (`dutybook demo --data FOLDER` makes one). Every request goes through the whole middleware,
database included, in this process; the pages take turns, so that a noisy moment meets all of them.
Saving a visit is measured too, and rolled back, so that a run changes nothing.
"""

import argparse
import statistics
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import click

from dutybook.cli.installation import opened

HELLO, FRAMED = "/bench/hello/", "/bench/framed/"


class RolledBackError(Exception):
    """Ends a measured write without keeping it."""


def signed_in(username: str) -> Any:
    """A client in which the person has signed in by session alone, as after the sign-in page."""
    from django.test import Client
    from django.utils import timezone

    from dutybook.access import sessions
    from dutybook.access.models import User

    client = Client(raise_request_exception=True, HTTP_HOST="127.0.0.1")
    client.force_login(
        User.objects.get(username=username), "dutybook.access.backend.AccountBackend"
    )
    session = client.session
    sessions.begin(session, timezone.now())
    session.save()
    return client


def busiest_offender(username: str) -> int:
    """The subject of the person's caseload with the most visits recorded."""
    from django.db.models import Count

    from dutybook.access.models import User
    from dutybook.ledger.models import Subject
    from dutybook.records.offenders.models import Visit

    owned = Subject.objects.filter(
        owner=User.objects.get(username=username), kind="offender"
    ).values("pk")
    return (
        Visit.objects.filter(subject_id__in=owned)
        .values("subject_id")
        .annotate(visits=Count("pk"))
        .order_by("-visits")
        .first()["subject_id"]
    )


@contextmanager
def counted() -> Iterator[list[str]]:
    """The statements that the application's connection sends inside the block."""
    from django.db import connection

    sent: list[str] = []

    def note(execute: Callable[..., Any], sql: str, *rest: Any) -> Any:
        sent.append(sql)
        return execute(sql, *rest)

    with connection.execute_wrapper(note):
        yield sent


def fetch(client: Any, address: str) -> float:
    """Seconds for one request; SystemExit when the page does not answer."""
    begun = time.perf_counter()
    response = client.get(address)
    if response.status_code != 200:
        raise SystemExit(f"{address} answered {response.status_code}")
    _ = response.content
    return time.perf_counter() - begun


def save_visit(client: Any, subject_id: int) -> float:
    """Seconds from sending a visit to the page that shows the next due date; nothing is kept."""
    from django.db import transaction
    from django.utils import timezone

    moment = timezone.localtime()
    answers = {
        "day_day": moment.day,
        "day_month": moment.month,
        "day_year": moment.year,
        "clock": "00:01",
        "outcome": "seen",
        "announced": "no",
        "crew": "2",
        "second_confirmed": "yes",
    }
    taken = 0.0
    try:
        with transaction.atomic():
            begun = time.perf_counter()
            response = client.post(f"/offenders/{subject_id}/visits/new/", answers, follow=True)
            taken = time.perf_counter() - begun
            if not response.redirect_chain:
                raise SystemExit("the visit was not saved: " + response.content.decode()[:2000])
            raise RolledBackError
    except RolledBackError:
        return taken


def late(seconds: list[float]) -> float:
    """What one of twenty takes longer than."""
    return sorted(seconds)[int(0.95 * (len(seconds) - 1))]


def report(taken: dict[str, list[float]], name: str, queries: int) -> None:
    """A line of the table: p50 and p95 in milliseconds, and the p95 in those of both hellos."""
    middle, slow = statistics.median(taken[name]), late(taken[name])
    of_hello, of_framed = (slow / late(taken[each]) for each in ("hello", "hello in the frame"))
    click.echo(
        f"{name:<28}{middle * 1000:>9.1f}{slow * 1000:>9.1f}{queries:>9}"
        f"{of_hello:>9.1f}{of_framed:>9.1f}"
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--rounds", type=int, default=40)
    given = parser.parse_args()
    with opened(given.data, quiet=True):
        from django.test.utils import override_settings

        from dutybook.cli.web_server import settle
        from dutybook.duties.warming import warm

        warm()
        with override_settings(
            ROOT_URLCONF="benchmarks.hello_site", URL_POLICY="benchmarks.hello_site.URL_POLICY"
        ):
            settle()  # as the server does
            measure(given.rounds)


def measure(rounds: int) -> None:
    """Every page in turn, `rounds` times after one that is not counted."""
    manager, sergeant, investigator = map(signed_in, ("manager", "sergeant", "investigator"))
    offender = busiest_offender("manager")
    pages: dict[str, Callable[[], float]] = {
        "hello": lambda: fetch(manager, HELLO),
        "hello in the frame": lambda: fetch(manager, FRAMED),
        "my work, a manager": lambda: fetch(manager, "/"),
        "my work, a sergeant": lambda: fetch(sergeant, "/"),
        "my week, a manager": lambda: fetch(manager, "/week/"),
        "offenders by name": lambda: fetch(manager, "/offenders/"),
        "offenders by danger": lambda: fetch(sergeant, "/offenders/?order=danger"),
        "offender": lambda: fetch(manager, f"/offenders/{offender}/"),
        "offender, visits": lambda: fetch(manager, f"/offenders/{offender}/section/visits/"),
        "team matrix": lambda: fetch(sergeant, "/team/"),
        "behind one of its numbers": lambda: fetch(
            sergeant, "/team/records/?row=high&column=not_overdue"
        ),
        "bail board": lambda: fetch(investigator, "/bail/"),
        "visit saved, next due shown": lambda: save_visit(manager, offender),
    }
    queries = {}
    for name, page in pages.items():
        page()
        with counted() as sent:
            page()
        queries[name] = len(sent)
    taken: dict[str, list[float]] = {name: [] for name in pages}
    for _ in range(rounds):
        for name, page in pages.items():
            taken[name].append(page())
    click.echo(f"{rounds} rounds; milliseconds of server time, p50 and p95; p95 in hello's p95")
    click.echo(f"{'page':<28}{'p50':>9}{'p95':>9}{'queries':>9}{'hello':>9}{'framed':>9}")
    for name in pages:
        report(taken, name, queries[name])


if __name__ == "__main__":
    main()
