"""The part of lxml's element that this room uses; lxml ships no types of its own."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Protocol

if TYPE_CHECKING:
    from collections.abc import Iterator


class Element(Protocol):
    """An element of a parsed page. `tag` is no string for comments and processing instructions."""

    tag: Any
    text: str | None
    tail: str | None
    attrib: Any

    def __iter__(self) -> Iterator[Element]: ...

    def get(self, key: str) -> str | None:
        """The value of an attribute."""

    def getnext(self) -> Element | None:
        """The next element with the same parent."""

    def getprevious(self) -> Element | None:
        """The element before it with the same parent."""

    def getparent(self) -> Element | None:
        """The element around it."""

    def remove(self, element: Element) -> None:
        """Take a child out; its tail goes with it."""

    def text_content(self) -> str:
        """All words inside."""

    def xpath(self, path: str) -> Any:
        """What an XPath expression selects: elements, strings or a number."""
