"""The words of two sides to whether their numbers count the same things of the same population."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from claims.evidence.quantity.amounts import Part
from claims.evidence.quantity.changes import DIFFERENCE, RATIO
from claims.evidence.quantity.derived import HEAD, LENGTH, SHARE
from claims.evidence.quantity.heads import counted, is_special, other_heads, turned_heads
from claims.evidence.quantity.idle import (
    ACTORS,
    ATTRIBUTES,
    DOERS,
    IMPLIED,
    PEOPLE,
    PLACES,
    WHICH,
)
from claims.evidence.quantity.measures import implied_by
from claims.evidence.quantity.money import is_money
from claims.evidence.quantity.naming import as_names
from claims.evidence.quantity.narrowing import EVERYWHERE, Words, is_done, narrowed
from claims.evidence.quantity.roles import governor
from claims.evidence.quantity.sides import PRONOUN, only_states
from claims.evidence.quantity.statement import QUALIFIED
from claims.evidence.quantity.telling import BOTH_FREE, Hindrance, both, is_telling
from claims.evidence.quantity.ways import balanced, other_way
from claims.evidence.quantity.wholes import PLURAL
from claims.evidence.quantity.wording import VERBS, Word, concept_of, concepts

if TYPE_CHECKING:
    from claims.evidence.quantity.sides import Side

_MOST_MISSING, _SHARE_MISSING = 1, 3
"""Words of the claim that an agreeing passage may leave out, and as which part of the claim's words."""
_LEAST_SHARED = 2
_CUTTING = frozenset("of with for to after before among".split())
_AGENT = re.compile(
    r"\bby (?:the |an? |its |#+ )?(?:(?!(?:in|of|on|at|for|to|from|with)\b)[a-z]+ )?$"
)
_BECAUSE = re.compile(r"\b(?:because|due to|thanks to|owing to|on account of) [^,;:#]*$")
"""A reason that a sentence adds at its end; it cuts nothing out."""
_FROM_MANY = re.compile(r"\b(?:in|from|at|on|across) #+ $")
_KILLS = re.compile(r"\b(?:kill(?:s|ed|ing)?|slain|slaughtered|shot)\b", re.IGNORECASE)
_ROUGHLY = re.compile(
    r" (?:(?:about|some|over|nearly|almost|around|more|than|at|least|only) )*[$€£]?"
)
_HAVING = concepts("carries holds enrolled employs houses owns lives covers".split())
"""What is done to things where they only are."""
_IN_IT = {"resident"} | concepts(["holds", "houses"])
"""What is done to things by where they are: "holds 40 books" says that it has them."""
_PASSIVE = re.compile(
    r"\b(?:is|are|was|were|be|been|being|#) (?:\w+ly )?(?:\w+[dnt]|won|sung|struck|run)\b"
)
_MEANS = re.compile(r"\bby $")
_AGENT_NEAR = 40
_OWNS = re.compile(r"[’']s?$")
_OF_WHICH = re.compile(r"\bof (?:which|whom|them|these|those)\b")
"""What is told of a whole before this ("12,000 claims were received, of which") says how it came to be."""
_POPULATION = re.compile(
    r"\bpopulation (?:of (?:the )?(?:\w+ ){1,2})?(?:of|is|was|stood at|stands at) (?:about |some |around )?#"
)
_EACH = re.compile(r"# (?:an?|per|each) ([a-z]+)")
_OWNER = re.compile(r"[’']s$|s[’']$")
_EXISTS = re.compile(
    r"\bthere (?:is|are|was|were)\b|\bcontain(?:s|ed)\b|\b(?:has|have|had) (?=[^a-z]*#)|\bhad an? \w+ of #",
    re.IGNORECASE,
)
"""What a passage says of things of which it tells nothing done: "had 40 boats", not "sold 40 boats"."""
_COMPARING = frozenset(
    """about around some nearly almost roughly only just over more less fewer under than at least most
    up to""".split()
)
"""Words that belong to a number and not to what it counts."""


