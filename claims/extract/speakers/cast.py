"""The persons and bodies an article names, and which of them a short name, a title or "the firm" means."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from claims.extract.grammar.given_names import gender_of
from claims.extract.grammar.names import PARTICLES, TITLES, is_body_word, plain

if TYPE_CHECKING:
    from collections.abc import Iterable

    from claims.extract.grammar.names import Body, Person

_GENERIC = frozenset(
    """company firm group organisation organization agency office body charity bank airline party
    union ministry department embassy council committee commission association university institute
    foundation club team network newspaper paper manufacturer carrier operator retailer court
    government department consulate watchdog force police school hospital board authority
    administration service centre center society alliance federation museum church parliament senate
    bureau trust league movement coalition campaign tribe mission""".split()
)
_ANY_BODY = frozenset(
    """company firm group organisation organization agency office body manufacturer carrier operator
    retailer watchdog charity""".split()
)
_OFFICES = frozenset(
    """foreign defence defense interior health finance justice education home police fire trade
    energy transport environment""".split()
)
_OFFICE = re.compile(
    r",\s(?:the\s|an?\s)?((?:[\w-]+\s){0,3}?[\w-]+)(?=\s(?:of|for|at|in|to)\b|,|\sand\b)"
)
_DEFINITE = re.compile(r"(?:the|this)\s([a-z]+)", re.IGNORECASE)


@dataclass(slots=True)
class Cast:
    """Everybody named, by last name, title and acronym, with what is known of their gender.

    Of two with one last name the first has it.
    """

    _by_last: dict[str, str] = field(default_factory=dict)
    _by_first: dict[str, str] = field(default_factory=dict)
    _by_title: dict[str, str] = field(default_factory=dict)
    _sure: set[str] = field(default_factory=set)
    _gender: dict[str, str] = field(default_factory=dict)
    _acronyms: dict[str, str] = field(default_factory=dict)
    _bodies: dict[str, str] = field(
        default_factory=dict
    )  # word of the name → the last body named so
    _last_body: str | None = None

    def note(self, found: Iterable[Person]) -> None:
        """Remember persons; the fullest form of a last name wins."""
        for person in found:
            last = person.name.split()[-1].lower()
            known = self._by_last.setdefault(last, person.name)
            if set(known.split()) < set(person.name.split()):
                self._by_last[last] = person.name
            self._note_first(person.name, self._by_last[last], known)
            if person.title:
                self._by_title[person.title] = person.name
            if person.sure:
                self._sure |= {person.name, self._by_last[last]}
            self.learn(person.name, gender_of(person.name, person.title))

    def _note_first(self, name: str, full: str, known: str) -> None:
        """Remember whom a given name means; each of two with one last name has their own."""
        first = name.split(maxsplit=1)[0].lower()
        own = full if " " not in name or full.lower().startswith(first) else name
        if self._by_first.setdefault(first, own) not in {known, own}:
            self._by_first[first] = ""  # two with one given name

    def entitle(self, name: str, words: str) -> None:
        """Remember the office that the words behind a name tell: ", the mayor of Leeds".

        >>> cast = Cast()
        >>> cast.entitle("Ann Lee", ", the mayor of Leeds, said")
        >>> cast.fullest("the mayor")
        'Ann Lee'
        """
        office = _OFFICE.match(words)
        if office is not None:
            last = [w for w in office[1].lower().split() if w in TITLES]
            if last and office[1].lower().split()[-1] == last[-1]:
                self._by_title[last[-1]] = self.fullest(name)

    def note_bodies(self, found: Iterable[Body]) -> None:
        """Remember organisations, their acronyms and which was named last."""
        for body in found:
            name = f"{body.name} ({body.acronym})" if body.acronym else body.name
            if body.acronym:
                self._acronyms[body.acronym.lower()] = name
                self._acronyms[body.name.lower().removeprefix("the ")] = name
            if body.name.lower().removeprefix("the ") in _GENERIC:
                continue
            for word in body.name.lower().split():
                if word in _GENERIC:
                    known = self._bodies.setdefault(word, name)
                    if known != name and name not in known and known not in name:
                        self._bodies[word] = ""  # two of a kind: unsure
            self.spoke(name)

    def spoke(self, body: str) -> None:
        """Remember the body that spoke or was named last."""
        self._last_body = body

    def learn(self, name: str, gender: str) -> None:
        """Remember a person's gender, unless it is known already."""
        if gender:
            self._gender.setdefault(self.fullest(name), gender)

    def gender(self, name: str) -> str:
        """What is known of a person: "m", "f" or ""."""
        return self._gender.get(name, "")

    def is_sure(self, name: str) -> bool:
        """Whether something beside the name has said that it is a person's."""
        return name in self._sure

    def is_person(self, name: str) -> bool:
        """Whether a name, short or full, is that of a person named in the article."""
        words = name.split()
        return bool(words) and self._by_last.get(words[-1].lower()) == self.fullest(name)

    def persons(self) -> tuple[str, ...]:
        """The persons named so far, each by the fullest name."""
        return tuple(self._by_last.values())

    def fullest(self, name: str) -> str:
        """The fullest name given for `name`, or `name` itself.

        >>> from claims.extract.grammar.names import people
        >>> cast = Cast()
        >>> cast.note(people("Minister Sergey Lavrov"))
        >>> cast.fullest("Lavrov")
        'Sergey Lavrov'
        """
        words = name.replace("\u00a0", " ").split()
        if len(words) == 1:
            alone = plain(words[0])
            known = self._acronyms.get(name.lower().removeprefix("the "))
            return known or self._by_last.get(alone) or self._by_first.get(alone) or words[0]
        if (
            len(words) > 1
            and words[0].lower() == "the"
            and words[-1].lower() in TITLES
            and all(w.lower() in TITLES | _OFFICES for w in words[1:])
        ):
            holder = self._by_title.get(words[-1].lower())  # "the prime minister"
            return name if holder is None else self._by_last.get(plain(holder.split()[-1]), holder)
        body = self._body(name)
        if body is not None:
            return body
        bare = list(words)
        while len(bare) > 1 and plain(bare[0]) in TITLES:
            bare.pop(0)
        if all(w[0].isupper() or w in PARTICLES for w in bare) and not is_body_word(bare[-1]):
            words = bare  # "Prime Minister Lee", but not "state officials"
        if len(words) != 1:
            return " ".join(words) if words else name
        alone = plain(words[0])
        return self._by_last.get(alone) or self._by_first.get(alone) or " ".join(words)

    def _body(self, name: str) -> str | None:
        """The body that an acronym or "the embassy" means."""
        low = name.lower().removeprefix("the ")
        if low in self._acronyms:
            return self._acronyms[low]
        definite = _DEFINITE.fullmatch(name)
        if definite is None or definite[1].lower() not in _GENERIC:
            return None
        own = self._bodies.get(definite[1].lower()) or None
        if own is not None or definite[1].lower() not in _ANY_BODY:
            return own
        return self._last_body
