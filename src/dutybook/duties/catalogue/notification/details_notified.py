"""Changes of household, bank and identity documents notified."""

from datetime import date

from dutybook.duties.catalogue.notification.details_notified_examples import EXAMPLES
from dutybook.duties.language import Allowance, Duty, Event, Holds, Is, Levels, Source

DUTY = Duty(
    key="details_notified",
    title="Changes of household, bank and identity documents notified",
    form="once",
    subject="offender",
    definition_version=1,
    source=Source(
        "The 2012 Regulations add what must be notified: a stay of twelve hours or more in a "
        "household with a child, bank accounts and cards, and identity documents. That changes "
        "are to be notified within three days is often said; its text was not read, so the force "
        "confirms the time by setting it.",
        "https://gov.uk/government/publications/sexual-offences-act-2003-notification-requirem"
        "ents-england-and-wales-regulations-2012",
    ),
    why_it_matters=(
        "A child in the household is the change that matters most, and the one a visit finds "
        "before a form does. The duty is the offender's. Such a notification does not move the "
        "yearly date."
    ),
    limbs=(),
    drafted_by="Dutybook project",
    checked_by=None,
    review_date=date(2027, 4, 30),
    applies=(Holds("registration", "state", ("registered",)),),
    opens=Event(
        "notifiable_change",
        where=Is("kind", "child_household", "bank_or_cards", "identity_document"),
    ),
    meets=Event("notification", where=Is("kind", "details"), names="of"),
    levels=Levels("risk_level", "level"),
    allowance=Allowance(next="notification.details_within"),
    examples=EXAMPLES,
)
