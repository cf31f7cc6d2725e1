"""The only reads of the people room; need-to-know stands inside every statement."""

from dutybook.records.people.queries.emergencies import (
    OpeningRow,
    opening,
    openings,
    own_hit,
)
from dutybook.records.people.queries.hits import HitRow, hit, hit_list
from dutybook.records.people.queries.person import (
    PROTECTED,
    PersonPage,
    Said,
    identity_of,
    person_of,
    person_page,
    read_person,
    said_once,
    said_versions,
)
from dutybook.records.people.queries.places import Place, present_places
from dutybook.records.people.queries.quality import RULES, Fault, FaultPage, people_quality
from dutybook.records.people.queries.warned import Warned, warnings_about, warnings_of

__all__ = [
    "PROTECTED",
    "RULES",
    "Fault",
    "FaultPage",
    "HitRow",
    "OpeningRow",
    "PersonPage",
    "Place",
    "Said",
    "Warned",
    "hit",
    "hit_list",
    "identity_of",
    "opening",
    "openings",
    "own_hit",
    "people_quality",
    "person_of",
    "person_page",
    "present_places",
    "read_person",
    "said_once",
    "said_versions",
    "warnings_about",
    "warnings_of",
]
