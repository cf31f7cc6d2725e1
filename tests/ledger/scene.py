"""Invented forces for the tests of the ledger and of the records rooms."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from random import Random
from typing import Any

from dutybook.access.models import Force, RoleGrant, Team, User
from dutybook.access.roles import TEAM_ROLES, Role
from dutybook.access.viewer import Viewer, operator, viewer_for
from dutybook.duties.catalogue import CATALOGUE
from dutybook.duties.evaluate import evaluate
from dutybook.duties.holidays import ENGLAND_AND_WALES
from dutybook.duties.policy import Policies
from dutybook.ledger import actions
from dutybook.ledger.derive import derive_subjects
from dutybook.ledger.fact_models import choices_of
from dutybook.ledger.models import PolicySetting, Subject, SubjectKind
from dutybook.ledger.reallocating import Given, reallocate
from dutybook.ledger.recounting import carry_on, open_recounts
from dutybook.ledger.writes import Saved
from dutybook.records.governance import actions as governance
from dutybook.records.investigations import actions as investigations
from dutybook.records.offenders import actions as offenders
from dutybook.records.workforce import actions as workforce

NOW = datetime(2026, 11, 24, 9, 30, tzinfo=UTC)
TODAY = date(2026, 11, 24)
DAY = timedelta(days=1)


@dataclass
class Scene:
    """One force with two teams, and people who hold roles in them."""

    force: Force
    east: Team
    west: Team
    users: dict[str, User] = field(default_factory=dict)
    numbers: int = 0

    def user(self, name: str, role: Role, *, team: Team | None = None, rank: str = "") -> User:
        """The user of this name; made with the role when first asked for."""
        if name not in self.users:
            user = User.objects.create(
                username=f"{self.force.key}-{name}",
                display_name=name.title(),
                rank=rank or None,
                force=self.force,
                password="!",
            )
            RoleGrant.objects.create(
                user=user,
                force=self.force,
                role=role,
                team=(team or self.east) if role in TEAM_ROLES else None,
                from_at=NOW - 4000 * DAY,
            )
            self.users[name] = user
        return self.users[name]

    def viewer(self, name: str, role: Role, *, team: Team | None = None, rank: str = "") -> Viewer:
        """The same person as a viewer."""
        return viewer_for(
            self.user(name, role, team=team, rank=rank), now=NOW, route="test", request_id="1"
        )

    @property
    def manager(self) -> Viewer:
        return self.viewer("manager", Role.OFFENDER_MANAGER, rank="constable")

    @property
    def supervisor(self) -> Viewer:
        return self.viewer("supervisor", Role.SUPERVISOR, rank="sergeant")

    @property
    def other_supervisor(self) -> Viewer:
        return self.viewer("other_supervisor", Role.SUPERVISOR, rank="inspector")

    @property
    def investigator(self) -> Viewer:
        return self.viewer("investigator", Role.INVESTIGATOR, rank="constable")

    @property
    def analyst(self) -> Viewer:
        return self.viewer("analyst", Role.ANALYST)

    @property
    def chief(self) -> Viewer:
        return self.viewer("chief", Role.CHIEF_OFFICER, rank="chief_constable")

    @property
    def liaison(self) -> Viewer:
        return self.viewer("liaison", Role.INSPECTION_LIAISON)

    @property
    def auditor(self) -> Viewer:
        return self.viewer("auditor", Role.AUDITOR)

    @property
    def commissioner(self) -> Viewer:
        return self.viewer("commissioner", Role.COMMISSIONERS_OFFICE)

    @property
    def wellbeing(self) -> Viewer:
        return self.viewer("wellbeing", Role.WELLBEING_LEAD)

    @property
    def loader(self) -> Viewer:
        return operator("test", force_id=self.force.pk, route="demonstration")

    def offender(self, **values: Any) -> int:
        """Registers an offender as the manager, two years ago unless told; gives the subject."""
        self.numbers += 1
        made = {
            "by": self.manager,
            "now": NOW - 700 * DAY,
            "national_register_ref": f"NR-{self.numbers:05}",
            "name": f"Invented {self.numbers:05}",
            "team_id": self.east.pk,
            "registered_at": date(2024, 12, 1),
            "owner_id": self.manager.user_id,
        } | values
        return offenders.register_offender(**made).subject_id

    def visit(self, subject_id: int, at: datetime, **values: Any) -> Saved:
        """Records a visit at which the offender was seen, keyed the same hour unless told."""
        made = {
            "by": self.manager,
            "now": at + timedelta(minutes=50),
            "outcome": "seen",
            "announced": False,
            "crew": 2,
            "second_confirmed": True,
        } | values
        return offenders.record_visit(subject_id=subject_id, at=at, **made)

    def give(self, subject_id: int, team: Team, owner_id: int | None = None) -> Given:
        """The supervisor gives a record to a team, and to somebody of it unless to nobody."""
        kind = SubjectKind(Subject.objects.get(pk=subject_id).kind)
        return reallocate(
            kind,
            by=self.supervisor,
            now=NOW,
            subject_ids=[subject_id],
            team_id=team.pk,
            owner_id=owner_id,
            reason="A long absence",
        )

    def policy(self, key: str, value: int | str | None, **values: Any) -> PolicySetting:
        """A setting made by the chief two years ago unless told."""
        made = {
            "by": self.loader,
            "now": NOW,
            "from_at": NOW - 800 * DAY,
            "recorded_at": NOW - 800 * DAY,
            "source": "a test",
        } | values
        setting = actions.set_policy(key=key, value=value, **made)
        catch_up(self.force.pk)
        return setting


def catch_up(force_id: int, *, now: datetime = NOW) -> None:
    """Does what the worker would: counts again whatever waits, in the caller's transaction."""
    for recount_id in open_recounts(force_id):
        assert carry_on(recount_id, clock=lambda: now, portion=7)


