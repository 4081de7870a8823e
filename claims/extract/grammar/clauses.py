"""A sentence to the stretches that each could carry one claim, clause by clause.

Cuts at semicolons and dashes between clauses, at coordinations with a predicate of their own, at
relative, participial and subordinate clauses after a comma. A reporting clause stays with what it
reports.
"""

from __future__ import annotations

from itertools import islice, pairwise
from typing import TYPE_CHECKING

from claims.extract.grammar.number_words import UNITS
from claims.extract.grammar.reporting_verbs import REPORTING
from claims.extract.grammar.tokens import Token, tokens
from claims.extract.grammar.verbs import finite_words, is_adverb
from claims.model.span import Span

if TYPE_CHECKING:
    from collections.abc import Sequence

COORDINATORS = frozenset(["and", "but", "or", "nor", "yet", "so"])
SUBORDINATORS = frozenset(
    """although though because since while whereas when where after before until as unless once with
    which who whose even""".split()
)
_RELATIVES = frozenset(["which", "who", "whose", "where"])
_MID_SENTENCE = frozenset(["because", "while", "although", "though", "whereas", "after"])
_JOINING = _MID_SENTENCE | frozenset(["and", "but"])
_COMMAS = frozenset([",", ";", "—", "–", "--", ":"])
_LEADING = frozenset(
    """and but or nor yet so while although though however whereas even then meanwhile furthermore
    moreover additionally also despite""".split()
)
_PREPOSITIONS = frozenset("around near in on at of to from for with by over under".split())
_TIMES = frozenset(
    "years months weeks days hours minutes year month week day hour shortly soon long just".split()
)
_PAIRED = frozenset(["both", "between", "either", "neither"])
_NO_PARTICIPLES = frozenset("according including during following regarding".split())
_QUOTES = frozenset(['"', "“"])
_OPEN_MARKS = _QUOTES | frozenset("$€£#[")
_END_MARKS = frozenset(".,;:—–-!(…")
_DASHES = frozenset(["—", "–", "--"])
_BRACKETS = frozenset("()[]")
_MAY_CUT = _BRACKETS | _DASHES | frozenset(".,:;")
_ASIDE_WORDS = 5
_LONGEST_ASIDE = (
    100  # words and marks; looking on to the sentence's end at each mark would be quadratic
)
_SUBJECT_WORDS = 12
_SHORT_WORDS = 3


def clauses(sentence: str) -> tuple[Span, ...]:
    """Candidate claim spans of one sentence, in order, trimmed of connectives and end marks.

    >>> s = "Two men died, and police arrested a third; he was 40."
    >>> [c.of(s) for c in clauses(s)]
    ['Two men died', 'police arrested a third', 'he was 40']
    """
    words = tokens(sentence)
    finite = finite_words(sentence)
    cuts = _cuts(words, finite)
    edges = [0, *cuts, len(words)]
    pieces = [(a, b) for a, b in pairwise(edges) if a < b]
    kept = [p for p in _merged(words, finite, pieces) if not _cut_off(words, finite, *p)]
    spans = [_trim(words, a, b) for a, b in kept]
    return tuple(s for s in spans if s is not None)


def _cuts(words: Sequence[Token], finite: Sequence[bool]) -> list[int]:
    """Indices of the tokens that begin a new piece."""
    cuts: list[int] = []
    since = 0  # where the present piece begins
    depth = 0
    for i in range(1, len(words)):
        mark = words[i].text
        if mark not in _MAY_CUT and words[i].lower not in _JOINING:
            continue  # as most words
        if mark in _BRACKETS:
            depth = max(0, depth + (mark in "([") - (mark in ")]"))
        aside = mark == "(" and _told_aside(words, finite, i)
        if not aside and (depth or not _cut_here(words, finite, i, since)):
            continue
        cuts.append(i)
        since = i
    return cuts


def _told_aside(words: Sequence[Token], finite: Sequence[bool], i: int) -> bool:
    """Whether the parenthesis that opens at token `i` holds a clause of its own."""
    ahead = range(i + 1, min(len(words), i + _LONGEST_ASIDE))
    closing = next((k for k in ahead if words[k].text == ")"), i)
    return closing - i > _ASIDE_WORDS and any(finite[i:closing])


