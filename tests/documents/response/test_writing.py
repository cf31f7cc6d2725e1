from datetime import UTC, datetime

import pytest

from dutybook.documents.response import (
    FORMS,
    SCHEMA_NAME,
    ResponseError,
    to_html,
    write_response,
    writing,
)

MADE = datetime(2026, 11, 24, 9, tzinfo=UTC)
EVERY = sorted([*(f"response.{end}" for end in FORMS), SCHEMA_NAME])


def test_every_form_is_written_whole(converted, tmp_path):
    out = tmp_path / "new" / "folder"
    written = write_response(converted, out, made_at=MADE)
    assert sorted(p.name for p in out.iterdir()) == EVERY
    assert written.files["html"].read_text(encoding="utf-8") == to_html(converted)
    assert written.files["pdf"].read_bytes().startswith(b"%PDF-1.7")
    assert sorted([*(path.name for path in written.files.values()), written.schema.name]) == EVERY


def test_an_earlier_response_is_replaced_and_other_files_stay(converted, tmp_path):
    (tmp_path / "response.html").write_text("old")
    (tmp_path / "mine.txt").write_text("kept")
    write_response(converted, tmp_path, made_at=MADE)
    assert "old" not in (tmp_path / "response.html").read_text(encoding="utf-8")[:10]
    assert (tmp_path / "mine.txt").read_text() == "kept"


def test_a_disk_that_fills_leaves_nothing_half_written(converted, tmp_path, monkeypatch):
    (tmp_path / "response.html").write_text("old")
    real = writing._write_beside

    def full(folder, name, data):
        if name == "response.pdf":
            raise OSError(28, "No space left on device")
        return real(folder, name, data)

    monkeypatch.setattr(writing, "_write_beside", full)
    with pytest.raises(ResponseError, match="No space left"):
        write_response(converted, tmp_path, made_at=MADE)
    assert [p.name for p in tmp_path.iterdir()] == ["response.html"]
    assert (tmp_path / "response.html").read_text() == "old"


def test_a_document_that_cannot_be_set_leaves_no_folder(converted, tmp_path, monkeypatch):
    def fails(document):
        raise ResponseError(what="no.", where="here", remedy="none")

    monkeypatch.setattr(writing, "to_pdf", fails)
    with pytest.raises(ResponseError):
        write_response(converted, tmp_path / "out", made_at=MADE)
    assert not (tmp_path / "out").exists()


def test_a_folder_that_cannot_be_is_refused_with_its_name(converted, tmp_path):
    (tmp_path / "file").write_text("")
    (tmp_path / "taken" / "response.pdf").mkdir(parents=True)
    for out in (tmp_path / "file", tmp_path / "taken"):
        with pytest.raises(ResponseError) as caught:
            write_response(converted, out, made_at=MADE)
        assert caught.value.where == str(out)
    assert [p.name for p in (tmp_path / "taken").iterdir()] == ["response.pdf"]
