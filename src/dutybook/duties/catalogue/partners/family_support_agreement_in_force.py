"""Agreement for families' support in force."""

from datetime import date

from dutybook.duties.catalogue.partners.agreement import IN_FORCE
from dutybook.duties.catalogue.partners.family_support_agreement_in_force_examples import EXAMPLES
from dutybook.duties.language import Duty, Holds, Source

DUTY = Duty(
    key="family_support_agreement_in_force",
    title="Agreement for families' support in force",
    form="while",
    subject="agreement",
    definition_version=1,
    source=Source(
        "HMICFRS (April 2026, recommendation 5): support by a third party is in place for the "
        "families of suspects. Charities do such work in several forces; which one a force works "
        "with, and on what terms, is its own choice.",
        "https://www.yorkshirepost.co.uk/news/people/the-knock-that-leaves-unsuspecting-famili"
        "es-traumatised-and-broken-and-how-a-leeds-charity-is-helping-4200564",
    ),
    why_it_matters=(
        "'In place' means that a family sent there today is helped. An agreement in date, with "
        "somebody on each side who answers for it, is what a record can show of that; passing on "
        "a family's details needs a lawful basis of its own."
    ),
    limbs=("5a",),
    drafted_by="Dutybook project",
    checked_by=None,
    review_date=date(2027, 4, 30),
    applies=(Holds("agreement_kind", "kind", ("family_support",)),),
    conditions=IN_FORCE,
    examples=EXAMPLES,
)