def refresh(subject_id: int) -> None:
    """Derives again what is owed on one subject, as the actions do after each write."""
    derive_subjects(list(Subject.objects.filter(pk=subject_id)))


def compile_kernel() -> None:
    """Evaluates every duty once, over nothing."""
    for duty in CATALOGUE.values():
        evaluate(duty, {}, Policies(), ENGLAND_AND_WALES, force_id=1, known_at=0)


def make_scene(key: str = "north-vale") -> Scene:
    """A demonstration force with two teams."""
    force = Force.objects.create(key=key, name=key.title(), is_demonstration=True)
    teams = [
        Team.objects.create(force=force, key=one, name=one.title(), unit="offender_management")
        for one in ("east", "west")
    ]
    return Scene(force, *teams)


Batch = Callable[..., list[int]]


def load_untidy(scene: Scene, *, offenders_count: int, seed: int) -> list[int]:
    """Loads untidy records of every kind by the bulk actions, one seed, and gives the offenders.

    Late keying, corrections, withdrawals, days without times, unknowns and gaps are all in it.
    """
    chance = Random(seed)
    by = scene.loader
    owners = [scene.manager.user_id, None]
    people = offenders.load_batch(
        "offender",
        [
            {"national_register_ref": f"U{seed}-{n}", "name": f"Untidy {n}"}
            for n in range(offenders_count)
        ],
        by=by,
        now=NOW,
    )
    untidy = _Untidy(chance, offenders.load_batch, by)
    untidy.add("allocation", people, 1, 3, team_id=[scene.east.pk, scene.west.pk], owner_id=owners)
    untidy.add("registration", people, 1, 2, state=["registered", "registered", "ended"])
    untidy.add("community_status", people, 0, 4, state=["community", "community", "custody"])
    untidy.add("risk_level", people, 0, 4, level=["low", "medium", "high", "very_high", "unknown"])
    untidy.add("management", people, 0, 2, state=["active", "reactive"])
    untidy.add("visit_plan", people, 0, 2, amount=[3, 6], unit=["months"])
    visits = untidy.add(
        *("visit", people, 0, 12),
        outcome=["seen", "seen", "no_reply"],
        announced=[True, False, False, None],
        crew=[1, 2, 2, None],
    )
    leave = untidy.answer(
        "visit_authorisation", visits, rank=["sergeant", ""], rationale=["", "why"]
    )
    untidy.answer("authorisation_assessment", leave, outcome=["sound", "not_sound"])
    untidy.add(
        *("entry_attempt", people, 0, 3),
        outcome=["not_entered"],
        failure=["first", "second", ""],
        place=["There"],
        grounds=["Why"],
    )
    untidy.add("warrant_decision", people, 0, 1, decision=["apply"], rationale=["Why", ""])
    untidy.add("whereabouts", people, 0, 2, state=["not_found", "known"])
    untidy.add("missing_plan", people, 0, 2, owned=[False], steps=["Ask"])
    untidy.add("missing_review", people, 0, 3, done_since=["Asked"])
    untidy.add("arms_applicability", people, 0, 1, state=["applies", "other_tool"])
    untidy.add("other_assessment", people, 0, 2, tool=["Another"], reason=["", "A woman"])
    checks = untidy.add("database_check", people, 0, 3, system=["pnd", "pnc", "local"])
    for system in ("pnd", "pnc", "local"):
        of_system = [row for row in checks if row["system"] == system]
        untidy.answer(
            *("database_assessment", of_system),
            system=[system],
            effect=["none"],
            assessment=["Read"],
        )
    untidy.add(
        *("reactive_evidence", people, 0, 4),
        condition=["assessed_low", "no_offending", "monitored", "adult"],
        holds=[True, True, False, None],
        until=[200 * DAY, 30 * DAY, None],
        evidence=["Read"],
    )
    untidy.add("relevant_date", people, 0, 1, matter=["An offence"])
    untidy.add(
        *("notification", people, 0, 5),
        kind=["initial", "change", "periodic", "details", "travel_return"],
    )
    untidy.add("notifiable_change", people, 0, 3, kind=["name", "release", "bank_or_cards"])
    untidy.add("residence", people, 0, 2, state=["fixed", "none"])
    untidy.add("foreign_travel", people, 0, 2, days_notice=[0, 3, 9, None])
    untidy.add("travel_return", people, 0, 2)
    breaches = untidy.add("notification_breach", people, 0, 2, note=["Late"])
    untidy.answer("breach_recorded", breaches, systems=["All"])
    untidy.answer("breach_decision", breaches, decision=["arrest"], rationale=["Why", ""])
    doubts = untidy.add("reactive_trigger", people, 0, 2, kind=["arrest", "breach"])
    untidy.answer("risk_review", doubts, decision=["stays_reactive"], rationale=["Why", ""])
    untidy.add("order_decision", people, 0, 2, decision=["apply"], rationale=["Why", ""])
    untidy.add("disclosure_request", people, 0, 2, route=["agency"])
    untidy.add(
        *("disclosure_decision", people, 0, 3),
        decision=["disclose", "do_not_disclose"],
        rationale=["Why", ""],
    )
    offences = untidy.add("further_offence", people, 0, 1, note=["Charged"])
    untidy.answer("further_offence_review", offences, note=["By January"])
    _add_orders(untidy, people, by)
    untidy.add("arms_assessment", people, 0, 3, priority=["low", "high", ""])
    untidy.add("risk_plan", people, 0, 3)
    untidy.answer("supervisor_review", visits, what=["visit"], outcome=["agreed", ""])
    suspects = investigations.load_batch(
        "suspect",
        [{"reference": f"S{seed}-{n}"} for n in range(offenders_count // 2)],
        by=by,
        now=NOW,
    )
    bails = investigations.load_batch(
        "bail", [{"suspect_id": one} for one in suspects], by=by, now=NOW
    )
    untidy.load = investigations.load_batch
    untidy.add("referral", suspects, 1, 3)
    untidy.add("grade", suspects, 0, 3, level=["low", "medium", "high", "very_high", "unknown"])
    untidy.add("enforcement", suspects, 0, 2, kind=["arrest", "other"])
    untidy.add("investigation_end", suspects, 0, 2, state=["ended", "reopened"])
    untidy.add(
        "bail_segment", bails, 1, 3, until=[90 * DAY, 28 * DAY, None], conditional=[True, None]
    )
    untidy.add("bail_check", bails, 0, 4, proactive=[True, False, None])
    untidy.add("bail_end", bails, 0, 1, reason=["charged"])
    staff = workforce.load_batch(
        "staff",
        [
            {"payroll_ref": f"P{seed}-{n}", "name": f"Staff {n}"}
            for n in range(offenders_count // 3)
        ],
        by=by,
        now=NOW,
    )
    untidy.load = workforce.load_batch
    untidy.add("role", staff, 1, 2, state=["in_scope", "in_scope", "out_of_scope"])
    untidy.add("screening", staff, 0, 4, state=["offered", "completed", "declined"])
    _add_governance(untidy, seed, by)
    return people


def _add_governance(untidy: "_Untidy", seed: int, by: Viewer) -> None:
    """A few documents and agreements of every kind, with what happened to them."""
    untidy.load = governance.load_batch
    kinds = choices_of("document_kind", "kind")
    titles = [{"title": f"Document {seed}: {kind}"} for kind in kinds]
    documents = governance.load_batch("document", titles, by=by, now=NOW)
    for one, kind in zip(documents, kinds, strict=True):
        untidy.add("document_kind", [one], 1, 1, kind=[kind])
    untidy.add("document_kind", documents[:3], 0, 1, kind=["withdrawn"])
    approved = {"approved_by": ["Somebody"], "kept_at": ["There"]}
    untidy.add("document_approved", documents, 0, 3, until=[90 * DAY, 400 * DAY], **approved)
    untidy.add("document_owner", documents, 0, 2, post=["Head of it"])
    untidy.add("document_owner_left", documents, 0, 1)
    untidy.add("document_withdrawn", documents, 0, 1, reason=["Wrong"])
    untidy.add("forecast_reach", documents, 0, 2, until=[60 * DAY, 300 * DAY])
    untidy.add("stock_check", documents, 0, 3, found=[True, False, None])
    named = [{"title": f"Agreement {seed}-{n}", "partner": "They"} for n in range(4)]
    agreements = governance.load_batch("agreement", named, by=by, now=NOW)
    untidy.add("agreement_kind", agreements[:2], 1, 1, kind=["probation"])
    untidy.add("agreement_kind", agreements[2:], 1, 2, kind=["family_support", "ended"])
    signed = {"signed_by_us": ["We"], "signed_by_them": ["They"], "kept_at": ["There"]}
    untidy.add("agreement_signed", agreements, 0, 2, until=[90 * DAY, 400 * DAY], **signed)
    untidy.add("agreement_ended", agreements, 0, 1, reason=["Over"])
    untidy.add("agreement_owner", agreements, 0, 2, ours=["We"], theirs=["They"],
               both_sides=[True, False])  # fmt: skip
    untidy.add("partner_review", agreements, 0, 3, both_ways=[True, False, None])
    for side in ("police", "partner"):
        given = {"raised_by": [side], "matter": ["It"]}
        raised = untidy.add("partner_escalation", agreements, 1, 3, **given)
        untidy.answer("partner_escalation_answer", raised, answer=["So"])


def _add_orders(untidy: "_Untidy", people: Sequence[int], by: Viewer) -> None:
    """An order against every second offender, with what happened to it."""
    rows = [
        {
            "offender_id": one,
            "kind": "shpo",
            "court": "A court",
            "from_day": TODAY,
            "conditions": "None",
        }
        for one in people[::2]
    ]
    orders = offenders.load_batch("order", rows, by=by, now=NOW)
    untidy.add("order_made", orders, 0, 2, kind=["shpo"], until=[900 * DAY, None])
    untidy.add("order_state", orders, 0, 3, state=["in_force", "in_force", "ended"])
    untidy.add("order_check", orders, 0, 4, findings=["Read"])
    untidy.add("order_end_decision", orders, 0, 1, decision=["renew"], rationale=["Why", ""])
    broken = untidy.add("order_breach", orders, 0, 2, note=["A telephone"])
    untidy.answer("order_breach_decision", broken, decision=["no_action"], rationale=["Why", ""])


class _Untidy:
    """Random facts by the bulk actions."""

    def __init__(self, chance: Random, load: Batch, by: Viewer) -> None:
        self.chance, self.load, self.by = chance, load, by

    def add(
        self, table: str, subjects: Sequence[int], least: int, most: int, **choices: Sequence[Any]
    ) -> list[dict[str, Any]]:
        """Some facts about each subject, a few corrected or withdrawn; gives first versions."""
        rows = [
            self._row(subject, choices)
            for subject in subjects
            for _ in range(self.chance.randint(least, most))
        ]
        ids = self.load(table, rows, by=self.by, now=NOW)
        kept = [row | {"fact_id": one} for row, one in zip(rows, ids, strict=True)]
        self._change(table, kept, choices)
        return kept

    def answer(
        self, table: str, named: Sequence[Mapping[str, Any]], **choices: Sequence[Any]
    ) -> list[dict[str, Any]]:
        """Facts that name some of these facts; gives them."""
        rows = []
        for one in named:
            if self.chance.random() < 0.5:
                row = self._row(one["subject_id"], choices)
                rows.append(row | {"of_fact": one["fact_id"], "of_version": 1})
        ids = self.load(table, rows, by=self.by, now=NOW)
        return [row | {"fact_id": one} for row, one in zip(rows, ids, strict=True)]

    def _row(self, subject: int, choices: Mapping[str, Sequence[Any]]) -> dict[str, Any]:
        at = NOW - timedelta(minutes=self.chance.randint(60, 60 * 24 * 900))
        day_only = self.chance.random() < 0.3
        if day_only:
            at = at.replace(hour=0, minute=0)
        keyed = at + timedelta(hours=self.chance.choice([0, 1, 30, 700]))
        row = {name: self.chance.choice(list(values)) for name, values in choices.items()}
        if row.get("until") is not None:
            row["until"] = at + row["until"]
        if row.get("owner_id") is None:
            row = {name: value for name, value in row.items() if name != "owner_id"}
        own = {"subject_id": subject, "at": at, "day_only": day_only}
        return row | own | {"recorded_at": min(keyed, NOW)}

    def _change(
        self, table: str, kept: Sequence[Mapping[str, Any]], choices: Mapping[str, Sequence[Any]]
    ) -> None:
        changed = []
        for row in kept:
            if self.chance.random() < 0.1:
                later = min(row["recorded_at"] + 20 * DAY, NOW)
                own = {"version": 2, "recorded_at": later, "change_reason": "untidy"}
                changed.append({**row, **own, "withdrawn": self.chance.random() < 0.5})
        if changed:
            self.load(table, changed, by=self.by, now=NOW)
