"""Facts about investigations of people suspected of abusing children online."""

from dutybook.duties.columns import Code, FactTable, Flag, Ref
from dutybook.duties.facts.scales import RISK_LEVELS


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


class ToolUse(FactTable):
    """A grading tool was used for a suspect, or set aside (its questions are not held)."""

    key = "tool_use"
    subject = "suspect"
    tool = Code("which tool", "kirat", "prioritisation", required=True)
    result = Code("what came of it", "graded", "not_applicable", required=True)
    reason = Flag("for a tool set aside: is the reason recorded")


class RiskAssessment(FactTable):
    """Intelligence and risk about a suspect were assessed again."""

    key = "risk_assessment"
    subject = "suspect"


class EnforcementBasis(FactTable):
    """It was recorded what an action towards a suspect had rested on."""

    key = "enforcement_basis"
    subject = "suspect"
    of = Ref("the action")


class PndCheck(FactTable):
    """The Police National Database was searched for a suspect, his telephones and user names."""

    key = "suspect_pnd_check"
    subject = "suspect"
    assessed = Flag("was the result assessed")


class CaseHolder(FactTable):
    """Which team holds the investigation of a suspect, from `at` on."""

    key = "case_holder"
    subject = "suspect"
    state = Code("what began to hold", "specialist_team", "outside_team", required=True)


class OversightEntry(FactTable):
    """A manager of the specialist team looked at an investigation and recorded it."""

    key = "oversight_entry"
    subject = "suspect"
    by_specialist = Flag("was it a manager of the specialist team")


class Escalation(FactTable):
    """An investigation was escalated under the force's central policy."""

    key = "escalation"
    subject = "suspect"


class EscalationDecision(FactTable):
    """An escalation was decided."""

    key = "escalation_decision"
    subject = "suspect"
    of = Ref("the escalation")


class ArrestDecision(FactTable):
    """Whether to arrest a suspect was decided; a reasoned no is a decision."""

    key = "arrest_decision"
    subject = "suspect"
    decision = Code("what was decided", "arrest", "no_arrest")
    rationale = Flag("is a rationale recorded")


class BailDecision(FactTable):
    """Whether to bail a suspect was decided; a reasoned no is a decision."""

    key = "bail_decision"
    subject = "suspect"
    decision = Code("what was decided", "bail", "no_bail", "not_available")
    rationale = Flag("is a rationale recorded")


class Release(FactTable):
    """Whether a suspect is released under investigation, without bail, from `at` on."""

    key = "release"
    subject = "suspect"
    state = Code("what began to hold", "under_investigation", "ended", required=True)


class ReleaseReview(FactTable):
    """A supervisor looked again at a suspect's release under investigation."""

    key = "release_review"
    subject = "suspect"


class SearchWarrant(FactTable):
    """A court issued a warrant to search premises."""

    key = "search_warrant"
    subject = "suspect"


class SearchWarrantResult(FactTable):
    """A search warrant was executed, or returned unused."""

    key = "search_warrant_result"
    subject = "suspect"
    of = Ref("the warrant")
    outcome = Code("what came of it", "executed", "returned", required=True)
