"""Whether a clause with a subject of its own stands behind an opening: "in 2018, the firm closed"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claims.extract.grammar.reporting_verbs import REPORTING
from claims.extract.grammar.verbs import finite_from
from claims.extract.wording.likely_verbs import ADJUNCT, likely_verb

if TYPE_CHECKING:
    from collections.abc import Sequence

    from claims.extract.grammar.tokens import Token

WHEN = frozenset("after before since until once as".split())
"""What opens a clause of time."""
NO_SHARING = frozenset(
    "that which who whom whose because when while if although though where whether".split()
)
"""What opens a clause whose subject the next one does not share."""
_THEY = frozenset("they we you i".split())
_DAY = 2  # words of "on Monday"


def is_fronted(words: Sequence[Token]) -> bool:
    """Whether a clause with its own subject follows the opening: "in 2018, the firm closed".

    >>> from claims.extract.grammar.tokens import tokens
    >>> is_fronted(tokens("in 2018, the firm closed")), is_fronted(tokens("in 2018, or so"))
    (True, False)
    """
    comma = next((i for i, w in enumerate(words) if w.text == ","), None)
    if comma is None or words[0].lower in {"if", "because", "not", "nor", "including", "unless"}:
        return False
    that = next((i for i in range(1, comma) if words[i].lower == "that"), None)
    if that is not None and finite_from(words, that, comma) is None:
        return False  # "against the 12 that the board, an old one, wanted"
    verb = finite_from(words, comma + 1, len(words))
    if verb is None:
        verb = _acts_after(words, comma + 1)
    if verb is not None and words[0].lower in WHEN | {"when"} and _is_apposed(words, verb):
        return False  # "after her clerk, Anna Bode, accused her"
    if verb is not None and words[0].text in WHEN | {"when", "while"} and _tells_last(words, verb):
        return False  # "when the mill fell, the police said"
    return (
        verb is not None
        and verb > comma + 1
        and words[comma + 1].lower
        not in NO_SHARING | {"after", "before", "as", "since", "until", "once", "and", "or", "but"}
    )


def _tells_last(words: Sequence[Token], verb: int) -> bool:
    """Whether nothing follows a reporting verb but the day: "…, the police said on Monday"."""
    behind = [w for w in words[verb + 1 :] if w.is_word]
    ends = not behind or (len(behind) == _DAY and behind[0].lower == "on")
    return ends and words[verb].lower in REPORTING


def _acts_after(words: Sequence[Token], first: int) -> int | None:
    """A verb no list knows behind a comma and its subject: "they buy them", "traders offer twice"."""
    if first + 1 < len(words) and words[first].lower in _THEY and words[first + 1].is_word:
        return first + 1
    if ADJUNCT.match(words[first].lower if first < len(words) else "to"):
        return None
    verb = likely_verb(words[first:])
    return first + verb if verb is not None else None


def _is_apposed(words: Sequence[Token], verb: int) -> bool:
    """Whether the words between two commas are all that stands between the subject and its verb."""
    return words[verb - 1].text == "," and sum(w.text == "," for w in words[:verb]) == 2  # noqa: PLR2004 - a pair
