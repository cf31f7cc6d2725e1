"""What saving one visit costs among few and among many subjects: it must not depend on how many.

Run with `python -m benchmarks.one_write --data EMPTY_FOLDER`. A force of invented people is loaded
at each size in turn, each person with the same history. One visit is saved on the same number of
persons at each size, the whole action with log row and derivation, and rolled back. The sizes take
turns, so that a noisy moment meets both.
"""

import argparse
import statistics
import time
from datetime import UTC, datetime, timedelta
from pathlib import Path
from random import Random
from typing import Any

from dutybook.cli.installation import opened

DAY = timedelta(days=1)
VISITS = 8
WARM_UP = 10


def make_force(number: int) -> tuple[Any, Any]:
    """A demonstration force with a team and one manager; gives the loader and the manager."""
    from dutybook.access.models import Force, RoleGrant, Team, User
    from dutybook.access.roles import Role
    from dutybook.access.viewer import operator, viewer_for

    now = datetime.now(UTC)
    force = Force.objects.create(key=f"bench-{number}", name="Bench", is_demonstration=True)
    team = Team.objects.create(force=force, key="one", name="One", unit="offender_management")
    user = User.objects.create(
        username=f"bench-{number}", display_name="Bench", force=force, password="!"
    )
    RoleGrant.objects.create(
        user=user, force=force, team=team, role=Role.OFFENDER_MANAGER, from_at=now - 4000 * DAY
    )
    loader = operator("benchmark", force_id=force.pk, route="demonstration")
    return loader, viewer_for(user, now=now, route="benchmark")


def load(loader: Any, manager: Any, count: int, now: datetime) -> list[int]:
    """So many offenders with a registration, a level and visits, and their ledger."""
    from django.db import connection, transaction

    from dutybook.ledger.actions import rebuild, set_policy
    from dutybook.records.offenders.actions import load_batch

    team_id = next(iter(manager.team_ids))
    with transaction.atomic():
        with connection.cursor() as cursor:
            cursor.execute("SET LOCAL statement_timeout = 0")
        set_policy(
            by=loader, now=now, key="visit.maximum", value=6, unit="months",
            from_at=now - 3000 * DAY, source="a benchmark",
        )  # fmt: skip
        owner = {"team_id": team_id, "owner_id": manager.user_id}
        people = load_batch(
            "offender",
            [{"national_register_ref": f"B{n}", "name": f"B {n}", **owner} for n in range(count)],
            by=loader,
            now=now,
        )

        def facts(table: str, days_ago: int, **values: Any) -> None:
            at = now - days_ago * DAY
            rows = [{"subject_id": one, "at": at, "recorded_at": at, **values} for one in people]
            load_batch(table, rows, by=loader, now=now)

        facts("registration", 1200, state="registered")
        facts("allocation", 1200, **owner)
        facts("risk_level", 1200, level="high")
        for visit in range(VISITS):
            facts("visit", 1100 - 130 * visit, outcome="seen", announced=False, crew=2)
        rebuild(by=loader)
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")
    return people


class RolledBackError(Exception):
    """Ends a measured write without keeping it."""


def save_one(manager: Any, subject_id: int, now: datetime) -> float:
    """Seconds that one visit's action took, undone."""
    from django.db import transaction

    from dutybook.records.offenders.actions import record_visit

    took = 0.0
    try:
        with transaction.atomic():
            began = time.perf_counter()
            record_visit(
                by=manager, now=now, subject_id=subject_id, at=now - timedelta(hours=1),
                outcome="seen", announced=False, crew=2, second_confirmed=True,
            )  # fmt: skip
            took = time.perf_counter() - began
            raise RolledBackError
    except RolledBackError:
        return took


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True, help="an empty folder")
    parser.add_argument("--sizes", type=int, nargs=2, default=[200, 20_000])
    parser.add_argument("--writes", type=int, default=120)
    given = parser.parse_args()
    chance = Random(1)
    with opened(given.data, may_make=True):
        from dutybook.duties.warming import warm

        warm()  # the compiler is no part of what is measured
        now = datetime.now(UTC)
        forces = []
        for number, size in enumerate(given.sizes):
            loader, manager = make_force(number)
            began = time.perf_counter()
            people = load(loader, manager, size, now)
            print(f"{size:>7,} subjects loaded and derived in {time.perf_counter() - began:.1f} s")
            forces.append((size, manager, people))
        took: dict[int, list[float]] = {size: [] for size in given.sizes}
        for _ in range(given.writes):  # the sizes take turns
            for size, manager, people in forces:
                took[size].append(save_one(manager, chance.choice(people), now))
    medians = {}
    for size, all_of in took.items():
        settled = sorted(seconds * 1000 for seconds in all_of[WARM_UP:])
        medians[size] = statistics.median(settled)
        print(
            f"{size:>7,} subjects: median {medians[size]:.1f} ms to save one visit, "
            f"fastest {settled[0]:.1f} ms"
        )
    few, many = given.sizes
    print(f"ratio {medians[many] / medians[few]:.2f}")


if __name__ == "__main__":
    main()
