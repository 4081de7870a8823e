"""The subject of a sentence or clause: the noun phrase before its first verb."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from claims.extract.grammar.verbs import finite_from, is_adverb
from claims.model.span import Span

if TYPE_CHECKING:
    from collections.abc import Sequence

    from claims.extract.grammar.tokens import Token

FRONTED = re.compile(
    r"\W*(?:In|On|At|By|For|From|After|Before|During|Since|Until|With|Under|As|According|When|While|If"
    r"|Although|Though|Because|Despite|Following|Amid|Last|This|Next|Earlier|Later|Meanwhile|However"
    r"|Also|Additionally|Furthermore|Moreover|Specifically|Instead|Yesterday|Today|\w+ly"
    r"|(?!(?:Housing|Planning|Mining|Farming|Shipping|Training|Banking|Building|Fishing|Nursing|Spring|King"
    r"|Beijing|Boeing|Wyoming|Reading|Sterling|(?:No|Some|Every|Any)thing)\b)"
    r"\w+ing(?!\s(?:has|had|is|was|will|would|said|says)\b)"
    r"|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)\b[^,“”\"]{0,120},\s"
)
_NOT_IN = frozenset(
    """that which who whom whose because when while if although though where but or after before he
    she it they himself herself itself themselves""".split()
)
_NO_END = frozenset(
    """a an the of in at by for from to with and or nor on into his her its their my our your no every
    each than as following latter former other others same such""".split()
)
_NO_BEGINNING = frozenset("by in on at for from with during after before since until to of".split())
_LONGEST = 14  # words
PRONOUNS = frozenset(
    """he she it they we i you this that these those there who which many some several most others another
    both all none one two three""".split()
)


def subject_of(sentence: str, words: Sequence[Token]) -> Span | None:
    """Where the subject stands, or None when it is not plain to see.

    >>> from claims.extract.grammar.tokens import tokens
    >>> s = "In May, the old mill in Leeds finally burned down."
    >>> subject_of(s, tokens(s)).of(s)
    'the old mill in Leeds'
    """
    lead = FRONTED.match(sentence)
    start = lead.end() if lead else 0
    first = next((i for i, w in enumerate(words) if w.start >= start and w.is_word), len(words))
    verb = finite_from(words, first, min(len(words), first + _LONGEST + 1))
    if verb is None or verb == first:
        return None
    stop = verb
    while stop > first and is_adverb(words[stop - 1].lower):
        stop -= 1
    own = words[first:stop]
    if not own or own[-1].lower in _NO_END or not _is_noun_phrase(own):
        return None
    if own[0].lower in _NO_BEGINNING:
        return None  # "By the time the men flew"
    return Span(own[0].start, own[-1].end)


def _is_noun_phrase(words: Sequence[Token]) -> bool:
    if len(words) == 1:
        return words[0].is_word and (words[0].is_capital or words[0].lower in PRONOUNS)
    if not (words[-1].is_word or words[-1].text in ")%"):
        return False
    return all(w.lower not in _NOT_IN and (w.is_word or w.text in "().'’&%$£€") for w in words)
