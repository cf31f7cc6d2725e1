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


class AuthorisationAssessment(FactTable):
    """A decision to authorise a visit that was announced or not in pairs was assessed since."""

    key = "authorisation_assessment"
    subject = "offender"
    of = Ref("the authorisation")
    outcome = Code("what was found", "sound", "not_sound")


class EntryAttempt(FactTable):
    """Entry was sought for risk assessment at an address the offender has notified, or where there
    are grounds to believe that he lives or can be found.

    A routine call that nobody answered is not one, nor is one made while he is in custody, in
    hospital or abroad.
    """

    key = "entry_attempt"
    subject = "offender"
    outcome = Code("what came of it", "entered", "not_entered", required=True)
    failure = Code(
        "for a failed one: which it is since entry last succeeded or he was last seen at a visit",
        "first",
        "second",
        "later",
    )


class WarrantDecision(FactTable):
    """Whether to ask a court for a warrant to enter was decided; a reasoned no is a decision."""

    key = "warrant_decision"
    subject = "offender"
    decision = Code("what was decided", "apply", "do_not_apply")
    rationale = Flag("is a rationale recorded")


class Whereabouts(FactTable):
    """Whether it is known where an offender is, from `at` on."""

    key = "whereabouts"
    subject = "offender"
    state = Code("what began to hold", "known", "not_found", required=True)


class MissingPlan(FactTable):
    """A plan to find a missing offender was made."""

    key = "missing_plan"
    subject = "offender"
    owned = Flag("does it name its owner")


class MissingReview(FactTable):
    """The plan to find a missing offender was reviewed."""

    key = "missing_review"
    subject = "offender"
