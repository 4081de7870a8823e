"""A clause to the tense of its first verb."""

from __future__ import annotations

from claims.extract.grammar.tokens import tokens
from claims.extract.grammar.verbs import BE, MODALS, first_finite, is_adverb

_HAVE = frozenset(["has", "have", "'ve"])
_WAS = frozenset(["was", "were"])
_PRESENT_ENDS = ("s", "'re", "'m")
_AHEAD = frozenset(["will", "shall", "'ll"])


def tense(clause: str) -> str:
    """The tense that the first finite verb of a clause shows.

    >>> tense("The dam has broken"), tense("a moving walkway")
    ('perfect', 'none')
    """
    words, at = tokens(clause), first_finite(clause)
    if at is None:
        return "ing" if words and words[0].lower.endswith("ing") else "none"
    verb = words[at].lower
    after = next(
        (w.lower for w in words[at + 1 :] if not is_adverb(w.lower) and w.lower != "not"), ""
    )
    done = after.endswith(("ed", "en", "wn")) or after == "been"
    shown = {
        "perfect": verb in _HAVE or verb.endswith("'ve"),
        "pluperfect": verb == "had" and done,
        "future": verb in _AHEAD or verb.endswith("'ll"),
        "modal": verb in MODALS,
        "passive": verb in _WAS and after.endswith(("ed", "en", "ing")),
        "was": verb in _WAS,
        "present": verb in BE or (verb.endswith(_PRESENT_ENDS) and not verb.endswith("ss")),
    }
    return next((name for name, holds in shown.items() if holds), "past")
