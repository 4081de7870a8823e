"""A clause without a verb of the lists to the word that most likely is one: "NASA pays for"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from claims.extract.grammar.lead_ins import PREPOSITIONS
from claims.extract.grammar.people_nouns import is_plural
from claims.extract.grammar.verbs import is_adverb, is_of_many

if TYPE_CHECKING:
    from collections.abc import Sequence

    from claims.extract.grammar.tokens import Token

ADJUNCT = re.compile(
    r"(?:because|due|if|unless|in|on|at|by|with|for|from|to|of|into|around|alongside|including|not|nor|as"
    r"|after|before|since|until|despite|without|rather|instead|such|so|than|through|over|under|against"
    r"|between|among|along|about|near|during|following|except|even|only|per|via|while|when|although|though"
    r"|whereas|once|both|either|compared|owing|thanks|prior|why|how|whether|(?:(?:still|well|just|far)\s)?short\sof"
    r"|below|above|ahead\sof|down\sfrom|up\sfrom)\b"
)
"""How a piece begins that only tells when, where, why or how."""

_MORE_VERBS = frozenset(
    "oversaw ran mourn use award end pays intends serves lead won rebuilt".split()
)
MEASURING = frozenset(
    """takes costs weighs covers spans lasts measures totals averages sleeps seats yields earns pays
    runs rises stretches employs carries amounts comes charges spends stands sits hovers peaks""".split()
)
_SCHEDULED = frozenset("starts begins opens resumes closes ends expires".split())
_BEFORE_NOUN = frozenset(
    "the a an of in on at for with by to these those its their his her".split()
)
_MEASURES = frozenset(
    "£ $ € less about nearly almost more less up only one two three four five six".split()
)
_AFTER_VERB = frozenset(
    "the a an to for that in on by with from his her its their about more at".split()
)
_LONGEST_MANY = 3  # words of "young money changers"
_NO_ACTS = frozenset(
    """and or but nor that than ago later worth like old long all each such who which whose when where plus
    minus versus north south east west away apart off up down out back home here there then now yet
    aboard abroad amid amongst beneath beside beyond opposite onto past
    higher lower larger smaller greater older younger further faster deeper""".split()
)
_PLURAL_VERBS = frozenset(
    """act absorb block burn buy carry draw drink earn eat employ form grow hang help hold kill keep lie
    make move pay protect sell sing sit sleep speak spend stand swim teach wear write""".split()
)
_ACTED_ON = frozenset(
    "the a an almost nearly about twice half more up down out their his her its them to for".split()
)


def likely_verb(words: Sequence[Token]) -> int | None:
    """A verb that the lists lack: "NASA pays for", "the party awards delegates", "he oversaw the"."""
    for i in range(1, len(words) - 1):
        word, after = words[i].lower, words[i + 1].lower
        led = words[i - 1].lower  # "the study's lead author"
        more = word in _MORE_VERBS and led not in _BEFORE_NOUN and not led.endswith(("'s", "s'"))
        if more or (word.endswith("ed") and "-" in word and words[i - 1].is_capital):
            return i
        if ADJUNCT.match(word):
            continue  # "Owls as a sign"
        reaches = after == "to" and word in {"runs", "amounts", "comes"}
        reaches |= after == "at" and word in {"stands", "sits", "hovers", "peaks"}
        if (word in MEASURING or _measures_many(words, i)) and (
            reaches or after[0].isdigit() or after in _MEASURES
        ):
            if words[i - 1].lower not in _BEFORE_NOUN:
                return i
            continue
        if _is_scheduled(words, i) or _many_act(words, i):
            return i
        subject = words[i - 1].is_capital or (i == 2 and words[0].lower in {"the", "a", "an"})  # noqa: PLR2004 - "the deal covers"
        told = after in _AFTER_VERB or after[0].isdigit()
        if subject and told and word.endswith("s") and word.isalpha():
            return i
    return None


def _is_scheduled(words: Sequence[Token], i: int) -> bool:
    """Whether word `i` tells when something is to be: "early voting starts on Monday"."""
    when = words[i + 2] if i + 2 < len(words) and words[i + 1].lower in {"on", "at", "in"} else None
    told = when is not None and (when.is_capital or when.text[0].isdigit())
    return told and words[i].lower in _SCHEDULED and words[i - 1].lower not in _BEFORE_NOUN


def _measures_many(words: Sequence[Token], i: int) -> bool:
    """Whether a plural pays or costs: "tenants now spend", "patients in Germany pay"."""
    before = words[i - 1].lower
    listed = f"{words[i].lower}s" in MEASURING
    return listed and (is_adverb(before) or is_plural(before) or is_of_many(words, i))


def _many_act(words: Sequence[Token], i: int) -> bool:
    """Whether a plural alone acts on something: "traders offer the wheat", "rents eat up half of it"."""
    before, word, after = words[i - 1], words[i].lower, words[i + 1].lower
    bare = before.text.isalpha() and before.lower.endswith("s") and is_plural(before.lower)
    led = words[max(0, i - _LONGEST_MANY) : i - 1]
    opens = i <= _LONGEST_MANY and not any(ADJUNCT.match(w.lower) or not w.is_word for w in led)
    verb = word.isalpha() and not (word.endswith(("s", "ed", "ing", "ly")) or words[i].is_capital)
    verb = verb and word not in PREPOSITIONS
    acts = word in _PLURAL_VERBS or after[0].isdigit() or after in _ACTED_ON
    return bare and opens and verb and word not in _NO_ACTS and acts
