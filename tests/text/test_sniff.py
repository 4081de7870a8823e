"""Media types: content beats a declaration, a declaration beats the name; foreign files by name."""

import pytest

from claims.model.errors import BadInput
from claims.text.sniff import media_type

TYPES = [
    # raw, name, declared, expected, why
    (b"The war ended.", "a.txt", None, "text/plain", "plain text by name"),
    (b"The war ended.", None, None, "text/plain", "plain text without a name"),
    (b"The war ended.", None, "text/csv; charset=x", "text/plain", "any other text type"),
    (b"The war ended.", "a", "application/octet-stream", "text/plain", "says nothing"),
    (b"# Head", "a.MD", None, "text/markdown", "ending in capitals"),
    (b"# Head", "a.markdown", None, "text/markdown", "long ending"),
    (b"# Head", "a.txt", "text/markdown", "text/markdown", "declaration beats name"),
    (b"<p align=center>x", "a.md", None, "text/markdown", "Markdown may begin with HTML"),
    (b"<!DOCTYPE html><p>x", "a.txt", "text/plain", "text/html", "a page beats both"),
    (b" \n<!-- c -->\n<HTML lang=en>", None, None, "text/html", "comment and capitals first"),
    (b'<?xml version="1.0"?>\n<!DOCTYPE html PUBLIC "x">', None, None, "text/html", "XHTML"),
    ("\ufeff<html>".encode(), None, None, "text/html", "after a mark"),
    ("<html><p>x".encode("utf-16"), None, None, "text/html", "UTF-16 page"),
    (b"<p>One paragraph", None, None, "text/html", "fragment without a name"),
    (b"<p>is how paragraphs begin", "a.txt", None, "text/plain", "a text about HTML"),
    (
        b'<?xml version="1.0"?>\n<gpx><name>A</name></gpx>',
        "a.txt",
        None,
        "application/xml",
        "XML by its first line",
    ),
    (b"x < y and y > z", None, None, "text/plain", "comparison signs"),
    (b"An article", None, "text/html", "text/html", "page without tags at its start"),
    (b"An article", None, "application/xhtml+xml", "text/html", "XHTML type"),
    (b"%PDF-1.7\n", "a.txt", "text/html", "application/pdf", "PDF whatever is declared"),
    (b"\n\n%PDF-1.4 ... %%EOF", None, None, "application/pdf", "PDF after stray bytes"),
    (b"The mark %PDF- begins a PDF.", None, None, "text/plain", "a text about PDF"),
    (b"WARC/1.1\r\n", "a", None, "application/warc", "web archive"),
    (b"\x1f\x8b\x08", "a.warc.gz", None, "application/warc", "packed web archive"),
    (b"PK\x03\x04", "a.wacz", None, "application/wacz", "WACZ"),
    (b"<?xml version='1.0'?><rss version='2.0'>", None, "text/xml", "application/rss+xml", "RSS"),
    (b"<feed xmlns='http://www.w3.org/2005/Atom'>", None, None, "application/atom+xml", "Atom"),
    (b'{"a": 1}', None, "application/json", "application/json", "JSON"),
    (b"ID3 tags say who sings.", "a.txt", None, "text/plain", "a text that begins like an MP3"),
    (b"BMW and MZ built motorcycles.", None, None, "text/plain", "letters like two binary marks"),
    (b"BZh is short for Bundeszentrale.", None, None, "text/plain", "letters like bzip2"),
]

FOREIGN = [
    (b"\x89PNG\r\n\x1a\n\x00", "a PNG image"),
    (b"\xff\xd8\xff\xe0\x00\x10JFIF", "a JPEG image"),
    (b'<svg xmlns="http://www.w3.org/2000/svg"><text>A</text></svg>', "an SVG image"),
    (
        b'<?xml version="1.0"?>\n<!-- drawn -->\n<!DOCTYPE svg PUBLIC "a" "b">\n<svg>',
        "an SVG image",
    ),
    (b"GIF89a\x01\x00\x01\x00", "a GIF image"),
    (b"RIFF\x00\x00\x00\x00WEBPVP8 ", "a WebP image"),
    (b"BM\x36\x00\x00\x00", "a BMP image"),
    (b"\x00\x00\x00\x18ftypmp42", "a video"),
    (b"ID3\x03\x00\x00\x00", "an MP3 recording"),
    (b"PK\x03\x04\x14\x00", "a zip archive"),
    (b"PK\x03\x04\x14\x00\x00word/document.xml", "a Word document"),
    (b"PK\x03\x04\x14\x00\x00mimetypeapplication/epub+zip", "an EPUB book"),
    (b"\x1f\x8b\x08\x00", "a gzip archive"),
    (b"BZh91AY&SY\x00", "a bzip2 archive"),
    (b"\x7fELF\x02\x01", "a program"),
    (b"MZ\x90\x00\x03\x00", "a program"),
    (b"SQLite format 3\x00", "an SQLite database"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old Office document"),
    (b"{\\rtf1\\ansi", "an RTF document"),
]


@pytest.mark.parametrize(
    ("raw", "name", "declared", "expected", "why"), TYPES, ids=[row[-1] for row in TYPES]
)
def test_types(raw, name, declared, expected, why):
    assert media_type(raw, name=name, declared=declared) == expected, why


@pytest.mark.parametrize(("raw", "looks"), FOREIGN, ids=[looks for _, looks in FOREIGN])
def test_foreign_files_are_named(raw, looks):
    with pytest.raises(BadInput, match=f"looks like {looks}") as caught:
        media_type(raw, name="article.txt", declared="text/plain")
    assert "instead" in str(caught.value)


@pytest.mark.parametrize(
    ("name", "declared", "message"),
    [("a.pdf", None, "no PDF header"), (None, "application/warc", "web archive")],
)
def test_declared_but_not_so(name, declared, message):
    with pytest.raises(BadInput, match=message):
        media_type(b"some words", name=name, declared=declared)
