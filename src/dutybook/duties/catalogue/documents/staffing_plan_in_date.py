"""Staffing plan for online child abuse teams in date."""

from dutybook.duties.catalogue.documents.document_duty import document_duty
from dutybook.duties.language import Source

DUTY = document_duty(
    key="staffing_plan_in_date",
    title="Staffing plan for online child abuse teams in date",
    kind="staffing_plan",
    source=Source(
        "HMICFRS (April 2026, recommendation 2): staffing is reviewed so that there are enough "
        "officers and staff. A review in progress, without a number or a date, is not a plan. "
        "That one force enlarged its team for online child abuse was in the press.",
        "https://www.northsomersettimes.co.uk/news/24194783.child-abuse-team-avon-somerset-pol"
        "ice-expand/",
    ),
    why="The plan says how many people, by when, and who decided.",
    limbs=(
        "2a",
        "2b",
    ),
)
