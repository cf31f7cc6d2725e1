"""The time in which an offender cannot come to a police station, and what it does to his dates."""

from typing import Final

from dutybook.duties.language import Floor, Holds, Stop

_AWAY: Final = Holds("community_status", "state", ("custody", "hospital", "abroad"))

DISREGARDED: Final = (Stop("in custody, in hospital or abroad", _AWAY),)
"""Days in custody, in hospital or abroad do not count (Sexual Offences Act 2003, s. 83(6))."""

PUT_OFF: Final = (
    Stop(
        "in custody, in hospital or abroad",
        _AWAY,
        Floor(3, "days_beginning_with", "Sexual Offences Act 2003, s. 85(3)"),
        defers=True,
    ),
)
"""A date for notifying again that falls in custody, in hospital or abroad runs to the end of three
days from when that ends; any other date stays (Sexual Offences Act 2003, s. 85(3), (4))."""

STILL_OURS: Final = Holds(
    "community_status", "state", ("community", "custody", "hospital", "abroad"), before=True
)
"""Alive and of this force, wherever he is."""
