"""Nouns that tell of words and whose they are: "protesters' demands", "criticism from doctors"."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from claims.extract.grammar.noun_phrases import following_phrase, speaker_in
from claims.extract.grammar.people_nouns import HUMANS, is_plural
from claims.extract.grammar.roles import is_speaker_like

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claims.extract.grammar.syntax import Reading

_JUDGED = frozenset(
    """criticism praise condemnation opposition apology apologies condolences complaint
    complaints objections concerns concern backlash outrage tributes tribute attributions""".split()
)
_SAID = frozenset(
    """demand demands claim claims statement allegation allegations accusation accusations assertion
    assertions pledge promise vow threat warning warnings call calls request requests
    announcement proposal intent intention argument counter-argument suggestion denial confirmation
    recommendation recommendations prediction""".split()
)
_COMING = frozenset(["support", "backing"])
"""Nouns that are words only where they come from somebody: not "built with support from the bank"."""
_NOUNS = _JUDGED | _SAID | _COMING
_CONTENT = frozenset("that include includes included is was were are".split())
_AIMED = frozenset(
    "demand demands pledge promise vow threat call calls request requests intent intention".split()
)
_AIMS = _CONTENT | {"to", "for"}
_FROM = frozenset(["by", "from"])
_COME = frozenset("come comes came made voiced expressed".split())
_NEAR = 6  # words between such a noun and its verb
_FEW = 4
_BETWEEN = 2  # adjectives between the owner and the noun
_AHEAD = 120  # characters in which the speaker's name is read
_MARKS = frozenset(["'", "’"])
_ENDINGS = ("'s", "’s", "s'", "s’")
OWNERS = {"his": "he", "her": "she", "their": "they"}


@dataclass(frozen=True, slots=True)
class SpeechNoun:
    """A noun at `[start, end)` of its sentence and the words for whose speech it tells of."""

    start: int
    end: int
    speaker: str
    stance: str


def speech_nouns(r: Reading) -> Iterator[SpeechNoun]:
    """The nouns of a sentence that tell of somebody's words, outside quoted speech.

    >>> from claims.extract.grammar.syntax import read
    >>> [n.speaker for n in speech_nouns(read("It drew criticism from Ann Lee.", ()))]
    ['Ann Lee']
    """
    for i, word in enumerate(r.lows):
        if word not in _NOUNS or r.speech[i] or r.finite[i]:
            continue
        speaker = _giver(r, i) or (_owner(r, i) if r.lows[i + 1 : i + 2] else None)
        if speaker is not None:
            stance = "said" if word in _SAID else "judged"
            yield SpeechNoun(r.words[i].start, r.words[i].end, speaker, stance)


def _giver(r: Reading, i: int) -> str | None:
    """The speaker of "criticism from X", "the claim by X"."""
    at = _giving(r, i)
    if at is None or "to" in r.lows[max(0, i - 3) : i]:
        return None  # "in response to a statement from"
    end = r.words[at].end
    phrase, _ = following_phrase(r.text[end : end + _AHEAD])
    speaker = speaker_in(phrase)
    able = speaker and (speaker[:1].isupper() or is_speaker_like(speaker) or _are_people(speaker))
    return speaker if able else None


def _are_people(phrase: str) -> bool:
    """Whether the words tell of several people: "landlords in Leeds"."""
    return (
        is_plural(phrase)
        and phrase.partition(" in ")[0].rsplit(" ", 1)[-1].removesuffix("s") in HUMANS
    )


def _giving(r: Reading, i: int) -> int | None:
    """The "from" or "by" behind a noun: "criticism from X", "attributions of blame were made by X"."""
    if r.lows[i + 1 : i + 2] and r.lows[i + 1] in _FROM and r.lows[i] not in _COMING:
        return i + 1
    verb = r.acts(i + 1, min(i + _NEAR, len(r.words)))
    if verb is None or any(not r.words[k].is_word for k in range(i + 1, verb)):
        return None
    for k in range(verb, min(verb + _FEW, len(r.words) - 1)):
        if r.lows[k] in _COME and r.lows[k + 1] in _FROM:
            return k + 1
    return None


def _owner(r: Reading, i: int) -> str | None:
    """The speaker of "X's demand that" or "his pledge to"."""
    if r.lows[i + 1] not in (_AIMS if r.lows[i] in _AIMED else _CONTENT):
        return None
    for k in range(i - 1, max(-1, i - 2 - _BETWEEN), -1):
        if r.lows[k] in OWNERS:
            return OWNERS[r.lows[k]]
        if r.lows[k] in _MARKS and k and r.lows[k - 1].endswith("s"):
            return _phrase_to(r, k - 1)  # "protesters'"
        if not r.words[k].is_word or (r.finite[k] and not r.lows[k].endswith("ed")):
            return None
        if r.lows[k].endswith(_ENDINGS):
            return _phrase_to(r, k)
    return None


def _phrase_to(r: Reading, k: int) -> str | None:
    """The speaker whose name ends in the possessive word `k`."""
    start = k
    while start > 0 and r.words[start - 1].is_capital and r.words[start - 1].is_word:
        start -= 1
    if start == k and start > 0 and r.lows[start - 1] == "the":
        start -= 1
    owner = r.of(start, k + 1)
    bare = owner[:-2] if owner.endswith(("'s", "’s")) else owner.rstrip("'’")
    return speaker_in(bare) if bare[:1].isupper() or is_speaker_like(bare) else None
