"""The demonstration force's structure: teams, people and who signs in."""

from dataclasses import dataclass
from random import Random

from dutybook.access.roles import Role
from dutybook.demo import names

FORCE_KEY = "wealdmoor"
FORCE_NAME = "Wealdmoor Police"
BODY_TITLE = "Wealdmoor Police and Crime Commissioner"
BODY_HOLDER = "Perpetua Quillhampton"

PASSWORD = "invented-people-only"  # noqa: S105 (printed on the sign-in page of invented people)


@dataclass(frozen=True)
class DemoTeam:
    """One team; `people` work cases, besides its sergeant."""

    key: str
    name: str
    unit: str
    people: int


@dataclass(frozen=True)
class DemoPerson:
    """One member of the force; `team` is a place in the list of teams, None for the whole force.

    `signs_in` marks the accounts that are printed when the demonstration starts.
    """

    username: str
    name: str
    rank: str | None
    role: Role
    team: int | None
    signs_in: bool = False


SPECIALISTS = (
    ("analyst", "Perran Fernshaw", None, Role.ANALYST),
    ("liaison", "Agnes Larchnook", "chief_inspector", Role.INSPECTION_LIAISON),
    ("chief", "Gideon Flintbrow", "assistant_chief_constable", Role.CHIEF_OFFICER),
    ("commissioner", "Isolde Hazelmere", None, Role.COMMISSIONERS_OFFICE),
    ("deputy-commissioner", "Corwin Umberling", None, Role.COMMISSIONERS_OFFICE),
    ("wellbeing", "Verity Sorrelcombe", None, Role.WELLBEING_LEAD),
    ("auditor", "Selwyn Marlpike", None, Role.AUDITOR),
    ("inspector", "Briony Saltmarsh", None, Role.INSPECTOR),
    ("duty", "Merrick Tarnlow", "inspector", Role.DUTY_OFFICER),
    ("administrator", "Nerys Driftgrove", None, Role.ADMINISTRATOR),
)


def teams(offenders: int) -> list[DemoTeam]:
    """Offender management teams of up to seven managers with about fifty offenders each, and
    online child abuse teams beside them."""
    managers = max(2, round(offenders / 50))
    count = max(1, round(managers / 7))
    sizes = [managers // count + (1 if place < managers % count else 0) for place in range(count)]
    places = ("North", "South", "East", "West", "Central", "Coast", "Valley", "Moor")
    made = [
        DemoTeam(
            key=f"som-{number + 1}",
            name=f"Sex Offender Management {_place(places, number)}",
            unit="offender_management",
            people=max(1, size),
        )
        for number, size in enumerate(sizes)
    ]
    online = max(1, count // 2)
    made += [
        DemoTeam(
            key=f"ocai-{number + 1}",
            name=f"Online Child Abuse Investigation {_place(places, number)}",
            unit="online_child_abuse",
            people=8,
        )
        for number in range(online)
    ]
    return made


def _place(places: tuple[str, ...], number: int) -> str:
    turn = number // len(places)
    return places[number % len(places)] + (f" {turn + 1}" if turn else "")


def people(made: list[DemoTeam], chance: Random) -> list[DemoPerson]:
    """Everyone, in a fixed order; the first of each kind is one that signs in."""
    everyone: list[DemoPerson] = []
    for place, team in enumerate(made):
        managing = team.unit == "offender_management"
        first_of_unit = team.unit not in {each.unit for each in made[:place]}
        everyone.append(
            DemoPerson(
                username="sergeant" if managing and first_of_unit else f"sergeant-{team.key}",
                name=names.person(chance),
                rank="sergeant",
                role=Role.SUPERVISOR,
                team=place,
                signs_in=first_of_unit,
            )
        )
        for number in range(team.people):
            known = first_of_unit and number == 0
            plain = "manager" if managing else "investigator"
            everyone.append(
                DemoPerson(
                    username=plain if known else f"{plain}-{team.key}-{number + 1}",
                    name=names.person(chance),
                    rank="constable",
                    role=Role.OFFENDER_MANAGER if managing else Role.INVESTIGATOR,
                    team=place,
                    signs_in=known,
                )
            )
    everyone += [
        DemoPerson(username, name, rank, role, None, signs_in=True)
        for username, name, rank, role in SPECIALISTS
    ]
    return everyone
