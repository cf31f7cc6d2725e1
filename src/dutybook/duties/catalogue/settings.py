"""What each policy that the shipped duties read means, and what is published about its value.

No value here is a default: a policy that a force has not set is unset. What sources say is told
so that the people who set it can judge.
"""

import difflib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final, Literal, TypeAlias

from dutybook.duties.facts import RANKS
from dutybook.duties.measures import WINDOW_POLICY
from dutybook.duties.policy import PolicySetting

LEVELS: Final = ("low", "medium", "high", "very_high")

Kind: TypeAlias = Literal["allowance", "rank", "choice"]


@dataclass(frozen=True)
class PolicyKey:
    """One policy a force may set.

    `by_level`: it is meant to be set for each level. `choices` are what a *choice* may be.
    """

    key: str
    kind: Kind
    title: str
    published: str
    by_level: bool = False
    choices: tuple[str, ...] = ()


_KEYS: Final = (
    PolicyKey(
        "visit.first",
        "allowance",
        "Time to the first home visit after registration or release",
        "No published source was found. A probation rule of 15 days is sometimes taken for one; "
        "it binds probation, not police.",
        by_level=True,
    ),
    PolicyKey(
        "visit.maximum",
        "allowance",
        "The longest interval between home visits, whatever the individual plan says",
        "Since June 2017 the plan sets the interval. Before that, press reports gave a visit a "
        "year for low risk and a month for very high. Nothing published gives the others.",
        by_level=True,
    ),
    PolicyKey(
        "visit.authoriser_rank",
        "rank",
        "The lowest rank that may authorise a visit that is announced or not in pairs",
        "The inspectorate asks that such visits be authorised; no published source names a rank.",
    ),
    PolicyKey(
        "arms.first",
        "allowance",
        "Time to the first ARMS assessment",
        "No published source was found.",
        by_level=True,
    ),
    PolicyKey(
        "arms.interval",
        "allowance",
        "The longest time between ARMS assessments",
        "No published source was found.",
        by_level=True,
    ),
    PolicyKey(
        "supervisor_review.within",
        "allowance",
        "Time for a supervisor to review an ARMS assessment, a risk management plan or a visit",
        "HMICFRS, April 2026, recommendation 8: promptly and within one month.",
    ),
    PolicyKey(
        "referral.target",
        "allowance",
        "Time to act on a referral, by grade",
        "Press reports of the inspectorate's 2023 inspection: high 7 days, medium 14, low 30; "
        "very high often within a day. The inspectorate's own text was not read, and whether "
        "working days are meant is not said.",
        by_level=True,
    ),
    PolicyKey(
        "referral.clock_starts",
        "choice",
        "What starts the clock of a referral",
        "Not said in any source that was read.",
        choices=("receipt", "grading"),
    ),
    PolicyKey(
        "bail.period_reading",
        "choice",
        "What an applicable bail period is: each segment, or the whole with its extensions",
        "In the Police and Criminal Evidence Act 1984 it is one period that is extended; the "
        "inspectorate's meaning is not published. A check in each segment satisfies both.",
        choices=("segment", "whole"),
    ),
    PolicyKey(
        "screening.first",
        "allowance",
        "Time to the first psychological screening of somebody who joins a team in scope",
        "Not said in any source that was read.",
    ),
    PolicyKey(
        "screening.interval",
        "allowance",
        "The longest time between psychological screenings",
        "HMICFRS, April 2026, recommendation 15: at least annually.",
    ),
)

POLICY_KEYS: Final[Mapping[str, PolicyKey]] = MappingProxyType({one.key: one for one in _KEYS})
"""Every policy the shipped duties read, by its key."""


def misfits(setting: PolicySetting) -> Iterator[str]:
    """Why a setting could never be read by a shipped duty, in words; nothing when it could.

    A mistyped key, level or choice would otherwise be a silent nothing. Settings of the lists of
    the application (`list.…`) are not read by duties and pass.
    """
    known = POLICY_KEYS.get(setting.key)
    if known is None:
        if setting.key != WINDOW_POLICY and not setting.key.startswith("list."):
            near = difflib.get_close_matches(setting.key, POLICY_KEYS, n=1)
            hint = f" (did you mean {near[0]}?)" if near else ""
            yield f"no duty reads {setting.key!r}{hint}"
        return
    if setting.level is not None and setting.level not in LEVELS:
        yield f"level {setting.level!r} is not one of {', '.join(LEVELS)}"
    if setting.value is None:
        return
    if known.kind == "allowance":
        if setting.unit is None or not isinstance(setting.value, int):
            yield f"{setting.key} is an allowance: a whole number and a unit are needed"
    elif setting.value not in (RANKS if known.kind == "rank" else known.choices):
        choices = ", ".join(RANKS if known.kind == "rank" else known.choices)
        yield f"{setting.key} cannot be {setting.value!r}: use one of {choices}"
