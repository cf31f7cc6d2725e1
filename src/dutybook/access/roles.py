"""Who may reach what: one readable table, role by kind of record.

A cell reads `read/write`: `own` (the record is allocated to me), `team` (to a team in which I hold
the role), `force` (anything of my force), `-` (nothing). A `+` after the read word means that the
role also reaches restricted records within it; everyone else needs to own the record or to hold a
restricted grant for it. Nobody ever reaches another force.
"""

from dataclasses import dataclass
from enum import IntEnum, StrEnum


class Role(StrEnum):
    """What a person does; held from one instant to another, some of them in one team."""

    INVESTIGATOR = "investigator"
    OFFENDER_MANAGER = "offender_manager"
    SUPERVISOR = "supervisor"
    ANALYST = "analyst"
    INSPECTION_LIAISON = "inspection_liaison"
    CHIEF_OFFICER = "chief_officer"
    COMMISSIONERS_OFFICE = "commissioners_office"
    WELLBEING_LEAD = "wellbeing_lead"
    AUDITOR = "auditor"
    INSPECTOR = "inspector"
    DUTY_OFFICER = "duty_officer"
    ADMINISTRATOR = "administrator"

    @property
    def label(self) -> str:
        """The role in words, for pages."""
        if self is Role.COMMISSIONERS_OFFICE:
            return "Commissioner's office"
        return self.value.replace("_", " ").capitalize()


class RecordKind(StrEnum):
    """What is read or written; every access-log row names one."""

    OFFENDER = "offender"
    SUSPECT = "suspect"
    BAIL = "bail"
    CHILD = "child"
    STAFF_SCREENING = "staff_screening"
    GOVERNANCE = "governance"
    LEDGER_AGGREGATE = "ledger_aggregate"
    POLICY = "policy"
    INSPECTION = "inspection"
    RESPONSE = "response"
    CASE_AUDIT = "case_audit"
    ACCESS_LOG = "access_log"
    ACCOUNT = "account"


class Reach(IntEnum):
    """How far a role reaches into one kind of record; a wider reach includes the narrower."""

    NONE = 0
    OWN = 1
    TEAM = 2
    FORCE = 3


@dataclass(frozen=True)
class Permission:
    """One cell of the table."""

    read: Reach
    write: Reach
    restricted: bool = False


NOTHING = Permission(Reach.NONE, Reach.NONE)

PERSONAL_KINDS = frozenset(
    {
        RecordKind.OFFENDER,
        RecordKind.SUSPECT,
        RecordKind.BAIL,
        RecordKind.CHILD,
        RecordKind.STAFF_SCREENING,
        RecordKind.CASE_AUDIT,
        RecordKind.ACCESS_LOG,
        RecordKind.ACCOUNT,
    }
)
"""Kinds whose rows are about a person. The commissioner's office reaches none of them."""

ALLOCATED_KINDS = frozenset(
    {RecordKind.OFFENDER, RecordKind.SUSPECT, RecordKind.BAIL, RecordKind.CHILD}
)
"""Kinds that are allocated to a person and a team."""

CASE_KINDS = ALLOCATED_KINDS | {RecordKind.STAFF_SCREENING}
"""Kinds whose rows are subjects of duties and about a person; need-to-know filters them."""

TEAM_ROLES = frozenset({Role.INVESTIGATOR, Role.OFFENDER_MANAGER, Role.SUPERVISOR})
"""Roles held in one team; the others are held in the force."""

EXCLUSIVE_ROLES = frozenset({Role.COMMISSIONERS_OFFICE, Role.INSPECTOR, Role.ADMINISTRATOR})
"""Roles that no other may be held beside: scrutiny and system care stay apart from case work."""

TIMED_ROLES = frozenset({Role.INSPECTOR})
"""Roles that are never held until further notice: whoever comes from outside is let in to a day."""

