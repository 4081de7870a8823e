"""A clause that is no whole sentence: what kind of piece it is, and what of its sentence completes it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING

from claims.extract.grammar.reporting_verbs import REPORTING
from claims.extract.grammar.tokens import tokens
from claims.extract.grammar.verbs import (
    AUXILIARIES,
    NOUNS_TOO,
    PAST,
    finite_from,
    is_adverb,
    is_finite,
)
from claims.extract.wording.fronted import NO_SHARING, WHEN, is_fronted
from claims.extract.wording.hanging_verbs import is_most_ever, only_hangs, only_tells_when
from claims.extract.wording.likely_verbs import ADJUNCT, MEASURING, likely_verb
from claims.extract.wording.subjects import PRONOUNS, subject_of
from claims.text.calendar_names import MONTH, WEEKDAY

if TYPE_CHECKING:
    from collections.abc import Sequence

    from claims.extract.grammar.tokens import Token

_RELATIVE = re.compile(
    r"(?:(?:in|of|to|for|from|at|with|after|by|on)\s|(?:the\s(?:last|first|latest|largest)|most|some|many|all|half"
    r"|none|both|one|two|three|four|five|six|several|few|each|\d[\d.,]*(?:\s?%|\s[a-z]+)?)\sof\s(?=which|whom))?(who|which|whose|whom|where)\b"
)
_THAT = re.compile(r"that\s(?!is,)\w+\s\w")
_OPENS = re.compile(
    r"(?:After|Before|Since|If|Because|Unless|Until|As|Once|Born|Located|Founded|Built|Based|Following|Despite"
    r"|Of(?!\scourse\b)|By the time|Due|By|In|On|At|With|For|From|During|According|Speaking|Having|Being"
    r"|Asked)\b"
)
_PLACES_FIRST = re.compile(r"(?:By(?! the time\b)|In|On|At|With|For|From|During|According|Under)\b")
_AS_ROLE = re.compile(
    r"As (?!(?:soon|long|far|well|much|many|if|though)\b)(?:an? |the )?(?:[a-z-]+ ){1,3}(?=(?:he|she|they)\s)"
)
"""What somebody was when they acted: "As minister he banned it"."""
_AS_WELL = re.compile(
    r"[^,]+,\s(?:as|when|while|after|before|because|since)\s(?:[^,]|(?<=\d),(?=\d))+"
)
"""Two openings: "On 11 January, as columns moved south"."""
_CUT_END = re.compile(r"[\s,;:—–(-]*(?:\b(?:and|but|or|nor|yet)[\s,]*)?$")
_PARTICIPLE = re.compile(
    r"(?:also\s|not\s|\w+ly\s)?(?!during\b|according\b|bring\b|king\b)[a-z]{3,}ing\b"
)
_PASSIVE = re.compile(
    r"(?:\w+ly\s)?(?:[a-z]+(?:ed|wn|lt|en|ade|eld)\s(?:by|in|at|to|as|for|from|on|with|of|after|under"
    r"|near|off|along|above|into|out|across|through|last|this|earlier)\b|(?:located|situated|based|known|called|named)\b)"
)
_AMOUNTS = frozenset("$€£¥0123456789")
BEFORE_SENTENCE = re.compile(
    r"\A(?:[•‣◦▪●∙⁃*·–—-]\s+|(?:\d{1,3}(?:\.\d{1,2}){0,2}[.)]|\([a-z\d]{1,3}\)|[a-z]\))\s+"
    r"|[A-ZÀ-Þ]{3}[A-ZÀ-Þ’'. -]{0,30}:\s(?=[A-ZÀ-Þ][a-zà-þ])"
    r"|[A-ZÀ-Þ][A-ZÀ-Þ’'. -]{2,40}(?:,\s[^—–\n]{1,40}?)?"
    r"(?:\s\([^()\n]{2,40}\))?\s(?:—|–|--?)\s"
    r"|[A-ZÀ-Þ][\w’'., -]{2,40}(?:\d{1,2}\s[A-Z][a-z]{2,8},?|[A-Z][a-z]{2,8}\.?\s\d{1,2},)\s\d{4}"
    r"(?:\s\([^()\n]{2,40}\))?\s(?:—|–|--?)\s)"
)
"""The mark of a list, or a dateline: "MARIETTA, Ohio (AP) — "."""
_COMPARED = re.compile(
    r"(?:\d[\d.,]*\s)?(?:more|fewer|less|[a-z]{2,}er)\sthan\s(?:any|it|he|she|they|we|ever"
    r"|(?:the|his|her|its|their)\s[a-z]+\s(?:had|has|have|ever|did|allow(?:s|ed)|expect(?:s|ed)|planned))\b"
    r"|(?:twice|half|[a-z]+\stimes)\sas\s(?:many|much|high|low|large|big|long|often|likely)\sas\b"
    r"|(?:equivalent|equal|comparable|similar|akin)\sto\b"
)
"""What measures something told before: "more than the empire had ever sent"."""
_GERUND = re.compile(r"\w+ing\s(?:is|was|has|had|will|would|can|could|may|might)\b")
"""An act as subject: "parking is free"."""
_ACTS = re.compile(
    r"(?!(?:as|besides|towards|afterwards|unless|perhaps|whereas|always|sometimes|thus|versus)\b)"
    r"[a-z]{3,}[^s\W]s\s(?:the|an?|its|his|her|their)\s"
)
"""A verb no list knows, with its object: "supports the army"."""
_LONGEST_HOST = 260
_FEW = 4  # words between "of" and its noun
_LEAST = 2  # words of a host
_LONGEST_BEFORE = 400
_MEASURED = re.compile(r"\s(?:at|by|to|for)\s[\d$€£]")  # a verb that the lists lack: "stands at 47"
_LONGEST_NAME = 8  # words
_ACTING = re.compile(r"(?:\w+ly\s)?[A-Z]?[a-z]{2,}ing\s[a-z]")
_SUBJECT_ONLY = re.compile(
    r"(?:after|before|until|while|when|because|since|as)\s(?:[A-Z][\w’'.-]*\s?)+,\s(?:an?|the)\s[^,]+"
)
_LATER = re.compile(
    r"(?:[\w-]+\s){1,3}(?:minute|hour|day|night|week|fortnight|month|year|decade)s?\s(?:after|before)\s"
)
"""When it was: "two days after the mill fell"."""
_IN_MARKS = re.compile(r"[“\"]([A-ZÀ-Þ][\w’'-]*(?:\s[A-ZÀ-Þ][\w’'-]*){0,2})[”\"](,\s[^“”\"]*)")
"""A name in marks that opens a sentence: "“Budi”, a deckhand,"."""
_NAME_BEHIND = re.compile(r",\s[A-ZÀ-Þ]")
_DASHES = frozenset("—–")
_DAY = re.compile(
    r"(?:Yesterday|Today|Tonight|Overnight|Earlier|(?:Late\s|Early\s)?(?:on\s)?[A-Z][a-z]+day)\b[\w\s]*$"
)


class Shape(Enum):
    """What kind of piece a clause is."""

    WHOLE = "whole"
    RELATIVE = "relative"  # who had 5 children
    PREDICATE = "predicate"  # opened a mill
    ADJUNCT = "adjunct"  # because it was wet; killing 12; in support of it
    PHRASE = "phrase"  # a former baker
    OPENING = "opening"  # After the mill fell


_DATE_FIRST = re.compile(
    rf"(?:in|on|by|since)\s(?:\d{{4}}|(?:{MONTH}|{WEEKDAY})(?:\s\d{{4}})?)\s((?=(?:the|an?|its|his|her|their)\s|[A-Z])\w)"
)
_NOUN_LED = re.compile(r"(?:the|an?|his|her|its|their)\s|[A-ZÀ-Þ]")
_LED_BY_ADVERB = re.compile(
    r"(?:always|even|especially|mainly|mostly|often|particularly|partly|usually)\s"
    r"(?:when|where|while|if|because|after|before)\b"
)


@dataclass(frozen=True, slots=True)
class Rest:
    """What stands around a clause in its sentence: a `host` to hang it on, the `subject` it shares."""

    host: str | None = None
    subject: str | None = None
    main: str | None = None  # the main clause after an opening one


def shape_of(clause: str) -> Shape:
    """Which kind of piece a clause is.

    >>> [shape_of(c).value for c in ("The mill fell", "who fell", "killing 12", "a former baker")]
    ['whole', 'relative', 'adjunct', 'phrase']
    """
    words = tokens(clause)
    if _RELATIVE.match(clause) or _that_acts(clause, words):
        return Shape.RELATIVE
    first = next((i for i, w in enumerate(words) if w.is_word and not is_adverb(w.lower)), 0)
    verb = _verb_from(words, first)
    if not clause[:1].islower():
        return _capital_shape(clause, words, verb)
    acts = verb == first or _ACTS.match(clause) is not None
    predicate = bool(words) and acts and not words[first].is_capital
    measures = len(words) > 1 and words[0].lower in MEASURING and words[1].text[:1] in _AMOUNTS
    if measures or (predicate and (not _PASSIVE.match(clause) or _reports(words, first))):
        return Shape.PREDICATE
    acting = _PARTICIPLE.match(clause) and not _GERUND.match(clause)
    if acting or _PASSIVE.match(clause) or _COMPARED.match(clause):
        return Shape.ADJUNCT
    dated = _DATE_FIRST.match(clause)  # "in 2014 the mill fell"
    whole = dated and shape_of(dated[1].upper() + clause[dated.end() :]) is Shape.WHOLE
    leans = ADJUNCT.match(clause) or _LATER.match(clause) or _LED_BY_ADVERB.match(clause)
    if leans and not whole and not is_fronted(words):
        return Shape.ADJUNCT
    return Shape.WHOLE if whole or ADJUNCT.match(clause) else _plain_shape(words, verb)


def _reports(words: Sequence[Token], first: int) -> bool:
    """Whether "argued in a paper that" begins a clause: it is no passive."""
    low = words[first].lower
    return low in REPORTING and any(w.lower == "that" for w in words[first + 2 :])


def _that_acts(clause: str, words: Sequence[Token]) -> bool:
    """Whether "that" is the subject: "that has cost 12 lives", but not "that the mill fell"."""
    return _THAT.match(clause) is not None and is_finite(words, 1 + is_adverb(words[1].lower))


def _capital_shape(clause: str, words: Sequence[Token], verb: int | None) -> Shape:
    """The kind of a piece that may open its sentence."""
    if words and words[0].lower.endswith("ed") and len(words) > 1:
        follows = words[1]  # "Elected in May" but not "Ahmed Lime" nor "Reported thefts fell"
        acts = finite_from(words, 2, len(words)) if "," not in clause else None
        leads = follows.is_word and not follows.is_capital and is_finite(words, 0)
        if leads and acts is None and not is_fronted(words):
            return Shape.OPENING
    if clause[:1].isdigit() and _COMPARED.match(clause):
        return Shape.ADJUNCT  # "38 more than the licence allowed"
    opens = _OPENS.match(clause) and (
        verb is None or not _PLACES_FIRST.match(clause) or _AS_WELL.fullmatch(clause)
    )
    if opens and not is_fronted(words) and not _AS_ROLE.match(clause):
        return Shape.OPENING
    return _plain_shape(words, verb)


def _plain_shape(words: Sequence[Token], verb: int | None) -> Shape:
    """Whole, unless it has no verb outside a relative clause."""
    if only_tells_when(words, verb) or is_most_ever(words, verb):
        return Shape.PHRASE
    if verb is None:
        verb = likely_verb(words)
    return Shape.PHRASE if verb is None or only_hangs(words, verb) else Shape.WHOLE


def _verb_from(words: Sequence[Token], first: int) -> int | None:
    """The first finite verb that is no capitalised word: "Ahmed" and "Red" are names."""
    verb = finite_from(words, first, len(words))
    while verb is not None and words[verb].is_capital and words[verb].lower not in AUXILIARIES:
        verb = finite_from(words, verb + 1, len(words))
    return None if verb is not None and _is_noun(words, verb) else verb


def _is_noun(words: Sequence[Token], i: int) -> bool:
    """Whether what a list has for a verb is a noun: "as a rolling release"."""
    word, before = words[i].lower, [w.lower for w in words[max(0, i - 2) : i]]
    near = {w.lower for w in words[max(0, i - _FEW) : i]}
    if word in NOUNS_TOO and i == len(words) - 1 and "of" in near:
        return True  # "a pact of six former states"
    article = before[:1] in (["a"], ["an"]) and before[-1].endswith("ing")
    return article and word not in PAST and not word.endswith("ed")


def rest_of(before: str) -> Rest:
    """What the words of a sentence before a clause offer it.

    >>> rest_of("The company closed two mills, and ")
    Rest(host='The company closed two mills, and', subject='The company', main=None)
    """
    if len(before) > _LONGEST_BEFORE:
        return Rest()
    called = _IN_MARKS.fullmatch(before.strip())
    if called is not None and finite_from(tokens(called[2]), 0, len(tokens(called[2]))) is None:
        return Rest(subject=called[1])
    shared = BEFORE_SENTENCE.sub("", before.strip()).strip('“"')
    text = _CUT_END.sub("", shared)
    if not text or text.count("“") != text.count("”") or text.count('"') % 2:
        return Rest()
    words = tokens(text)
    verbs = [i for i in range(len(words)) if is_finite(words, i)] or _measuring(words)
    last = text.rpartition(";")[2].strip()
    if len(last) < len(text) and finite_from(tokens(last), 0, len(tokens(last))) is None:
        return Rest(subject=last.partition(",")[0] if _NOUN_LED.match(last) else None)
    if not verbs:
        text = _lead_off(text)
        name = text.split(",")[0].strip()
        bare = (
            not ADJUNCT.match(name.lower())
            and _MEASURED.search(name) is None
            and len(name.split()) <= _LONGEST_NAME
            and name[:1].isupper()
            and subject_of(f"{name} was", tokens(f"{name} was"))
        )
        return Rest(None, name if bare else None)
    host = _host(shared) if len(words) > _LEAST and len(text) <= _LONGEST_HOST else None
    subject = _shared_subject(text, words, verbs)
    if subject is not None and _NAME_BEHIND.match(text.partition(subject)[2]):
        subject = None  # "A third president, Ann Lee, fell but": the name is a part of it
    if subject is not None and text == shared.rstrip(" ,") and _may_be_asides(words, verbs[-1]):
        subject = None
    return Rest(host, subject)


def _measuring(words: Sequence[Token]) -> list[int]:
    """Where a verb of measure stands that is as often a noun: "A filter costs about €90"."""
    verb = likely_verb([*words, *words[-1:]])
    return [verb] if verb is not None and words[verb].lower in MEASURING else []


def has_main(host: str) -> bool:
    """Whether the words have a verb besides that of a relative clause.

    >>> has_main("The mill fell"), has_main("The mill, which fell")
    (True, False)
    """
    words = tokens(host)
    verb = finite_from(words, 0, len(words))
    if verb is None:
        return False
    relative = any(w.lower in {"who", "which", "whose"} for w in words[:verb])
    return not relative or finite_from(words, verb + 2, len(words)) is not None


def is_cut(clause: str, after: str) -> bool:
    """Whether "after Ann Lee, a judge" lacks its verb, which comes after the comma.

    >>> is_cut("after Ann Lee, a judge", ","), is_cut("after Ann Lee fell", ",")
    (True, False)
    """
    return after == "," and _SUBJECT_ONLY.fullmatch(clause) is not None


def _host(shared: str) -> str:
    """The words to hang a clause on; a semicolon or a dash stays, since nothing else parts the two."""
    bare = shared.rstrip(" —–(-:;")
    mark = shared[len(bare) :].strip()
    if mark in {";", ":"}:
        return f"{bare}{mark}"
    return f"{bare} —" if mark in _DASHES else bare


def _lead_off(text: str) -> str:
    """A text without an opening phrase: "In a statement, Ann Lee", "Acting via a lawyer, Ann Lee"."""
    first, comma, others = text.partition(", ")
    opens = ADJUNCT.match(first[:1].lower() + first[1:]) or _ACTING.match(first)
    opens = opens or _DAY.match(first)
    return others if comma and opens else text


def main_after(after: str) -> str | None:
    """The main clause that follows an opening one: ", the firm closed." to "the firm closed".

    >>> main_after(", the firm closed two mills.")
    'the firm closed two mills'
    """
    text = after.strip(" ,.\n")
    words = tokens(text)
    if (
        not after.lstrip().startswith(",")
        or len(text) > _LONGEST_HOST
        or subject_of(text, words) is None
    ):
        return None
    return None if text.count("“") != text.count("”") or text.count('"') % 2 else text


def _shared_subject(text: str, words: Sequence[Token], verbs: Sequence[int]) -> str | None:
    """The subject of the sentence where every verb after it is its own and reports nobody's words."""
    span = subject_of(text, words)
    if span is None or span.of(text).count("(") != span.of(text).count(")"):
        return None  # the end of "((Ann Lee))", who is asked
    if span.of(text).lower() in PRONOUNS - {"he", "she", "it", "they"}:
        return None
    first = next(i for i in verbs if words[i].start >= span.end)
    for i in verbs:
        if words[i].lower in REPORTING and words[i].lower not in {"called", "found", "ordered"}:
            return None
        if i == first or words[i].start < span.end:
            continue
        before = words[i - 1]
        if not (
            before.lower in {"and", "but", ",", "or"}
            or before.lower in AUXILIARIES
            or is_adverb(before.lower)
        ):
            return None
    return None if _steps_aside(words, verbs, span.end) else span.of(text)


def _may_be_asides(words: Sequence[Token], verb: int) -> bool:
    """Whether a clause that follows may belong to "after one of their daughters, aged 17,"."""
    return any(w.lower in WHEN for w in words[verb + 1 :])


def _steps_aside(words: Sequence[Token], verbs: Sequence[int], end: int) -> bool:
    """Whether another clause lies between: "they were arrested after a daughter escaped and"."""
    if any(w.lower in NO_SHARING for w in words if w.start >= end):
        return True
    aside = next((i for i, w in enumerate(words) if w.start >= end and w.lower in WHEN), None)
    return aside is not None and verbs[-1] > aside