_DATED = re.compile(r"(?:In|On|By|At|During) (?:the )?")
"""What stands before a date that its sentence begins with."""
_PRICED = concepts(["price"])
_LAYOFF = "layoff"
_ENDS = frozenset(["start", "beginning", "end"])
"""From when to when a change is told that is worked out."""
_MEAN = set(concepts(["average"]))
_FORCE = set(concepts(["police"]))
"""Whose officers are officers."""
_PRICES = set(concepts(["price"]))
_MEMBERS, _VOTES = set(concepts(["members"])), set(concepts(["valid", "referendum"]))
"""What a share is of, though it may go unsaid: of a committee's members, of the valid votes."""
_RANKS = re.compile(
    r", (?:(?:more|fewer|less|[a-z]+er) than (?:any|all|every|in any)|an? (?:[a-z]+ )?record"
    r"|making (?:it|them|him|her) (?:one of )?the [a-z]+"
    r"|(?:one of )?(?:the|its|their|his|her) (?:[a-z]+-)?(?:[a-z]+est|most|best|worst))\b[^,;:]*$"
)
_AND = re.compile(
    r",? (?:and|or|along with|together with|as well as|plus) (?:(?:the|its|their|his|her|an?|other) )*"
)
_PLACES, _ACTORS = concepts(PLACES), concepts(ACTORS)


def things_hinder(ours: Side, theirs: Side) -> Hindrance:
    """Whether the two numbers count other things, or another part of them.

    >>> from claims.evidence.quantity.sides import side
    >>> from claims.evidence.quantity.statement import statement
    >>> def both_of(claim, passage):
    ...     one, two = (statement(t, published=None) for t in (claim, passage))
    ...     return things_hinder(side(one, one.amounts[0]), side(two, two.amounts[0])).to_agree
    >>> both_of("The town has 640 beds.", "The town has 640 nurses.")
    'NOT002'
    >>> both_of("Suicides fell 18 percent.", "Male suicides fell 18 percent.")
    'NOT003'
    """
    return BOTH_FREE if _wording(ours) == _wording(theirs) else _by_words(ours, theirs)


def _by_words(ours: Side, theirs: Side) -> Hindrance:
    words = _words(ours, theirs)
    if words.elsewhere:
        return both("NOT005")
    worked = _worked_from(ours, theirs, words.theirs) if theirs.derived else set()
    together = _joined(ours, words.b | words.context) or _joined(theirs, words.a | worked)
    cuts = _LAYOFF in words.a & words.b  # a job cut is a worker laid off
    together = together or turned_heads(ours.amount, ours.near, theirs.amount)
    together = together or turned_heads(theirs.amount, theirs.near, ours.amount)
    if together or not words.a or (not cuts and other_heads(ours.amount, theirs.amount)):
        return both("NOT002")
    if not cuts and (
        is_special(ours.amount, words.theirs) or is_special(theirs.amount, words.ours)
    ):
        return both("NOT003")
    if narrowed(ours, theirs, words):
        return both("NOT003")
    unsaid = words.a & ATTRIBUTES if not words.b & ATTRIBUTES else set()
    if len(words.a & (words.b | words.context)) < min(_LEAST_SHARED, len(words.a - unsaid)):
        return both("NOT002")
    found = _weighed(ours, theirs, words)
    beside = "-" in theirs.said.text[theirs.amount.start : theirs.amount.end]
    # "the 324-metre tower" may be its height or its length
    return Hindrance(found.to_agree, found.to_clash or "NOT002") if unsaid and beside else found


