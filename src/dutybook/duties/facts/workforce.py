"""Facts about the people of the two teams: never an answer, score or result."""

from dutybook.duties.columns import Code, FactTable, Flag, Ref, Whole


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


class SupervisorRole(FactTable):
    """Whether a member of staff supervises one of the two teams, from `at` on."""

    key = "supervisor_role"
    subject = "staff"
    state = Code("what began to hold", "supervisor", "not_supervisor", required=True)


class Training(FactTable):
    """A member of staff completed training."""

    key = "training"
    subject = "staff"
    course = Code("which", "trauma_informed", "knowledge_sharing", "other", required=True)


class TeamKind(FactTable):
    """What a team does, from `at` on."""

    key = "team_kind"
    subject = "team"
    kind = Code("what it does", "online_child_abuse", "offender_management", "other", required=True)


class Abstraction(FactTable):
    """Somebody was taken away from a team for other work."""

    key = "abstraction"
    subject = "team"
    hours = Whole("how many hours")
    reason = Flag("is the reason recorded")


class AbstractionReview(FactTable):
    """An abstraction was reviewed."""

    key = "abstraction_review"
    subject = "team"
    of = Ref("the abstraction")
    regular = Flag("does it belong to a pattern")
    work_fell_late = Flag("did work of the team's own fall late because of it")


class AbstractionReturn(FactTable):
    """A team confirmed that its record of abstractions is whole, even where there were none."""

    key = "abstraction_return"
    subject = "team"


class StaffingReview(FactTable):
    """The number of people in a team was reviewed against its demand."""

    key = "staffing_review"
    subject = "team"
    decided = Flag("is it recorded what was decided")


class WorkloadCount(FactTable):
    """The open work of each person in a team was counted."""

    key = "workload_count"
    subject = "team"
    within = Flag("was everybody's within the threshold the force had set")


class BacklogReview(FactTable):
    """A team's outstanding assessments, plans and visits were looked at by its managers."""

    key = "backlog_review"
    subject = "team"
    by_risk_and_lateness = Flag("by level of risk and by how overdue, with the oldest named")


class RegisterReconciliation(FactTable):
    """A team's own list was compared, person by person, with the national register."""

    key = "register_reconciliation"
    subject = "team"
