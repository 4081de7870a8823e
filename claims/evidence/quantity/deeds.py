"""A sentence without a number to who did what, to whom and where, by plain forms alone.

"The Osk bridge was designed by Ana Kovic", "the designer of the Osk bridge is Ana Kovic" and "Ana Kovic
designed the Osk bridge" are one deed. What is told in a form that is not known here is none.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from claims.evidence.quantity.deed_forms import ALIKE, KIN, ROLES, TITLES
from claims.evidence.quantity.deed_patterns import NAME, OFFICES, VERBS, Form, forms_for
from claims.evidence.quantity.parties import Party, unaccented
from claims.evidence.quantity.party_words import FIRMS, NO_NAMES, OCCUPATIONS
from claims.evidence.quantity.wording import concept_of, name_stem

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claims.evidence.quantity.statement import Statement


@dataclass(frozen=True, slots=True)
class Deed:
    """What was done, by whom, to what and where; a part that is not told is None.

    `extra` are the words of the rest of the sentence, `beside` those of its circumstances ("with a net"),
    `tail` and `doer_tail` those that belong to what or who stands in front ("The report on the dam");
    `traits` as in `deed_forms`, and "beside" where it is told in passing; `present` is whether it is told as
    holding now.
    """

    kind: str
    doer: Party | None
    what: Party | None
    place: Party | None
    extra: frozenset[str]
    beside: frozenset[str]
    tail: frozenset[str]
    doer_tail: frozenset[str]
    traits: frozenset[str]
    present: bool


_FRONT = re.compile(
    r"^(?P<front>(?:(?:In|On|At|After|During|Before|Since|For|With|Under|Behind|Near|From|By) [^,;:]*(?=, ))"
    r"|(?:In|At|During) the (?:[a-z-]+ ){0,3}[a-z-]+(?= [A-Z])),? "
)
_CLAUSE = re.compile(
    rf"(?:,? (?:and|but) (?=(?:was |were |had |has |later |then )*{VERBS}\b)"
    r"|, (?:which|who|where|when|and|but|a|an|the|his|her|its)\b|; ).*$"
)
_STOP = re.compile(
    r",| (?:in|on|at|over|after|before|during|with|for|as|by|from|to|into|against|near|because|when|while"
    r"|about|alone|without|through|under|outside|since|until|despite|behind|except|like|together|alongside)\b"
    r"|[;:()]"
)
_LIST = re.compile(
    r"^,(?: [A-Z]|[^,;]*,? and (?:[A-Z]|(?:his|her|their|two|three|others|several|an?|one|the)\b))"
)
"""What goes on as a list: "Ana Kovic, Ivo Marek and her sister"."""
_APPOSED = re.compile(r"^(?:his|her|its|their|the|an?) [a-z][a-z -]{1,40}, (?=[A-Z])")
"""What somebody is, in front of the name: "his neighbour, Ivo Marek"."""
_JOINING = re.compile(r"in [a-z]+ing\b")
"""In what one joins somebody, of whom one is no member: "joined the League in condemning …"."""
_CLAUSES = (", which ", ", who ")
_FIRM = re.compile(rf" (?:{'|'.join(sorted(FIRMS))})$", re.IGNORECASE)
_MASK = re.compile(
    r"^(?:(?:In|On|At|Since|By|From|Until|During) )?#+,?"
    r"|(?:\b(?:in|on|at|since|by|from|to|until|during) )?#+"
)
_TOKEN = re.compile(r"[^\W_]+(?:[-’'][^\W_]+)*")
_IDLE = frozenset(
    """the a an of in on at and his her its their by to as for with from into over about against alone
    himself herself itself who that which is was""".split()
)
_ARTICLES = frozenset("The A An Its His Her Their This That".split())
_PRONOUNS = frozenset("he she it they who him her them".split())
_RELATIVE = frozenset("who whom whose that which where when".split())
_PARTICLES = frozenset(
    "of and the a an de la le du des van von der den di da dos del al el bin y".split()
)
_NAME_LAST = re.compile(r"\b[A-Z][\w’'-]*$")
_OF = re.compile(r"(?<=\w) of (?=[a-z])")
_BESIDE = re.compile(
    r"\b(?:with|after|before|during|when|while|because|despite|behind|without|by|as|except|like|together"
    r"|alongside)\b"
)
_NOW = re.compile(
    r"\b(?:is|are|owns|leads|heads|chairs|has|coaches|trains|backs|supports|opposes|bans|serves)\b"
)
_ANOTHER = re.compile(
    r" (?:in|at|on|for|from|with|of|to|after|about|into|near|under) [^,;:]*(?<!\band) (?:[a-z]+ed|built"
    r"|written|made|drawn|owned|led|run|held|sold|given|taken|found|shot|bought|caused|set|begun|known|meant|paid|sung|won)\b"
    r"|(?<!\band) (?:[a-z]+ed|built|written|made|drawn|led|run|held|sold|given|set|won)$"
)
"""Another deed between one and its "by": "written in a cabin built for him by …"."""
_ATTACHED = re.compile(
    r" (?:for|from|about|on|with|after|of|to) (?:an?|the|his|her|its|their|this|that)\b"
)
"""What stands before a "by" that may be its own: "composed for a ballet by …"."""
_NUMBERED = re.compile(r"(?<=[a-z] )(?<!\bin )(?<!\bof )#{1,3}(?= [a-z]|[.,]|$)")
"""A short number behind a word, which may be of its name: "Flight 212"."""
_NAMED = re.compile(r"(?<=[a-z] )#+(?= )")
"""A number behind a word, which is of its name if it begins like one: "the Osk Under-17s"."""
_VERDICT = re.compile(rf"\bfound (?P<who>{NAME} )?(?P<no>not )?guilty\b")
_DEAD = re.compile(rf"\b(?:shot|stabbed|beat|clubbed) (?P<who>{NAME}) (?:dead|to death)\b")
_STILL = re.compile(r"^(?:But|And|Yet|However|Meanwhile|Eventually|In the end),? ")
_LARGEST = re.compile(
    r"\b(?P<the>[Tt])he (?P<where>world|country|continent|nation|city|region)[’']s"
    r" (?P<which>(?:second-|third-)?(?:[a-z]+est|first|only|most [a-z]+) [a-z]+)"
)
"""What is the largest of a place: "the world's largest country"."""
_IT_WAS = re.compile(rf"^It (?:is|was) (?P<who>(?:the [a-z]+ )?{NAME}) (?:who|that) ")
_NO_LOSS = re.compile(r"\bwith no (?:loss|survivors?|injur|deaths|casualties)[^,;:]*")
SHORT = 400
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
        times = {p.start for p in said.periods}
        text = _NAMED.sub(lambda m: m[0] if m.start() in times else _as_name(said.text, m), text)
    return _deeds(text) if len(text) <= SHORT else ()


def _as_name(text: str, masked: re.Match[str]) -> str:
    return text[masked.start() : masked.end()] if text[masked.start()].isupper() else masked[0]


@lru_cache(maxsize=256)
def _deeds(plain: str) -> tuple[Deed, ...]:
    whole = _reworded(
        " ".join(_MASK.sub(_without, _NO_LOSS.sub("", plain)).split())
        .rstrip(" .")
        .replace(" ,", ",")
    )
    found = [*_told(whole), *_offices(whole)]
    short = _ASIDE.sub("", whole)
    if not found and short != whole:
        found = [*_told(short), *_offices(short)]
    return tuple(found)


def _reworded(text: str) -> str:
    """A sentence with its doer in front and its verb in one word."""
    if "guilty" in text:
        text = _VERDICT.sub(
            lambda m: f"{'acquitted' if m['no'] else 'convicted'} {m['who'] or ''}".strip(), text
        )
    if "s " in text and (owned := _LARGEST.search(text)):
        told = f"{owned['which']} in the {owned['where']}"
        text = f"{text[: owned.start()]}{owned['the'][0]}he {told}{text[owned.end() :]}"
    if " dead" in text or " death" in text:
        text = _DEAD.sub(r"killed \g<who>", text)
    text = _STILL.sub("", text)
    return _IT_WAS.sub(r"\g<who> ", text) if text.startswith("It ") else text


def _without(masked: re.Match[str]) -> str:
    """Nothing in the place of a time, but a number that has things behind it is left to be seen."""
    return " of all " if masked.string.startswith(" of ", masked.end()) else " "


def _told(text: str) -> Iterator[Deed]:
    front = _FRONT.match(text)
    before = _bag(front["front"]) if front else frozenset()
    rest = text[front.end() :] if front else text
    for form in forms_for(rest):
        if match := form.match(rest):
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
    for pattern in OFFICES:
        match = pattern.match(rest)
        last = match["role"].rsplit(" ", 1)[-1] if match else ""
        if match and last in ROLES | KIN:
            told = match.groupdict()
            how = " become" if told.get("became") else told.get("how") or ""
            traits = ["timed", "sole"] if last in ROLES else []
            form = Form(f"role{how} {match['role']}", frozenset(traits), (), pattern.pattern)
            deed = _deed(form, match, before)
            if deed:
                yield deed


def _deed(form: Form, match: re.Match[str], front: frozenset[str]) -> Deed | None:
    """The deed of a form that fits; None where a part is no plain name or thing."""
    told = match.groupdict()
    rest = told.get("rest") or ""
    if "doer" in told and _is_of_another(rest, form):
        return None
    extra, beside = _rest(rest)
    extra |= front | _bag(told.get("order") or "")
    tails: dict[str, frozenset[str]] = {}
    parties: dict[str, Party | None] = {"doer": None, "what": None, "place": None}
    for part in parties:
        if not told.get(part):
            continue
        last = match.end(part) == len(match.string)
        party, more = _party(told[part], last=last, place=part == "place")
        if party is None:
            return None
        parties[part] = party
        here, by = _rest("" if not last and more.startswith(_CLAUSES) else more)
        if form.kind == "join" and _JOINING.match(more):
            return None
        if not last and not more.startswith(","):
            tails[part] = here | by
        extra, beside = extra | here, beside | by
    nothing: frozenset[str] = frozenset()
    return Deed(
        form.kind, parties["doer"], parties["what"], parties["place"], extra, beside,
        tails.get("what", nothing) | tails.get("place", nothing), tails.get("doer", nothing),
        form.traits | ({"beside"} if told.get("beside") else nothing), present=_is_present(match),
    )  # fmt: skip


def _is_of_another(rest: str, form: Form) -> bool:
    """Whether who stands behind "by" may have done something else: "written in a cabin built by …"."""
    if _ANOTHER.search(rest):
        return True
    return "work" in form.traits and _ATTACHED.search(rest) is not None


def _is_present(match: re.Match[str]) -> bool:
    """Whether a deed is told as holding now: by its verb, or beside a name ("Ana Kovic, mayor of Osk")."""
    told = match.groupdict()
    verb = match.string
    for part in ("doer", "what", "place"):
        verb = verb.replace(told.get(part) or "\0", " ")
    return bool(told.get("beside")) or _NOW.search(verb) is not None


def _party(text: str, *, last: bool, place: bool) -> tuple[Party | None, str]:
    """Who is named by a part of a sentence, and what else stands there."""
    text = _APPOSED.sub("", _CLAUSE.sub("", text)) if last else text
    stop = _STOP.search(text)
    head, more = (text[: stop.start()], text[stop.start() :].strip()) if stop else (text, "")
    head = _FIRM.sub("", head)
    broken = not place and _LIST.match(more) if last else more.startswith(",") and more[-1] != ","
    if (of := _OF.search(head)) and (place or _NAME_LAST.search(head, 0, of.start())):
        head, more = head[: of.start()], f"{head[of.start() :]} {more}".strip()
    tokens = _TOKEN.findall(head)
    if broken or not _is_phrase(tokens):
        return None, ""
    names = [t for i, t in enumerate(tokens) if not (t[0].islower() or _is_article(t, i))]
    while len(names) > 1 and (names[0] in TITLES or names[0].lower() in OCCUPATIONS):
        del names[0]
    words = frozenset(_said(t) for t in tokens if t[0].islower() and t not in _IDLE)
    return Party(tuple(_plain(t) for t in names), words, head.strip()), more


def _is_article(token: str, at: int) -> bool:
    return token == "The" or (at == 0 and token in _ARTICLES)  # noqa: S105 - a word


def _is_phrase(tokens: list[str]) -> bool:
    """Whether words are one name or thing, and no clause: not "Police suspect Ivo", "who raised Ana"."""
    if not tokens or tokens[0].lower() in _PRONOUNS | NO_NAMES or _RELATIVE & set(tokens):
        return False
    named = False  # whether a name has gone before
    parted = False  # and a plain word after it
    for i, token in enumerate(tokens):
        if token[0].islower():
            parted = parted or (named and token not in _PARTICLES)
        elif not _is_article(token, i):
            if parted:
                return False
            named = not token.endswith(("’s", "'s"))
    return True


def _rest(text: str) -> tuple[frozenset[str], frozenset[str]]:
    """The words of the rest of a sentence: those that say which, and those of circumstances."""
    cut = _BESIDE.search(text)
    return (
        (_bag(text[: cut.start()]), _bag(text[cut.start() :])) if cut else (_bag(text), frozenset())
    )


def _plain(name: str) -> str:
    """A name without its marks: "Zürich" is "zurich"."""
    bare = re.sub("['’]s?$", "", name).lower()
    return bare if bare.isascii() else unaccented(bare)


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
