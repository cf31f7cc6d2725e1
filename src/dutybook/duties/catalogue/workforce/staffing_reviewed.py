"""Staffing of online child abuse teams reviewed."""

from datetime import date

from dutybook.duties.catalogue.workforce.staffing_reviewed_examples import EXAMPLES
from dutybook.duties.language import Allowance, Duty, Event, Holds, Source, Yes

DUTY = Duty(
    key="staffing_reviewed",
    title="Staffing of online child abuse teams reviewed",
    form="recurring",
    subject="team",
    definition_version=1,
    source=Source(
        "HMICFRS (April 2026, recommendation 2, by 30 April 2027): the staffing of online child "
        "abuse teams is reviewed so that there are enough officers and staff and workloads are "
        "manageable. How often is not published, and 'ongoing' is no date: the force sets the "
        "interval. That one force enlarged its team for online child abuse was in the press.",
        "https://www.northsomersettimes.co.uk/news/24194783.child-abuse-team-avon-somerset-pol"
        "ice-expand/",
    ),
    why_it_matters=(
        "A review counts when it says what was decided. 'We keep it under review' does not: the "
        "next date is here."
    ),
    limbs=("2a",),
    drafted_by="Dutybook project",
    checked_by=None,
    review_date=date(2027, 4, 30),
    applies=(Holds("team_kind", "kind", ("online_child_abuse",)),),
    meets=Event("staffing_review", where=Yes("decided")),
    allowance=Allowance(next="staffing_review.interval"),
    owed_by="supervisor",
    examples=EXAMPLES,
)
