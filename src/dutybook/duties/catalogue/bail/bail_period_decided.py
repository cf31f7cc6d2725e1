"""Bail ended or extended before its period runs out."""

from datetime import date

from dutybook.duties.catalogue.bail.bail_period_decided_examples import EXAMPLES
from dutybook.duties.language import Allowance, Duty, Event, Is, Source

DUTY = Duty(
    key="bail_period_decided",
    title="Bail ended or extended before its period runs out",
    form="once",
    subject="bail",
    definition_version=1,
    source=Source(
        "Police and Criminal Evidence Act 1984, ss. 47ZA to 47ZG: bail before charge lasts to the "
        "end of its period, and an extension is authorised while that period has not ended. The "
        "last day of each period is recorded with the period.",
        "https://www.legislation.gov.uk/ukpga/1984/60/section/47ZA",
    ),
    why_it_matters=(
        "Bail that nobody ends and nobody extends simply runs out, and its conditions with it. "
        "Each period asks for one decision by its last day: charge, no further action, release "
        "without bail, or authority for the next step. A period whose end is not known yet reads "
        "no standard set until it is."
    ),
    limbs=(),
    drafted_by="Dutybook project",
    checked_by=None,
    review_date=date(2027, 4, 30),
    opens=Event("bail_segment"),
    meets=(
        Event("bail_end"),
        Event(
            "bail_authority",
            where=Is(
                "step", "to_six_months", "to_nine_months", "to_twelve_months_designated", "court"
            ),
        ),
    ),
    allowance=Allowance(named_in="until"),
    examples=EXAMPLES,
)
