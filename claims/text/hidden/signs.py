"""Signs in a text that no reader sees or that turn its direction, and words that only the source holds.

Unicode: https://www.unicode.org/reports/tr36/ (security), https://www.unicode.org/reports/tr9/ (bidi).
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from claims.model.finding import Finding, FindingKind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claims.text.html_element import Element

FEW = 3
"""Words split by signs without width; one or two are left by an editor."""

PROSE = 12
STUFFED = 40
EXCERPT = 120
MAX_COMMENTS = 2_000
LONGEST_COMMENT = 4_000
_LETTER = "A-Za-z0-9\u00c0-\u024f\u0370-\u052f"
_WIDTHLESS = "\u200b\u2060-\u2064\ufeff\u00ad\u180e"
_JOINERS = "\u200c\u200d"
_MARKS = "\u200e\u200f\u061c\u202a-\u202c\u2066-\u2069"
_ANY = re.compile(f"[{_WIDTHLESS}{_JOINERS}{_MARKS}\u202d\u202e\U000e0000-\U000e01ef]")
_OVERRIDE = re.compile("([\u202d\u202e])([^\u202c\n]*)(?:\u202c|(?=\n)|\\Z)")
_TAGS = re.compile("[\U000e0001-\U000e007f]+")
_FLAG = re.compile("\U0001f3f4[\U000e0020-\U000e007e]{1,10}\U000e007f")
_SELECTORS = re.compile("[\U000e0100-\U000e01ef]{4,}")
_SPLIT_WORD = re.compile(f"[{_LETTER}]+(?:[\u200b\u2060\ufeff{_JOINERS}]+[{_LETTER}]+)+")
_JOINED = re.compile(f"(?<=[{_LETTER}])[{_JOINERS}](?=[{_LETTER}])")
_CODE = re.compile(r"[<>{}=]|\[if\b|https?:|^\s*(?:/|#|\bgoogle_ad)", re.IGNORECASE)


def seen_text(text: str) -> tuple[str, tuple[Finding, ...]]:
    r"""The text as a reader has it, without signs that cannot be seen, and what they did.

    >>> seen_text("ki\u200blled 1\u00ad5 men")[0]
    'killed 15 men'
    >>> seen_text("safe \u202egnp.exe\u202c file")[1][0].kind
    <FindingKind.DIRECTION: 'direction'>
    """
    if text.isascii() or not _ANY.search(text):
        return text, ()
    findings = tuple(_sign_findings(text))
    flags: list[str] = []

    def keep_flag(match: re.Match[str]) -> str:
        flags.append(match[0])
        return "\ue000"

    cleaned = (
        _FLAG.sub(keep_flag, text.replace("\ue000", "\ufffd")) if "\U000e007f" in text else text
    )
    cleaned = _OVERRIDE.sub(lambda match: " " if match[1] == "\u202e" else match[2], cleaned)
    cleaned = _SELECTORS.sub("", _TAGS.sub("", cleaned))
    cleaned = _JOINED.sub("", re.sub(f"[{_WIDTHLESS}{_MARKS}]", "", cleaned))
    for flag in flags:
        cleaned = cleaned.replace("\ue000", flag, 1)
    return cleaned, findings


def sign_findings(text: str) -> tuple[Finding, ...]:
    r"""What such signs do in a text that must stay as it is, such as a plain text file.

    >>> sign_findings("plain words")
    ()
    """
    return tuple(_sign_findings(text)) if not text.isascii() and _ANY.search(text) else ()


def _sign_findings(text: str) -> Iterator[Finding]:
    turned = [match[2] for match in _OVERRIDE.finditer(text) if match[1] == "\u202e" and match[2]]
    if turned:
        why = "signs that turn the direction of writing: other words are seen than stand there"
        yield _found(FindingKind.DIRECTION, why, turned)
    tags = [_ascii(match[0]) for match in _TAGS.finditer(_FLAG.sub("", text))]
    tags += ["(variation selectors)" for _ in _SELECTORS.finditer(text)]
    if tags:
        why = "characters that no font shows (Unicode tags), which can carry words to programs"
        yield _found(FindingKind.TAG_CHARACTERS, why, tags)
    split = [match[0] for match in _SPLIT_WORD.finditer(text)]
    if len(split) >= FEW:
        why = "words split by signs without width, so that a search does not find them"
        yield _found(FindingKind.ZERO_WIDTH, why, [_ANY.sub("·", one) for one in split])


def _ascii(tags: str) -> str:
    return "".join(chr(ord(sign) - 0xE0000) for sign in tags if 0xE0020 <= ord(sign) < 0xE007F)  # noqa: PLR2004 - the block


def source_findings(source: str, tree: Element) -> tuple[Finding, ...]:
    """Prose that stands in the page's source alone: in comments, and stuffed into attributes.

    >>> from lxml.html import fromstring
    >>> alt = "word " * 50
    >>> [found.kind.value for found in source_findings("", fromstring(f"<p><img alt='{alt}'></p>"))]
    ['attribute']
    """
    comments = [" ".join(one.split()) for one in _comments(source)]
    prose = [one for one in comments if len(one.split()) >= PROSE and not _CODE.search(one)]
    findings = []
    if prose:
        findings.append(_found(FindingKind.COMMENT, "comments in the source", prose, alarm=False))
    for name in ("alt", "title", "aria-label", "data-text"):
        written = [str(one) for one in tree.xpath(f"//@{name}")]
        long = [one for one in written if len(one.split()) >= STUFFED]
        if long:
            why = f"texts of {STUFFED} words or more in the attribute {name}"
            findings.append(_found(FindingKind.ATTRIBUTE, why, long, alarm=len(long) > FEW))
    return tuple(findings)


def _comments(source: str) -> Iterator[str]:
    at = 0
    for _ in range(MAX_COMMENTS):
        start = source.find("<!--", at)
        end = source.find("-->", start + 4)
        if start < 0 or end < 0:
            return
        if end - start <= LONGEST_COMMENT:
            yield source[start + 4 : end]
        at = end + 3


def _found(kind: FindingKind, why: str, pieces: list[str], *, alarm: bool = True) -> Finding:
    excerpt = " ".join(" ".join(pieces[:5]).split())
    shown = excerpt if len(excerpt) <= EXCERPT else excerpt[: EXCERPT - 1] + "…"
    words = sum(len(piece.split()) for piece in pieces)
    return Finding(kind, alarm, kept=False, why=why, words=words, excerpt=shown, times=len(pieces))
