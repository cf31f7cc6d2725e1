"""What one policy that the shipped duties read means, and what is published about its value."""

from dataclasses import dataclass
from typing import Literal, TypeAlias

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
