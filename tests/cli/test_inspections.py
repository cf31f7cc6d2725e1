"""Inspections in and out at the command line, as descriptions that anybody can write."""

import json
from dataclasses import replace
from pathlib import Path

from tests.cli.command import Installed

from dutybook.documents.inspections import (
    APRIL_2026,
    inspection_json,
    load_inspection,
    shipped_inspection,
)


def test_an_inspection_is_added_from_a_file_and_written_out_again(
    installed: Installed, tmp_path: Path
) -> None:
    invented = replace(
        shipped_inspection(APRIL_2026), key="invented-2026-09-report", version=1, title="Invented"
    )
    file, out = tmp_path / "invented.json", tmp_path / "out.json"
    file.write_text(inspection_json(invented), encoding="utf-8")
    assert "16 recommendations, 23 limbs" in installed.done("inspections", "add", file, "--dry-run")
    assert "Invented" not in installed.done("inspections", "list")
    assert "Kept." in installed.done("inspections", "add", file)
    assert "is here already" in installed.done("inspections", "add", file)
    assert "Invented" in installed.done("inspections", "list")
    installed.done("inspections", "export", invented.key, "--output", out)
    assert load_inspection(out.read_bytes(), name="out.json") == invented
    printed = installed.done("inspections", "export", APRIL_2026)
    assert json.loads(printed)["key"] == APRIL_2026
