"""The base of every form: refusals from the rooms below stand at the field they concern."""

from collections.abc import Mapping
from datetime import UTC, date, datetime, time
from typing import Any

from django import forms

from dutybook.access.errors import InvalidInput
from dutybook.web.forms.fields import DayField
from dutybook.web.wording import LOCAL


class PageForm(forms.Form):
    """A form drawn by `parts/form.html`, which asks each field how it looks."""

    renames: Mapping[str, str] = {}
    """From an action's name of a field to the form's, where they differ."""

    def __init__(self, *arguments: Any, now: datetime | None = None, **options: Any) -> None:
        super().__init__(*arguments, **options)
        self.now = now

    @property
    def problems(self) -> list[tuple[str, str]]:
        """What is wrong, as (place on the page, message), in the order of the fields."""
        found = []
        for name in (*self.fields, "__all__"):
            for message in self.errors.get(name, ()):
                found.append((self._place(name), str(message)))
        return found

    def refuse(self, refusal: InvalidInput) -> None:
        """Put what an action refused at the fields it named, or at the head of the form."""
        for name, message in refusal.problems.items():
            at = self.renames.get(name, name)
            self.add_error(at if at in self.fields else None, message)

    def _place(self, name: str) -> str:
        if name == "__all__":
            return ""
        field = self.fields[name]
        look = getattr(field, "look", "text")
        if look == "day":
            return f"#{self[name].auto_id}_day"
        if look in ("radios", "ticks"):
            return f"#{self[name].auto_id}_0"
        return f"#{self[name].auto_id}"

    def no_later_than_now(self, name: str, what: str) -> None:
        """Refuse a day or a moment in `name` that has not come yet."""
        given = self.cleaned_data.get(name)
        if given is None or self.now is None:
            return
        today = self.now.astimezone(LOCAL).date()
        if given > (self.now if isinstance(given, datetime) else today):
            self.add_error(name, f"{what} cannot be in the future: today is {today:%-d %B %Y}")


class DatedForm(PageForm):
    """A form about something that happened, or began to hold, on a day; today unless changed."""

    day_label = "Day"
    may_be_later = False
    day = DayField(label="Day", missing="Enter the day", what="the day")

    renames: Mapping[str, str] = {"at": "day", "on": "day"}

    def __init__(self, *arguments: Any, now: datetime, **options: Any) -> None:
        today = now.astimezone(LOCAL).date()
        options["initial"] = {"day": today, **(options.get("initial") or {})}
        super().__init__(*arguments, now=now, **options)
        self.fields["day"].label = self.day_label

    def clean(self) -> dict[str, Any]:
        answers = super().clean() or self.cleaned_data
        if not self.may_be_later:
            self.no_later_than_now("day", "The day")
        return answers


def local_moment(day: date, clock: time) -> datetime:
    """The instant of a local day and time; what daylight saving repeats is the later one (R9)."""
    local = datetime.combine(day, clock, tzinfo=LOCAL)
    return max(local.replace(fold=fold).astimezone(UTC) for fold in (0, 1))
