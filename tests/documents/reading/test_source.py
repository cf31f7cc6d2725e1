import pytest

from dutybook.documents.reading import (
    ReadingError,
    load_published_response,
    read_published_response,
)
from dutybook.documents.reading.source import LARGEST_FILE


def refusal(data):
    with pytest.raises(ReadingError) as caught:
        read_published_response(data, name="answer.txt")
    return caught.value


@pytest.mark.parametrize(
    ("data", "what"),
    [
        (b"", "empty"),
        (b" \n\t\r\n", "only blank space"),
        (b"\xef\xbb\xbf\n", "no words"),
        (b"%PDF-1.7\n", "damaged"),
        (b"PK\x03\x04rest", "a damaged Word document"),
        ("Published".encode("utf-16"), "UTF-16"),
        (b"Recommendation 1\x00", "U+0000"),
        (b"x" * (LARGEST_FILE + 1), "larger than 5 MB"),
        (b"<!doctype html><title>Words only here</title>", "no words"),
    ],
)
def test_refuses_what_is_no_text(data, what):
    error = refusal(data)
    assert what in error.what
    assert error.where.startswith("answer.txt")
    assert error.remedy


def test_says_on_which_line_and_byte_the_encoding_breaks():
    error = refusal("Force’s\n".encode() + "Force’s".encode("cp1252"))
    assert error.where == "answer.txt, line 2, byte 15"
    assert "0x92" in error.what


def test_counts_bytes_and_not_letters_before_a_control_character():
    error = refusal("é\né\x07".encode())
    assert error.where == "answer.txt, line 2, byte 5"


def test_a_file_at_the_limit_is_read():
    line = b"By and by.\n"
    data = line * (LARGEST_FILE // len(line))
    assert len(read_published_response(data, name="long").unplaced) == data.count(b"\n")


def test_a_missing_file_and_a_folder_are_refused_with_their_name(tmp_path):
    for path in (tmp_path / "absent.txt", tmp_path):
        with pytest.raises(ReadingError) as caught:
            load_published_response(path)
        assert caught.value.where == str(path)
        assert caught.value.remedy


def test_a_byte_order_mark_and_windows_line_ends_change_nothing():
    text = "Published on: 15 April 2026\n\nRecommendation 3\n\nBy 1 May 2026, forces should act.\n"
    plain = read_published_response(text.encode(), name="a")
    windows = b"\xef\xbb\xbf" + text.replace("\n", "\r\n").encode()
    assert read_published_response(windows, name="a") == plain
