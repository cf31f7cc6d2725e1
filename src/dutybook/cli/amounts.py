"""Amounts of memory as people type them."""

import re

import click

_UNITS = {"": 1, "K": 1 << 10, "M": 1 << 20, "G": 1 << 30, "T": 1 << 40}


class Memory(click.ParamType[int]):
    """Bytes, written like 3GiB, 512MB or 2G (powers of 1,024 in each)."""

    name = "AMOUNT"

    def convert(
        self, value: object, param: click.Parameter | None, ctx: click.Context | None
    ) -> int:
        if isinstance(value, int):
            return value
        found = re.fullmatch(r"(\d+(?:\.\d+)?)\s*([KMGT]?)(?:i?B)?", str(value).strip(), re.I)
        amount = int(float(found[1]) * _UNITS[found[2].upper()]) if found else 0
        if amount < 1 << 30:
            self.fail(f"{value!r} is not an amount of memory of 1GiB or more, such as 3GiB",
                      param, ctx)  # fmt: skip
        return amount


MEMORY = Memory()
