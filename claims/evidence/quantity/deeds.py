"""A sentence without a number to who did what, to whom and where, by plain forms alone.

"The Osk bridge was designed by Ana Kovic", "the designer of the Osk bridge is Ana Kovic" and "Ana Kovic
designed the Osk bridge" are one deed. What is told in a form that is not known here is none.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from claims.evidence.quantity.deed_forms import (
    ALIKE,
    DEEDS,
    EVENTS,
    KIN,
    OPPOSITES,
    PLACES,
    ROLES,
    TITLES,
)
from claims.evidence.quantity.wording import concept_of, name_stem

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claims.evidence.quantity.statement import Statement


class Party(NamedTuple):
    """Who or what stands in one part of a deed: the words of its name, and those that describe it."""

    names: tuple[str, ...]
    words: frozenset[str]
    text: str


@dataclass(frozen=True, slots=True)
class Deed:
    """What was done, by whom, to what and where; a part that is not told is None.

    `extra` are the words of the rest of the sentence, `beside` those of its circumstances ("with a net"),
    `tail` those that belong to who stands in front ("The report on the dam"); `traits` as in `deed_forms`;
    `present` is whether it is told as holding now.
    """

    kind: str
    doer: Party | None
    what: Party | None
    place: Party | None
    extra: frozenset[str]
    beside: frozenset[str]
    tail: frozenset[str]
    traits: frozenset[str]
    present: bool


_BE = r"(?:is|was|were|are|has been|had been|have been)"
_SLOT = r"[^;:()]{1,90}?"
_ACT = "".join(rf"(?<!\b{be})" for be in ("is", "was", "were", "are", "been", "being", "be"))
_ACT += r" (?:(?:has|had|have|later|then|also|first|once) )*"
_ONE = r"(?: an? (?:[a-z-]+ ){1,3}?| )(?:first |also |later )?"


def _either(words: str) -> str:
    return "|".join(word.strip() for word in words.split(",") if word.strip())


class _Form(NamedTuple):
    """A way of telling a deed; `hints` are words of which the sentence must have one."""

    kind: str
    traits: frozenset[str]
    hints: tuple[str, ...]
    pattern: re.Pattern[str]


def _columns(table: str) -> Iterator[list[str]]:
    for line in table.strip().splitlines():
        yield [column.strip() for column in line.split("|")]


def _forms() -> Iterator[_Form]:
    """How every deed of the tables may be told."""
    for kind, acts, done, nouns, told in _columns(DEEDS):
        traits = frozenset(told.split())
        does = rf"{_ACT}(?:{_either(acts)}) "
        if "inverse" in traits:
            ordered, turned = frozenset(["ordered"]), rf"^(?P<what>{_SLOT}){does}(?P<doer>.+)$"
            yield _form(told.split()[-1], ordered, acts, turned)
            continue
        what = r"(?P<what>(?!by\b|to\b|in\b|as\b|from\b|of\b).+)$"
        yield _form(kind, traits, acts, rf"^(?P<doer>{_SLOT}){does}{what}")
        if done:
            yield from _passive(kind, traits, done)
        if nouns:
            called = rf"(?:{_either(nouns)}) (?:of|to) "
            is_he = rf"^(?P<doer>{_SLOT}) {_BE} (?:the )?{called}(?P<what>.+)$"
            yield _form(kind, traits, nouns, is_he)
            he_is = rf"^[Tt]he {called}(?P<what>{_SLOT}) {_BE} (?P<doer>.+)$"
            yield _form(kind, traits, nouns, he_is)
    yield from _events()
    for kind, done, nouns, acts, told in _columns(PLACES):
        traits = frozenset(["placed", *told.split()])
        where = r"(?P<rest> (?!in\b|at\b)[^,;:]*?)? (?:in|at) (?P<place>.+)$"
        if done:
            yield _form(kind, traits, done, rf"^(?P<what>{_SLOT}) {_BE} (?:{_either(done)}){where}")
            yield _form(kind, traits, done, rf"^(?P<what>{_SLOT}) \((?:{_either(done)}){where}")
        if acts:
            yield _form(kind, traits, acts, rf"^(?P<what>{_SLOT}) (?:{_either(acts)}){where}")
        if nouns:
            yield from _placed(kind, traits, nouns)
    trial = r"^[Tt]he trial of (?P<what>.+?) (?:was held|took place) (?:in|at) (?P<place>.+)$"
    yield _form("try", frozenset(["placed"]), "trial", trial)


def _events() -> Iterator[_Form]:
    """How what happens to one thing may be told: "The mine shut", "The closure of the mine came"."""
    for kind, acts, done, nouns in _columns(EVENTS):
        traits, event = frozenset(["event"]), f"event {kind}"
        rest = r"(?P<rest>(?: (?!by\b)[^\s;:]+)*)$"
        if acts:
            yield _form(event, traits, acts, rf"^(?P<what>{_SLOT}){_ACT}(?:{_either(acts)}){rest}")
        if done:
            is_done = rf"^(?P<what>{_SLOT}) {_BE} (?:[a-z]+ly )?(?:{_either(done)})"
            yield _form(event, traits, done, rf"{is_done}{rest}")
            yield _form(event, traits, done, rf"{is_done} by (?P<doer>.+)$")
            what = r"(?P<what>(?=the |[A-Z]).+)$"
            does = rf"^(?P<doer>{_SLOT}){_ACT}(?:{_either(done)}) "
            yield _form(event, traits, done, rf"{does}{what}")
        if nouns:
            came = r"(?:was|came|took place|happened|occurred|followed)"
            the = rf"^[Tt]he (?:{_either(nouns)}) of (?P<what>{_SLOT}) {came}"
            yield _form(event, traits, nouns, rf"{the}{rest}")
    fire = r"^(?:[Aa] )?[Ff]ire (?:destroyed|gutted|consumed) (?P<what>.+)$"
    yield _form("event burn", frozenset(["event"]), "ire", fire)


def _passive(kind: str, traits: frozenset[str], done: str) -> Iterator[_Form]:
    """What is done told of whom it is done to; by whom may be unsaid where another deed undoes it."""
    by = "to" if "mutual" in traits else "by"
    is_done = rf"^(?P<what>{_SLOT}) {_BE}{_ONE}(?:{_either(done)})"
    yield _form(kind, traits, done, rf"{is_done}(?P<rest> [^,;:]*?)? {by} (?P<doer>.+)$")
    if kind in OPPOSITES:
        yield _form(kind, traits, done, rf"{is_done}(?P<rest>(?: (?!by\b)[^\s,;:]+)*)$")


def _placed(kind: str, traits: frozenset[str], nouns: str) -> Iterator[_Form]:
    """The forms of a place that has a noun: "the head office of Lorm is in Osk"."""
    at = rf"{_BE} (?:in |at )?(?P<place>.+)$"
    yield _form(kind, traits, nouns, rf"^[Tt]he (?:{_either(nouns)}) of (?P<what>{_SLOT}) {at}")
    yield _form(kind, traits, nouns, rf"^(?P<what>{_SLOT})[’']s? (?:{_either(nouns)}) {at}")
    of = rf"(?:the )?(?:{_either(nouns)}) of (?P<what>.+)$"
    yield _form(kind, traits, nouns, rf"^(?P<place>{_SLOT}) {_BE} {of}")
    has = r"(?:has|had|keeps|kept) (?:its|their|his|her) "
    yield _form(
        kind,
        traits,
        nouns,
        rf"^(?P<what>{_SLOT}) {has}(?:{_either(nouns)}) (?:in|at) (?P<place>.+)$",
    )


def _form(kind: str, traits: frozenset[str], words: str, pattern: str) -> _Form:
    hints = tuple(word.strip() for word in words.split(",") if word.strip())
    return _Form(kind, traits, hints, re.compile(pattern))


_FORMS = tuple(_forms())
_OFFICE = r"(?P<role>[a-z-]+(?: [a-z-]+){0,3})"
_BECAME = (
    r" (?P<became>became|took over as|took office as|was sworn in as|was made|was appointed|was appointed as"
    r"|was named|was named as|was installed as|assumed office as|has been) (?:the )?"
)
_ROLE = re.compile(
    rf"^(?P<doer>{_SLOT})(?:, (?:the )?|{_BECAME}| (?P<is>is|was)(?P<how> elected)? (?:the )?)"
    rf"{_OFFICE} of (?P<what>[^,;:()]+)(?:,.*)?$"
)
_ROLE_FIRST = re.compile(rf"^[Tt]he {_OFFICE} of (?P<what>{_SLOT}) (?P<is>is|was) (?P<doer>.+)$")
_ROLE_OWNED = re.compile(rf"^(?P<what>{_SLOT})[’']s? {_OFFICE} (?P<is>is|was) (?P<doer>.+)$")
_FRONT = re.compile(
    r"^(?P<front>(?:In|On|At|After|During|Before|Since|For|With|Under|Behind|Near|From|By) [^,;:]*), "
)
_CLAUSE = re.compile(
    r"(?:,? (?:and|but) (?=(?:was |were |had |has |later |then )*[a-z]+(?:ed|t|w|ew|me|n)\b)"
    r"|, (?:which|who|where|when|and|but|a|an|the|his|her|its)\b|; ).*$"
)
_STOP = re.compile(
    r",| (?:in|on|at|over|after|before|during|with|for|as|by|from|to|into|against|near|because|when|while"
    r"|about|alone|without|through|under|outside|since|until|despite|behind)\b|[;:()]"
)
_MASK = re.compile(
    r"(?:\b(?:[Ii]n|[Oo]n|[Aa]t|[Ss]ince|[Bb]y|[Ff]rom|[Tt]o|[Uu]ntil|[Dd]uring) )?#+,?"
)
_TOKEN = re.compile(r"[^\W_]+(?:[-’'][^\W_]+)*")
_IDLE = frozenset(
    """the a an of in on at and his her its their by to as for with from into over about against alone
    himself herself itself who that which is was""".split()
)
_ARTICLES = frozenset("The A An Its His Her Their This That".split())
_PRONOUNS = frozenset("he she it they who him her them".split())
_NAME_LAST = re.compile(r"\b[A-Z][\w’'-]*$")
_OF = re.compile(r"(?<=\w) of (?=[a-z])")
_BESIDE = re.compile(
    r"\b(?:with|after|before|during|when|while|because|despite|behind|without|by|as)\b"
)
_NOW = re.compile(r"\b(?:is|are|owns|leads|heads|chairs|has|coaches|trains)\b")
_NUMBERED = re.compile(r"(?<=[a-z] )(?<!\bin )(?<!\bof )#{1,3}(?= [a-z]|[.,]|$)")
"""A short number behind a word, which may be of its name: "Flight 212"."""
_CLEARED = re.compile(r"\bfound not guilty\b")
_NO_LOSS = re.compile(r"\bwith no (?:loss|survivors?|injur|deaths|casualties)[^,;:]*")
_SHORT = 400
"""Characters of a sentence that is read for deeds."""
_ASIDE = re.compile(
    r"(?<=[a-z]), (?:an?|the) [a-z][a-z -]{1,50}(?: of [A-Z]\w+)?,(?= (?:is|was|has|had|[a-z]+ed)\b)"
)


def deeds(said: Statement) -> tuple[Deed, ...]:
    """The deeds that a sentence tells of.

    >>> from claims.evidence.quantity.statement import statement
    >>> found = [
    ...     deeds(statement(f"{told}.", published=None))[0]
    ...     for told in ("The Osk bridge was designed by Ana Kovic", "Ana Kovic was born in Belis")
    ... ]
    >>> [(d.kind, d.doer and d.doer.names, d.what.names, d.place and d.place.names) for d in found]
    [('design', ('ana', 'kovic'), ('osk',), None), ('bear', None, ('ana', 'kovic'), ('belis',))]
    """
    text = said.plain
    if any(c.isdigit() for c in said.text):
        text = _NUMBERED.sub(lambda m: said.text[m.start() : m.end()], text)
    return _deeds(text) if len(text) <= _SHORT else ()


@lru_cache(maxsize=256)
def _deeds(plain: str) -> tuple[Deed, ...]:
    plain = _CLEARED.sub("acquitted", _NO_LOSS.sub("", plain))
    whole = " ".join(_MASK.sub(_without, plain).split()).rstrip(" .")
    found = [*_told(whole), *_offices(whole)]
    short = _ASIDE.sub("", whole)
    if not found and short != whole:
        found = [*_told(short), *_offices(short)]
    return tuple(found)


def _without(masked: re.Match[str]) -> str:
    """Nothing in the place of a time, but a number that has things behind it is left to be seen."""
    return " of all " if masked.string.startswith(" of ", masked.end()) else " "


def _told(text: str) -> Iterator[Deed]:
    front = _FRONT.match(text)
    before = _bag(front["front"]) if front else frozenset()
    rest = text[front.end() :] if front else text
    for form in _FORMS:
        if any(hint in rest for hint in form.hints) and (match := form.pattern.match(rest)):
            deed = _deed(form, match, before)
            if deed:
                yield deed


def _offices(text: str) -> Iterator[Deed]:
    """Who has which office, and who is whose son: "Ana Kovic is the mayor of Osk"."""
    if not any(f" {role}" in text for role in ROLES | KIN):
        return
    front = _FRONT.match(text)
    before = _bag(front["front"]) if front else frozenset()
    rest = text[front.end() :] if front else text
    for pattern in (_ROLE, _ROLE_FIRST, _ROLE_OWNED):
        match = pattern.match(rest)
        last = match["role"].rsplit(" ", 1)[-1] if match else ""
        if match and last in ROLES | KIN:
            told = match.groupdict()
            how = " become" if told.get("became") else told.get("how") or ""
            traits = ["timed", "sole"] if last in ROLES else []
            form = _Form(f"role{how} {match['role']}", frozenset(traits), (), pattern)
            deed = _deed(form, match, before)
            if deed:
                yield deed


def _deed(form: _Form, match: re.Match[str], front: frozenset[str]) -> Deed | None:
    """The deed of a form that fits; None where a part is no plain name or thing."""
    told = match.groupdict()
    extra, beside = _rest(told.get("rest") or "")
    extra |= front
    tail: frozenset[str] = frozenset()
    parties: dict[str, Party | None] = {"doer": None, "what": None, "place": None}
    for part in parties:
        if not told.get(part):
            continue
        last = match.end(part) == len(match.string)
        party, more = _party(told[part], last=last, place=part == "place")
        if party is None:
            return None
        parties[part] = party
        here, by = _rest(more)
        if not last and not more.startswith((",", "(")):
            tail |= here | by
        extra, beside = extra | here, beside | by
    return Deed(
        form.kind, parties["doer"], parties["what"], parties["place"], extra, beside, tail, form.traits,
        present=_is_present(match),
    )  # fmt: skip


def _is_present(match: re.Match[str]) -> bool:
    """Whether a deed is told as holding now: by its verb, or beside a name ("Ana Kovic, mayor of Osk")."""
    told = match.groupdict()
    verb = match.string
    for part in ("doer", "what", "place"):
        verb = verb.replace(told.get(part) or "\0", " ")
    beside = "is" in told and not (told["is"] or told.get("became"))
    return beside or _NOW.search(verb) is not None


def _party(text: str, *, last: bool, place: bool) -> tuple[Party | None, str]:
    """Who is named by a part of a sentence, and what else stands there."""
    text = _CLAUSE.sub("", text) if last else text
    stop = _STOP.search(text)
    head, more = (text[: stop.start()], text[stop.start() :]) if stop else (text, "")
    if (of := _OF.search(head)) and (place or _NAME_LAST.search(head, 0, of.start())):
        head, more = head[: of.start()], f"{head[of.start() :]}{more}"
    tokens = _TOKEN.findall(head)
    if not tokens or tokens[0].lower() in _PRONOUNS:
        return None, ""
    names = [
        t for i, t in enumerate(tokens) if not t[0].islower() and not (i == 0 and t in _ARTICLES)
    ]
    while len(names) > 1 and names[0] in TITLES:
        del names[0]
    words = frozenset(_said(t) for t in tokens if t[0].islower() and t not in _IDLE)
    return Party(tuple(_plain(t) for t in names), words, head.strip()), more.strip()


def _rest(text: str) -> tuple[frozenset[str], frozenset[str]]:
    """The words of the rest of a sentence: those that say which, and those of circumstances."""
    cut = _BESIDE.search(text)
    return (
        (_bag(text[: cut.start()]), _bag(text[cut.start() :])) if cut else (_bag(text), frozenset())
    )


def _plain(name: str) -> str:
    return re.sub("['’]s?$", "", name).lower()


def _said(token: str) -> str:
    lower = token.lower()
    return ALIKE.get(lower) or concept_of(lower) or lower


def _bag(text: str) -> frozenset[str]:
    """The words of a stretch, names and others alike."""
    return frozenset(
        name_stem(t) if t[0].isupper() and i else _said(t)
        for i, t in enumerate(_TOKEN.findall(text))
        if t.lower() not in _IDLE
    )
