"""The first bytes of a file, its name and what its server declared to a media type.

What the bytes show beats what is declared; what is declared beats the name. Based on
https://mimesniff.spec.whatwg.org/ as far as readable types go.
"""

from __future__ import annotations

import re

from claims.model.errors import BadInput

HTML = "text/html"
MARKDOWN = "text/markdown"
PDF = "application/pdf"
PLAIN = "text/plain"
WACZ = "application/wacz"
WARC = "application/warc"

_HEAD = 2048
_PDF_HEAD = 1024
"""How far into a file Acrobat looks for the PDF mark."""

_BY_ENDING = {
    ".txt": PLAIN,
    ".text": PLAIN,
    ".md": MARKDOWN,
    ".markdown": MARKDOWN,
    ".html": HTML,
    ".htm": HTML,
    ".xhtml": HTML,
    ".pdf": PDF,
    ".warc": WARC,
    ".warc.gz": WARC,
    ".wacz": WACZ,
    ".json": "application/json",
    ".rss": "application/rss+xml",
    ".atom": "application/atom+xml",
    ".xml": "application/xml",
}
_ALIASES = {
    "application/xhtml+xml": HTML,
    "text/x-markdown": MARKDOWN,
    "application/x-pdf": PDF,
    "application/warc+gzip": WARC,
    "application/x-wacz": WACZ,
    "text/xml": "application/xml",
    "text/json": "application/json",
}
_READABLE = {HTML, MARKDOWN, PDF, PLAIN, WACZ, WARC, *_BY_ENDING.values()}

_COMMENTS = r"\s*(?:<!--[^>]{0,800}-->\s*)*"
_PAGE = re.compile(
    rf"\s*(?:<\?xml[^>]{{0,200}}>)?{_COMMENTS}<(?:!doctype\s+html|html)[\s>]", re.IGNORECASE
)
_MARKUP = re.compile(
    rf"{_COMMENTS}<(?:head|body|title|meta|article|main|div|p|h[1-6]|table|script|style|section|header"
    r"|span|a|br|ul|ol)[\s>/]",
    re.IGNORECASE,
)
_CODED = re.compile(
    r"^content-(?:type:\s*multipart/|transfer-encoding:\s*(?:base64|quoted-printable))",
    re.IGNORECASE | re.MULTILINE,
)
_MIME = re.compile(r"^mime-version:", re.IGNORECASE | re.MULTILINE)
"""Of a mail's head (RFC 2045): a body in parts or in code is no text to read as it stands."""

_SVG = re.compile(
    rf"(?:<\?xml[^>]{{0,200}}>)?{_COMMENTS}(?:<!doctype\s[^>]{{0,800}}>\s*)?<svg[\s>]",
    re.IGNORECASE,
)
_XML = re.compile(r"\s*<\?xml\s")
_FEED = re.compile(r"<(?:(rss|rdf:RDF)|(feed))[\s>]")

