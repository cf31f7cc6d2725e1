"""Facts about assessments of registered offenders; restricted tools by outcome only."""

from dutybook.duties.columns import Code, FactTable, Flag, Ref


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


class OtherAssessment(FactTable):
    """An offender for whom ARMS is not meant was assessed by another tool (by outcome only)."""

    key = "other_assessment"
    subject = "offender"
    reason = Flag("is it recorded why ARMS does not apply and which tool was used")


class DatabaseCheck(FactTable):
    """A database was searched for an offender."""

    key = "database_check"
    subject = "offender"
    system = Code("which one", "pnd", "pnc", "local", required=True)


class DatabaseAssessment(FactTable):
    """What a search of a database found was assessed, with its effect on the risk."""

    key = "database_assessment"
    subject = "offender"
    of = Ref("the search")
    system = Code("which one", "pnd", "pnc", "local", required=True)


class DisclosureDecision(FactTable):
    """Whether to disclose an offender's risk to somebody was decided; a reasoned no is one."""

    key = "disclosure_decision"
    subject = "offender"
    decision = Code("what was decided", "disclose", "do_not_disclose")
    rationale = Flag("is a rationale recorded")


class DisclosureRequest(FactTable):
    """Somebody asked to be told, as under the Child Sex Offender Disclosure Scheme."""

    key = "disclosure_request"
    subject = "offender"


class FurtherOffence(FactTable):
    """A registered offender is charged with a serious further offence."""

    key = "further_offence"
    subject = "offender"


class FurtherOffenceReview(FactTable):
    """A review of how the police had managed the offender was commissioned."""

    key = "further_offence_review"
    subject = "offender"
    of = Ref("the offence")
