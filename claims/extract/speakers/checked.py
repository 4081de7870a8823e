"""The head of a fact-check to who made the claim that it quotes: "Claim: “…”" and "Made by: Ann Lee"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from claims.extract.grammar.noun_phrases import speaker_in
from claims.extract.speakers.cues import Cue
from claims.extract.speakers.source_phrases import SOURCE

if TYPE_CHECKING:
    from claims.model.span import Span

_CLAIM = re.compile(
    r"(?:^|\n)\W{0,4}(?:the\s|what\s(?:was|is)\s)?claim(?:ed)?\s?:\W{0,4}$", re.IGNORECASE
)
_LABELLED = re.compile(r"((?:the\s)?claim)\s?:\s(?![\"“])", re.IGNORECASE)
_MADE_BY = re.compile(
    r"\W{0,4}(?:claimant|claimed\sby|claim(?:\smade)?\sby|made\sby|said\sby|stated\sby|speaker|who\ssaid\sit)"
    r"\W{0,3}:\W{0,3}(?P<who>\w[^\n]{1,160})",
    re.IGNORECASE,
)
_LINES = 4  # behind the claim
_LABEL = 30  # characters of "The claim: "
_LOOK = 800  # characters


def claim_cue(text: str, sentence: Span) -> Cue | None:
    r"""The label of a claim that a fact-check gives in its own words, with who is said to have made it.

    >>> from claims.model.span import Span
    >>> told = "Claim: It fell.\nMade by: Ann Lee, a baker"
    >>> claim_cue(told, Span(0, 15)).speaker
    'Ann Lee'
    """
    match = _LABELLED.match(text, sentence.start, sentence.end)
    who = _made_by(text, sentence.start) if match is not None else None
    if match is None or who is None:
        return None
    return Cue(0, match.end(1) - sentence.start, who, SOURCE, after=True)


def maker_of(text: str, start: int, end: int) -> str | None:
    r"""Who is said to have made the claim that is quoted at `[start, end)` of a fact-check.

    >>> text = "Claim: “It fell.”\nMade by: Ann Lee, a baker\nRating: false"
    >>> maker_of(text, 7, 17)
    'Ann Lee'
    """
    if _CLAIM.search(text[max(0, start - _LABEL) : start]) is None:
        return None
    return _made_by(text, end)


def _made_by(text: str, end: int) -> str | None:
    """Who is named in the lines below."""
    below = [line for line in text[end : end + _LOOK].split("\n")[1:] if line.strip()][:_LINES]
    made = next((found for line in below if (found := _MADE_BY.match(line))), None)
    return speaker_in(made["who"]) if made is not None else None
