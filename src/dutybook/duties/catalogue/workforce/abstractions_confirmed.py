"""Record of abstractions confirmed as whole."""

from datetime import date

from dutybook.duties.catalogue.workforce.abstractions_confirmed_examples import EXAMPLES
from dutybook.duties.language import Allowance, Duty, Event, Holds, Source

DUTY = Duty(
    key="abstractions_confirmed",
    title="Record of abstractions confirmed as whole",
    form="recurring",
    subject="team",
    definition_version=1,
    source=Source(
        "HMICFRS (April 2026, recommendation 8) asks that abstractions be recorded. That a team "
        "confirms from time to time that its record is whole, none included, is this project's "
        "own requirement: without it no record and no abstraction look alike. The force sets the "
        "interval. Inspectors raised serious concern about overworked managers in "
        "Northamptonshire in 2018.",
        "https://www.policeprofessional.com/news/serious-concern-raised-about-overworked-sex-o"
        "ffender-managers-in-northamptonshire/",
    ),
    why_it_matters=(
        "An empty list is the best figure and the easiest to get. The team's supervisor says for "
        "each period that the record is whole. It is owed by every offender management team."
    ),
    limbs=("8b",),
    drafted_by="Dutybook project",
    checked_by=None,
    review_date=date(2027, 4, 30),
    applies=(Holds("team_kind", "kind", ("offender_management",)),),
    meets=Event("abstraction_return"),
    allowance=Allowance(next="abstraction.return_interval"),
    owed_by="supervisor",
    examples=EXAMPLES,
)
