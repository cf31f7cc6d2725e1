"""Facts about civil orders; whether to seek one is about the offender, the rest about the order."""

from dutybook.duties.columns import Code, FactTable, Flag, Instant, Ref


class OrderDecision(FactTable):
    """Whether to seek a preventative order was decided; a reasoned no is a decision."""

    key = "order_decision"
    subject = "offender"
    decision = Code("what was decided", "apply", "already_in_force", "do_not_apply")
    rationale = Flag("is a rationale recorded")


class OrderState(FactTable):
    """Whether an order is in force, from `at` on."""

    key = "order_state"
    subject = "order"
    state = Code("what began to hold", "in_force", "ended", required=True)


class OrderMade(FactTable):
    """A court made or renewed an order."""

    key = "order_made"
    subject = "order"
    kind = Code("which order", "shpo", "interim_shpo", "sro", "sopo", "other")
    until = Instant("its last instant; NULL when it is until further order")


class OrderCheck(FactTable):
    """An order's conditions were checked by the police's own doing."""

    key = "order_check"
    subject = "order"


class OrderEndDecision(FactTable):
    """What follows when an order runs out was decided; a reasoned no is a decision."""

    key = "order_end_decision"
    subject = "order"
    decision = Code("what was decided", "renew", "let_it_end")
    rationale = Flag("is a rationale recorded")


class OrderBreach(FactTable):
    """It was established that a condition of an order was broken."""

    key = "order_breach"
    subject = "order"


class OrderBreachDecision(FactTable):
    """What to do about the breach of an order was decided; a reasoned no is a decision."""

    key = "order_breach_decision"
    subject = "order"
    of = Ref("the breach")
    decision = Code("what was decided", "arrest", "charge", "no_action")
    rationale = Flag("is a rationale recorded")
