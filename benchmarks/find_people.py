"""How long the database takes to find one of 100,000 people, misspelt, hidden or not.

Run with `python -m benchmarks.find_people`. It makes a force of invented people in a database of
its own, in a folder that is gone afterwards, and searches as an offender manager who may see a
tenth of them. What is timed is what the database is asked: both statements of a search (what may be
seen, what may not) and the naming of those found. Nothing is written.
"""

import argparse
import statistics
import tempfile
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path
from random import Random
from typing import Any

import click

from dutybook.cli.installation import opened

BATCH = 10_000
TEAMS = 10


def main() -> None:
    """Parse the size, make the force, search and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--people", type=int, default=100_000)
    parser.add_argument("--searches", type=int, default=400)
    chosen = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="dutybook-bench-") as folder:
        Path(folder).chmod(0o755)
        with opened(Path(folder) / "data", quiet=True):
            _measure(chosen.people, chosen.searches)


def _measure(people: int, searches: int) -> None:
    chance = Random(7)
    viewer, names = _force(people, chance)
    _analyse()
    for title, typed in _searches(names, chance, searches).items():
        _report(title, [_timed(viewer, text) for text in typed])


def _force(people: int, chance: Random) -> tuple[Any, list[str]]:
    from django.utils import timezone

    from dutybook.access.actions import create_force, create_team
    from dutybook.access.models import User
    from dutybook.access.roles import Role
    from dutybook.access.viewer import HeldRole, Viewer, operator
    from dutybook.demo import names as invented
    from dutybook.demo.people import STREETS, TOWNS, WAYS
    from dutybook.records.offenders import actions as offenders
    from dutybook.records.people import actions
    from dutybook.records.people.models import Person

    now = timezone.now()
    force = create_force(by=operator("bench", route="demonstration"), key="bench", name="Bench",
                         is_demonstration=True)  # fmt: skip
    by = operator("bench", route="demonstration", force_id=force.pk)
    teams = [
        create_team(by=by, force_id=force.pk, key=f"t-{n}", name=f"Team {n}",
                    unit="offender_management").pk
        for n in range(TEAMS)
    ]  # fmt: skip
    user = User.objects.create(username="asker", display_name="Asker", force=force, password="!")
    names = [invented.person(chance) for _ in range(people)]
    for start in range(0, people, BATCH):
        _unhurried()
        rows = [
            {"national_register_ref": f"B-{start + n:07}", "name": name, "sex": "male",
             "date_of_birth": date(1945 + n % 55, 1 + n % 12, 1 + n % 28),
             "team_id": chance.choice(teams)}
            for n, name in enumerate(names[start : start + BATCH])
        ]  # fmt: skip
        subjects = offenders.load_batch("offender", rows, by=by, now=now)
        entries = dict(
            Person.objects.filter(subject_id__in=subjects).values_list("subject_id", "id")
        )
        of = [{"person_id": entries[one], "subject_id": one} for one in subjects]
        said = {
            "name": [{**one, "kind": "alias", "name": invented.person(chance)} for one in of],
            "contact": [
                {**one, "means": "phone", "value": f"07700 {chance.randrange(10**6):06}"}
                for one in of
            ],
            "address": [
                {**one, "residence": "other",
                 "place": f"{chance.randrange(1, 200)} {chance.choice(STREETS)} "
                          f"{chance.choice(WAYS)}, {chance.choice(TOWNS)}"}
                for one in of
            ],
        }  # fmt: skip
        for kind, some in said.items():
            actions.load_batch(kind, some, by=by, now=now)
        click.echo(f"{start + len(rows):,} people loaded", err=True)
    held = frozenset({HeldRole(Role.OFFENDER_MANAGER, teams[0])})
    return Viewer(user.pk, "asker", "Asker", None, force.pk, held, route="bench"), names


def _unhurried() -> None:
    from django.db import connection

    with connection.cursor() as cursor:
        cursor.execute("SET statement_timeout = 0")


def _analyse() -> None:
    from django.db import connections

    with connections["owner"].cursor() as cursor:
        cursor.execute("ANALYZE")
        cursor.execute(
            "SELECT count(*), pg_size_pretty(pg_relation_size('find_row_keys')),"
            " pg_size_pretty(pg_total_relation_size('people_findrow')) FROM people_findrow"
        )
        rows, index, whole = cursor.fetchone()
    click.echo(f"{rows:,} rows of the search; index of keys {index}, whole table {whole}")


def _searches(names: list[str], chance: Random, count: int) -> dict[str, list[str]]:
    def some(change: Callable[[str], str]) -> list[str]:
        return [change(chance.choice(names)) for _ in range(count)]

    def slip(name: str) -> str:
        at = chance.randrange(1, len(name) - 1)
        return name[:at] + chance.choice("aeiourst") + name[at + 1 :]

    return {
        "a full name as written": some(str),
        "a full name with a slip": some(slip),
        "a surname alone": some(lambda name: name.split()[1]),
        "a forename alone": some(lambda name: name.split()[0]),
        "a phone": [f"07700 {chance.randrange(10**6):06}" for _ in range(count)],
        "a reference": [f"B-{chance.randrange(len(names)):07}" for _ in range(count)],
    }


def _timed(viewer: Any, text: str) -> float:
    """Milliseconds that the statements of one search took."""
    from django.db import connection, transaction

    from dutybook.records.people.queries.find import hidden_hits, keys_first, visible_hits
    from dutybook.records.people.wanted import wanted

    asked = wanted(text)
    spent = 0.0

    def clocked(execute: Callable[..., Any], *sent: Any) -> Any:
        nonlocal spent
        began = time.perf_counter()
        try:
            return execute(*sent)
        finally:
            spent += time.perf_counter() - began

    with transaction.atomic(), keys_first(), connection.execute_wrapper(clocked):
        visible_hits(viewer, asked, None)
        hidden_hits(viewer, asked, None)
    return spent * 1000


def _report(title: str, spent: list[float]) -> None:
    spent = sorted(spent)
    p95 = spent[int(len(spent) * 0.95)]
    click.echo(f"{title:28} median {statistics.median(spent):7.1f} ms   p95 {p95:7.1f} ms")


if __name__ == "__main__":
    main()
