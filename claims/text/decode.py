"""Bytes to text. The order: byte order mark, HTTP, `<meta>`, strict UTF-8, then detection.

A declaration under which the bytes do not decode is passed over. The text keeps every character but
the byte order mark and the carriage return of a CRLF. Labels: https://encoding.spec.whatwg.org/#names-and-labels
"""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass

from claims.model.errors import BadInput
from claims.text.charset_guess import guess_charset

META_BYTES = 4096
"""How far into a page its charset declaration is looked for."""

MAX_CONTROLS = 0.05
"""Share of control characters above which a text is taken for binary data."""

_BOMS = (  # the longer marks first: UTF-32 LE begins like UTF-16 LE
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_META = re.compile(
    rb"""<meta\b[^>]{0,400}?\bcharset\s*=\s*["']?\s*([\w:.-]{2,40})"""
    rb"""|^\s*<\?xml\b[^>]{0,200}?\bencoding\s*=\s*["']([\w:.-]{2,40})""",
    re.IGNORECASE,
)
# Python also knows codecs that are no charsets of pages (utf-7, punycode, unicode_escape).
_PAGE_CODEC = re.compile(
    r"(utf-(8|16|32)(-[lb]e)?|cp\d+|windows-\d+|iso(8859|2022)\S*|latin\S*|ascii|koi8\S*|mac-\S*"
    r"|shift_?jis\S*|euc\S*|gb\S*|big5\S*|johab|hz|tis[-_]620|ptcp154|kz1048)\Z"
)
_SINGLE_BYTE = re.compile(r"cp12\d\d|windows-12\d\d|iso8859|koi8|mac-|ascii")
_BINARY = "looks like binary data, not text: give a text, Markdown, HTML or PDF file"
_CONTROL = re.compile("[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")


@dataclass(frozen=True, slots=True)
class Decoded:
    """A text, its charset, and how that was found: `bom`, `http`, `meta`, `utf-8` or `detected`."""

    text: str
    charset: str
    charset_from: str


def decode(raw: bytes, *, http_charset: str | None = None, markup: bool = False) -> Decoded:
    r"""The text in `raw`, by the first of the five ways that reads it. `markup` allows `<meta>`.

    Raises BadInput for binary data and for bytes whose encoding cannot be told.

    >>> decode(b"caf\xc3\xa9")
    Decoded(text='café', charset='utf-8', charset_from='utf-8')
    """
    found = _by_bom(raw) or _by_label(raw, http_charset, source="http")
    if found is None and markup:
        found = _by_label(raw, _meta_label(raw), source="meta")
    found = found or _by_utf8(raw) or _by_guess(raw)
    _refuse_binary(found.text)
    return Decoded(found.text.replace("\r\n", "\n"), found.charset, found.charset_from)


def _by_bom(raw: bytes) -> Decoded | None:
    for mark, charset in _BOMS:
        if raw.startswith(mark):
            text = _try(raw[len(mark) :], charset)
            return None if text is None else Decoded(text, charset, "bom")
    return None


def _by_label(raw: bytes, label: str | None, *, source: str) -> Decoded | None:
    charset = _codec(label)
    if charset is None:
        return None
    if charset.startswith(("utf-16", "utf-32")) and b"\0" not in raw:
        return None  # a page in such an encoding always holds zero bytes: the label is wrong
    if _SINGLE_BYTE.match(charset) and not raw.isascii() and _try(raw, "utf-8") is not None:
        # Single-byte charsets read anything. Accented text that is valid UTF-8 by accident is next
        # to impossible; a server that says iso-8859-1 for everything is common.
        return None
    text = _try(raw, charset)
    return None if text is None or "\0" in text else Decoded(text, _shown(charset), source)


def _by_utf8(raw: bytes) -> Decoded | None:
    text = None if b"\0" in raw else _try(raw, "utf-8")
    return None if text is None else Decoded(text, "utf-8", "utf-8")


def _by_guess(raw: bytes) -> Decoded:
    charset = guess_charset(raw)
    if charset is None:
        if b"\0" in raw:
            raise BadInput(
                "looks like binary data, not text: give a text, Markdown, HTML or PDF file"
            )
        raise BadInput("its character encoding cannot be told: save it as UTF-8 and try again")
    # Only nearly-UTF-8 is guessed without reading strictly; what it cannot read shows as U+FFFD.
    errors = "replace" if charset == "utf-8" else "strict"
    return Decoded(raw.decode(charset, errors), _shown(charset), "detected")


def _refuse_binary(text: str) -> None:
    controls = sum(1 for _ in _CONTROL.finditer(text))
    if "\0" in text or controls > MAX_CONTROLS * len(text):
        raise BadInput(_BINARY)


def _meta_label(raw: bytes) -> str | None:
    match = _META.search(raw, 0, META_BYTES)
    if match is None:
        return None
    label = (match.group(1) or match.group(2)).decode("ascii", "replace")
    # A page whose <meta> could be read as ASCII is not in UTF-16, whatever it says (HTML standard).
    return "utf-8" if label.lower().startswith("utf-16") else label


def _codec(label: str | None) -> str | None:
    """Python's name for a charset label; null when it is none that a page may have."""
    if not label:
        return None
    try:
        name = codecs.lookup(label.strip().strip("\"'").lower()).name.lower()
    except (LookupError, ValueError):
        return None
    if not _PAGE_CODEC.match(name):
        return None
    # The Encoding Standard: ASCII and Latin-1 labels mean windows-1252.
    return "cp1252" if name in ("ascii", "iso8859-1") else name


def _shown(codec: str) -> str:
    return codec.replace("cp125", "windows-125")


def _try(raw: bytes, charset: str) -> str | None:
    try:
        return raw.decode(charset)
    except (UnicodeDecodeError, LookupError):
        return None
