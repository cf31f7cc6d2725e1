"""The rule that every reading keeps: each non-blank line stands in exactly one key."""

from collections import Counter

from dutybook.documents.reading import PublishedResponse


def non_blank_lines(text: str) -> Counter[int]:
    return Counter(n for n, line in enumerate(text.split("\n"), start=1) if line.strip())


def placed_lines(read: PublishedResponse) -> Counter[int]:
    """How often each line number stands in the result, over all keys."""
    return Counter(line.number for lines in read.lines_by_key().values() for line in lines)


def words_of(read: PublishedResponse, key: str) -> Counter[str]:
    """The words of the lines that a key holds, as the result shows those lines."""
    return Counter(word for line in read.lines_by_key()[key] for word in line.text.split())
