"""The persons and the many that a sentence names, in order: what its own pronouns can mean."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from claims.extract.grammar.beside_names import COUNTED, LEADS
from claims.extract.grammar.countries import LANDS
from claims.extract.grammar.given_names import MEN, WOMEN
from claims.extract.grammar.names import ORGANISATIONS
from claims.extract.grammar.people_nouns import HUMANS, is_plural
from claims.extract.grammar.verbs import is_finite
from claims.extract.wording.given_names import TOWNS, goes_by
from claims.extract.wording.noun_phrases import PREPOSITIONS
from claims.text.calendar_names import CALENDAR

if TYPE_CHECKING:
    from collections.abc import Sequence

    from claims.extract.grammar.tokens import Token

_GIVEN = (MEN | WOMEN) - TOWNS
NO_NAMES = (
    CALENDAR
    | LEADS
    | COUNTED
    | frozenset(
        """unless until upon amid through though among like none half each every another others other
        such tens dozens scores hundreds thousands millions day once later instead still now just
        today yesterday tomorrow
        what who which whose how why together only even""".split()
    )
)
_BETWEEN = frozenset([",", "[", "]", "the", "a", "an", "former", "then", "late"])
_IS_A = re.compile(r"(?:is|was|became|remains) (?:an?|the) (?:[a-z]+ ){0,3}?(?:[a-z]+)?")
_LONGEST_BETWEEN = 7  # words: "the minister of water and power, Ann Lee"
_LEADS_NOUN = frozenset("a an the his her its their this that one another".split())
_GIVEN_AND_LAST = 2  # words
_NOT_ONLY_HUMAN = frozenset("head chief official general guard pilot patient pop".split())
_COLLECTIVE = frozenset(
    """police people men women children company firm team family government band group party couple
    crowd public staff crew bank union council committee board army majority everyone anyone everybody
    anybody nobody someone person media press pair trio duo audience side club opposition public
    population youth cattle community society agency ministry each every who""".split()
)
_NO_MANY = frozenset("his this its is was has as us news always perhaps across plus less".split())


@dataclass(frozen=True, slots=True)
class Candidate:
    """A person at tokens `[first, stop)`: "he", "she" or None, and whether the noun or name is known."""

    first: int
    stop: int
    pronoun: str | None
    known: bool
    owns: bool  # "Lee's"
    inner: bool  # behind a preposition


def persons(words: Sequence[Token]) -> list[Candidate]:
    """The persons of a sentence, a role beside its name counted once.

    >>> from claims.extract.grammar.tokens import tokens
    >>> [(c.pronoun, c.owns) for c in persons(tokens("The baker, Ann Lee, met Colin Dale's aunt."))]
    [('she', False), ('he', True), ('she', False)]
    """
    found: list[Candidate] = []
    i = 0
    while i < len(words):
        stop = _run_end(words, i)
        new = _named(words, i, stop) if stop > i else _role(words, i)
        if new is not None:
            if len(found) > 1 and found[-1].owns and _owned_role(words, found, new):
                found[-2:] = [_both(found[-2], new)]  # "Lee, the bank's head"
            elif found and _is_beside(words, found[-1], new):
                found[-1] = _both(found[-1], new)
            else:
                found.append(new)
        i = max(stop, i + 1)
    return found


def _owned_role(words: Sequence[Token], found: Sequence[Candidate], new: Candidate) -> bool:
    """Whether "Lee, Marsh's lawyer," is one person: Lee."""
    first, owner = found[-2:]
    comma = words[first.stop].text == "," and all(
        w.lower == "the" for w in words[first.stop + 1 : owner.first]
    )
    return (
        comma and not first.owns and new.first <= owner.stop + 2 and words[new.first].text.islower()
    )


def _run_end(words: Sequence[Token], i: int) -> int:
    """Where the capitalised words that begin at `i` end, brackets within them not counted."""
    if not _is_name_word(words[i]):
        return i
    k = end = i
    while k < len(words) and (
        words[k].text in "[]" or _is_name_word(words[k]) or _is_initial(words, k)
    ):
        k += 1
        if words[k - 1].is_word:
            end = k
        if words[k - 1].lower.endswith(("’s", "'s", "s’", "s'")):
            break
    return end


def _is_initial(words: Sequence[Token], i: int) -> bool:
    """Whether the stop at `i` ends an initial that a name follows: "H.C. Hansen"."""
    if words[i].text != "." or not 0 < i < len(words) - 1:
        return False
    before = words[i - 1].text
    return len(before) == 1 and before.isupper() and words[i + 1].is_capital


def _is_name_word(word: Token) -> bool:
    return word.is_word and word.is_capital and word.lower not in NO_NAMES


def _named(words: Sequence[Token], first: int, stop: int) -> Candidate | None:
    run = [w for w in words[first:stop] if w.is_word]
    plain = [w.text.removesuffix("'s").removesuffix("’s") for w in run]
    last = plain[-1]
    at = next((k for k, w in enumerate(plain) if w.lower() in _GIVEN), None)
    shouted = last.isupper() and len(last) > 1
    the = first > 0 and words[first - 1].lower == "the"
    long = len(run) > _GIVEN_AND_LAST if at is not None else len(run) > 1 or the
    body = last.lower() in ORGANISATIONS and long
    if body or shouted or last in LANDS:
        return None
    opens = first == 0 and len(run) == 1
    if opens and is_plural(last) and last.lower().removesuffix("s") in HUMANS:
        return None  # "Officers shot him"
    pronoun = goes_by(" ".join(plain[at:])) if at is not None else None
    known = at is not None or any(w.lower() in HUMANS for w in plain)
    owns = run[-1].lower.endswith(("’s", "'s", "s’", "s'"))
    return Candidate(first, stop, pronoun, known, owns, _is_inner(words, first))


def _role(words: Sequence[Token], i: int) -> Candidate | None:
    low = words[i].lower
    owns = low not in HUMANS and low.endswith(("’s", "'s"))
    noun = low[:-2] if owns else low
    if noun not in HUMANS:
        return None
    near = [w.lower for w in words[max(0, i - 3) : i]]
    led = any(w in _LEADS_NOUN or w.endswith(("'s", "’s")) for w in near)  # not "singer, actor and"
    return Candidate(
        i,
        i + 1,
        HUMANS[noun],
        known=led and noun not in _NOT_ONLY_HUMAN,
        owns=owns,
        inner=_is_inner(words, i),
    )


def _is_inner(words: Sequence[Token], i: int) -> bool:
    """Whether a preposition stands right before a noun with its article and adjectives."""
    return any(w.lower in PREPOSITIONS for w in words[max(0, i - 3) : i])


def _is_beside(words: Sequence[Token], old: Candidate, new: Candidate) -> bool:
    """Whether two mentions are of one person: "the baker, Ann Lee"."""
    between = words[old.stop : new.first]
    if (
        old.owns
        or len(between) > _LONGEST_BETWEEN
        or (new.owns and "," in [w.text for w in between])
    ):
        return False
    office = bool(between) and between[0].lower in {"of", "for", "in"} and between[-1].text == ","
    owner = len(between) > 1 and between[0].text == "," and between[-1].lower.endswith(("'s", "’s"))
    verb = any(is_finite(between, k) for k in range(len(between)))
    is_a = _IS_A.fullmatch(" ".join(w.lower for w in between)) and words[new.first].text.islower()
    beside = all(w.lower in _BETWEEN for w in between) or is_a
    return bool(beside or ((office or owner) and not verb))


def _both(old: Candidate, new: Candidate) -> Candidate:
    return Candidate(
        old.first, new.stop, new.pronoun or old.pronoun, known=True, owns=new.owns, inner=old.inner
    )


def can_be_many(words: Sequence[Token], i: int) -> bool:
    """Whether the word at `i` can be what "they" means: a plural, a group, a name that is no person's.

    >>> from claims.extract.grammar.tokens import tokens
    >>> words = tokens("The mills of Ann Lee")
    >>> [can_be_many(words, i) for i in range(len(words))]
    [False, True, False, False, False]
    """
    word = words[i]
    low = word.lower
    if low in _COLLECTIVE or low in ORGANISATIONS or low == "and" or word.text[:1].isdigit():
        return True
    if low in COUNTED:
        return low not in {"one", "no", "all"}
    if word.is_capital and low not in NO_NAMES:
        return word.text in LANDS or word.text.isupper() or low.endswith("s")
    plural = low.endswith("s") and not low.endswith(("'s", "’s", "ss", "us", "is"))
    return plural and low not in _NO_MANY
