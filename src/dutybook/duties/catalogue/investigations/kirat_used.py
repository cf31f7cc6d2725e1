"""KIRAT used for every suspect, or the reason why not."""

from dutybook.duties.catalogue.investigations.kirat_used_examples import EXAMPLES
from dutybook.duties.catalogue.investigations.tool_use import tool_duty

DUTY = tool_duty(
    key="kirat_used",
    title="KIRAT used for every suspect, or the reason why not",
    tool="kirat",
    of_this=(
        "KIRAT was made for people suspected of possessing, making, taking or sharing indecent "
        "images; for others, such as a suspect of grooming alone, the reason is recorded. Its "
        "questions and scoring are not held here."
    ),
    examples=EXAMPLES,
)
