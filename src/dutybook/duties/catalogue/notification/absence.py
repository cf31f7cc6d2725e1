"""The time that does not count while an offender cannot come to a police station."""

from typing import Final

from dutybook.duties.language import Holds, Stop

_AWAY: Final = Holds("community_status", "state", ("custody", "hospital", "abroad"))

DISREGARDED: Final = (Stop("in custody, in hospital or abroad", _AWAY),)
"""Days in custody, in hospital or abroad do not count (Sexual Offences Act 2003, s. 83(6))."""
