"""What has been read of an article so far: who was named, heard and told of, for the words that lead back."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from claims.extract.grammar.names import is_body_word
from claims.extract.grammar.people_nouns import is_plural
from claims.extract.grammar.roles import is_document
from claims.extract.grammar.whole_words import places_of
from claims.extract.speakers.cast import Cast
from claims.extract.speakers.described import Described
from claims.extract.speakers.focus import Focus

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from claims.extract.speakers.cues import Cue

_ONE = frozenset(  # a headline's word for one person, whom "it" never means
    """senator mayor minister president governor judge bishop king queen chancellor professor coach captain
    lawyer author actor actress singer striker prosecutor director chairman""".split()
)
_MEDIA = frozenset(
    "website site publication newspaper paper magazine outlet broadcaster station newswire".split()
)
_WRITTEN = re.compile(
    r"\b(?:an?|his|her|their|its|the\sfollowing)\s(?:[\w-]+\s){0,2}(statement|letter|memo|email|tweet|post|message)\b"
)
_POSTED = re.compile(
    r"\btweet(?:s|ed)\b|\b(?:wrote|writes|posted|said|says)\s(?:[\w’'-]+\s){0,4}?on\s(?:Twitter|X|Facebook|Instagram"
    r"|Telegram|Weibo|Truth\sSocial|social\smedia)\b"
)
_HAD = re.compile(  # another's, that came into somebody's hands
    r"\b(?:cit(?:ing|ed|es)|quot(?:ing|ed|es)|see(?:n|ing)|saw|obtain(?:ed|ing)|review(?:ed|ing)|view(?:ed|ing)"
    r"|receiv(?:ed|ing)|got|leak(?:ed|ing))\s$"
)
_NAMED = re.compile(r"(?:[Tt]he\s)?[A-ZÀ-Þ][\w.’'-]+(?:\s(?:of\s|for\s|the\s)*[A-ZÀ-Þ][\w.’'-]*)*")
_SEEN_BY = re.compile(  # a paper
    r"\b(?:seen|obtained|reviewed|viewed|leaked)\s(?:by|to)\s((?:[Tt]he\s)?[A-ZÀ-Þ][\w’'-]*(?:\s[A-ZÀ-Þ][\w’'-]*)*)"
)
_DEFINITE = re.compile(r"(?:[Tt]he|[Tt]his|[Tt]hat)\s(?:[a-z]+\s)?([a-z]+)")
_UNNAMED = ("a ", "an ", "one ", "two ", "A ", "An ", "One ", "Two ")  # "a US official"
_BESIDE = 40  # characters between a statement and whose it is
_AHEAD = 100  # the same where the statement opens its sentence
_LEADS = re.compile(r"\W*In\s$")
_OPENS = 60  # characters in which one who acts is named
_OF_ONE = re.compile(r"(?:^\W*|\n\s*|\b(?:for|of|at|from)\s)(?:[Tt]he\s)?\Z")
_ARTICLE = re.compile(r"[Tt]he\s")
_LEAD = 20  # characters before a name that tell what it belongs to


@dataclass(slots=True)
class Memory:
    """What has been read so far."""

    cast: Cast = field(default_factory=Cast)
    focus: Focus = field(default_factory=Focus)
    described: Described = field(default_factory=Described)
    body: str | None = None  # whom "they" and "it" most likely mean
    recent: tuple[str, ...] = ()  # persons of the sentence before
    before: str = ""  # the sentence before
    teller: str | None = None  # the body or group that told it, named behind what it told
    medium: str | None = None  # the last body that spoke under a name
    written: dict[str, str] = field(default_factory=dict)  # "statement" → whose was told of last

    def hear(self, speaker: str, group: str | None, *, source: bool) -> str | None:
        """Note one who speaks; gives the body or group heard last in the sentence, `group` before."""
        if _NAMED.fullmatch(speaker) and not self.cast.gender(speaker):
            self.medium = speaker
        if self.cast.is_person(speaker):
            self.body = self.body or speaker
            return group
        if speaker.lower() not in _ONE:
            self.body = speaker
        body = is_body_word(speaker.rsplit(maxsplit=1)[-1]) and not is_document(speaker)
        if body or (_is_named(speaker) and not speaker.startswith(_UNNAMED)):
            self.cast.spoke(speaker)
        return group if source else speaker

    def keep_written(self, sentence: str, cues: list[Cue]) -> None:
        """Note whose statement or letter a sentence tells of: "Ann Lee issued a statement"."""
        self._tell_of(sentence, cues)
        for told in _WRITTEN.finditer(sentence):
            lead = (
                _LEADS.match(sentence, 0, told.start()) is not None
            )  # "In a statement issued in Leeds, he said"
            near = [c.speaker for c in cues if c.start < told.end() + (_AHEAD if lead else _BESIDE)]
            near = near[:1] if lead else near
            if _HAD.search(sentence, max(0, told.start() - _BESIDE), told.start()):
                self.written.pop(told[1], None)
            elif near:
                self.written[told[1]] = near[-1]

        seen = _SEEN_BY.search(sentence)
        if seen is not None and not self.cast.is_person(seen[1]):
            self.medium = seen[1]
        posted = _POSTED.search(sentence)
        near = [c.speaker for c in cues if posted and posted.start() <= c.start < posted.end()]
        if near:
            self.written |= dict.fromkeys(["tweet", "post", "message"], near[-1])

    def _tell_of(self, sentence: str, cues: Sequence[Cue]) -> None:
        """Note the body heard before that acts, or to which one who speaks belongs: "Lime's head said"."""
        first = next((c.start for c in cues if c.after), None)
        last = next((c.end for c in reversed(cues) if not c.after), None)
        told = sentence[: _OPENS if cues == [] else first or 0]
        told = told if last is None else f"{told}\n{sentence[last : last + _BESIDE]}"
        for body in self.cast.heard():
            bare = _ARTICLE.sub("", body)
            if any(_OF_ONE.search(told, max(0, at - _LEAD), at) for at in places_of(bare, told)):
                self.cast.spoke(body)

    def end(self, sentence: str, tellers: Iterable[str]) -> None:
        """Keep a sentence that is read, and which of those named behind what they told is no person."""
        self.before = sentence
        self.teller = next((s for s in tellers if not self.cast.is_person(s)), None)

    def meant_by(self, phrase: str) -> str | None:
        """Whom "the website", "the statement also" or "the 43-year-old" leads back to, when it is told."""
        found = _DEFINITE.fullmatch(phrase)
        if found is not None and found[1] in _MEDIA:
            return self.medium
        told = self.written.get(found[1]) if found is not None else None
        return told or self.described.who(phrase, self.focus, self.cast)


def _is_named(speaker: str) -> bool:
    """Whether words have a name's capital, not only that of a sentence as "Human rights groups" has."""
    first, *rest = speaker.removeprefix("The ").removeprefix("the ").split() or [""]
    named = any(word[:1].isupper() for word in rest)
    return named or (not rest and first[:1].isupper() and not is_plural(first))
