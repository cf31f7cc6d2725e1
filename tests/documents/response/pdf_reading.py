"""What a PDF holds, taken back out of its bytes."""

import io
from collections.abc import Iterator

import pdfplumber
import pikepdf


def pdf_text(data: bytes) -> str:
    """The text of all pages, running headers and footers left out, with single spaces."""
    with pdfplumber.open(io.BytesIO(data)) as pdf:
        pages = [
            page.crop((0, 80, page.width, page.height - 75)).extract_text() for page in pdf.pages
        ]
    return " ".join(" ".join(pages).split())


def structure(data: bytes) -> list[tuple[str, dict[str, str]]]:
    """Every element of the structure tree with its tag, in reading order."""
    with pikepdf.open(io.BytesIO(data)) as pdf:
        return [
            (str(element.S).removeprefix("/"), _plain(element))
            for element in _elements(pdf.Root.StructTreeRoot)
        ]


def _elements(node: pikepdf.Object) -> Iterator[pikepdf.Dictionary]:
    children = node.get("/K", [])
    for child in children if isinstance(children, pikepdf.Array) else [children]:
        if isinstance(child, pikepdf.Dictionary) and "/S" in child:
            yield child
            yield from _elements(child)


def _plain(element: pikepdf.Dictionary) -> dict[str, str]:
    """The attributes of an element, flattened, as text."""
    attributes = element.get("/A", pikepdf.Array())
    listed = attributes if isinstance(attributes, pikepdf.Array) else [attributes]
    found = {key: str(value) for held in listed for key, value in held.items()}
    return found | {"/T": str(element.get("/T", ""))}
