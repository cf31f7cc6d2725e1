"""The time that does not count while an offender cannot come to a police station."""

from typing import Final

from dutybook.duties.language import Floor, Holds, Stop

_AWAY: Final = Holds("community_status", "state", ("custody", "hospital", "abroad"))

DISREGARDED: Final = (Stop("in custody, in hospital or abroad", _AWAY),)
"""Days in custody, in hospital or abroad do not count (Sexual Offences Act 2003, s. 83(6))."""

THREE_DAYS_LEFT: Final = (
    Stop(
        "in custody, in hospital or abroad",
        _AWAY,
        Floor(3, "days_beginning_with", "Sexual Offences Act 2003, s. 85(3) and (4)"),
    ),
)
"""Where the date falls in such a time, three days from its end are left."""
