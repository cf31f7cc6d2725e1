"""Something that is to be done about the risk, done."""

from datetime import date

from dutybook.duties.catalogue.managing.plan_action_done_examples import EXAMPLES
from dutybook.duties.language import AllOf, Allowance, Duty, Event, Holds, Is, Source, Yes

DUTY = Duty(
    key="plan_action_done",
    title="Action of the plan done",
    form="once",
    subject="offender",
    definition_version=1,
    source=Source(
        "The plan says who does what by when: controls, monitoring, work with other agencies. A "
        "plan whose actions nobody follows is words. The day is the one given with the action.",
        "https://www.college.police.uk/app/major-investigation-and-public-protection/managing-"
        "sexual-offenders-and-violent-offenders/identifying-assessing-and-managing-risk",
    ),
    why_it_matters=(
        "Each action has somebody who does it and a day. It is closed by what was done, or by "
        "the reason for which it is needed no more: a blank closes nothing. Actions agreed at a "
        "meeting of the agencies are followed in the same way."
    ),
    limbs=(),
    drafted_by="Dutybook project",
    checked_by=None,
    review_date=date(2027, 4, 30),
    applies=(Holds("registration", "state", ("registered",)),),
    opens=Event("plan_action"),
    meets=Event(
        "plan_action_end",
        where=AllOf(Is("outcome", "done", "not_needed"), Yes("rationale")),
        names="of",
        answer="outcome",
    ),
    allowance=Allowance(named_in="due"),
    examples=EXAMPLES,
)
