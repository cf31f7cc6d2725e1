"""What points at a subject is of that subject's force."""

from django.db import migrations

ONE_FORCE = """
ALTER TABLE investigations_suspect
    ADD CONSTRAINT suspect_subject_of_force FOREIGN KEY (subject_id, force_id)
        REFERENCES ledger_subject (id, force_id);
"""

UNDO = "ALTER TABLE investigations_suspect DROP CONSTRAINT suspect_subject_of_force;"


class Migration(migrations.Migration):
    dependencies = [("investigations", "0001_initial"), ("ledger", "0002_of_one_force")]

    operations = [migrations.RunSQL(ONE_FORCE, UNDO)]
