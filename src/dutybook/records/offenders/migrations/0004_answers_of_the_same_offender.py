"""What answers another fact is about the same offender: the database holds the two together."""

from django.db import migrations

TOGETHER = """
ALTER TABLE offenders_databasecheck
    ADD CONSTRAINT database_check_of_subject UNIQUE (fact_id, version, subject_id);
ALTER TABLE offenders_databaseassessment
    ADD CONSTRAINT database_assessment_of_a_check FOREIGN KEY (of_fact, of_version, subject_id)
        REFERENCES offenders_databasecheck (fact_id, version, subject_id);
ALTER TABLE offenders_reactivetrigger
    ADD CONSTRAINT reactive_trigger_of_subject UNIQUE (fact_id, version, subject_id);
ALTER TABLE offenders_riskreview
    ADD CONSTRAINT risk_review_of_a_trigger FOREIGN KEY (of_fact, of_version, subject_id)
        REFERENCES offenders_reactivetrigger (fact_id, version, subject_id);
ALTER TABLE offenders_visitauthorisation
    ADD CONSTRAINT visit_authorisation_of_subject UNIQUE (fact_id, version, subject_id);
ALTER TABLE offenders_authorisationassessment
    ADD CONSTRAINT assessment_of_an_authorisation FOREIGN KEY (of_fact, of_version, subject_id)
        REFERENCES offenders_visitauthorisation (fact_id, version, subject_id);
"""

UNDO = """
ALTER TABLE offenders_authorisationassessment DROP CONSTRAINT assessment_of_an_authorisation;
ALTER TABLE offenders_visitauthorisation DROP CONSTRAINT visit_authorisation_of_subject;
ALTER TABLE offenders_riskreview DROP CONSTRAINT risk_review_of_a_trigger;
ALTER TABLE offenders_reactivetrigger DROP CONSTRAINT reactive_trigger_of_subject;
ALTER TABLE offenders_databaseassessment DROP CONSTRAINT database_assessment_of_a_check;
ALTER TABLE offenders_databasecheck DROP CONSTRAINT database_check_of_subject;
"""


class Migration(migrations.Migration):
    dependencies = [("offenders", "0003_checks_reactive_management_and_searches")]

    operations = [migrations.RunSQL(TOGETHER, UNDO)]
