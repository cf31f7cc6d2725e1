"""Facts about home visits to registered offenders."""

from dutybook.duties.columns import Code, FactTable, Flag, Ref, Whole
from dutybook.duties.facts.scales import RANKS


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
