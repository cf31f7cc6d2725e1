"""The style inside a response's page, by its hash, for a site that lets pages load nothing else."""

import base64
import hashlib
import re

_STYLE = re.compile(r"<style[^>]*>(.*?)</style>", re.S)


def style_sources(page: str) -> list[str]:
    """A `style-src` source for each style element of the page, as browsers count its SHA-256."""
    return [
        f"'sha256-{base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()}'"
        for style in _STYLE.findall(page)
    ]
