"""What every screen has: a head line, a line that says what was done, and the keys under it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from textual.binding import Binding
from textual.containers import VerticalScroll
from textual.content import Content
from textual.screen import Screen
from textual.widgets import Static

from claims.screen.content import contents, plain
from claims.screen.keys import KEYS, Where, foot, keys_of
from claims.screen.pieces import Mark, Piece, line

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from textual.app import ComposeResult
    from textual.binding import BindingType
    from textual.events import Resize

    from claims.screen.pieces import Line


def bindings(where: Where) -> list[BindingType]:
    """The keys of the table as Textual's bindings.

    With priority, since Textual else hands several keys that come at once (a slow line) to what has the
    focus before the first of them was done: words would fall into the field before.
    """
    at_once = where is not Where.EVERYWHERE  # `?` is also a letter of a text
    return [Binding(key.key, key.action, key.does, priority=at_once) for key in keys_of(where)]


class Frame(Screen[Any]):
    """A screen with a head, a body, a message and its keys."""

    where = Where.EVERYWHERE

    def body(self) -> ComposeResult:
        """What stands between head and message."""
        raise NotImplementedError

    def compose(self) -> ComposeResult:
        """The four parts from top to bottom."""
        yield Static(id="head", markup=False)
        yield from self.body()
        yield Static(id="said", markup=False)
        yield Static(id="foot", markup=False)

    head: Content = Content()

    def on_resize(self, event: Resize) -> None:
        """As many keys as fit, and both bars over the whole width."""
        width = event.size.width - 2
        self.query_one("#foot", Static).update(self.keys(width).ljust(width))
        self.tell_head(self.head)

    def keys(self, width: int) -> str:
        """The keys under the screen."""
        return foot(self.where, width)

    def tell_head(self, words: Content) -> None:
        """Fill the head line."""
        self.head = words
        rest = max(0, self.app.size.width - 2 - words.cell_length)
        self.query_one("#head", Static).update(Content.assemble(words, " " * rest))

    def say(self, words: str, *, bad: bool = False) -> None:
        """Say what came of it; a failure begins with a sign, and is not told by colour alone."""
        said = self.query_one("#said", Static)
        said.set_class(bad, "bad")
        said.update(plain(f"! {words}" if bad else words))


class Reading(VerticalScroll, inherit_bindings=False):
    """Text that scrolls by line and page; left and right are free for others."""

    BINDINGS = [  # noqa: RUF012 - Textual's own way
        Binding("up", "scroll_up", "Scroll up"),
        Binding("down", "scroll_down", "Scroll down"),
        Binding("pageup", "page_up", "Page up"),
        Binding("pagedown,space", "page_down", "Page down"),
        Binding("home", "scroll_home", "To the top"),
        Binding("end", "scroll_end", "To the end"),
    ]

    def __init__(self, name: str) -> None:
        super().__init__(id=name, can_focus=True)
        self._text = Static(markup=False)

    def compose(self) -> ComposeResult:
        """The text alone."""
        yield self._text

    def show(self, lines: Iterable[Line], *, keep: bool = False) -> None:
        """Show these lines from the top, or (with `keep`) from where the reader is."""
        self._text.update(contents(lines))
        if not keep:
            self.scroll_home(animate=False)


class TextScreen(Frame):
    """Lines to read: the keys, an address. Any of the leaving keys leads back."""

    BINDINGS = [Binding("escape,q,enter,question_mark", "dismiss", "Back")]  # noqa: RUF012

    def __init__(self, title: str, lines: Sequence[Line]) -> None:
        super().__init__()
        self._title = title
        self._lines = lines

    def body(self) -> ComposeResult:
        """The lines, scrolling."""
        yield Reading("text")

    def on_mount(self) -> None:
        """Fill in the lines."""
        self.tell_head(plain(self._title))
        reading = self.query_one("#text", Reading)
        reading.show(self._lines)
        reading.focus()

    def keys(self, width: int) -> str:
        """Its own few."""
        return "↑ ↓ scroll  esc back"[:width]


def help_lines(here: Where = Where.EVERYWHERE) -> list[Line]:
    """Every key, by where it works: those first that work here."""
    lines: list[Line] = []
    for where in sorted(Where, key=lambda one: one is not here):
        lines.append((Piece(where.value, Mark.HEAD),))
        lines += [
            line(Piece(f"  {k.shown:8} ", Mark.HEAD), k.does) for k in KEYS if k.where is where
        ]
    return lines
