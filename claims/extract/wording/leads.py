"""A long lead to the part of it that tells the story, cut where a clause or phrase ends."""

from __future__ import annotations

import re

from claims.extract.grammar.reporting_verbs import REPORTING
from claims.extract.grammar.tokens import tokens
from claims.extract.grammar.verbs import finite_from, is_adverb, is_finite
from claims.extract.wording.subjects import FRONTED
from claims.extract.wording.tidy import trimmed

LONGEST = 140
"""Characters that a note of what an article is about should have at most."""

_SHORTEST = 50
_CLAUSE = re.compile(
    r";\s|:\s|\s[–—]\s|,\s(?=[a-z])|\s(?=(?:when|while|where|because|although|though|amid|following"
    r"|due|despite|according|including)\s)"
)
_AHEAD = 40  # characters
_BEHIND = 2  # words that a verb must have behind it
_DONE = frozenset("issued published released signed ordered called".split())
_RELATIVE = frozenset("who which that whose where".split())


def shortened(lead: str) -> str | None:
    """At most LONGEST characters of a lead; None where no place is fit to cut it.

    >>> shortened("A bridge fell in Leeds")
    'A bridge fell in Leeds'
    """
    if len(lead) <= LONGEST:
        return lead
    for at in reversed([m.start() for m in _CLAUSE.finditer(lead, _SHORTEST, LONGEST + 2)]):
        cut = lead[:at]
        if at <= LONGEST and _is_whole(cut) and not _goes_on(lead[at : at + _AHEAD]):
            return cut
    return None


def _goes_on(after: str) -> bool:
    """Whether a verb comes next, so that its subject would stand alone: ", crashed in Leeds"."""
    words = [w for w in tokens(after) if w.is_word]
    first = next((i for i, w in enumerate(words) if not is_adverb(w.lower)), len(words))
    return first < len(words) and is_finite(words, first)


def _is_whole(cut: str) -> bool:
    """Whether the beginning of a lead is a sentence: a verb outside a relative clause, and more behind it."""
    if cut.count("(") != cut.count(")") or trimmed(cut) != cut:
        return False
    if len(re.findall(r"\s[–—]\s", cut)) % 2 or " " not in cut.rpartition(", ")[2]:
        return False
    words = tokens(cut)
    start = 0
    while (fronted := FRONTED.match(cut, start)) is not None:
        start = fronted.end()
    first = next((i for i, w in enumerate(words) if w.start >= start), len(words))
    verb = finite_from(words, first, len(words))
    if verb is not None and any(w.lower in _RELATIVE for w in words[first:verb]):
        verb = finite_from(words, verb + 1, len(words))
    if verb is not None and words[verb].lower in REPORTING and words[verb].lower not in _DONE:
        verb = finite_from(
            words, verb + 2, len(words)
        )  # "said the mayor of Leeds" tells nothing yet
    return verb is not None and verb + _BEHIND < len(words)
