"""A sample of a published response: an invented force and commissioner, our own sentences.

It is as untidy as such documents are: half a pasted table with raw markup, half prose, a page
header inside the text, two forms of the title, one deadline a day off the others.
"""

from importlib.resources import files

SAMPLE_NAME = "wealdmoor-response-2026.txt"
SAMPLE_FORCE = "Wealdmoor Police"


def sample_bytes() -> bytes:
    """The bytes of the sample, as a file would hold them."""
    return files(__package__).joinpath(SAMPLE_NAME).read_bytes()
