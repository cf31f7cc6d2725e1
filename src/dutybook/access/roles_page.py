"""The roles table as a page of the documentation: `python -m dutybook.access.roles_page`."""

from collections.abc import Iterable

from dutybook.access.roles import EXCLUSIVE_ROLES, TABLE, TEAM_ROLES, Reach, RecordKind, Role

INTRODUCTION = """# Who may reach what

Made from `src/dutybook/access/roles.py`; change it there and write this page again with
`python -m dutybook.access.roles_page > docs/roles.md`.

A cell says how far a role reads, then how far it writes: *own* (what is allocated to the person),
*team* (a team in which the role is held), *force* (anything of the person's force), nothing. With
*+ restricted* the role also reaches restricted records that far; anyone else reaches a restricted
record only as its owner or by a grant for that one record. What is allocated to a person is open
to them wherever their role reaches the kind at all. Nobody reaches another force. A record that a
person may not know of answers exactly as one that does not exist.
"""


def roles_page() -> str:
    """The documentation page, in Markdown."""
    kinds = list(RecordKind)
    lines = [INTRODUCTION]
    for start in range(0, len(kinds), 4):
        lines += [*_table(kinds[start : start + 4]), ""]
    lines.append(f"Held in one team: {_listed(TEAM_ROLES)}. The other roles are held in the force.")
    lines.append("")
    lines.append(f"Held alone, beside no other role: {_listed(EXCLUSIVE_ROLES)}.")
    return "\n".join(lines) + "\n"


def _table(kinds: list[RecordKind]) -> Iterable[str]:
    yield "| | " + " | ".join(_words(kind) for kind in kinds) + " |"
    yield "|---" * (len(kinds) + 1) + "|"
    for role in Role:
        yield f"| {role.label} | " + " | ".join(_cell(role, kind) for kind in kinds) + " |"


def _cell(role: Role, kind: RecordKind) -> str:
    allowed = TABLE[role, kind]
    if allowed.read is Reach.NONE:
        return "nothing"
    reading = f"reads {_words(allowed.read.name)}"
    if allowed.restricted:
        reading += " + restricted"
    if allowed.write is Reach.NONE:
        return reading
    return f"{reading}, writes {_words(allowed.write.name)}"


def _listed(roles: frozenset[Role]) -> str:
    return ", ".join(role.label.lower() for role in Role if role in roles)


def _words(name: str) -> str:
    return name.lower().replace("_", " ")


if __name__ == "__main__":
    print(roles_page(), end="")  # noqa: T201 - the page goes to standard output
