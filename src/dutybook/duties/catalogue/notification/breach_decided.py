"""Breach of notification leads to arrest, charge or a reasoned no."""

from datetime import date

from dutybook.duties.catalogue.notification.breach_decided_examples import EXAMPLES
from dutybook.duties.language import AllOf, Allowance, AnyOf, Duty, Event, Is, Levels, Source, Yes

DUTY = Duty(
    key="breach_decided",
    title="Breach of notification leads to arrest, charge or a reasoned no",
    form="once",
    subject="offender",
    definition_version=1,
    source=Source(
        "Breach of the notification requirements is an offence with up to five years' "
        "imprisonment (Sexual Offences Act 2003, s. 91). That each breach leads to an arrest, a "
        "charge or a recorded reason why not is this project's own requirement; no published "
        "source of it was read. The force sets the time.",
        "https://www.gov.uk/government/publications/guidance-on-part-2-of-the-sexual-offences-"
        "act-2003/help-with-changes-to-the-notification-requirements-for-registered-sex-offend"
        "ers-accessible-version",
    ),
    why_it_matters=(
        "A breach without consequence teaches that notifying is optional. A reasoned decision to "
        "take no action complies; a blank does not."
    ),
    limbs=(),
    drafted_by="Dutybook project",
    checked_by=None,
    review_date=date(2027, 4, 30),
    opens=Event("notification_breach"),
    meets=Event(
        "breach_decision",
        where=AnyOf(
            Is("decision", "arrest", "charge"), AllOf(Is("decision", "no_action"), Yes("rationale"))
        ),
        names="of",
        answer="decision",
    ),
    levels=Levels("risk_level", "level"),
    allowance=Allowance(next="breach.decide_within"),
    examples=EXAMPLES,
)
