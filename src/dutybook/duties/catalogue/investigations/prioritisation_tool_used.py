"""Prioritisation tool used for every suspect, or the reason why not."""

from dutybook.duties.catalogue.investigations.prioritisation_tool_used_examples import EXAMPLES
from dutybook.duties.catalogue.investigations.tool_use import tool_duty

DUTY = tool_duty(
    key="prioritisation_tool_used",
    title="Prioritisation tool used for every suspect, or the reason why not",
    tool="prioritisation",
    of_this=(
        "Which tool this is and who keeps it is not published: the force says which one it uses. "
        "Its questions and scoring are not held here."
    ),
    examples=EXAMPLES,
)
