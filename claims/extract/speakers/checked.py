"""The head of a fact-check to who made the claim that it quotes: "Claim: “…”" and "Made by: Ann Lee"."""

from __future__ import annotations

import re

from claims.extract.grammar.noun_phrases import speaker_in

_CLAIM = re.compile(
    r"(?:^|\n)\W{0,4}(?:the\s|what\s(?:was|is)\s)?claim(?:ed)?\s?:\W{0,4}$", re.IGNORECASE
)
_MADE_BY = re.compile(
    r"\W{0,4}(?:claimant|claimed\sby|claim(?:\smade)?\sby|made\sby|said\sby|stated\sby|speaker|who\ssaid\sit)"
    r"\W{0,3}:\W{0,3}(?P<who>\w[^\n]{1,160})",
    re.IGNORECASE,
)
_LINES = 4  # behind the claim
_LABEL = 30  # characters of "The claim: "
_LOOK = 800  # characters


def maker_of(text: str, start: int, end: int) -> str | None:
    r"""Who is said to have made the claim that is quoted at `[start, end)` of a fact-check.

    >>> text = "Claim: “It fell.”\nMade by: Ann Lee, a baker\nRating: false"
    >>> maker_of(text, 7, 17)
    'Ann Lee'
    """
    if _CLAIM.search(text[max(0, start - _LABEL) : start]) is None:
        return None
    below = [line for line in text[end : end + _LOOK].split("\n")[1:] if line.strip()][:_LINES]
    made = next((found for line in below if (found := _MADE_BY.match(line))), None)
    return speaker_in(made["who"]) if made is not None else None
