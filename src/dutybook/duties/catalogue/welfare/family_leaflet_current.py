"""Leaflet given to the family is the version in force."""

from datetime import date

from dutybook.duties.catalogue.welfare.family_leaflet_current_examples import EXAMPLES
from dutybook.duties.language import Duty, Event, Source, Yes

DUTY = Duty(
    key="family_leaflet_current",
    title="Leaflet given to the family is the version in force",
    form="each_event",
    subject="family",
    definition_version=1,
    source=Source(
        "HMICFRS (April 2026, recommendation 5): leaflets with the contact details of support "
        "organisations are available. In 2023 the Independent Office for Police Conduct asked for "
        "the wording of the suspects' leaflet to be looked at again, which is why leaflets have "
        "versions.",
        "https://www.accountabilityindex.uk/sources/iopc/learning/national-recommendation-nati"
        "onal-police-chiefs-council-november-2023/",
    ),
    why_it_matters=(
        "A leaflet with a dead telephone number is worse than none, because the family will try "
        "it once. Each leaflet given is of the version in force that day or it is in breach; "
        "where the version was not recorded it is unknown. The leaflet for suspects is another "
        "one."
    ),
    limbs=("5b",),
    drafted_by="Dutybook project",
    checked_by=None,
    review_date=date(2027, 4, 30),
    opens=Event("family_leaflet"),
    condition=Yes("current"),
    examples=EXAMPLES,
)
