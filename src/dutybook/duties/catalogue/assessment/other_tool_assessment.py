"""Assessment by another tool where ARMS is not meant."""

from datetime import date

from dutybook.duties.catalogue.assessment.other_tool_assessment_examples import EXAMPLES
from dutybook.duties.language import Allowance, Duty, Event, Holds, Levels, Source, Yes

DUTY = Duty(
    key="other_tool_assessment",
    title="Assessment by another tool where ARMS is not meant",
    form="recurring",
    subject="offender",
    definition_version=1,
    source=Source(
        "ARMS was designed for adult men (national standard since 2014). Women and people under "
        "18 are assessed by another tool. HMICFRS (April 2026, recommendation 8) asks that "
        "outstanding assessments be manageable and known by risk and lateness. Which tool, and "
        "how often, was not found: the force sets the times.",
        "https://blog.atsa.com/2015/11/a-discussion-about-development-and.html",
    ),
    why_it_matters=(
        "A woman on the register whose ARMS is 'missing' is not late: she needs another tool, and "
        "must not fall between two lists. An assessment counts when it is recorded why ARMS does "
        "not apply and which tool was used. This and the duty to assess by ARMS share everyone "
        "out: one or the other is always owed."
    ),
    limbs=("8c",),
    drafted_by="Dutybook project",
    checked_by=None,
    review_date=date(2027, 4, 30),
    applies=(
        Holds("registration", "state", ("registered",)),
        Holds("community_status", "state", ("community",), before=True),
        Holds("arms_applicability", "state", ("other_tool",)),
    ),
    meets=Event("other_assessment", where=Yes("reason")),
    levels=Levels("risk_level", "level"),
    allowance=Allowance(first="other_tool.first", next="other_tool.interval"),
    examples=EXAMPLES,
)
