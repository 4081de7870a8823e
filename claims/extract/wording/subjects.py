"""The subject of a sentence or clause: the noun phrase before its first verb."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from claims.extract.grammar.verbs import AUXILIARIES, finite_from, is_adverb, is_finite
from claims.model.span import Span
from claims.text.calendar_names import MONTH, WEEKDAY

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
_DATED = re.compile(
    rf"(?:In|On|By|Since)\s(?:\d{{4}}|(?:{MONTH})(?:\s\d{{4}})?|{WEEKDAY})\s(?=(?:the|an?|its|his|her|their)\s|[A-Z])"
)
"""A date right before the subject: "In May the owners, a group of farmers, sold it"."""
_AGAIN = re.compile(r"(?:in|on|at|by|during|since|until|from|after)\s[^,“”\"]{1,60},\s")
"""A second phrase behind the one that opens a sentence: "At its height, in 2014, the mill"."""
_ITEM = re.compile(r"\s*(?:\d{1,3}(?:\.\d{1,2}){0,2}[.)]|\([a-z\d]{1,3}\)|[a-z]\))\s+")
"""The number of a paragraph: "8. The office was slow"."""
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
_LONGEST_ASIDE = 16
PRONOUNS = frozenset(
    """he she it they we i you this that these those there who which many some several most others another
    both all none one two three how why what where when whose whom""".split()
)


def subject_of(sentence: str, words: Sequence[Token]) -> Span | None:
    """Where the subject stands, or None when it is not plain to see.

    >>> from claims.extract.grammar.tokens import tokens
    >>> s = "In May, the old mill in Leeds finally burned down."
    >>> subject_of(s, tokens(s)).of(s)
    'the old mill in Leeds'
    """
    item = _ITEM.match(sentence)
    begin = item.end() if item else 0
    lead = _DATED.match(sentence, begin) or FRONTED.match(sentence, begin)
    start = lead.end() if lead else begin
    again = _AGAIN.match(sentence, start) if lead else None
    start = again.end() if again else start
    first = next((i for i, w in enumerate(words) if w.start >= start and w.is_word), len(words))
    comma, verb = next((i for i in range(first, len(words)) if words[i].text == ","), None), None
    if comma is not None and past_aside(words, comma) is not None:
        verb = comma if finite_from(words, first, comma) is None else None
    verb = verb or finite_from(words, first, min(len(words), first + _LONGEST + 1))
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


def past_aside(words: Sequence[Token], comma: int) -> int | None:
    """The verb behind an aside that opens with a comma: "The trial, held in May, failed".

    >>> from claims.extract.grammar.tokens import tokens
    >>> past_aside(tokens("The trial, held in May, failed"), 2)
    7
    """
    if comma + 1 >= len(words) or words[comma].text != ",":
        return None
    if words[comma + 1].is_capital and not _is_noun(words, comma - 1):
        return None  # "Ann Lee, Bo Chan", but "The sponge, Haliclona Lime, is"
    for i in range(comma + 2, min(len(words), comma + _LONGEST_ASIDE)):
        if words[i].text == ",":
            verb = i + 1
            while verb < len(words) and is_adverb(words[verb].lower):
                verb += 1
            if verb < len(words) and is_finite(words, verb):
                return verb
    return None


def _is_noun(words: Sequence[Token], i: int) -> bool:
    """Whether a common noun that "the" may lead stands at `i`."""
    return (
        i > 0
        and words[i].is_word
        and not words[i].is_capital
        and words[0].lower in {"the", "a", "an"}
    )


def has_more(words: Sequence[Token], subject: Span) -> bool:
    """Whether the sentence has a second verb, so that it may be about another thing too.

    >>> from claims.extract.grammar.tokens import tokens
    >>> [has_more(tokens(t), Span(0, 8)) for t in ("The mill has fallen", "The mill fell when it rained")]
    [False, True]
    """
    after = next((i for i, w in enumerate(words) if w.start >= subject.end), len(words))
    aside = past_aside(words, after) if after < len(words) else None
    verb = aside or finite_from(words, after, len(words))
    while verb is not None and verb + 1 < len(words):
        last = verb + 1
        while (
            words[verb].lower in AUXILIARIES
            and is_adverb(words[last].lower)
            and last + 1 < len(words)
        ):
            last += 1
        if not is_finite(words, last):
            break
        verb = last
    return verb is None or finite_from(words, verb + 1, len(words)) is not None


def is_named_behind(topic: str, words: Sequence[Token], subject: Span) -> bool:
    """Whether what the sentence before was about stands behind another subject: "The state shut the mill".

    >>> from claims.extract.grammar.tokens import tokens
    >>> is_named_behind("mill", tokens("The state shut the mill"), Span(0, 9))
    True
    """
    behind = [w.lower for w in words if w.start >= subject.end]
    ahead = (w.lower for w in words if w.start < subject.end)
    return bool(topic) and topic in behind and topic not in ahead


def _is_noun_phrase(words: Sequence[Token]) -> bool:
    if len(words) == 1:
        return words[0].is_word and (words[0].is_capital or words[0].lower in PRONOUNS)
    if not (words[-1].is_word or words[-1].text in ")%"):
        return False
    return all(w.lower not in _NOT_IN and (w.is_word or w.text in "().'’&%$£€") for w in words)
