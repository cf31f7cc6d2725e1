"""Bail considered and recorded for every suspect."""

from datetime import date

from dutybook.duties.catalogue.investigations.bail_considered_examples import EXAMPLES
from dutybook.duties.language import AllOf, Allowance, Duty, Event, Is, Source, Yes

DUTY = Duty(
    key="bail_considered",
    title="Bail considered and recorded for every suspect",
    form="once",
    subject="suspect",
    definition_version=1,
    source=Source(
        "HMICFRS (April 2026, recommendation 4): for all suspects of online child sexual abuse, "
        "arrest and bail are considered and recorded. The law makes no presumption for or against "
        "bail; it gives five factors (Police and Criminal Evidence Act 1984, s. 50A). When the "
        "record must be made is not published: the force sets it.",
        "https://gov.uk/government/publications/pre-charge-bail-statutory-guidance/pre-charge-"
        "bail-statutory-guidance-accessible",
    ),
    why_it_matters=(
        "Without bail there are no conditions: nothing keeps the suspect from the child. Each "
        "arrest and each voluntary attendance asks for a decision. That bail cannot be given to a "
        "person who was not arrested is an answer, when it is written down with its reason; it is "
        "also the moment to ask again whether arrest was considered. A blank is not an answer."
    ),
    limbs=("4a",),
    drafted_by="Dutybook project",
    checked_by=None,
    review_date=date(2027, 4, 30),
    opens=Event("enforcement", where=Is("kind", "arrest", "voluntary_attendance")),
    meets=Event(
        "bail_decision",
        where=AllOf(Is("decision", "bail", "no_bail", "not_available"), Yes("rationale")),
        answer="decision",
    ),
    allowance=Allowance(next="bail.consider_within"),
    examples=EXAMPLES,
)
