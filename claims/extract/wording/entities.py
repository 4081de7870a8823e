"""The names of an article, read once: persons with their titles, organisations, acronyms, places.

A short name leads to the one fuller name that ends with it; where two fit, it leads nowhere.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from claims.extract.article import LONGEST
from claims.extract.grammar.beside_names import COUNTED, LEADS, PARTICLES
from claims.extract.grammar.countries import LANDS
from claims.extract.grammar.given_names import MEN, WOMEN
from claims.extract.grammar.names import ORGANISATIONS, TITLES, people
from claims.extract.grammar.title_case import is_title_case
from claims.extract.wording.figures import Figure, bare, figure_at, joined, same_given
from claims.extract.wording.given_names import TOWNS, goes_by
from claims.extract.wording.headline import headline_of
from claims.text.calendar_names import CALENDAR

if TYPE_CHECKING:
    from claims.extract.article import Article
    from claims.model.span import Span

_INITIALS = r"(?!U\.[SKN]\.|E\.U\.|D\.C\.)(?:[A-Z]\.){2,4}(?=[ \u00a0][A-Z])"  # "H.C. Hansen"
_WORD = rf"(?:{_INITIALS}|[A-ZÀ-ÖØ-ÞĀ-Ž]\.|(?:d’|d'|O’|O'|Mc|al-|el-|bin-)?[A-ZÀ-ÖØ-ÞĀ-Ž][\w’'-]*)"
_RUN = re.compile(
    rf"(?<![\w.]){_WORD}(?:[ \u00a0](?:(?:de|von|van|al|bin|of|for)[ \u00a0])?{_WORD}){{0,7}}"
)
_ACRONYM = re.compile(r"\((?:the\s)?([A-Z][A-Za-z&-]{1,9})\)")
_SHORT_FORM = re.compile(r"\((?:hereafter\s)?(?:the|The)\s[“\"]?([A-Z][a-z]+)[”\"]?\)")
_NAME_AHEAD = re.compile(
    r"((?:[A-Z][\w’'-]*|of|for|and|the|in|on)(?:,?\s(?:[A-Z][\w’'-]*|of|for|and|the|in|on))*)\s\Z"
)
_COMPANIES = frozenset(
    "Co Ltd Inc Corp Limited Company Corporation GmbH PLC LLC Holdings Group".split()
)
_SMALL = frozenset("of for and the in on de".split())
_ASIDE_OF = frozenset(
    """white black red high new north south east west northern southern eastern western central
    greater upper lower saint san""".split()
)
_GIVEN = MEN | WOMEN
_MORE = 2  # words of a name that its acronym leaves out
_MOST_KIN = 12  # persons of one last name that are told apart


@dataclass(frozen=True, slots=True)
class Run:
    """Capitalised words at `[start, end)` of the article, those that only open a sentence left out."""

    start: int
    end: int
    words: tuple[str, ...]


@dataclass(slots=True)
class Entities:
    """Everything named in one article."""

    runs: list[Run] = field(default_factory=list)
    figures: dict[str, list[Figure]] = field(default_factory=dict)  # by the last word, lower
    given: dict[str, list[Figure]] | None = None  # by the first name, made when first asked for
    lasts: frozenset[str] | None = None  # the last words of long names, made when first asked for
    headline: str = ""
    fuller: dict[str, str | None] = field(default_factory=dict)  # the end of an organisation's name
    acronyms: dict[str, str] = field(default_factory=dict)
    firms: set[str] = field(default_factory=set)  # what companies are called for short
    bearers: dict[str, Figure] = field(default_factory=dict)  # last name to who bears it alone
    holders: dict[str, str | None] = field(default_factory=dict)  # title to the one who bears it

    def runs_in(self, span: Span) -> list[Run]:
        """The names that lie wholly in `span`."""
        at = bisect_left(self.runs, span.start, key=lambda r: r.start)
        stop = bisect_left(self.runs, span.end, key=lambda r: r.start)
        return [r for r in self.runs[at:stop] if r.end <= span.end]

    def _by_given(self, given: str) -> list[Figure]:
        """The persons known by a first name alone, as kings are."""
        if self.given is None:
            self.given = {}
            for figures in self.figures.values():
                for figure in figures:
                    self.given.setdefault(figure.name.split()[0], []).append(figure)
        found = self.given.get(given, [])
        return found if len(found) == 1 and found[0].sure and given not in LANDS else []

    def hold(self, title: str, name: str) -> None:
        """Note who bears a title; two bearers make it nobody's."""
        holder = self.holders.get(title, name)
        one = holder is not None and holder.split()[-1] == name.rsplit(maxsplit=1)[-1]
        longer = max(holder or "", name, key=len)
        self.holders[title] = longer if one else None

    def figure_of(self, words: tuple[str, ...]) -> Figure | None:
        """The person that a run of capitalised words names, whole or by the last name.

        >>> from claims.extract.article import read_article
        >>> found = read_entities(read_article("Mayor Ann Lee won. Lee left.", published=None))
        >>> found.figure_of(("Lee",)).name, found.figure_of(("Bob", "Lee"))
        ('Ann Lee', None)
        """
        names = tuple(bare(w) for w in words)
        while len(names) > 1 and names[0].lower().rstrip(".") in TITLES:
            names = names[1:]
        all_of = self.figures.get(names[-1].lower(), []) if names else []
        ship = len(names) > 1 and names[0].lower() in PARTICLES  # "the Da Yuan"
        while len(names) > 1 and names[0].lower() in PARTICLES:
            if names[0][0].isupper():  # "La Paz" is not Rodrigo Paz, "De Niro" is Robert De Niro
                all_of = [f for f in all_of if names[0].lower() in f.name.lower().split()]
            names = names[1:]
        if len(names) == 1 and not all_of and not ship:
            all_of = self._by_given(names[0])
        if len(names) > 1:
            return next((f for f in all_of if any(same_given(f.name, n) for n in names[:-1])), None)
        if len(all_of) > 1:
            all_of = [f for f in all_of if _stands_in(f.name, self.headline)]
        if len(all_of) == 1:
            return all_of[0]
        return self.bearers.get(names[-1].lower()) if len(names) == 1 else None

    def may_be_person(self, run: Run, *, leads: bool) -> bool:
        """Whether a run that `figure_of` does not know may name a person: one of two, or a subject.

        >>> found = Entities(figures={"lee": []})
        >>> found.may_be_person(Run(0, 3, ("Lee",)), leads=False)
        True
        >>> found.may_be_person(Run(0, 3, ("IBM",)), leads=True)
        False
        """
        last = bare(run.words[-1])
        if last.lower() in self.figures:
            return True
        unfit = last.lower() in ORGANISATIONS or last in LANDS or last.isupper()
        if self.lasts is None:
            self.lasts = frozenset(bare(r.words[-1]) for r in self.runs if len(r.words) > 1)
        return leads and not unfit and last in self.lasts


