"""The demonstration force: invented people, seeded, calibrated on published figures.

Nobody here exists. The force, its teams, its policies and every history are made from one seed, so
that the same seed, size and day give the same force. Its policies are illustrative values.
"""
