"""Search warrant executed or returned within three months."""

from datetime import date

from dutybook.duties.catalogue.investigations.search_warrant_used_examples import EXAMPLES
from dutybook.duties.language import Allowance, Duty, Event, Figure, Levels, Source, Statute

DUTY = Duty(
    key="search_warrant_used",
    title="Search warrant executed or returned within three months",
    form="once",
    subject="suspect",
    definition_version=1,
    source=Source(
        "Police and Criminal Evidence Act 1984, s. 16: entry and search under a warrant is within "
        "three months from the date of its issue, and a warrant not executed is returned. The "
        "search for indecent images is under s. 4 of the Protection of Children Act 1978.",
        "https://www.legislation.gov.uk/ukpga/1984/60/section/16",
    ),
    why_it_matters=(
        "A warrant that runs out unused is a door that stayed shut, and the case goes back to the "
        "court. Execution or return answers it. It is counted from the day of issue, so that a "
        "warrant of 30 November ends with the last day of February."
    ),
    limbs=(),
    drafted_by="Dutybook project",
    checked_by=None,
    review_date=date(2027, 4, 30),
    opens=Event("search_warrant"),
    meets=Event("search_warrant_result", names="of", answer="outcome"),
    levels=Levels("grade", "level"),
    allowance=Allowance(
        next=Statute(
            "Police and Criminal Evidence Act 1984, s. 16(3)",
            (Figure(3, "months", date(2006, 1, 1)),),
        )
    ),
    examples=EXAMPLES,
)
