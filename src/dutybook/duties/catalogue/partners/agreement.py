"""What the duties to have an agreement in force share: its conditions and what evidences them."""

from typing import Final

from dutybook.duties.language import Event, Evidence, Yes

IN_FORCE: Final = (
    Evidence(
        "signed_and_in_date",
        "Signed by both sides, and its review not past",
        Event("agreement_signed"),
        expires="until",
        ended_by=Event("agreement_ended"),
    ),
    Evidence(
        "owned",
        "Somebody answers for it on both sides",
        Event("agreement_owner", where=Yes("both_sides")),
    ),
)
"""What an agreement in force must show; each by itself, and until it expires."""