def _cut_here(words: Sequence[Token], finite: Sequence[bool], i: int, since: int) -> bool:
    """Whether a new piece begins at token `i` when the present one began at `since`."""
    if words[i].text == ";" or _stray_stop(words, i):
        return True
    if words[i].text in _DASHES:
        return _cut_at_dash(words, finite, i, since)
    if words[i].text == ":":
        return _cut_at_colon(words, finite, i, since)
    if words[i].text == "," and i + 1 < len(words):
        return _cut_at_comma(words, finite, i, since)
    if words[i - 1].text in _COMMAS:
        return False
    return _cut_at_word(words, finite, i, since)


def _stray_stop(words: Sequence[Token], i: int) -> bool:
    """A full stop in mid-sentence that a crawler left: "fulfilled. ten years after"."""
    return (
        words[i].text == "."
        and i + 1 < len(words)
        and words[i + 1].start > words[i].end
        and words[i + 1].text[0].islower()
        and len(words[i - 1].text) > 4  # noqa: PLR2004 - shorter words are abbreviations
        and words[i - 1].text.isalpha()
    )


def _cut_at_colon(words: Sequence[Token], finite: Sequence[bool], i: int, since: int) -> bool:
    """A colon cuts between two full clauses, but not between a reporting verb and what it reports."""
    verbs = [k for k in range(since, i) if finite[k]]
    if not verbs or any(words[k].lower in REPORTING for k in verbs):
        return False
    return (
        i + 1 < len(words)
        and words[i + 1].start > words[i].end
        and words[i + 1].text not in _QUOTES
        and _finite_ahead(words, finite, i + 1)
    )


def _cut_at_dash(words: Sequence[Token], finite: Sequence[bool], i: int, since: int) -> bool:
    if i + 1 < len(words) and finite[i + 1]:
        return True
    ahead = range(i + 1, min(len(words), i + _LONGEST_ASIDE))
    closing = next((k for k in ahead if words[k].text in _DASHES), None)
    if closing is not None and closing + 1 < len(words) and finite[closing + 1]:
        return closing - i > _ASIDE_WORDS
    return any(finite[since:i]) and _finite_ahead(words, finite, i + 1)


def _cut_at_comma(words: Sequence[Token], finite: Sequence[bool], i: int, since: int) -> bool:
    after = words[i + 1].lower
    has_verb = any(finite[since:i])
    if after in _QUOTES:
        return False
    if after in _RELATIVES or _next_amount(words, since, i):
        return True
    if words[since].text == "," and since + 1 < i and words[since + 1].lower in _RELATIVES:
        return has_verb or finite[i + 1]  # the relative clause ends here
    return has_verb and _new_clause(words, finite, i + 1, since)


def _new_clause(words: Sequence[Token], finite: Sequence[bool], i: int, since: int) -> bool:
    """Whether what begins at token `i`, after a comma, says something of its own."""
    word = words[i].lower
    if word in COORDINATORS:
        return _own_predicate(words, finite, i + 1)
    if word in SUBORDINATORS:
        return _finite_ahead(words, finite, i + 1)
    if word == "including":
        return any(w.text[0].isdigit() for w in words[i + 1 : i + 5])
    if word.endswith("ing") and len(word) > len("being") and not words[i].is_capital:
        return word not in _NO_PARTICIPLES
    if _names_cause(words, i) or (_fronted(words, since) and _own_predicate(words, finite, i)):
        return True
    return finite[i] and word not in REPORTING


def _cut_at_word(words: Sequence[Token], finite: Sequence[bool], i: int, since: int) -> bool:
    word = words[i].lower
    if word not in _JOINING or not any(finite[since:i]):
        return False
    if word in {"and", "but"}:
        paired = any(w.lower in _PAIRED for w in words[max(since, i - 6) : i])
        return not (paired or _ends_name(words, i)) and _own_predicate(words, finite, i + 1)
    if words[i - 1].lower in _TIMES:  # "four months after"
        return False
    return word in _MID_SENTENCE and _finite_ahead(words, finite, i + 1)


