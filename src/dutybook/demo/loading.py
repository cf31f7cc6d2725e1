"""Loading the demonstration force through the rooms' own actions: all of it or nothing."""

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from random import Random
from typing import Any

from django.db import connection, transaction

from dutybook.access.actions import create_force, create_team, create_user, grant_role
from dutybook.access.models import Force
from dutybook.access.roles import TIMED_ROLES
from dutybook.access.viewer import Viewer, operator
from dutybook.demo import force as structure
from dutybook.demo.assurance import load_assurance
from dutybook.demo.checks import add_checks
from dutybook.demo.duty import open_one_at_night
from dutybook.demo.governance import governance
from dutybook.demo.handovers import load_handovers
from dutybook.demo.histories import DemoFact, DemoSubject, Setting
from dutybook.demo.investigations import investigations
from dutybook.demo.managing import add_managing
from dutybook.demo.notifying import add_notifications
from dutybook.demo.offenders import offenders
from dutybook.demo.people_loading import load_people
from dutybook.demo.policies import POLICIES
from dutybook.demo.prevention import add_prevention
from dutybook.demo.staff import staff
from dutybook.ledger.actions import rebuild, set_policy
from dutybook.ledger.loading import next_fact_ids
from dutybook.records.governance import actions as governance_actions
from dutybook.records.investigations import actions as investigation_actions
from dutybook.records.offenders import actions as offender_actions
from dutybook.records.safeguarding import actions as safeguarding_actions
from dutybook.records.workforce import actions as workforce_actions

ROUTE = "demonstration"
BATCH = 20_000
IN_POST_FOR = timedelta(days=60)  # roles: staff were asked while they held them
REFERRALS_PER_OFFENDER = 0.3  # a year, about the ratio of published national figures

Progress = Callable[[str, int, int], None]

# A fact that names another follows it, since the database holds the reference.
TABLE_ORDER = (
    "registration", "allocation", "community_status", "risk_level", "management",
    "arms_applicability", "visit_plan", "visit", "arms_assessment", "risk_plan",
    "visit_authorisation", "supervisor_review", "authorisation_assessment", "entry_attempt",
    "warrant_decision", "whereabouts", "missing_plan", "missing_review", "other_assessment",
    "database_check", "database_assessment", "reactive_evidence", "reactive_trigger",
    "risk_review", "relevant_date", "notifiable_change", "residence", "foreign_travel",
    "travel_return", "notification", "notification_breach", "breach_recorded",
    "breach_decision", "order_decision", "order_made", "order_state", "order_check",
    "order_end_decision", "order_breach", "order_breach_decision", "disclosure_request",
    "disclosure_decision", "further_offence", "further_offence_review", "risk_trigger",
    "risk_trigger_decision", "plan_action", "plan_action_end", "mappa_level", "mappa_meeting",
    "joint_request", "joint_answer", "monitoring", "monitoring_check", "child_at_risk",
    "safeguarding_decision", "social_care_told", "social_care_answer",
    "referral", "grade", "enforcement", "investigation_end", "bail_segment", "bail_end",
    "bail_check", "role", "screening", "document_kind", "document_approved", "document_owner",
    "document_owner_left", "document_withdrawn", "forecast_reach", "stock_check",
    "agreement_kind", "agreement_signed", "agreement_ended", "agreement_owner",
    "partner_review", "partner_escalation", "partner_escalation_answer",
)  # fmt: skip
DONE_BY_OWNER = frozenset(
    {"visit", "arms_assessment", "grade", "bail_check", "database_check", "database_assessment"}
    | {"notification", "order_check", "monitoring_check"}
)
LOADERS: Mapping[str, Callable[..., list[int]]] = {
    "offender": offender_actions.load_batch,
    "order": offender_actions.load_batch,
    "child": safeguarding_actions.load_batch,
    "suspect": investigation_actions.load_batch,
    "bail": investigation_actions.load_batch,
    "staff": workforce_actions.load_batch,
    "document": governance_actions.load_batch,
    "agreement": governance_actions.load_batch,
}


@dataclass(frozen=True)
class Size:
    """How large a force: offenders, years of history, and the seed of everything."""

    offenders: int = 1400
    years: int = 6
    seed: int = 7


@dataclass
class _Places:
    """Database ids by place in the force's lists."""

    teams: list[int]
    users: list[int]


def is_empty() -> bool:
    """Whether the installation holds no force at all."""
    return not Force.objects.exists()