def _wording(side: Side) -> list[str]:
    """All words of a statement, its one number left out: the same in both means that nothing else differs."""
    amount, plain = side.amount, side.said.plain[: _ranking(side)]
    if side.derived:
        return [side.said.text, repr(amount)]
    left = f"{plain[: amount.start]} {plain[amount.end :]} {amount.unit} {amount.noun}"
    if len(side.said.amounts) > 1:
        text = side.said.text[: len(plain)]
        left = f"{text[: amount.start]} {text[amount.end :]} {amount.unit} {amount.noun}"
        return re.findall(r"\w+", left.lower())
    which = sorted(w.concept for w in side.said.words if w.concept.startswith(QUALIFIED))
    return [*(w for w in re.findall(r"[^\W\d_]+", left.lower()) if w not in _COMPARING), *which]


def _words(ours: Side, theirs: Side) -> Words:
    told = _ranking(ours)
    mine = [w for w in (*ours.near, *ours.far) if w.start < told]
    mine = as_names(mine, [*theirs.near, *theirs.far, *theirs.around.words])
    other = as_names([*theirs.near, *theirs.far], mine)
    if is_money(ours.amount) and other_way(ours, theirs):
        mine, other = balanced(mine), balanced(other)
    a, b = ({w.concept for w in words} for words in (mine, other))
    elsewhere = any(a & kind and b & kind and not a & b & kind for kind in (_PLACES, _ACTORS))
    soft = PEOPLE | _PLACES | _ACTORS
    soft = soft - _compounds(mine) - _compounds(other)
    a, b = a - soft, b - soft
    idle = {word for concept in a & b for word in IMPLIED.get(concept, ())} | soft
    idle |= _worked_from(ours, theirs, other) | _implied(theirs)
    known = b | soft | theirs.around.subject | _implied(ours)
    known |= {doer for concept in a & b for doer in DOERS.get(concept, ())}
    known |= _MEAN if theirs.derived == HEAD else set()
    if theirs.derived == RATIO:  # the price of a litre
        known |= {concept_of(unit) or "" for one in theirs.said.amounts for unit in one.per}
    lives = _IN_IT if _EXISTS.search(theirs.said.plain) else set()  # "40 wolves live there"
    missing = [w for w in mine if not w.name and w.concept not in known and w.concept not in lives]
    if not ({w.concept for w in missing} & ATTRIBUTES and b & ATTRIBUTES):
        missing = [w for w in missing if w.concept not in ATTRIBUTES]
        idle |= set() if a & ATTRIBUTES else ATTRIBUTES
    beside = {w.concept for w in ours.said.words} - VERBS
    known = a | beside | idle
    return Words(
        ours=mine,
        theirs=other,
        a=a,
        b=b,
        context=_context(mine, theirs),
        missing=_untitled(missing, mine, ours.said.plain),
        extra=[
            w
            for w in other
            if w.concept not in known and not w.name and not theirs.said.is_aside(w, theirs.amount)
        ],
        elsewhere=elsewhere,
    )


def _implied(side: Side) -> frozenset[str]:
    """Words that say nothing beside an amount: the price, where so much a barrel is told."""
    priced = bool(side.amount.per) and is_money(side.amount)
    return implied_by(side.amount.unit) | (_PRICED if priced else frozenset())


def _compounds(words: list[Word]) -> set[str]:
    """Bodies and places that say what kind of thing the next word is: "office rents", "government bonds"."""
    starts = {w.start: w for w in words if not w.name}
    return {
        word.concept
        for word in words
        if word.concept in (_PLACES | _ACTORS) - _FORCE
        and (after := starts.get(word.end + 1))
        and after.text.endswith("s")
        and after.concept not in VERBS | _PLACES | _ACTORS | PEOPLE
        and not (word.text.endswith("s") or is_done(after))
    }


def _ranking(side: Side) -> int:
    """Where a sentence goes on to rank its number, which another may leave out: ", more than any club"."""
    plain = side.said.plain
    match = _RANKS.search(plain, side.amount.end) if ", " in plain else None
    return match.start() if match else len(plain)


def _joined(side: Side, known: set[str]) -> bool:
    """Whether what both speak of is told together with something else: "Norland and Belis"."""
    words = {w.start: w for w in (*side.near, *side.far)}
    ends = {w.end: w for w in words.values()}
    for match in _AND.finditer(side.said.plain):
        first, second = ends.get(match.start()), words.get(match.end())
        if first and second and not side.said.is_aside(second, side.amount):
            told = [w.concept in known for w in (first, second)]
            if told[0] is not told[1]:
                return True
    return False


