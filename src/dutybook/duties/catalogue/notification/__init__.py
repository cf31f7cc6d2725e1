"""What registered offenders must notify to the police, and what follows when they do not."""

from dutybook.duties.catalogue.notification import (
    breach_decided,
    breach_recorded_everywhere,
    change_notified,
    details_notified,
    indefinite_review_determined,
    indefinite_review_prepared,
    initial_notification,
    travel_notified,
    travel_return_notified,
    weekly_notification,
    yearly_notification,
)

TITLE = "Notification"

DUTIES = (
    initial_notification.DUTY,
    change_notified.DUTY,
    yearly_notification.DUTY,
    weekly_notification.DUTY,
    details_notified.DUTY,
    travel_notified.DUTY,
    travel_return_notified.DUTY,
    breach_recorded_everywhere.DUTY,
    breach_decided.DUTY,
    indefinite_review_prepared.DUTY,
    indefinite_review_determined.DUTY,
)
