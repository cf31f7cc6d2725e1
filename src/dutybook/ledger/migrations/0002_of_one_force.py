"""A subject, its team, its owner, what it is beneath and its entries are all of one force."""

from django.db import migrations

ONE_FORCE = """
ALTER TABLE ledger_subject
    ADD CONSTRAINT subject_team_of_force FOREIGN KEY (team_id, force_id)
        REFERENCES access_team (id, force_id),
    ADD CONSTRAINT subject_owner_of_force FOREIGN KEY (owner_id, force_id)
        REFERENCES access_user (id, force_id),
    ADD CONSTRAINT subject_beneath_of_force FOREIGN KEY (beneath_id, force_id)
        REFERENCES ledger_subject (id, force_id);
ALTER TABLE ledger_entry
    ADD CONSTRAINT entry_subject_of_force FOREIGN KEY (subject_id, force_id)
        REFERENCES ledger_subject (id, force_id);
ALTER TABLE ledger_policysetting
    ADD CONSTRAINT policy_team_of_force FOREIGN KEY (team_id, force_id)
        REFERENCES access_team (id, force_id);
"""

UNDO = """
ALTER TABLE ledger_policysetting DROP CONSTRAINT policy_team_of_force;
ALTER TABLE ledger_entry DROP CONSTRAINT entry_subject_of_force;
ALTER TABLE ledger_subject
    DROP CONSTRAINT subject_beneath_of_force,
    DROP CONSTRAINT subject_owner_of_force,
    DROP CONSTRAINT subject_team_of_force;
"""


class Migration(migrations.Migration):
    dependencies = [
        ("ledger", "0001_initial"),
        ("access", "0002_grants_of_one_force_and_apart"),
    ]

    operations = [migrations.RunSQL(ONE_FORCE, UNDO)]
