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
    """The annotations in it, at most `deep` lists and collections down: what has a target is one."""
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
    """One annotation as a note; of several targets the first counts. `fallback` names one without an id."""
    page = _target(one)
    url = _text(page.get("source") or page.get("id") or one.get("uri"))
    chosen = list(_selectors(page.get("selector"), DEEPEST))
    quote = next((s for s in chosen if _text(s.get("exact"))), {})
    exact = _text(quote.get("exact")) or _of_fragment(chosen)
    start, end = _place(chosen)
    states = [state for state in _listed(page.get("state")) if isinstance(state, dict)]
    return PageNote(
        name=_text(one.get("id")) or fallback,
        url=url,
        exact=exact or "",
        prefix=_text(quote.get("prefix")) or "",
        suffix=_text(quote.get("suffix")) or "",
        start=start,
        claim=_claim(one),
        role=_role(one),
        problem="names no page" if not url else None if exact else NO_WORDS,
        end=end,
        text_digest=next((_text(state.get("sha256")) for state in states), None),
    )


def _target(one: dict[str, Any]) -> dict[str, Any]:
    """What the annotation is about; an address alone stands for a page without selectors."""
    target = next(iter(_listed(one.get("target"))), None)
    if isinstance(target, str):
        return {"source": target}
    return target if isinstance(target, dict) else {}


def _place(chosen: list[dict[str, Any]]) -> tuple[int | None, int | None]:
    """Start and end in UTF-16 units, both of the first selector that counts; null where it does not tell."""
    for one in chosen:
        start, end = one.get("start"), one.get("end")
        if type(start) is int and start >= 0:  # a truth value is an int of another type
            return start, end if type(end) is int else None
    return None, None


def _listed(value: Any) -> list[Any]:
    """JSON-LD leaves the list away around a single value."""
    return value if isinstance(value, list) else [] if value is None else [value]


def _text(value: Any) -> str | None:
    """The value if it is text with something in it."""
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
    """The id of the claim that one of our own exports is about."""
    sources = [_text(b.get("source")) for b in _listed(one.get("body")) if isinstance(b, dict)]
    ours = [source for source in sources if source and source.startswith(URN + "c-")]
    return ours[0].removeprefix(URN) if ours else None


def _role(one: dict[str, Any]) -> str | None:
    """The word by which the annotation classifies what it quotes, as our exports do: "supports"."""
    bodies = [body for body in _listed(one.get("body")) if isinstance(body, dict)]
    return next((_text(b.get("value")) for b in bodies if b.get("purpose") == "classifying"), None)
