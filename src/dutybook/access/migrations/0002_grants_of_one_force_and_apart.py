"""What the database itself holds of role grants, beyond what Django's models can say.

One force: the grant's user and team both belong to the grant's force (composite keys).

Apart: a user does not hold one role twice over the same time (a team role may be held in several
teams), and the administrator and the commissioner's office hold no other role beside theirs. Each
role stands at a point of a number line, an exclusive role covers the whole line, and a grant
without a team covers every team; two grants of a user may not overlap in role, team and time at
once. Ranges alone are enough for this, so no extension of PostgreSQL is needed.
"""

from django.db import migrations

ONE_FORCE = """
ALTER TABLE access_rolegrant
    ADD CONSTRAINT access_rolegrant_user_of_force FOREIGN KEY (user_id, force_id)
        REFERENCES access_user (id, force_id),
    ADD CONSTRAINT access_rolegrant_team_of_force FOREIGN KEY (team_id, force_id)
        REFERENCES access_team (id, force_id);
"""

APART = """
ALTER TABLE access_rolegrant
    ADD CONSTRAINT access_rolegrant_apart EXCLUDE USING gist (
        int8range(user_id, user_id, '[]') WITH &&,
        (CASE role
            WHEN 'administrator' THEN int4range(NULL, NULL)
            WHEN 'commissioners_office' THEN int4range(NULL, NULL)
            WHEN 'investigator' THEN int4range(1, 1, '[]')
            WHEN 'offender_manager' THEN int4range(2, 2, '[]')
            WHEN 'supervisor' THEN int4range(3, 3, '[]')
            WHEN 'analyst' THEN int4range(4, 4, '[]')
            WHEN 'inspection_liaison' THEN int4range(5, 5, '[]')
            WHEN 'chief_officer' THEN int4range(6, 6, '[]')
            WHEN 'wellbeing_lead' THEN int4range(7, 7, '[]')
            WHEN 'auditor' THEN int4range(8, 8, '[]')
        END) WITH &&,
        int8range(team_id, team_id, '[]') WITH &&,
        tstzrange(from_at, until_at) WITH &&
    );
"""

UNDO = """
ALTER TABLE access_rolegrant
    DROP CONSTRAINT access_rolegrant_apart,
    DROP CONSTRAINT access_rolegrant_team_of_force,
    DROP CONSTRAINT access_rolegrant_user_of_force;
"""


class Migration(migrations.Migration):
    dependencies = [("access", "0001_initial")]

    operations = [migrations.RunSQL(ONE_FORCE + APART, UNDO)]
