"""One claim: its sentence, why it was picked, the passages side by side, and a key for every act on it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from textual.containers import Container, Horizontal, Vertical
from textual.widgets import Static

from claims.model.errors import UserError
from claims.screen import sheet_lines
from claims.screen.content import content
from claims.screen.form_screen import FormScreen
from claims.screen.forms import FORMS
from claims.screen.frame import Frame, Reading, TextScreen, bindings
from claims.screen.keys import Where
from claims.screen.pieces import Mark, labelled, line, piece
from claims.steps.drafts import Draft

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from textual.app import ComposeResult
    from textual.events import Resize

    from claims.screen.desk import Desk, Outcome
    from claims.screen.forms import Values
    from claims.screen.pieces import Line

VIEWS = ("passages", "citations", "missing", "judgement", "history")
LOOK_EVERY = 3.0
"""Seconds between two looks at what others do with the claim."""

SIDE_BY_SIDE = 2


class ClaimScreen(Frame):
    """The claim above (or left, where there is room), what belongs to it below."""

    BINDINGS = bindings(Where.CLAIM)
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (110, "-wide")]  # noqa: RUF012 - Textual's own way
    where = Where.CLAIM

    def __init__(self, desk: Desk, queue: Sequence[str], claim: str) -> None:
        super().__init__()
        self.desk = desk
        self.queue = [*queue] if claim in queue else [claim]
        self.at = self.queue.index(claim)
        self.view_shown = "passages"
        self.passage_at = 0

    def body(self) -> ComposeResult:
        """The claim, the names of the views, and the view that is chosen."""
        with Container(id="halves"):
            yield Reading("claim")
            with Vertical(id="lower"):
                yield Static(id="views", markup=False)
                with Horizontal(id="passages"):
                    for n in range(SIDE_BY_SIDE):
                        with Vertical(classes="passage", id=f"panel{n}"):
                            yield Static(classes="title", markup=False)
                            yield Reading(f"passage{n}")
                yield Reading("other")

    def on_mount(self) -> None:
        """Read the claim, and look from now on at what others do with it."""
        self.read()
        self.set_interval(LOOK_EVERY, self.look)

    def read(self) -> None:
        """Read the claim anew and show it from the top."""
        self.desk.open(self.queue[self.at])
        self.passage_at = 0
        self.say("")
        self.draw()
        self.query_one("#claim", Reading).scroll_home(animate=False)
        self._focus_lower()

    def on_resize(self, event: Resize) -> None:
        """More room shows more."""
        super().on_resize(event)
        self.call_after_refresh(self.draw)

    def look(self) -> None:
        """Tell when somebody else acted on the claim; not under a form, whose writer would not see it."""
        if self.app.screen is not self:
            return
        news = self.desk.news()
        if news:
            self.say(news, bad=True)
            self.draw()

    def draw(self) -> None:
        """Show the claim as the desk has it; nothing when it was left meanwhile."""
        if self.desk.sheet is None:
            return
        sheet = self.desk.here()
        self.passage_at = max(0, min(self.passage_at, len(sheet.passages) - 1))
        place = f" · {self.at + 1} of {len(self.queue)}" if len(self.queue) > 1 else ""
        self.tell_head(content((*sheet_lines.head(sheet), piece(place, Mark.FAINT))))
        at = self.passage_at if sheet.passages else None
        self.query_one("#claim", Reading).show(self._claim_lines(at), keep=True)
        self._draw_views()
        with_passages = self.view_shown == "passages"
        self.query_one("#passages").display = with_passages
        other = self.query_one("#other", Reading)
        other.display = not with_passages
        if with_passages:
            self._draw_passages()
        else:
            other.show(self._view_lines(), keep=True)

    def _claim_lines(self, at: int | None) -> Iterator[Line]:
        """The claim; where there is room, also what it still lacks, in short."""
        yield from sheet_lines.claim_lines(self.desk.here(), at)
        held = [one for one in self.desk.gates() if one.holds]
        if self.has_class("-wide") and self.view_shown != "missing":
            yield ()
            told = f"Still missing ({len(held)}, 3 says more)" if held else "Nothing is missing."
            yield line(piece(told, Mark.HEAD))
            for one in held:
                yield line(f"- {one.gate.name}")

    def _draw_views(self) -> None:
        sheet = self.desk.here()
        counts = {
            "passages": len(sheet.passages),
            "citations": len(sheet.citations),
            "history": len(sheet.events),
            "missing": sum(one.holds for one in self.desk.gates()),
        }
        names = []
        for n, view in enumerate(VIEWS, start=1):
            count = f" {counts[view]}" if view in counts else ""
            chosen = view == self.view_shown
            names.append(
                piece(
                    f"[{n} {view}{count}]" if chosen else f" {n} {view}{count} ",
                    Mark.HEAD if chosen else Mark.FAINT,
                )
            )
        self.query_one("#views", Static).update(content(tuple(names)))

    def _draw_passages(self) -> None:
        sheet = self.desk.here()
        first = self.passage_at - self.passage_at % SIDE_BY_SIDE
        for n in range(SIDE_BY_SIDE):
            panel, at = self.query_one(f"#panel{n}", Vertical), first + n
            title, text = panel.query_one(".title", Static), self.query_one(f"#passage{n}", Reading)
            panel.set_class(at == self.passage_at, "here")
            panel.display = at < len(sheet.passages) or n == 0
            if at < len(sheet.passages):
                mark = piece("▶ " if at == self.passage_at else "  ", Mark.HEAD)
                title.update(content((mark, *sheet_lines.passage_title(sheet, at))))
                text.show(sheet_lines.passage_lines(sheet, at), keep=True)
            elif n == 0:
                title.update("")
                text.show(
                    [
                        line(
                            "No passages yet. Run: citetrail find and citetrail evidence, for this claim."
                        )
                    ]
                )

    def _view_lines(self) -> Iterable[Line]:
        sheet = self.desk.here()
        if self.view_shown == "missing":
            return sheet_lines.missing_lines(self.desk.gates())
        made = {
            "citations": sheet_lines.citation_lines,
            "judgement": sheet_lines.judgement_lines,
            "history": sheet_lines.history_lines,
        }
        return made[self.view_shown](sheet)

    def _focus_lower(self) -> None:
        passages = self.view_shown == "passages"
        name = f"#passage{self.passage_at % SIDE_BY_SIDE}" if passages else "#other"
        self.query_one(name, Reading).focus()

    def tell(self, outcome: Outcome | None) -> None:
        """Say what came of an act and show the claim as it stands now."""
        if outcome:
            self.say(f"{outcome.words} {outcome.meanwhile or ''}".strip(), bad=not outcome.done)
        self.draw()

    def action_view(self, name: str) -> None:
        """Show another view below, as things stand now."""
        self.look()
        self.view_shown = name
        self.draw()
        self.query_one("#other", Reading).scroll_home(animate=False)
        self._focus_lower()

    def action_passage(self, by: int) -> None:
        """Go to the passage before or after."""
        many = len(self.desk.here().passages)
        if self.view_shown != "passages":
            self.action_view("passages")
        elif not 0 <= self.passage_at + by < many:
            self.say(
                "There is no further passage." if many else "There are no passages yet.", bad=True
            )
        else:
            self.passage_at += by
            self.say("")
            self.draw()
            here = self.query_one(f"#passage{self.passage_at % SIDE_BY_SIDE}", Reading)
            here.scroll_home(animate=False)
            here.focus()

    def action_cite(self, role: str) -> None:
        """Cite the passage that is marked."""
        sheet = self.desk.here()
        if not sheet.passages or self.view_shown != "passages":
            self.say("Look at a passage first (1), then cite it.", bad=True)
            return
        self.tell(self.desk.cite(sheet.passages[self.passage_at], role))

    def action_address(self) -> None:
        """The page's address, to read or copy; nothing is opened."""
        sheet = self.desk.here()
        cited = self.view_shown == "citations"
        shown = sheet.citations if cited else sheet.passages[self.passage_at : self.passage_at + 1]
        lines = [one for row in shown for one in (*sheet_lines.address_lines(row), ())]
        if sheet.document.get("url"):
            lines += [line("The article itself"), labelled("Address", sheet.document["url"])]
        if not lines:
            self.say("There is no page to show.", bad=True)
            return
        self.app.push_screen(TextScreen("Where it stands (nothing is opened by itself)", lines))

    def action_ask(self, name: str) -> None:
        """Ask what an act needs, then do it."""
        try:
            form = FORMS[name](self.desk)
        except UserError as why:
            self.say(str(why), bad=True)
            return

        def do(values: Values) -> Outcome:
            return self.desk.do(form.deed(values))

        claim = self.desk.here().claim
        if name != "edit":
            words = labelled("Claim", claim["claim_text"] or claim["exact"])
            form = replace(form, notes=(words, *form.notes))
        draft = Draft(self.desk.me, claim["id"], name)
        asked = FormScreen(form, do, edges=self.desk.edges, draft=draft)
        self.app.push_screen(asked, self.tell)

    def action_take(self) -> None:
        """The claim to me, or to nobody."""
        self.tell(self.desk.act(self.desk.take()))

    def action_reader(self) -> None:
        """To the second reader, or from there on."""
        self.tell(self.desk.act(self.desk.decide(self.desk.reader_step(), None)))

    def action_step(self, by: int) -> None:
        """The next claim of the queue, or the one before."""
        if not 0 <= self.at + by < len(self.queue):
            self.say("That is the end of the queue.", bad=True)
            return
        self.at += by
        self.view_shown = "passages"
        self.read()

    def action_refresh(self) -> None:
        """Read the claim again."""
        self.read()
        self.say("Read again.")

    def action_zoom(self) -> None:
        """Give what is below the whole screen, or give it back."""
        self.toggle_class("zoomed")

    def action_back(self) -> None:
        """Back to the queue."""
        self.dismiss(self.queue[self.at])
