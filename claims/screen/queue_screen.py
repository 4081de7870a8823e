"""The queue: claims in the order in which a desk would check them, and filters over it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import on
from textual.style import Style
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from claims.model.errors import UserError
from claims.model.ids import short_id
from claims.model.wording import without_reminder
from claims.screen import queue_filters
from claims.screen.content import content, contents, plain
from claims.screen.desk import Outcome
from claims.screen.form_screen import FormScreen
from claims.screen.forms import Field, Form, no_deed
from claims.screen.frame import Frame, bindings
from claims.screen.keys import Where
from claims.screen.pieces import Mark, line, piece
from claims.screen.sheet_lines import words_of
from claims.steps.review_sheet import Queue, queue

if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Any

    from textual.app import ComposeResult
    from textual.content import Content

    from claims.screen.desk import Desk
    from claims.screen.forms import Values


class Claims(OptionList):
    """The list of the queue. The claim under the cursor is reversed, so that it shows without colours."""

    def get_visual_style(self, *component_classes: str, partial: bool = False) -> Style:
        """As drawn by Textual, which leaves out `text-style: reverse` here."""
        style = super().get_visual_style(*component_classes, partial=partial)
        here = any(name.endswith("-highlighted") for name in component_classes)
        return style + Style(reverse=True) if here else style


class QueueScreen(Frame):
    """The claims that pass the filters; enter opens one."""

    BINDINGS = bindings(Where.QUEUE)
    where = Where.QUEUE

    def __init__(self, desk: Desk, filters: Mapping[str, str]) -> None:
        super().__init__()
        self.desk = desk
        self.filters = dict(filters)
        self.found = Queue()

    def body(self) -> ComposeResult:
        """The list, and what stands there when nothing passes."""
        yield Claims(id="queue", markup=False)
        yield Static(id="empty", markup=False)

    def on_mount(self) -> None:
        """Read the queue."""
        self.read()

    def on_screen_resume(self) -> None:
        """Back from a claim: it may stand elsewhere now."""
        if self.is_mounted and self.found.claims:
            self.read()

    def read(self, *, to: str | None = None) -> bool:
        """Read the queue again and stay at the same claim; whether the filters made sense."""
        try:
            self.found = queue(self.desk.edges, self.filters, me=self.desk.me)
        except UserError as why:
            self.say(str(why), bad=True)
            return False
        shown = self.query_one("#queue", OptionList)
        at = shown.highlighted or 0
        options = [Option(_row(claim), id=claim["id"]) for claim in self.found.claims]
        shown.set_options(options)
        ids = [claim["id"] for claim in self.found.claims]
        if ids:
            shown.highlighted = ids.index(to) if to in ids else min(at, len(ids) - 1)
            shown.focus()
        shown.display = bool(ids)
        empty = self.query_one("#empty", Static)
        empty.display = not ids
        empty.update(
            plain(
                f"No claim passes: {queue_filters.in_words(self.filters)}. f changes that, x clears it."
            )
        )
        self._head(len(ids))
        return True

    def _head(self, listed: int) -> None:
        total = self.found.total
        many = f"first {listed} of {total}" if total > listed else f"{total}"
        words = queue_filters.in_words(self.filters)
        counted = f" · {self.desk.me} · {many} claim{'s' * (total != 1)}: {words}"
        self.tell_head(content(line(piece("Review", Mark.HEAD), counted)))

    @on(OptionList.OptionSelected)
    def _chosen(self, event: OptionList.OptionSelected) -> None:
        self.app.open_claim(event.option_id)  # type: ignore[attr-defined]

    def action_open(self) -> None:
        """Open the claim that is marked."""
        shown = self.query_one("#queue", OptionList)
        if shown.highlighted is not None:
            self.app.open_claim(self.found.claims[shown.highlighted]["id"])  # type: ignore[attr-defined]

    def action_refresh(self) -> None:
        """Read the queue again."""
        self.read()
        self.say("Read again.")

    def action_mine(self) -> None:
        """The next of mine, unassigned, everybody's."""
        self._filter(queue_filters.next_whose(self.filters))

    def action_clear(self) -> None:
        """No filter at all."""
        self._filter({})

    def action_search(self) -> None:
        """Words that stand in the claim."""
        asked = (Field("q", "Words in the claim (empty: all)", self.filters.get("q", "")),)
        self._ask("Search", asked, lambda values: {**self.filters, **values})

    def action_filter(self) -> None:
        """All filters at once."""
        self._ask("Filter the queue", queue_filters.fields(self.filters), dict)

    def _ask(self, title: str, asked: tuple[Field, ...], to_filters: Any) -> None:
        form = Form("filter", title, asked, no_deed)

        def do(values: Values) -> Outcome:
            before, self.filters = self.filters, queue_filters.answered(to_filters(values))
            try:
                queue(self.desk.edges, self.filters, me=self.desk.me)
            except UserError as why:
                self.filters = before
                return Outcome(done=False, words=str(why))
            return Outcome(done=True, words="")

        self.app.push_screen(
            FormScreen(form, do, edges=self.desk.edges, draft=None),
            lambda _: self._filter(self.filters),
        )

    def _filter(self, filters: Mapping[str, str]) -> None:
        self.filters = dict(filters)
        if self.read():
            self.say("")


def _row(claim: Mapping[str, Any]) -> Content:
    """A claim of the queue in two lines: where it stands, and its words."""
    named = [short_id(claim["id"]), words_of(claim["status"]), claim["kind"]]
    named.append(f"for {claim['assignee']}" if claim["assignee"] else "nobody's")
    named += [claim["verdict"]] if claim["verdict"] else []
    named += ["open question"] if claim["flags"] else []
    first = line(piece(f"{claim['check_worthiness']:.2f} ", Mark.HEAD), " · ".join(named))
    words = " ".join(without_reminder(claim["claim_text"] or claim["exact"]).split())
    text = piece(words if len(words) <= LONGEST else words[: LONGEST - 1] + "…")
    return contents([first, (text,)])


LONGEST = 140
"""Characters of a claim that the queue shows; the claim's own screen shows all."""