def read_entities(article: Article) -> Entities:
    """Every name of the article's body with what it stands for.

    >>> from claims.extract.article import read_article
    >>> text = "The Lime Bridge Trust (LBT) paid. LBT is rich."
    >>> read_entities(read_article(text, published=None)).acronyms
    {'LBT': 'Lime Bridge Trust'}
    """
    found = Entities()
    body = article.text[: article.body_end]
    headline = headline_of(article).end
    found.headline = body[:headline]
    found.runs = [run for m in _RUN.finditer(_without_titles(article)) for run in _split(m)]
    found.firms = _companies(found.runs)
    long = [run.start for run in found.runs if len(run.words) > 1]
    at = 0
    for span in article.sentences:
        while at < len(long) and long[at] < span.start:
            at += 1
        named = at < len(long) and long[at] < span.end
        if (
            named
            and headline <= span.start
            and span.end <= article.body_end
            and len(span) <= LONGEST
        ):
            _note_people(found, span.of(body))
    _note_given(found, headline)
    found.runs = [part for run in found.runs for part in _cut_at_of(found, run)]
    _note_bearers(found)
    _note_holders(found)
    _note_bodies(found, headline)
    _note_short_forms(found, body)
    return found


def _companies(runs: list[Run]) -> set[str]:
    """What companies of three words or more are called for short: "Lime Bay" of "Lime Bay Fishery Co."."""
    firms = (run.words for run in runs if bare(run.words[-1]).rstrip(".") in _COMPANIES)
    return {" ".join(words[:2]) for words in firms if len(words) > 2}  # noqa: PLR2004


