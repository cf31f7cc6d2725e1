"""Five-year demand forecast in date."""

from dutybook.duties.catalogue.documents.document_duty import document_duty
from dutybook.duties.language import Event, Evidence, Source

DUTY = document_duty(
    key="demand_forecast_in_date",
    title="Five-year demand forecast in date",
    kind="demand_forecast",
    source=Source(
        "HMICFRS (April 2026, recommendation 8): past trends and predicted demand over five years "
        "are used so that there are enough offender managers and supervisors. Numbers on the "
        "register more than doubled from 2006 to 2021, by 3 to 8 per cent a year. One published "
        "answer claims arrangements to forecast, and names no horizon.",
        "https://uk.news.yahoo.com/sex-offender-monitoring-must-reformed-161049281.html",
    ),
    why=(
        "It counts when it looks back on past trends and ahead five years, for managers and for "
        "supervisors."
    ),
    limbs=("8a",),
    also=(
        Evidence(
            "reaches_five_years",
            "Looks back on past trends and ahead five years, for managers and supervisors",
            Event("forecast_reach"),
            expires="until",
        ),
    ),
)
