"""Pages to text: paragraphs and headings apart, menus gone, hostile pages bounded."""

import contextlib
import time

import pytest

from claims.model.errors import BadInput
from claims.text.decode import decode
from claims.text.html_text import MAX_ELEMENTS, html_page

PARAGRAPH = (
    "More than 15,000 Soviet soldiers had died when the last of them crossed the bridge, and the war had "
    "cost the country a good deal more than its government was ever ready to admit in public."
)
NEWS = f"""<!doctype html><html><head><title>War ends | The Post</title></head><body>
<nav><a href=/>Home</a> <a href=/w>World</a></nav>
<article><h1>War ends</h1>
<p>{PARAGRAPH.replace(" ", chr(10), 3)}</p>
<h2>Dialogue initiated</h2>
<p>Moscow opened talks<br>in 2018. <script>alert(1)</script><a href=x>Others</a> <b>followed</b>.</p>
<ul><li>one point</li><li><p>another point</p></li></ul>
<table><tr><th>Year</th><th>Dead</th></tr><tr><td>1984</td><td>2,343</td></tr></table>
</article><aside>Buy now</aside><footer>© The Post</footer></body></html>"""


def _page(text, url=None):
    return html_page(decode(text.encode(), markup=True), url=url)


def test_news_page():
    blocks = _page(NEWS).text.split("\n\n")
    assert blocks[:4] == [
        "War ends",
        PARAGRAPH,
        "Dialogue initiated",
        "Moscow opened talks\nin 2018. Others followed.",
    ]
    assert "- one point" in blocks
    assert "- another point" in blocks
    assert "1984 | 2,343" in [block.strip() for block in blocks]
    assert not any(word in _page(NEWS).text for word in ("Home", "Buy now", "alert", "©"))


def test_metadata_comes_along():
    page = _page(NEWS, url="https://x.org/2021/08/31/war")
    assert page.title.value == "War ends | The Post"
    assert (page.published.value, page.published.where) == ("2021-08-31", "url")
    assert page.media_type == "text/html"


def test_short_page_keeps_its_paragraphs():
    page = _page(
        "<html><body><nav>Menu</nav><h1>War ends</h1><p>The war\nended.</p><p>All left.</p></body></html>"
    )
    assert page.text == "War ends\n\nThe war ended.\n\nAll left.\n"


def test_comments_of_readers_are_left_out():
    page = _page(
        NEWS.replace(
            "</article>",
            "</article><div id=comments class=comments><p>" + "I disagree! " * 40 + "</p></div>",
        )
    )
    assert "disagree" not in page.text


@pytest.mark.parametrize(
    "page",
    [
        "",
        " ",
        "<html></html>",
        "<html><head><script>var a = 1</script></head><body><script>f()</script></body></html>",
        "<html><body><!-- nothing --></body></html>",
        "<html><body><img src=x></body></html>",
    ],
    ids=["empty", "blank", "no body", "only scripts", "only a comment", "only a picture"],
)
def test_pages_without_text_give_none(page):
    assert _page(page).text == ""


@pytest.mark.parametrize(
    "page",
    [
        "<html><body>" + "<div>" * 100_000 + "deep" + "</div>" * 100_000,
        "<html><body>" + "<div><p>word " * 50_000,
        "<html><body>" + f"<p>{PARAGRAPH}</p>" * 27_000,
        "<html><body>" + "<!--" * 100_000,
        "<" * 1_000_000,
        "<html><body><p>" + "&amp;" * 500_000,
        "<html><body><p " + "a=1 " * 300_000 + ">x",
        "<html><head><title>" + "x" * 2_000_000,
    ],
    ids=[
        "nested divs",
        "unclosed",
        "five megabytes",
        "comments",
        "brackets",
        "entities",
        "attributes",
        "title",
    ],
)
def test_hostile_pages_end(page):
    start = time.process_time()
    with contextlib.suppress(BadInput):
        assert _page(page).media_type == "text/html"
    assert time.process_time() - start < 40  # 3 s at most on a quiet machine


def test_too_many_elements_are_refused():
    with pytest.raises(BadInput, match="more than 200,000"):
        _page("<html><body>" + "<p>x" * (MAX_ELEMENTS + 1))


def test_same_page_gives_the_same_text_again():
    assert _page(NEWS) == _page(NEWS)
