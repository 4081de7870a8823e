"""Things named so far in an article, by their noun: what "the airport" can mean later."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from claims.extract.grammar.beside_names import COUNTED
from claims.extract.grammar.names import ORGANISATIONS
from claims.extract.grammar.verbs import NOUNS_TOO
from claims.text.calendar_names import CALENDAR

if TYPE_CHECKING:
    from collections.abc import Sequence

    from claims.extract.grammar.tokens import Token
    from claims.extract.wording.entities import Run
    from claims.extract.wording.noun_phrases import Phrase
    from claims.model.span import Span

_VAGUE = frozenset(
    """time day week month year years days morning evening night end rest first second third same world
    public police media way fact number point case state people part area place country government
    other others matter issue hour moment past future beginning start top bottom side majority result
    name right left law line north south east west west middle former latter most least reason idea
    city town president house states nations kingdom only next last best worst situation
    company firm move amount total universe sun moon earth sky ground""".split()
)


_WEAK = frozenset(
    """whole entire new unusual precious possible big large small huge long short good decent perfectly
    very""".split()
)
"""Words that tell nothing of which one it is."""

EVENTS = frozenset(
    """attack attacks strike airstrike bombing shooting explosion blast crash accident incident election
    vote votes protest protests rally fire earthquake storm hurricane flood war battle killing death murder
    case trial investigation inquiry decision ruling announcement statement report reports claim claims
    call meeting visit match game race final demonstration demonstrations riot riots march strikes deal
    agreement plan proposal move event sentence verdict conviction hearing appeal inquest""".split()
)
"""Nouns of happenings: a text holds several, and "the attack" mostly means the story's own."""

_VERBS_TOO = NOUNS_TOO - EVENTS

_SAID_OF = re.compile(r"\b(?:is|was|are|were|as|be|been|become|became|called|such)\s$")
_ENOUGH = 2  # phrases about one noun: none of them is the one any more
_ARTICLE = re.compile(r"(?:an?|the|this|that|these|those|another)\s", re.IGNORECASE)
_UNFIT = re.compile(r"[“”\"]|\b[A-Z]$")
_TAIL = re.compile(r"\sfor\s(?:the\s)?[A-Z]")
_IN_PLACE = re.compile(
    r"\s(?:in|at|near)\s(?:the\s)?(?:(?:[\w’'-]+\s){0,4}[a-z]+|(?P<name>(?:[A-Z][\w’'-]*\s?){1,4}))"
)
_OF_NAME = re.compile(
    r"\sof\s(?:[A-Z][\w’'-]*)(?:\s(?:de\s|del\s|la\s)?[A-Z][\w’'-]*){0,3}(?![\w’'-]|\s[A-Z])"
)
_OF_MANY = re.compile(
    r"\s(?:of|for)\s(?:the\s)?(?:(?!some\b|about\b|nearly\b|almost\b)[\w’'-]+\s){0,3}(?!(?:day|week|month|year|hour|minute)s?\b)[\w’'-]+"
)
_GOES_ON = re.compile(r"\s(?:of|to|than|for|on|[A-Z][\w’'-]*)(?![\w’'-])|[’'-]")
_JOINS = re.compile(r"\s(?:and|or)\s")  # "a jury of seven women and five men"
_NAME_GOES_ON = re.compile(r"\s(?:and|&)\s[A-Z]")  # "National Search and Rescue Agency"
_SHORT_NAME = 2  # words of a name that needs what follows "for": "Center for Food Safety"
_OF_ANOTHER = re.compile(
    r"\b(?:rival|similar|other|different|separate|competing|neighbouring|neighboring)\s|\b(?:much|more|less|very)\s|\b[a-z]+\s[A-Z][\w’'-]*$|(?:first|second|third|fourth|fifth|sixth)\s"
)
"""A comparison, one of several, or the name of a clause that follows: "the role Limeware (had played)"."""
_NUMBERED = re.compile(
    r"(?:1\d|20)\d\d(?![\d-])"
)  # "2019 vote", not "92-year-old vote" or "14 patients"
_JOINED = re.compile(r"((?:[A-Z][\w’'-]*\s){1,3}(?:and|&|for|of the)\s)$")


@dataclass(frozen=True, slots=True)
class Thing:
    """A fuller phrase: its place, its words, and whether it is a proper name or newly brought in."""

    at: int
    words: str
    proper: bool
    new: bool

    def lacking(self, head: str) -> tuple[str, str]:
        """What "the" and the noun alone leave out: words before the noun, else what stands in their stead.

        >>> Thing(0, "new wooden mill", proper=False, new=True).lacking("mill")
        ('wooden', '')
        >>> Thing(0, "mill in Leeds", proper=False, new=True).lacking("mill")
        ('', 'in Leeds')
        """
        if self.proper:
            return "", self.words
        halves = re.split(rf"\b{re.escape(head)}\b", self.words, maxsplit=1, flags=re.IGNORECASE)
        kept = " ".join(w for w in halves[0].split() if w.lower() not in _WEAK)
        after = halves[-1].strip() if len(halves) > 1 else ""
        if kept and after:
            return "", self.words
        return kept, after


