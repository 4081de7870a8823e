"""Two sentences of the same words to whether those play other parts: who does it to whom, from or to.

The words of a side are compared as a set elsewhere; "Norland sold Belis 40 tanks" and "Belis sold Norland
40 tanks" differ in nothing but their order.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from claims.evidence.quantity.amounts import Part
from claims.evidence.quantity.idle import EVENTS
from claims.evidence.quantity.naming import as_names
from claims.evidence.quantity.telling import BOTH_FREE, Hindrance, both
from claims.evidence.quantity.wording import VERBS, Word, stem

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from claims.evidence.quantity.sides import Side

_OPPOSED = {
    word: side
    for name, low, high in (
        ("way", "from", "to into towards toward onto"),
        ("order", "before until till pre", "after since following post"),
        ("having", "without lacking minus", "with having plus"),
        ("height", "below under beneath underneath", "above over"),
        ("room", "outside beyond near around off", "inside within in at"),
        ("stance", "against versus", "for"),
        ("counting", "excluding except excepting besides barring minus", "including"),
    )
    for side, words in (((name, 0), low), ((name, 1), high))
    for word in words.split()
}
"""Prepositions that turn what they stand before into its opposite, by the line they lie on and their end."""
_LONELY = frozenset(
    "before without outside excluding except against around near off beyond".split()
)
"""Prepositions that change what is counted even where the other side has none."""
_PREPOSITIONS = frozenset(_OPPOSED) | frozenset(
    """of in on at by as than during through among between across per about via near off around
    counting""".split()
)
_TOKEN = re.compile(r"[A-Za-z]+(?:[-'’][A-Za-z]+)*|#+|[,;:.]")
_BETWEEN = re.compile(
    r"\b(?:the|an?) (?=([a-z]+) ((?!passed|married|matched)[a-z]+ed|paid|sold|gave|lent|sent|beat|owes?)"
    r" (?:the|an?) ([a-z]+))"
)
_OUT_OF = re.compile(r"\bout of (?:\w+ ){0,2}$")
_STOPS = frozenset("is are was were be been being has have had who which that".split())
_FARTHEST, _MOST = 4, 60
_NEAR = 80  # characters
_OBJECTS = frozenset(["", "to", "from", "into", "against", "over"])
_THAN, _DOER, _SUFFERER = "than", "does it", "suffers it"
_MUTUAL = frozenset("pass meet marry match worth".split())
"""Verbs that say the same either way round: a bill passes a chamber that passes it."""
_ABOARD = frozenset(["aboard", "on board"])
_OPENING = re.compile(r"the (?:#+ )?(\w+) (?!of\b)\w")
_THE = re.compile(
    r"\b[Tt]he ([a-z]+)(?= (?:at|in|on|near|is|are|was|were|has|had|by|[a-z]+ed)\b|[.,;]|$)"
)
_OWNER, _OWNERS = re.compile(r"\b[a-z]+[’']s\b"), re.compile(r"\b([a-z]+s)[’'](?!\w)")
_EVERY = re.compile(
    r"\bevery (?!one\b|other\b|time\b|(?:single )?(?:year|month|week|day|night|hour|minute|second|season"
    r"|quarter"
    r"|summer|winter|spring|autumn|weekend|century|decade)\b)(?:of the )?[a-z]",
    re.IGNORECASE,
)
_ONE_ANYWAY = frozenset(stem(word) for word in ("floods", "elections", "rains", "votes"))
"""What is told of as one or several without a difference."""
_DETERMINED = re.compile(r"\b(?:the|this|that|these|those|an?) (?:[a-z-]+ ){0,2}$", re.IGNORECASE)
_AFTER_NUMBER = re.compile(
    r"^ (?:\w+ )?(above|below|(?:over|under)(?! #)|short of|ahead of|behind)\b"
)
_PLURAL = re.compile(r"(?:^|[Tt]he |[.,;] )(?:\w+s|[Mm]en|[Ww]omen|[Pp]eople|[Cc]hildren) $")
_PART_OF = re.compile(r"# of (?:the |its |their )?(?:\w+ )?$")
_BE = re.compile(r"\b(?:is|are|was|were|be|been|being|get|got) (?:\w+ly |#+ )*$")
_TRANSITIVE = re.compile(
    r"^ (?:(?:about|some|over|more|than|at|least|nearly|almost|only|up|to) )*(?:#|(?:the|an?|its) )"
)
_ADVERBIAL = re.compile(r" (?:(?:in|on|by|at|for|from|between)\b|#+,)")
"""What follows a participle that has no object: ", shot in two weeks, …"."""
_NOUN = re.compile(
    r"(?<=s) (?:from|by|to|of) (?!#)[^,;:#]{2,60}? (?:was|were|came|rose|fell|grew|amounted|totalled|stood"
    r"|reached|hit|numbered)\b"
)
"""What follows an act that is told by its noun, as the subject of the sentence: "exports from … came to"."""
_GETS = frozenset("import buy receive borrow".split())
"""What goes to the one who does it."""
_LOSES = frozenset("lose loses lost losing".split())
"""Who loses soldiers does not kill them, though both are deaths."""
_DIES = frozenset("die dies died dying perished drowned fetch fetches fetched".split())
"""What those who are killed, or sold, do themselves."""
_UNDERGONE = (
    "burn", "lift", "blast", "came off", "go", "went", "received a", "receives a", "got a", "was given a",
    "were given a", "was handed a",
)  # fmt: skip
"""How begins a turn of phrase for what is done to its subject: "burned down", "lifted off"."""
_TIMES = frozenset("before after during since until".split())
_OBJECT = re.compile(r"^ (?:the|an?|its|their|his|her|#+|[$€£A-Z])")
_NO_SUBJECT = frozenset("the a an its their his her our of in on at to for from by and or".split())


def roles_hinder(ours: Side, theirs: Side) -> Hindrance:
    """Whether shared words stand on opposite sides of what happens.

    >>> from claims.evidence.quantity.sides import side
    >>> from claims.evidence.quantity.statement import statement
    >>> def both_of(claim, passage):
    ...     one, two = (statement(t, published=None) for t in (claim, passage))
    ...     return roles_hinder(side(one, one.amounts[0]), side(two, two.amounts[0])).to_agree
    >>> both_of("Exports to Belis were 212 tonnes.", "Exports from Belis were 212 tonnes.")
    'NOT002'
    >>> both_of("Norland sold Belis 212 tanks.", "Belis sold Norland 212 tanks.")
    'NOT002'
    """
    mine = as_names([*ours.near, *ours.far], [*theirs.near, *theirs.far])
    other = as_names([*theirs.near, *theirs.far], mine)
    if (
        _beside(ours) != _beside(theirs)
        or _turned_round(ours, theirs)
        or _swapped(ours, mine, theirs, other)
    ):
        return both("NOT002")
    if _one_of_several(ours, mine, theirs, other):
        return both("NOT002")
    here, there = _governed(ours.said.plain, mine), _governed(theirs.said.plain, other)
    lonely = False
    for concept in here.keys() & there.keys():
        if _turned(here[concept], there[concept]):
            return both("NOT002")
        if ("without" in here[concept]) is not ("without" in there[concept]):
            return both("NOT002")
        lonely = lonely or here[concept] & _LONELY != there[concept] & _LONELY
    return Hindrance(None, "NOT002") if lonely else BOTH_FREE


def _one_of_several(ours: Side, mine: list[Word], theirs: Side, other: list[Word]) -> bool:
    """Whether one side speaks of one event and the other of events: "the fire", "fires"."""
    one = _told_as(ours.said.plain, tuple(mine))
    two = _told_as(theirs.said.plain, tuple(other))
    if any({one[c], two[c]} == {"one", "several"} for c in one.keys() & two.keys()):
        return True
    opens = [_OPENING.match(s.said.plain.lower()) for s in (ours, theirs)]
    first, second = (m[1] if m else "" for m in opens)
    alike = first != second and stem(first) == stem(second) not in _ONE_ANYWAY
    every = [_EVERY.search(s.said.plain) is not None for s in (ours, theirs)]
    turned = _plural_of(ours, theirs) or _plural_of(theirs, ours)
    return (bool(first and second) and alike) or every[0] is not every[1] or turned


def _plural_of(one: Side, two: Side) -> bool:
    """Whether one side speaks of the camp, and the other of camps and of no camp."""
    told = set(_TOKEN.findall(two.said.plain))
    the = (w for w in _THE.findall(one.said.plain) if stem(w) not in _ONE_ANYWAY)
    owners = set(_OWNERS.findall(two.said.plain))
    return any(f"{w}s" in told and w not in told for w in the) or any(
        w[:-2] + "s" in owners for w in _OWNER.findall(one.said.plain)
    )


@lru_cache(maxsize=64)
def _told_as(plain: str, words: tuple[Word, ...]) -> dict[str, str]:
    """Each event with whether it is one ("the fire") or several ("fires")."""
    found = {}
    for word in words:
        several = word.text.lower().endswith("s")
        definite = _DETERMINED.search(plain, max(0, word.start - _NEAR), word.start) is not None
        if word.concept in EVENTS and definite is not several:
            found[word.concept] = "several" if several else "one"
    return found


def _beside(side: Side) -> str:
    """On which side of something a number lies: "12 percent below its level of 2008"."""
    match = _AFTER_NUMBER.match(side.said.plain[side.amount.end :])
    told = match and not side.derived and side.amount.part is not Part.TIMES
    return match[1] if match and told else ""


def _turned(ours: set[str], theirs: set[str]) -> bool:
    """Whether a preposition of one is the opposite of one of the other, and they share none."""
    if ours & _TIMES and theirs & _TIMES and not ours & theirs:
        return True
    ends = {_OPPOSED[p] for p in theirs if p in _OPPOSED}
    return not ours & theirs and any(
        (line, 1 - end) in ends for line, end in (_OPPOSED[p] for p in ours if p in _OPPOSED)
    )


def _governed(plain: str, words: list[Word]) -> dict[str, set[str]]:
    """Each concept with the prepositions that it stands behind."""
    found: dict[str, set[str]] = {}
    for word in words:
        preposition = governor(plain, word)
        found.setdefault(word.concept, set()).update([preposition] if preposition else [])
    return found


@lru_cache(maxsize=4096)
def governor(plain: str, word: Word) -> str:
    """The preposition that a word stands behind, "" where it has none.

    >>> from claims.evidence.quantity.wording import words_in
    >>> text = "Exports to the old port"
    >>> [governor(text, w) for w in words_in(text)]
    ['', 'to', 'to']
    """
    tokens = _TOKEN.findall(plain[max(0, word.start - 60) : word.start])
    if tokens and word.text.endswith("ed") and _is_noun(tokens[-1]):
        return ""
    for at in range(len(tokens) - 1, max(-1, len(tokens) - 1 - _FARTHEST), -1):
        lower = tokens[at].lower()
        if lower == "since" and tokens[at - 1].lower() in _STOPS:  # "have since died"
            return ""
        if lower in _PREPOSITIONS:
            return "from" if lower == "of" and _OUT_OF.search(plain[: word.start]) else str(lower)
        if lower[0] in ",;:.#" or lower in _STOPS or lower.endswith(("ed", "'s", "’s")):
            return ""
    return ""


def _is_noun(token: str) -> bool:
    """Whether a token before a verb is who or what does it, as far as its looks tell."""
    led = token.lower() in _PREPOSITIONS | _NO_SUBJECT
    return token[0].isalpha() and not led and not token.endswith("ly")


def _swapped(ours: Side, mine: list[Word], theirs: Side, other: list[Word]) -> bool:
    """Whether doer and done to change places around a verb that both have."""
    here = _all_acts(ours.said.plain, tuple(mine))
    there = _all_acts(theirs.said.plain, tuple(other))
    doers = {(x, v): who for x, v, who in here if who in {_DOER, _SUFFERER}}
    turned = any(who in {_DOER, _SUFFERER} and doers.get((x, v), who) != who for x, v, who in there)
    return turned or any(
        (done, verb, doer) in there - here and (doer, verb, done) not in there
        for doer, verb, done in here
    )


def _turned_round(ours: Side, theirs: Side) -> bool:
    """Whether two nouns change places around a word, be they ever so idle: "the firm paid the official"."""
    here, there = _pairs(ours.said.plain), _pairs(theirs.said.plain)
    return any((last, word, first) in there for first, word, last in here)


@lru_cache(maxsize=64)  # a sentence has many numbers
def _pairs(plain: str) -> frozenset[tuple[str, ...]]:
    return frozenset(m.groups() for m in _BETWEEN.finditer(plain.lower()))


@lru_cache(maxsize=64)  # a sentence has many numbers, and the same words for each
def _all_acts(plain: str, words: tuple[Word, ...]) -> frozenset[tuple[str, str, str]]:
    return frozenset(_acts(plain, words))


def _acts(plain: str, words: Sequence[Word]) -> Iterator[tuple[str, str, str]]:
    """Who did what to whom, as far as the order of words tells."""
    ordered = sorted(words, key=lambda w: w.start)[:_MOST]
    for i, verb in enumerate(ordered):
        if not _is_verb(plain, verb):
            continue
        if _NOUN.match(plain, verb.end):
            yield from _of_a_noun(plain, verb, ordered)
            continue
        before = [w for w in ordered[:i] if not governor(plain, w)]
        after = [(w, governor(plain, w)) for w in ordered[i + 1 :]]
        by = [w for w, how in after if how == "by"]
        if verb.text.lower() in _DIES or _undergoes(plain, verb):
            yield from ((x.concept, verb.concept, _SUFFERER) for x in before)
            continue
        apposed = plain.endswith(", ", 0, verb.start) and _ADVERBIAL.match(plain, verb.end)
        been = apposed or _BE.search(plain[: verb.start])
        done = not verb.text.endswith("ing") and been is not None
        passive = done or verb.text.lower() in _LOSES
        owned = plain[: verb.start].endswith(("'s ", "’s "))  # "the airline's loss"
        if passive or (_TRANSITIVE.match(plain[verb.end :]) and not owned):
            part = _SUFFERER if passive else _DOER
            yield from ((x.concept, verb.concept, part) for x in before)
        if done:
            yield from ((y.concept, verb.concept, x.concept) for x in before for y in by[:1])
            continue
        objects = [
            w
            for w, how in after
            if (how in _OBJECTS and not (w.concept in VERBS and w.text.endswith("ed")))
            or (how == "of" and _PART_OF.search(plain[: w.start]))
        ]
        yield from ((x.concept, verb.concept, y.concept) for x in before for y in objects)
    for y in ordered:
        if governor(plain, y) in {_THAN, "as"}:
            led = [w for w in ordered if w.start < y.start and not governor(plain, w)]
            yield from ((x.concept, _THAN, y.concept) for x in led)


def _of_a_noun(plain: str, act: Word, words: Sequence[Word]) -> Iterator[tuple[str, str, str]]:
    """Who does it and what it is done to where an act is told by its noun: "wheat exports from Norland"."""
    what = [w for w in words if w.end + 1 == act.start]
    after = [(w, governor(plain, w)) for w in words if w.start > act.start]
    origin, aim = ("to", "from") if act.concept in _GETS else ("from", "to")
    doers = [w for w, how in after if how in {origin, "by"}][:1]
    whom = [w for w, how in after if how == aim][:1]
    yield from ((x.concept, act.concept, y.concept) for x in doers for y in (*what, *whom))
    yield from ((x.concept, act.concept, _SUFFERER) for x in whom)


def _undergoes(plain: str, verb: Word) -> bool:
    """Whether a turn of phrase tells what befell its subject: "the barn burned down"."""
    turn = " " in verb.text and verb.text.lower().startswith(_UNDERGONE)
    return turn and _TRANSITIVE.match(plain[verb.end :]) is None


def _is_verb(plain: str, word: Word) -> bool:
    """Whether a word is something done: known as such, or between a noun and another's article."""
    if word.name or word.concept in _MUTUAL or word.text.lower() in _ABOARD:
        return False
    passive = word.text.endswith("ed") and _BE.search(plain[: word.start])
    if word.concept in VERBS or passive:
        return True
    before = _TOKEN.findall(plain[max(0, word.start - 30) : word.start])[-1:]
    led = bool(before) and before[0].isalpha() and before[0].lower() not in _NO_SUBJECT
    if _PLURAL.search(plain[: word.start]) and plain[word.end + 1 : word.end + 2].isalpha():
        return True
    return led and _OBJECT.match(plain[word.end :]) is not None
