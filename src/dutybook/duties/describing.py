"""A duty as plain data, for programs: in brief, and in full with its worked examples."""

from dataclasses import asdict
from typing import Any

from dutybook.duties.language import Duty
from dutybook.duties.wording import holds_in_words, met_in_words, opens_in_words, tables_read


def in_brief(duty: Duty) -> dict[str, Any]:
    """What a list of duties says of each."""
    return {
        "key": duty.key,
        "title": duty.title,
        "form": duty.form,
        "limbs": list(duty.limbs),
        "source": asdict(duty.source),
        "author": duty.drafted_by,
        "checker": duty.checked,
        "next_review": duty.review_date.isoformat(),
        "policy": list(duty.policies),
    }


def in_full(duty: Duty) -> dict[str, Any]:
    """The same, and everything else that the manual's page of the duty says."""
    return in_brief(duty) | {
        "definition_version": duty.definition_version,
        "subject": duty.subject,
        "owed_by": duty.owed_by,
        "why_it_matters": duty.why_it_matters,
        "applies": [holds_in_words(holds) for holds in duty.applies],
        "opens": list(opens_in_words(duty)),
        "met": list(met_in_words(duty)),
        "levels": list(duty.levels.order) if duty.levels else [],
        "facts": list(tables_read(duty)),
        "examples": [asdict(example) for example in duty.examples],
    }
