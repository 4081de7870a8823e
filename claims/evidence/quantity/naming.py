"""The names of two sides to whether they speak of other places, persons or bodies."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from claims.evidence.quantity.amounts import AGE
from claims.evidence.quantity.idle import ACTORS, EVENTS, ONCE, PEOPLE, PLACES
from claims.evidence.quantity.statement import is_owned
from claims.evidence.quantity.telling import BOTH_FREE, Hindrance, both, is_telling
from claims.evidence.quantity.voice import SOMEBODY
from claims.evidence.quantity.wording import concepts, name_stem

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence

    from claims.evidence.quantity.sides import Side
    from claims.evidence.quantity.wording import Word

_SOFT = PEOPLE | concepts(PLACES) | concepts(ACTORS)
_FROM = re.compile(r"\b(?:from|of|by|to|among) (?:the )?$", re.IGNORECASE)
_PLACED = re.compile(r"\b(?:in|than|as|from|at|of|for|outside|across) (?:the )?$", re.IGNORECASE)
_OUTSIDE = re.compile(
    r"\b(?:without|excluding|except|barring|minus|including|counting) (?:the )?$", re.IGNORECASE
)
_OUT = re.compile(r"^ (?:excluded|excepted|included|alone|only|aside|apart)\b")
_BEFORE = 16
_GIVEN = re.compile(
    r"\b(?:cost|costs|paid|pays|gave|gives|fined|owed|owes|saved|saves|lent|sent|sold|earned) (?:the )?$"
)
_AMOUNT_NEXT = re.compile(r" (?:(?:about|some|over|nearly|almost|more than|at least) )?[$€£]?#")
_PART = re.compile(
    r"\b((?:north|south)?(?:east|west)(?:ern)?|north(?:ern)?|south(?:ern)?|greater|central|inner|outer|upper"
    r"|lower|rural|urban|metropolitan|downtown|suburban|mainland) $",
    re.IGNORECASE,
)
_STATE_OF = re.compile(
    r"\b(?:state|province|county|district|region|kingdom|republic) of (?:the )?$", re.IGNORECASE
)
_DISTRICT = re.compile(r" (?:district|province|county|region|state|prefecture|governorate|area)\b")
_COMPASS = frozenset(
    """north south east west northern southern eastern western upper lower new central
    greater lesser inner outer little old""".split()
)
_NEAR_ENDINGS = frozenset(["a", "ia", "s", "er", "e"])
_OWNS = re.compile(r"[’']s?$")
_LEGAL = frozenset("ltd limited inc plc corp corporation company ag gmbh sa llc".split())
"""What a firm's name may end in without being another's."""
_TITLES = frozenset(
    name_stem(title.capitalize())
    for title in """president mayor minister general king queen pope prime senator judge justice professor
    candidate chancellor governor bishop archbishop cardinal prince princess emperor captain colonel
    sheriff ambassador secretary deputy congressman congresswoman chairman chairwoman""".split()
)
_OF_A_LAND = re.compile(r"(?:ian|ean|ish|ese|ial|ern|ic)$")
"""How a word before a name ends that makes it another's: Equatorial Guinea, the Democratic Republic."""
_OF_THOSE_IN = re.compile(r" of (?:all )?(?:the )?(?:\w+ ){1,2}in (?:the )?")
"""What stands between a share and the place whose part it is: "52 percent of votes in Belis"."""
_BODIES = concepts(
    """company party bank airline chain union charity retailer carmaker brand
    film album song book novel product""".split()
)
"""Bodies at work in several places: what one does in Belis is a part of what it does."""
_SOMEWHERE = EVENTS | ONCE | {"injure", "flood"}
"""What happens in one place, so that a place that is named adds nothing."""
_WHO = re.compile(r"(?P<who>[A-Z][\w’'-]+(?: [A-Z][\w’'-]+)*), (?:who|whose|which) [^,;:]*$")
_ROLE = re.compile(r"(?:er|or|ist|ian|man)$")
_SEVERAL = 2
_PERSON = 2
"""Words of a person's name; a longer one is a body's."""


