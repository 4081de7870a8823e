"""Who is named in an article, and the fullest name for a short one."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_CAPITAL = r"(?:[A-ZÀ-ÖØ-ÞĀ-Ž]\.|(?:d’|d'|O’|O'|Mc|al-|el-|bin-)?[A-ZÀ-ÖØ-ÞĀ-Ž][\w’'-]*)"
_PARTICLE = r"(?:de|del|della|da|di|dos|la|le|van|von|der|den|bin|ibn|al|el|ten|ter|zu|y)"
_NAME = re.compile(
    rf"(?<![\w.]){_CAPITAL}(?:[ \u00a0](?:{_PARTICLE}[ \u00a0])?{_CAPITAL}){{0,6}}(?!\w)"
)
TITLES = frozenset(
    """president vice prime minister foreign defence defense interior health finance secretary
    secretary-general general director chairman chairwoman chair chief executive officer ceo mayor
    governor senator congressman congresswoman representative rep sen gov dr doctor professor prof mr
    mrs ms miss sir dame lord lady king queen prince princess pope archbishop bishop cardinal judge
    justice attorney sergeant lieutenant colonel captain major commander admiral inspector detective
    constable superintendent ambassador envoy spokesman spokeswoman spokesperson deputy former acting
    ex-president first head leader speaker opposition founder author analyst immunologist reporter
    broadcaster sportswriter actor actress singer chancellor premier councillor state
    baroness rev reverend imam sheikh ayatollah democratic republican interim gen col lt sgt
    adviser advisor current sitting incumbent co-founder manager fellow
    candidate crown vice-president us u.s uk""".split()
)
ORGANISATIONS = frozenset(
    """police department ministry university institute council committee commission agency association
    court house senate parliament government company corporation inc ltd bank party union group
    office service services force forces army navy guard board bureau federation foundation society
    centre center hospital school college church times post news guardian telegraph journal reuters
    press bbc cnn nbc abc npr organization organisation administration authority assembly congress
    cabinet league club team airlines railways states kingdom nations republic island islands city
    county province region street bridge airport station river sea lake mount river act day week
    reports report channel network television radio research survey museum library embassy mission
    kremlin movement front brigade trust fund
    partnership tourism publicity observer festival award awards prize war games
    olympic bill media daily mail television fishery forest park hotel hall palace cathedral temple
    mosque square road avenue""".split()
)
_NOT_FIRST = frozenset(
    """the a an in on at by for with from to of and but or as if when while after before since according
    this that these those he she it they we i his her its their our my there here however also
    meanwhile although though because so yet not no yes one two three four five six seven eight nine
    ten some many most all both each every another other such what which who how why where monday
    tuesday wednesday thursday friday saturday sunday january february march april june july august
    september october november december during under over between about more less last next per
    earlier later today yesterday tomorrow now then still even only just despite following""".split()
)


_PLACES = frozenset("new san los north south east west saint st hagia fort port mount lake".split())
_PLACE_BEFORE = re.compile(
    r"\b(?:of|at|in|for|to|from|near|via|outside|toward|towards|on|into)(?:\sthe)?\s$",
    re.IGNORECASE,
)
_PERSONAL = re.compile(
    r"\s(?:said|says|told|tweeted|wrote|added|announced|was born|died|resigned|has|had|who|\w+ed)\b"
    r"|,\s(?:\d{1,3}\b|an?\s|the\s|who\b|former\b|director\b|spokes)|,?\saged?\s\d|\s\("
)
_AHEAD = 40
_LEAST, _MOST = 2, 5  # words of a person's name


def person_in(phrase: str) -> str | None:
    """The first name of at least two words in `phrase` that reads as a person's, without titles.

    >>> person_in("The mayor of London, Sadiq Khan,"), person_in("the London Fire Brigade")
    ('Sadiq Khan', None)
    """
    return next((p.name for p in people(phrase)), None)


@dataclass(frozen=True, slots=True)
class Person:
    """A name with the title right before it ("" when there is none).

    `sure` says that a title, an age, a role or a verb beside it shows that it is a person's.
    """

    name: str
    title: str
    sure: bool


def people(text: str) -> Iterator[Person]:
    """Every run of capitalised words in `text` that reads as a person's name, in order.

    >>> [p.name for p in people("On Monday President Ronald Reagan met Boris Gromov in New York.")]
    ['Ronald Reagan', 'Boris Gromov']
    """
    for match in _NAME.finditer(text):
        before = text[max(0, match.start() - 40) : match.start()]
        words = match[0].replace("\u00a0", " ").split()
        title, words = _without_titles(words, before)
        if not _LEAST <= len(words) <= _MOST or any(
            _plain(w) in ORGANISATIONS or w.endswith("-based") for w in words
        ):
            continue
        if _PLACE_BEFORE.search(before) and not title:
            if len(words) <= _LEAST or not re.search(r"\b[Oo]f\s$", before):
                continue
            words = words[1:]  # "mayor of London Sadiq Khan"
        rest = text[match.end() : match.end() + _AHEAD]
        after = re.match(r"\s([a-z-]+)", rest)
        if (after and after[1] in TITLES) or _plain(words[0]) in _PLACES:
            continue
        if re.search(r"\b[Tt]he\s$", before) and not title:
            continue
        yield Person(_bare(" ".join(words)), title, bool(title) or bool(_PERSONAL.match(rest)))


def _without_titles(words: list[str], before: str) -> tuple[str, list[str]]:
    """(the title right before the name, the words after the last title)."""
    while words and _plain(words[0]) in _NOT_FIRST:
        words = words[1:]
    last = max((i for i, w in enumerate(words) if _plain(w) in TITLES), default=None)
    if last is None:
        small = re.search(r"(?:^|\s)([a-z-]+)\s$", before)
        return (small[1] if small and small[1] in TITLES else ""), words
    return _plain(words[last]), words[last + 1 :]


def _plain(word: str) -> str:
    return _bare(word).lower().rstrip(".")


def _bare(name: str) -> str:
    return re.sub(r"[’']s?$", "", name)


@dataclass(slots=True)
class Cast:
    """The persons named so far in an article, and which one a short name or pronoun points to."""

    _by_last: dict[str, str] = field(default_factory=dict)
    _by_title: dict[str, str] = field(default_factory=dict)
    _sure: set[str] = field(default_factory=set)

    def note(self, found: Iterable[Person]) -> None:
        """Remember persons; the fullest form of a last name wins."""
        for person in found:
            last = person.name.split()[-1].lower()
            if len(person.name) > len(self._by_last.get(last, "")):
                self._by_last[last] = person.name
            if person.title:
                self._by_title[person.title] = person.name
            if person.sure:
                self._sure.add(person.name)

    def is_sure(self, name: str) -> bool:
        """Whether something beside the name has said that it is a person's."""
        return name in self._sure

    def fullest(self, name: str) -> str:
        """The fullest name given for `name`, or `name` itself.

        >>> cast = Cast()
        >>> cast.note(people("Minister Sergey Lavrov"))
        >>> cast.fullest("Lavrov")
        'Sergey Lavrov'
        """
        words = name.replace("\u00a0", " ").split()
        if len(words) == 2 and words[0].lower() == "the" and words[1].lower() in TITLES:  # noqa: PLR2004 - "the president"
            return self._by_title.get(words[1].lower(), name)
        while len(words) > 1 and _plain(words[0]) in TITLES:
            words.pop(0)
        if len(words) != 1:
            return " ".join(words) if words else name
        return self._by_last.get(_plain(words[0]), " ".join(words))
