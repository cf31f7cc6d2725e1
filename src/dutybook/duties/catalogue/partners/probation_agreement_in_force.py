"""Agreement with the Probation Service in force."""

from datetime import date

from dutybook.duties.catalogue.partners.agreement import IN_FORCE
from dutybook.duties.catalogue.partners.probation_agreement_in_force_examples import EXAMPLES
from dutybook.duties.language import Duty, Holds, Source

DUTY = Duty(
    key="probation_agreement_in_force",
    title="Agreement with the Probation Service in force",
    form="while",
    subject="agreement",
    definition_version=1,
    source=Source(
        "HMICFRS (April 2026, recommendation 16): there is a strong service level agreement with "
        "the Probation Service. No published text of such an agreement was found; what makes one "
        "strong is for those who sign it, and no record can show it. Guidance on multi-agency "
        "arrangements is the common ground of both.",
        "https://mappa.justice.gov.uk/MAPPA/view?objectID=12993588",
    ),
    why_it_matters=(
        "Police and probation manage the same people. An agreement that expired in a drawer binds "
        "nobody, so it must be signed, its review not past, and somebody on each side must answer "
        "for it. A review put off leaves the agreement out of date from the day it was due, "
        "whatever the reason."
    ),
    limbs=("16a",),
    drafted_by="Dutybook project",
    checked_by=None,
    review_date=date(2027, 4, 30),
    applies=(Holds("agreement_kind", "kind", ("probation",)),),
    conditions=IN_FORCE,
    examples=EXAMPLES,
)
