"""Published documents read in and written out: bytes in, data out; data in, bytes out.

Nothing here needs a database, a network or a clock.
"""
