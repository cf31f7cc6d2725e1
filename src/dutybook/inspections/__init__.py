"""Inspections, what they ask, what the force says, and what the records show of it."""
