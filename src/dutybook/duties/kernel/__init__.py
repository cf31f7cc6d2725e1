"""The compiled pass: marks in, entries and spans out. See `passes.run`."""
