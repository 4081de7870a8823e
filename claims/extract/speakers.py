"""Who says each sentence and each quotation of an article, short names and pronouns resolved."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from claims.extract.article import LONGEST
from claims.extract.cues import PRONOUNS, Cue, find_cues
from claims.extract.names import Cast, people

if TYPE_CHECKING:
    from claims.extract.article import Article
    from claims.model.span import Span


@dataclass(frozen=True, slots=True)
class Voice:
    """Who speaks in one sentence: its cues, each with its speaker by the fullest name given.

    `person` is the one that "he" or "she" at its beginning can mean, null when none or several.
    """

    cues: tuple[Cue, ...]
    person: str | None


@dataclass(slots=True)
class Speakers:
    """The voices of an article, by number of sentence and of quotation."""

    voices: list[Voice] = field(default_factory=list)
    by_quote: list[str | None] = field(default_factory=list)


@dataclass(slots=True)
class _Memory:
    """What has been read so far."""

    cast: Cast = field(default_factory=Cast)
    person: str | None = None  # whom "he" or "she" most likely means
    body: str | None = None  # whom "they" most likely means
    recent: tuple[str, ...] = ()  # persons of the sentence before


def find_speakers(article: Article) -> Speakers:
    """Read the sentences in order and note who speaks in each, then in each quotation.

    >>> from claims.extract.article import read_article
    >>> a = read_article("Ann Lee died. She said it was hard.", published=None)
    >>> [[c.speaker for c in v.cues] for v in find_speakers(a).voices]
    [[], ['Ann Lee']]
    """
    speakers = Speakers()
    memory = _Memory()
    for span in article.sentences:
        if span.start >= article.body_end or len(span) > LONGEST:
            speakers.voices.append(Voice((), None))
        else:
            speakers.voices.append(_listen(span.of(article.text), memory))
    _hear_quotes(article, speakers)
    return speakers


def _hear_quotes(article: Article, speakers: Speakers) -> None:
    """Give each quotation its speaker: the cue beside it, else that of the quotation before."""
    starts = [s.start for s in article.sentences]
    before: tuple[int, str | None] = (0, None)
    for quote in article.quotes:
        who = _of_quote(article, speakers, starts, quote=quote)
        if who is None and article.text.count("\n\n", before[0], quote.start) <= 1:
            who = before[1]
        speakers.by_quote.append(who)
        before = (quote.end, who)


def _listen(sentence: str, memory: _Memory) -> Voice:
    found = list(people(sentence))
    memory.cast.note(found)
    names = [p.name for p in found] + _known(sentence, memory.cast)
    distinct = tuple(
        n for n in dict.fromkeys(memory.cast.fullest(n) for n in names) if memory.cast.is_sure(n)
    )
    sure = memory.recent[0] if len(memory.recent) == 1 else None
    cues = []
    for cue in find_cues(sentence):
        speaker = _resolve(cue.speaker, memory, distinct)
        if speaker is not None:
            cues.append(replace(cue, speaker=speaker))
            memory.body = speaker
    said = [c.speaker for c in cues if memory.cast.is_sure(c.speaker)]
    memory.person = next(iter([*said, *distinct]), memory.person)
    if distinct or not re.match(r"\W*(?:He|She|His|Her)\b", sentence):
        memory.recent = distinct
    return Voice(tuple(cues), sure)


def _known(sentence: str, cast: Cast) -> list[str]:
    """Short names in a sentence that belong to persons named in full before."""
    found = []
    for match in re.finditer(r"\b[A-ZÀ-Þ][\w-]+", sentence):
        full = cast.fullest(match[0])
        if full != match[0]:
            found.append(full)
    return found


def _resolve(speaker: str, memory: _Memory, here: tuple[str, ...]) -> str | None:
    """The fullest name for a speaker; a pronoun means whoever was spoken of last."""
    low = speaker.lower()
    if low in {"he", "she", "him", "her"}:
        return memory.person or (here[0] if here else None)
    if low in {"they", "them"}:
        return memory.body
    if low in PRONOUNS:
        return None
    return memory.cast.fullest(speaker)


def _of_quote(
    article: Article, speakers: Speakers, starts: list[int], *, quote: Span
) -> str | None:
    """The speaker of the cue in the sentence where the quotation opens, or where it closes."""
    for at in (quote.start, quote.end - 1, quote.end + 1):
        i = max(0, bisect_right(starts, at) - 1)
        base = article.sentences[i].start
        near = [
            (abs(base + c.start - quote.start), c)
            for c in speakers.voices[i].cues
            if not quote.start <= base + c.start < quote.end - 1
            and (c.after or base + c.start >= quote.end)
        ]
        if near:
            return min(near, key=lambda n: n[0])[1].speaker
    return None
