"""The kinds of question the forms ask; `look` tells the templates how each is drawn.

Every message says what is wrong with this answer and what to do about it. What was typed is kept,
because a bound form draws the raw answers again.
"""

from collections.abc import Iterable, Sequence
from datetime import date, datetime, time
from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from dutybook.web.wording import LOCAL


class TextField(forms.CharField):
    """One line of text."""

    look = "text"

    def __init__(
        self,
        *,
        label: str,
        missing: str = "",
        width: str = "",
        autocomplete: str = "off",
        **options: Any,
    ) -> None:
        options.setdefault("required", bool(missing))
        super().__init__(label=label, error_messages={"required": missing}, **options)
        self.width = width
        self.autocomplete = autocomplete


class PasswordField(TextField):
    """A password: never drawn back, never stripped."""

    look = "password"

    def __init__(self, *, autocomplete: str, **options: Any) -> None:
        super().__init__(strip=False, max_length=4096, autocomplete=autocomplete, **options)


class LongTextField(TextField):
    """A few sentences."""

    look = "long_text"


class ChoiceField(forms.ChoiceField):
    """One of a few: radio buttons, none chosen beforehand unless `initial` says so."""

    look = "radios"

    def __init__(
        self,
        *,
        label: str,
        choices: Iterable[tuple[str, str]],
        missing: str = "",
        hints: dict[str, str] | None = None,
        inline: bool = False,
        **options: Any,
    ) -> None:
        options.setdefault("required", bool(missing))
        super().__init__(
            label=label,
            choices=list(choices),
            error_messages={
                "required": missing,
                "invalid_choice": "That answer is not one of those listed. Choose one of them.",
            },
            **options,
        )
        self.hints = hints or {}
        self.inline = inline


class ListField(ChoiceField):
    """One of many: a list that opens."""

    look = "select"


class TickField(forms.BooleanField):
    """A box to tick; unticked is *no*, so it is only for what an unticked box truly says."""

    look = "tick"

    def __init__(self, *, label: str, **options: Any) -> None:
        super().__init__(label=label, required=False, **options)


class TicksField(forms.MultipleChoiceField):
    """Several of a few: boxes to tick, none ticked beforehand; `clean` gives those ticked."""

    look = "ticks"

    def __init__(self, *, label: str, choices: Iterable[tuple[str, str]], **options: Any) -> None:
        super().__init__(
            label=label,
            choices=list(choices),
            required=False,
            error_messages={
                "invalid_choice": "That answer is not one of those listed. Choose from them."
            },
            **options,
        )


class WholeNumberField(forms.IntegerField):
    """A whole number, in words that say its limits."""

    look = "number"

    def __init__(
        self, *, label: str, missing: str, least: int = 0, most: int = 9999, **options: Any
    ) -> None:
        said = f"Enter a whole number from {least} to {most}"
        options.setdefault("required", bool(missing))
        super().__init__(
            label=label,
            min_value=least,
            max_value=most,
            error_messages={
                "required": missing,
                "invalid": said,
                "min_value": said,
                "max_value": said,
            },
            **options,
        )


class YesNoField(ChoiceField):
    """A question that may be left as *not recorded*; `clean` gives True, False or None."""

    def __init__(self, *, label: str, yes: str = "Yes", no: str = "No", **options: Any) -> None:
        super().__init__(label=label, choices=[("yes", yes), ("no", no)], inline=True, **options)

    def clean(self, value: Any) -> Any:
        return {"yes": True, "no": False}.get(super().clean(value))


class PartsWidget(forms.MultiWidget):
    """Several small boxes answered together; a value keeps what was typed in each."""

    def __init__(self, names: Sequence[str]) -> None:
        super().__init__({name: forms.TextInput() for name in names})

    def decompress(self, value: Any) -> list[Any]:
        if isinstance(value, datetime):
            value = value.astimezone(LOCAL).date()
        return [value.day, value.month, value.year] if value else [None, None, None]


class DayField(forms.Field):
    """A day in three boxes. `clean` gives a `date`; a day that does not exist is refused."""

    look = "day"

    def __init__(self, *, label: str, missing: str = "", what: str = "the date", **options: Any):
        options.setdefault("required", bool(missing))
        super().__init__(
            label=label,
            widget=PartsWidget(("day", "month", "year")),
            error_messages={"required": missing},
            **options,
        )
        self.what = what

    def clean(self, value: Any) -> date | None:
        typed = [str(part or "").strip() for part in value or ("", "", "")]
        if not any(typed):
            if self.required:
                raise ValidationError(self.error_messages["required"], code="required")
            return None
        boxes = zip(("day", "month", "year"), typed, strict=True)
        lacking = [name for name, part in boxes if not part]
        what = self.what[:1].upper() + self.what[1:]
        if lacking:
            raise ValidationError(f"{what} must include a {' and a '.join(lacking)}")
        try:
            day, month, year = (_whole(part) for part in typed)
            found = date(year, month, day)
        except ValueError:
            raise ValidationError(
                f"{what} must be a day that exists, such as 27 3 2026: there is no "
                f"{' '.join(part[:12] for part in typed)}"
            ) from None
        if not 1900 <= found.year <= 2100:
            raise ValidationError(f"{what} must have a year of four figures, such as 2026")
        return found


class ClockField(forms.Field):
    """A time of day such as 14:05, also as 1405, 14.05 or 2:05pm. `clean` gives a `time`."""

    look = "clock"

    def __init__(self, *, label: str, missing: str = "", **options: Any) -> None:
        options.setdefault("required", bool(missing))
        super().__init__(
            label=label,
            widget=forms.TextInput(),
            error_messages={"required": missing},
            **options,
        )

    def clean(self, value: Any) -> time | None:
        typed = str(value or "").strip()
        if not typed:
            if self.required:
                raise ValidationError(self.error_messages["required"], code="required")
            return None
        found = _clock(typed)
        if found is None:
            raise ValidationError("Enter a time of day such as 14:05 or 2:05pm")
        return found


def _whole(text: str) -> int:
    """A plain figure of at most four digits; Python's own reading takes `+1` and `1_0` too."""
    if not (text.isascii() and text.isdigit() and len(text) <= 4):
        raise ValueError(text)
    return int(text)


def _clock(text: str) -> time | None:
    """A time of day as people type it; None when it is none."""
    plain = text.lower().replace(" ", "").replace(".", ":")
    half = plain[-2:] if plain[-2:] in ("am", "pm") else ""
    figures = plain[: -len(half)] if half else plain
    hours, _, minutes = figures.partition(":")
    if not minutes and len(hours) == 4:
        hours, minutes = hours[:2], hours[2:]
    if not minutes and half:
        minutes = "00"
    if not (hours.isascii() and hours.isdigit() and minutes.isascii() and minutes.isdigit()):
        return None
    if len(minutes) != 2 or len(hours) > 2:
        return None
    hour = int(hours)
    if half:
        if not 1 <= hour <= 12:
            return None
        hour = hour % 12 + (12 if half == "pm" else 0)
    return time(hour, int(minutes)) if hour < 24 and int(minutes) < 60 else None
