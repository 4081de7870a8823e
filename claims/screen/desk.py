"""What a reviewer does, to an outcome in words: done, refused, or overtaken by somebody else meanwhile."""

from __future__ import annotations

import re
import sqlite3
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from claims.model.citation import CitationRole
from claims.model.errors import UserError
from claims.model.review import Action, Status
from claims.review.deeds import Deed, assign
from claims.review.standing import same_person
from claims.review.transitions import NEEDS_REASON, following, goes_back
from claims.screen.sheet_lines import told, words_of
from claims.steps.cite import Cited, cite
from claims.steps.cited_place import left_behind
from claims.steps.review import review
from claims.steps.review_sheet import Sheet, missing, sheet_of, version_seen
from claims.steps.uncite import uncite

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from claims.review.gates import Finding
    from claims.screen.forms import TakenBack
    from claims.steps.edges import Edges


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of an act. `meanwhile` says what others did since the claim was read."""

    done: bool
    words: str
    meanwhile: str | None = None


@dataclass(slots=True)
class Desk:
    """One reviewer at one database. Nothing is held back: each act is stored when it is done."""

    edges: Edges
    me: str
    sheet: Sheet | None = None
    _version: int = 0
    _asked: tuple[Sheet, Sequence[Finding]] | None = None

    def open(self, claim: str) -> Sheet:
        """Put the claim (an id) on the desk, as it stands now."""
        self._version = version_seen(self.edges)
        self.sheet = sheet_of(self.edges, claim)
        return self.sheet

    def here(self) -> Sheet:
        """The claim on the desk. Raises LookupError when there is none."""
        if self.sheet is None:
            raise LookupError("no claim is open")
        return self.sheet

    def gates(self) -> Sequence[Finding]:
        """What the publish gates say of the open claim; asked once for each time that it is read."""
        sheet = self.here()
        if self._asked is None or self._asked[0] is not sheet:
            self._asked = (sheet, missing(self.edges, sheet))
        return self._asked[1]

    def act(self, deed: Deed) -> Outcome:
        """Do it, unless somebody acted since the claim was read; then the claim is read anew."""
        before = self.here()
        try:
            event = review(self.edges, before.claim, deed)
        except UserError as why:
            return self._refused(before, str(why))
        except sqlite3.OperationalError as why:
            return Outcome(done=False, words=_stuck(why))
        self.open(before.claim["id"])
        if event["seq"] <= before.seen:
            return Outcome(done=True, words="That stands already; nothing was added.")
        return Outcome(done=True, words=f"Done: {told(event)}")

    def cite(self, passage: Mapping[str, Any], role: str, note: str | None = None) -> Outcome:
        """Tie the passage to the claim."""
        before = self.here()
        held = {one["id"] for one in before.citations}
        cited = Cited(passage["passage"], None, None, CitationRole(role), note, self.me)
        try:
            row = cite(self.edges, dict(before.claim), cited)
        except UserError as why:
            return Outcome(done=False, words=in_words(str(why)))
        except sqlite3.OperationalError as why:
            return Outcome(done=False, words=_stuck(why))
        self.open(before.claim["id"])
        if row["id"] in held:
            return Outcome(done=True, words=f"It is cited as {role} already; nothing was added.")
        if left_behind(self.edges.database, row):
            older = "from an older copy: the newest one of the page has these words no more"
            return Outcome(done=True, words=f"Cited: {role}, {older}.")
        return Outcome(done=True, words=f"Cited: {role}.")

    def do(self, asked: Deed | TakenBack) -> Outcome:
        """Do what a form stands for."""
        if isinstance(asked, Deed):
            return self.act(asked)
        try:
            uncite(self.edges, dict(asked.citation), reason=asked.reason, actor=self.me)
        except UserError as why:
            return Outcome(done=False, words=in_words(str(why)))
        except sqlite3.OperationalError as why:
            return Outcome(done=False, words=_stuck(why))
        self.open(self.here().claim["id"])
        return Outcome(done=True, words="Taken back; it stays readable, and stands no more.")

    def news(self) -> str | None:
        """What others did to the open claim since it was read; then it is read anew. Null: nothing."""
        before = self.sheet
        if before is None or not self._changed_elsewhere():
            return None
        after = self.open(before.claim["id"])
        if after.seen > before.seen:
            return _between(before, after)
        known = {one["id"] for one in before.citations}
        new = [one for one in after.citations if one["id"] not in known]
        cited = "; ".join(f"{one['actor']} cited: {one['role']}" for one in new)
        return f"Meanwhile {cited}" if cited else None

    def decide(
        self, status: Status | None, reason: str | None, changes: Mapping[str, Any] | None = None
    ) -> Deed:
        """A decision on the open claim, as a deed."""
        seen = self.here().seen
        return Deed(Action.DECIDE, self.me, status, reason or None, changes or {}, seen=seen)

    def take(self) -> Deed:
        """The claim to me; when it is mine already, to nobody."""
        mine = same_person(self.here().standing.assignee, self.me)
        return assign(self.me, None if mine else self.me, seen=self.here().seen)

    def next_states(self) -> list[tuple[Status, bool]]:
        """Where the open claim can go, the way forward first, each with whether it needs a reason."""
        standing = self.here().standing
        before, out = standing.status, standing.released_at is not None
        found = [s for s in Status if s in following(before, out=out) and s is not before]
        back = {s: goes_back(before, s) for s in found}
        found.sort(key=lambda s: (s is Status.REJECTED, back[s]))
        return [(s, s in NEEDS_REASON or back[s]) for s in found]

    def reader_step(self) -> Status:
        """To the second reader; from there, ready."""
        there = self.here().standing.status is Status.SECOND_READER
        return Status.READY if there else Status.SECOND_READER

    def _changed_elsewhere(self) -> bool:
        """Whether another process has written anything since this was last asked."""
        before, self._version = self._version, version_seen(self.edges)
        return before != self._version

    def _refused(self, before: Sheet, why: str) -> Outcome:
        after = self.open(before.claim["id"])
        if after.seen == before.seen:
            return Outcome(done=False, words=f"Not done: {in_words(why)}")
        said = _between(before, after)
        return Outcome(
            done=False,
            words="Not done: somebody was quicker. The claim is shown anew; your words are kept.",
            meanwhile=said,
        )


def _between(before: Sheet, after: Sheet) -> str:
    """What the later sheet knows that the earlier did not."""
    new = [one for one in after.events if one["seq"] > before.seen]
    acts = "; ".join(f"{one['actor']}: {told(one)}" for one in new)
    return f"Meanwhile {acts} (now {words_of(after.standing.status.value)})"


def in_words(why: str) -> str:
    """A refusal without the options of the command line, which are fields here.

    >>> in_words("rejected needs a reason: give --reason")
    'rejected needs a reason'
    """
    return re.sub(
        r"--(?=\w)",
        "",
        why.replace(": give --reason", "").replace("needs --reason", "needs a reason"),
    )


def _stuck(why: sqlite3.OperationalError) -> str:
    if "readonly" in str(why):
        return "Not done: the database may only be read."
    if "locked" in str(why):
        return "Not done: another process is writing to the database for long; try again."
    return f"Not done: the database says {why}"
