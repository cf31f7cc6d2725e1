"""Disclosure considered with every risk management plan."""

from datetime import date

from dutybook.duties.catalogue.assessment.disclosure_considered_examples import EXAMPLES
from dutybook.duties.language import AllOf, Allowance, Duty, Event, Is, Levels, Source, Yes

DUTY = Duty(
    key="disclosure_considered",
    title="Disclosure considered with every risk management plan",
    form="once",
    subject="offender",
    definition_version=1,
    source=Source(
        "What ARMS finds may be shared where that is necessary and proportionate to protect a "
        "child. Preventative disclosure is part of risk management; that it is considered and "
        "recorded with each plan is this project's own requirement; no published source of it was "
        "read. The force sets the time.",
        "https://www.csacentre.org.uk/guides/sharing-information-to-tackle-child-sexual-abuse/"
        "what-information-could-you-or-your-organisation-be-sharing/police/sharing-and-using-i"
        "nformation-from-an-arms-assessment/",
    ),
    why_it_matters=(
        "A new partner with children does not know whom she has met. Each plan, and each plan "
        "made anew, asks: who needs to be told? A reasoned no complies; a blank does not."
    ),
    limbs=(),
    drafted_by="Dutybook project",
    checked_by=None,
    review_date=date(2027, 4, 30),
    opens=Event("risk_plan"),
    meets=Event(
        "disclosure_decision",
        where=AllOf(Is("decision", "disclose", "do_not_disclose"), Yes("rationale")),
        answer="decision",
    ),
    levels=Levels("risk_level", "level"),
    allowance=Allowance(next="disclosure.consider_within"),
    answers="all",
    examples=EXAMPLES,
)
