"""Facts about reactive management: its conditions, and what puts it in question."""

from dutybook.duties.columns import Code, FactTable, Flag, Instant, Ref


class ReactiveEvidence(FactTable):
    """One condition of reactive management was looked at and found to hold, or not."""

    key = "reactive_evidence"
    subject = "offender"
    condition = Code(
        "which condition",
        "assessed_low",
        "no_offending",
        "no_notice",
        "monitored",
        "adult",
        "no_order",
        "authorised",
        "yearly_review",
        required=True,
    )
    holds = Flag("was it found to hold, with its evidence recorded")
    until = Instant("when it must be looked at again")


class ReactiveTrigger(FactTable):
    """Something that puts reactive management in question."""

    key = "reactive_trigger"
    subject = "offender"
    kind = Code(
        "what it was",
        "intelligence",
        "arrest",
        "order",
        "breach",
        "child_contact",
        "change_of_circumstances",
        "risk_assessment",
        required=True,
    )


class RiskReview(FactTable):
    """A supervisor decided whether an offender stays reactively managed."""

    key = "risk_review"
    subject = "offender"
    of = Ref("what put it in question")
    decision = Code("what was decided", "stays_reactive", "visits_resume")
    rationale = Flag("is a rationale recorded")
