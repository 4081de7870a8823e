"""An introduction to the one person who is interviewed: "spoke with Ann Lee", "Lee discussed the vote"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from claims.extract.grammar.given_names import gender_of
from claims.extract.grammar.names import TITLES, people
from claims.model.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from claims.extract.speakers.cast import Cast

_TALK = re.compile(
    r"\b(?:interview\w*|q\s?&\s?a|questions?|in conversation|spoke|speaks?|talk(?:s|ed)?|chat(?:s|ted)?"
    r"|sat down|sits down|caught up|catches up|met|discuss(?:es|ed|ing)?|reached out|answer(?:s|ed)"
    r"|ask(?:s|ed)|replie[ds])\b",
    re.IGNORECASE,
)
_SPEAKS_TO = re.compile(
    r"\b(?:spoke|speaks|talk(?:s|ed)|chatted|sat\sdown|sits\sdown|met|answer(?:s|ed)|replie[ds]|told)\b"
    r"[^.]{0,60}?\b(?:to|with|from)\b"
)
_OF_ONE_NAMED = re.compile(  # "We met her at home", "She spoke to us"
    r"\b(?:met|visited|interviewed|(?:spoke|talked|chatted|sat\sdown|caught\sup)\s(?:to|with))\s(?:him|her|them)\b"
    r"|\b[Ww]e\s(?:speak|spoke|meet|met|talk|talked)\s(?:by|on|over|via|in|at|through)\b"
    r"|^\W*(?:He|She|They)\s(?:spoke|speaks|talked|talks|answered|sat\sdown)\b"
)
_CREDIT = re.compile(  # a line of its own that tells who asked: "Interview: Tom Hill"
    r"\W*(?:Interview(?:er|ed)?|Words|Text|Questions)(?:\sby)?\s?:?\s(?:[A-ZÀ-Þ][\w.’'-]*\s?){1,4}\W*$"
)
_SOMEBODY = re.compile(r"\b(?:[Hh]e|[Ss]he|who)\b")
_BESIDE_BEFORE = re.compile(
    r"\b(?:with|to|of|for|interview(?:s|ed|ing)?|asks?|asked|met|questions?)\s(?:[\w.,’'-]+\s){0,12}$",
    re.IGNORECASE,
)
_BESIDE_AFTER = re.compile(
    r"[^.]{0,90}?\b(?:spoke|speaks|talk(?:s|ed)?|discuss(?:es|ed)?|answer(?:s|ed)|sat|sits|replie[ds]"
    r"|explains?|tells?|told|was\sasked|met)\b"
)
_ASKS = re.compile(
    r"\b(?:reporters?|correspondents?|journalists?|editor|interviewer|hosts?|presenter|by)[\s,]+$",
    re.IGNORECASE,
)
_GIVEN = re.compile(
    r"\b(?=([A-ZÀ-Þ][\w’'-]+(?:\s(?:[A-ZÀ-Þ]\.|[A-ZÀ-Þ][\w’'-]+|d[aei]|van|von|der)){1,4}))"
)
_SHORT = re.compile(r"\b[A-ZÀ-Þ][\w-]+")
_FIRST, _LAST = 8, 12  # sentences of an introduction
_LONGEST = 1000  # characters of a sentence that are read
_NEAR = 90  # characters around a name
_ASKED_BY = 60  # characters behind "spoke to" in which the one who asks is named
_HEADLINE, _TOLD, _BESIDE, _NAMED, _SURE, _WHO_ASKS = 2.0, 1.5, 3.0, 0.2, 1.0, -9.0


def talks(text: str) -> bool:
    """Whether words tell of an interview or another talk.

    >>> talks("She spoke with us."), talks("It fell.")
    (True, False)
    """
    return _TALK.search(text) is not None


def interviewee_in(sentences: Sequence[str], cast: Cast) -> str | None:
    """The person whom an introduction shows to be the one who answers; None when it may be several.

    >>> from claims.extract.speakers.cast import Cast
    >>> interviewee_in(["We spoke to chemist Omar Reyes about the river."], Cast())
    'Omar Reyes'
    """
    scores: dict[str, float] = {}
    told = False
    last: str | None = None  # the only one whom the last sentence with a name has named
    for i, whole in enumerate(_nearest(sentences)):
        sentence = whole[:_LONGEST]
        talk = talks(sentence)
        told |= talk
        found = list(_scored(sentence, cast, talk=talk))
        if i and _CREDIT.match(sentence):
            scores |= {name: _WHO_ASKS for name, _ in found}
            continue
        of_one = _OF_ONE_NAMED.search(sentence) if talk and last is not None else None
        if of_one is not None and last is not None:
            scores[last] += _TOLD + _BESIDE
            found = _without_who_met(sentence[: of_one.start()], found, last)
        for name, score in found:
            if name not in scores:
                scores[name] = _SURE if cast.is_sure(name) or gender_of(name) else 0.0
            scores[name] += score + (_HEADLINE if i == 0 else 0.0)
        if found:
            last = found[0][0] if len(found) == 1 else None
    ranked = sorted(scores.items(), key=lambda item: -item[1])
    if not told or not ranked or ranked[0][1] < _TOLD:
        return None
    tied = len(ranked) > 1 and ranked[1][1] + _NAMED / 2 > ranked[0][1]
    return None if tied else ranked[0][0]


def _without_who_met(
    ahead: str, found: list[tuple[str, float]], last: str
) -> list[tuple[str, float]]:
    """The persons with whoever stands before "met her" as one who asks."""
    return [
        (name, _WHO_ASKS if name != last and name.split()[-1] in ahead else score)
        for name, score in found
    ]


def _nearest(sentences: Sequence[str]) -> Sequence[str]:
    """The first and the last sentences of a long introduction."""
    if len(sentences) <= _FIRST + _LAST:
        return sentences
    return [*sentences[:_FIRST], *sentences[-_LAST:]]


def _scored(sentence: str, cast: Cast, *, talk: bool) -> Iterator[tuple[str, float]]:
    """How much a sentence speaks for each person in it as the one who answers, each of them once."""
    found = list(persons_in(sentence, cast))
    asked_by = _asked_by(sentence, found)
    edges = [0, *(at.end for _, at in found)]
    seen: set[str] = set()
    for k, (name, at) in enumerate(found):
        before = sentence[max(edges[k], at.start - _NEAR) : at.start]
        if name in seen:
            continue
        seen.add(name)
        if _ASKS.search(before) or asked_by.overlap(at):
            yield name, _WHO_ASKS
            continue
        stop = found[k + 1][1].start if k + 1 < len(found) else len(sentence)
        after = sentence[at.end : min(stop, at.end + 2 * _NEAR)]
        beside = _BESIDE_BEFORE.search(before) or _BESIDE_AFTER.match(after)
        yield name, _NAMED + (_TOLD if talk else 0.0) + (_BESIDE if talk and beside else 0.0)


def persons_in(sentence: str, cast: Cast) -> Iterator[tuple[str, Span]]:
    """Each person in a sentence, by full or short name, with where it is named.

    >>> from claims.extract.speakers.cast import Cast
    >>> [name for name, _ in persons_in("Engineer Bill Hammons asked Omar Reyes.", Cast())]
    ['Bill Hammons', 'Omar Reyes']
    """
    found = {p.start: (cast.fullest(p.name), Span(p.start, p.end)) for p in people(sentence)}
    for match in _GIVEN.finditer(sentence):
        if gender_of(match[1]) and match[1].split()[-1][0].isupper():
            found[match.start()] = (_plain(match[1]), Span(*match.span(1)))
    for match in _SHORT.finditer(sentence):
        name = cast.fullest(match[0])
        if name != match[0] and cast.is_person(name) and _stands_alone(sentence, match):
            found.setdefault(match.start(), (name, Span(match.start(), match.end())))
    taken = 0
    for start in sorted(found):
        name, at = found[start]
        inner = next((s for s in found if start < s < at.end and gender_of(found[s][0])), None)
        if start < taken or (inner is not None and not gender_of(name)):
            continue  # "Engineer Bill Hammons" is Bill Hammons
        taken = at.end
        yield name, at


def _stands_alone(sentence: str, match: re.Match[str]) -> bool:
    """Whether a short name is no part of a longer one: not "Railway" in "Harbour Railway Board"."""
    before = sentence[: match.start()].split()[-1:]
    titled = not before or not before[0][:1].isupper() or before[0].lower().rstrip(".") in TITLES
    ends = before and before[0][-1:] in '.,;:!?”"'
    return bool(titled or ends) and re.match(r"\s[A-ZÀ-Þ]", sentence[match.end() :]) is None


def _plain(name: str) -> str:
    """A name without a possessive ending."""
    return re.sub(r"[’']s?$", "", name)


def _asked_by(sentence: str, found: Sequence[tuple[str, Span]]) -> Span:
    """Where the one who asks is named: behind "she spoke to", not behind "we spoke to"."""
    match = _SPEAKS_TO.search(sentence)
    if match is None:
        return Span(0, 0)
    subject = any(at.end <= match.start() for _, at in found)
    if not subject and _SOMEBODY.search(sentence[: match.start()]) is None:
        return Span(0, 0)
    return Span(match.end(), match.end() + _ASKED_BY)
