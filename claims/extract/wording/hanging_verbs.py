"""The first verb of a piece to whether it is all a clause about what opens it: "the mill that fell"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from claims.extract.grammar.lead_ins import PREPOSITIONS
from claims.extract.grammar.reporting_verbs import REPORTING
from claims.extract.grammar.tokens import tokens
from claims.extract.grammar.verbs import AUXILIARIES, PRESENT, finite_from, first_finite, is_adverb
from claims.extract.wording.likely_verbs import likely_verb
from claims.extract.wording.noun_pieces import is_noun_piece
from claims.extract.wording.subjects import PRONOUNS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from claims.extract.grammar.tokens import Token

_WHO = frozenset("who whom which whose what".split())
_ACTORS = frozenset("it he she they we".split())
_NO_NOUNS = frozenset(
    """that which who whom whose because when while if although though where whether after before since
    until once as and or but""".split()
)
_ARTICLES = frozenset(["the", "a", "an"])
_WHY = frozenset("because when while although though after before since until once if".split())
_BETWEEN = frozenset("more less than not almost nearly about been".split())
_LEAST = 2  # words before the verb
_PASS_BY = frozenset("passed stopped dropped walked lived".split())
_MADE = frozenset(
    "set made held led built run hit bought sold sent brought caught kept left won".split()
)
_MARKS = frozenset("record mark peak low high target limit pace".split())
_SIZES = frozenset(
    "a an half nearly almost about more less over some up two three four five six ten".split()
)
_NAME_ENDS = re.compile(r"[A-ZÀ-Þ][\w’'-]+,\s*\Z")
_ONE_OF = re.compile(r"(?:the\s)?(?:first|second|third|fourth|fifth|last|latest|only\sone)\sof\s")
_JOINS = re.compile(r"(?:\b(?:and|or|but)|,)\s*\Z")
_MODAL = re.compile(
    r"\b(?:will|would|can|could|may|might|must|shall|should|did\snot|does\snot|do\snot)\s"
)
_BARE = re.compile(rf"{_MODAL.pattern}|\bto\s(?!(?:the|an?|his|her|its|their|this|that)\b)[a-z]+\s")
_QUANTIFIERS = frozenset(
    "some many most several few both no any every each other such its his her their this these those".split()
)
_OBJECT = re.compile(
    r"(?:the|an?|its|his|her|their|this|these|those|it|them|him|at|to|in|on|from|for|with|about|around|some|up|down|out|more"
    r"|less|all|every|each|any|only|one|two|three|four|five|six|seven|eight|nine|ten|[\d$€£]|[A-Z])"
)
_FIRST = frozenset("the a an another up down one two three four five six seven".split())
_TELLING_WHEN = frozenset("after before since until according".split())
_ONE_OF_MANY = re.compile(
    r"one\sof\s(?:the\s|its\s|his\s|her\s|their\s)?(?:\d[\d,]*|two|three|four|five|six|seven|eight|nine|ten|several|many|a\sfew)\s"
    r"(?:[\w’'-]+\s){1,3}?(?:[a-z]+ed|known|held|built|shown|given|taken|made)\s(?=(?:in|by|at|to|from|on|for|with|as|under)\b)"
)
_DESCRIBED = re.compile(r"an?\s(?:[a-z-]+\s){1,4}(?:who|whose)\s")


def only_hangs(words: Sequence[Token], verb: int) -> bool:
    """Whether a piece whose first finite verb is `words[verb]` has no verb of its own.

    >>> from claims.extract.grammar.tokens import tokens
    >>> only_hangs(tokens("a number that has more than tripled"), 3)
    True
    >>> only_hangs(tokens("the firm that fell lost money"), 3)
    False
    """
    if is_noun_piece(words, verb):
        return True
    relative = (
        any(w.lower in _WHO for w in words[:verb])
        or _tells_of_opening(words, verb)
        or _compares(words, verb)
        or _is_made_by(words, verb)
    )
    last = _end_of(words, verb)
    return relative and (_has_no_other(words, last) or _never_ends(words, verb))


def _has_no_other(words: Sequence[Token], last: int) -> bool:
    """Whether no verb follows but one that tells why or when: "a fine that was cut because it paid early"."""
    other = finite_from(words, last + 1, len(words))
    if other is None:
        return True
    led = any(w.lower in _WHY for w in words[last + 1 : other])
    return led and finite_from(words, _end_of(words, other) + 1, len(words)) is None


def only_tells_when(words: Sequence[Token], verb: int | None) -> bool:
    """Whether the only verb tells when or whence: "a day after it fell", "the worst since it began".

    >>> from claims.extract.grammar.tokens import tokens
    >>> only_tells_when(tokens("a day after it fell"), 4)
    True
    """
    first = words[0].text if words else ""
    laid_on = first[:1].isupper() and any(w.text == "," for w in words[:verb])
    if verb is None or not (first in _FIRST or first[:1].isdigit() or laid_on):
        return False
    if finite_from(words, verb + 1, len(words)) is not None:
        return False
    lead = next((i for i in range(1, verb) if words[i].lower in _TELLING_WHEN), None)
    if lead is None or (laid_on and any(w.text == "," for w in words[lead:verb])):
        return False  # "As a result, according to police, ten were held"
    return likely_verb(words[: lead + 1]) is None


def is_most_ever(words: Sequence[Token], verb: int | None) -> bool:
    """Whether the only verb is that of "the largest ever built in Leeds".

    >>> from claims.extract.grammar.tokens import tokens
    >>> is_most_ever(tokens("the largest ever built in Leeds"), 3)
    True
    """
    if verb is None or words[0].lower != "the" or words[verb - 1].lower != "ever":
        return False
    return finite_from(words, verb + 1, len(words)) is None


def _is_made_by(words: Sequence[Token], verb: int) -> bool:
    """Whether the verb is a participle of what opens the piece: "a petition started by shopkeepers"."""
    low, agent = words[verb].lower, words[verb + 2 : verb + 3]
    start = max((i + 1 for i in range(verb) if words[i].text == ","), default=0)
    if not agent or not (words[start].lower in {"a", "an"} or words[start].text[0].isdigit()):
        return False
    if words[verb - 1].lower in _MARKS and low in _MADE and words[verb + 1].lower in PREPOSITIONS:
        return True  # "20cm below the record set in May"
    form = (low.endswith("ed") and low not in _PASS_BY) or low in _MADE
    made = form and words[verb + 1].lower == "by"
    return made and agent[0].text[0].isalpha() and agent[0].lower not in _SIZES


def _compares(words: Sequence[Token], verb: int) -> bool:
    """Whether the verb is of what a measure is compared with: "three months later than it had hoped"."""
    return verb > _LEAST and words[verb - 2].lower == "than" and words[verb - 1].lower in _ACTORS


def _end_of(words: Sequence[Token], verb: int) -> int:
    """The last word of a verb of several: "has more than tripled"."""
    if words[verb].lower not in AUXILIARIES:
        return verb
    rest = finite_from(words, verb + 1, len(words))
    between = words[verb + 1 : rest] if rest is not None else ()
    whole = all(w.lower in _BETWEEN or is_adverb(w.lower) for w in between)
    return rest if rest is not None and whole else verb


def _tells_of_opening(words: Sequence[Token], verb: int) -> bool:
    """Whether the verb of a piece within its sentence is of a clause about what opens the piece.

    "a number that has tripled since 2014", "the £52m it made last year".
    """
    first = words[0]
    if not first.text[:1].islower() or first.lower in PRONOUNS or verb < _LEAST:
        return False
    that = next((i for i in range(1, verb) if words[i].lower == "that"), None)
    if that is not None:
        return not words[that + 1].lower.endswith("ed") or that + 1 == verb
    about = words[verb - 2]
    named = about.is_word and not about.is_capital
    noun = named and about.lower not in PREPOSITIONS | _NO_NOUNS and not is_adverb(about.lower)
    actor = words[verb - 1]
    if first.lower != "the" and about.lower in _ARTICLES and verb > _LEAST + 1:
        before = words[verb - 3]  # "a project an audit found"
        return before.is_word and before.lower not in PREPOSITIONS | _NO_NOUNS
    named = actor.is_capital and first.lower != "the" and verb > _LEAST  # "a match Lorvia lost"
    return first.lower in _ARTICLES and noun and (actor.lower in _ACTORS or named)


def _never_ends(words: Sequence[Token], verb: int) -> bool:
    """Whether the clause behind ", who" goes on to the end: "Ann Lee, who left because she was ill"."""
    marks = [w.lower for w in words]
    begins = "," in marks[:verb] and marks[marks.index(",") + 1] in _WHO
    return begins and marks.count(",") == 1


def is_behind_name(before: str, clause: str) -> bool:
    """Whether a clause tells of what ends the words before, which have their verb: by "who", or as one of.

    >>> is_behind_name("“No,” said Ann Lee, ", "a cook who swam until a boat came")
    True
    >>> is_behind_name("When it reached Ann Lee, ", "a cook who knew her left")
    False
    """
    described = _NAME_ENDS.search(before) and _DESCRIBED.match(clause)
    counted = _ONE_OF_MANY.match(clause)
    if counted and first_finite(clause[counted.end() :]) is not None:
        counted = None  # "one of 14 men named in it died"
    if (
        not described
        and not (counted and before.rstrip().endswith(","))
        and not (before.rstrip().endswith(",") and _ONE_OF.match(clause))
    ):
        return False
    led = before.lstrip(' "“').partition(" ")[0].lower()
    return led not in _NO_NOUNS and led not in PREPOSITIONS and first_finite(before) is not None


def that_lacks_object(before: str, clause: str) -> bool:
    """Whether "that" is what its verb acts on, the noun before it: "a bill that it passed in May".

    >>> that_lacks_object("It cost a bill of $2bn ", "that the Senate passed by 50 votes")
    True
    >>> that_lacks_object("He told the board ", "that the mill fell in May")
    False
    """
    if not clause.startswith("that "):
        return False
    words, ahead = tokens(clause), tokens(before)
    verb = finite_from(words, 2, len(words))
    if verb is None or any(w.lower in REPORTING for w in ahead):
        return False
    last = _end_of(words, verb) + 1
    gap = last >= len(words) or words[last].lower in PREPOSITIONS
    start = max((i for i, w in enumerate(ahead) if w.lower in _ARTICLES), default=None)
    return gap and start is not None and finite_from(ahead, start, len(ahead)) is None


def is_named_by_act(clause: str) -> bool:
    """Whether a clause that begins with a form in -ing has it in its subject: "Operating profit rose".

    >>> is_named_by_act("Operating profit rose"), is_named_by_act("Speaking after he won")
    (True, False)
    """
    words = tokens(clause)
    verb = finite_from(words, 1, len(words))
    if verb is None or not _LEAST <= verb <= _LEAST + 1 or not words[0].lower.endswith("ing"):
        return False
    small = PREPOSITIONS | _NO_NOUNS | _ACTORS | _ARTICLES
    return all(w.is_word and not w.is_capital and w.lower not in small for w in words[1:verb])


def goes_on_bare(before: str, clause: str) -> bool:
    """Whether a clause is a second act behind "will" or "to": "They will feed 40 homes and | save a tonne".

    >>> goes_on_bare("They will feed 40 homes and ", "save a tonne a year")
    True
    >>> goes_on_bare("They will buy a mill and ", "a bank")
    False
    """
    joint = _JOINS.search(before)
    if joint is None or not _BARE.search(before):
        return False
    first, _, more = clause.partition(" ")
    bare = first.islower() and first.isalpha() and not first.endswith(("s", "ed", "ing", "ly"))
    small = PREPOSITIONS | _NO_NOUNS | _ACTORS | _ARTICLES | _SIZES | _QUANTIFIERS
    sure = joint[0].strip() != "," and _MODAL.search(before)
    known = sure or any(f"{first}{end}" in PRESENT for end in ("s", "es"))
    return bare and bool(known) and first not in small and _OBJECT.match(more) is not None
