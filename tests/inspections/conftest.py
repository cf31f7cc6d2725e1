"""The demonstration's force, the shipped inspection, and the sample response that answers it."""

from dataclasses import dataclass

import pytest
from tests.documents.real_documents import REAL_RESPONSE
from tests.ledger.scene import NOW, Scene, compile_kernel, make_scene

from dutybook.access.roles import Role
from dutybook.access.viewer import Viewer
from dutybook.documents.inspections import APRIL_2026
from dutybook.documents.samples import SAMPLE_NAME, sample_bytes
from dutybook.inspections.actions import ImportResult, import_response, load_library
from dutybook.inspections.models import Limb, Position

KEY = APRIL_2026
collect_ignore = [] if REAL_RESPONSE.exists() else ["test_real_import.py"]


@dataclass
class Answered(Scene):
    """The scene of the ledger's tests, whose force has answered the inspection."""

    @property
    def liaison(self) -> Viewer:
        return self.viewer("liaison", Role.INSPECTION_LIAISON, rank="chief_inspector")

    @property
    def deputy(self) -> Viewer:
        return self.viewer("deputy", Role.COMMISSIONERS_OFFICE)

    def position(self, code: str) -> dict[str, int]:
        """The force's position on a limb, as the actions are told of it."""
        limb = Limb.objects.get(code=code)
        position = Position.objects.get(
            recommendation_id=limb.recommendation_id, response__force=self.force
        )
        return {"position_id": position.pk, "limb_id": limb.pk}


@pytest.fixture(scope="session", autouse=True)
def kernel() -> None:
    """As a web worker does before its first request: no transaction waits for the compiler."""
    compile_kernel()


@pytest.fixture
def scene(db: None) -> Answered:
    """A demonstration force with two teams and the library loaded; nothing imported yet."""
    made = make_scene("wealdmoor")
    load_library(by=made.loader)
    return Answered(made.force, made.east, made.west)


@pytest.fixture
def imported(scene: Answered) -> ImportResult:
    return import_response(content=sample_bytes(), file_name=SAMPLE_NAME, by=scene.liaison, now=NOW)