def _note_short_forms(found: Entities, body: str) -> None:
    """Note acronyms and words that brackets define: "(LBT)", "(the Department)"."""
    for match in _ACRONYM.finditer(body):
        full = _spelt_out(body[max(0, match.start() - 100) : match.start()], match[1])
        if full is not None:
            found.acronyms.setdefault(match[1], full)
    for match in _SHORT_FORM.finditer(body):
        full = _defined(body[max(0, match.start() - 100) : match.start()], match[1])
        if full is not None:
            found.acronyms[match[1]] = full


def _defined(before: str, word: str) -> str | None:
    """The name right before "(the Department)" that has the word in it, at its beginning or end."""
    name = _NAME_AHEAD.search(before)
    words = name[1].split() if name is not None else []
    while words and (words[0].islower() or words[0] == "The"):
        words.pop(0)
    return " ".join(words) if len(words) > 1 and word in {words[0], words[-1]} else None


def _without_titles(article: Article) -> str:
    """The body with lines In Title Case blotted out, place by place: their capitals name nothing."""
    body = article.text[: article.body_end]
    kept, at = [], 0
    for span in article.sentences:
        if span.end <= len(body) and is_title_case(span.of(body)):
            kept += [body[at : span.start], "." * len(span)]
            at = span.end
    return "".join([*kept, body[at:]])


def _stands_in(name: str, headline: str) -> bool:
    """Whether a headline has a person's given and last name, at most one initial between."""
    words = [re.escape(word) for word in name.split()]
    first, last = words[0], words[-1]
    return re.search(rf"\b{first} (?:[A-Z]\.? )?{last}\b", headline) is not None


def _split(match: re.Match[str]) -> list[Run]:
    """The names of one run of capitals: a possessive ends one, "the Lime Trust's Ann Lee"."""
    found: list[Run] = []
    words: list[str] = []
    start = at = match.start()
    for word in match[0].replace("\u00a0", " ").split(" "):
        if not words:
            start = at
        at += len(word) + 1
        if words or not (word.lower() in LEADS or word.lower() in CALENDAR):
            words.append(word)
        if words and word.endswith(("’s", "'s", "s’", "s'")):
            found.append(Run(start, at - 1, tuple(words)))
            words = []
    if words:
        found.append(Run(start, at - 1, tuple(words)))
    return found


def _note_people(found: Entities, sentence: str) -> None:
    at = 0
    for person in people(sentence):
        if person.name in found.firms:
            continue
        at = sentence.find(person.name, at)
        new = figure_at(sentence, at, person) if at >= 0 else None
        at = max(0, at)
        if new is None:
            continue
        known = found.figures.setdefault(bare(new.name.split()[-1]).lower(), [])
        same = next((f for f in known if same_given(f.name, new.name.split()[0])), None)
        same = same or next((f for f in known if len(known) == 1 and _is_short_of(f, new)), None)
        if same is not None:
            known[known.index(same)] = joined(same, new)
        elif len(known) < _MOST_KIN:
            known.append(new)
        if person.title:
            found.hold(person.title, person.name)


def _is_short_of(one: Figure, other: Figure) -> bool:
    """Whether one of two with the same last name is known by that alone: "Ann Lee", "Ms Lee's"."""
    fits = one.pronoun is None or other.pronoun is None or one.pronoun == other.pronoun
    return fits and (" " not in one.name) != (" " not in other.name)


def _note_given(found: Entities, headline: int) -> None:
    """Note names that begin with a common given name and stand after a long title or a preposition."""
    for run in found.runs:
        if run.start < headline or len(run.words) < 2:  # noqa: PLR2004 - given and last name
            continue
        last = bare(run.words[-1])
        at = next((i for i, w in enumerate(run.words[:-1]) if w.lower() in _GIVEN), -1)
        words = (*run.words[at:-1], last)
        between = [w for w in words[1:-1] if w.lower() not in PARTICLES]
        if at < 0 or len(between) > 1 or words[0].lower() in TOWNS or last in LANDS:
            continue
        if last.lower() not in ORGANISATIONS and last.lower() not in found.figures:
            name = " ".join(words)
            found.figures[last.lower()] = [Figure(name, "", goes_by(name), sure=True)]


