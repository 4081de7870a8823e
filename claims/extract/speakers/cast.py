"""The persons and bodies an article names, and which of them a short name, a title or "the firm" means."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from itertools import takewhile
from typing import TYPE_CHECKING

from claims.extract.grammar.given_names import gender_of
from claims.extract.grammar.names import PARTICLES, TITLES, is_body_word, plain
from claims.extract.speakers.firms import Firms

if TYPE_CHECKING:
    from collections.abc import Iterable

    from claims.extract.grammar.names import Body, Person

_GENERIC = frozenset(
    """company firm group organisation organization agency office body charity bank airline party
    union ministry department embassy council committee commission association university institute
    foundation club team network newspaper paper manufacturer carrier operator retailer court
    government department consulate watchdog force police school hospital board authority
    administration service centre center society alliance federation museum church parliament senate
    bureau trust league movement coalition campaign tribe mission academy observatory college inspectorate
    tribunal fund brigade library airport zoo regulator directorate""".split()
)
_ANY_BODY = frozenset(
    """company firm group organisation organization agency office body manufacturer carrier operator
    retailer watchdog charity regulator""".split()
)
_PUBLIC = frozenset(
    """ministry embassy council committee commission court government department consulate police
    parliament senate authority university school hospital church museum assembly tribunal
    directorate""".split()
)
_NO_FIRM = _PUBLIC | frozenset(
    """federation association union party alliance movement coalition campaign tribe mission league
    team""".split()
)
_HEARS = re.compile(
    r"\b(?:told|tells?|telling|(?:statements?|interviews?|letters?|emails?|notes?|comments?|remarks|speaking|spoke)"
    r"\s(?:to|with))\s(?:[a-z]+\s){0,4}$"
)
_LINKS = frozenset("of for in on".split())
_BEFORE = 80  # characters before a body that tell it only hears
_MOST_HEARD = 9
_FEWEST = 3  # letters of a body that are not told to be its own
_THINGS = frozenset(  # last words of names that a later "it" or "the group" seldom means
    """prize prizes award awards act war wars games river sea lake street road bridge building day
    week island islands county province region ocean mountain mountains hill hills creek bay valley gulf
    desert peninsula canal""".split()
)
_NOT_OF = {  # what a word for any body cannot mean: the kinds of body that are something else
    **dict.fromkeys("company firm manufacturer carrier operator retailer".split(), _NO_FIRM),
    "charity": _PUBLIC,
    "regulator": frozenset(
        """company firm group bank airline party union court police university school hospital church museum
        federation association club team charity fund college airport""".split()
    ),
    "office": _GENERIC - set("office agency embassy consulate department service bureau".split()),
}
_SMALL = re.compile(  # "the tax office", "Lorvia's nuclear safety agency", which have no capitals
    r"\b(?:the|an?|its|his|her|their|\w+[’']s)\s(?:[a-z-]+\s){1,3}?"
    rf"({'|'.join(sorted(_ANY_BODY))})\b(?!\s(?-i:[A-ZÀ-Þ]))",
    re.IGNORECASE,
)
_OFFICES = frozenset(
    """foreign defence defense interior health finance justice education home police fire trade
    energy transport environment housing labour labor agriculture culture sports tourism planning industry
    economy security""".split()
)
_PREMIERS = (["prime", "minister"], ["chief", "minister"], ["first", "minister"])
_RANKS = frozenset("prime vice deputy first chief".split())
_OFFICE = re.compile(
    r",\s(?:the\s|an?\s)?((?:[\w-]+\s){0,3}?[\w-]+)(?=\s(?:of|for|at|in|to|responsible|who)\b|,|\sand\b)"
)
_STAFF = re.compile(  # "Analysts at Lime" and "Their union" are no company
    r"(?:[Tt]he\s)?\w+s\s(?:at|from|with)\s|(?:[Tt]heir|[Ii]ts|[Hh]is|[Hh]er)\s"
)
_FLIES = re.compile(
    r"[Aa]ir|[Jj]et|[Ff]ly|[Ww]ings|[Ll]ines?\b|hansa"
)  # what a carrier's name holds
_DEFINITE = re.compile(r"(?:the|this)\s([a-z]+)", re.IGNORECASE)


@dataclass(slots=True)
class Cast:
    """Everybody named, by last name, title and acronym, with what is known of their gender.

    Of two with one last name that one has it who bore it alone before, or who alone has a title.
    """

    _by_last: dict[str, str] = field(default_factory=dict)
    _by_first: dict[str, str] = field(default_factory=dict)
    _by_title: dict[str, str] = field(default_factory=dict)
    _branches: dict[str, set[str]] = field(default_factory=dict)  # name → "transport", "prime"
    _sure: set[str] = field(default_factory=set)
    _gender: dict[str, str] = field(default_factory=dict)
    _acronyms: dict[str, str] = field(default_factory=dict)
    _initials: dict[str, str] = field(default_factory=dict)  # "WHO" → whose they are, "" for two
    _bodies: dict[str, str] = field(
        default_factory=dict
    )  # word of the name → the last body named so
    _heard: list[str] = field(default_factory=list)  # bodies, the last at the end
    _small: set[str] = field(default_factory=set)  # words of bodies told of without a name
    _holders: dict[str, str] = field(default_factory=dict)  # last name → who bore it alone
    _titled: set[str] = field(default_factory=set)
    firms: Firms = field(default_factory=Firms)
    _here: list[tuple[int, str]] = field(default_factory=list)  # bodies of the present sentence
    _hidden: set[str] = field(default_factory=set)  # those of them that no word before them means
    _shared: set[str] = field(default_factory=set)  # last names that leave it open who is meant

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
                self._titled.add(person.name)
            self._share(last, person.name, known)
            if person.sure:
                self._sure |= {person.name, self._by_last[last]}
            self.learn(person.name, gender_of(person.name, person.title))

    def _share(self, last: str, name: str, known: str) -> None:
        """Note that a last name alone leaves it open which of two is meant."""
        if last in self._holders or not _differ(name, known):
            return
        if (name in self._titled) == (known in self._titled):
            self._shared.add(last)

    def alone(self, words: Iterable[str]) -> None:
        """Remember who bears a last name alone while nobody else of that name has been told of."""
        for word in words:
            last = plain(word)
            if last in self._by_last and last not in self._shared:
                self._holders.setdefault(last, self._by_last[last])

    def is_shared(self, name: str) -> bool:
        """Whether a last name alone can mean two persons of the article.

        >>> from claims.extract.grammar.names import people
        >>> cast = Cast()
        >>> cast.note(people("Paul Reger sued Simon Reger."))
        >>> cast.is_shared("Reger")
        True
        """
        return plain(name) in self._shared

    def note_small(self, sentence: str) -> None:
        """Remember which kinds of body are told of without a name: "the tax office"."""
        self._small.update(_SMALL.findall(sentence))

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
                self._by_title[_office(office[1].split())] = self.fullest(name)
                self.serve(name, office[1])

    def serve(self, name: str, office: str) -> None:
        """Remember the branch or rank that the last words of `office` tell, the name itself left out.

        >>> cast = Cast()
        >>> from claims.extract.grammar.names import people
        >>> cast.note(people("Prime Minister Ann Lee"))
        >>> cast.serve("Ann Lee", "Prime Minister")
        >>> cast.fullest("the prime minister"), cast.fullest("the transport minister")
        ('Ann Lee', 'the transport minister')
        """
        words = office.lower().removesuffix(name.lower()).split()[::-1]
        own = set(takewhile((TITLES | _OFFICES | _RANKS).__contains__, words)) & (_OFFICES | _RANKS)
        if own:
            self._branches.setdefault(self.fullest(name), set()).update(own)

    def note_bodies(self, found: Iterable[Body], sentence: str = "") -> None:
        """Remember organisations, their acronyms and which was named last in `sentence`.

        One that only hears the words, "in a statement to Reuters", is not what a later "it" means.
        """
        self._here, self._hidden = [], set()
        for body in found:
            name = f"{body.name} ({body.acronym})" if body.acronym else body.name
            if body.acronym:
                self._acronyms[body.acronym.lower()] = name
                self._acronyms[body.name.lower().removeprefix("the ")] = name
            else:
                self._note_initials(name)
            if body.name.lower().removeprefix("the ") in _GENERIC:
                continue
            self._here.append((body.start, name))
            for word in _kinds(body.name):
                if word in _GENERIC:
                    known = self._bodies.setdefault(word, name)
                    if known != name and name not in known and known not in name:
                        self._bodies[word] = ""  # two of a kind: unsure
            thing = plain(name.rsplit(maxsplit=1)[-1]) in _THINGS
            if not thing and not _hears(sentence, body.start):
                self.spoke(name)
        for name, start in self.firms.named_in(sentence):
            self._here.append((start, name))
            if not _hears(sentence, start):
                self.spoke(name)

    def _note_initials(self, name: str) -> None:
        """Remember a body by the letters that it is called by without having said so."""
        letters = "".join(w[0] for w in name.removeprefix("The ").split() if w[0].isupper())
        if len(letters) >= _FEWEST and self._initials.setdefault(letters, name) != name:
            self._initials[letters] = ""

    def spoke(self, body: str) -> None:
        """Remember the body that spoke or was named last."""
        if body in self._heard:
            self._heard.remove(body)
        self._heard = [*self._heard[-_MOST_HEARD:], body]

    def hide_behind(self, at: int) -> None:
        """Leave out what the sentence names only behind a place: "The firm blamed Lime Bank".

        >>> from claims.extract.grammar.names import bodies
        >>> cast, text = Cast(), "The firm blamed the Lime Bank."
        >>> cast.note_bodies(bodies(text), text)
        >>> cast.hide_behind(9)
        >>> cast.fullest("the firm")
        'the firm'
        """
        before = {name for start, name in self._here if start < at}
        self._hidden = {name for start, name in self._here if start >= at} - before

    def heard(self) -> tuple[str, ...]:
        """The bodies that spoke or were named, the last at the end, those alone that have a name."""
        return tuple(
            b for b in self._heard if b.removeprefix("The ").removeprefix("the ")[:1].isupper()
        )

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
        if len(words) == 1 and self.is_shared(name):
            return True
        return bool(words) and self._by_last.get(words[-1].lower()) == self.fullest(name)

    def persons(self) -> tuple[str, ...]:
        """The persons named so far, each by the fullest name."""
        return tuple(self._by_last.values())

    def _holder(self, office: list[str]) -> str | None:
        """Who bears an office, the one of that branch where branches are told: "transport minister"."""
        holder = self._by_title.get(_office(office))
        branch = _OFFICES.intersection(word.lower() for word in office)
        if not branch:
            return holder
        fitting = [name for name, own in self._branches.items() if branch <= own]
        known = holder is not None and self._branches.get(self.fullest(holder))
        return fitting[0] if len(fitting) == 1 else None if known else holder

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
            known = self._acronyms.get(name.lower()) or self._initials.get(name)
            return known or self._one(words[0])
        if (
            len(words) > 1
            and words[0].lower() == "the"
            and words[-1].lower() in TITLES
            and all(w.lower() in TITLES | _OFFICES for w in words[1:])
        ):
            holder = self._holder(words[1:])
            return name if holder is None else self._by_last.get(plain(holder.split()[-1]), holder)
        body = self._body(name)
        if body is not None:
            return body
        if plain(words[0]) == "first" and plain(words[1]) not in TITLES:
            return name  # "First Northern"
        bare = list(words)
        while len(bare) > 1 and plain(bare[0]) in TITLES:
            bare.pop(0)
        if all(w[0].isupper() or w in PARTICLES for w in bare) and not is_body_word(bare[-1]):
            words = bare  # "Prime Minister Lee", but not "state officials"
        if len(words) != 1:
            return " ".join(words) if words else name
        return self._one(words[0])

    def _one(self, word: str) -> str:
        """Whom one word means: a last name, unless two share it, or a given name."""
        alone = plain(word)
        if alone in self._shared:
            return word.removesuffix("'s").removesuffix("’s")
        known = self._by_last.get(alone) or self._by_first.get(alone)
        return known or self.firms.whole(word) or word

    def _body(self, name: str) -> str | None:
        """The body that an acronym or "the embassy" means."""
        low = name.lower().removeprefix("the ")
        told = self._acronyms.get(low) or self._initials.get(name.removeprefix("the "))
        if told:
            return told
        definite = _DEFINITE.fullmatch(name)
        if definite is None:
            return self._by_tail(f" {low}") if name[4:].islower() and " " in low else None
        kind = definite[1].lower()
        own = self._bodies.get(kind) or None
        return own if own is not None or kind not in _ANY_BODY else self._any_body(kind)

    def _by_tail(self, tail: str) -> str | None:
        """The only body whose name ends so: "the sheriff's office" of "the Lime County Sheriff's Office"."""
        named = (b for b in self.heard() if b.partition(" (")[0].lower().endswith(tail))
        found = {b for b in named if " and the " not in b and not b.startswith(("A ", "An "))}
        return found.pop() if len(found) == 1 else None

    def _any_body(self, kind: str) -> str | None:
        """The body named last, unless another is told of by that very word or it is of another kind."""
        barred = _NOT_OF.get(kind, frozenset())
        if kind in self._small:
            return None
        for body in reversed(self._heard):
            if not body.removeprefix("The ").removeprefix("the ")[:1].isupper():
                return None  # "the farmers of the valley" are no company
            officer = body.rpartition(" ")[2].lower() in TITLES  # "the Auditor General"
            if officer or _STAFF.match(body) or body in self._hidden:
                continue
            if kind == "carrier" and not _FLIES.search(body):
                return None
            if barred.isdisjoint(body.lower().split()):
                return body
        return None


def _kinds(name: str) -> list[str]:
    """What a body is called alone: "school" of "Government School", "union" of "Union of Teachers"."""
    words = name.lower().split()
    kinds = [w for w, behind in zip(words, [*words[1:], "of"], strict=True) if behind in _LINKS]
    if "police" in words:
        return [*kinds, "police", "force"]
    clinic = name.lower().endswith((" medical center", " medical centre", " clinic", " infirmary"))
    return [*kinds, "hospital"] if clinic else kinds


def _hears(sentence: str, start: int) -> bool:
    """Whether a body named at `start` only hears the words: "in a statement to Reuters"."""
    return _HEARS.search(sentence, max(0, start - _BEFORE), start) is not None


def _office(words: list[str]) -> str:
    """The office that words end with; a prime minister is not "the minister"."""
    low = [word.lower() for word in words[-2:]]
    return "premier" if low in _PREMIERS else low[-1]


def _differ(name: str, other: str) -> bool:
    """Whether two names with one last name are those of two persons: "Paul Reger" and "Simon Reger"."""
    first, second = (n.split(maxsplit=1) for n in (name, other))
    if len(first) == 1 or len(second) == 1 or set(name.split()) & set(other.split()[:-1]):
        return False
    if first[0][0] != second[0][0]:
        return True
    one, two = gender_of(name, ""), gender_of(other, "")
    return bool(one and two and one != two)
