"""What a setting must look like before it is kept, in words for the form."""

from datetime import datetime

from dutybook.access.errors import EditCollision, InvalidInput, NotFound
from dutybook.access.models import Team
from dutybook.access.viewer import Viewer
from dutybook.duties.policy import UNITS
from dutybook.ledger.models import PolicySetting
from dutybook.ledger.policy_keys import PolicyKey, Shape, policy_keys

LONGEST = 10_000
"""No allowance is longer than this many of its units: a larger number is a slip of the finger."""
LONGEST_SOURCE = 500


def check_setting(*, key: str, value: int | str | None, unit: str, level: str, source: str) -> None:
    """Raise `InvalidInput` by field when the parts do not make a setting."""
    problems: dict[str, str] = {}
    known = policy_keys().get(key)
    if known is None:
        raise InvalidInput({"key": f"There is no setting called {key}"})
    if not source.strip():
        problems["source"] = "Say where this setting comes from: who decided it, and when"
    elif len(source) > LONGEST_SOURCE or "\x00" in source:
        problems["source"] = f"Use {LONGEST_SOURCE} characters or fewer"
    if level and level not in known.levels:
        problems["level"] = f"{level} is not a level that this setting is made by"
    if value is not None:
        problems |= _value_problems(known, value, unit)
    if problems:
        raise InvalidInput(problems)


def _value_problems(known: PolicyKey, value: int | str, unit: str) -> dict[str, str]:
    if known.shape is Shape.CHOICE:
        if value not in known.options:
            return {"value": f"Choose one of: {', '.join(known.options)}"}
        return {}
    if not isinstance(value, int) or isinstance(value, bool) or not 0 <= value <= LONGEST:
        return {"value": f"Enter a whole number from 0 to {LONGEST}"}
    if known.shape is Shape.SHARE:
        if value > 100:
            return {"value": "Enter a whole number of per cent, from 0 to 100"}
        return {"unit": "This setting is a share and takes no unit"} if unit else {}
    if known.shape is Shape.DAY_OF_MONTH:
        if not 1 <= value <= 31:
            return {"value": "Enter a day of the month, from 1 to 31"}
        return {"unit": "This setting is a day of the month and takes no unit"} if unit else {}
    if known.shape is Shape.COUNT:
        return {"unit": "This setting is a number and takes no unit"} if unit else {}
    if known.shape is Shape.NUMBER:
        return {"unit": "This setting is a number of days and takes no unit"} if unit else {}
    if unit not in UNITS:
        return {"unit": f"Choose one of: {', '.join(UNITS)}"}
    if unit == "days_beginning_with" and value == 0:
        return {"value": "Days beginning with a day include that day, so at least 1"}
    return {}


def check_not_set_twice(
    by: Viewer, *, key: str, level: str, team_id: int | None, from_at: datetime
) -> None:
    """Raise `InvalidInput` when a setting that stands begins at the very same moment, or is for a
    team of another force."""
    if team_id is not None and not Team.objects.filter(pk=team_id, force_id=by.force_id).exists():
        raise InvalidInput({"team": "Choose a team of this force"})
    alike = PolicySetting.objects.filter(
        force_id=by.force_id, key=key, level=level, team_id=team_id, from_at=from_at
    )
    for setting in alike.filter(version=1):
        if not newest_of(setting.policy_id).withdrawn:
            raise InvalidInput(
                {"from_at": "This is already set from that moment: withdraw it, or choose another"}
            )


def newest_of(policy_id: int) -> PolicySetting:
    """The version of a setting that stands. Raises `NotFound`."""
    setting = PolicySetting.objects.filter(policy_id=policy_id).order_by("-version").first()
    if setting is None:
        raise NotFound("no setting with this number")
    return setting


def withdrawal_of(by: Viewer, policy_id: int, seen_version: int, source: str) -> PolicySetting:
    """The unsaved version that withdraws a setting of the viewer's force.

    Raises `NotFound`, `InvalidInput` without a reason, `EditCollision` when it changed meanwhile.
    """
    stored = newest_of(policy_id)
    if stored.force_id != by.force_id:
        raise NotFound("no setting with this number")
    if not source.strip() or len(source) > LONGEST_SOURCE:
        words = f"Say why it is withdrawn and who decided it, in {LONGEST_SOURCE} characters"
        raise InvalidInput({"source": words})
    if stored.version != seen_version or stored.withdrawn:
        raise EditCollision(
            "This setting", seen={"withdrawn": True, "source": source}, stored=stored
        )
    carried = {
        field.attname: getattr(stored, field.attname)
        for field in PolicySetting._meta.concrete_fields
        if field.name not in ("id", "loaded_at", "version", "withdrawn", "source")
    }
    return PolicySetting(
        **carried, version=stored.version + 1, withdrawn=True, source=source.strip()
    )
