"""What the duties to use each grading tool share: source, reason, form and allowance."""

from collections.abc import Sequence
from datetime import date
from typing import Literal

from dutybook.duties.language import (
    AllOf,
    Allowance,
    AnyOf,
    Duty,
    Event,
    Example,
    Is,
    Source,
    Yes,
)

SOURCE = Source(
    "HMICFRS (April 2026, recommendation 1): the Kent internet risk assessment tool (KIRAT) and "
    "the prioritisation tool are used on referrals about all suspects, children and adults. A 2022 "
    "study found that forces used the first and filled it in unevenly, mostly where they had left "
    "the guidance. No published source says within what time: the force sets it.",
    "https://news.liverpool.ac.uk/2022/08/08/"
    "research-helping-to-safeguard-children-across-the-world/",
)

WHY = (
    "The grade decides whose door is knocked on first. A suspect nobody graded waits where nobody "
    "looks. Every referral counts, not only those thought relevant, and a child who is a suspect "
    "counts like an adult. Where a tool does not fit the case, saying so with the reason is "
    "enough; leaving it blank is not. Closing the case does not end the duty. "
)


def tool_duty(
    *,
    key: str,
    title: str,
    tool: Literal["kirat", "prioritisation"],
    of_this: str,
    examples: Sequence[Example],
) -> Duty:
    """A duty to use one tool on each referral, or to record why it does not apply.

    `of_this` says what is particular to that tool.
    """
    used = AllOf(Is("result", "not_applicable"), Yes("reason"))
    return Duty(
        key=key,
        title=title,
        form="once",
        subject="suspect",
        definition_version=1,
        source=SOURCE,
        why_it_matters=WHY + of_this,
        limbs=("1a",),
        drafted_by="Dutybook project",
        checked_by=None,
        review_date=date(2027, 4, 30),
        opens=Event("referral"),
        meets=Event("tool_use", where=AllOf(Is("tool", tool), AnyOf(Is("result", "graded"), used))),
        allowance=Allowance(next="tools.within"),
        answers="all",
        examples=examples,
    )