def as_names(words: Iterable[Word], others: Collection[Word]) -> list[Word]:
    """Words that begin a sentence, read as names where the other text shows that they are.

    >>> from claims.evidence.quantity.wording import words_in
    >>> [w.name for w in as_names(words_in("Lorvia grew"), words_in("In Lorvia"))]
    [True]
    """
    names = {w.concept for w in others if w.name}
    names |= {w.alias for w in others if w.alias and w.text[0].islower()}  # "the company", a name
    return [replace(w, concept=w.alias, name=True) if w.alias in names else w for w in words]


_MOST_NAMES = 30
"""A sentence with more names is a table, which is not compared."""


def names_hinder(ours: Side, theirs: Side) -> Hindrance:
    """Whether a name of the claim is missing in the passage, or the passage's names are others.

    >>> from claims.evidence.quantity.sides import side
    >>> from claims.evidence.quantity.statement import statement
    >>> one, two = (statement(f"The {n} dam holds 120 boats.", published=None) for n in ("Osk", "Arn"))
    >>> names_hinder(side(one, one.amounts[0]), side(two, two.amounts[0])).to_agree
    'NOT005'
    """
    a = as_names([*ours.near, *ours.far], [*theirs.near, *theirs.far, *theirs.around.words])
    b = as_names([*theirs.near, *theirs.far], a)
    context = as_names(theirs.around.words, a)
    known = {w.concept for w in b} | {w.concept for w in context if w.name}
    mine, other = runs(a, ours.said.plain), runs(b, theirs.said.plain)
    many = max(len(mine), len(other)) > _MOST_NAMES
    many = many or _elsewhere(ours, theirs)
    if many or any(_is_other(run, other, known, {w.concept for w in a}) for run in mine):
        return both("NOT005")
    missing = [run for run in mine if run[-1].concept not in known and not _covered(run, known)]
    ours_all = {w.concept for w in a}
    extra = [run for run in other if _is_added(run, ours_all, theirs)]
    absent = [run for run in mine if run[-1].concept not in {w.concept for w in b}]
    if _acts_instead(absent, extra, ours, theirs) or (mine and _is_of_another(theirs, ours_all)):
        return both("NOT005")
    if extra and not mine and _lacks(a, {w.concept for w in (*b, *context)}):
        return both("NOT005")
    if missing:
        unsure = extra or len(missing) > 1 or _tells_apart(missing[0], ours, theirs, ours_all)
        unsure = unsure or SOMEBODY in theirs.said.standing or _opens_with_doer(theirs, ours_all)
        return Hindrance("NOT005" if unsure else None, "NOT005")
    named = {r[-1].concept for r in mine} & {r[-1].concept for r in other}
    districts = named & (_districts(mine, ours) ^ _districts(other, theirs))
    parts = _part_named(mine, named, ours) ^ _part_named(other, named, theirs)
    if districts or parts or _displaced(mine, extra, ours, theirs):
        return both("NOT005")
    found = _added(mine, extra, theirs, ours_all)
    fronted = _stated(mine, ours) is not _stated(other, theirs)
    fronted = fronted or (ours.amount.noun != AGE and any(_fronted(run, other) for run in mine))
    return Hindrance(found.to_agree, "NOT005") if fronted else found


def _opens_with_doer(theirs: Side, known: set[str]) -> bool:
    """Whether a sentence opens with who did it, which may be a name: "Belis harvested …"."""
    return any(
        w.start == 0 and w.alias and not {w.alias, w.concept} & known
        for w in (*theirs.near, *theirs.far)
    )


def _elsewhere(ours: Side, theirs: Side) -> bool:
    """Whether two sentences name nothing in common, where one tells a measure as "the 324-metre tower"."""
    if not is_owned(ours.said, ours.amount):
        return False
    mine = {w.concept for w in ours.said.words if w.name}
    other = {w.concept for w in theirs.said.words if w.name} | theirs.around.names
    aliases = {w.alias for w in (*theirs.said.words, *theirs.around.words)}
    return bool(mine and other) and not mine & (other | aliases)


def _is_added(run: Sequence[Word], known: set[str], theirs: Side) -> bool:
    """Whether a name of the passage is none of the claim's, and no mere aside."""
    new = not any(w.concept in known for w in run)
    return new and not theirs.said.is_aside(run[0], theirs.amount)


def _acts_instead(
    absent: Iterable[list[Word]], extra: Iterable[list[Word]], ours: Side, theirs: Side
) -> bool:
    """Whether somebody else acts in the passage's sentence, which leaves out who acts in the claim."""
    return any(_acts(run, ours) for run in absent) and any(_acts(run, theirs) for run in extra)


