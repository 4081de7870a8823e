"""What pronouns, short names, "the airport" and "that year" of an article stand for, in one pass.

Each answer is a gloss at its place; where two antecedents are possible there is none.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from claims.extract.article import LONGEST
from claims.extract.grammar.lead_ins import PREPOSITIONS
from claims.extract.grammar.names import TITLES
from claims.extract.grammar.people_nouns import HUMANS, is_plural, may_act
from claims.extract.grammar.reporting_verbs import REPORTING
from claims.extract.grammar.tokens import tokens
from claims.extract.grammar.verbs import AUXILIARIES, is_finite
from claims.extract.speakers.unnamed import only_hears, opens_with_one
from claims.extract.wording.date_glosses import date_glosses
from claims.extract.wording.entities import Entities, Run
from claims.extract.wording.gloss import Gloss, How
from claims.extract.wording.noun_phrases import Phrase, noun_phrases
from claims.extract.wording.predicates import head_of, is_of_an_act
from claims.extract.wording.pronoun_signs import (
    APPOSED,
    BY_DATE,
    DUMMY,
    MADE,
    NO_NOUN,
    NO_THING,
)
from claims.extract.wording.short_names import IN_TITLE, name_glosses
from claims.extract.wording.spoken_of import Seen, hero_of, is_meant
from claims.extract.wording.subjects import PRONOUNS, has_more, is_named_behind, subject_of
from claims.extract.wording.theres import there_glosses
from claims.extract.wording.things import Thing, Things
from claims.model.span import Span

if TYPE_CHECKING:
    from collections.abc import Sequence

    from claims.extract.article import Article
    from claims.extract.grammar.tokens import Token

_PERSONAL = {"he": "he", "him": "he", "his": "he", "she": "she", "her": "she", "hers": "she"}
_NEUTER = frozenset(["it", "its", "they", "their", "them"])
_PRONOUNS = _NEUTER.union(_PERSONAL)
_OWNS = frozenset(["his", "its", "their"])
_ASIDE = re.compile(r"\s\([^()]*\)")
_INNER = re.compile(r"\s(?:of|in|at|for|from|near|on|with|by)\s")  # "Ann Lee of Lime Bay"
_ONE = re.compile(r"\W*(?:One|Another)\s(?:of\s(?!them\b)|[a-z]+\s)")
_OWNER = re.compile(r"[’']s?\s")
_FOR_TO = re.compile(r"For\s(?:an?|any|every|each|the)\s[^,]*\sto\s")
"""What opens a sentence with a thing of its own: "For a party to win, it"."""
_AGED = re.compile(r"-year-old$")
_WINDOW = 2  # sentences back
_NARROWS = frozenset(
    "the a of in at on for to that who which where between against from with".split()
)
_EARLY = 4  # tokens in which a pronoun opens its sentence


@dataclass(slots=True)
class _Reader:
    article: Article
    entities: Entities
    glosses: list[Gloss] = field(default_factory=list)
    seen: list[Seen] = field(default_factory=list)
    names: set[str] = field(default_factory=set)  # of everybody seen
    things: Things = field(default_factory=Things)
    loose: set[str] = field(default_factory=set)  # titles of persons brought in without a name
    subject: str | None = None  # of the sentence or clause before, when it is no person
    subject_at: int = -1
    hero: Seen | None = None  # the person whose life is told
    topic: str = ""  # the noun of the last subject that was no pronoun


def find_glosses(
    article: Article, entities: Entities, *, day_first: bool = False
) -> tuple[Gloss, ...]:
    """All glosses of an article in order.

    >>> from claims.extract.article import read_article
    >>> from claims.extract.wording.entities import read_entities
    >>> a = read_article("Ann Lee died. She was 40.", published=None)
    >>> [(g.words, g.start) for g in find_glosses(a, read_entities(a))]
    [('Ann Lee', 14)]
    """
    reader = _Reader(article, entities, hero=hero_of(article, entities))
    runs = iter(entities.runs)
    pending = next(runs, None)
    for number, span in enumerate(article.sentences):
        if span.start >= article.body_end:
            break
        here: list[Run] = []
        while pending is not None and pending.start < span.end:
            here.append(pending)
            pending = next(runs, None)
        if len(span) <= LONGEST:
            _read_sentence(reader, number, span, here)
    reader.glosses += date_glosses(article, day_first=day_first)
    reader.glosses += there_glosses(article)
    return tuple(sorted(reader.glosses, key=lambda g: (g.start, g.end)))


def _read_sentence(reader: _Reader, number: int, span: Span, runs: list[Run]) -> None:
    sentence = span.of(reader.article.text)
    words = tokens(sentence)
    subject = subject_of(sentence, words)
    lead = span.start + subject.start if subject is not None else -1
    phrases = noun_phrases(words)
    events: list[tuple[int, int, Run | Phrase | int]] = [(r.start, 0, r) for r in runs]
    events += [(span.start + words[p.first].start, 1, p) for p in phrases]
    events += [(span.start + w.start, 2, i) for i, w in enumerate(words) if w.lower in _PRONOUNS]
    for at, _, event in sorted(events, key=lambda e: e[:2]):
        leads = subject is not None and lead <= at < span.start + subject.end
        if isinstance(event, Run):
            _name(
                reader,
                event,
                number,
                leads=leads and not _INNER.search(sentence[lead - span.start : at - span.start]),
            )
        elif isinstance(event, Phrase):
            _phrase(reader, words, event, span.start, seen=(number, leads))
        else:
            _pronoun(reader, sentence, words, event, seen=(number, span.start, lead))
    if subject is not None and subject.of(sentence).lower() not in _PRONOUNS:
        person = any(s.sentence == number and s.leads for s in reader.seen[-12:])
        told = _ASIDE.sub("", subject.of(sentence))
        person = person and not MADE.match(sentence[subject.end :])
        open_ = told.rsplit(maxsplit=1)[-1].lower() in PRONOUNS  # "Last Tuesday I"
        open_ |= is_named_behind(reader.topic, words, subject)
        reader.subject = None if person or open_ or has_more(words, subject) else told
        reader.subject_at, reader.topic = lead, head_of(told).lower()
    elif subject is None or subject.of(sentence).lower() not in _NEUTER:
        reader.subject = None
    reader.things.note(reader.article.text, span, words, phrases, runs)


def _name(reader: _Reader, run: Run, number: int, *, leads: bool) -> None:
    """A run of capitals: a person to remember, a short name or an acronym to spell out."""
    figure = reader.entities.figure_of(run.words)
    form = _ADDRESS.search(reader.article.text, max(0, run.start - _NEAR_NAME), run.start)
    if figure is not None and form is not None and figure.pronoun not in {_FORMS[form[1]], None}:
        figure = None  # "Mr Lee" is not Ann Lee
    if only_hears(reader.article.text[max(0, run.start - _NEAR_NAME) : run.start]):
        return
    span = reader.article.sentences[number]
    alone = figure is None and opens_with_one(reader.article.text[run.start : span.end])
    if figure is None and (alone or reader.entities.may_be_person(run, leads=leads)):
        reader.seen.append(Seen("", None, number, run.start, leads=False))
    if leads and run.words[-1].endswith(("’s", "'s")):
        leads = False  # "Lee's counsel said": the counsel, whoever that is
        reader.seen.append(Seen("", None, number, run.start, leads=True))
    if figure is not None:
        known = figure.name if figure.sure else ""
        reader.names.add(figure.name)
        reader.seen.append(Seen(known, figure.pronoun, number, run.start, leads))
    reader.glosses += name_glosses(reader.article.text, run, figure, reader.entities)


def _whole_of(text: str, at: int, stop: int, end: int) -> str:
    """A noun with the "of" that it needs: "the head of the inquiry" is not "the head"."""
    short = end - stop <= _LONGEST_OF and re.match(r"\sof\s[^,;“”\"\[\]]*$", text[stop:end])
    return text[at:end] if short else text[at:stop]


_FORMS = {"Mr": "he", "Sir": "he", "Mrs": "she", "Ms": "she", "Miss": "she", "Dame": "she"}
_ADDRESS = re.compile(rf"\b({'|'.join(_FORMS)})\.?\s\Z")
_LONGEST_OF = 60
_NEAR_NAME = 40  # characters before a name
_FAR_THING = 4000
"""Characters after which "the ticket" may well be another than the one brought in."""


def _phrase(
    reader: _Reader, words: tuple[Token, ...], phrase: Phrase, base: int, *, seen: tuple[int, bool]
) -> None:
    """Settle "the mayor", "the driver", "the airport": whom or what it means."""
    at, end = base + words[phrase.first].start, base + words[phrase.stop - 1].end
    number, leads = seen
    after = words[phrase.stop].lower if phrase.stop < len(words) else ""
    if phrase.is_plain and phrase.definite and phrase.head in TITLES and after not in _NARROWS:
        holder = reader.entities.holders.get(phrase.head)
        sure = holder is not None and phrase.head not in reader.loose
        figure = reader.entities.figure_of(tuple(holder.split())) if holder and sure else None
        if figure is not None and figure.name in reader.names:
            reader.seen.append(Seen(figure.name, figure.pronoun, number, at, leads))
            reader.glosses.append(Gloss(at, end, figure.name, How.AFTER, key=figure.name))
            return
    if phrase.head in TITLES and not phrase.definite and _is_nameless(reader, at, end):
        reader.loose.add(phrase.head)
    if leads and phrase.head not in HUMANS and (may_act(phrase.head) or _AGED.search(phrase.head)):
        reader.seen.append(
            Seen("", None, number, at, leads)
        )  # "the poacher": somebody, not known who
    if phrase.head in HUMANS and not words[phrase.stop - 1].is_capital:
        text = reader.article.text
        whole = _whole_of(text, at, end, base + words[phrase.end - 1].end)
        noun = " ".join(whole.split()).partition(" ")[2]
        named = text[end : end + 2].strip()[:1].isupper()  # "the actor Ann Lee"
        told = reader.article.quote_of(Span(at, end)) is None  # not "a leader", somebody says
        if told and not named and (leads or not APPOSED.search(text[max(0, at - 24) : at])):
            reader.seen.append(Seen(f"the {noun}", HUMANS[phrase.head], number, at, leads))
    if phrase.is_plain and phrase.definite and after not in _NARROWS:
        known = _known_thing(reader, phrase, at)
        if known is not None:
            before, behind = known.lacking(phrase.head)
            start = base + words[phrase.stop - 1].start if before else at
            how, more = (How.BEFORE, before) if before else (How.AFTER, behind)
            if more:
                reader.glosses.append(Gloss(start, end, more, how, known.at, key=known.words))


def _known_thing(reader: _Reader, phrase: Phrase, at: int) -> Thing | None:
    """The fuller phrase that "the" and a noun at `at` stands for."""
    known = reader.things.known(phrase.head)
    if known is None or IN_TITLE.search(reader.article.text[max(0, at - 10) : at]):
        return None
    borne = reader.entities.holders.get(phrase.head) is not None
    if phrase.head in TITLES and (known.proper or borne):
        return None  # "the minister" need not be the First Minister, or the one without a name
    return known if known.proper or at - known.at <= _FAR_THING else None


def _is_nameless(reader: _Reader, at: int, end: int) -> bool:
    """Whether no name stands right before or behind a title: "a judge", but not "Ann Lee, a judge"."""
    text = reader.article.text
    named = text[end : end + 3].lstrip(" ,")[:1].isupper()
    return not named and APPOSED.search(text[max(0, at - 24) : at]) is None


def _pronoun(
    reader: _Reader, sentence: str, words: tuple[Token, ...], i: int, *, seen: tuple[int, int, int]
) -> None:
    (number, base, lead), word = seen, words[i]
    at, end = base + word.start, base + word.end
    if reader.article.quote_of(Span(at, end)) is not None:
        return
    early = i < _EARLY and not _is_beside(reader, word, number)
    if word.lower in _NEUTER:
        leads = at == lead or i == 0 or BY_DATE.fullmatch(sentence[: word.start]) is not None
        _thing(reader, sentence, word, base, leads=leads)
        return
    if word.lower in {"his", "her"} and base + word.end < lead:  # "In his statement, Ann Lee said"
        return
    if 0 <= lead < at and not any(s.sentence == number for s in reader.seen[-12:]):
        subject = sentence[lead - base : lead - base + 4]
        if subject[0].isupper() and not re.match(r"(?:The|An?|In|On|At)\b", subject):
            return  # the subject may be a person that is not known as one
    owner = next((s for s in reader.seen[-12:] if s.sentence == number and s.leads), None)
    if word.lower in _OWNS | {"her"} and early and owner is not None:
        reader.seen.append(Seen(owner.name, _PERSONAL[word.lower], number, at, early))
        return  # "Lee filed his resignation": it stands beside the one it means
    if _ONE.match(sentence) or (
        word.lower == "him" and _acts_on(reader, words, i, number, reader.hero)
    ):
        reader.seen.append(Seen("", _PERSONAL[word.lower], number, at, early))
        return  # "One of the wounded has burns on his hands"; whoever acts on "him" is somebody else
    doubt = _doubt(sentence, words, i, leads=at == lead)
    found = _who(reader, _PERSONAL[word.lower], number, early=early, doubt=doubt)
    found = _hero_meant(reader, words, i, number, early=early) or found
    name = found.name if found is not None else ""
    if word.lower in {"he", "she"} and at == lead and _is_named_later(reader, name, base, sentence):
        name = ""  # "She said Lee had left": Lee is somebody else
    if found is not None and name:
        reader.glosses.append(
            Gloss(at, end, f"{name}’s" if _owns(word, sentence) else name, known=found.at, key=name)
        )
    if not name and doubt == "reported" and owner is not None:
        name = owner.name  # "Lee said he": most likely Lee, which is enough for what comes later
    reader.seen.append(Seen(name, _PERSONAL[word.lower], number, at, early))


def _owns(word: Token, sentence: str) -> bool:
    """Whether a pronoun tells whose something is: "his", or "her" before a noun."""
    low, behind = word.lower, sentence[word.end :].lstrip(' “"')
    return low in _OWNS or (low == "her" and not NO_NOUN.match(behind))


def _hero_meant(
    reader: _Reader, words: Sequence[Token], i: int, number: int, *, early: bool
) -> Seen | None:
    """The person whose life is told, as last spoken of, where the pronoun at `i` means them."""
    hero, low = reader.hero, words[i].lower
    if hero is None or hero.pronoun != _PERSONAL[low]:
        return None
    own = reader.article.sentences[number].trim(reader.article.text)
    since = number if reader.article.starts_paragraph(own) else number - 1
    acted = low == "him" and _acts_on(reader, words, i, number, None)  # "Ann Lee praised him"
    if not acted and not is_meant(
        hero, reader.seen[-20:], since=since, here=None if early else number
    ):
        return None
    return next((s for s in reversed(reader.seen) if s.name == hero.name), hero)


def _doubt(sentence: str, words: Sequence[Token], i: int, *, leads: bool) -> str:
    """Why the pronoun at `i` need not be the one its sentence names: "reported", "fronted" or ""."""
    if any(w.lower in REPORTING for w in words[:i]):
        return "reported"
    fronted = leads or sentence[: words[i].start].rstrip().endswith(",")
    return "fronted" if fronted and words[i].lower in {"he", "she"} else ""


def _is_beside(reader: _Reader, word: Token, number: int) -> bool:
    """Whether "his" or "her" stands after a name in its sentence: "Lee, for his part"."""
    named = any(s.name and s.sentence == number for s in reader.seen[-12:])
    return named and word.lower in {"his", "her"}


def _is_named_later(reader: _Reader, name: str, base: int, sentence: str) -> bool:
    """Whether a sentence names a person by the last name, who then is not its "he" or "she"."""
    runs = reader.entities.runs_in(Span(base, base + len(sentence)))
    figures = (reader.entities.figure_of(r.words) for r in runs)
    return any(f is not None and f.name == name for f in figures)


def _acts_on(
    reader: _Reader, words: Sequence[Token], i: int, number: int, hero: Seen | None
) -> bool:
    """Whether the only one named so far in the sentence is the subject of the verb before "him".

    Where that is not the man whose life is told, "him" may well be he.
    """
    here = [s for s in reader.seen[-12:] if s.sentence == number]
    if hero is not None and hero.pronoun == "he" and all(s.name != hero.name for s in here):
        return False
    verbs = sum(is_finite(words, k) and words[k].lower not in AUXILIARIES for k in range(i))
    return bool(here) and all(s.leads for s in here) and verbs <= 1


def _who(reader: _Reader, pronoun: str, number: int, *, early: bool, doubt: str) -> Seen | None:
    """Whom "he" or "she" means: the only one that can be, or the subject of the sentence before.

    `doubt` says why it need not be the one named before it: "Ann Lee said she"; "with Ann Lee, she".
    """
    here = {s.name for s in reader.seen[-12:] if s.sentence == number}
    if not early and len(here) == 1:
        only = next(s for s in reversed(reader.seen) if s.name in here)
        others = {s.name for s in reader.seen[-20:] if s.pronoun in {pronoun, None}} - here
        unsure = bool(others) and (doubt == "reported" or (doubt == "fronted" and not only.leads))
        if unsure and doubt == "fronted" and len(others) == 1 and only.name.startswith("the "):
            return next(
                s for s in reversed(reader.seen) if s.name in others
            )  # who was spoken of before
        return only if only.pronoun in {pronoun, None} and not unsure else None
    near = [
        s
        for s in reversed(reader.seen[-20:])
        if s.sentence >= number - _WINDOW and s.pronoun in {pronoun, None}
    ]
    last = [s for s in near if s.sentence >= number - 1]
    for found in (near, last):
        known = found is near or any(s.pronoun == pronoun for s in found)
        if known and len({s.name for s in found}) == 1:
            faint = found[0].name.startswith("the ") and not found[0].leads
            return None if faint and found[0].sentence < number - 1 else found[0]
    subjects = [s for s in near if s.sentence == number - 1 and s.leads]
    if not early or not subjects or subjects[-1].pronoun != pronoun:
        return None
    other = any(not s.name and s.sentence == number - 1 and s.pronoun == pronoun for s in near)
    sentence = reader.article.sentences[number].trim(reader.article.text)
    if other and reader.article.starts_paragraph(sentence):
        return None  # "Lee called him mild.", and a new paragraph on either
    topic = sum(s.name == subjects[-1].name for s in reader.seen[-20:]) > 1
    return subjects[-1] if topic else None


def _thing(reader: _Reader, sentence: str, word: Token, base: int, *, leads: bool) -> None:
    """What "it" or "they" at the beginning of a sentence means: the subject of the one before."""
    if (
        not leads
        or reader.subject is None
        or (word.lower == "it" and DUMMY.match(sentence[word.end :]))
        or (word.lower in {"it", "they"} and is_of_an_act(sentence[word.end :], reader.subject))
        or _FOR_TO.match(sentence[: word.start])
        or NO_THING.match(reader.subject)
        or reader.subject.split()[0].lower() in PREPOSITIONS
        or reader.subject.lower() in PRONOUNS
    ):
        return
    plural = is_plural(reader.subject)
    if plural != (word.lower in {"they", "their", "them"}):
        return
    words = reader.subject
    if word.lower in _OWNS and _OWNER.search(words):
        return  # "The group's debt rose. Its lenders": the group's
    words = words if words[:4] != "The " else f"the {words[4:]}"
    if word.lower in _OWNS:
        words += "’" if plural and words.endswith("s") else "’s"
    reader.glosses.append(
        Gloss(base + word.start, base + word.end, words, known=reader.subject_at, key=words)
    )
