"""`dutybook duties`: the catalogue, one duty in full, the fact tables, and the manual."""

import difflib
import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click
from rich.console import Console
from rich.markdown import Markdown

if TYPE_CHECKING:
    from dutybook.duties.language import Duty

PIPED_WIDTH = 100

json_option = click.option("--json", "as_json", is_flag=True, help="Print it as JSON.")


@click.group("duties")
def command() -> None:
    """What must be done, by when, and where that is written. Needs no installation."""


@command.command("list")
@json_option
def list_(as_json: bool) -> None:
    """Every duty: its key, form, limbs, who checked it and when its review is due."""
    from dutybook.duties.catalogue import CATALOGUE
    from dutybook.duties.describing import in_brief

    told = [in_brief(duty) for duty in CATALOGUE.values()]
    if as_json:
        click.echo(json.dumps(told, ensure_ascii=False, indent=2))
        return
    for one in told:
        form = one["form"].replace("_", " ")
        serves = f"limb {', '.join(one['limbs'])}" if one["limbs"] else "serves no limb by itself"
        click.echo(f"{one['key']}  ({form}; {serves})")
        click.echo(f"    {one['title']}")
        click.echo(f"    {one['checker']}; review due {one['next_review']}")
    _list_limbs()
    click.echo("One in full: dutybook duties show KEY")


def _list_limbs() -> None:
    """Each limb: how many duties serve it, and what of it none can show."""
    from dutybook.duties.catalogue import limbs_served

    for limb in limbs_served():
        beyond = f" Not shown by any: {limb['beyond']}" if limb["beyond"] else ""
        served = ", ".join(limb["duties"]) or "no duty"
        click.echo(f"Limb {limb['key']}: {limb['title']}. Served by {served}.{beyond}")


@command.command("show")
@click.argument("key")
@json_option
def show(key: str, as_json: bool) -> None:
    """The duty KEY in full: source, meaning, what the force sets, and worked examples."""
    from dutybook.duties.describing import in_full
    from dutybook.duties.manual import describe_duty

    duty = _named(key)
    if as_json:
        click.echo(json.dumps(in_full(duty), ensure_ascii=False, indent=2))
    else:
        _print_page(describe_duty(duty.key))


@command.command("facts")
@json_option
@click.option("--schema", is_flag=True, help="Print it as a data package (Frictionless, JSON).")
def facts(as_json: bool, schema: bool) -> None:
    """Every fact table with its columns and their types: what a folder of facts may hold."""
    from dutybook.duties.manual import FACTS, describe_tables, manual_pages

    if schema:
        from dutybook.duties.scale.schema import facts_package

        click.echo(json.dumps(facts_package(), ensure_ascii=False, indent=2))
    elif as_json:
        click.echo(json.dumps(describe_tables(), ensure_ascii=False, indent=2))
    else:
        _print_page(manual_pages()[FACTS])


@command.command("manual")
@click.option(
    "--out",
    type=click.Path(path_type=Path, file_okay=False),
    default=Path("docs/manual"),
    show_default=True,
    help="The folder to write.",
)
def manual(out: Path) -> None:
    """Write the manual, one page a duty, into a folder; pages of other names there are removed."""
    from dutybook.duties.manual import INDEX, write_manual

    if out.is_dir() and any(out.iterdir()) and not (out / INDEX).is_file():
        raise click.ClickException(
            f"{out} holds other things and no manual. Name an empty folder or the manual's own; "
            "nothing was written."
        )
    changed = write_manual(out)
    for path in changed:
        click.echo(f"{'Written' if path.exists() else 'Removed'}: {path}")
    if not changed:
        click.echo(f"The manual in {out} is as the duties say; nothing was changed.")


def _named(key: str) -> "Duty":
    from dutybook.duties.catalogue import CATALOGUE

    if key not in CATALOGUE:
        near = difflib.get_close_matches(key, CATALOGUE, n=1)
        meant = f" Did you mean {near[0]}?" if near else ""
        raise click.BadParameter(
            f"There is no duty {key!r}.{meant} `dutybook duties list` shows them all.",
            param_hint="KEY",
        )
    return CATALOGUE[key]


def _print_page(page: str) -> None:
    """As wide as the terminal; piped, as wide as a printed page."""
    width = None if sys.stdout.isatty() else PIPED_WIDTH
    Console(width=width).print(Markdown(page))
