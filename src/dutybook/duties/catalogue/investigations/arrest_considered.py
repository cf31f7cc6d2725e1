"""Arrest considered and recorded for every suspect."""

from datetime import date

from dutybook.duties.catalogue.investigations.arrest_considered_examples import EXAMPLES
from dutybook.duties.language import AllOf, Allowance, Duty, Event, Is, Source, Yes

DUTY = Duty(
    key="arrest_considered",
    title="Arrest considered and recorded for every suspect",
    form="once",
    subject="suspect",
    definition_version=1,
    source=Source(
        "HMICFRS (April 2026, recommendation 4): for all suspects of online child sexual abuse, "
        "arrest and bail are considered and recorded. The inspectorate found both used "
        "inconsistently. No published source says by when the decision on arrest must be "
        "recorded: the force sets it.",
        "https://www.northsomersettimes.co.uk/news/24194783.child-abuse-team-avon-somerset-pol"
        "ice-expand/",
    ),
    why_it_matters=(
        "Arrest brings search, bail and its conditions; an invitation to attend brings none of "
        "them. Either may be right, if somebody thought about it. A reasoned decision not to "
        "arrest complies. A decision without its rationale does not, and neither does a blank, "
        "whatever then happened: a suspect who attended voluntarily counts like any other."
    ),
    limbs=("4a",),
    drafted_by="Dutybook project",
    checked_by=None,
    review_date=date(2027, 4, 30),
    opens=Event("referral"),
    meets=Event(
        "arrest_decision",
        where=AllOf(Is("decision", "arrest", "no_arrest"), Yes("rationale")),
        answer="decision",
    ),
    allowance=Allowance(next="arrest.consider_within"),
    answers="all",
    examples=EXAMPLES,
)
