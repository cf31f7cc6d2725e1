"""Workload within the force's threshold at each count."""

from datetime import date

from dutybook.duties.catalogue.workforce.workload_within_threshold_examples import EXAMPLES
from dutybook.duties.language import Duty, Event, Source, Yes

DUTY = Duty(
    key="workload_within_threshold",
    title="Workload within the force's threshold at each count",
    form="each_event",
    subject="team",
    definition_version=1,
    source=Source(
        "HMICFRS (April 2026, recommendation 2): there are enough people and each one's workload "
        "is manageable. No national figure was found for investigators (for offender managers "
        "about 50 each is implied by an inspection of 2018). The force sets its own threshold, "
        "dated and with its source, and each count says whether everybody's work was within it.",
        "https://amp.theguardian.com/uk-news/2018/aug/30/merseyside-police-failing-to-monitor-"
        "sex-offenders-says-watchdog",
    ),
    why_it_matters=(
        "A threshold nobody may miss is soon raised. So the count that exceeds it stays in the "
        "record, and the measure's companion is the threshold itself with its date. A count made "
        "while the force had no threshold leaves the answer blank, and reads unknown."
    ),
    limbs=("2b",),
    drafted_by="Dutybook project",
    checked_by=None,
    review_date=date(2027, 4, 30),
    opens=Event("workload_count"),
    condition=Yes("within"),
    examples=EXAMPLES,
)
