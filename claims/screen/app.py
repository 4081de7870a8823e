"""The review screen as a program: the queue first, a claim over it, forms over that."""

from __future__ import annotations

import asyncio
import signal
from functools import partial
from typing import TYPE_CHECKING, ClassVar

from textual.app import App

from claims.screen.claim_screen import ClaimScreen
from claims.screen.desk import Outcome
from claims.screen.form_screen import FormScreen
from claims.screen.forms import Field, Form, no_deed
from claims.screen.frame import Frame, TextScreen, bindings, help_lines
from claims.screen.keys import Where
from claims.screen.queue_screen import QueueScreen

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from claims.screen.desk import Desk
    from claims.screen.forms import Values


class ReviewApp(App[None]):
    """One reviewer's screen. It draws in the sixteen colours of the terminal and needs no mouse."""

    CSS_PATH = "review.tcss"
    TITLE = "Citetrail review"
    ENABLE_COMMAND_PALETTE = False
    BINDINGS = bindings(Where.EVERYWHERE)
    AUTO_FOCUS: ClassVar[str | None] = None

    def __init__(
        self,
        desk: Desk,
        *,
        filters: Mapping[str, str],
        claims: Sequence[str] = (),
        guess: str = "",
    ) -> None:
        # Told at once, since Textual chooses its filter for NO_COLOR before it knows the theme
        super().__init__(ansi_color=True)
        self.broke: Exception | None = None
        self._guess = guess
        self.desk = desk
        self._asked = filters
        self._claims = list(claims)

    def on_mount(self) -> None:
        """The queue, and over it the claims that were asked for."""
        self.theme = "ansi-dark"
        if not self.is_headless:
            self._leave_in_order()
        if self.desk.me:
            self._begin()
        else:
            self._ask_who()

    def _leave_in_order(self) -> None:
        """Let the terminal be given back as it was, also when the program is told to end."""
        loop = asyncio.get_running_loop()
        for one in (signal.SIGTERM, signal.SIGHUP):
            loop.add_signal_handler(one, partial(self.exit, return_code=128 + one))

    def _begin(self) -> None:
        self.push_screen(QueueScreen(self.desk, self._asked))
        if self._claims:
            self._show(self._claims[0], self._claims)

    def _ask_who(self) -> None:
        asked = Field("me", "Your name, as it stands in the log", self._guess, needed=True)
        form = Form("who", "Who reviews?", (asked,), no_deed)

        def do(values: Values) -> Outcome:
            if not values["me"].isprintable():
                return Outcome(done=False, words="The name holds unreadable characters.")
            self.desk.me = values["me"]
            return Outcome(done=True, words="")

        def then(outcome: Outcome | None) -> None:
            if outcome is None:
                self.exit()
            else:
                self._begin()

        self.push_screen(FormScreen(form, do, edges=self.desk.edges, draft=None), then)

    def _handle_exception(self, error: Exception) -> None:
        """Leave the screen in order; what broke is told in one line, as by every other command."""
        if self.is_headless:
            super()._handle_exception(error)
            return
        self.broke = error
        self.exit(return_code=1)

    def open_claim(self, claim: str) -> None:
        """Open a claim of the queue."""
        queue = self.screen
        listed = [one["id"] for one in queue.found.claims] if isinstance(queue, QueueScreen) else []
        self._show(claim, listed)

    def _show(self, claim: str, listed: Sequence[str]) -> None:
        self.push_screen(ClaimScreen(self.desk, listed, claim), self._back)

    def _back(self, claim: str | None) -> None:
        self.desk.sheet = None
        if isinstance(self.screen, QueueScreen):
            self.screen.read(to=claim)

    def action_help(self) -> None:
        """Every key."""
        here = self.screen.where if isinstance(self.screen, Frame) else Where.EVERYWHERE
        self.push_screen(TextScreen("Keys of the review", help_lines(here)))