@dataclass(slots=True)
class Things:
    """Fuller phrases by their noun, each with its place."""

    _by_head: dict[str, dict[str, Thing]] = field(default_factory=dict)
    _many: set[str] = field(default_factory=set)  # nouns told of in the plural, in the singular

    def known(self, head: str) -> Thing | None:
        """The one fuller phrase about this noun, when it names the thing or brought it in.

        Where several have been told of, "two dozen ethnic armies", a name ending in the noun need not be
        the one that "the army" means.
        """
        if head in _VAGUE or head in self._many:
            return None
        found = list(self._by_head.get(head, {}).values())
        if len(found) != 1 or not (found[0].proper or (found[0].new and head not in EVENTS)):
            return None
        return found[0]

    def note(
        self,
        text: str,
        span: Span,
        words: Sequence[Token],
        phrases: Sequence[Phrase],
        runs: Sequence[Run],
    ) -> None:
        """Remember the phrases of one sentence that say more than "the" and a noun."""
        for many in (w.lower for w in words if w.text[-1] == "s" and w.text.islower()):
            self._many.update((many[:-1], many[:-2], f"{many[:-3]}y"))
        for phrase in phrases:
            if phrase.is_plain and phrase.end == phrase.stop:
                continue
            start = span.start + words[phrase.first].start
            said = text[start : span.start + words[phrase.end - 1].end]
            if _SAID_OF.search(text[max(0, start - 8) : start]):
                continue
            bare = phrase.is_plain and words[phrase.stop - 1].is_capital  # "the Trust in Leeds"
            if bare or _UNFIT.search(said) or phrase.head in _VERBS_TOO:
                continue
            own = _plain(text[start : span.start + words[phrase.stop - 1].end])
            other = _OF_ANOTHER.search(own) is not None  # it stands here, but names nothing
            capital = words[phrase.stop - 1].is_capital or _NUMBERED.match(own) is not None
            end = span.start + words[phrase.end - 1].end
            if capital and _NAME_GOES_ON.match(text, end):
                continue
            said = (
                _named(own, _plain(said)) if capital else _with_whole(text, own, _plain(said), end)
            )
            new = not (phrase.definite or other)
            self._add(phrase.head, Thing(start, said, capital and not other, new), own)
        self._note_bodies(text, runs)

    def _note_bodies(self, text: str, runs: Sequence[Run]) -> None:
        for run in runs:
            last, kind = run.words[-1].lower(), run.words[0].lower()
            if kind in ORGANISATIONS and run.words[1:2] == ("of",):  # "Court of Session"
                own = text[run.start : run.end]
                self._add(kind, Thing(run.start, own, proper=True, new=False), own)
            act = (
                kind.endswith("ing") or kind in COUNTED
            )  # "Suspending Parliament", "Four Navy ships"
            if len(run.words) > 1 and last in ORGANISATIONS and not act:
                joined = _JOINED.search(text[max(0, run.start - 60) : run.start])
                start = run.start - len(joined[1]) if joined else run.start
                own = _plain(text[start : run.end])
                self._add(last, Thing(start, own, proper=True, new=False), own)

    def _add(self, head: str, thing: Thing, own: str) -> None:
        known = self._by_head.setdefault(head, {})
        if len(known) > _ENOUGH:
            return
        key = own.lower()
        if not any(key.endswith(k) or k.endswith(key) for k in known):
            known.setdefault(key, thing)


def _with_whole(text: str, own: str, said: str, end: int) -> str:
    """A phrase with what follows its noun only where that is whole: "jury in the town of Lime"."""
    tail = said[len(own) :]
    place = _IN_PLACE.fullmatch(tail)
    more = _OF_NAME.match(text, end)
    if place is not None and more is not None:
        return said + " " + " ".join(more[0].split())
    named = place is not None and place["name"] is not None
    if named and tail.rsplit(" ", 1)[-1].lower() in CALENDAR:
        named = False
    many = _OF_MANY.fullmatch(tail) and not _JOINS.match(text, end)
    whole = _GOES_ON.match(text, end) is None and (named or many)
    return said if whole else own


def _named(own: str, said: str) -> str:
    """A name with what follows it only where that may be part of it: "of Lime", "Center for Owls"."""
    tail = said[len(own) :]
    short = len(own.split()) <= _SHORT_NAME and _TAIL.match(tail)
    return said if short or tail.startswith(" of ") else own


def _plain(phrase: str) -> str:
    """A phrase on one line without its article."""
    words = " ".join(phrase.split())
    match = _ARTICLE.match(words)
    return words[match.end() :] if match else words
