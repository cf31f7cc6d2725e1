"""Death or serious injury after contact referred."""

from datetime import date

from dutybook.duties.catalogue.welfare.death_after_contact_referred_examples import EXAMPLES
from dutybook.duties.language import Allowance, Duty, Event, Source

DUTY = Duty(
    key="death_after_contact_referred",
    title="Death or serious injury after contact referred",
    form="once",
    subject="suspect",
    definition_version=1,
    source=Source(
        "A force refers a death or serious injury after contact with the police to the "
        "Independent Office for Police Conduct, whose published cases show suspects of online "
        "child abuse among them. The time in which it must be referred was not found in the "
        "sources read: the force sets it.",
        "https://policeconduct.gov.uk/our-work/learning/recommendation-greater-manchester-poli"
        "ce-july-2024",
    ),
    why_it_matters=(
        "A death after contact is where the force learns whether its own steps were taken. The "
        "referral opens that learning at once; nobody's blame is decided by it."
    ),
    limbs=(),
    drafted_by="Dutybook project",
    checked_by=None,
    review_date=date(2027, 4, 30),
    opens=Event("death_after_contact"),
    meets=Event("death_referral", names="of"),
    allowance=Allowance(next="death_referral.within"),
    owed_by="supervisor",
    examples=EXAMPLES,
)