def _is_of_another(theirs: Side, known: set[str]) -> bool:
    """Whether a number is told of somebody else in a clause of his own: "beat Ana Kovic, who won 12"."""
    match = _WHO.search(theirs.said.plain[: theirs.amount.start])
    if match is None:
        return False
    named = [w for w in theirs.said.words if w.name and match.start() <= w.start < match.end("who")]
    return bool(named) and not any(w.concept in known for w in named)


def _tells_apart(run: list[Word], ours: Side, theirs: Side, known: set[str]) -> bool:
    """Whether a name that the passage's sentence leaves out may be another's than the number's."""
    around = theirs.around.names | {w.concept for w in theirs.said.words}
    around -= {w.concept for w in (*theirs.near, *theirs.far)}
    elsewhere = bool(around - known) or any(w.concept in around for w in run)
    placed = bool(_BODIES & known) and _is_placed(run, ours)
    return elsewhere or placed or not is_telling(ours.amount) or _describes(run, ours)


def _districts(runs: list[list[Word]], side: Side) -> set[str]:
    """The last words of names behind which stands that they are a district: "Kabul province"."""
    return {r[-1].concept for r in runs if _DISTRICT.match(side.said.plain[r[-1].end :])}


def _stated(runs: list[list[Word]], side: Side) -> bool:
    """Whether a name is said to be a part of a country: Georgia, the state of Georgia."""
    return any(_STATE_OF.search(_ahead(run, side)) for run in runs)


def _part_named(runs: list[list[Word]], named: set[str], side: Side) -> set[str]:
    """What stands before names and makes another place of them: "greater Lyon"."""
    found = (_PART.search(_ahead(r, side)) for r in runs if r[-1].concept in named)
    return {match[1].lower() for match in found if match}


def _displaced(mine: list[list[Word]], extra: list[list[Word]], ours: Side, theirs: Side) -> bool:
    """Whether the passage has another in the claim's place, and the claim's only as a place."""
    there = runs(
        as_names([*theirs.near, *theirs.far], [w for run in mine for w in run]), theirs.said.plain
    )
    acting = {run[-1].concept for run in mine if _acts(run, ours)}
    where = {
        w.concept
        for run in there
        if _is_placed(run, theirs) or _OWNS.search(run[-1].text)
        for w in run
    }
    return bool(acting & where) and any(_acts(run, theirs) for run in extra)


def _acts(run: list[Word], side: Side) -> bool:
    """Whether a name stands before the number and is not only a place or an owner."""
    owns = _OWNS.search(run[-1].text) is not None
    led = _is_placed(run, side) or _FROM.search(_ahead(run, side))
    return run[0].start < side.amount.start and not owns and not led


def _added(
    mine: list[list[Word]], extra: list[list[Word]], theirs: Side, ours: set[str]
) -> Hindrance:
    """Whether names that only the passage has narrow what is counted, or are mere detail."""
    start, end = theirs.span
    told = {w.end for w in (*theirs.near, *theirs.far) if {w.concept if w.name else w.alias} & ours}
    if not mine and _shared_out(extra, theirs):
        return both("NOT005")
    for run in extra:
        before, placed = _ahead(run, theirs), _is_placed(run, theirs)
        inside = theirs.derived is not None or start <= run[0].start < end
        base = theirs.said.plain[theirs.amount.end : run[0].start]
        share = theirs.amount.unit == "percent"
        cut = _sets_apart(run, theirs, told)
        cut = cut or (share and _OF_THOSE_IN.fullmatch(base) is not None)
        cut = cut or (inside and placed and (bool(_BODIES & ours) or not ours & _SOMEWHERE))
        if cut or _FROM.search(before) or (mine and inside and placed):
            return both("NOT005")
    if any(run[0].start < end for run in extra):
        return Hindrance(None, "NOT005")
    return BOTH_FREE


def _sets_apart(run: list[Word], theirs: Side, told: set[int]) -> bool:
    """Whether a name goes on behind another, is left out, or gets what is counted: "cost NASA 9 million"."""
    plain, start, end = theirs.said.plain, run[0].start, run[-1].end
    goes_on = start - 2 in told and plain[start - 2 : start] == ", "
    gets = _GIVEN.search(plain[:start]) is not None and _AMOUNT_NEXT.match(plain, end) is not None
    left_out = _OUTSIDE.search(_ahead(run, theirs)) or _OUT.match(plain[end:])
    return goes_on or gets or left_out is not None


