"""The fact tables: what the duty engine reads, and nothing else.

Every class here is one table; its docstring and the words beside each column are the data
dictionary that `dutybook duties facts` prints. Restricted tools are present by outcome only.
"""

from dutybook.duties.columns import (
    NULL,
    TABLES,
    Code,
    Column,
    Columns,
    Facts,
    FactTable,
    Flag,
    Instant,
    Ref,
    Whole,
    as_known,
    code,
    columns_from_rows,
    known_versions,
    newest,
)

__all__ = [
    "NULL",
    "RANKS",
    "TABLES",
    "Code",
    "Column",
    "Columns",
    "FactTable",
    "Facts",
    "Flag",
    "Instant",
    "Ref",
    "Whole",
    "as_known",
    "code",
    "columns_from_rows",
    "known_versions",
    "newest",
]

RANKS = (
    "constable",
    "sergeant",
    "inspector",
    "chief_inspector",
    "superintendent",
    "chief_superintendent",
    "assistant_chief_constable",
    "deputy_chief_constable",
    "chief_constable",
)
"""Police ranks, lowest first (Police Act 1996, ss. 9H and 13, and the force's ACPO ranks)."""

RISK_LEVELS = ("low", "medium", "high", "very_high", "unknown")


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


class VisitPlan(FactTable):
    """The interval between home visits set in the offender's own plan, from `at` on.

    `amount` NULL means that the plan sets none from then on.
    """

    key = "visit_plan"
    subject = "offender"
    amount = Whole("how many units")
    unit = Code("what is counted", "hours", "days", "working_days", "months", "days_beginning_with")


class Visit(FactTable):
    """A home visit, or an attempt at one."""

    key = "visit"
    subject = "offender"
    outcome = Code(
        "what came of it", "seen", "no_reply", "refused", "not_living_there", "not_at_home"
    )
    announced = Flag("was the offender told beforehand")
    crew = Whole("how many visitors")
    second_confirmed = Flag("has the second visitor confirmed being there")


class VisitAuthorisation(FactTable):
    """Leave given for a home visit that was announced or not in pairs."""

    key = "visit_authorisation"
    subject = "offender"
    of = Ref("the visit", required=True)
    rank = Code("rank of who gave it", *RANKS)
    rationale = Flag("is a rationale recorded")


class ArmsApplicability(FactTable):
    """Whether ARMS applies to the offender (adult men) or another tool does, from `at` on."""

    key = "arms_applicability"
    subject = "offender"
    state = Code("what began to hold", "applies", "other_tool", required=True)


class ArmsAssessment(FactTable):
    """An ARMS assessment was completed (its questions and scores are not held)."""

    key = "arms_assessment"
    subject = "offender"
    priority = Code("the priority it gave", "low", "medium", "high", "very_high")


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


class Referral(FactTable):
    """A referral about a suspect was received by the force."""

    key = "referral"
    subject = "suspect"


class Grade(FactTable):
    """The grade of a suspect by the prioritisation tool, from `at` until the next row."""

    key = "grade"
    subject = "suspect"
    level = Code("the grade that began to hold", *RISK_LEVELS, required=True)


class Enforcement(FactTable):
    """Action taken towards a suspect."""

    key = "enforcement"
    subject = "suspect"
    kind = Code(
        "what was done",
        "arrest",
        "voluntary_attendance",
        "safeguarding_visit",
        "other",
        required=True,
    )


class InvestigationEnd(FactTable):
    """The investigation of a suspect ended, or was opened again."""

    key = "investigation_end"
    subject = "suspect"
    state = Code("what happened", "ended", "reopened", required=True)


class BailSegment(FactTable):
    """A segment of the applicable bail period: the first grant, or one extension.

    It runs from `at` to the end of `until` (both inside); `until` NULL when no end is known yet.
    With `day_only`, `until` is known to the day too.
    """

    key = "bail_segment"
    subject = "bail"
    until = Instant("its last instant")
    conditional = Flag("does bail carry conditions")


class BailEnd(FactTable):
    """Bail ended before the segment ran out (charge, no further action, cancelled)."""

    key = "bail_end"
    subject = "bail"


class BailCheck(FactTable):
    """The conditions of a bail were checked."""

    key = "bail_check"
    subject = "bail"
    proactive = Flag("was the check the force's own doing, not learnt from a complaint")


class Role(FactTable):
    """Whether a member of staff is in a role for which screening is owed, from `at` on."""

    key = "role"
    subject = "staff"
    state = Code("what began to hold", "in_scope", "out_of_scope", required=True)


class Screening(FactTable):
    """Psychological screening was offered to, completed or declined by a member of staff."""

    key = "screening"
    subject = "staff"
    state = Code("what happened", "offered", "completed", "declined", required=True)


class Allocation(FactTable):
    """The team and owner who answer for a subject, from `at` (for a transfer: its acceptance)."""

    key = "allocation"
    subject = "any"
    team_id = Whole("the team")
    owner_id = Whole("the person; NULL when unowned")
