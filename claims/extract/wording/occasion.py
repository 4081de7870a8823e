"""What a claim needs of the story to be understood alone: what happened and when, as a bracket's words."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from claims.extract.grammar.listed_words import Listed, words_held
from claims.extract.grammar.tokens import tokens
from claims.extract.grammar.verbs import first_finite, is_finite
from claims.extract.wording.asides import is_aside, is_retold

if TYPE_CHECKING:
    from claims.extract.dates.mentions import DateMention
    from claims.extract.kinds import Setting
    from claims.extract.wording.story import Story
    from claims.model.span import Span

_CONTENT = re.compile(r"\w+")
_SMALL = frozenset(
    """a an the of to in on at by for with and or that this is are was were be as from after over
    into its his her""".split()
)
_STANDS = frozenset(
    "is are has have includes include lies remains belongs covers contains owns specializes".split()
)
_NOW = Listed(
    "currently|so far|to date|not yet|still|ongoing|under way|underway|at present|as of now"
)
_PRESENT = frozenset("is are am has have does do remain".split())
_WERE = frozenset(["was"])
_QUOTED = re.compile(r"[“”\"]")
_NO_STATE = re.compile(
    r"(?:\b(?:st(?:an|oo)ds?|standing|sit|sat|lie|lay|kee?pt?|hold|held|worse|more|less|further|better|\w+[hlwg]er)"
    r"\sstill|up\sto\sdate)$",
    re.IGNORECASE,
)
"""Where "still" is no word of time: "stood still", "higher still"."""
_AS_FAR = re.compile(
    r"so far\s(?:north|south|east|west|as|that|apart|away|from|up|down|out|in)\b", re.IGNORECASE
)
_POINTS = re.compile(
    r"\b[Tt]h(?:e|is|at|ese|ose)\s(?!(?:US|UK|EU|UN|first|most|largest|same|world|country|company|state|city|county|region|town|area|\w+est)\b)[a-z]"
)
_NO_MARKS = str.maketrans("", "", "(),")
_DAY = re.compile(r"\b(?:[A-Z][a-z]+ \d{1,2}|\d{1,2} [A-Z][a-z]+) (?:1\d|20)\d\d\b")
_AHEAD = 12  # characters
_ENOUGH = 0.75  # of the headline's words


def occasion_of(story: Story, part: Span, setting: Setting, *, around: str = "") -> str | None:
    """The words of a bracket such as "context: Bridge falls in Leeds, August 28, 2021", or None.

    None where the claim stands apart from the story: it has a year of its own, or tells a standing
    state of something named; and where it says the same itself or with the words `around` it.
    """
    clause = part.of(story.article.text)
    own = story.article.dates_in(part)
    if any(_far(m.edtf, story) for m in own):
        return None
    dated = any(len(m.edtf) >= len("2021-08-28") for m in own)  # "was shown on May 1, ongoing"
    now = not dated and story.article.published and _is_now(clause)
    stamp = f"as of {story.words_of(story.article.published or '')}" if now else None
    words = story.headline
    if story.opening is not None and (story.lead is None or not story.lead.overlap(part)):
        words = story.opening
    if (
        words is None
        or _told(words, f"{around} {clause}" if around else clause)
        or _apart(clause, setting)
        or is_retold(story, part, around)
        or is_aside(story, part, setting)
    ):
        return stamp
    if stamp is not None:
        return f"context: {words}; {stamp}"
    return f"context: {words}{_when(story, words, own)}"


def _is_now(clause: str) -> bool:
    """Whether a clause tells a state of the day of the report: "is still shut", not "was still shut"."""
    match = _NOW.search(clause)
    if match is None or _QUOTED.search(clause) or _AS_FAR.match(clause, match.start()):
        return False
    if _NO_STATE.search(clause[max(0, match.start() - _AHEAD) : match.end()]):
        return False
    words = tokens(clause)
    verbs = [i for i in range(len(words)) if is_finite(words, i)]
    before = [i for i in verbs if words[i].start < match.start()]
    near = words[(before or verbs)[-1 if before else 0]].lower if verbs else ""
    return near in _PRESENT or (near.endswith("s") and near not in _WERE)


def _when(story: Story, words: str, own: tuple[DateMention, ...]) -> str:
    """The day of the headline, else that of the report; nothing for a claim with its own, or told.

    A day that a later sentence names first may be another event's, and so may one that stands in the
    words of the lead that were cut off: "The glue held, a study published on Monday says".
    """
    day = story.words_of(story.lead_day) if story.lead_day is not None else None
    if words == story.headline:
        if own or (day is not None and day in words):
            return ""
        if day is not None:
            return f", {day}"
    elif _DAY.search(words.translate(_NO_MARKS)):
        return ""
    reported = story.words_of(story.article.published or "")
    return f", reported {reported}" if reported else ""


def _far(edtf: str, story: Story) -> bool:
    """Whether a date lies in another year than the story."""
    year = (story.day or story.article.published or "")[:4]
    return bool(year) and edtf[:4] != year and not edtf.startswith(str(int(year) - 1) + "-1")


def _told(occasion: str, clause: str) -> bool:
    """Whether the clause says most of what the occasion says."""
    words = _content(occasion)
    own = words_held(clause)
    if own is None:
        own = frozenset(w.lower() for w in _CONTENT.findall(clause))
    return bool(words) and len(words & own) >= _ENOUGH * len(words)


@lru_cache(maxsize=64)  # asked for every clause of an article
def _content(words: str) -> frozenset[str]:
    return frozenset(w.lower() for w in _CONTENT.findall(words)) - _SMALL


def _apart(clause: str, setting: Setting) -> bool:
    """Whether a clause tells a standing state of something it names itself."""
    if setting.attributed or setting.has_cue or _POINTS.search(clause):
        return False
    verb = first_finite(clause)
    if verb is None:
        return True
    words = tokens(clause)
    return (
        words[verb].lower in _STANDS
        and words[0].is_capital
        and not clause.startswith(("He ", "She ", "It ", "They "))
    )
