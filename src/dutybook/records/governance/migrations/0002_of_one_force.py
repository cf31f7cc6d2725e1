"""What points at a subject is of its force; an answer is about an escalation of its agreement."""

from django.db import migrations

TOGETHER = """
ALTER TABLE governance_forcedocument
    ADD CONSTRAINT document_subject_of_force FOREIGN KEY (subject_id, force_id)
        REFERENCES ledger_subject (id, force_id);
ALTER TABLE governance_agreement
    ADD CONSTRAINT agreement_subject_of_force FOREIGN KEY (subject_id, force_id)
        REFERENCES ledger_subject (id, force_id);
ALTER TABLE governance_partnerescalation
    ADD CONSTRAINT escalation_of_subject UNIQUE (fact_id, version, subject_id);
ALTER TABLE governance_escalationanswer
    ADD CONSTRAINT escalation_answer_of_an_escalation
        FOREIGN KEY (of_fact, of_version, subject_id)
        REFERENCES governance_partnerescalation (fact_id, version, subject_id);
"""

UNDO = """
ALTER TABLE governance_escalationanswer DROP CONSTRAINT escalation_answer_of_an_escalation;
ALTER TABLE governance_partnerescalation DROP CONSTRAINT escalation_of_subject;
ALTER TABLE governance_agreement DROP CONSTRAINT agreement_subject_of_force;
ALTER TABLE governance_forcedocument DROP CONSTRAINT document_subject_of_force;
"""


class Migration(migrations.Migration):
    dependencies = [("governance", "0001_initial"), ("ledger", "0007_documents_and_agreements")]

    operations = [migrations.RunSQL(TOGETHER, UNDO)]
