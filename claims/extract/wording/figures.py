"""A person's name in its sentence to a figure: the title before it, "he" or "she", and how sure it is."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from claims.extract.grammar.beside_names import LEADS, PARTICLES
from claims.extract.grammar.countries import LANDS
from claims.extract.grammar.given_names import MEN, WOMEN
from claims.extract.grammar.names import TITLES
from claims.extract.grammar.people_nouns import HUMANS
from claims.extract.wording.given_names import TOWNS, goes_by
from claims.text.calendar_names import CALENDAR

if TYPE_CHECKING:
    from claims.extract.grammar.names import Person

_PLAIN_TITLES = frozenset(
    """president prime minister chancellor mayor governor senator secretary chairman king queen
    prince princess general vice deputy foreign""".split()
)
_PARTIES = frozenset(
    """democrat republican conservative liberal socialist engineer professor actor actress singer
    author journalist activist immunologist economist""".split()
)
_ROLE_WORDS = 4
_NO_MORE = frozenset("former ex then acting retired onetime".split())
_ACRONYM = re.compile(r"[A-Z]{3,}")
_NUMERALS = frozenset("III VII VIII XII XIII XIV XVI XXIII".split())
_PERSONAL = re.compile(
    r"\s(?:said|told|tweeted|wrote|added|explained|argued|recalled|was born|died|resigned|who)\b"
    r"|,\swho\b|,\s\d{1,2},|,?\saged?\s\d"
)
_HEADED = re.compile(r"\b([a-z]+)(?:\s(?:of|for)\s(?:[\w’'-]+\s){0,3}[\w’'-]+)?,\s$")
"""An office before a name: "its general secretary, Ann Lee,"."""
_ROLE = re.compile(r",\s(?:(?:an?|the|former|then)\s)?((?:[\w’'-]+\s?){1,6})")


@dataclass(frozen=True, slots=True)
class Figure:
    """A person: the fullest name, the title before it as written ("" for none), "he", "she" or None."""

    name: str
    title: str
    pronoun: str | None
    sure: bool


def bare(word: str) -> str:
    """A word without its possessive ending.

    >>> bare("Lee's"), bare("James'")
    ('Lee', 'James')
    """
    if "’" not in word and "'" not in word:
        return word
    if word.endswith(("’s", "'s")):
        return word[:-2]
    return word[:-1] if word.endswith(("’", "'")) else word


def figure_at(sentence: str, at: int, person: Person) -> Figure | None:
    """The person whose name `people` found at `at`, with title and pronoun; None for what is none.

    >>> from claims.extract.grammar.names import people
    >>> text = "French president Marie Dubois left."
    >>> figure_at(text, 17, next(people(text)))
    Figure(name='Marie Dubois', title='French president', pronoun='she', sure=True)
    """
    words = person.name.split()
    if len(words) > 2 and words[0].lower() in _PARTIES:  # noqa: PLR2004 - "Democrat Ann Lee"
        at += len(words.pop(0)) + 1
    before = sentence[max(0, at - 20) : at].split(" ")[-2:-1]
    if before and (before[0].lower() in MEN or before[0].lower() in WOMEN):
        words.insert(0, before[0])  # "the murders of Ann Marie Lee"
        at -= len(before[0]) + 1
    name = " ".join(words)
    no_given = words[0].islower() or words[0].lower() in PARTICLES  # "De Vries said"
    if any(_ACRONYM.fullmatch(w) and w not in _NUMERALS for w in words):
        return None  # "NBA Finals MVP"
    if no_given or re.search(r"[’']s\s", name) or words[-1] in LANDS:
        return None
    if sentence[max(0, at - 4) : at].lower() == "the " and not person.title:
        return None
    title = _role_before(sentence[max(0, at - 60) : at])
    pronoun = goes_by(name, person.title)
    sure = bool(person.title) or (pronoun is not None and words[0].lower() not in TOWNS)
    after = sentence[at + len(name) :][:60]
    headed = after.startswith(",") and _HEADED.search(sentence[max(0, at - 60) : at])
    speaks = _speaks(after) or (headed is not None and headed and headed[1] in TITLES)
    return Figure(name, title, pronoun, sure or bool(speaks))


def _speaks(after: str) -> bool:
    """Whether what follows a name shows that it is a person's: speech, birth, age, a role."""
    if _PERSONAL.match(after):
        return True
    role = _ROLE.match(after)
    return role is not None and any(w in HUMANS for w in role[1].split())


def same_given(name: str, given: str) -> bool:
    """Whether a full name begins with a given name or its initial."""
    own = name.split(maxsplit=1)[0]
    short = given.rstrip(".")
    return own == given or (len(short) == 1 and own[:1] == short) or (own.rstrip(".") == given[:1])


def _fits(name: str) -> tuple[bool, bool, int]:
    """How well a form of a name serves: given and last name without initials first, else the longest."""
    words = name.split()
    return len(words[0].rstrip(".")) > 1, len(words) == 2, len(name)  # noqa: PLR2004 - given and last


def joined(old: Figure, new: Figure) -> Figure:
    """Two mentions of one person as one."""
    name = max(old.name, new.name, key=_fits)
    return Figure(name, old.title or new.title, old.pronoun or new.pronoun, old.sure or new.sure)


def _role_before(text: str) -> str:
    """The title right before a name, with the country or body before it: "French president"."""
    words = text.split(" ")[:-1] if text.endswith(" ") else []
    taken: list[str] = []
    while words and len(taken) < _ROLE_WORDS and words[-1].lower().rstrip(".") in TITLES:
        if words[-1].islower() and words[-1] not in _PLAIN_TITLES:
            break
        taken.insert(0, words.pop())
    if taken and taken[0] == "State":  # "Secretary of State"
        if len(words) < 2 or words[-1] != "of" or words[-2].lower() not in TITLES:  # noqa: PLR2004
            return " ".join(taken[1:])
        taken = [words[-2], "of", *taken]
        words = words[:-2]
    if not taken or taken[0].lower() in {"former", "mr", "mrs", "ms", "the"}:
        return "" if not taken or len(taken) == 1 else " ".join(taken)
    while words and re.fullmatch(r"[A-Z]\w*|U\.[SK]\.?", words[-1]) and len(taken) < _ROLE_WORDS:
        if words[-1].lower() in LEADS | CALENDAR:
            break
        taken.insert(0, words.pop())
    if words and words[-1].lower() in _NO_MORE:
        return ""  # "former Lime Bay mayor": no mayor any more
    more = words and re.fullmatch(r"[A-Z]\w*", words[-1])
    if words and (words[-1] == "of" or (more and words[-1].lower() not in LEADS | CALENDAR)):
        while (
            taken and taken[0].lower().rstrip(".") not in TITLES
        ):  # "(United) States District Court Judge"
            taken.pop(0)
    return " ".join(taken)
