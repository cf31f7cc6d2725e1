"""What each policy that the shipped duties read means, and what is published about its value.

No value here is a default: a policy that a force has not set is unset. What sources say is told
so that the people who set it can judge. Each topic's policies stand beside its duties.
"""

import difflib
from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import Final

from dutybook.duties.catalogue.assessment import settings as assessment
from dutybook.duties.catalogue.bail import settings as bail
from dutybook.duties.catalogue.children import settings as children
from dutybook.duties.catalogue.devices import settings as devices
from dutybook.duties.catalogue.documents import settings as documents
from dutybook.duties.catalogue.investigations import settings as investigations
from dutybook.duties.catalogue.managing import settings as managing
from dutybook.duties.catalogue.notification import settings as notification
from dutybook.duties.catalogue.orders import settings as orders
from dutybook.duties.catalogue.partners import settings as partners
from dutybook.duties.catalogue.policy_key import PolicyKey
from dutybook.duties.catalogue.reactive import settings as reactive
from dutybook.duties.catalogue.supervision import settings as supervision
from dutybook.duties.catalogue.visits import settings as visits
from dutybook.duties.catalogue.welfare import settings as welfare
from dutybook.duties.catalogue.workforce import settings as workforce
from dutybook.duties.facts import RANKS
from dutybook.duties.measures import WINDOW_POLICY
from dutybook.duties.policy import PolicySetting

LEVELS: Final = ("low", "medium", "high", "very_high")

_TOPICS: Final = (
    visits,
    assessment,
    supervision,
    reactive,
    managing,
    notification,
    orders,
    investigations,
    bail,
    devices,
    welfare,
    children,
    workforce,
    partners,
    documents,
)

POLICY_KEYS: Final[Mapping[str, PolicyKey]] = MappingProxyType(
    {one.key: one for topic in _TOPICS for one in topic.KEYS}
)
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
