"""Facts about managing risk: what changes it, what is to be done, and who else does it."""

from dutybook.duties.columns import Code, FactTable, Flag, Instant, Ref


class RiskTrigger(FactTable):
    """Something happened that may change the risk of an offender who is actively managed."""

    key = "risk_trigger"
    subject = "offender"
    kind = Code(
        "what happened",
        "intelligence",
        "arrest",
        "order",
        "breach",
        "child_contact",
        "change_of_circumstances",
        required=True,
    )


class RiskTriggerDecision(FactTable):
    """What something that happened means for the risk was decided and recorded."""

    key = "risk_trigger_decision"
    subject = "offender"
    of = Ref("what happened")
    decision = Code("what was decided", "level_stays", "level_changes")
    rationale = Flag("is a rationale recorded")


class PlanAction(FactTable):
    """Something that is to be done about the risk, by the plan or by a meeting."""

    key = "plan_action"
    subject = "offender"
    due = Instant("by when it is to be done")


class PlanActionEnd(FactTable):
    """Something that was to be done is done, or is needed no more."""

    key = "plan_action_end"
    subject = "offender"
    of = Ref("what was to be done")
    outcome = Code("how it ended", "done", "not_needed")
    rationale = Flag("is it said what was done, or why it is needed no more")


class MappaLevel(FactTable):
    """At which level the public protection arrangements manage an offender, until the next row."""

    key = "mappa_level"
    subject = "offender"
    state = Code(
        "the level that began to hold", "level_1", "level_2", "level_3", "none", required=True
    )


class MappaMeeting(FactTable):
    """A meeting of the agencies about one offender."""

    key = "mappa_meeting"
    subject = "offender"


class JointRequest(FactTable):
    """One agency asked the other to do something about an offender whom they both manage."""

    key = "joint_request"
    subject = "offender"
    direction = Code("who asked whom", "to_us", "from_us", required=True)


class JointAnswer(FactTable):
    """What one agency had asked of the other was answered."""

    key = "joint_answer"
    subject = "offender"
    of = Ref("what was asked")


class Monitoring(FactTable):
    """Whether devices of an offender are monitored: it holds from `at` until the next row."""

    key = "monitoring"
    subject = "offender"
    state = Code("what began to hold", "monitored", "ended", required=True)


class MonitoringCheck(FactTable):
    """Somebody looked at what the monitoring of an offender's devices reported."""

    key = "monitoring_check"
    subject = "offender"
    concern = Flag("was anything found that gives concern")
