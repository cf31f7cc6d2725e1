"""What answers a change, an action or a request is about the same offender."""

from django.db import migrations

TOGETHER = """
ALTER TABLE offenders_risktrigger
    ADD CONSTRAINT risk_trigger_of_subject UNIQUE (fact_id, version, subject_id);
ALTER TABLE offenders_risktriggerdecision
    ADD CONSTRAINT decision_of_a_risk_trigger
        FOREIGN KEY (of_fact, of_version, subject_id)
        REFERENCES offenders_risktrigger (fact_id, version, subject_id);
ALTER TABLE offenders_planaction
    ADD CONSTRAINT plan_action_of_subject UNIQUE (fact_id, version, subject_id);
ALTER TABLE offenders_planactionend
    ADD CONSTRAINT end_of_a_plan_action
        FOREIGN KEY (of_fact, of_version, subject_id)
        REFERENCES offenders_planaction (fact_id, version, subject_id);
ALTER TABLE offenders_jointrequest
    ADD CONSTRAINT joint_request_of_subject UNIQUE (fact_id, version, subject_id);
ALTER TABLE offenders_jointanswer
    ADD CONSTRAINT answer_of_a_joint_request
        FOREIGN KEY (of_fact, of_version, subject_id)
        REFERENCES offenders_jointrequest (fact_id, version, subject_id);
"""

UNDO = """
ALTER TABLE offenders_jointanswer DROP CONSTRAINT answer_of_a_joint_request;
ALTER TABLE offenders_jointrequest DROP CONSTRAINT joint_request_of_subject;
ALTER TABLE offenders_planactionend DROP CONSTRAINT end_of_a_plan_action;
ALTER TABLE offenders_planaction DROP CONSTRAINT plan_action_of_subject;
ALTER TABLE offenders_risktriggerdecision DROP CONSTRAINT decision_of_a_risk_trigger;
ALTER TABLE offenders_risktrigger DROP CONSTRAINT risk_trigger_of_subject;
"""


class Migration(migrations.Migration):
    dependencies = [("offenders", "0014_managing_the_risk")]

    operations = [migrations.RunSQL(TOGETHER, UNDO)]
