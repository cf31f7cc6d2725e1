"""The day it is in London at an instant, so that a statement works out that of `now` once."""

from django.db import migrations

LOCAL_DAY = """
CREATE FUNCTION ledger_local_day(at timestamptz) RETURNS date
LANGUAGE sql IMMUTABLE PARALLEL SAFE RETURN (at AT TIME ZONE 'Europe/London')::date;
DROP FUNCTION ledger_days_between;
"""

UNDO = """
CREATE FUNCTION ledger_days_between(earlier timestamptz, later timestamptz)
RETURNS integer LANGUAGE sql IMMUTABLE PARALLEL SAFE RETURN (
    (later AT TIME ZONE 'Europe/London')::date - (earlier AT TIME ZONE 'Europe/London')::date
);
DROP FUNCTION ledger_local_day;
"""


class Migration(migrations.Migration):
    dependencies = [("ledger", "0012_reminders_of_tests_and_judgements")]

    operations = [migrations.RunSQL(LOCAL_DAY, UNDO)]
