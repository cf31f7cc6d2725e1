"""Home visit within the offender's interval."""

from datetime import date

from dutybook.duties.catalogue.visits.visit_within_interval_examples import EXAMPLES
from dutybook.duties.language import (
    Allowance,
    Duty,
    Event,
    Holds,
    Is,
    Levels,
    OwnPlan,
    Source,
)

DUTY = Duty(
    key="visit_within_interval",
    title="Home visit within the offender's interval",
    form="recurring",
    subject="offender",
    definition_version=1,
    source=Source(
        "Since June 2017 national policing practice leaves the interval between home visits to the "
        "offender manager, who sets it in the individual's plan; supervisors' review of plans is "
        "the safeguard. HMICFRS (April 2026, recommendation 8) asks forces to keep outstanding "
        "visits manageable and to assess them by risk level and by how overdue they are. No "
        "published source gives intervals by level or for the first visit: the force sets them.",
        "https://news.npcc.police.uk/releases/"
        "new-tailored-approach-to-managing-registered-sex-offenders-introduced",
    ),
    why_it_matters=(
        "A home visit is how police learn that a registered offender still lives where he says, "
        "how his life is changing, and whether a child is within reach. An attempt that nobody "
        "answered tells them none of that, so only a visit at which he was seen counts, and the "
        "clock runs from the last such visit. Reactively managed offenders are not visited on a "
        "clock; somebody with no recorded management decision is actively managed, and somebody "
        "with no recorded whereabouts is in the community, so that a gap in the record never "
        "takes a person off the list."
    ),
    limbs=("8c",),
    drafted_by="Dutybook project",
    checked_by=None,
    review_date=date(2027, 4, 30),
    applies=(
        Holds("registration", "state", ("registered",)),
        Holds("community_status", "state", ("community",), before=True),
        Holds("management", "state", ("active",), before=True),
    ),
    meets=Event("visit", where=Is("outcome", "seen")),
    levels=Levels("risk_level", "level"),
    allowance=Allowance(
        first="visit.first", own_plan=OwnPlan("visit_plan"), ceiling="visit.maximum"
    ),
    examples=EXAMPLES,
)
