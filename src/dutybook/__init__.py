"""Dutybook: what is due, what is met, and the proof."""
