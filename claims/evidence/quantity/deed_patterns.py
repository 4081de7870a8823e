"""The plain forms in which who did what, to whom and where is told, made of the tables of words."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from claims.evidence.quantity.deed_forms import DEEDS, EVENTS, GENRES, NOMINAL, OPPOSITES, PLACES

if TYPE_CHECKING:
    from collections.abc import Iterator


class Form(NamedTuple):
    """A way of telling a deed; `hints` are words of which the sentence must have one."""

    kind: str
    traits: frozenset[str]
    hints: tuple[str, ...]
    pattern: str

    def match(self, text: str) -> re.Match[str] | None:
        """The parts of a sentence that is told in this way; None for others."""
        return _compiled(self.pattern).match(text)


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    """A pattern, made when a sentence first has one of its words: all of them take a tenth of a second."""
    return re.compile(pattern)


NAME = (
    r"[A-Z][\w’'-]*(?: (?:(?:of|the|and|de|la|du|van|von|der|den|di|da|al|in|a) )*[A-Z][\w’'-]*)*"
)
VERBS = (
    r"(?:was|were|had|has|is|are|[a-z]{2,}ed|won|wrote|built|sold|went|left|became|began|held|made|ran|took|gave"
    r"|got|lost|set|shot|bought|grew|drew|fled|spent|paid|kept|put|came|saw|told|stood|soon|now)"
)
"""Words with which a second clause goes on: "… and sold it"."""
_PLAIN = r"(?:(?!(?:of|to|about|on|in|for|from|with|by|after|based|adapted|inspired|called)\b)[A-Za-z-]+ )"
"""A word that only describes the noun behind it."""
_BE = r"(?:is|was|were|are|has been|had been|have been)"
_SLOT = r"[^;:()]{1,90}?"
_ACT = "".join(rf"(?<!\b{be})" for be in ("is", "was", "were", "are", "been", "being", "be"))
_ACT += r" (?:(?:has|had|have) )?(?:(?P<order>later|then|also|first|once) )?"
_ONE = (
    rf"(?: (?:an? |the ){_PLAIN}{{1,3}}?| )"
    r"(?P<order>first |also |later |then |once )?"
)
_REST = r"(?P<rest>(?: (?!by\b)[^\s;:]+)*)$"


def _either(words: str) -> str:
    return "|".join(word.strip() for word in words.split(",") if word.strip())


def _columns(table: str) -> Iterator[list[str]]:
    for line in table.strip().splitlines():
        yield [column.strip() for column in line.split("|")]


def _forms() -> Iterator[Form]:
    """How every deed of the tables may be told."""
    for kind, acts, done, nouns, told in _columns(DEEDS):
        traits = frozenset(told.split())
        does = rf"{_ACT}(?:{_either(acts)}) "
        if "inverse" in traits:
            yield from _turned(told.split()[-1], acts, does)
            continue
        what = r"(?P<what>(?!by\b|to\b|in\b|as\b|from\b|of\b).+)$"
        yield _form(kind, traits, acts, rf"^(?P<doer>{_SLOT}){does}{what}")
        if kind == "appoint":
            whom = rf"(?P<what>{NAME})(?P<rest> (?:as )?(?:the |an? )?[a-z][^,;:]*)$"
            yield _form(kind, traits, acts, rf"^(?P<doer>{_SLOT}){does}{whom}")
        if done:
            yield from _passive(kind, traits, done)
        if nouns:
            yield from _by_noun(kind, traits, nouns)
    yield from _works()
    yield from _changing_hands()
    yield from _firsts()
    yield from _events()
    for kind, done, nouns, acts, told in _columns(PLACES):
        yield from _placed(kind, frozenset(["placed", *told.split()]), done, nouns, acts)
    born = frozenset(["placed"])
    front = (
        rf"^Born in (?P<place>[^,]+), (?:{NAME}, )?(?:the (?:[a-z]+ ){{1,2}})?(?P<what>{NAME})\b.*$"
    )
    yield _form("bear", born, "Born", front)
    native = rf"^(?P<what>{_SLOT})(?:,| {_BE}) an? native of (?P<place>[^,]+)(?:,.*)?$"
    yield _form("bear", born, "native", native)


def _turned(kind: str, acts: str, does: str) -> Iterator[Form]:
    """What one loses to another: "lost to Ana Kovic", "lost the election to Ana Kovic"."""
    ordered = frozenset(["ordered"])
    yield _form(kind, ordered, acts, rf"^(?P<what>{_SLOT}){does}(?P<doer>.+)$")
    lost = r" lost(?P<rest> (?:the|an?|their|his|her) [^,;:]*?) to (?P<doer>.+)$"
    yield _form(kind, ordered, "lost", rf"^(?P<what>{_SLOT}){lost}")


def _passive(kind: str, traits: frozenset[str], done: str) -> Iterator[Form]:
    """What is done told of whom it is done to; by whom may be unsaid where another deed undoes it."""
    by = "to" if "mutual" in traits else "by"
    is_done = rf"^(?P<what>{_SLOT}) {_BE}{_ONE}(?:{_either(done)})"
    yield _form(kind, traits, done, rf"{is_done}(?P<rest> [^,;:]*?)? {by} (?P<doer>.+)$")
    beside = rf"^(?P<what>{_SLOT})(?P<beside>,) (?:{_either(done)}) {by} (?P<doer>[^,]+)(?:,.*)?$"
    yield _form(kind, traits, done, beside)
    if by == "to":
        pair = rf"^(?P<what>{NAME}) and (?P<doer>{NAME}) (?:were )?{kind[:-1]}(?:y|ied|ed){_REST}"
        yield _form(kind, traits, kind[:-1], pair)
    else:
        words = ", ".join(word.strip().capitalize() for word in done.split(","))
        first = (
            rf"^(?:{_either(words)}) by (?P<doer>[^,]+), (?P<what>(?:the )?[^,;:()]*?) {VERBS}\b.*$"
        )
        yield _form(kind, traits, words, first)
    if kind in OPPOSITES:
        yield _form(kind, traits, done, rf"{is_done}{_REST}")


def _by_noun(kind: str, traits: frozenset[str], nouns: str) -> Iterator[Form]:
    """Who does it told by a noun: "The designer of the bridge is …", "…, the founder of the yard, died"."""
    called = rf"(?:{_either(nouns)}) (?:of|to) "
    yield _form(kind, traits, nouns, rf"^(?P<doer>{_SLOT}) {_BE} (?:the )?{called}(?P<what>.+)$")
    yield _form(kind, traits, nouns, rf"^[Tt]he {called}(?P<what>{_SLOT}) {_BE} (?P<doer>.+)$")
    beside = rf"^(?P<doer>{_SLOT})(?P<beside>,) (?:the )?{called}(?P<what>[^,]+)(?:,.*)?$"
    yield _form(kind, traits, nouns, beside)
    owned = rf"^(?P<what>{_SLOT})[’']s? (?:{_either(nouns)}) {_BE} (?P<doer>.+)$"
    yield _form(kind, traits, nouns, owned)
    if "mutual" in traits:
        both = rf"^(?P<what>{NAME}) and (?:his|her) (?:{_either(nouns)}),? (?P<doer>{NAME})\b.*$"
        yield _form(kind, traits, nouns, both)


def _works() -> Iterator[Form]:
    """Whose work something is: "The Loom is a novel by …", "The Loom, a novel by …, came out"."""
    for kind, nouns in _columns(GENRES):
        traits, genre = frozenset(["sole", "work"]), rf"{_PLAIN}{{0,3}}?(?:{_either(nouns)})"
        is_by = rf"(?: {_BE}|(?P<beside>,)) (?:an?|the) {genre} by (?P<doer>.+)$"
        yield _form(kind, traits, nouns, rf"^(?P<what>{_SLOT}){is_by}")
        yield _form(
            kind, traits, nouns, rf"^(?P<what>(?:[Tt]he )?{genre} {NAME}) {_BE} by (?P<doer>.+)$"
        )
        if kind != "film":  # whose film it is may be its actor's
            own = rf"^(?P<doer>{NAME})[’']s? {genre},? (?P<what>{NAME})\b.*$"
            yield _form(kind, traits, nouns, own)
    for kind, nouns, told in _columns(NOMINAL):
        traits, noun = frozenset(told.split()), rf"(?:{_either(nouns)})"
        over = r"\b(?!.*\b(?:foil|prevent|avert|thwart|plan|stag|fak|imagin|rumou?r)[a-z]*\b).*$"
        by = rf"^[Tt]he {noun} of (?P<what>{_SLOT}) by (?P<doer>{NAME}){over}"
        yield _form(kind, traits, nouns, by)
        own = rf"^(?P<doer>{NAME})[’']s? {noun} of (?P<what>(?:the )?{NAME}){over}"
        yield _form(kind, traits, nouns, own)


def _changing_hands() -> Iterator[Form]:
    """What is sold is bought."""
    traits = frozenset(["sole", "ordered"])
    sold = rf"^(?P<what>{_SLOT}) {_BE}(?P<order> later)? sold to (?P<doer>.+)$"
    yield _form("buy", traits, "sold", sold)
    seller = rf"^(?:{NAME}|[Tt]he [a-z]+) sold "
    yield _form("buy", traits, "sold", rf"{seller}(?P<what>{_SLOT}) to (?P<doer>.+)$")


def _firsts() -> Iterator[Form]:
    """Who was given a prize, and who is the first or the largest of all."""
    prize = rf"^(?P<what>{_SLOT}) {_BE} (?:awarded|given|presented) to (?P<doer>.+)$"
    yield _form("win", frozenset(["sole", "timed"]), "awarded, given, presented", prize)
    went = r" went to (?P<doer>.+)$"
    medal = rf"^(?P<what>(?:[Tt]he )?[^;:()]{{0,60}}(?:[Pp]rize|[Mm]edal|[Aa]ward|[Tt]itle|[Cc]up)){went}"
    yield _form("win", frozenset(["sole", "timed"]), "went to", medal)
    words = "first, last, only, est, most"
    for which, traits in (
        ("first|last|only", frozenset(["sole", "rank"])),
        ("[a-z]+est|most [a-z]+", frozenset(["sole", "rank", "timed"])),
    ):
        what = rf"(?P<what>[Tt]he (?:{which}) (?!.*\balone\b)[^,;:()]{{3,60}})"
        yield _form("rank", traits, words, rf"^(?P<doer>{NAME}|[Tt]he [a-z]+) (?:is|was) {what}$")
        yield _form("rank", traits, words, rf"^{what} (?:is|was) (?P<doer>{NAME})$")


def _events() -> Iterator[Form]:
    """How what happens to one thing may be told: "The mine shut", "The closure of the mine came"."""
    for kind, acts, done, nouns in _columns(EVENTS):
        traits, event = frozenset(["event"]), f"event {kind}"
        if acts:
            yield _form(event, traits, acts, rf"^(?P<what>{_SLOT}){_ACT}(?:{_either(acts)}){_REST}")
        if done:
            is_done = rf"^(?P<what>{_SLOT}) {_BE} (?P<order>[a-z]+ly )?(?:{_either(done)})"
            yield _form(event, traits, done, rf"{is_done}{_REST}")
            yield _form(event, traits, done, rf"{is_done} by (?P<doer>.+)$")
            what = r"(?P<what>(?=the |[A-Z]).+)$"
            does = rf"^(?P<doer>{_SLOT}){_ACT}(?:{_either(done)}) "
            yield _form(event, traits, done, rf"{does}{what}")
        if nouns:
            came = r"(?:was|came|took place|happened|occurred|followed)"
            the = rf"^[Tt]he (?:{_either(nouns)}) of (?P<what>{_SLOT}) {came}"
            yield _form(event, traits, nouns, rf"{the}{_REST}")
    fire = r"^(?:[Aa] )?[Ff]ire (?:destroyed|gutted|consumed) (?P<what>.+)$"
    yield _form("event burn", frozenset(["event"]), "ire", fire)


def _placed(kind: str, traits: frozenset[str], done: str, nouns: str, acts: str) -> Iterator[Form]:
    """Where something is or happened."""
    what, where = (
        rf"^(?P<what>{_SLOT})",
        r"(?P<rest> (?!in\b|at\b)[^,;:]*?)? (?:in|at) (?P<place>.+)$",
    )
    within = r"(?P<rest> (?:in|at) (?:(?:an?|the|his|her|their) )?[a-z]+(?: [a-z]+)?) in (?P<place>[A-Z].+)$"
    if done:
        yield _form(kind, traits, done, rf"{what} {_BE} (?:{_either(done)}){where}")
        yield _form(kind, traits, done, rf"{what} {_BE} (?:{_either(done)}){within}")
        yield _form(kind, traits, done, rf"{what} \((?:{_either(done)}){where}")
        beside = rf"{what}(?P<beside>,)(?: an? [a-z -]{{1,40}}?)? (?:{_either(done)}) (?:in|at) "
        yield _form(kind, traits, done, rf"{beside}(?P<place>[^,]+)(?:,.*)?$")
        words = ", ".join(word.strip().capitalize() for word in done.split(","))
        thing = rf"(?P<what>(?:the )?[^,;:()]*?) {VERBS}\b.*$"
        front = rf"^(?P<beside>)(?:{_either(words)}) (?:in|at) (?P<place>[^,]+), {thing}"
        yield _form(kind, traits, words, front)
    if acts:
        yield _form(kind, traits, acts, rf"{what} (?:{_either(acts)}){where}")
        yield _form(kind, traits, acts, rf"{what} (?:{_either(acts)}){within}")
    for noun in ("", *nouns.split(",")):
        if noun.strip().endswith(("ing", "trial", "burial", "arrest", "birth", "death")):
            held = r"(?:was held|took place|happened|occurred) (?:in|at) (?P<place>.+)$"
            yield _form(kind, traits, noun, rf"^[Tt]he {noun.strip()} of (?P<what>{_SLOT}) {held}")
    if nouns:
        yield from _by_place_noun(kind, traits, nouns)


def _by_place_noun(kind: str, traits: frozenset[str], nouns: str) -> Iterator[Form]:
    """The forms of a place that has a noun: "the head office of Lorm is in Osk"."""
    noun, what = rf"(?:{_either(nouns)})", rf"^(?P<what>{_SLOT})"
    at = rf"{_BE} (?:in |at )?(?P<place>.+)$"
    yield _form(kind, traits, nouns, rf"^[Tt]he {noun} of (?P<what>{_SLOT}) {at}")
    yield _form(kind, traits, nouns, rf"{what}[’']s? {noun} {at}")
    whose = rf"{what}, whose {noun} {_BE} (?:in |at )?(?P<place>[^,]+)(?:,.*)?$"
    yield _form(kind, traits, nouns, whose)
    yield _form(kind, traits, nouns, rf"^(?P<place>{_SLOT}) {_BE} (?:the )?{noun} of (?P<what>.+)$")
    has = r"(?:has|had|keeps|kept) (?:its|their|his|her) "
    yield _form(kind, traits, nouns, rf"{what} {has}{noun} (?:in|at) (?P<place>.+)$")


def _form(kind: str, traits: frozenset[str], words: str, pattern: str) -> Form:
    hints = tuple(word.strip() for word in words.split(",") if word.strip())
    return Form(kind, traits, hints, pattern)


_FORMS = tuple(_forms())
_BY_HINT: dict[str, list[int]] = {}
for _at, _one in enumerate(_FORMS):
    for _hint in _one.hints:
        _BY_HINT.setdefault(_hint, []).append(_at)


def forms_for(text: str) -> Iterator[Form]:
    """The forms of which a sentence has a word.

    >>> sorted({form.kind for form in forms_for("The mill burned down.")})
    ['event burn']
    """
    at = {i for hint, forms in _BY_HINT.items() if hint in text for i in forms}
    return (_FORMS[i] for i in sorted(at))


_OFFICE = r"(?P<role>[a-z-]+(?: [a-z-]+){0,3})"
_BECAME = (
    r" (?P<became>became|took over as|took office as|was sworn in as|was made|was appointed|was appointed as"
    r"|was named|was named as|was installed as|assumed office as|has been) (?:the )?"
)
OFFICES = (
    re.compile(
        rf"^(?P<doer>{_SLOT})(?:(?P<beside>,) (?:the )?|{_BECAME}"
        rf"| (?P<is>is|was)(?P<how> elected)? (?:the )?"
        rf"| (?P<is_as>serves|served) as (?:the )?)"
        rf"{_OFFICE} of (?P<what>[^,;:()]+)(?:,.*)?$"
    ),
    re.compile(rf"^[Tt]he {_OFFICE} of (?P<what>{_SLOT}) (?P<is>is|was) (?P<doer>.+)$"),
    re.compile(
        rf"^(?P<what>{_SLOT})[’']s? {_OFFICE}(?: (?P<is>is|was) |(?P<beside>,) )(?P<doer>.+)$"
    ),
    re.compile(rf"^(?P<doer>{_SLOT}) (?P<is>is|was) (?P<what>[^,;:()]+?)[’']s? {_OFFICE}(?:,.*)?$"),
)
"""Who has which office, and whose kin somebody is."""
