"""Histories of staff: in the role, screened about once a year, some late, a few not at all."""

from collections.abc import Iterator
from datetime import datetime, timedelta

from dutybook.demo.histories import DAY, DemoSubject, Setting, lateness


def staff(setting: Setting, *, people: list[tuple[int, str, int]]) -> Iterator[DemoSubject]:
    """Yield each member; `people` holds place, name and place of the team."""
    for place, name, team in people:
        subject = DemoSubject(
            kind="staff",
            record={"payroll_ref": f"DEMO-P{place:05d}", "name": name, "user": place},
            team=team,
            owner=None,
        )
        joined = setting.between(
            setting.begins, setting.begins + (setting.now - setting.begins) / 2
        )
        setting.add(subject, "role", joined, recorded_at=joined + DAY, state="in_scope")
        _screen(setting, subject, joined + DAY * setting.chance.uniform(20, 200))
        yield subject


def _screen(setting: Setting, subject: DemoSubject, at: datetime) -> None:
    while at < setting.now:
        setting.add(subject, "screening", at, state="offered")
        if setting.happens(0.04):
            setting.add(subject, "screening", at + 7 * DAY, state="declined")
        else:
            done = at + DAY * setting.chance.uniform(3, 30)
            setting.add(subject, "screening", done, state="completed")
        at += timedelta(days=350 * lateness(setting.chance))
