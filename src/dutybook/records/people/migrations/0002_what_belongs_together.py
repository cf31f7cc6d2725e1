"""All that is said of a person is of their force, in a record of it; one main residence and one
current name at a time."""

from django.db import migrations

FACTS = (
    "personname", "identifier", "birth", "address", "contact", "vehicle", "workplace",
    "description", "flag", "involvement", "link", "helddocument",
)  # fmt: skip
ALSO = ("knownin", "findrow")

_TABLES = {name: f"people_{name}" for name in (*FACTS, *ALSO)}

OF_FORCE = "".join(
    f"""
ALTER TABLE {table}
    ADD CONSTRAINT {name}_person_of_force FOREIGN KEY (person_id, force_id)
        REFERENCES people_person (id, force_id),
    ADD CONSTRAINT {name}_subject_of_force FOREIGN KEY (subject_id, force_id)
        REFERENCES ledger_subject (id, force_id);
"""
    for name, table in _TABLES.items()
)
OF_FORCE += """
ALTER TABLE people_person
    ADD CONSTRAINT person_subject_of_force FOREIGN KEY (subject_id, force_id)
        REFERENCES ledger_subject (id, force_id),
    ADD CONSTRAINT person_same_as_of_force FOREIGN KEY (same_as_id, force_id)
        REFERENCES people_person (id, force_id);
ALTER TABLE people_link
    ADD CONSTRAINT link_other_of_force FOREIGN KEY (other_id, force_id)
        REFERENCES people_person (id, force_id);
ALTER TABLE people_merge
    ADD CONSTRAINT merge_kept_of_force FOREIGN KEY (kept_id, force_id)
        REFERENCES people_person (id, force_id),
    ADD CONSTRAINT merge_absorbed_of_force FOREIGN KEY (absorbed_id, force_id)
        REFERENCES people_person (id, force_id);
ALTER TABLE people_restrictedhit
    ADD CONSTRAINT restricted_hit_subject_of_force FOREIGN KEY (subject_id, force_id)
        REFERENCES ledger_subject (id, force_id),
    ADD CONSTRAINT restricted_hit_asked_by_of_force FOREIGN KEY (asked_by_id, force_id)
        REFERENCES access_user (id, force_id);
"""

UNDO_OF_FORCE = """
ALTER TABLE people_restrictedhit
    DROP CONSTRAINT restricted_hit_asked_by_of_force,
    DROP CONSTRAINT restricted_hit_subject_of_force;
ALTER TABLE people_merge
    DROP CONSTRAINT merge_absorbed_of_force, DROP CONSTRAINT merge_kept_of_force;
ALTER TABLE people_link DROP CONSTRAINT link_other_of_force;
ALTER TABLE people_person
    DROP CONSTRAINT person_same_as_of_force, DROP CONSTRAINT person_subject_of_force;
""" + "".join(
    f"""
ALTER TABLE {table}
    DROP CONSTRAINT {name}_subject_of_force, DROP CONSTRAINT {name}_person_of_force;
"""
    for name, table in _TABLES.items()
)

ONE_AT_A_TIME = """
ALTER TABLE people_oneatatime ADD CONSTRAINT one_at_a_time_what_known
    CHECK (what IN ('main_residence', 'current_name'));
ALTER TABLE people_oneatatime ADD CONSTRAINT one_main_residence_at_a_time
    EXCLUDE USING gist (
        int8range(person_id, person_id, '[]') WITH &&,
        int8range(subject_id, subject_id, '[]') WITH &&,
        daterange(from_day, until_day, '[]') WITH &&) WHERE (what = 'main_residence');
ALTER TABLE people_oneatatime ADD CONSTRAINT one_current_name_at_a_time
    EXCLUDE USING gist (
        int8range(person_id, person_id, '[]') WITH &&,
        int8range(subject_id, subject_id, '[]') WITH &&,
        daterange(from_day, until_day, '[]') WITH &&) WHERE (what = 'current_name');

CREATE FUNCTION people_keep_one_at_a_time() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    kind text := to_jsonb(NEW) ->> TG_ARGV[0];
BEGIN
    DELETE FROM people_oneatatime WHERE fact_id = NEW.fact_id;
    IF NOT NEW.withdrawn AND kind = TG_ARGV[1] THEN
        INSERT INTO people_oneatatime (fact_id, person_id, subject_id, what, from_day, until_day)
        VALUES (NEW.fact_id, NEW.person_id, NEW.subject_id, TG_ARGV[2],
                NEW.from_day, NEW.until_day);
    END IF;
    RETURN NULL;
END $$;
CREATE TRIGGER one_main_residence AFTER INSERT ON people_address
    FOR EACH ROW EXECUTE FUNCTION people_keep_one_at_a_time('residence', 'main', 'main_residence');
CREATE TRIGGER one_current_name AFTER INSERT ON people_personname
    FOR EACH ROW EXECUTE FUNCTION people_keep_one_at_a_time('kind', 'current', 'current_name');
"""

UNDO_ONE_AT_A_TIME = """
DROP TRIGGER one_current_name ON people_personname;
DROP TRIGGER one_main_residence ON people_address;
DROP FUNCTION people_keep_one_at_a_time();
ALTER TABLE people_oneatatime
    DROP CONSTRAINT one_current_name_at_a_time,
    DROP CONSTRAINT one_main_residence_at_a_time,
    DROP CONSTRAINT one_at_a_time_what_known;
"""


class Migration(migrations.Migration):
    dependencies = [("people", "0001_initial"), ("ledger", "0002_of_one_force")]

    operations = [
        migrations.RunSQL(OF_FORCE, UNDO_OF_FORCE),
        migrations.RunSQL(ONE_AT_A_TIME, UNDO_ONE_AT_A_TIME),
    ]
