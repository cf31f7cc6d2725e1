"""The pages for signed-in people: what is due, what was done, what is late, and for whom.

A view asks the rooms below for one thing and draws it; it decides nothing itself.
"""
