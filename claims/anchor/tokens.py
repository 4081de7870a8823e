"""Text to words, numbers and signs with their places, spelled alike however they were typed.

White space, typographic quotes and dashes, ligatures, soft hyphens, signs without width and the two
normal forms of Unicode make no difference; every other sign does.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left, bisect_right
from dataclasses import dataclass

from claims.model.span import Span

_NO_WIDTH = "\u00ad\u034f\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufe00-\ufe0f\ufeff"
_MARKS = (
    "\u0300-\u034e\u0350-\u036f\u0483-\u0489\u0591-\u05bd\u05bf-\u05c7\u0610-\u061a\u064b-\u065f\u0670"
    "\u06d6-\u06ed\u0900-\u0903\u093a-\u094f\u0981-\u0983\u09bc-\u09cd\u0a3c-\u0a4d\u0abc-\u0acd"
    "\u0b3c-\u0b57\u0bbe-\u0bcd\u0c3e-\u0c56\u0cbc-\u0cd6\u0d3e-\u0d57\u0e31-\u0e3a\u0e47-\u0e4e"
    "\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\u3099\u309a\ufe20-\ufe2f"
)
_NO_SPACES = "\u3040-\u3098\u309b-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
"""Scripts written without spaces: each sign is a word of its own."""

_LETTER = rf"[^\W{_NO_SPACES}]"
_TOKEN = re.compile(
    rf"\d[\d{_NO_WIDTH}]*(?:[.,]\d[\d{_NO_WIDTH}]*)*"
    rf"|[{_NO_SPACES}][{_MARKS}]*"
    rf"|{_LETTER}(?:{_LETTER}|[{_MARKS}{_NO_WIDTH}])*(?:['’ʼ]{_LETTER}(?:{_LETTER}|[{_MARKS}{_NO_WIDTH}])*)*"
    r"(?:(?<=\d)[.,]\d+)*"
    rf"|\.\.\.|''|``|[^\s\w{_NO_WIDTH}]"
)
_UNSEEN = re.compile(f"[{_NO_WIDTH}]+")
_ALIKE = str.maketrans(
    {
        **dict.fromkeys("‘’‚‛ʼ′`´", "'"),
        **dict.fromkeys("“”„‟″«»", '"'),
        **dict.fromkeys("‐‑‒–—―−﹘﹣－", "-"),
        "…": "...",
        "ﬀ": "ff",
        "ﬁ": "fi",
        "ﬂ": "fl",
        "ﬃ": "ffi",
        "ﬄ": "ffl",
        "ﬅ": "st",
        "ﬆ": "st",
        **dict(zip("０１２３４５６７８９₀₁₂₃₄₅₆₇₈₉", "0123456789" * 2, strict=True)),
    }
)
_DOUBLED = {"''": '"', "``": '"'}


@dataclass(frozen=True, slots=True)
class Tokens:
    """The tokens of a text, each as spelled alike, with where it begins and ends."""

    words: tuple[str, ...]
    starts: tuple[int, ...]
    ends: tuple[int, ...]

    def __len__(self) -> int:
        return len(self.words)

    def span(self, first: int, after: int) -> Span:
        """The characters from token `first` to before token `after`."""
        if first >= after:
            at = self.starts[first] if first < len(self) else (self.ends[-1] if len(self) else 0)
            return Span(at, at)
        return Span(self.starts[first], self.ends[after - 1])

    def within(self, span: Span) -> tuple[int, int]:
        """The tokens that `span` touches, as `(first, after)`."""
        first = bisect_right(self.ends, span.start)
        return first, max(first, bisect_left(self.starts, span.end))


def tokens(text: str) -> Tokens:
    r"""The words, numbers and signs of `text`.

    >>> tokens("“So\u00adviet”  losses: 15,051…").words
    ('"', 'Soviet', '"', 'losses', ':', '15,051', '...')
    """
    found = [(m.group(), m.start(), m.end()) for m in _TOKEN.finditer(text)]
    if not found:
        return Tokens((), (), ())
    words, starts, ends = zip(*found, strict=True)
    if text.isascii():
        return Tokens(tuple(_DOUBLED.get(w, w.replace("`", "'")) for w in words), starts, ends)
    spelled: dict[str, str] = {}
    for word in words:
        if word not in spelled:
            spelled[word] = alike(word)
    return Tokens(tuple(spelled[word] for word in words), starts, ends)


def alike(word: str) -> str:
    r"""One token as it is spelled whatever way it was typed.

    >>> alike("cafe\u0301"), alike("don\u2019t")
    ('café', "don't")
    """
    plain = unicodedata.normalize("NFC", _UNSEEN.sub("", word)).translate(_ALIKE)
    return _DOUBLED.get(plain, plain)


def is_word(token: str) -> bool:
    """Whether a token is a word or a number, not a sign.

    >>> is_word("15,051"), is_word("-")
    (True, False)
    """
    return token[:1].isalnum() or token[:1] == "_"