def _worked_from(ours: Side, theirs: Side, words: list[Word]) -> set[str]:
    """Words of the passage that only tell of what its number was worked out from."""
    plain = theirs.said.plain
    ends = {w.concept for w in words if w.text in _ENDS and plain.startswith(" of #", w.end)}
    if theirs.derived == DIFFERENCE:
        return ends
    if theirs.derived in {RATIO, HEAD}:
        return _counted(theirs) | ends
    if theirs.derived == LENGTH:
        return {w.concept for w in words if theirs.amount.start <= w.start < theirs.amount.end}
    if theirs.derived == SHARE and (told := _OF_WHICH.search(plain)):
        whole = min((a.start for a in theirs.said.amounts if a.part is Part.WHOLE), default=0)
        before = (w for w in words if w.start < told.start() and not w.name)
        return _MEMBERS.union(
            w.concept
            for w in before
            if is_done(w) or (w.end <= whole and not plain[w.end : whole].strip())
        )
    votes = _VOTES if theirs.derived == SHARE else set()
    return votes | (
        {"resident"} if _POPULATION.search(plain) and not counted(ours.amount) else set()
    )


def _counted(side: Side) -> set[str]:
    """What the numbers count from which a ratio was worked out: deaths, dollars a loaf, a population."""
    nouns = {n for a in side.said.amounts for n in a.noun.lower().split()}
    nouns |= {m[1].lower() for m in _EACH.finditer(side.said.plain)}
    qualified = {w.concept for w in side.said.words if w.concept.startswith(QUALIFIED)}
    crowd = {"resident", "area"} if side.derived == HEAD else _PRICES if _paid(side) else set()
    return {c for n in nouns if (c := concept_of(n))} | qualified | crowd


def _paid(side: Side) -> bool:
    """Whether a ratio is one of two sums of money: what something cost then and now."""
    return all(is_money(a) for a in side.said.amounts)


def _context(mine: list[Word], theirs: Side) -> set[str]:
    """What earlier sentences supply; "he" after "the minister's brother" is not the minister."""
    words = theirs.around.words
    if PRONOUN.match(theirs.said.text):
        owners = {w.concept for w in mine if _OWNS.search(w.text)}
        words = tuple(w for w in words if w.concept in owners or not _OWNER.search(w.text))
    return {w.concept for w in words}


def _untitled(unmatched: list[Word], words: list[Word], plain: str) -> list[Word]:
    """Without what only describes a name that both have: "the textile maker Harrow Mills"."""
    titled = {w.start for w in words if w.name}
    kept = []
    for word in sorted(unmatched, key=lambda w: -w.start):
        follows = plain[word.end : word.end + 1] == " " and word.end + 1 in titled
        if follows and word.text.lower() not in WHICH:
            titled.add(word.start)
        else:
            kept.append(word)
    return kept


