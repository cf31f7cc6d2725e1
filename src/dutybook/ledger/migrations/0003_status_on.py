"""How an entry stands at an instant, in SQL: the same answers as `dutybook.duties.status`.

The numbers are places in the engine's lists (STATUSES, CLOSED_WHY, AUTHORISATION, WHY_EMPTY); a
test compares the function with the engine for every entry of generated histories. Both functions
are plain expressions, so PostgreSQL writes them into the queries that use them.
"""

from django.db import migrations

STATUS_ON = """
CREATE FUNCTION ledger_status_on(
    at timestamptz, opened_at timestamptz, met_at timestamptz, closed_at timestamptz,
    closed_why smallint, authorised_at timestamptz, authorisation smallint, answer smallint,
    due_at timestamptz, why_empty smallint
) RETURNS smallint LANGUAGE sql IMMUTABLE PARALLEL SAFE RETURN (
CASE
    WHEN opened_at > at THEN 0                                          -- not yet open
    WHEN closed_why = 3 THEN CASE                                       -- an event is judged
        WHEN answer = 1 THEN 3                                          -- met on time
        WHEN authorised_at <= at AND authorisation = 0
            THEN CASE WHEN authorised_at > opened_at THEN 6 ELSE 5 END  -- authorised (late)
        WHEN answer IS NULL THEN 11                                     -- unknown
        WHEN authorised_at <= at AND authorisation = 1 THEN 12          -- no standard set
        ELSE 7                                                          -- in breach
    END
    WHEN closed_at <= at AND closed_why = 1 THEN 8                      -- closed unmet
    WHEN closed_at <= at AND closed_why = 2 THEN 9                      -- no longer owed
    WHEN met_at <= at AND met_at > due_at THEN 4                        -- met late
    WHEN met_at <= at AND (due_at IS NOT NULL OR why_empty IN (2, 3)) THEN 3
    WHEN due_at < at THEN 2                                             -- overdue
    WHEN due_at IS NOT NULL THEN 1                                      -- due
    WHEN why_empty = 1 THEN 11                                          -- level unknown
    WHEN why_empty = 2 THEN 1                                           -- no end yet
    WHEN why_empty = 3 THEN 10                                          -- stopped
    ELSE 12                                                             -- no standard set
END::smallint
);
CREATE FUNCTION ledger_days_between(earlier timestamptz, later timestamptz)
RETURNS integer LANGUAGE sql IMMUTABLE PARALLEL SAFE RETURN (
    (later AT TIME ZONE 'Europe/London')::date - (earlier AT TIME ZONE 'Europe/London')::date
);
"""

UNDO = "DROP FUNCTION ledger_days_between; DROP FUNCTION ledger_status_on;"


class Migration(migrations.Migration):
    dependencies = [("ledger", "0002_of_one_force")]

    operations = [migrations.RunSQL(STATUS_ON, UNDO)]
