"""Support offered to the suspect's family."""

from datetime import date

from dutybook.duties.catalogue.welfare.family_support_offered_examples import EXAMPLES
from dutybook.duties.language import Allowance, Duty, Event, Is, Levels, Source

DUTY = Duty(
    key="family_support_offered",
    title="Support offered to the suspect's family",
    form="once",
    subject="suspect",
    definition_version=1,
    source=Source(
        "HMICFRS (April 2026, recommendation 5): support by a third party is in place for the "
        "families of suspects. About a third of warrants and arrests are at homes with children; "
        "families are not classed as victims, so no code gives them services. No deadline for the "
        "offer was found: the force sets it.",
        "https://www.aru.ac.uk/news/support-can-help-those-impacted-by-the-knock",
    ),
    why_it_matters=(
        "The family loses a father, a home or an income that morning, through no act of its own. "
        "Support counts as offered whether it was taken, refused or, where the force passes "
        "details on unless told not to, opted out of. That there is no family, or that an offer "
        "would not be safe, is recorded and complies; a blank does not. What is known of the "
        "family stands in a record of its own, apart from the suspect's."
    ),
    limbs=("5a",),
    drafted_by="Dutybook project",
    checked_by=None,
    review_date=date(2027, 4, 30),
    opens=Event(
        "enforcement", where=Is("kind", "arrest", "voluntary_attendance", "safeguarding_visit")
    ),
    meets=Event(
        "family_support",
        where=Is("outcome", "taken", "refused", "opted_out", "no_family", "not_safe_to_offer"),
        answer="outcome",
    ),
    levels=Levels("grade", "level"),
    allowance=Allowance(next="family_support.within"),
    answers="all",
    examples=EXAMPLES,
)
