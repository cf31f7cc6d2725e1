"""The people of the two teams."""

from dutybook.duties.catalogue.workforce import (
    psychological_screening,
)

TITLE = "Workforce"

DUTIES = (psychological_screening.DUTY,)
