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
    r";\s|:\s|\s[–—]\s(?![^–—]{1,80}\s[–—]\s)|,\s(?=(?:which|who|whose|whom|where|when|while|after|as"
    r"|before|since|until|because|although|though|unless|if|but|and|or|yet|with|without|in|on|at|for|by|from"
    r"|into|among|amid|despite|following|during|under|over|near|about|against|including|according"
    r"|due|an?|the|its|his|her|their|one|two|three|some|many|most|several|all|both|none|\w+(?:ing|ed|ly))\s)"
    r"|\s(?=(?:when|while|where|because|although|though|amid|following"
    r"|due|despite|according|including)\s)"
)
"""Where a lead may be cut: not in a list, "the wages, bank notes and names", nor before " — that is — "."""

_ASIDE = re.compile(r",\s[^,;]{2,100}(?=,\s)")
_LED_ON = re.compile(r",\s(?:that|to|whether|how|why|what)\s")
_SHOWING = re.compile(
    r",\s(?:showing|finding|suggesting|indicating|revealing|concluding|claiming)\s"
)
"""What a study shows is its point, and is not cut off."""

_OPENS = re.compile(
    r"(?:As|With|When|While|After|Although|Though|Because|If|Before|Until|Despite|Following|Amid|Once)\s"
)
_AHEAD = 160  # characters
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
    """Whether a verb comes next or after an aside, so that its subject or object would be cut off.

    ", crashed in Leeds"; ", a lawyer, was elected"; ", by a show of hands, that".
    """
    if _SHOWING.match(after):
        return True
    aside = _ASIDE.match(after)
    if aside is not None:
        rest = after[aside.end() :]
        if _LED_ON.match(rest) or _acts(rest):
            return True
    return _acts(after)


def _acts(after: str) -> bool:
    words = [w for w in tokens(after) if w.is_word]
    first = next((i for i, w in enumerate(words) if not is_adverb(w.lower)), len(words))
    return first < len(words) and is_finite(words, first)


def _is_whole(cut: str) -> bool:
    """Whether the beginning of a lead is a sentence: a verb outside a relative clause, and more behind it."""
    if cut.count("(") != cut.count(")") or trimmed(cut) != cut:
        return False
    if len(re.findall(r"\s[–—]\s", cut)) % 2 or " " not in cut.rpartition(", ")[2]:
        return False
    if _OPENS.match(cut) and FRONTED.match(cut) is None:
        return False  # "As the water went down on the coast"
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
