"""Warrant considered after two failed attempts to enter."""

from datetime import date

from dutybook.duties.catalogue.visits.warrant_considered_examples import EXAMPLES
from dutybook.duties.language import AllOf, Allowance, Duty, Event, Holds, Is, Levels, Source, Yes

DUTY = Duty(
    key="warrant_considered",
    title="Warrant considered after two failed attempts to enter",
    form="once",
    subject="offender",
    definition_version=1,
    source=Source(
        "Sexual Offences Act 2003, s. 96B: on application a magistrate may issue a warrant to "
        "enter and search, by force if need be, the last notified address or one where there are "
        "grounds to believe that the offender lives or can be found, after entry has failed twice "
        "when it was sought for risk assessment. The text of the Act is for the force's legal "
        "review. By when it must be considered is not published: the force sets it.",
        "https://policeprofessional.com/?p=94688",
    ),
    why_it_matters=(
        "One force had not seen a high-risk offender since 2017, and nobody had considered a "
        "warrant. Two attempts count when entry was sought for risk assessment at a qualifying "
        "address; a routine call that nobody answers is not one, and a call while he was in "
        "custody, in hospital or abroad is not recorded as one. The count begins anew when he is "
        "seen at a visit or entry succeeds. From the second failed attempt on each asks for a "
        "decision, and one decision answers all that are open. A reasoned decision not to apply "
        "complies; a third attempt is no answer."
    ),
    limbs=(),
    drafted_by="Dutybook project",
    checked_by=None,
    review_date=date(2027, 4, 30),
    applies=(
        Holds("registration", "state", ("registered",)),
        Holds("community_status", "state", ("community",), before=True),
    ),
    opens=Event(
        "entry_attempt", where=AllOf(Is("outcome", "not_entered"), Is("failure", "second", "later"))
    ),
    meets=Event(
        "warrant_decision",
        where=AllOf(Is("decision", "apply", "do_not_apply"), Yes("rationale")),
        answer="decision",
    ),
    levels=Levels("risk_level", "level"),
    allowance=Allowance(next="warrant.consider_within"),
    answers="all",
    examples=EXAMPLES,
)
