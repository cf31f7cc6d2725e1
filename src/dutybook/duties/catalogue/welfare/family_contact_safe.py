"""Safe channel and domestic abuse check before contact with the family."""

from datetime import date

from dutybook.duties.catalogue.welfare.family_contact_safe_examples import EXAMPLES
from dutybook.duties.language import AllOf, Duty, Event, Source, Yes

DUTY = Duty(
    key="family_contact_safe",
    title="Safe channel and domestic abuse check before contact with the family",
    form="each_event",
    subject="family",
    definition_version=1,
    source=Source(
        "Good practice in the College of Policing's practice bank gives families their own "
        "information, independently of the suspect. That a safe channel is used, and records of "
        "domestic abuse looked at first, is this project's own requirement; no published source "
        "of it was read.",
        "https://production.copweb.aws.college.police.uk/support-forces/practices/information-"
        "pack-families-suspects-being-investigated-internet-child-abuse-team",
    ),
    why_it_matters=(
        "The suspect may read his partner's telephone. A message about support can put her in "
        "danger if he has been violent. Both precautions hold at every contact, or it is in "
        "breach; what was not recorded is unknown. Only the least that is needed is disclosed."
    ),
    limbs=(),
    drafted_by="Dutybook project",
    checked_by=None,
    review_date=date(2027, 4, 30),
    opens=Event("family_contact"),
    condition=AllOf(Yes("safe_channel"), Yes("domestic_abuse_checked")),
    examples=EXAMPLES,
)