def _shared_out(extra: list[list[Word]], side: Side) -> bool:
    """Whether each of several numbers has a place of its own: "41 in Belis and 30 in Marou"."""
    kin = [a for a in side.said.amounts if a.unit == side.amount.unit]
    if not extra or len(kin) < _SEVERAL:
        return False
    ends = [*(a.start for a in kin[1:]), len(side.said.plain)]
    placed = [
        run[0].start for run in runs(side.said.words, side.said.plain) if _is_placed(run, side)
    ]
    own = [any(a.end <= at < end for at in placed) for a, end in zip(kin, ends, strict=True)]
    return all(own)


def _ahead(run: list[Word], side: Side) -> str:
    return side.said.plain[max(0, run[0].start - _BEFORE) : run[0].start]


def _describes(run: list[Word], side: Side) -> bool:
    """Whether a name says which of the things that are counted: "Syrian refugees"."""
    end = run[-1].end
    return side.amount.end + 1 == run[0].start and any(
        w.start == end + 1 and not w.name for w in side.near
    )


def _is_placed(run: list[Word], side: Side) -> bool:
    """Whether a name says where: "in Norland"."""
    return _PLACED.search(_ahead(run, side)) is not None


def _lacks(ours: Iterable[Word], theirs: set[str]) -> bool:
    return any(w.concept not in theirs | _SOFT for w in ours)


def _covered(run: Sequence[Word], known: set[str]) -> bool:
    """Whether most words of a body's name are known ("Port of Ardenne" by "Ardenne")."""
    return len(run) > _PERSON and sum(w.concept in known for w in run) * 2 > len(run)


def runs(words: Iterable[Word], plain: str) -> list[list[Word]]:
    """Names as the runs of their words, in order."""
    found: list[list[Word]] = []
    for word in sorted((w for w in words if w.name), key=lambda w: w.start):
        last = found[-1][-1] if found else None
        if last and (last.start == word.start or plain[last.end : word.start] in {" ", "-", ". "}):
            found[-1].append(word)
        else:
            found.append([word])
    return found


def _is_other(run: list[Word], others: list[list[Word]], theirs: set[str], ours: set[str]) -> bool:
    """Whether the other text has a name that shares a word with this one and is another's.

    Each may have a word that the other lacks; or one goes on where the other ends: "Mexico City" is not
    Mexico, while "Ana Kovic" may be Kovic.
    """
    mine = {w.concept for w in run}
    for other in others:
        words = {w.concept for w in other}
        if not mine & words:
            continue
        several = min(len(run), len(other)) > 1
        if several and any(_is_near(a.text, b.text) for a in run for b in other):
            return True
        if (mine - words and words - mine) or (mine ^ words) & _COMPASS:
            return True
        longer, known = (run, theirs) if mine - words else (other, ours)
        last, first = longer[-1].concept, longer[0]
        if first.concept not in mine & words and _OF_A_LAND.search(first.text):
            return True
        if last not in mine & words and last not in known | _LEGAL:
            return True
    return False


def _is_near(one: str, other: str) -> bool:
    """Whether two names differ by an ending that makes another's: Paul and Paula, Lang and Langer."""
    short, long = sorted((one, other), key=len)
    return long.removeprefix(short) in _NEAR_ENDINGS


def _fronted(run: list[Word], others: list[list[Word]]) -> bool:
    """Whether one name has a word before the other's that is no title: Guinea, Equatorial Guinea."""
    mine = {w.concept for w in run}
    for other in others:
        words = {w.concept for w in other}
        if mine & words and (mine ^ words) - _TITLES - _LEGAL and not _has_role(run, other):
            return True
    return False


def _has_role(run: list[Word], other: list[Word]) -> bool:
    """Whether two names are one but for what a person is, in front of the sentence: "Composer Ana Kovic"."""
    short, long = sorted((run, other), key=len)
    first, *rest = long
    same = [w.concept for w in rest] == [w.concept for w in short]
    role = first.start == 0 and _ROLE.search(first.text) and first.concept not in _COMPASS
    return len(short) >= _PERSON and same and bool(role)
