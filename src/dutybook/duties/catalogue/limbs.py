"""The 23 limbs of the April 2026 recommendations, and what of each no duty can show.

A limb is served by the duties that name it. One that none could serve would say here why. What is
left over is said for every limb, so that a full count is never taken for more than it is.
"""

from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True)
class Limb:
    """One testable part of a recommendation.

    `beyond` says what of it no duty shows, or why none can; None where the duties show it all.
    """

    key: str
    title: str
    beyond: str | None = None


LIMBS: Final = (
    Limb(
        "1a",
        "Every referral graded with the two tools",
        "Whether a grade is right: only a second assessor can say.",
    ),
    Limb(
        "1b",
        "Risk looked at again before enforcement and throughout",
        "Whether what was found changed what was done.",
    ),
    Limb(
        "1c",
        "Cases outside the specialist team stay under its eye",
        "A case that nobody recognised as one and that is on no list.",
    ),
    Limb("2a", "Staffing reviewed", "Whether the review asked the right questions."),
    Limb(
        "2b",
        "Enough people, and workloads that can be managed",
        "Whether people are enough: no national figure exists, so the count stands beside the "
        "force's own threshold.",
    ),
    Limb("4a", "Arrest and bail considered and recorded", "Whether the reasons given are good."),
    Limb("4b", "Bail conditions checked in every period"),
    Limb("5a", "A third party supports families", "Whether the support helped."),
    Limb("5b", "Leaflets with contacts are available"),
    Limb(
        "6a",
        "Operating model and governance reviewed",
        "Whether teams do act in one way, and the Home Office standards of the national register, "
        "whose text is restricted.",
    ),
    Limb("6b", "Local data represents the national register"),
    Limb("8a", "Five years of demand forecast", "Whether the forecast is a good one."),
    Limb(
        "8b",
        "Abstractions recorded, reviewed and not regular",
        "Whether an abstraction caused lateness: records show only that both fell together.",
    ),
    Limb(
        "8c",
        "Outstanding work manageable, known by risk and by lateness",
        "What number is manageable: the force fixes that beforehand, or it is not said.",
    ),
    Limb("8d", "Supervisors review within one month", "How closely a supervisor read."),
    Limb("10a", "Visits unannounced and in pairs"),
    Limb(
        "10b",
        "Other visits authorised, with reasons, and open to assessment",
        "That the rationale stands on the national register too.",
    ),
    Limb(
        "10c",
        "Reactive management meets its conditions",
        "The full test of national practice, which was not found.",
    ),
    Limb("10d", "Police National Database checked and assessed"),
    Limb(
        "15a",
        "Screening mandatory and at least annual",
        "Who needed a service afterwards: results are never held here.",
    ),
    Limb("15b", "Supervisors trained in trauma, able to refer", "Whether support came in time."),
    Limb("16a", "A strong service level agreement", "Whether the agreement is a strong one."),
    Limb("16b", "Review, feedback and escalation both ways"),
)
"""Every limb, in the order of the recommendations."""
