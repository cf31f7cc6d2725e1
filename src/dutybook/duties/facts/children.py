"""Facts about children known to be at risk, and about victims."""

from dutybook.duties.columns import Code, FactTable, Flag, Ref


class ChildAtRisk(FactTable):
    """It became known that a child is, or may be, at risk."""

    key = "child_at_risk"
    subject = "child"


class SafetyDecision(FactTable):
    """What is to be done for a child was decided and recorded."""

    key = "safeguarding_decision"
    subject = "child"
    of = Ref("the knowledge it answers")
    decision = Code("what was decided", "tell_social_care", "no_further_action")
    rationale = Flag("is a rationale recorded")


class SocialCareTold(FactTable):
    """Children's social care was told of a child at risk."""

    key = "social_care_told"
    subject = "child"
    of = Ref("the decision to tell")


class SocialCareAnswer(FactTable):
    """Children's social care answered what it had been told."""

    key = "social_care_answer"
    subject = "child"
    of = Ref("what it had been told")


class VictimEvent(FactTable):
    """Something happened of which a victim, or who speaks for a child victim, is owed word."""

    key = "victim_event"
    subject = "victim"
    kind = Code(
        "what happened",
        "arrest",
        "released_on_bail",
        "bail_conditions_changed",
        "released_under_investigation",
        "charged",
        "no_further_action",
        required=True,
    )


class VictimTold(FactTable):
    """A victim, or who speaks for a child victim, was told."""

    key = "victim_told"
    subject = "victim"
    of = Ref("what happened")
