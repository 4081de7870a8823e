"""Claims that were cut where one sentence goes on: a bare speaker from its verb, or words from "it said"."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from claims.extract.grammar.reporting_verbs import REPORTING
from claims.extract.grammar.verbs import AUXILIARIES, finite_words, first_finite

if TYPE_CHECKING:
    from collections.abc import Sequence

    from claims.extract.reading import Reading

_GAP = re.compile(r",?\s+")
_SAYS = re.compile(r"(said|says|told|added|warned|confirmed|announced|argued|wrote|claimed)\b")
_FOR = r"(?:for|of|from|at|in|on|with)\b"
_PARTS = re.compile(rf",\s(?!{_FOR})")
_LED = re.compile(r"(?:In|At|On|Before|After|During|Through|With)\s")
_WRITTEN = re.compile(
    r"In\s(?:an?|the|his|her|its|their)\s(?:[\w-]+\s){0,3}(?:statement|letter|note|interview|report|post|speech"
    r"|email|message|briefing|filing|judgment|ruling|submission|bulletin|affidavit|circular)\b"
)
_RELATIVE = re.compile(r"\b(?:who|which|that|when|where|while)\b")
_TOLD = re.compile(
    r"\b(?:said|says|told\s\w+|argued|added|claimed|warned)\s(?:that\s)?(?!on\b|in\b)"
)
_TOLD_IN = re.compile(
    r"(?:it|he|she|they)\s([a-z]+)(?:\s(?:in|on|at|during|after|to)\s[^,;:“\"]{0,60})?$"
)


def rejoined(text: str, reading: Reading, runs: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    r"""The runs of words of one sentence, those put together that are one claim.

    >>> import numpy as np
    >>> from claims.extract.reading import Reading
    >>> words = [m.span() for m in re.finditer(r"\w+|,", "In a note, Ann Lee, said it was late")]
    >>> starts, ends = (np.array(one) for one in zip(*words, strict=True))
    >>> made = Reading(starts, ends, np.zeros(len(words), int), np.zeros((len(words), 18)))
    >>> rejoined("In a note, Ann Lee, said it was late", made, [(0, 6), (7, 11)])
    [(0, 11)]
    """
    if len(runs) < 2:  # noqa: PLR2004 - as most sentences
        return list(runs)
    places = [(int(reading.starts[a]), int(reading.ends[b - 1])) for a, b in runs]
    made = [runs[0]]
    for run, (one, two) in zip(runs[1:], pairwise(places), strict=True):
        near = _GAP.fullmatch(text, one[1], two[0]) or text[one[1] - 1] == ","
        if near and any(rule(text, one, two) for rule in (_is_bare, _is_told_in, _is_cut)):
            made[-1] = (made[-1][0], run[1])
        else:
            made.append(run)
    return made


def _is_bare(text: str, one: tuple[int, int], two: tuple[int, int]) -> bool:
    """Whether one is a paper, or a speaker without any role, and the other begins with the verb."""
    words = text[one[0] : one[1]].rstrip(", ")
    if _WRITTEN.match(words):
        front, _, behind = words.partition(", ")
        verbless = AUXILIARIES.isdisjoint(front.split()) and _RELATIVE.search(front) is None
        return verbless and _all_named(words) and first_finite(behind) is None
    if _SAYS.match(text, two[0]) is None:
        return False
    cut = _PARTS.search(words)
    led = cut is not None and _LED.match(words) is not None and _all_named(words)
    return (cut is None or led) and "," in words and first_finite(words) is None


def _all_named(words: str) -> bool:
    """Whether a capital begins each part behind a lead-in: "In a note, Lee's wife, Ann Cole"."""
    return all(part[:1].isupper() for part in words.split(", ")[1:])


def _is_told_in(text: str, one: tuple[int, int], two: tuple[int, int]) -> bool:
    """Whether the second is "it said in a note", which tells whose the first is."""
    told = _TOLD_IN.match(text[two[0] : two[1]].rstrip(".,!? "))
    if told is None or told[1] not in REPORTING:
        return False
    return first_finite(text[one[0] : one[1]]) is not None


def _is_cut(text: str, one: tuple[int, int], two: tuple[int, int]) -> bool:
    """Whether one tells of somebody without a verb, which begins two: "said the car, a van, | had hit"."""
    words = text[one[0] : one[1]]
    told = _TOLD.search(words)
    if told is None or "," not in words[told.end() :]:
        return False
    verb = finite_words(text[two[0] : two[1]])[:1] == (True,)
    return verb and first_finite(words[told.end() :]) is None
