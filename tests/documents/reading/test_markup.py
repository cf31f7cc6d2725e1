import pytest

from dutybook.documents.reading import ReadingError
from dutybook.documents.reading.markup import passages_of, strip_markup
from dutybook.documents.reading.model import Passage, plain_text


def test_a_pasted_list_becomes_paragraph_and_items():
    cell = '<p>Forces should:</p> <ul style="list-style-type: none"> • act; and • say so. '
    assert passages_of(cell) == (
        Passage("paragraph", "Forces should:"),
        Passage("item", "act; and"),
        Passage("item", "say so."),
    )


def test_list_items_in_tags_are_items():
    assert (
        plain_text(passages_of("<ul><li>One</li><li>Two</li></ul>After")) == "- One\n- Two\nAfter"
    )


@pytest.mark.parametrize(
    ("written", "words"),
    [
        ("Police &amp; Crime", "Police & Crime"),
        ("Police & Crime", "Police & Crime"),
        ("a&nbsp;b", "a b"),
        ("&lt;p&gt;Twice encoded&lt;/p&gt;", "Twice encoded"),
        ("risk <5 and <unknown>", "risk <5 and <unknown>"),
        ("high<b>er</b> risk", "higher risk"),
        ("R&Duty and &para; and &bogus;", "R&Duty and ¶ and &bogus;"),
        ("sus&shy;pect", "suspect"),
        ("<!-- a note -->kept", "kept"),
    ],
)
def test_words_are_kept_and_markup_is_not(written, words):
    assert strip_markup(written) == words


def test_a_dash_is_a_bullet_only_at_the_start():
    assert passages_of("- one - two") == (Passage("item", "one - two"),)
    assert passages_of("one - two") == (Passage("paragraph", "one - two"),)


def test_markup_without_end_is_refused():
    with pytest.raises(ReadingError, match="nested"):
        strip_markup("<p" * 40 + ">" * 40)
