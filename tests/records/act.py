"""One action of a records room on one kind of subject, with input that it accepts."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from tests.ledger.scene import DAY, NOW, Scene

from dutybook.ledger.writes import Saved

AT = NOW - 2 * DAY


@dataclass(frozen=True)
class Act:
    """One action on one kind of subject.

    `made` first records something on the subject, and gives what the action needs to name it.
    `by` is who does it, a property of the scene; `by_name` when it is for whoever the fact names,
    whatever they may see, and for nobody else.
    """

    kind: str
    action: Callable[..., Saved]
    answers: Mapping[str, Any] = field(default_factory=dict)
    by: str = ""
    made: Callable[[Scene, int], dict[str, Any]] = lambda _scene, _subject: {}
    operation: str = "collection"
    names_subject: str = "subject_id"
    by_name: bool = False

    def on(self, scene: Scene, subject: int, given: Mapping[str, Any], **person: Any) -> Saved:
        """Do it with what `made` gave, as the right person unless told."""
        by = getattr(scene, self.by or BY[self.kind])
        whole = {"by": by, "now": NOW, self.names_subject: subject, **self.answers, **given}
        return self.action(**{**whole, **person})


BY = {
    "offender": "manager",
    "suspect": "investigator",
    "bail": "investigator",
    "order": "manager",
    "child": "manager",
    "staff": "wellbeing",
    "document": "liaison",
    "agreement": "liaison",
}
