"""Meeting of the agencies about an offender."""

from datetime import date

from dutybook.duties.catalogue.managing.mappa_meeting_held_examples import EXAMPLES
from dutybook.duties.language import Allowance, Duty, Event, Holds, Levels, Source

DUTY = Duty(
    key="mappa_meeting_held",
    title="Meeting of the agencies about the offender held",
    form="recurring",
    subject="offender",
    definition_version=1,
    source=Source(
        "At level 2 and level 3 of the public protection arrangements the agencies meet about "
        "an offender, share what they know and make a plan together. How often was not found in "
        "guidance that was read; figures are quoted from memory in several places. The force "
        "sets it.",
        "https://mappa.justice.gov.uk/MAPPA/view?objectID=12993588",
    ),
    why_it_matters=(
        "The levels exist because some people are too dangerous for one agency. A meeting that "
        "is not held leaves each with its own piece. Minutes stay where the agencies keep them, "
        "by their reference; what the meeting asked of anybody is followed as an action."
    ),
    limbs=(),
    drafted_by="Dutybook project",
    checked_by=None,
    review_date=date(2027, 4, 30),
    applies=(
        Holds("registration", "state", ("registered",)),
        Holds("mappa_level", "state", ("level_2", "level_3")),
    ),
    meets=Event("mappa_meeting"),
    levels=Levels("risk_level", "level"),
    allowance=Allowance(first="mappa.first_meeting", next="mappa.meeting_interval"),
    examples=EXAMPLES,
)
