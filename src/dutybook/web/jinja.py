"""The environment in which every page is rendered."""

import json
from functools import cache
from importlib.resources import files
from typing import Any

from django.templatetags.static import static
from jinja2 import ChainableUndefined, ChoiceLoader, Environment, PackageLoader, PrefixLoader

from dutybook.web import due, links, narrowing, places, why, wording


def environment(**options: Any) -> Environment:
    """A Jinja environment with GOV.UK Frontend's macros and this room's words.

    GOV.UK's macros read attributes of attributes that are not there, hence `ChainableUndefined`.
    """
    loader = ChoiceLoader(
        [
            options.pop("loader"),
            PrefixLoader({"govuk_frontend_jinja": PackageLoader("govuk_frontend_jinja")}),
        ]
    )
    options.update(loader=loader, undefined=ChainableUndefined)
    options.update(trim_blocks=True, lstrip_blocks=True)
    made = Environment(**{**options, "autoescape": True})  # noqa: S701 - it is on
    made.globals.update(
        url=url,
        asset=asset,
        page_link=links.page_link,
        with_query=links.with_query,
        asked_for=narrowing.asked_for,
        why=why.why,
    )
    made.filters.update(
        wording.FILTERS,
        record_place=places.record_place,
        work_place=places.work_place,
        due_words=due.due_words,
        ago=due.ago,
    )
    return made


def url(name: str, *args: Any, **kwargs: Any) -> str:
    """The address of a page by its name, such as `web:offender`."""
    return links.address(name, *args, **kwargs)


def asset(name: str) -> str:
    """The address of a built asset, under the name that carries its content's hash."""
    return static(_built()[name])


@cache
def _built() -> dict[str, str]:
    manifest = files("dutybook.web") / "built" / "manifest.json"
    if not manifest.is_file():
        raise RuntimeError("the page assets are not built: run `npm ci && npm run build`")
    return json.loads(manifest.read_text(encoding="utf-8"))
