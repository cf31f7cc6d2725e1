"""The demonstration force's policies: illustrative values, said to be so in each source.

Some are left unset on purpose, so that *no standard set* can be seen.
"""

from dataclasses import dataclass

ILLUSTRATIVE = "Illustrative value of the demonstration force"
RECOMMENDED = "HMICFRS, April 2026, recommendation 8: within one month"


@dataclass(frozen=True)
class DemoPolicy:
    """One setting, from the beginning of the demonstration's period."""

    key: str
    value: int | str
    unit: str = ""
    level: str = ""
    source: str = ILLUSTRATIVE


POLICIES = (
    DemoPolicy("visit.first", 28, "days"),
    DemoPolicy("visit.maximum", 12, "months", "low"),
    DemoPolicy("visit.maximum", 6, "months", "medium"),
    DemoPolicy("visit.maximum", 3, "months", "high"),
    DemoPolicy("visit.maximum", 1, "months", "very_high"),
    DemoPolicy("visit.authoriser_rank", "sergeant"),
    DemoPolicy("visit.second_visitor", "of_a_team"),
    DemoPolicy("arms.interval", 12, "months"),
    DemoPolicy("visit_plan.within", 1, "months"),
    DemoPolicy("plan.first", 1, "months"),
    DemoPolicy("plan.interval", 12, "months"),
    DemoPolicy("supervisor_review.within", 1, "months", source=RECOMMENDED),
    DemoPolicy("visit.authorisation_assessed_within", 1, "months"),
    DemoPolicy("warrant.consider_within", 2, "days"),
    DemoPolicy("missing.plan_within", 24, "hours"),
    DemoPolicy("missing.review_interval", 1, "days"),
    DemoPolicy("other_tool.interval", 12, "months"),
    DemoPolicy("pnd.first", 1, "months"),
    DemoPolicy("pnd.interval", 12, "months"),
    DemoPolicy("pnd.assess_within", 14, "days"),
    DemoPolicy("pnc.first", 1, "months"),
    DemoPolicy("pnc.interval", 12, "months"),
    DemoPolicy("pnc.assess_within", 14, "days"),
    DemoPolicy("reactive.decide_within", 7, "days"),
    DemoPolicy("trigger.decide_within", 7, "days"),
    DemoPolicy("monitoring.interval", 7, "days"),
    DemoPolicy("mappa.first_meeting", 28, "days"),
    DemoPolicy("mappa.meeting_interval", 112, "days"),
    DemoPolicy("joint.answer_within", 5, "working_days"),
    DemoPolicy("joint.chase_after", 5, "working_days"),
    DemoPolicy("child.decide_within", 4, "hours"),
    DemoPolicy("child.tell_within", 24, "hours"),
    DemoPolicy("child.answer_within", 3, "working_days"),
    DemoPolicy("order.consider_within", 2, "months"),
    DemoPolicy("order.check_interval", 3, "months"),
    DemoPolicy("order.breach_within", 3, "days"),
    DemoPolicy("disclosure.consider_within", 1, "months"),
    DemoPolicy("disclosure.request_within", 14, "days"),
    DemoPolicy("further_offence.review_within", 14, "days"),
    DemoPolicy("referral.clock_starts", "receipt"),
    DemoPolicy("referral.target", 7, "days", "high"),
    DemoPolicy("referral.target", 14, "days", "medium"),
    DemoPolicy("referral.target", 30, "days", "low"),
    DemoPolicy("bail.period_reading", "segment"),
    DemoPolicy("partner.review_interval", 3, "months"),
    DemoPolicy("partner.answer_within", 5, "working_days"),
    DemoPolicy("leaflet.stock_interval", 3, "months"),
    DemoPolicy("screening.first", 6, "months"),
    DemoPolicy("screening.interval", 12, "months"),
    DemoPolicy("list.dangerous_first", "level_then_lateness"),
    DemoPolicy("list.pin_after_days", 183),
    DemoPolicy("measure.window_days", 365),
    DemoPolicy("publication.smallest_count", 10),
    DemoPolicy("pulse.fewest_answers", 8),
    DemoPolicy("emergency.hours", 4),
    DemoPolicy("work.hours_a_week", 24),
    DemoPolicy("work.minutes_each", 90),
    DemoPolicy("pack.day_of_month", 5),
    DemoPolicy("reminder.days_before", 30),
    DemoPolicy("load.points", 5, "", "very_high"),
    DemoPolicy("load.points", 3, "", "high"),
    DemoPolicy("load.points", 2, "", "medium"),
    DemoPolicy("load.points", 1, "", "low"),
    DemoPolicy("load.points_full", 110),
)
"""Left unset: the target of very-high referrals (what is published tells what happens, not what is
asked) and the time for a first ARMS assessment (no source was found)."""
