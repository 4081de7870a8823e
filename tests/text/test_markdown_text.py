"""Markdown: what stays, what goes, and the fields of the front matter."""

import time

import pytest

from claims.model.errors import BadInput
from claims.text.decode import decode
from claims.text.markdown_text import MAX_LENGTH, markdown_page
from claims.text.page import NOTHING, Found


def _page(text):
    return markdown_page(decode(text.encode()))


TEXTS = [
    ("# Head\n\nPara.", "Head\n\nPara.\n", "heading on its own line"),
    ("Head\n====\nPara.", "Head\n\nPara.\n", "underlined heading"),
    ("One\nline.", "One line.\n", "soft line break becomes a blank"),
    ("One  \nline.", "One\nline.\n", "hard line break stays"),
    ("*a* **b** `c` [d](https://x) <b>e</b>", "a b c d e\n", "marks go, words stay"),
    ("![map](map.png)\n\nText.", "Text.\n", "pictures leave nothing"),
    ("<div>raw</div>\n\nText.", "Text.\n", "raw HTML leaves nothing"),
    ("<script>alert(1)</script>\n\nText.", "Text.\n", "nor do scripts"),
    ("- one\n- two", "- one\n\n- two\n", "bullets"),
    ("3. one\n4. two", "3. one\n\n4. two\n", "numbers as written"),
    ("- one\n\n  more", "- one\n\nmore\n", "second paragraph of an item has no bullet"),
    ("> quoted\n> words", "quoted words\n", "quotation"),
    ("| a | b |\n|---|---|\n| 1 | 2 |", "a | b\n\n1 | 2\n", "table rows"),
    ("```\nx = 1\n```", "x = 1\n", "code block"),
    ("A &amp; B &copy;", "A & B ©\n", "entities"),
    ("1\\. no list", "1. no list\n", "escapes"),
    ("", "", "nothing"),
]


@pytest.mark.parametrize(("given", "text", "why"), TEXTS, ids=[row[-1] for row in TEXTS])
def test_texts(given, text, why):
    assert _page(given).text == text, why


def test_front_matter_gives_the_fields():
    page = _page(
        "---\ntitle: \"War: the end\"\nAuthor: 'Jane Doe'\ndate: 31 August 2021\nlastmod: 2021-09-01\n"
        "publisher: The Post\nurl: https://example.org/war\ntags:\n  - war\n---\n# War\n\nText."
    )
    assert page.title == Found("War: the end", "front matter title")
    assert page.author == Found("Jane Doe", "front matter author")
    assert page.published == Found("2021-08-31", "front matter date")
    assert page.modified == Found("2021-09-01", "front matter lastmod")
    assert page.publisher == Found("The Post", "front matter publisher")
    assert page.canonical_url == "https://example.org/war"
    assert page.text == "War\n\nText.\n"


def test_title_from_the_first_heading_and_day_from_a_dateline():
    page = _page("# War *ends*\n\nMonday, 5 July 2021\n\nText.")
    assert page.title == Found("War ends", "first heading")
    assert page.published == Found("2021-07-05", "dateline")


@pytest.mark.parametrize("text", ["---\ntitle: x\nno end", "--- \n", "\n---\ntitle: x\n\n---\n"])
def test_what_only_looks_like_front_matter(text):
    assert _page(text).title == NOTHING


@pytest.mark.parametrize(
    "unit",
    ["[", "![", "*a ", "**a_", "`", "> ", "- ", "[a](", "<", "&", "|-", "\n-", "#\n", "~~~\n"],
)
def test_hostile_markdown_ends(unit):
    start = time.process_time()
    _page(unit * (50_000 // len(unit)))
    assert time.process_time() - start < 20  # 0.7 s at most on a quiet machine


def test_very_long_markdown_is_refused():
    with pytest.raises(BadInput, match="5,000,000 characters"):
        _page("word " * (MAX_LENGTH // 5 + 1))
