"""Web Annotations from anywhere to the quotes they are about: ours, Hypothesis's, Apache's.

https://www.w3.org/TR/annotation-model/; a page of the Hypothesis API (`rows`) is read as well. What an
annotation lacks is named, and the others are read on.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from claims.anchor.fragments import read_fragments
from claims.anchor.nearness import Sought
from claims.anchor.utf16 import from_utf16

if TYPE_CHECKING:
    from collections.abc import Iterator

URN = "urn:citetrail:"
NO_WORDS = "quotes no words"
DEEPEST = 8
"""Collections in collections, and selectors that refine selectors, that are followed."""


@dataclass(frozen=True, slots=True)
class PageNote:
    """A quote on a page, as an annotation gives it: `start` and `end` count UTF-16 units.

    `text_digest` names the text in which the places count. Where it is ours, the words may be left out:
    `quoted` finds them. `claim` and `role` are those of one of our own exports; `problem` says what it lacks.
    """

    name: str
    url: str | None
    exact: str
    prefix: str
    suffix: str
    start: int | None
    claim: str | None
    role: str | None
    problem: str | None
    end: int | None = None
    text_digest: str | None = None

    def quoted(self, text: str, text_digest: str | None) -> PageNote:
        """The note with its words, where it gives only their place in the very text that we hold."""
        placed = self.start is not None and self.end is not None
        if self.exact or not placed or self.text_digest is None or self.text_digest != text_digest:
            return self
        words = text[from_utf16(text, self.start or 0) : from_utf16(text, self.end or 0)]
        return replace(self, exact=words, problem=None) if words.strip() else self

    def sought(self, text: str) -> Sought:
        """The quote as it is looked for in `text`, with its place in code points."""
        start = None if self.start is None else from_utf16(text, self.start)
        return Sought(self.exact, self.prefix, self.suffix, start)


def read_annotations(data: Any) -> Iterator[PageNote]:
    """The annotations in a parsed JSON value: one, a list, a page or a collection.

    >>> quote = {"type": "TextQuoteSelector", "exact": "He won"}
    >>> [n.exact for n in read_annotations({"target": {"source": "https://n.example", "selector": quote}})]
    ['He won']
    """
    for number, one in enumerate(_items(data, DEEPEST), start=1):
        yield _note(one, f"annotation {number}")


def _items(data: Any, deep: int) -> Iterator[dict[str, Any]]:
    if isinstance(data, list) and deep:
        for one in data:
            yield from _items(one, deep - 1)
    elif isinstance(data, dict) and deep:
        inner = next((data[key] for key in ("items", "rows", "first") if key in data), None)
        if "target" in data:
            yield data
        elif inner is not None:
            yield from _items(inner, deep - 1)


def _note(one: dict[str, Any], fallback: str) -> PageNote:
    target = next(iter(_listed(one.get("target"))), None)
    page = {"source": target} if isinstance(target, str) else target
    page = page if isinstance(page, dict) else {}
    url = _text(page.get("source") or page.get("id") or one.get("uri"))
    chosen = list(_selectors(page.get("selector"), DEEPEST))
    quote = next((s for s in chosen if _text(s.get("exact"))), {})
    places = [s["start"] for s in chosen if type(s.get("start")) is int and s["start"] >= 0]
    exact = _text(quote.get("exact")) or _of_fragment(chosen)
    ends = [s["end"] for s in chosen if type(s.get("start")) is int and type(s.get("end")) is int]
    states = [one for one in _listed(page.get("state")) if isinstance(one, dict)]
    return PageNote(
        name=_text(one.get("id")) or fallback,
        url=url,
        exact=exact or "",
        prefix=_text(quote.get("prefix")) or "",
        suffix=_text(quote.get("suffix")) or "",
        start=places[0] if places else None,
        claim=_claim(one),
        role=_role(one),
        problem="names no page" if not url else None if exact else NO_WORDS,
        end=ends[0] if ends and places else None,
        text_digest=next((_text(one.get("sha256")) for one in states), None),
    )


def _listed(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [] if value is None else [value]


def _text(value: Any) -> str | None:
    return value if isinstance(value, str) and value.strip() else None


def _selectors(value: Any, deep: int) -> Iterator[dict[str, Any]]:
    """The selectors of a target, those that refine one before it: they are the finer."""
    for one in _listed(value):
        if isinstance(one, dict) and deep:
            yield from _selectors(one.get("refinedBy"), deep - 1)
            yield one


def _of_fragment(chosen: list[dict[str, Any]]) -> str | None:
    """The words of a text fragment that is given by its whole text."""
    for one in chosen:
        fragments = read_fragments("#" + (_text(one.get("value")) or ""))
        if fragments and not fragments[0].end:
            return fragments[0].start
    return None


def _claim(one: dict[str, Any]) -> str | None:
    sources = [_text(b.get("source")) for b in _listed(one.get("body")) if isinstance(b, dict)]
    ours = [source for source in sources if source and source.startswith(URN + "c-")]
    return ours[0].removeprefix(URN) if ours else None


def _role(one: dict[str, Any]) -> str | None:
    bodies = [body for body in _listed(one.get("body")) if isinstance(body, dict)]
    return next((_text(b.get("value")) for b in bodies if b.get("purpose") == "classifying"), None)
