"""An offender is of its subject's force; an authorisation is of a visit of the same offender."""

from django.db import migrations

TOGETHER = """
ALTER TABLE offenders_offender
    ADD CONSTRAINT offender_subject_of_force FOREIGN KEY (subject_id, force_id)
        REFERENCES ledger_subject (id, force_id);
ALTER TABLE offenders_visit
    ADD CONSTRAINT visit_of_subject UNIQUE (fact_id, version, subject_id);
ALTER TABLE offenders_visitauthorisation
    ADD CONSTRAINT visit_authorisation_of_a_visit FOREIGN KEY (of_fact, of_version, subject_id)
        REFERENCES offenders_visit (fact_id, version, subject_id);
"""

UNDO = """
ALTER TABLE offenders_visitauthorisation DROP CONSTRAINT visit_authorisation_of_a_visit;
ALTER TABLE offenders_visit DROP CONSTRAINT visit_of_subject;
ALTER TABLE offenders_offender DROP CONSTRAINT offender_subject_of_force;
"""


class Migration(migrations.Migration):
    dependencies = [("offenders", "0001_initial"), ("ledger", "0002_of_one_force")]

    operations = [migrations.RunSQL(TOGETHER, UNDO)]