_TABLE = """
                      offender    suspect     bail        staff_screening
investigator          -           team/team   team/team   -
offender_manager      team/team   -           -           -
supervisor            team+/team  team+/team  team+/team  -
analyst               force/-     force/-     force/-     -
inspection_liaison    force/-     force/-     force/-     -
chief_officer         force+/-    force+/-    force+/-    -
commissioners_office  -           -           -           -
wellbeing_lead        -           -           -           force+/force
auditor               -           -           -           -
inspector             -           -           -           -
duty_officer          own/-       own/-       own/-       -
administrator         -           -           -           -

                      ledger_aggregate  policy            inspection
investigator          team/-            force/-           force/-
offender_manager      team/-            force/-           force/-
supervisor            team/-            force/-           force/-
analyst               force/-           force/-           force/-
inspection_liaison    force/-           force/-           force/force
chief_officer         force/-           force/force       force/force
commissioners_office  force/-           force/-           force/-
wellbeing_lead        force/-           force/-           force/-
auditor               force/-           force/-           force/-
inspector             force/-           force/-           force/-
duty_officer          -                 force/-           force/-
administrator         -                 force/-           force/-

                      child
investigator          team/team
offender_manager      team/team
supervisor            team+/team
analyst               force/-
inspection_liaison    force/-
chief_officer         force+/-
commissioners_office  -
wellbeing_lead        -
auditor               -
inspector             -
duty_officer          own/-
administrator         -

                      governance
investigator          force/-
offender_manager      force/-
supervisor            force/force
analyst               force/-
inspection_liaison    force/force
chief_officer         force/force
commissioners_office  -
wellbeing_lead        force/-
auditor               force/-
inspector             force/-
duty_officer          force/-
administrator         -

                      case_audit
investigator          -
offender_manager      -
supervisor            -
analyst               -
inspection_liaison    force/-
chief_officer         force/-
commissioners_office  -
wellbeing_lead        -
auditor               force/force
inspector             force/-
duty_officer          -
administrator         -

                      response          access_log        account
investigator          -                 -                 -
offender_manager      -                 -                 -
supervisor            -                 -                 -
analyst               force/-           -                 -
inspection_liaison    force/force       -                 -
chief_officer         force/force       -                 -
commissioners_office  force/force       -                 -
wellbeing_lead        -                 -                 -
auditor               force/-           force/-           -
inspector             force/-           -                 -
duty_officer          -                 -                 -
administrator         -                 -                 force/force
"""


def _reach(word: str) -> Reach:
    return Reach.NONE if word == "-" else Reach[word.upper()]


def _permission(cell: str) -> Permission:
    if cell == "-":
        return NOTHING
    read, write = cell.split("/")
    return Permission(_reach(read.rstrip("+")), _reach(write), restricted=read.endswith("+"))


def _parse(table: str) -> dict[tuple[Role, RecordKind], Permission]:
    permissions: dict[tuple[Role, RecordKind], Permission] = {}
    for block in table.strip("\n").split("\n\n"):
        header, *rows = block.splitlines()
        kinds = [RecordKind(word) for word in header.split()]
        for row in rows:
            role, *cells = row.split()
            for kind, cell in zip(kinds, cells, strict=True):
                permissions[Role(role), kind] = _permission(cell)
    return permissions


TABLE = _parse(_TABLE)
"""Every role with every kind; a test holds it complete."""


def permission(role: Role, kind: RecordKind) -> Permission:
    """What `role` may do with records of `kind`."""
    return TABLE[role, kind]


def roles_reading(*kinds: RecordKind) -> frozenset[Role]:
    """The roles that can read any of `kinds` at all: the audience of a page about them."""
    return frozenset(role for role in Role for kind in kinds if TABLE[role, kind].read)


def roles_writing(*kinds: RecordKind) -> frozenset[Role]:
    """The roles that can write any of `kinds` at all."""
    return frozenset(role for role in Role for kind in kinds if TABLE[role, kind].write)
