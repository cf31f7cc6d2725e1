"""What the duties of supervisor review share: source, reason, form and allowance."""

from collections.abc import Sequence
from datetime import date
from typing import Literal

from dutybook.duties.language import (
    Allowance,
    Duty,
    Event,
    Example,
    Is,
    Levels,
    Source,
)

SOURCE = Source(
    "HMICFRS (April 2026, recommendation 8): supervisors complete reviews of active risk "
    "management system assessments, risk management plans and visits promptly and within one "
    "month. The month is the recommendation's own; the force adopts it, or a shorter time, as its "
    "setting, and months are counted by the calendar: what is done on 31 January is to be "
    "reviewed by the end of the last day of February. The recommendation is quoted in forces' "
    "published responses; inspectors found supervisor reviews poor in Cambridgeshire.",
    "https://policeprofessional.com/news/significant-progress-by-cambridgeshire-constabulary-in-"
    "managing-risks-posed-by-registered-sex-offenders",
)

WHY = (
    "The interval of visits, the assessment and the plan rest on one person's judgement of one "
    "offender. The supervisor's review is the second pair of eyes, and it is of use only while "
    "the first judgement is still fresh. "
)


def review_duty(
    *,
    key: str,
    title: str,
    table: str,
    what: Literal["arms", "plan", "visit"],
    of_this: str,
    examples: Sequence[Example],
) -> Duty:
    """A duty to review each fact of `table` by a `supervisor_review` of the kind `what`.

    `of_this` says in a sentence or two what is particular to that kind of review.
    """
    return Duty(
        key=key,
        title=title,
        form="once",
        subject="offender",
        definition_version=1,
        source=SOURCE,
        why_it_matters=WHY + of_this,
        limbs=("8d",),
        drafted_by="Dutybook project",
        checked_by=None,
        review_date=date(2027, 4, 30),
        owed_by="supervisor",
        opens=Event(table),
        meets=Event("supervisor_review", where=Is("what", what), names="of"),
        levels=Levels("risk_level", "level"),
        allowance=Allowance(next="supervisor_review.within"),
        examples=examples,
    )
