"""By when a local policing body must publish its response to an inspection report.

Police Act 1996, section 55(5A), inserted by the Policing and Crime Act 2017, section 37:
publication must come before the end of the period of 56 days beginning with the day on which the
report is published. The day of publication is day one, so the last day is 55 days after it.
https://www.legislation.gov.uk/ukpga/2017/3/section/37
"""

from datetime import date, timedelta

RESPONSE_DAYS = 56
"""Days, the day of publication counted as the first."""


def last_day_to_publish(report_published: date) -> date:
    """The last day on which the response is in time."""
    return report_published + timedelta(days=RESPONSE_DAYS - 1)
