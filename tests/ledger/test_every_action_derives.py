"""After every kind of action the stored ledger is the one that a full rebuild derives.

The rebuild reads whole tables and writes by other statements than a refresh does, so a fact that an
action kept and did not derive shows here as a row that differs.
"""

from collections.abc import Callable
from datetime import date

import pytest
from tests.ledger.scene import DAY, NOW, Scene

from dutybook.ledger import actions
from dutybook.ledger.models import Entry
from dutybook.ledger.reallocating import Given, undo_reallocation
from dutybook.ledger.writes import Saved
from dutybook.records.investigations import actions as investigations
from dutybook.records.offenders import actions as offenders
from dutybook.records.workforce import actions as workforce

NO_DIFFERENCE = actions.Written(entries=0, spans=0)
Act = Callable[[Scene], Saved | Given]

LATER = NOW - 5 * DAY


@pytest.fixture
def ruled(scene: Scene) -> Scene:
    """A force with a standard for every duty, and one record of each kind in it."""
    scene.policy("visit.maximum", 3, unit="months", level="high")
    scene.policy("visit.maximum", 12, unit="months", level="low")
    scene.policy("visit.first", 15, unit="working_days")
    scene.policy("visit.authoriser_rank", "sergeant")
    scene.policy("arms.interval", 12, unit="months")
    scene.policy("supervisor_review.within", 1, unit="months")
    scene.policy("referral.clock_starts", "receipt")
    scene.policy("referral.target", 7, unit="days", level="high")
    scene.policy("bail.period_reading", "segment")
    scene.policy("screening.interval", 12, unit="months")
    return scene


def offender(scene: Scene) -> dict[str, object]:
    return {"by": scene.manager, "now": NOW, "subject_id": scene.offender(level="high")}


def suspect(scene: Scene) -> dict[str, object]:
    saved = investigations.receive_referral(
        by=scene.investigator,
        now=NOW - 60 * DAY,
        received_at=NOW - 61 * DAY,
        reference="OP-1",
        team_id=scene.east.pk,
        owner_id=scene.investigator.user_id,
    )
    return {"by": scene.investigator, "now": NOW, "subject_id": saved.subject_id}


def bail(scene: Scene) -> dict[str, object]:
    saved = investigations.open_bail(
        by=scene.investigator,
        now=NOW - 50 * DAY,
        suspect_id=suspect(scene)["subject_id"],
        first_day=date(2026, 10, 10),
        last_day=date(2027, 1, 9),
        conditional=True,
    )
    return {"by": scene.investigator, "now": NOW, "subject_id": saved.subject_id}


def staff(scene: Scene) -> dict[str, object]:
    saved = workforce.join_role(
        by=scene.wellbeing,
        now=NOW - 400 * DAY,
        at=NOW - 401 * DAY,
        title="Investigator",
        payroll_ref="P-1",
        name="Robin Invented",
    )
    return {"by": scene.wellbeing, "now": NOW, "subject_id": saved.subject_id}


def corrected_visit(scene: Scene) -> Saved:
    who = offender(scene)
    seen = scene.visit(who["subject_id"], LATER)
    return offenders.correct_visit(
        **who,
        fact_id=seen.fact_id,
        seen_version=1,
        reason="the day before",
        at=LATER - DAY,
        outcome="no_reply",
        announced=None,
        crew=None,
        second_confirmed=None,
        findings="",
        officers_view="",
    )


def authorised_visit(scene: Scene) -> Saved:
    who = offender(scene)
    seen = scene.visit(who["subject_id"], LATER, announced=True)
    return offenders.authorise_visit(
        **who | {"by": scene.supervisor}, fact_id=seen.fact_id, rationale="agreed"
    )


def reviewed_assessment(scene: Scene) -> Saved:
    who = offender(scene)
    made = offenders.assess_arms(**who, at=LATER)
    return offenders.review(
        **who | {"by": scene.supervisor}, what="arms", fact_id=made.fact_id, outcome="agreed"
    )


