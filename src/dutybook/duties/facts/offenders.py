"""Facts about registered offenders: their standing, their risk, their plan and its reviews."""

from dutybook.duties.columns import Code, FactTable, Ref
from dutybook.duties.facts.scales import RISK_LEVELS


class Registration(FactTable):
    """An offender became, or ceased to be, subject to notification requirements."""

    key = "registration"
    subject = "offender"
    state = Code("what began to hold", "registered", "ended", required=True)


class CommunityStatus(FactTable):
    """Where an offender is: it holds from `at` until the next row."""

    key = "community_status"
    subject = "offender"
    state = Code(
        "what began to hold",
        "community",
        "custody",
        "hospital",
        "abroad",
        "deceased",
        "transferred",
        required=True,
    )


class RiskLevel(FactTable):
    """The level at which an offender is managed: it holds from `at` until the next row."""

    key = "risk_level"
    subject = "offender"
    level = Code("the level that began to hold", *RISK_LEVELS, required=True)
    tool = Code("what it rests on", "arms", "osp", "rm2000", "judgement", "other")


class Management(FactTable):
    """Whether an offender is managed actively or reactively, from `at` until the next row."""

    key = "management"
    subject = "offender"
    state = Code("what began to hold", "active", "reactive", required=True)


class RiskPlan(FactTable):
    """A risk management plan was made or made anew."""

    key = "risk_plan"
    subject = "offender"


class SupervisorReview(FactTable):
    """A supervisor reviewed an assessment, a plan or a visit."""

    key = "supervisor_review"
    subject = "offender"
    of = Ref("the fact that was reviewed")
    what = Code("what was reviewed", "arms", "plan", "visit", required=True)
    outcome = Code("what the supervisor found", "agreed", "sent_back")


class RegisterMismatch(FactTable):
    """What is held here about an offender was found to differ from the national register."""

    key = "register_mismatch"
    subject = "offender"


class RegisterMismatchResolved(FactTable):
    """A difference from the national register was resolved."""

    key = "register_mismatch_resolved"
    subject = "offender"
    of = Ref("the difference")