def _weighed(ours: Side, theirs: Side, words: Words) -> Hindrance:
    """Whether words that one side alone has still allow to agree, or even to clash."""
    absent = {w.concept for w in words.missing} - words.context
    local = {w.start for w in theirs.near}
    strange = _untitled(words.extra, words.theirs, theirs.said.plain)
    reason = _BECAUSE.search(theirs.said.plain, theirs.amount.end)
    why = reason.start() if reason else len(theirs.said.plain)
    near = [w for w in strange if w.start in local and w.text.lower() not in EVERYWHERE]
    near = [w for w in near if w.start < why and not _is_counted(w, theirs)]
    if ours.point:
        first = _DATED.fullmatch(theirs.said.plain, 0, theirs.amount.start) is not None
        near = [w for w in near if w.start < theirs.amount.start or (first and _does(w, theirs))]
        near = [w for w in near if _is_another(w, theirs)]
    agents = [w for w in near if _is_agent(w, theirs.said.plain, words)]
    if _others_did(ours, theirs, unlike=(bool(absent), bool(agents))):
        return both("NOT005")
    done = absent - {counted(ours.amount)}
    done |= only_states(ours, theirs)
    undone = bool(done) and _EXISTS.search(theirs.said.plain) is not None
    undone = undone or (bool(absent) and _killed(ours) and not _killed(theirs))
    here = {w.concept for w in (*theirs.near, *theirs.far)}
    apart = {w.concept for w in theirs.said.words} - here
    undone = undone or (not ours.point and bool(absent & apart))  # told of another number
    undone = undone or any(w.concept in absent and _acts_on(w, ours) for w in words.missing)
    if undone or len(agents) < len(near) or (agents and absent):
        return both("NOT002")
    if len(absent) > _MOST_MISSING or len(absent) * _SHARE_MISSING > len(words.a):
        return both("NOT002")
    if any(w.concept in absent and governor(ours.said.plain, w) in _CUTTING for w in words.missing):
        return both("NOT002")
    if absent and (not is_telling(ours.amount) or PRONOUN.match(theirs.said.text)):
        return both("NOT002")
    fewer = (
        theirs.amount.high < ours.amount.low
    )  # in all the world: then there are not so many anywhere
    strange = [w for w in strange if w.start < why and not (fewer and w.text.lower() in EVERYWHERE)]
    return Hindrance(None, "NOT002" if absent or strange or words.missing else None)


def _is_another(word: Word, side: Side) -> bool:
    """Whether a word before a date makes its event another one: "wounded", "the tower of the church"."""
    return is_done(word) or side.said.plain.startswith((" of the ", " of its "), word.end)


def _does(word: Word, side: Side) -> bool:
    """Whether a word is what its subject does, and no mere "was awarded"."""
    return is_done(word) and not side.said.plain.endswith(("was ", "were ", "been "), 0, word.start)


def _acts_on(word: Word, side: Side) -> bool:
    """Whether a word is what is done to the things that are counted: "won 11 games"."""
    between = side.said.plain[word.end : side.amount.start]
    acts = word.concept in VERBS or word.text.endswith("ed")
    return acts and word.concept not in _HAVING and _ROUGHLY.fullmatch(between) is not None


def _killed(side: Side) -> bool:
    """Whether deaths are told as somebody's doing, who may not be left out then."""
    return _KILLS.search(side.said.plain) is not None


def _is_counted(word: Word, theirs: Side) -> bool:
    """Whether a word is what another number counts, behind the claim's: "saved 40 men from three boats"."""
    behind = any(
        a.start > theirs.amount.end and a.end + 1 == word.start for a in theirs.said.amounts
    )
    return behind and _FROM_MANY.search(theirs.said.plain[: word.start]) is not None


def _others_did(ours: Side, theirs: Side, *, unlike: tuple[bool, bool]) -> bool:
    """Whether one side names a body that may be left out, and the other has somebody else in its place."""
    mine, other = (
        {w.concept for w in (*s.near, *s.far) if not s.said.is_aside(w, s.amount)} & _ACTORS
        for s in (ours, theirs)
    )
    return (unlike[0] and bool(other - mine)) or (unlike[1] and bool(mine - other))


def _is_agent(word: Word, plain: str, words: Words) -> bool:
    """Whether an unmatched word only says who did it: "by two brothers", "its surgeons performed"."""
    before = plain[max(0, word.start - _AGENT_NEAR) : word.start]
    if _AGENT.search(before):  # "by men", and not "by post"
        passive = _PASSIVE.search(plain[: word.start]) is not None
        return (passive and not _MEANS.search(before)) or PLURAL.search(word.text) is not None
    done = next((w for w in words.theirs if w.start == word.end + 1), None)
    acts = done is not None and done.concept in words.a and is_done(done)
    return acts and word.text.endswith("s") and not _OWNER.search(word.text)