def load_demonstration(*, size: Size, now: datetime, progress: Progress) -> int:
    """Make the demonstration force and everything in it; gives how many facts were loaded.

    One transaction: an interruption leaves nothing, and the next run loads it anew. Raises
    RuntimeError when there is a force already.
    """
    with transaction.atomic():
        if not is_empty():
            raise RuntimeError("there is a force here already; the demonstration needs none")
        _take_time()
        return _load(size, now, progress)


def _take_time() -> None:
    """The application's role gives a statement seconds; loading a force takes longer."""
    with connection.cursor() as cursor:
        cursor.execute("SET LOCAL statement_timeout = 0")
        cursor.execute("SET LOCAL idle_in_transaction_session_timeout = 0")


def _load(size: Size, now: datetime, progress: Progress) -> int:
    chance = Random(size.seed)  # noqa: S311 (a demonstration must be repeatable, not secret)
    setting = Setting(now - timedelta(days=365.25 * size.years), now, chance)
    progress("making teams and accounts", 0, 1)
    by, made, everyone, places = _structure(size, now, chance)
    progress("setting policies", 0, 1)
    _set_policies(by, setting.begins, now)
    subjects = _subjects(size, setting, made, everyone)
    loaded = _load_subjects(subjects, places, by, now, progress)
    load_people(setting, by=by, now=now, progress=progress)
    rebuild(by=by, progress=progress)
    load_handovers(by=by, now=now)
    open_one_at_night(now)
    load_assurance(by=by, now=now, progress=progress)
    return loaded


def _structure(
    size: Size, now: datetime, chance: Random
) -> tuple[Viewer, list[structure.DemoTeam], list[structure.DemoPerson], _Places]:
    nobody = operator(ROUTE, force_id=0, route=ROUTE)
    force = create_force(
        by=nobody,
        key=structure.FORCE_KEY,
        name=structure.FORCE_NAME,
        is_demonstration=True,
        body_title=structure.BODY_TITLE,
        body_holder_name=structure.BODY_HOLDER,
    )
    by = operator(ROUTE, force_id=force.pk, route=ROUTE)
    made = structure.teams(size.offenders)
    teams = [
        create_team(by=by, force_id=force.pk, key=each.key, name=each.name, unit=each.unit).pk
        for each in made
    ]
    everyone = structure.people(made, chance)
    users = []
    for person in everyone:
        user = create_user(
            by=by,
            force_id=force.pk,
            username=person.username,
            display_name=person.name,
            rank=person.rank,
            # Hashing a password takes time by design, so only those who sign in have one.
            password=structure.PASSWORD if person.signs_in else None,
            must_change_password=False,
        )
        team_id = teams[person.team] if person.team is not None else None
        grant_role(
            by=by,
            user_id=user.pk,
            role=person.role,
            team_id=team_id,
            until_at=now + timedelta(days=90) if person.role in TIMED_ROLES else None,
            now=now - IN_POST_FOR,
        )
        users.append(user.pk)
    return by, made, everyone, _Places(teams, users)


def _set_policies(by: Viewer, begins: datetime, now: datetime) -> None:
    for policy in POLICIES:
        set_policy(
            by=by,
            now=now,
            key=policy.key,
            value=policy.value,
            unit=policy.unit,
            level=policy.level,
            source=policy.source,
            from_at=begins,
            recorded_at=begins,
        )


def _subjects(
    size: Size,
    setting: Setting,
    made: list[structure.DemoTeam],
    everyone: list[structure.DemoPerson],
) -> Iterator[tuple[DemoSubject, Sequence[DemoSubject]]]:
    """Every subject, each with those that lie beneath it."""
    managers = _case_workers(made, everyone, "offender_management")
    investigators = _case_workers(made, everyone, "online_child_abuse")
    beside, apart, further, alone, daily = (
        replace(setting, chance=Random(size.seed + more))  # noqa: S311 (repeatable, not secret)
        for more in (1, 2, 3, 4, 5)
    )
    for offender in offenders(setting, how_many=size.offenders, teams=managers):
        add_checks(beside, offender)
        add_notifications(apart, offender)
        yield offender, [*add_prevention(further, offender), *add_managing(daily, offender)]
    referrals = round(size.offenders * REFERRALS_PER_OFFENDER * size.years)
    for suspect, bail in investigations(setting, how_many=referrals, teams=investigators):
        yield suspect, [bail] if bail else []
    in_teams = [
        (place, person.name, person.team)
        for place, person in enumerate(everyone)
        if person.team is not None
    ]
    for member in staff(setting, people=in_teams):
        yield member, []
    for undertaking in governance(alone):
        yield undertaking, []


