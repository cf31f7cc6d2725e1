"""How somebody narrows a list: the choices offered, what was chosen, and that in words."""

from collections.abc import Iterable, Mapping
from typing import Any

from django.http import HttpRequest

from dutybook.web.flow import chosen


def listed(
    request: HttpRequest, name: str, label: str, every: str, choices: Mapping[str, str]
) -> dict[str, Any]:
    """One filter as `parts/filters.html` draws it; `every` is what no choice means, where that is
    none of the choices. A choice that is not offered narrows nothing."""
    offered = [("", every)] if every else []
    value = chosen(request, name, choices)
    return {
        "name": name,
        "label": label,
        "choices": [*offered, *choices.items()],
        "value": value,
    }


def asked_for(fields: Iterable[Mapping[str, Any]]) -> dict[str, Any]:
    """What was chosen, by the name of the filter, for the addresses of other pages."""
    return {field["name"]: field["value"] for field in fields}


def in_words(fields: Iterable[Mapping[str, Any]]) -> str:
    """What was chosen, as `Risk level: High; Owner: Unowned`; nothing chosen is no words.

    What was typed is not told: it may name somebody."""
    said = []
    for field in fields:
        if field["value"]:
            words = {str(value): text for value, text in field.get("choices", ())}
            typed = "one of them" if "choices" not in field else ""
            said.append(f"{field['label']}: {words.get(str(field['value']), typed)}")
    return "; ".join(said)
