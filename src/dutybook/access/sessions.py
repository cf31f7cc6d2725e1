"""How long a signed-in session lasts: idle and absolute limits, kept on the server.

Limits come from settings: SESSION_IDLE_SECONDS after the last request, SESSION_ABSOLUTE_SECONDS
after signing in, whichever comes first. A session without its times is over.
"""

from datetime import datetime
from typing import Any

from django.conf import settings

SIGNED_IN_AT = "signed_in_at"
LAST_SEEN_AT = "last_seen_at"
NOTED_EVERY_SECONDS = 60


def begin(session: Any, now: datetime) -> None:
    """Note the times in a session that has just been signed in."""
    session[SIGNED_IN_AT] = session[LAST_SEEN_AT] = now.timestamp()


def why_over(session: Any, now: datetime) -> str | None:
    """`"idle"` or `"absolute"` when the session's time is up, else None.

    A clock set back does not lengthen a session: a time ahead of now ends it too.
    """
    moment = now.timestamp()
    limits = (
        ("absolute", SIGNED_IN_AT, settings.SESSION_ABSOLUTE_SECONDS),
        ("idle", LAST_SEEN_AT, settings.SESSION_IDLE_SECONDS),
    )
    for why, key, seconds in limits:
        since = session.get(key)
        if since is None or not 0 <= moment - since < seconds:
            return why
    return None


def touch(session: Any, now: datetime) -> None:
    """Note a request; the idle limit counts from here.

    A request within `NOTED_EVERY_SECONDS` of the last one noted is not noted again, so that most
    pages write no session: the limit may then come that much sooner, never later.
    """
    moment = now.timestamp()
    if moment - session.get(LAST_SEEN_AT, 0) >= NOTED_EVERY_SECONDS:
        session[LAST_SEEN_AT] = moment
