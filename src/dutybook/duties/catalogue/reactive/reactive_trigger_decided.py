"""Doubt about reactive management decided."""

from datetime import date

from dutybook.duties.catalogue.reactive.reactive_trigger_decided_examples import EXAMPLES
from dutybook.duties.language import AllOf, Allowance, Duty, Event, Holds, Is, Levels, Source, Yes

DUTY = Duty(
    key="reactive_trigger_decided",
    title="Doubt about reactive management decided",
    form="once",
    subject="offender",
    definition_version=1,
    source=Source(
        "Any intelligence or change of circumstances should lead to a review of the risk of an "
        "offender who is managed reactively; his risk can be raised and visits resumed (HMICFRS's "
        "glossary). By when it must be decided is not published: the force sets it.",
        "https://hmicfrs.justiceinspectorates.gov.uk/glossary/reactive-management/",
    ),
    why_it_matters=(
        "One report may be all that separates a quiet offender from a dangerous one. "
        "Intelligence, an arrest, an order, a breach, a change in his life or a new assessment "
        "each open a review at once, and a supervisor decides it with a rationale. While it is "
        "overdue nobody has decided that he need not be visited: visiting should resume. The "
        "review ends if he goes back to active management."
    ),
    limbs=("10c",),
    drafted_by="Dutybook project",
    checked_by=None,
    review_date=date(2027, 4, 30),
    applies=(Holds("management", "state", ("reactive",)),),
    opens=Event("reactive_trigger"),
    meets=Event(
        "risk_review",
        where=AllOf(Is("decision", "stays_reactive", "visits_resume"), Yes("rationale")),
        names="of",
        answer="decision",
    ),
    levels=Levels("risk_level", "level"),
    allowance=Allowance(next="reactive.decide_within"),
    owed_by="supervisor",
    examples=EXAMPLES,
)
