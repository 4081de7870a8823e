"""A form on the screen: fields by Tab, choices by arrows, every letter kept as a draft at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import on
from textual.binding import Binding
from textual.containers import VerticalScroll
from textual.content import Content
from textual.reactive import reactive
from textual.widgets import Input, Static, TextArea

from claims.model.errors import UserError
from claims.screen.content import contents, plain
from claims.screen.forms import filled
from claims.screen.frame import Frame, bindings
from claims.screen.keys import Where
from claims.steps.drafts import Draft, drop_draft, find_draft, keep_draft
from claims.text.terminal import for_terminal

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from textual.app import ComposeResult
    from textual.events import Key

    from claims.screen.desk import Outcome
    from claims.screen.forms import Field, Form, Values
    from claims.steps.edges import Edges


class Chooser(Static, can_focus=True):
    """One of several, by arrows or its first letter; what it means stands below."""

    BINDINGS = [  # noqa: RUF012
        Binding("left,up", "move(-1)", "The one before"),
        Binding("right,down", "move(1)", "The next"),
        Binding("enter", "screen.send", "Do it"),
    ]
    at: reactive[int] = reactive(-1)

    def __init__(self, field: Field, value: str) -> None:
        super().__init__(markup=False, classes="chooser")
        self.field = field
        names = [one.value for one in field.choices]
        self.set_reactive(Chooser.at, names.index(value) if value in names else -1)

    @property
    def value(self) -> str:
        """What is chosen; empty when nothing is."""
        return self.field.choices[self.at].value if self.at >= 0 else ""

    def render(self) -> Content:
        """All choices, the chosen one between brackets, and what it means."""
        parts = []
        for n, one in enumerate(self.field.choices):
            name = one.value.replace("_", " ").replace(" ", "\u00a0")
            parts.append(
                Content.styled(f"[{name}]", "reverse") if n == self.at else Content(f" {name} ")
            )
        means = self.field.choices[self.at].means if self.at >= 0 else "Nothing is chosen yet."
        shown = Content(" ").join(parts)
        return Content.assemble(shown, "\n", plain(means)) if means else shown

    def action_move(self, by: int) -> None:
        """Choose a neighbour."""
        first = self.at if self.at >= 0 else (-1 if by > 0 else 0)
        self.at = (first + by) % len(self.field.choices)

    def on_key(self, event: Key) -> None:
        """A letter chooses the next that begins with it."""
        letter = event.character
        if not letter or not letter.isalnum():
            return
        order = [
            (self.at + 1 + n) % len(self.field.choices) for n in range(len(self.field.choices))
        ]
        for n in order:
            if self.field.choices[n].value.casefold().startswith(letter.casefold()):
                self.at = n
                event.stop()
                return

    def watch_at(self) -> None:
        """Tell the form, so that it is kept."""
        self.refresh(layout=True)
        if isinstance(self.screen, FormScreen):
            self.screen.keep()


class Fields(VerticalScroll, can_focus=False):
    """The fields, of which the one in use stays in sight when the room for them changes."""

    def on_resize(self) -> None:
        """Scroll to it once it has its new place."""
        focused = self.screen.focused
        if focused is not None:
            self.call_after_refresh(focused.scroll_visible, animate=False)


class FormScreen(Frame):
    """Asks what a form asks, and hands the answers to `do`. It stays, with all words, until that is done."""

    BINDINGS = bindings(Where.FORM)
    where = Where.FORM

    def __init__(
        self, form: Form, do: Callable[[Values], Outcome], *, edges: Edges, draft: Draft | None
    ) -> None:
        super().__init__()
        self.form = form
        self._do = do
        self._edges = edges
        self._draft = draft
        self._kept = find_draft(edges, draft) if draft else {}
        self._widgets: dict[str, Input | TextArea | Chooser] = {}

    def body(self) -> ComposeResult:
        """Notes first, then each field under its label."""
        with Fields(id="form"):
            if self.form.notes:
                yield Static(contents(self.form.notes), markup=False, classes="notes")
            for field in self.form.fields:
                needed = " (needed)" if field.needed and not field.choices else ""
                yield Static(plain(field.label + needed), markup=False, classes="label")
                yield self._widget(field)

    def _widget(self, field: Field) -> Input | TextArea | Chooser:
        value = self._kept.get(field.name, field.value)
        made: Input | TextArea | Chooser
        if field.choices:
            made = Chooser(field, value)
        elif field.long:
            made = TextArea(
                for_terminal(value, lines=True),
                soft_wrap=True,
                tab_behavior="focus",
                classes="long",
            )
        else:
            made = Input(for_terminal(value), classes="short", select_on_focus=False)
        if isinstance(made, TextArea):
            made.move_cursor(made.document.end)
        self._widgets[field.name] = made
        return made

    def on_mount(self) -> None:
        """Say when an old draft was found, and begin in the first field."""
        self.tell_head(plain(self.form.title))
        if self._kept:
            self.say("Your draft from before is filled in; ctrl+r drops it.")
        next(iter(self._widgets.values())).focus()

    def values(self) -> Values:
        """What stands in the fields; a field that nobody touched has its stored value, to the letter."""
        return dict(self._values())

    def _values(self) -> Iterator[tuple[str, str]]:
        for field in self.form.fields:
            widget = self._widgets[field.name]
            said = widget.text if isinstance(widget, TextArea) else widget.value
            held = self._kept.get(field.name, field.value)
            untouched = said == for_terminal(held, lines=field.long)
            yield field.name, held if untouched else said

    def keep(self) -> None:
        """Keep what was typed as a draft."""
        if self._draft is None:
            return
        said = self.values()
        typed = {f.name: said[f.name] for f in self.form.fields if said[f.name] != f.value}
        keep_draft(self._edges, self._draft, typed)

    @on(Input.Changed)
    @on(TextArea.Changed)
    def _typed(self) -> None:
        self.keep()

    @on(Input.Submitted)
    def _entered(self) -> None:
        self.action_send()

    def action_send(self) -> None:
        """Do it; when it is refused, say why and keep everything."""
        try:
            outcome = self._do(filled(self.form, self.values()))
        except UserError as why:
            self.say(str(why), bad=True)
            return
        if outcome.done:
            if self._draft:
                drop_draft(self._edges, self._draft)
            self.dismiss(outcome)
            return
        again = " ctrl+s does it all the same; esc shows the claim." if outcome.meanwhile else ""
        self.say(f"{outcome.words} {outcome.meanwhile or ''}{again}".strip(), bad=True)

    def action_cancel(self) -> None:
        """Leave; the draft stays."""
        self.keep()
        self.dismiss(None)

    def action_drop(self) -> None:
        """Leave, and forget what was typed."""
        if self._draft:
            drop_draft(self._edges, self._draft)
        self.dismiss(None)
