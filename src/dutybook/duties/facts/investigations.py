"""Facts about investigations of people suspected of abusing children online."""

from dutybook.duties.columns import Code, FactTable
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