def _case_workers(
    made: list[structure.DemoTeam], everyone: list[structure.DemoPerson], unit: str
) -> dict[int, list[int]]:
    """The places of the people who work cases, by the place of their team."""
    workers: dict[int, list[int]] = defaultdict(list)
    for place, person in enumerate(everyone):
        if person.team is not None and made[person.team].unit == unit and person.rank != "sergeant":
            workers[person.team].append(place)
    return dict(workers)


def _load_subjects(
    subjects: Iterator[tuple[DemoSubject, Sequence[DemoSubject]]],
    places: _Places,
    by: Viewer,
    now: datetime,
    progress: Progress,
) -> int:
    every = list(subjects)
    above = [one for one, _ in every]
    ids: dict[int, int] = {}
    for kind in ("offender", "suspect", "staff", "document", "agreement"):
        some = [one for one in above if one.kind == kind]
        ids |= _load_records(kind, some, [{} for _ in some], places, by, now)
    below: list[DemoSubject] = []
    for kind, named in (("bail", "suspect_id"), ("order", "offender_id"), ("child", "root_id")):
        pairs = [(one, under) for one, beneath in every for under in beneath if under.kind == kind]
        some = [under for _, under in pairs]
        over = [{named: ids[id(one)]} for one, _ in pairs]
        ids |= _load_records(kind, some, over, places, by, now)
        below += some
    return _load_facts([*above, *below], ids, places, by, now, progress)


def _load_records(
    kind: str,
    some: Sequence[DemoSubject],
    more: Sequence[dict[str, Any]],
    places: _Places,
    by: Viewer,
    now: datetime,
) -> dict[int, int]:
    rows = []
    for one, extra in zip(some, more, strict=True):
        row = {**one.record, **extra}
        if kind in ("offender", "suspect"):  # what lies beneath follows, staff are nobody's
            owner = places.users[one.owner] if one.owner is not None else None
            row |= {"team_id": places.teams[one.team], "owner_id": owner}
            row["restricted"] = one.restricted
        if "user" in row:
            row["user_id"] = places.users[row.pop("user")]
        rows.append(row)
    ids = LOADERS[kind](kind, rows, by=by, now=now)
    return {id(one): made for one, made in zip(some, ids, strict=True)}


def _load_facts(
    subjects: Sequence[DemoSubject],
    ids: Mapping[int, int],
    places: _Places,
    by: Viewer,
    now: datetime,
    progress: Progress,
) -> int:
    waiting: dict[tuple[str, str], list[dict[str, Any]]] = defaultdict(list)
    total = sum(len(one.facts) for one in subjects)
    fact_ids = dict(
        zip(
            sorted(fact.number for one in subjects for fact in one.facts),
            next_fact_ids(total),
            strict=True,
        )
    )
    for one in subjects:
        for fact in one.facts:
            row = _row(fact, one, ids[id(one)], fact_ids, places)
            waiting[fact.table, one.kind].append(row)
    done = 0
    for table, kind in sorted(waiting, key=lambda each: (TABLE_ORDER.index(each[0]), each[1])):
        rows = waiting[table, kind]
        for start in range(0, len(rows), BATCH):
            progress(f"loading {table.replace('_', ' ')} facts", done, total)
            batch = rows[start : start + BATCH]
            LOADERS[kind](table, batch, by=by, now=now)
            done += len(batch)
    progress("facts loaded", total, total)
    return total


def _row(
    fact: DemoFact,
    one: DemoSubject,
    subject_id: int,
    fact_ids: Mapping[int, int],
    places: _Places,
) -> dict[str, Any]:
    row: dict[str, Any] = {
        **fact.values,
        "fact_id": fact_ids[fact.number],
        "subject_id": subject_id,
        "at": fact.at,
        "day_only": fact.day_only,
        "recorded_at": fact.recorded_at,
    }
    if "of_fact" in row:
        row |= {"of_fact": fact_ids[row["of_fact"]], "of_version": 1}
    owner = places.users[one.owner] if one.owner is not None else None
    if fact.table in DONE_BY_OWNER:
        row["done_by_id"] = owner
    if fact.table == "missing_plan" and fact.values["owned"]:
        row["plan_owner_id"] = owner
    if fact.table == "allocation":
        row |= {"team_id": places.teams[one.team], "owner_id": owner}
    return row
