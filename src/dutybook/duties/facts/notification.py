"""Facts about what an offender must notify to the police, and about orders made against him."""

from dutybook.duties.columns import Code, FactTable, Flag, Instant, Ref, Whole


class RelevantDate(FactTable):
    """The date from which an offender must notify: conviction, finding, caution or release."""

    key = "relevant_date"
    subject = "offender"


class Notification(FactTable):
    """An offender notified the police as the law requires."""

    key = "notification"
    subject = "offender"
    kind = Code(
        "what it was",
        "initial",
        "change",
        "periodic",
        "details",
        "travel_return",
        required=True,
    )
    of = Ref("the change or return it tells of")


class NotifiableChange(FactTable):
    """Something changed that the offender must notify."""

    key = "notifiable_change"
    subject = "offender"
    kind = Code(
        "what changed",
        "name",
        "home_address",
        "other_premises",
        "release",
        "child_household",
        "bank_or_cards",
        "identity_document",
        required=True,
    )


class Residence(FactTable):
    """Whether an offender has a sole or main residence, from `at` on."""

    key = "residence"
    subject = "offender"
    state = Code("what began to hold", "fixed", "none", required=True)


class ForeignTravel(FactTable):
    """An offender left the United Kingdom, or is to leave it, at `at`."""

    key = "foreign_travel"
    subject = "offender"
    days_notice = Whole(
        "whole days between the notification and the departure; 0 when not notified"
    )


class TravelReturn(FactTable):
    """An offender came back to the United Kingdom."""

    key = "travel_return"
    subject = "offender"


class NotificationBreach(FactTable):
    """It was established that an offender broke a notification requirement."""

    key = "notification_breach"
    subject = "offender"


class BreachRecorded(FactTable):
    """A breach of notification was put on the local and the national systems."""

    key = "breach_recorded"
    subject = "offender"
    of = Ref("the breach")


class BreachDecision(FactTable):
    """What to do about a breach of notification was decided; a reasoned no is a decision."""

    key = "breach_decision"
    subject = "offender"
    of = Ref("the breach")
    decision = Code("what was decided", "arrest", "charge", "no_action")
    rationale = Flag("is a rationale recorded")


class NotificationPeriod(FactTable):
    """How long an offender must notify, from `at` on."""

    key = "notification_period"
    subject = "offender"
    state = Code("what began to hold", "fixed_term", "indefinite", required=True)
    review_from = Instant("for an indefinite period: the first day on which he may ask for review")


class ReviewEligibility(FactTable):
    """Whether an offender may ask for review of his indefinite period was looked at, orders too."""

    key = "review_eligibility"
    subject = "offender"


class ReviewApplication(FactTable):
    """An offender asked that his indefinite notification period be reviewed."""

    key = "review_application"
    subject = "offender"


class ReviewDetermination(FactTable):
    """The chief officer decided whether an indefinite notification period goes on."""

    key = "review_determination"
    subject = "offender"
    of = Ref("the application")
