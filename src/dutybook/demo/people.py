"""What is said of the demonstration's people: aliases, places, phones, vehicles, links.

All of it is invented: places that no map has, telephone numbers kept for drama, registration marks
of a form that is not issued."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from random import Random
from typing import Any

from dutybook.demo import names
from dutybook.demo.histories import Setting
from dutybook.records.people.identifiers import check_letter

STREETS = ("Harbour", "Lantern", "Cooper", "Mill", "Chapel", "Orchard", "Ferry", "Beacon", "Tanner",
           "Quarry", "Sallow", "Wicket")  # fmt: skip
WAYS = ("Row", "Steps", "Lane", "Close", "Walk", "Terrace", "Rise", "Yard")
TOWNS = ("Netherquay", "Over Wealdmoor", "Thornmere", "Saltmarsh Cross", "Hollin Bay", "Brackwater")
HAUNTS = (
    "The ferry bench, Netherquay",
    "Thornmere night shelter",
    "Under Brackwater arches",
)
WORKS = ("Netherquay Chandlers", "Thornmere Timber", "Brackwater Bakery", "Hollin Bay Nets")
VEHICLES = ("Green van", "Blue hatchback", "Grey estate", "Red pick-up")
WARNINGS = ("violent", "weapons", "dogs", "self_harm", "escaper")
PHONE = "07700 900{:03}"  # the range that the regulator keeps for drama
MARK = "QQ{:02} {}QQ"  # Q marks of this form are not issued


@dataclass
class Beside:
    """Somebody linked to an offender, with the link's own values."""

    name: str
    born: date | None
    category: str
    protected: bool
    link: dict[str, Any]


@dataclass
class Said:
    """What is said of one offender's person, by kind, and who is linked to them."""

    facts: dict[str, list[dict[str, Any]]] = field(default_factory=lambda: defaultdict(list))
    beside: list[Beside] = field(default_factory=list)


def said_of_offenders(setting: Setting, births: Sequence[date]) -> Iterator[Said]:
    """Yield what is said of each offender, in their order; dice of its own, so that the histories
    of duties stay as they were."""
    chance = Random(f"people {len(births)}")  # noqa: S311 (repeatable, not secret)
    own = Setting(setting.begins, setting.now, chance)
    for number, born in enumerate(births, 1):
        yield _say(own, number, born)


def _say(setting: Setting, number: int, born: date) -> Said:
    chance, said = setting.chance, Said()
    today = setting.now.date()
    if setting.happens(0.4):
        said.facts["name"].append({"kind": "alias", "name": names.person(chance)})
    if setting.happens(0.1):
        nickname = f"{chance.choice(WAYS).lower()}_{number}"
        said.facts["name"].append({"kind": "online", "name": nickname})
    if setting.happens(0.9):
        said.facts["identifier"].append({"scheme": "pnc", "value": _pnc(number, born)})
    if setting.happens(0.5):
        value = f"X{number:06d}"
        said.facts["identifier"].append({"scheme": "probation", "value": value})
    _live(setting, said, today)
    if setting.happens(0.85):
        phone = PHONE.format(chance.randrange(1000))
        said.facts["contact"].append({"means": "phone", "value": phone})
    if setting.happens(0.45):
        mark = MARK.format(chance.randrange(100), chance.choice("ABCDEFGH"))
        vehicle = {"mark": mark, "description": chance.choice(VEHICLES)}
        said.facts["vehicle"].append(vehicle)
    if setting.happens(0.5):
        said.facts["workplace"].append(
            {"occupation": "employed", "employer": chance.choice(WORKS), "with_children": False}
        )
    if setting.happens(0.2):
        checked = today - timedelta(days=chance.randrange(20, 700))
        said.facts["flag"].append(
            {"signal": chance.choice(WARNINGS), "verified_on": checked if number % 7 else None}
        )
    _link(setting, said, today)
    return said


def _live(setting: Setting, said: Said, today: date) -> None:
    """A main residence, for most; the one before it; and where some can be found instead."""
    moved = today - timedelta(days=setting.chance.randrange(30, 2500))
    if setting.happens(0.94):
        said.facts["address"].append({"residence": "main", **_place(setting), "from_day": moved})
        if setting.happens(0.4):
            said.facts["address"].append(
                {"residence": "main", **_place(setting), "from_day": moved - timedelta(days=900),
                 "until_day": moved - timedelta(days=1)}
            )  # fmt: skip
    else:
        haunt = {"residence": "found", "place": setting.chance.choice(HAUNTS), "from_day": moved}
        said.facts["address"].append(haunt)


def _place(setting: Setting) -> dict[str, str]:
    chance = setting.chance
    house = f"{chance.randrange(1, 90)} {chance.choice(STREETS)} {chance.choice(WAYS)}"
    # no postcode area begins with ZZ
    postcode = f"ZZ{chance.randrange(1, 10)} {chance.randrange(1, 10)}ZZ"
    return {"place": f"{house}, {chance.choice(TOWNS)}", "postcode": postcode}


def _pnc(number: int, born: date) -> str:
    year, serial = f"{born.year + 20}", f"{number:07d}"
    return f"{year}/{serial}{check_letter(year[-2:], serial)}"


def _link(setting: Setting, said: Said, today: date) -> None:
    chance = setting.chance
    if setting.happens(0.35):
        relation = chance.choice(("partner", "parent", "sibling", "friend"))
        said.beside.append(
            Beside(names.person(chance), None, "family", False, {"relation": relation})
        )
    if setting.happens(0.08):
        born = today - timedelta(days=chance.randrange(400, 5500))
        known = {"relation": "relative", "at_risk": True, "note": "Stays at weekends"}
        said.beside.append(Beside(names.person(chance), born, "child_at_risk", True, known))
