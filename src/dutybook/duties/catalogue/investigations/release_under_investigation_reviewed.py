"""Release under investigation reviewed."""

from datetime import date

from dutybook.duties.catalogue.investigations.release_under_investigation_reviewed_examples import (
    EXAMPLES,
)
from dutybook.duties.language import Allowance, Duty, Event, Holds, Levels, Source

DUTY = Duty(
    key="release_under_investigation_reviewed",
    title="Release under investigation reviewed",
    form="recurring",
    subject="suspect",
    definition_version=1,
    source=Source(
        "A suspect released under investigation has no conditions, no date of return and, in the "
        "law as read, no limit of time. The intervals at which national guidance asks supervisors "
        "to review were not found: the force sets the interval.",
        "https://olliers.com/news/pre-charge-bail-your-questions-answered",
    ),
    why_it_matters=(
        "Nothing in the law ends a release under investigation, so only a review does. It is the "
        "companion of the figures on bail: a force that seldom bails has nothing to check and "
        "still has suspects at large."
    ),
    limbs=(),
    drafted_by="Dutybook project",
    checked_by=None,
    review_date=date(2027, 4, 30),
    applies=(
        Holds("release", "state", ("under_investigation",)),
        Holds("investigation_end", "state", ("reopened",), before=True),
    ),
    meets=Event("release_review"),
    levels=Levels("grade", "level"),
    allowance=Allowance(next="release_review.interval"),
    owed_by="supervisor",
    examples=EXAMPLES,
)
