"""The review line by line, for screen readers and pipes: no cursor is moved, no frame is drawn."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from claims.model.errors import UserError
from claims.model.ids import short_id
from claims.model.so_many import so_many
from claims.model.wording import without_reminder
from claims.screen import queue_filters, sheet_lines
from claims.screen.forms import FORMS, Form, no_deed
from claims.screen.keys import KEYS, Where
from claims.screen.pieces import piece, spoken
from claims.screen.spoken_form import Left, fill
from claims.steps.drafts import Draft, drop_draft
from claims.steps.review_sheet import Queue, queue

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from claims.screen.desk import Desk, Outcome
    from claims.screen.keys import Key
    from claims.screen.pieces import Line
    from claims.screen.spoken_form import Voice

AT_ONCE = 10
"""Claims of the queue that are read out at once."""

_ACTION = re.compile(r"(\w+)(?:\('?(-?\w+)'?\))?")


@dataclass(slots=True)
class Plain:
    """A review by commands. `refused` counts the acts that were not done."""

    desk: Desk
    voice: Voice
    filters: dict[str, str]
    found: Queue = field(default_factory=Queue)
    at: int = 0
    passage: int = 0
    refused: int = 0
    told: int = 0

    def run(self, claims: Sequence[Mapping[str, object]] = ()) -> None:
        """Take commands until `quit` or the end of the input."""
        if claims:
            self.found = Queue([dict(one) for one in claims], len(claims))
            self._open(0)
        else:
            self.read_queue()
        while True:
            given = self.voice.ask("Command (help lists them)")
            if given is None or given.strip() in {"quit", "exit"}:
                self.voice.say("Everything done is stored.")
                return
            if given.strip() and self._command(given.split(maxsplit=1)):
                return

    def read_queue(self) -> None:
        """Read the queue and say its beginning."""
        self.desk.sheet, self.told = None, 0
        self.found = queue(self.desk.edges, self.filters, me=self.desk.me)
        words = queue_filters.in_words(self.filters)
        total = self.found.total
        many = f"{total} claim{'s' * (total != 1)}"
        self.voice.say(f"Review as {self.desk.me}. {many}: {words}.")
        self.more()

    def more(self) -> None:
        """Say the next claims of the queue."""
        part = self.found.claims[self.told : self.told + AT_ONCE]
        for n, claim in enumerate(part, start=self.told + 1):
            whose = f"for {claim['assignee']}" if claim["assignee"] else "nobody's"
            state = sheet_lines.words_of(claim["status"])
            text = piece(without_reminder(claim["claim_text"] or claim["exact"])).words
            self.voice.say(
                f"{n}. {text} ({claim['kind']}, {state}, {whose}, worth {claim['check_worthiness']:.2f},"
                f" {short_id(claim['id'])})"
            )
        self.told += len(part)
        rest = len(self.found.claims) - self.told
        self.voice.say(
            f"{rest} more: say more. A number opens a claim." if rest else "That is all of them."
        )

    def _command(self, given: list[str]) -> bool:
        """Do one command; whether the review ends with it."""
        word, rest = given[0], given[1] if len(given) > 1 else ""
        where = Where.CLAIM if self.desk.sheet else Where.QUEUE
        try:
            if word.isdecimal() and where is Where.QUEUE:
                self._open(int(word) - 1)
            elif word == "more" and where is Where.QUEUE:
                self.more()
            else:
                return self._key(_meant(word, where), rest)
        except Left:
            self.voice.say("Left; what was typed is kept as a draft.")
        except UserError as why:
            self.refused += 1
            self.voice.say(f"Not done: {why}")
        return False

    def _key(self, key: Key | None, rest: str) -> bool:
        if key is None:
            self.refused += 1
            self.voice.say("There is no such command here; help lists them.")
            return False
        shape = _ACTION.fullmatch(key.action)
        name, argument = (shape[1], shape[2]) if shape else (key.action, None)
        if name == "app.quit":
            self.voice.say("Everything done is stored.")
            return True
        if name == "ask":
            self._form(argument or "", rest)
        else:
            _ACTS[name](self, argument or "", rest)
        return False

    def _open(self, at: int) -> None:
        if not 0 <= at < len(self.found.claims):
            self.voice.say("There is no such claim in the queue.")
            return
        self.at, self.passage = at, 0
        self.desk.open(self.found.claims[at]["id"])
        self.show()

    def show(self, _: str = "", __: str = "") -> None:
        """Say the claim on the desk."""
        sheet = self.desk.here()
        self._lines([sheet_lines.head(sheet), *sheet_lines.claim_lines(sheet)])
        passages = so_many(len(sheet.passages), "passage")
        self.voice.say(f"{passages}, {so_many(len(sheet.citations), 'citation')}.")

    def _lines(self, lines: Iterable[Line]) -> None:
        for one in lines:
            said = spoken(one)
            if said:
                self.voice.say(said)

    def _came(self, outcome: Outcome) -> None:
        self.refused += not outcome.done
        self.voice.say(outcome.words)
        if outcome.meanwhile:
            self.voice.say(outcome.meanwhile)

    def _form(self, name: str, rest: str) -> None:
        form: Form = FORMS[name](self.desk)
        draft = Draft(self.desk.me, self.desk.here().claim["id"], name)
        self._lines(form.notes)
        answers = fill(form, self.voice, edges=self.desk.edges, draft=draft, first=rest)
        outcome = self.desk.do(form.deed(answers))
        if outcome.done:
            drop_draft(self.desk.edges, draft)
        self._came(outcome)

    def _passage(self, at: int) -> None:
        sheet = self.desk.here()
        if not 0 <= at < len(sheet.passages):
            self.voice.say("There is no such passage.")
            return
        self.passage = at
        self._lines([sheet_lines.passage_title(sheet, at, spoken=True)])
        self._lines(sheet_lines.passage_lines(sheet, at))

    def step_passage(self, by: str, _: str) -> None:
        """The passage before or after."""
        self._passage(self.passage + int(by))

    def cite(self, role: str, rest: str) -> None:
        """Cite a passage by its number, else the one that was said last."""
        sheet = self.desk.here()
        at = int(rest) - 1 if rest.isdecimal() else self.passage
        if not 0 <= at < len(sheet.passages):
            self.refused += 1
            self.voice.say("There is no such passage.")
            return
        self._came(self.desk.cite(sheet.passages[at], role))

    def view(self, name: str, rest: str) -> None:
        """Say one of the views of the claim."""
        sheet = self.desk.here()
        if name == "passages":
            chosen = [int(rest) - 1] if rest.isdecimal() else range(len(sheet.passages))
            for at in chosen:
                self._passage(at)
            if not sheet.passages:
                self.voice.say("No passages yet.")
        elif name == "missing":
            self._lines(sheet_lines.missing_lines(self.desk.gates()))
        elif name == "citations":
            self._lines(sheet_lines.citation_lines(sheet))
        elif name == "judgement":
            self._lines(sheet_lines.judgement_lines(sheet))
        else:
            self._lines(sheet_lines.history_lines(sheet))

    def address(self, _: str = "", __: str = "") -> None:
        """Say where the passage stands."""
        sheet = self.desk.here()
        for row in sheet.passages[self.passage : self.passage + 1]:
            self._lines(sheet_lines.address_lines(row))

    def take(self, _: str = "", __: str = "") -> None:
        """To me, or to nobody."""
        self._came(self.desk.act(self.desk.take()))

    def reader(self, _: str = "", __: str = "") -> None:
        """To the second reader, or from there on."""
        self._came(self.desk.act(self.desk.decide(self.desk.reader_step(), None)))

    def step(self, by: str, _: str) -> None:
        """The claim after or before."""
        if 0 <= self.at + int(by) < len(self.found.claims):
            self._open(self.at + int(by))
        else:
            self.voice.say("That is the end of the queue.")

    def again(self, _: str = "", __: str = "") -> None:
        """Say the claim, or the queue, as it stands now."""
        if self.desk.sheet:
            self.desk.open(self.desk.here().claim["id"])
            self.show()
        else:
            self.read_queue()

    def leave(self, _: str = "", __: str = "") -> None:
        """Back to the queue."""
        self.read_queue()

    def search(self, _: str, rest: str) -> None:
        """Words that stand in the claim."""
        self._filter({**self.filters, "q": rest})

    def mine(self, _: str = "", __: str = "") -> None:
        """The next of mine, unassigned, everybody's."""
        self._filter(queue_filters.next_whose(self.filters))

    def clear(self, _: str = "", __: str = "") -> None:
        """No filter."""
        self._filter({})

    def ask_filters(self, _: str = "", __: str = "") -> None:
        """Each filter in its turn."""
        form = Form("filter", "Filter the queue", queue_filters.fields(self.filters), no_deed)
        self._filter(fill(form, self.voice))

    def _filter(self, filters: Mapping[str, str]) -> None:
        wanted = queue_filters.answered(filters)
        queue(self.desk.edges, wanted, me=self.desk.me)  # raises before anything is changed
        self.filters = wanted
        self.read_queue()

    def open_number(self, _: str, rest: str) -> None:
        """Open a claim by its number."""
        self._open(int(rest) - 1 if rest.isdecimal() else self.at)

    def help(self, _: str = "", __: str = "") -> None:
        """Every command that works here."""
        where = Where.CLAIM if self.desk.sheet else Where.QUEUE
        for key in KEYS:
            if key.where in {where, Where.EVERYWHERE} and key.word:
                self.voice.say(f"{key.word}: {key.does}")
        self.voice.say(
            "more, or a number: go on in the queue"
            if where is Where.QUEUE
            else "supports 2: cites passage 2"
        )
        self.voice.say("quit: leave the review")


def _meant(word: str, where: Where) -> Key | None:
    there = [key for key in KEYS if key.where in {where, Where.EVERYWHERE}]
    named = [key for key in there if word in {key.word, key.shown}]
    begun = [key for key in there if key.word and key.word.startswith(word) and len(word) > 1]
    if named:
        return named[0]
    return begun[0] if len(begun) == 1 else None


_ACTS: Mapping[str, Callable[[Plain, str, str], None]] = {
    "help": Plain.help,
    "open": Plain.open_number,
    "search": Plain.search,
    "filter": Plain.ask_filters,
    "mine": Plain.mine,
    "clear": Plain.clear,
    "refresh": Plain.again,
    "passage": Plain.step_passage,
    "cite": Plain.cite,
    "address": Plain.address,
    "take": Plain.take,
    "reader": Plain.reader,
    "view": Plain.view,
    "step": Plain.step,
    "back": Plain.leave,
}
"""Action name (as in `claims.screen.keys`) to what the plain mode does."""
