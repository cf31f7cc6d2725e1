"""Invented forces for the tests of the ledger and of the records rooms."""

from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from typing import Any

from dutybook.access.models import Force, RoleGrant, Team, User
from dutybook.access.roles import TEAM_ROLES, TIMED_ROLES, Role
from dutybook.access.viewer import Viewer, operator, viewer_for
from dutybook.duties.catalogue import CATALOGUE
from dutybook.duties.evaluate import evaluate
from dutybook.duties.holidays import ENGLAND_AND_WALES
from dutybook.duties.policy import Policies
from dutybook.ledger import actions
from dutybook.ledger.derive import derive_subjects
from dutybook.ledger.models import PolicySetting, Subject, SubjectKind
from dutybook.ledger.reallocating import Given, reallocate
from dutybook.ledger.recounting import carry_on, open_recounts
from dutybook.ledger.writes import Saved
from dutybook.records.offenders import actions as offenders

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
                until_at=NOW + 4000 * DAY if role in TIMED_ROLES else None,
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
    def inspector(self) -> Viewer:
        return self.viewer("inspector", Role.INSPECTOR)

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
