"""Something that may change the risk, decided."""

from datetime import date

from dutybook.duties.catalogue.managing.risk_trigger_decided_examples import EXAMPLES
from dutybook.duties.language import AllOf, Allowance, Duty, Event, Holds, Is, Levels, Source, Yes

DUTY = Duty(
    key="risk_trigger_decided",
    title="Something that may change the risk decided",
    form="once",
    subject="offender",
    definition_version=1,
    source=Source(
        "National practice has the risk of an offender looked at again when intelligence, an "
        "arrest, a breach or a change in his life says that it may not be what it was. By when "
        "is not published: the force sets it.",
        "https://www.college.police.uk/app/major-investigation-and-public-protection/managing-"
        "sexual-offenders-and-violent-offenders/identifying-assessing-and-managing-risk",
    ),
    why_it_matters=(
        "A yearly assessment says what was true that day. When he meets a woman with a child, "
        "the plan of last spring is about another man. From then somebody owes a decision with "
        "reasons: the level stays, or it changes. For those who are managed reactively the same "
        "event puts that in doubt, and a supervisor decides."
    ),
    limbs=(),
    drafted_by="Dutybook project",
    checked_by=None,
    review_date=date(2027, 4, 30),
    applies=(
        Holds("registration", "state", ("registered",)),
        Holds("management", "state", ("active",), before=True),
    ),
    opens=Event("risk_trigger"),
    meets=Event(
        "risk_trigger_decision",
        where=AllOf(Is("decision", "level_stays", "level_changes"), Yes("rationale")),
        names="of",
        answer="decision",
    ),
    levels=Levels("risk_level", "level"),
    allowance=Allowance(next="trigger.decide_within"),
    examples=EXAMPLES,
)