def _ends_name(words: Sequence[Token], i: int) -> bool:
    """Whether "and" stands in a name before a closing "reported": "Drugs and Crime reported."."""
    after = words[i + 1 : i + 4]
    return (
        len(after) > 2  # noqa: PLR2004 - the name's end, the verb, the mark
        and words[i - 1].is_capital
        and after[0].is_capital
        and after[1].lower in REPORTING
        and not after[2].is_word
    )


def _own_predicate(words: Sequence[Token], finite: Sequence[bool], i: int) -> bool:
    """Whether a predicate, with or without a subject of its own, begins at token `i`."""
    while i < len(words) and is_adverb(words[i].lower):
        i += 1
    if i >= len(words) or words[i].lower in _PREPOSITIONS:
        return i < len(words) and any(w.text == "," for w in words[i : i + _SUBJECT_WORDS])
    return finite[i] or _finite_ahead(words, finite, i)


def _finite_ahead(words: Sequence[Token], finite: Sequence[bool], i: int) -> bool:
    """Whether a finite verb follows within a subject's length, before the next break."""
    for k in range(i, min(len(words), i + _SUBJECT_WORDS)):
        if finite[k]:
            return True
        if words[k].text in {";", ":", "—", "–"} or words[k].lower in {"that", "which", "who"}:
            return False
    return False


def _fronted(words: Sequence[Token], since: int) -> bool:
    """Whether the piece is a subordinate clause put first: "When it fell, …"."""
    return since == 0 and words[0].lower in {"when", "while", "although", "though", "because"}


def _names_cause(words: Sequence[Token], i: int) -> bool:
    """Whether "due to" or "because of" stands at token `i` or right after it."""
    near = [w.lower for w in words[i : i + 3]]
    return any(pair in (["due", "to"], ["because", "of"]) for pair in (near[:2], near[1:]))


def _next_amount(words: Sequence[Token], since: int, i: int) -> bool:
    """Whether another "amount of things" follows in a list of them: "250 in York, 100 in Leeds"."""
    at = i + 1 + (words[i + 1].lower in {"and", "but"})
    return (
        at + 2 < len(words)
        and _is_amount(words[at])
        and (words[at + 1].is_word or words[at + 1].text == "%")
        and not words[at + 1].text[0].isdigit()
        and not words[i - 1].text[-1].isdigit()
        and any(_is_amount(w) for w in words[since:i])
    )


def _is_amount(word: Token) -> bool:
    return word.lower in UNITS or (
        word.text[0].isdigit() and not word.text.endswith(("th", "st", "nd", "rd"))
    )


def _merged(
    words: Sequence[Token], finite: Sequence[bool], pieces: Sequence[tuple[int, int]]
) -> list[tuple[int, int]]:
    """Pieces with those too thin to stand alone put back to the one before."""
    out: list[tuple[int, int]] = []
    for start, stop in pieces:
        told = islice((w for w in words[start:stop] if w.is_word), _SHORT_WORDS)
        thin = sum(1 for _ in told) < _SHORT_WORDS
        bare = len(out) == 1 and not any(finite[slice(*out[0])])
        relative = start + 1 < stop and words[start + 1].lower in _RELATIVES
        if out and (thin or (bare and relative)):
            out[-1] = (out[-1][0], stop)
        else:
            out.append((start, stop))
    return out


def _cut_off(words: Sequence[Token], finite: Sequence[bool], start: int, stop: int) -> bool:
    """Whether the piece is a bare subject whose predicate stands after an aside between dashes."""
    aside = stop < len(words) and words[stop].text in _DASHES
    return aside and start == 0 and not any(finite[start:stop])


def _trim(words: Sequence[Token], start: int, stop: int) -> Span | None:
    """The piece without leading connectives and marks at its ends; None when nothing is left."""
    while start < stop and (
        (not words[start].is_word and words[start].text not in _OPEN_MARKS)
        or words[start].lower in _LEADING
    ):
        start += 1
    opened = any(w.text == "(" for w in words[start:stop])
    while start < stop and (
        words[stop - 1].text in _END_MARKS or (words[stop - 1].text == ")" and not opened)
    ):
        stop -= 1
    if start == stop or not any(w.is_word for w in words[start:stop]):
        return None
    return Span(words[start].start, words[stop - 1].end)
