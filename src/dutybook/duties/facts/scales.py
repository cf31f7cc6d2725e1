"""Scales that several fact tables share."""

RANKS = (
    "constable",
    "sergeant",
    "inspector",
    "chief_inspector",
    "superintendent",
    "chief_superintendent",
    "assistant_chief_constable",
    "deputy_chief_constable",
    "chief_constable",
)
"""Police ranks, lowest first (Police Act 1996, ss. 9H and 13, and the force's ACPO ranks)."""

RISK_LEVELS = ("low", "medium", "high", "very_high", "unknown")