_FOREIGN: tuple[tuple[bytes, str], ...] = (
    (b"\x89PNG\r\n\x1a\n", "a PNG image"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"GIF87a", "a GIF image"),
    (b"GIF89a", "a GIF image"),
    (b"II*\x00", "a TIFF image"),
    (b"MM\x00*", "a TIFF image"),
    (b"\x00\x00\x01\x00", "an icon"),
    (b"8BPS", "a Photoshop image"),
    (b"ID3", "an MP3 recording"),
    (b"OggS", "an Ogg recording"),
    (b"fLaC", "a FLAC recording"),
    (b"\x1aE\xdf\xa3", "a Matroska video"),
    (b"\x7fELF", "a program"),
    (b"\xca\xfe\xba\xbe", "a program"),
    (b"\xcf\xfa\xed\xfe", "a program"),
    (b"\x00asm", "a program"),
    (b"BZh", "a bzip2 archive"),
    (b"\xfd7zXZ\x00", "an xz archive"),
    (b"7z\xbc\xaf\x27\x1c", "a 7-Zip archive"),
    (b"Rar!\x1a\x07", "a RAR archive"),
    (b"\x28\xb5\x2f\xfd", "a Zstandard archive"),
    (b"SQLite format 3\x00", "an SQLite database"),
    (b"PAR1", "a Parquet table"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old Office document (.doc, .xls)"),
    (b"{\\rtf", "an RTF document"),
    (b"%!PS", "a PostScript file"),
    (b"wOFF", "a font"),
    (b"wOF2", "a font"),
)
_IN_ZIP: tuple[tuple[bytes, str], ...] = (
    (b"word/", "a Word document (.docx)"),
    (b"xl/", "an Excel table (.xlsx)"),
    (b"ppt/", "a PowerPoint file (.pptx)"),
    (b"application/epub+zip", "an EPUB book"),
    (b"opendocument.text", "an OpenDocument text (.odt)"),
)


def media_type(raw: bytes, *, name: str | None, declared: str | None) -> str:
    """The media type of `raw`, e.g. `text/html`; `declared` may carry parameters.

    Raises BadInput for images, archives, programs and the like, naming what it looks like.

    >>> media_type(b"<!doctype html><p>Hello", name="a.txt", declared="text/plain")
    'text/html'
    """
    head = raw[:_HEAD]
    hint = _declared(declared) or _by_name(name)
    special = _by_signature(raw, name)
    if special is not None:
        return special
    # UTF-16 markup shows the same letters between zero bytes.
    text = head.replace(b"\0", b"").lstrip(b"\xef\xbb\xbf\xff\xfe").decode("latin-1")
    if _PAGE.match(text):
        return HTML
    mail = text.replace("\r\n", "\n").partition("\n\n")[0]
    if _MIME.search(mail) and _CODED.search(mail):
        raise _refused("a mail or a page saved as one (.eml, .mht)")
    feed = _FEED.search(text) if text.lstrip().startswith("<") else None
    if feed:
        return "application/rss+xml" if feed[1] else "application/atom+xml"
    if _SVG.match(text):
        raise _refused("an SVG image")
    if hint is None and _MARKUP.match(text):
        return HTML
    if hint in (None, PLAIN) and _XML.match(text):
        return "application/xml"
    if hint == PDF:
        raise BadInput("is declared a PDF but has no PDF header: it is damaged or something else")
    if hint in (WARC, WACZ):
        raise BadInput("is declared a web archive but does not begin like one: it may be damaged")
    return hint or PLAIN


def _declared(declared: str | None) -> str | None:
    """The declared type when it says something; `application/octet-stream` does not."""
    kind = (declared or "").split(";")[0].strip().lower()
    kind = _ALIASES.get(kind, kind)
    if kind in _READABLE:
        return kind
    return PLAIN if kind.startswith("text/") else None


def _by_name(name: str | None) -> str | None:
    lower = (name or "").lower()
    endings = sorted(_BY_ENDING, key=len, reverse=True)
    return next((_BY_ENDING[ending] for ending in endings if lower.endswith(ending)), None)


def _by_signature(raw: bytes, name: str | None) -> str | None:
    """A type told by magic bytes; raises BadInput for those that hold no readable text."""
    if raw.startswith(b"%PDF-"):
        return PDF
    if raw.startswith(b"WARC/"):
        return WARC
    if raw.startswith(b"PK\x03\x04"):
        if (name or "").lower().endswith(".wacz"):
            return WACZ
        raise _refused(next((what for mark, what in _IN_ZIP if mark in raw), "a zip archive"))
    if raw.startswith(b"\x1f\x8b"):
        if (name or "").lower().endswith(".warc.gz"):
            return WARC
        raise _refused("a gzip archive")
    looks = _foreign(raw)
    if looks is not None:
        raise _refused(looks)
    # Some PDFs begin with stray bytes; a text that only mentions the mark has no PDF end.
    late_mark = raw.find(b"%PDF-", 0, _PDF_HEAD) > 0
    return PDF if late_mark and b"%%EOF" in raw[-_PDF_HEAD:] else None


def _foreign(raw: bytes) -> str | None:
    for mark, what in _FOREIGN:
        if raw.startswith(mark) and not _is_words(raw, mark):
            return what
    if raw[4:8] == b"ftyp":
        return "a video or HEIC image"
    if raw.startswith(b"RIFF") and raw[8:12] in (b"WEBP", b"WAVE", b"AVI "):
        return {b"WEBP": "a WebP image", b"WAVE": "a WAV recording"}.get(raw[8:12], "an AVI video")
    if raw.startswith((b"MZ", b"BM")) and b"\0" in raw[:64]:
        return "a program" if raw.startswith(b"MZ") else "a BMP image"
    return None


def _is_words(raw: bytes, mark: bytes) -> bool:
    """A mark of letters only may begin a text ("ID3 tags are..."); binary data soon has a zero."""
    return mark.isalnum() and b"\0" not in raw[:_HEAD]


def _refused(what: str) -> BadInput:
    return BadInput(f"looks like {what}: give a text, Markdown, HTML or PDF file instead")
