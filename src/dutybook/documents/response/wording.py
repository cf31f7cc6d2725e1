"""The fixed words of a response: one catalogue a language, English so far."""

from collections.abc import Mapping
from types import MappingProxyType

ENGLISH: Mapping[str, str] = MappingProxyType(
    {
        "skip": "Skip to the response",
        "title": "Response to the inspection report “{title}”",
        "title unknown": "Response to an inspection report",
        "not stated": "not stated",
        "facts": "This response",
        "body": "Local policing body",
        "holder": "Office-holder",
        "force": "Police force",
        "inspectorate": "Inspectorate",
        "published": "Report published",
        "last day": "Last day for this response",
        "last day value": "{day} (the 56th day, the day of publication being the first)",
        "last day unknown": "not known, because the day of publication is not",
        "responded": "Response published",
        "types": "Inspection types",
        "scope": "Recommendations",
        "duty": "What the law asks of this response",
        "duty text": "Under section 55 of the Police Act 1996 the local policing body publishes "
        "its own comments on the report, the chief officer’s comments, and its reply to those. "
        "For each recommendation it explains the action that it has taken or proposes to take, "
        "or why it has taken or proposes none. Where this page says “not stated”, nobody has "
        "said.",
        "summary": "The report in summary",
        "coverage": "All the recommendations",
        "coverage caption": "Each recommendation of the report, and what this response holds of it",
        "row": "Recommendation",
        "deadline": "Deadline",
        "asked of": "Asked of",
        "held": "In this response",
        "answered": "Text and force’s position",
        "no position": "Text; no position",
        "no text": "Text not available",
        "not available": "not available",
        "not known": "not known",
        "recommendation": "Recommendation {number}",
        "asked": "What is asked",
        "position": "What the force says, in its own words",
        "position absent": "The force’s position is not stated.",
        "signatory": "signatory: {name}",
        "evidence": "What the records show",
        "evidence caption": "Recommendation {number}: each part, and what the records show of it",
        "evidence absent": "No evidence from records stands beside this claim.",
        "limb": "Part",
        "limb asked": "What is asked",
        "finding": "Finding from the records",
        "figures": "Figures",
        "layers": "What was said of each part, by whom and when",
        "whole": "The whole recommendation",
        "part": "Part {key}",
        "own": "What the commissioner says",
        "action": "Action taken or proposed by the commissioner, or why none",
        "reply": "Reply to the chief officer’s comments",
        "promises": "What was promised, and what became of it",
        "statement": "The commissioner’s statement",
        "statement absent": "The commissioner’s statement is not stated.",
        "notes": "Remarks on the source document",
    }
)
