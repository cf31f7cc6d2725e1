"""Facts about assessments of registered offenders; restricted tools by outcome only."""

from dutybook.duties.columns import Code, FactTable


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
