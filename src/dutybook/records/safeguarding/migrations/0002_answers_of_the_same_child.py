"""What answers something about a child is about the same child."""

from django.db import migrations

TOGETHER = """
ALTER TABLE safeguarding_childatrisk
    ADD CONSTRAINT child_at_risk_of_subject UNIQUE (fact_id, version, subject_id);
ALTER TABLE safeguarding_safetydecision
    ADD CONSTRAINT decision_of_a_child_at_risk
        FOREIGN KEY (of_fact, of_version, subject_id)
        REFERENCES safeguarding_childatrisk (fact_id, version, subject_id);
ALTER TABLE safeguarding_safetydecision
    ADD CONSTRAINT safety_decision_of_subject UNIQUE (fact_id, version, subject_id);
ALTER TABLE safeguarding_socialcaretold
    ADD CONSTRAINT telling_of_a_safety_decision
        FOREIGN KEY (of_fact, of_version, subject_id)
        REFERENCES safeguarding_safetydecision (fact_id, version, subject_id);
ALTER TABLE safeguarding_socialcaretold
    ADD CONSTRAINT social_care_told_of_subject UNIQUE (fact_id, version, subject_id);
ALTER TABLE safeguarding_socialcareanswer
    ADD CONSTRAINT answer_of_social_care_told
        FOREIGN KEY (of_fact, of_version, subject_id)
        REFERENCES safeguarding_socialcaretold (fact_id, version, subject_id);
"""

UNDO = """
ALTER TABLE safeguarding_socialcareanswer DROP CONSTRAINT answer_of_social_care_told;
ALTER TABLE safeguarding_socialcaretold DROP CONSTRAINT social_care_told_of_subject;
ALTER TABLE safeguarding_socialcaretold DROP CONSTRAINT telling_of_a_safety_decision;
ALTER TABLE safeguarding_safetydecision DROP CONSTRAINT safety_decision_of_subject;
ALTER TABLE safeguarding_safetydecision DROP CONSTRAINT decision_of_a_child_at_risk;
ALTER TABLE safeguarding_childatrisk DROP CONSTRAINT child_at_risk_of_subject;
"""


class Migration(migrations.Migration):
    dependencies = [("safeguarding", "0001_initial")]

    operations = [migrations.RunSQL(TOGETHER, UNDO)]
