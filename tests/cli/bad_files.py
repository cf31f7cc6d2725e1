"""Files that nobody should have given: what each is called, how to make it."""

from collections.abc import Callable
from pathlib import Path


def _folder(path: Path) -> None:
    path.mkdir()


def _holding(data: bytes) -> Callable[[Path], None]:
    def make(path: Path) -> None:
        path.write_bytes(data)

    return make


def _huge(path: Path) -> None:
    with path.open("wb") as file:
        file.truncate(6 * 1024 * 1024 * 1024)  # a hole: it takes no room on the disk


def _loop(path: Path) -> None:
    path.symlink_to(path)


BAD_FILES: dict[str, Callable[[Path], None]] = {
    "absent": lambda path: None,
    "empty": _holding(b""),
    "blank": _holding(b" \n\t\n"),
    "binary": _holding(bytes(range(256)) * 40),
    "latin-1": _holding("Réponse à l'inspection\n".encode("latin-1")),
    "utf-16": _holding("Response\n".encode("utf-16")),
    "pdf": _holding(b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n"),
    "huge": _huge,
    "a-folder": _folder,
    "unreadable": _loop,  # rights do not stop root, a link to itself stops everybody
}
