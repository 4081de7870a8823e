"""A noun and what describes it, whose only verb is that of the description, so that it is no sentence."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claims.extract.grammar.verbs import finite_from, is_adverb
from claims.extract.wording.noun_phrases import PREPOSITIONS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from claims.extract.grammar.tokens import Token

_ARTICLES = frozenset("a an the one another".split())
_TWO_WAYS = frozenset(
    "brought held built made sent caught left led bought sold taught sought shot found set".split()
)
"""Forms that are past and participle."""

_AFTER_PARTICIPLE = frozenset("by in at to from on under since for with after during of".split())
_TIMES = frozenset(
    """year years later day days week weeks month months time night morning evening afternoon
    monday tuesday wednesday thursday friday saturday sunday""".split()
)
_LEADS = frozenset(
    """however meanwhile also instead then still now today yesterday after when while if although though
    because as once until since""".split()
)


def is_noun_piece(words: Sequence[Token], verb: int) -> bool:
    """Whether the verb at `verb`, the first of a clause, only describes the noun that opens it.

    >>> from claims.extract.grammar.tokens import tokens
    >>> is_noun_piece(tokens("Ann Lee, brought back to power in May"), 3)
    True
    >>> is_noun_piece(tokens("The dam, a project suspended in 2011"), 5)
    True
    """
    return _is_participle(words, verb) or _that_describes(words, verb)


def _is_participle(words: Sequence[Token], verb: int) -> bool:
    """Whether the verb is the participle of an aside that goes on to the end."""
    form, commas = words[verb].lower, [i for i in range(verb) if words[i].text == ","]
    if not commas or any(
        w.text == "," and words[i + 1 : i + 2] and words[i + 1].lower not in _ARTICLES
        for i, w in enumerate(words[verb:], verb)
    ):
        return False  # "Ann Lee, elected in May, resigned", but not "…, led by Bo Chan, a baker"
    if finite_from(words, verb + 1, len(words)) is not None and any(
        w.text == "," for w in words[verb:]
    ):
        return False
    if all(w.lower not in _AFTER_PARTICIPLE for w in words[verb + 1 : verb + 3]):
        return False
    if commas[-1] == verb - 1:
        return form in _TWO_WAYS or (len(commas) == 1 and form.endswith("ed"))
    return form.endswith("ed") and _is_told_of(words, commas)


def _is_told_of(words: Sequence[Token], commas: Sequence[int]) -> bool:
    """Whether the one comma stands between a name or noun and "a …" or "the …": "The dam, a project"."""
    at = commas[0]
    time = not _TIMES.isdisjoint(w.lower for w in words[max(0, at - 2) : at])
    front = words[0].lower in PREPOSITIONS | _LEADS or not words[0].is_capital
    return len(commas) == 1 and words[at + 1].lower in _ARTICLES and not (time or front)


def _that_describes(words: Sequence[Token], verb: int) -> bool:
    """Whether "that" leads from a noun to the verb: "a sum that had gone", "a charge that they denied"."""
    commas = [i for i in range(verb) if words[i].text == ","]
    told = bool(commas) and _is_told_of(words, commas)  # "Ann Lee, the head of a firm that sank"
    start = commas[0] + 1 if told else 0
    if words[start].lower not in _ARTICLES:
        return False
    at = next((i for i in range(start + 2, verb) if words[i].lower == "that"), None)
    if at is None or not words[at - 1].is_word or words[at - 1].lower in PREPOSITIONS:
        return False  # "the end of that year"
    if finite_from(words, verb + 1, len(words)) is not None:
        return False  # "the claim that it fell was false"
    if words[start].lower != "the" and not words[at - 1].lower.endswith("s"):
        return True  # but not "A rival grumbles that it fell"
    acts = all(is_adverb(w.lower) for w in words[at + 1 : verb])
    return acts or all(not w.is_word for w in words[verb + 1 :])