def _cut_at_of(found: Entities, run: Run) -> list[Run]:
    """A run as its parts where a person stands before "of": "Prince Ivo Lime of Harz"."""
    if "of" not in run.words[2:-1]:
        return [run]
    at = run.words.index("of", 2)
    if found.figure_of(run.words[:at]) is None:
        return [run]
    end = run.start + len(" ".join(run.words[:at]))
    after = run.start + len(" ".join(run.words[: at + 1])) + 1
    return [Run(run.start, end, run.words[:at]), Run(after, run.end, run.words[at + 1 :])]


def _note_bearers(found: Entities) -> None:
    """Note who bears a last name alone while nobody else of that name has been told of."""
    told: dict[str, list[Figure]] = {}
    for run in found.runs:
        last = bare(run.words[-1]).lower()
        if len(found.figures.get(last, [])) < 2:  # noqa: PLR2004 - kin
            continue
        kin = told.setdefault(last, [])
        figure = found.figure_of(run.words)
        if figure is not None and figure not in kin:
            kin.append(figure)
        elif len(run.words) == 1 and len(kin) == 1:
            found.bearers.setdefault(last, kin[0])


def _note_holders(found: Entities) -> None:
    """Note the bearers of titles that stand before a last name alone."""
    for run in found.runs:
        titles = [i for i, w in enumerate(run.words[:-1]) if w.lower() in TITLES]
        if titles:
            found.hold(run.words[titles[-1]].lower(), bare(run.words[-1]))
            kin = found.figures.get(bare(run.words[-1]).lower(), [])
            if len(kin) == 1:  # "General Lime" shows that "Ivo Lime" is a person
                kin[0] = replace(kin[0], sure=True)


def _note_bodies(found: Entities, headline: int) -> None:
    """Lead the end of each long name of an organisation to the whole: "Supreme Court"."""
    kinds = {
        run.words[0]
        for run in found.runs
        if run.words[1:2] == ("of",) and run.words[0].lower() in ORGANISATIONS
    }
    for run in found.runs:
        words = [bare(w) for w in run.words]
        last = words[-1].lower() if words else ""
        kind = words[0].lower() if words else ""
        named = words and not (kind.endswith("ing") or kind in COUNTED)  # "Suspending Parliament"
        if not named or len(words) == 1 or run.start < headline or last not in ORGANISATIONS:
            continue
        if words[0].lower() in TITLES and words[0].lower() not in {"us", "u.s", "uk", "state"}:
            continue
        whole = " ".join(words)
        if words[-1] in kinds:
            continue  # "the Court" may be the Court of Session
        for k in range(1, len(words)):
            if words[k - 1].lower() in _ASIDE_OF | _SMALL or words[k].lower() in _SMALL:
                continue
            tail = " ".join(words[k:])
            known = found.fuller.get(tail, whole)
            if known is None or known == whole or known.endswith(" " + whole):
                found.fuller[tail] = known
            else:
                found.fuller[tail] = whole if whole.endswith(" " + known) else None


def _spelt_out(before: str, acronym: str) -> str | None:
    """The words before "(ABC)" whose first letters are A, B, C."""
    words = before.split()
    letters = [c.lower() for c in acronym if c.isupper()]
    for k in range(len(words) - 1, max(-1, len(words) - 11), -1):
        if not words[k][:1].isupper():
            continue
        tail = words[k:]
        if sum(w not in _SMALL for w in tail) > len(letters) + _MORE:
            return None
        initials = [p[0].lower() for w in tail for p in w.split("-") if p and w not in _SMALL]
        every = [w[0].lower() for w in tail]
        if letters in (initials, every) or (
            len(letters) > 1 and [c for c in initials if c in letters][: len(letters)] == letters
        ):
            return " ".join(tail).strip(',;“”"').removesuffix("'s").removesuffix("’s")
    return None
