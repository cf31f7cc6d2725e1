"""What answers a breach of an order or a further offence is about the same record."""

from django.db import migrations

TOGETHER = """
ALTER TABLE offenders_orderbreach
    ADD CONSTRAINT order_breach_of_subject UNIQUE (fact_id, version, subject_id);
ALTER TABLE offenders_orderbreachdecision
    ADD CONSTRAINT order_breach_decision_of_a_breach
        FOREIGN KEY (of_fact, of_version, subject_id)
        REFERENCES offenders_orderbreach (fact_id, version, subject_id);
ALTER TABLE offenders_furtheroffence
    ADD CONSTRAINT further_offence_of_subject UNIQUE (fact_id, version, subject_id);
ALTER TABLE offenders_offencereview
    ADD CONSTRAINT offence_review_of_an_offence
        FOREIGN KEY (of_fact, of_version, subject_id)
        REFERENCES offenders_furtheroffence (fact_id, version, subject_id);
"""

UNDO = """
ALTER TABLE offenders_offencereview DROP CONSTRAINT offence_review_of_an_offence;
ALTER TABLE offenders_furtheroffence DROP CONSTRAINT further_offence_of_subject;
ALTER TABLE offenders_orderbreachdecision DROP CONSTRAINT order_breach_decision_of_a_breach;
ALTER TABLE offenders_orderbreach DROP CONSTRAINT order_breach_of_subject;
"""


class Migration(migrations.Migration):
    dependencies = [("offenders", "0009_orders_and_prevention")]

    operations = [migrations.RunSQL(TOGETHER, UNDO)]
