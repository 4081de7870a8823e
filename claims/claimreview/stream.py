"""A stream of JSON text to the values in it, the elements of a feed one by one: memory stays flat.

Read so: one value, a list, JSON lines, or an object whose long lists (`dataFeedElement`, `claims`,
`@graph`) are handed out element by element beside what the object says of itself before them.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator

STREAMED = frozenset({"dataFeedElement", "claims", "itemListElement"})
"""Lists of an outermost object whose elements are handed out one by one."""

LARGEST_VALUE = 20_000_000
"""Characters of one value; a feed's elements have a few thousand."""

LONGEST_LINE = 2_000_000
_SHOWN = 100_000
_SPACE = re.compile(r"[ \t\r\n\ufeff]*")
_NEXT_LINE = re.compile(r"\n(?=[{\[])")
_DECODER = json.JSONDecoder(strict=False)


@dataclass(frozen=True, slots=True)
class Item:
    """A value of the stream; `head` is what the object around it has said so far."""

    value: Any
    head: dict[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Broken:
    """A piece that is no JSON: the text (its beginning), where in the stream, and why."""

    text: str
    position: int
    why: str


class _BrokenError(Exception):
    pass


def json_items(chunks: Iterator[str]) -> Iterator[Item | Broken]:
    r"""The values of a stream of text. A broken line is told and passed; a broken feed ends there.

    >>> feed = iter(['{"c": 3, "dataFeedEle', 'ment": [1, 2]}'])
    >>> [(one.value, one.head) for one in json_items(feed)]
    [(1, {'c': 3}), (2, {'c': 3}), ({'c': 3}, {})]
    >>> lines = iter(['{"a": 1}\n{"b": \n{"c":', ' 3}'])
    >>> [one.value if isinstance(one, Item) else one.why for one in json_items(lines)]
    [{'a': 1}, 'no JSON', {'c': 3}]
    """
    text = _Text(chunks)
    lines = _is_value(text.line())
    while text.peek():
        start = text.position
        try:
            if lines:
                yield from _line(text)
            elif text.peek() == "{":
                yield from _object(text)
            elif text.peek() == "[":
                yield from _elements(text, {})
            else:
                yield Item(text.value())
        except _BrokenError as why:
            yield Broken(text.shown(), start, str(why))
            if not text.skip_line():
                return


def _is_value(line: str | None) -> bool:
    """Whether the first line is a whole value and more follows: then these are JSON lines."""
    try:
        return line is not None and isinstance(_DECODER.decode(line.strip()), dict | list)
    except (ValueError, RecursionError):
        return False


def _line(text: _Text) -> Iterator[Item | Broken]:
    """One of JSON lines: a value of its own, whatever the lines around it are."""
    start, line = text.position, text.line()
    if line is None:  # the last one, or one without end
        line = text.rest()
    else:
        text.skip(len(line) + 1)
    try:
        yield Item(_DECODER.decode(line.strip()))
    except ValueError:
        yield Broken(line[:_SHOWN], start, "no JSON")
    except RecursionError:
        yield Broken(line[:_SHOWN], start, "nested too deeply")


def _object(text: _Text) -> Iterator[Item]:
    """An outermost object: its long lists by element, and at the end the rest of it."""
    head: dict[str, Any] = {}
    text.take("{")
    streamed = False
    while text.peek() != "}":
        if head or streamed:
            text.take(",")
        key = text.value()
        if not isinstance(key, str):
            raise _BrokenError("no JSON")
        text.take(":")
        if key in STREAMED and text.peek() == "[":
            streamed = True
            yield from _elements(text, head)
        else:
            head[key] = text.value()
    text.take("}")
    if head:
        yield Item(head)


def _elements(text: _Text, head: dict[str, Any]) -> Iterator[Item]:
    text.take("[")
    first = True
    while text.peek() != "]":
        if not first:
            text.take(",")
        first = False
        yield Item(text.value(), head)
    text.take("]")


class _Text:
    """What has been read and not yet used; reads on when a value does not end in it."""

    def __init__(self, chunks: Iterator[str]) -> None:
        self._chunks = chunks
        self._held = ""
        self._at = 0
        self._dropped = 0
        self._ended = False

    @property
    def position(self) -> int:
        """Characters of the stream before this place."""
        return self._dropped + self._at

    def peek(self) -> str:
        """The next character that is no space; empty at the end."""
        while True:
            found = _SPACE.match(self._held, self._at)
            self._at = found.end() if found else self._at
            if self._at < len(self._held):
                return self._held[self._at]
            if not self._more():
                return ""

    def take(self, sign: str) -> None:
        """Go past this character, which must stand next."""
        if self.peek() != sign:
            raise _BrokenError("no JSON" if self.peek() else "ends in the middle")
        self._at += 1

    def value(self) -> Any:
        """The next value."""
        self.peek()
        while True:
            try:
                found, end = _DECODER.raw_decode(self._held, self._at)
            except RecursionError:
                raise _BrokenError("nested too deeply") from None
            except ValueError:
                found, end = None, len(self._held)
            else:
                if end < len(self._held) or self._ended:
                    self._at = end
                    return found
            if len(self._held) - self._at > LARGEST_VALUE:
                raise _BrokenError(f"no value within {LARGEST_VALUE:,} characters")
            if not self._more():
                if found is None:
                    raise _BrokenError("no JSON")
                self._at = end
                return found

    def line(self) -> str | None:
        """What is left of this line; null when it is the last one, or too long to be one."""
        self.peek()
        while (end := self._held.find("\n", self._at)) < 0:
            if len(self._held) - self._at > LONGEST_LINE or not self._more():
                return None
        return self._held[self._at : end]

    def rest(self) -> str:
        """All that is held, and go past it."""
        rest, self._at = self._held[self._at :], len(self._held)
        return rest

    def skip(self, characters: int) -> None:
        """Go past so many characters that are held."""
        self._at += characters

    def shown(self) -> str:
        """The beginning of what could not be read."""
        return self._held[self._at :].partition("\n")[0][:_SHOWN]

    def skip_line(self) -> bool:
        """Go to the next line that begins a value; false when there is none."""
        while True:
            found = _NEXT_LINE.search(self._held, self._at)
            if found:
                self._at = found.end()
                return True
            self._at = max(self._at, len(self._held) - 1)
            if not self._more():
                return False

    def _more(self) -> bool:
        """Read on, as much as is held already, so that a long value is tried few times."""
        left = self._held[self._at :]
        self._dropped += self._at
        parts, size = [left], 0
        for chunk in self._chunks:
            parts.append(chunk)
            size += len(chunk)
            if size >= len(left):
                break
        self._held, self._at = "".join(parts), 0
        self._ended = not size
        return bool(size)
