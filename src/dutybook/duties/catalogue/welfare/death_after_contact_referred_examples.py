"""Worked examples of the duty to refer a death or serious injury after contact."""

from dutybook.duties.examples import Example, Expected, Row, Setting

DEATH = 10
DIED = Row("death_after_contact", "2025-03-10 22:00", fact_id=DEATH)
WITHIN = Setting("death_referral.within", 1, "days")

EXAMPLES = (
    Example(
        title="Referred the next morning",
        facts=(DIED, Row("death_referral", "2025-03-11 09:00", {"of": DEATH})),
        settings=(WITHIN,),
        day="2025-03-31",
        expected=(
            Expected("2025-03-10 22:00", "2025-03-11", "met_on_time", met_at="2025-03-11 09:00"),
        ),
    ),
    Example(
        title="Not referred two days later",
        facts=(DIED,),
        settings=(WITHIN,),
        day="2025-03-12",
        expected=(Expected("2025-03-10 22:00", "2025-03-11", "overdue", overdue_days=1),),
    ),
    Example(
        title="The time is not set",
        facts=(DIED,),
        settings=(),
        day="2025-03-12",
        expected=(Expected("2025-03-10 22:00", None, "no_standard_set"),),
    ),
)
