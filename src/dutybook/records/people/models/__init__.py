"""People and what is stated of them, one table a file."""

from dutybook.records.people.models.address import Address
from dutybook.records.people.models.birth import Birth
from dutybook.records.people.models.contact import Contact
from dutybook.records.people.models.description import Description
from dutybook.records.people.models.find_row import FindRow, OneAtATime
from dutybook.records.people.models.flag import Flag
from dutybook.records.people.models.held_document import HeldDocument
from dutybook.records.people.models.identifier import Identifier
from dutybook.records.people.models.involvement import Involvement
from dutybook.records.people.models.link import Link
from dutybook.records.people.models.merge import Merge
from dutybook.records.people.models.person import KnownIn, Person
from dutybook.records.people.models.person_fact import PersonFact
from dutybook.records.people.models.person_name import PersonName
from dutybook.records.people.models.restricted_hit import RestrictedHit
from dutybook.records.people.models.vehicle import Vehicle
from dutybook.records.people.models.workplace import Workplace

__all__ = [
    "Address",
    "Birth",
    "Contact",
    "Description",
    "FindRow",
    "Flag",
    "HeldDocument",
    "Identifier",
    "Involvement",
    "KnownIn",
    "Link",
    "Merge",
    "OneAtATime",
    "Person",
    "PersonFact",
    "PersonName",
    "RestrictedHit",
    "Vehicle",
    "Workplace",
]
