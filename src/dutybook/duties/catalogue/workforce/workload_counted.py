"""Open work of each person in the team counted."""

from datetime import date

from dutybook.duties.catalogue.workforce.workload_counted_examples import EXAMPLES
from dutybook.duties.language import Allowance, Duty, Event, Holds, Source

DUTY = Duty(
    key="workload_counted",
    title="Open work of each person in the team counted",
    form="recurring",
    subject="team",
    definition_version=1,
    source=Source(
        "HMICFRS (April 2026, recommendation 2): workloads are manageable. Nobody can say so who "
        "has not counted. No national figure of cases for each investigator is known; how often "
        "it is counted is the force's to set. That one force enlarged its team for online child "
        "abuse was in the press.",
        "https://www.northsomersettimes.co.uk/news/24194783.child-abuse-team-avon-somerset-pol"
        "ice-expand/",
    ),
    why_it_matters=(
        "The count shows who carries too much while something can still be done. It is for "
        "sharing work out, and ranks nobody."
    ),
    limbs=("2b",),
    drafted_by="Dutybook project",
    checked_by=None,
    review_date=date(2027, 4, 30),
    applies=(Holds("team_kind", "kind", ("online_child_abuse",)),),
    meets=Event("workload_count"),
    allowance=Allowance(next="workload.count_interval"),
    owed_by="supervisor",
    examples=EXAMPLES,
)
