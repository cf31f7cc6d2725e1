"""A response as one web page that needs nothing beside itself."""

from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from dutybook.documents.response.contents import contents_of
from dutybook.documents.response.model import ResponseDocument

TEMPLATES = Path(__file__).parent / "templates"


def to_html(document: ResponseDocument) -> str:
    """The whole page, styles included: no script, and no request to anywhere."""
    environment = Environment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    return environment.get_template("response.html.jinja").render(contents_of(document))
