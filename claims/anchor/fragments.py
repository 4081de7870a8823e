"""A text fragment and a page's visible text to the place a browser would show.

https://wicg.github.io/scroll-to-text-fragment/: upper case, accents and runs of white space make no
difference, matches begin and end with whole words, each part stands in one block (here: one line).
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import unquote

from claims.model.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

DELIMITER = ":~:"
_MARKS = "[\u0300-\u036f\u3099\u309a]*"
_DIRECTIVE = re.compile(
    r"^(?:(?P<prefix>[^,&]+)-,)?(?P<start>[^,&-][^,&]*)(?:,(?P<end>[^,&-][^,&]*))?(?:,-(?P<suffix>[^,&]+))?$"
)


@dataclass(frozen=True, slots=True)
class TextFragment:
    """One text directive: from `start`, to `end` where given, between `prefix` and `suffix`."""

    start: str
    end: str = ""
    prefix: str = ""
    suffix: str = ""


def read_fragments(url: str) -> tuple[TextFragment, ...]:
    """The text directives of an address; what is none is left out.

    >>> read_fragments("https://n.example/#a:~:text=15%2C051-,men,-died")
    (TextFragment(start='men', end='', prefix='15,051', suffix='died'),)
    """
    directives = url.partition("#")[2].partition(DELIMITER)[2]
    found = []
    for directive in directives.split("&"):
        name, _, value = directive.partition("=")
        parts = _DIRECTIVE.match(value) if name == "text" else None
        if parts:
            found.append(
                TextFragment(**{k: unquote(v or "") for k, v in parts.groupdict().items()})
            )
    return tuple(found)


def shown(fragment: TextFragment, text: str) -> Span | None:
    """The first place that a browser would show for the fragment, or None.

    >>> shown(TextFragment("men", prefix="all"), "Ten men, but not all  MEN")
    Span(start=22, end=25)
    """
    return next(every_shown(fragment, text), None)


def every_shown(fragment: TextFragment, text: str) -> Iterator[Span]:
    """Every place that fits the fragment, by where it begins, then by where it ends."""
    plain = "".join(map(_plain_of, text)) if not text.isascii() else text.lower()
    first = _pattern(fragment.prefix, fragment.start, "" if fragment.end else fragment.suffix)
    last = _pattern("", fragment.end, fragment.suffix) if fragment.end else None
    at = 0
    while first and (found := first.search(plain, at)):
        start, end = found.span("words")
        if last is None:
            yield Span(start, end)
        else:
            yield from (Span(start, m.end("words")) for m in last.finditer(plain, end))
        at = start + 1


def _pattern(prefix: str, words: str, suffix: str) -> re.Pattern[str] | None:
    """The words between their context; white space of any kind, a new block too, may lie between."""
    inner = _spelled(words)
    if not inner:
        return None
    before = f"{_spelled(prefix)}\\s*" if prefix.strip() else ""
    after = f"\\s*{_spelled(suffix)}" if suffix.strip() else ""
    return re.compile(f"{before}(?P<words>{inner}){after}")


def _spelled(words: str) -> str:
    """A pattern for the words, whole at both ends and within a line."""
    plain = "".join(filter(None, map(_plain_of, unicodedata.normalize("NFD", words)))).split()
    plain = ["".join(c for c in word if not unicodedata.combining(c)) for word in plain]
    plain = [word for word in plain if word]
    if not plain:
        return ""
    joined = r"[^\S\n]+".join("".join(re.escape(c) + _MARKS for c in word) for word in plain)
    begins = r"(?<!\w)" if plain[0][0].isalnum() else ""
    ends = r"(?!\w)" if plain[-1][-1].isalnum() else ""
    return begins + joined + ends


def _plain_of(char: str) -> str:
    """The letter in lower case without its accent: always one character."""
    if char.isascii():
        return char.lower()
    return (unicodedata.normalize("NFD", char)[0].lower() or char)[0]
