"""Facts about agreements with other bodies, and the traffic under them."""

from dutybook.duties.columns import Code, FactTable, Flag, Instant, Ref


class AgreementKind(FactTable):
    """What an agreement that the force needs is for, from `at` on; `ended` when it needs none."""

    key = "agreement_kind"
    subject = "agreement"
    kind = Code("what it is for", "probation", "family_support", "ended", required=True)


class AgreementSigned(FactTable):
    """A version of an agreement was signed by both sides."""

    key = "agreement_signed"
    subject = "agreement"
    until = Instant("when it ends or its review is due, whichever is earlier")


class AgreementEnded(FactTable):
    """An agreement was ended, or what it says no longer serves."""

    key = "agreement_ended"
    subject = "agreement"


class AgreementOwner(FactTable):
    """Somebody was named on each side who answers for an agreement."""

    key = "agreement_owner"
    subject = "agreement"
    both_sides = Flag("on both sides")


class PartnerReview(FactTable):
    """The two sides of an agreement met, and gave each other their view of how it works."""

    key = "partner_review"
    subject = "agreement"
    both_ways = Flag("did each side give its view")


class PartnerEscalation(FactTable):
    """One side of an agreement escalated a matter to the other."""

    key = "partner_escalation"
    subject = "agreement"
    raised_by = Code("which side", "police", "partner", required=True)


class PartnerEscalationAnswer(FactTable):
    """An escalation was answered."""

    key = "partner_escalation_answer"
    subject = "agreement"
    of = Ref("the escalation")