def withdrawn_level(scene: Scene) -> Saved:
    who = offender(scene)
    made = offenders.set_risk_level(**who, at=LATER, level="low")
    return offenders.withdraw_fact(
        **who, table="risk_level", fact_id=made.fact_id, seen_version=1, reason="another person"
    )


def ended_and_reopened(scene: Scene) -> Saved:
    who = suspect(scene)
    investigations.end_investigation(**who, at=LATER, reason="nothing found")
    return investigations.reopen_investigation(**who, at=LATER + DAY, reason="new information")


def handed_on_with_bail(scene: Scene) -> Given:
    under = bail(scene)["subject_id"]
    above = Entry.objects.get(subject_id=under).subject.beneath_id
    return scene.give(above, scene.west)


ACTS: dict[str, Act] = {
    "edit": lambda s: offenders.edit_offender(
        **offender(s),
        seen_revision=1,
        national_register_ref="NR-9",
        name="Other",
        date_of_birth=None,
        sex="male",
    ),
    "visit": lambda s: s.visit(s.offender(level="high"), LATER),
    "correct": corrected_visit,
    "authorise": authorised_visit,
    "review": reviewed_assessment,
    "withdraw": withdrawn_level,
    "level": lambda s: offenders.set_risk_level(**offender(s), at=LATER, level="low"),
    "level unknown": lambda s: offenders.set_risk_level(**offender(s), at=LATER, level="unknown"),
    "plan": lambda s: offenders.make_risk_plan(**offender(s), at=LATER.date()),
    "interval": lambda s: offenders.set_visit_plan(
        **offender(s), at=LATER, amount=2, unit="months", reason="unsettled"
    ),
    "custody": lambda s: offenders.set_community_status(
        **offender(s), at=LATER.date(), state="custody"
    ),
    "reactive": lambda s: offenders.set_management(
        **offender(s), at=LATER, state="reactive", reason="settled"
    ),
    "arms": lambda s: offenders.set_arms_applicability(
        **offender(s), at=LATER, state="other_tool", reason="a woman"
    ),
    "ended": lambda s: offenders.set_registration(**offender(s), at=LATER, state="ended"),
    "handed on": lambda s: s.give(s.offender(level="high"), s.west),
    "handed back": lambda s: undo_reallocation(
        by=s.supervisor,
        now=NOW,
        reallocation_id=s.give(s.offender(level="high"), s.east).number,
    ),
    "restricted": lambda s: offenders.restrict(
        **offender(s) | {"by": s.supervisor}, restricted=True, reason="a witness", seen_revision=1
    ),
    "grade": lambda s: investigations.grade(**suspect(s), at=LATER, level="high"),
    "enforce": lambda s: investigations.enforce(**suspect(s), at=LATER, kind="arrest"),
    "reopen": ended_and_reopened,
    "another referral": lambda s: investigations.receive_referral(**suspect(s), received_at=LATER),
    "suspect handed on": handed_on_with_bail,
    "bail": lambda s: investigations.check_bail(**bail(s), at=LATER, proactive=True),
    "bail extended": lambda s: investigations.extend_bail(
        **bail(s), last_day=date(2027, 4, 9), conditional=True
    ),
    "bail ended": lambda s: investigations.end_bail(**bail(s), at=LATER, reason="charged"),
    "screening": lambda s: workforce.record_screening(**staff(s), at=LATER, state="completed"),
    "left the role": lambda s: workforce.leave_role(**staff(s), at=LATER.date()),
}


@pytest.mark.parametrize("what", ACTS)
def test_nothing_is_left_for_a_rebuild(ruled: Scene, what: str) -> None:
    saved = ACTS[what](ruled)
    entries = Entry.objects.filter(subject_id=saved.subject_id)
    assert entries.exists()
    assert actions.rebuild(by=ruled.loader) == NO_DIFFERENCE
    if saved.due:  # a restriction changes nothing that is owed, and says so by silence
        of_subject = [one for one in saved.due if one.subject_id == saved.subject_id]
        assert len(of_subject) == entries.filter(closed_at=None).count()
