"""Outstanding work looked at by risk and by lateness."""

from datetime import date

from dutybook.duties.catalogue.workforce.backlog_reviewed_examples import EXAMPLES
from dutybook.duties.language import Allowance, Duty, Event, Holds, Source, Yes

DUTY = Duty(
    key="backlog_reviewed",
    title="Outstanding work looked at by risk and by lateness",
    form="recurring",
    subject="team",
    definition_version=1,
    source=Source(
        "HMICFRS (April 2026, recommendation 8): outstanding assessments, plans and visits are "
        "assessed both by level of risk and by how overdue they are. In 2024 inspectors found "
        "totals for each level that did not say how overdue, which senior leaders did not "
        "routinely see. How often is not published: the force sets it.",
        "https://hmicfrs.justiceinspectorates.gov.uk/publication-html/cambridgeshire-constabul"
        "ary-cause-of-concern-closed-letter-december-2024/",
    ),
    why_it_matters=(
        "A total hides the one visit that is eight months late. A review counts when it looked at "
        "risk and lateness together, with the oldest named. Low risk never makes up for high."
    ),
    limbs=("8c",),
    drafted_by="Dutybook project",
    checked_by=None,
    review_date=date(2027, 4, 30),
    applies=(Holds("team_kind", "kind", ("offender_management",)),),
    meets=Event("backlog_review", where=Yes("by_risk_and_lateness")),
    allowance=Allowance(next="backlog_review.interval"),
    owed_by="supervisor",
    examples=EXAMPLES,
)
