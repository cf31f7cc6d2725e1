"""Whatever the lines, the reader does not fall over, and no line is lost or held twice."""

from collections import Counter

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.documents.accounting import non_blank_lines, placed_lines

from dutybook.documents.reading import read_published_response
from dutybook.documents.reading.markup import strip_markup

LIKELY = st.sampled_from(
    [
        "",
        "",
        "Anna Example",
        "Mayor",
        "Exampleshire Mayor's response to the report on 'Some long title of it' (HMICFRS)",
        "Title of inspection: A",
        "Published on: 31 June 2026",
        "Recommendations: National",
        "Report summary",
        "The report makes 3 recommendations.",
        "Recommendations from Inspectors and Force response",
        "Description\tUpdate",
        "<p>Recommendation 1 By 31 October 2026, forces should:</p> <ul> • a; • b.\t<p>Done.</p>",
        "\tRecommendation 2 By 30 October 2026, forces should act.",
        "Recommendation 2",
        "By 31 October 2026, forces should:",
        "- act; and",
        "say so;",
        "We have self-certified this; work is ongoing.",
        "Force response",
        "What was asked",
        "Commissioner's response:",
        "Police and Crime Commissioner",
        "Page 3",
        "<ul>",
        "&nbsp;",
    ]
)
ANY_LINE = st.text(st.characters(exclude_categories=["Cc", "Cs"]), max_size=60)


@settings(max_examples=300, deadline=None, derandomize=True)
@given(st.lists(LIKELY | ANY_LINE, min_size=1, max_size=40))
def test_every_line_stands_in_exactly_one_key(lines):
    text = "Begin.\n" + "\n".join(lines)
    response = read_published_response(text.encode(), name="any")
    assert placed_lines(response) == non_blank_lines(text)
    for line in (li for held in response.lines_by_key().values() for li in held):
        assert line.text == strip_markup(text.split("\n")[line.number - 1])


@settings(max_examples=200, deadline=None, derandomize=True)
@given(st.lists(LIKELY, min_size=1, max_size=40))
def test_no_word_of_a_recommendation_or_statement_is_lost(lines):
    response = read_published_response(("Begin.\n" + "\n".join(lines)).encode(), name="any")
    for part in (*response.recommendations, response.statement):
        shown = Counter(word for p in part.text for word in p.text.split())
        for passage in getattr(part, "position", ()):
            shown.update(passage.text.split())
        shown.update((getattr(part, "name", None) or "").split())
        shown.update((getattr(part, "office", None) or "").split())
        for line in part.lines:
            shown.update(line.text.split() if _is_heading(line.text) else [])
        held = Counter(word for line in part.lines for word in line.text.split())
        for word in ("Recommendation", "1", "2", "-", "•"):
            held.pop(word, None)
            shown.pop(word, None)
        assert held == shown


def _is_heading(words):
    return words in {"Force response", "What was asked", "Commissioner's response:"}


@settings(max_examples=100, deadline=None, derandomize=True)
@given(st.text(max_size=300))
def test_reading_twice_is_reading_once(text):
    data = ("Begin. " + "".join(c for c in text if c.isprintable() or c in "\n\t")).encode(
        "utf-8", "ignore"
    )
    first = read_published_response(data, name="any")
    assert first == read_published_response(data, name="any")
    assert first.to_json() == read_published_response(data, name="any").to_json()
