"""What answers a breach is about the same offender: the database holds the two together."""

from django.db import migrations

TOGETHER = """
ALTER TABLE offenders_notificationbreach
    ADD CONSTRAINT notification_breach_of_subject UNIQUE (fact_id, version, subject_id);
ALTER TABLE offenders_breachrecorded
    ADD CONSTRAINT breach_recorded_of_a_breach FOREIGN KEY (of_fact, of_version, subject_id)
        REFERENCES offenders_notificationbreach (fact_id, version, subject_id);
ALTER TABLE offenders_breachdecision
    ADD CONSTRAINT breach_decision_of_a_breach FOREIGN KEY (of_fact, of_version, subject_id)
        REFERENCES offenders_notificationbreach (fact_id, version, subject_id);
"""

UNDO = """
ALTER TABLE offenders_breachdecision DROP CONSTRAINT breach_decision_of_a_breach;
ALTER TABLE offenders_breachrecorded DROP CONSTRAINT breach_recorded_of_a_breach;
ALTER TABLE offenders_notificationbreach DROP CONSTRAINT notification_breach_of_subject;
"""


class Migration(migrations.Migration):
    dependencies = [("offenders", "0005_notification")]

    operations = [migrations.RunSQL(TOGETHER, UNDO)]
