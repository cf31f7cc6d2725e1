"""A response as plain text: the same contents, for a letter, a reader or a screen of any kind."""

import textwrap
from typing import Any, Final

from dutybook.documents.response.contents import contents_of
from dutybook.documents.response.model import ResponseDocument

WIDTH: Final = 78


def to_text(document: ResponseDocument) -> str:
    """The whole response in UTF-8 text, lines of at most 78 characters but for long words."""
    contents: dict[str, Any] = contents_of(document)
    words = contents["wording"]
    lines = [*_heading(contents["title"], "=")]
    if contents["provenance"]:
        lines += [*_paragraph(contents["provenance"]), ""]
    lines += _heading(words["facts"], "-")
    lines += [line for fact in contents["facts"] for line in _term(fact)] + [""]
    lines += [*_heading(words["duty"], "-"), *_paragraph(words["duty text"]), ""]
    if contents["summary"]:
        lines += [*_heading(words["summary"], "-"), *_blocks(contents["summary"])]
    lines += _heading(words["coverage"], "-")
    for row in contents["coverage"]:
        said = f"{row['number']}: {row['held']}. {words['deadline']}: {row['deadline']}. "
        lines += _hanging(f"{said}{words['asked of']}: {row['asked_of']}.")
    lines.append("")
    for one in contents["recommendations"]:
        lines += _recommendation(one, words)
    lines += _heading(words["statement"], "-")
    lines += _blocks(contents["statement"]) or [*_paragraph(words["statement absent"]), ""]
    if contents["signature"]:
        lines += [*contents["signature"], ""]
    if contents["notes"]:
        lines += _heading(words["notes"], "-")
        lines += [line for note in contents["notes"] for line in _hanging(note)]
    return "\n".join(lines).rstrip() + "\n"


def _recommendation(one: dict[str, Any], words: dict[str, str]) -> list[str]:
    lines = _heading(one["heading"], "-")
    lines += [*_paragraph(f"{words['deadline']}: {one['deadline']}"), ""]
    lines += [words["asked"], "", *_blocks(one["asked"])]
    lines += [words["position"], ""]
    lines += _blocks(one["position"]) or [*_paragraph(words["position absent"]), ""]
    for mark in one["marks"]:
        lines += [*_paragraph(f"({mark})"), ""]
    lines += [words["evidence"], ""]
    for limb in one["limbs"]:
        lines += _hanging(f"{limb['key']}: {limb['asked']}")
        lines += _hanging(f"{words['finding']}: {limb['finding']}", "    ")
        lines += _hanging(limb["tested"], "    ") if limb["tested"] else []
        lines += _hanging(f"{words['figures']}: {limb['figures']}", "    ")
    if not one["limbs"]:
        lines += _paragraph(words["evidence absent"])
    if one["layers"]:
        lines += ["", words["layers"], ""]
    for part in one["layers"]:
        lines += _paragraph(f"{part['heading']}:")
        lines += [line for said in part["said"] for line in _hanging(said)]
    lines += ["", words["own"], ""]
    lines += [line for said in one["own"] for line in _term(said)]
    if one["promises"]:
        lines += ["", words["promises"], ""]
        lines += [line for promise in one["promises"] for line in _hanging(promise)]
    return [*lines, ""]


def _heading(text: str, rule: str) -> list[str]:
    wrapped = _paragraph(text)
    return [*wrapped, rule * max(len(line) for line in wrapped), ""]


def _term(said: dict[str, Any]) -> list[str]:
    return _hanging(f"{said['term']}: {said['value']}")


def _blocks(blocks: list[dict[str, Any]]) -> list[str]:
    lines: list[str] = []
    for block in blocks:
        if block["kind"] == "list":
            lines += [line for item in block["items"] for line in _hanging(item)]
        else:
            lines += _paragraph(block["text"])
        lines.append("")
    return lines


def _paragraph(text: str) -> list[str]:
    return textwrap.wrap(text, WIDTH, break_long_words=False, break_on_hyphens=False)


def _hanging(text: str, indent: str = "") -> list[str]:
    return textwrap.wrap(
        text,
        WIDTH,
        initial_indent=f"{indent}- ",
        subsequent_indent=f"{indent}  ",
        break_long_words=False,
        break_on_hyphens=False,
    )
