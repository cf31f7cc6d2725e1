"""Names of nobody: surnames that no register of births holds."""

from random import Random

FORENAMES = (
    "Abel", "Agnes", "Alban", "Bertram", "Brenna", "Cadell", "Clemency", "Corwin", "Delphine",
    "Edric", "Elowen", "Fenwick", "Ferelith", "Gideon", "Greta", "Hollis", "Idris", "Isolde",
    "Jory", "Kerensa", "Lamorna", "Leofric", "Mabyn", "Merrick", "Nerys", "Osbert", "Perran",
    "Quentin", "Rosalind", "Selwyn", "Tamsin", "Ulric", "Verity", "Wilmot", "Ysella", "Zennor",
)  # fmt: skip
FIRST_HALVES = (
    "Ash", "Bram", "Bris", "Cind", "Clover", "Cram", "Dapple", "Drift", "Fallow", "Fern", "Flint",
    "Gorse", "Hazel", "Hollow", "Juniper", "Larch", "Linden", "Marl", "Mizzle", "Nettle", "Oat",
    "Pebble", "Quill", "Rush", "Sedge", "Sorrel", "Tansy", "Thistle", "Umber", "Willow",
)  # fmt: skip
SECOND_HALVES = (
    "bottle", "brow", "combe", "crag", "fettle", "grove", "hanger", "kettle", "ling", "mere",
    "mottle", "nook", "pike", "quay", "rigg", "shaw", "spindle", "thwaite", "tump", "wick",
)  # fmt: skip


def person(chance: Random) -> str:
    """A name of two words."""
    surname = chance.choice(FIRST_HALVES) + chance.choice(SECOND_HALVES)
    return f"{chance.choice(FORENAMES)} {surname}"
