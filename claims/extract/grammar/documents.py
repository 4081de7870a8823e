"""Something written with what hangs on it before a verb: "a report published on Monday" in "… says"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claims.extract.grammar.roles import is_finding

if TYPE_CHECKING:
    from claims.extract.grammar.syntax import Reading

_LAID = frozenset(  # what is done to a document, beside the forms in -ed
    "seen written drawn made shown given sent put read led".split()
)
_LINKS = frozenset("from by of in for on at to last this yesterday earlier today".split())
_TELLING = frozenset("from by".split())
_LONGEST = 5  # words of the noun phrase itself
_FEWEST = 2  # words that hang on it


def document_start(r: Reading, start: int, verb: int) -> int | None:
    """Where a document begins on which a participle, "from" or "by" hangs, nothing else before `verb`.

    >>> from claims.extract.grammar.syntax import read
    >>> document_start(read("A report published on Monday says no.", ()), 0, 5)
    0
    """
    for k in range(start, min(start + _LONGEST, verb - _FEWEST)):
        if not r.words[k].is_word or (r.finite[k] and not _names_one(r, start, k)):
            return None
        if is_finding(r.words[k].text):
            return start if _hangs(r, k + 1, verb) else None
    return None


def acts_itself(r: Reading, start: int, stop: int) -> int | None:
    """The first finite verb among the words but for one laid on a document: "a study published in May".

    >>> from claims.extract.grammar.syntax import read
    >>> acts_itself(read("A study published in May", ()), 0, 5) is None
    True
    """
    verb = r.acts(start, stop)
    if verb is None or verb <= start or verb + 1 >= stop:
        return verb
    laid = is_finding(r.words[verb - 1].text) and _is_laid(r, verb)
    return acts_itself(r, verb + 1, stop) if laid else verb


def documents_verb(r: Reading, verb: int) -> bool:
    """Whether a form that is a noun as often is what such a document does: "a letter seen by us shows".

    >>> from claims.extract.grammar.syntax import read
    >>> documents_verb(read("It fell, a letter seen by us shows.", ()), 8)
    True
    """
    if verb + 1 < len(r.words) and r.words[verb + 1].is_word and r.lows[verb + 1] != "that":
        return False
    k = verb
    while k > 0 and r.words[k - 1].is_word and not r.speech[k - 1]:
        k -= 1
    start = document_start(r, k, verb)
    if start is None:
        return False
    head = next(r.lows[k] for k in range(start, verb) if is_finding(r.words[k].text))
    return head == "data" or head.endswith("s") != r.lows[verb].endswith("s")


def _names_one(r: Reading, start: int, k: int) -> bool:
    """Whether a form that can be a verb ends a noun phrase here: "a report", "the study"."""
    return k > start and is_finding(r.words[k].text)


def _hangs(r: Reading, k: int, verb: int) -> bool:
    """Whether all of the words `k` to `verb` hang on the noun before them."""
    if not (r.lows[k] in _TELLING or _is_laid(r, k)):
        return False
    rest = range(k + 1, verb)
    return all(r.words[i].is_word and (not r.finite[i] or _is_laid(r, i)) for i in rest)


def _is_laid(r: Reading, k: int) -> bool:
    """Whether a participle stands at `k` with where, when or by whom behind it."""
    low = r.lows[k]
    behind = r.lows[k + 1]
    return (low in _LAID or low.endswith("ed")) and (behind in _LINKS or behind.isdigit())
