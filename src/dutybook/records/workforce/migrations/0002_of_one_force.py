"""What points at a subject is of that subject's force."""

from django.db import migrations

ONE_FORCE = """
ALTER TABLE workforce_staffmember
    ADD CONSTRAINT staffmember_subject_of_force FOREIGN KEY (subject_id, force_id)
        REFERENCES ledger_subject (id, force_id);
"""

UNDO = "ALTER TABLE workforce_staffmember DROP CONSTRAINT staffmember_subject_of_force;"


class Migration(migrations.Migration):
    dependencies = [("workforce", "0001_initial"), ("ledger", "0002_of_one_force")]

    operations = [migrations.RunSQL(ONE_FORCE, UNDO)]
