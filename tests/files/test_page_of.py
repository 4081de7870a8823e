"""The one entry for bytes from files and from the web."""

import subprocess
import sys
import time
from pathlib import Path

import pytest
from files.pdf_builder import pdf
from hypothesis import given
from hypothesis import strategies as st

from claims.files.page_of import page_of
from claims.model.errors import BadInput

WORDS = "The war ended in 1989, and more than 15,000 soldiers had died by then."
SHARED = Path(__file__).parents[3] / "shared"

GOOD = [
    (WORDS.encode(), "a.txt", None, "text/plain", "utf-8", "text file"),
    (
        b"MIME-Version: 1.0 is a header.\n\nContent-Type: multipart/mixed; " + WORDS.encode(),
        "a.txt",
        None,
        "text/plain",
        "utf-8",
        "text about mails",
    ),
    (
        b"Subject: War\nMIME-Version: 1.0\nContent-Type: text/plain\n\n" + WORDS.encode(),
        "a.eml",
        None,
        "text/plain",
        "utf-8",
        "mail that is plain text",
    ),
    (b"# War\n\n" + WORDS.encode(), "a.md", None, "text/markdown", "utf-8", "Markdown file"),
    (f"<html><p>{WORDS}</p></html>".encode(), "a.html", None, "text/html", "utf-8", "HTML file"),
    (
        f"<html><p>{WORDS}</p></html>".encode(),
        "a.txt",
        "text/plain",
        "text/html",
        "utf-8",
        "HTML named .txt",
    ),
    (
        f"<html><p>{WORDS} “So.”</p></html>".encode("cp1252"),
        None,
        "text/html; charset=windows-1252",
        "text/html",
        "http",
        "server's charset",
    ),
    (
        f"<html><meta charset=koi8-r><p>{WORDS} Война</p></html>".encode("koi8-r"),
        None,
        "text/html",
        "text/html",
        "meta",
        "page's charset",
    ),
    (
        f"{WORDS} Élysée".encode("cp1252"),
        None,
        "text/plain; charset=utf-8",
        "text/plain",
        "detected",
        "wrong charset declared",
    ),
    (WORDS.encode("utf-16"), "a.txt", None, "text/plain", "bom", "UTF-16 with mark"),
    (WORDS.encode("utf-16-le"), "a.txt", None, "text/plain", "detected", "UTF-16 without mark"),
    (pdf(), "a.pdf", None, "application/pdf", "pdf", "PDF file"),
    (pdf(), None, "text/html; charset=utf-8", "application/pdf", "pdf", "PDF declared a page"),
]


@pytest.mark.parametrize(
    ("raw", "name", "content_type", "kind", "charset_from", "why"), GOOD, ids=[r[-1] for r in GOOD]
)
def test_good_input(raw, name, content_type, kind, charset_from, why):
    page = page_of(raw, name=name, content_type=content_type)
    assert (page.media_type, page.charset_from) == (kind, charset_from), why
    assert "15,000" in page.text


BAD = [
    (b"", "a.txt", None, "a.txt holds no readable text", "empty"),
    (b" \n\t ", "a.txt", None, "a.txt holds no readable text", "white space"),
    (b"\xef\xbb\xbf", "a.txt", None, "a.txt holds no readable text", "only a byte order mark"),
    (b"<html><body></body></html>", "a.html", None, "a.html holds no readable text", "empty page"),
    (
        b"<html><script>var a = 1</script></html>",
        None,
        "text/html",
        "no readable text",
        "page of scripts",
    ),
    (b"\x89PNG\r\n\x1a\n" + b"\0" * 100, "a.txt", None, "looks like a PNG image", "PNG named .txt"),
    (b"abc\0def\0\0\x01\x02\x03", "a.txt", None, "binary", "zeros"),
    (
        b"MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=B\r\n\r\n--B\r\n\r\n<p>x=",
        "a.mht",
        None,
        "looks like a mail or a page saved as one",
        "page saved as a mail",
    ),
    (
        b"Subject: x\nMIME-Version: 1.0\nContent-Transfer-Encoding: base64\n\nVGhlIHdhcg==\n",
        None,
        None,
        "looks like a mail",
        "mail in base64",
    ),
    (pdf()[:300], "a.pdf", None, "damaged or truncated", "truncated PDF"),
    (WORDS.encode(), "a.pdf", None, "no PDF header", "text named .pdf"),
    (b"<rss version='2.0'><channel/></rss>", None, "application/rss+xml", "is a feed", "feed"),
    (b'{"a": 1}', None, "application/json", "is JSON", "JSON"),
    (b"WARC/1.1\r\n", "a.warc", None, "web archive", "WARC"),
    (b"PK\x03\x04" + b"\0" * 50, "a.docx", None, "zip archive", "zip"),
]


@pytest.mark.parametrize(
    ("raw", "name", "content_type", "message", "why"), BAD, ids=[r[-1] for r in BAD]
)
def test_bad_input(raw, name, content_type, message, why):
    with pytest.raises(BadInput, match=message) as caught:
        page_of(raw, name=name, content_type=content_type)
    assert "\n" not in str(caught.value), why


def _outcome(raw, **options):
    """The text, or the message that says why there is none; any other exception is a defect."""
    try:
        return page_of(raw, **options).text.strip()
    except BadInput as error:
        return "" if "\n" in str(error) else str(error)


def test_deep_page_ends_quickly():
    page = b"<html><body>" + b"<div>" * 100_000 + WORDS.encode() + b"</div>" * 100_000
    start = time.perf_counter()
    with pytest.raises(BadInput, match="no readable text"):
        page_of(page, name="deep.html")
    assert time.perf_counter() - start < 10


@given(
    st.binary(max_size=200),
    st.sampled_from([None, "a.txt", "a.md", "a.html", "a.xml", "a"]),
    st.sampled_from([None, "text/html", "text/plain; charset=x", "text/html;charset=\"'", "\udcff"])
    | st.text(max_size=30),
)
def test_any_bytes_give_a_page_or_bad_input(raw, name, content_type):
    if b"%PDF-" in raw:
        return
    assert _outcome(raw, name=name, content_type=content_type)


@given(
    st.text(alphabet="<>/!-ab \n\"'=&;[]()#*_`|:{}@", max_size=200),
    st.sampled_from(["a.md", "a.html"]),
)
def test_any_markup_gives_a_page_or_bad_input(text, name):
    assert _outcome(text.encode(), name=name)


def test_plain_text_loads_no_heavy_library():
    code = (
        "import sys; from claims.files.page_of import page_of; page_of(b'words', name='a.txt');"
        "print([m for m in ('trafilatura', 'pypdf', 'markdown_it', 'lxml') if m in sys.modules])"
    )
    done = subprocess.run(
        [sys.executable, "-c", code],
        cwd=Path(__file__).parents[2],
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout.strip() == "[]"


@pytest.mark.shared
def test_seed_article_is_stored_character_for_character():
    if not SHARED.is_dir():
        pytest.skip("the evaluation data is not beside this checkout")
    raw = (SHARED / "seed" / "article.txt").read_bytes()
    page = page_of(raw, name="article.txt")
    assert page.text == raw.decode("utf-8")
    assert (
        page.title.value
        == "Afghanistan: Putin’s balancing act between the Taliban and partners in the region"
    )
