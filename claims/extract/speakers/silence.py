"""Those who are asked and say nothing: "declined to comment", "would not discuss it", "made no comment"."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from claims.extract.grammar.noun_phrases import speaker_in
from claims.extract.grammar.subjects import subject_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claims.extract.grammar.syntax import Reading

_DECLINED = frozenset("declined declines refused refuses".split())
_WORDS = frozenset(
    "comment say discuss elaborate confirm disclose reveal specify respond explain talk speak".split()
)
_NOT_SAID = frozenset(["comment", "discuss", "elaborate"])
_WISHED = frozenset(["want", "wish", "wanted", "wished"])
_AUXILIARIES = frozenset("would will could did does do".split())


@dataclass(frozen=True, slots=True)
class Silence:
    """A verb at `[start, end)` of its sentence and the words for who keeps silent."""

    start: int
    end: int
    speaker: str


def silences(r: Reading) -> Iterator[Silence]:
    """Those of a sentence who keep silent, outside quoted speech.

    >>> from claims.extract.grammar.syntax import read
    >>> [s.speaker for s in silences(read("The bank declined to comment.", ()))]
    ['The bank']
    >>> list(silences(read("The club declined to move.", ())))
    []
    """
    for i in range(len(r.words)):
        subject = subject_of(r, i) if not r.speech[i] and _keeps_silent(r, i) else None
        speaker = speaker_in(r.of(subject.start, subject.stop)) if subject is not None else None
        if speaker is not None:
            yield Silence(r.words[i].start, r.words[i].end, speaker)


def _keeps_silent(r: Reading, i: int) -> bool:
    """Whether the verb at word `i` tells that nothing is said."""
    low = r.lows[i]
    if low in _DECLINED:
        return _to_speak(r, i)
    if low == "made":
        return r.lows[i + 1 : i + 3] == ("no", "comment")
    if i < 2 or r.lows[i - 1] != "not" or r.lows[i - 2] not in _AUXILIARIES:  # noqa: PLR2004 - both
        return False
    return low in _NOT_SAID or (low in _WISHED and _to_speak(r, i))


def _to_speak(r: Reading, i: int) -> bool:
    """Whether "to" and a verb of speaking stand right behind word `i`."""
    return r.lows[i + 1 : i + 2] == ("to",) and i + 2 < len(r.lows) and r.lows[i + 2] in _WORDS
