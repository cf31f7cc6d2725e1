"""Services that follow screening in date."""

from dutybook.duties.catalogue.documents.document_duty import document_duty
from dutybook.duties.language import Source

DUTY = document_duty(
    key="follow_on_services_in_date",
    title="Services that follow screening in date",
    kind="follow_on_services",
    source=Source(
        "HMICFRS (April 2026, recommendation 15): psychological screening is given with services "
        "to follow. Results are not held here, so no record can say who needed them: the "
        "arrangement itself is shown.",
        "https://www.oscarkilo.org.uk/services/psychological-and-trauma-risk-management/psycho"
        "logical-surveillance",
    ),
    why="Screening that finds harm and leads nowhere adds to it.",
    limbs=("15a",),
)
