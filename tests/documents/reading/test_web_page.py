from datetime import date

import pytest

from dutybook.documents.reading import ReadingError, read_published_response
from dutybook.documents.reading.model import plain_text

PAGE = b"""<!DOCTYPE html>
<html lang="en"><head><title>Window title</title><style>p { color: red }</style>
<body><h1>Exampleshire Mayor's response to the report on
'The management of offenders' (HMICFRS)</h1>
<dl><dt>Published on</dt><dd><p>15 April 2026</p></dd>
<dt>Recommendations</dt><dd>National</dd></dl>
<h2>Report summary</h2><p>Short
and plain.</p>
<table><tr><th>Description<th>Update
<tr><td><p>Recommendation 1 By 1 May 2026, forces should:</p><ul><li>act; and<li>say so.</ul>
<td>We do, where risk &lt;5.</tr></table>
<h2>Recommendation 2</h2><p>By 1 May 2026, forces should:</p><ul><li>rest.</li></ul><p>We rest.</p>
<script>ignored()</script>
<h2>Commissioner&rsquo;s response</h2><p>I agree.</p><p>Anna Example</p><p>Mayor</p>
"""


def test_a_web_page_of_the_same_form_reads_the_same_way():
    response = read_published_response(PAGE, name="page.html")
    assert response.unplaced == ()
    assert response.inspection.title == "The management of offenders"
    assert response.inspection.published == date(2026, 4, 15)
    assert response.inspection.scope == "National"
    assert plain_text(response.inspection.summary) == "Short and plain."
    one, two = response.recommendations
    assert [p.kind for p in one.text] == ["paragraph", "item", "item"]
    assert plain_text(one.position) == "We do, where risk <5."
    assert one.lines[0].number == 10
    assert plain_text(two.position) == "We rest."
    assert (response.statement.name, response.statement.office) == ("Anna Example", "Mayor")


def test_a_term_without_a_value_is_not_lost():
    response = read_published_response(b"<html><dl><dt>Alone<dt>Last</dt></dl>", name="p")
    assert " ".join(line.text for line in response.unplaced) == "Alone Last"


def test_a_page_that_breaks_off_is_refused_with_its_line():
    for part in (b"<!-- never closed", b"<script>never()"):
        with pytest.raises(ReadingError) as caught:
            read_published_response(b"<html><p>Words.</p>\n" + part, name="page.html")
        assert caught.value.where == "page.html, line 2"


def test_odd_tags_and_stray_brackets_lose_no_words():
    page = b"<html><x-y>One</x-y> < two &lt;3 <b>fo</b>ur."
    (line,) = read_published_response(page, name="p").unplaced
    assert line.text == "One < two <3 four."
