"""Phrases that credit a source: "according to X", "in the words of X", "by X's count", "X: …", "(X)"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from claims.extract.grammar.names import person_in
from claims.extract.grammar.noun_phrases import following_phrase, owner_of, speaker_in
from claims.extract.grammar.roles import is_speaker_like
from claims.extract.grammar.subjects import subject_of
from claims.extract.speakers.speech_nouns import OWNERS
from claims.text.calendar_names import WEEKDAY

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claims.extract.grammar.syntax import Reading

SOURCE = "source"
"""The stance of a phrase that credits a source for a fact."""

SAID = "said"

_NEAR = 10  # words behind "cited" within which "that" stands

_FRONTED = re.compile(
    r"\b(?:[Aa]ccording\sto|[Aa]s\s(?:reported|noted|stated|described|told)\sby"
    r"|[Ii]n\sthe\s(?:words|view|opinion|eyes)\sof|(?:\bper|^Per(?!\s\w+\s(?:said|says|told)\b))(?=\s(?:(?:the|an?)\s)?(?:\d{4}\s)?[A-Z]))\s"
)
_END_OF_SOURCE = re.compile(
    r"[;:()—–“”\"]|,(?!\d{3}\b)|(?<=[a-z]{4})\.(?:\s|$)|\.$"
    r"|\s(?:that|which|who|was|were|is|are|has|have|had|said|told|will|would|as|but|while|because)\b"
)
_OWN = re.compile(
    r"\b(?:[Ii]n|[Bb]y|[Ff]rom|[Tt]o)\s"
    r"(?:((?:the\s)?[A-Z][\w.]*(?:\s[\w.]+){0,4}?|the\s(?:[a-z]+\s){0,2}?[a-z]+(?=[’']s?\sown\s))[’']s?|([Hh]is|[Hh]er|[Tt]heir))\s(?:own\s)?"
    r"(?:words|views?|opinion|modell?ing|calculations?|account|count|estimates?|reckoning|telling|point\sof\sview|mind"
    r"|(?<=s\s)report)\b(?!\sof\b)"
)
_WHEN_OUT = re.compile(
    r"(?:\sand)?\s(?:published|released|issued|completed)\s"
    r"(?:(?:[\w-]+\s){1,2}(?:days?|weeks?|months?|years?|decades?)\s(?:later|earlier|ago|before|after)"
    r"|in\s(?:[A-Z]\w+\s)?\d{4})\b.*$"
)
"""When a document came out, which is no part of what it is called."""
_OWNED = re.compile(r"(?:his|her|its|their)\s", re.IGNORECASE)
_BY = re.compile(  # but not "data seen by the Gazette"
    r"(?<!seen )(?<!obtained )(?<!viewed )(?<!reviewed )(?<!cited )(?<!quoted )\bby\s(?:the\s)?"
    rf"([A-Z].*?)(?:\s(?:on\s{WEEKDAY}|published|released)\b.*)?$"
)
_IN_PLACE = re.compile(r"\b(?:in|of|from)\s[A-Z][\w-]+$")
_COUNTY = re.compile(r",\s[A-Z][\w.-]+(?:\s[A-Z][\w-]+)?(?=,)")
_HEADLINE = re.compile(r"\s*([A-Z][^:.,;!?“”\"]{2,60}):\s(?=\S)")
_LABELS = re.compile(
    r"\s*(?:pictured|photo|photos|picture|image|above|below|video|watch|file|in pictures|right|left)\b"
    r"[^:]{0,20}:",
    re.IGNORECASE,
)
_CREDIT = re.compile(
    r"\((?:(?:photo|image|picture|credit|source|via)s?(?:\sby)?:?\s)?([^()]{2,60})\)\W*$",
    re.IGNORECASE,
)
_TRAILING = re.compile(r"\s[–—-]\s(?:(?:say|says)\s)?([\w\s’'.]{3,40})$")
_ENDS = (
    "",
    ",",
    ".",
    ";",
    ")",
    "—",
    "–",
)  # behind "his lawyer, Ann Lee", not "the law, Ann Lee left"
_THEM = frozenset(["him", "her", "them"])
_WORDED = frozenset(
    """theory explanation message warning answer advice verdict complaint conclusion argument plea request
    prediction caveat suggestion reply response demand confession admission objection""".split()
)
"""What words before a colon are called."""
_NO_SOURCE = ("plan", "law", "schedule", "whether", "how", "their", "his", "her", "its")
_STARTERS = frozenset(["then", "including", "and", "that", "but", "because", "or", "while"])


@dataclass(frozen=True, slots=True)
class SourcePhrase:
    """A phrase at `[start, end)` of its sentence that credits `speaker`."""

    start: int
    end: int
    speaker: str
    after: bool
    both: bool = False
    stance: str = SOURCE


def source_phrases(r: Reading) -> Iterator[SourcePhrase]:
    """The phrases of a sentence that credit a source, outside quoted speech.

    >>> from claims.extract.grammar.syntax import read
    >>> [p.speaker for p in source_phrases(read("According to Reuters, it fell.", ()))]
    ['Reuters']
    """
    speech = [(w.start, w.end) for w, s in zip(r.words, r.speech, strict=True) if s]
    edges = {start for start, _ in speech}
    for match in _FRONTED.finditer(r.text):
        speaker = _source(r.text[match.end() :][:300])
        if speaker is not None and match.start() not in edges:
            yield _placed(r.text, match.start(), match.end() - 1, speaker)
    for match in _OWN.finditer(r.text):
        if match.start() not in edges:
            own = OWNERS[match[2].lower()] if match[2] else person_in(match[1]) or match[1]
            yield _placed(r.text, match.start(), match.end(), own)
    yield from _marks(r)


def _source(rest: str) -> str | None:
    stop = _END_OF_SOURCE.search(rest)
    source = (rest[: stop.start()] if stop else rest.rstrip(" .")).strip()
    if stop is not None and stop[0] == "," and person_in(source) is None:
        phrase, _ = following_phrase(" " + rest)
        _, comma, name = phrase.rpartition(", ")
        behind = rest[rest.find(name) + len(name) :][:1] if comma else "-"
        source = phrase if behind in _ENDS else source
    county = _COUNTY.match(rest[len(source) :]) if _IN_PLACE.search(source) else None
    if county is not None:
        return source + county[0]  # "police in Salem, Oregon"
    if _OWNED.match(source) and "," in source:
        return person_in(source.partition(",")[2])  # "its author, Ann Lee"
    if source in _THEM:
        return source
    if not source or source.lower().split()[0].startswith(_NO_SOURCE):
        return owner_of(source) if source else None
    owned = re.sub(r"[’']s?\s(?:statistics|data|figures|numbers|own)\b.*$", "", source)
    owned = _WHEN_OUT.sub("", owned)
    by = _BY.search(source)
    if by is not None:
        return person_in(by[1]) or by[1].strip()
    return speaker_in(owned)


def _placed(text: str, start: int, end: int, speaker: str) -> SourcePhrase:
    """What the phrase credits: what follows it when it opens its clause, else both sides or before."""
    before = text[max(0, start - 40) : start].rstrip(' “",')
    opens = not before or before.endswith((";", "—", "–"))
    last = before.rsplit(" ", 1)[-1].lower()
    if opens or last in _STARTERS:
        return SourcePhrase(start, end, speaker, after=True)
    return SourcePhrase(start, end, speaker, after=False, both="," in text[end : end + 120])


def _marks(r: Reading) -> Iterator[SourcePhrase]:
    """Sources shown by marks alone: a name before a colon, a credit in parentheses."""
    caption = _LABELS.match(r.text)
    if caption is not None:
        credit = _CREDIT.search(r.text)
        if credit is not None:
            yield SourcePhrase(credit.start(1), credit.end(1), credit[1].strip(), after=False)
        return
    headline = _HEADLINE.match(r.text)
    if (
        headline is not None
        and is_speaker_like(headline[1])
        and r.acts(0, len(headline[1].split())) is None
    ):
        speaker = speaker_in(headline[1])
        if speaker is not None:
            yield SourcePhrase(
                headline.end(1), headline.end(1) + 1, speaker, after=True, stance=SAID
            )
        return
    yield from _before_quote(r)
    trailing = _TRAILING.search(r.text[-60:])
    using = trailing is not None and trailing[1].split()[0].endswith("ing")
    if trailing is not None and is_speaker_like(trailing[1]) and not using:
        at = len(r.text) - len(r.text[-60:])
        yield SourcePhrase(
            at + trailing.start(1), at + trailing.end(1), trailing[1], after=False, stance=SAID
        )


def _before_quote(r: Reading) -> Iterator[SourcePhrase]:
    """The one who acts before a colon and a quotation, or what words are called: "He had one theory:"."""
    for i in range(1, len(r.words) - 1):
        spoken = r.speech[i + 1] or r.lows[i - 1] in _WORDED
        if r.words[i].text != ":" or not spoken or r.speech[i - 1]:
            continue
        verb = next((k for k in range(i - 1, -1, -1) if r.finite[k] and not r.speech[k]), None)
        subject = subject_of(r, verb) if verb is not None else None
        speaker = speaker_in(r.of(subject.start, subject.stop)) if subject is not None else None
        if speaker is not None and (
            is_speaker_like(speaker)
            or speaker[:1].isupper()
            or speaker.lower() in {"he", "she", "they"}
        ):
            yield SourcePhrase(r.words[i].start, r.words[i].end, speaker, after=True, stance=SAID)


def cited(r: Reading, i: int) -> str | None:
    """Whom a word of citing at word `i` credits: the one cited.

    >>> from claims.extract.grammar.syntax import read
    >>> cited(read("The Post cited a security official who knew.", ()), 2)
    'a security official'
    """
    near = range(i + 2, min(i + _NEAR, len(r.words)))
    that = next((k for k in near if r.lows[k] in {"that", "who", "saying"}), None)
    if that is None or any(not r.words[k].is_word or r.finite[k] for k in range(i + 1, that)):
        return None
    speaker = speaker_in(r.of(i + 1, that))
    return speaker if speaker is not None and is_speaker_like(speaker) else None
