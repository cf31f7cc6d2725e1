"""Pictures of numbers as SVG: a title and a description inside, and a table beside them always.

A picture says nothing that the table does not. Nothing in it is script or style: colours are plain
attributes, which a page may overrule by the classes.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape
from typing import Final

_WIDTH, _HEIGHT = 720, 190
_BASE, _ROOM = 160, 140


@dataclass(frozen=True)
class Part:
    """One kind of thing that a bar is made of: its name, its class and its colour."""

    name: str
    style: str
    fill: str


LATE: Final = Part("Overdue", "late", "#7f2c10")
UNSURE: Final = Part("Level unknown or no standard", "unsure", "#c78a3b")
REST: Final = Part("The rest of what was open", "rest", "#9db4bf")


@dataclass(frozen=True)
class Bar:
    """One bar: what stands beneath it, and how many of each part, from the bottom up."""

    label: str
    counts: tuple[int, ...]

    @property
    def total(self) -> int:
        return sum(self.counts)


def stacked_bars(
    bars: Sequence[Bar], parts: Sequence[Part], *, title: str, said: str, name: str = "bars"
) -> str:
    """An SVG of bars side by side, each of the parts in their order from the bottom up.

    `said` describes the picture to those who do not see it; `name` tells it from others on a page.
    Empty when every bar is. Raises ValueError for a bar with more or fewer counts than parts.
    """
    most = max((bar.total for bar in bars), default=0)
    if not most:
        return ""
    wide = _WIDTH / len(bars)
    drawn = [
        _drawn(bar, parts, at * wide + wide * 0.15, wide * 0.7, _ROOM / most)
        for at, bar in enumerate(bars)
    ]
    return "\n".join(
        [
            f'<svg class="db-bars" xmlns="http://www.w3.org/2000/svg" '
            f'viewBox="0 0 {_WIDTH} {_HEIGHT}" role="img" '
            f'aria-labelledby="{name}-title {name}-desc" focusable="false">',
            f'<title id="{name}-title">{escape(title)}</title>',
            f'<desc id="{name}-desc">{escape(said)}</desc>',
            f'<line class="db-bars__base" x1="0" y1="{_BASE}" x2="{_WIDTH}" y2="{_BASE}" '
            'stroke="#4c5a61"/>',
            *drawn,
            "</svg>",
        ]
    )


def _drawn(bar: Bar, parts: Sequence[Part], left: float, wide: float, scale: float) -> str:
    top = float(_BASE)
    lines = []
    for part, count in zip(parts, bar.counts, strict=True):
        high = count * scale
        top -= high
        lines.append(
            f'<rect class="db-bars__{part.style}" fill="{part.fill}" x="{left:.1f}" '
            f'y="{top:.1f}" width="{wide:.1f}" height="{high:.1f}"/>'
        )
    middle = left + wide / 2
    lines.append(
        f'<text class="db-bars__label" x="{middle:.1f}" y="178" text-anchor="middle" '
        f'font-size="13" fill="#4c5a61">{escape(bar.label)}</text>'
    )
    return "\n".join(lines)
