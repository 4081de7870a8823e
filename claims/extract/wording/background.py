"""What the words around a clause settle: its subject, who "he" is, who says it. Unsure means null."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from claims.extract.grammar.countries import COUNTRIES, PEOPLES
from claims.extract.grammar.roles import is_speaker_like
from claims.extract.grammar.whole_words import stands_in
from claims.extract.speakers.pieces import is_first_person
from claims.extract.wording.cue_pronouns import (
    OWNED_HEAD,
    can_have_head,
    cue_gloss,
    owner_gloss,
)
from claims.extract.wording.figures import bare
from claims.extract.wording.fragments import (
    Rest,
    Shape,
)
from claims.extract.wording.given_names import goes_by
from claims.extract.wording.gloss import How
from claims.extract.wording.occasion import occasion_of
from claims.extract.wording.open_ends import open_end
from claims.extract.wording.openings import acting_ahead, opening_of
from claims.extract.wording.own_time import has_ended, when_before
from claims.extract.wording.persons import is_person
from claims.extract.wording.reword import Background
from claims.extract.wording.sources import are_joined, source_words
from claims.extract.wording.surroundings import opens_at, rest_around, shape_in, with_rest
from claims.extract.wording.told_about import is_garbled, told_about
from claims.model.span import Span

if TYPE_CHECKING:
    from claims.extract.kinds import Setting
    from claims.extract.speakers.place import Credit, Place
    from claims.extract.wording.gloss import Gloss
    from claims.extract.wording.story import Story

_SAYING = re.compile(r"(?:saying|calling|adding|arguing|noting|stating|claiming|citing|telling)\s")
_HE = re.compile(r"(?:He|She)\s")
_FRONT = 30  # characters
_BEGINS = re.compile(r"\W*(?:In\s)?(he|she|his|her)\b", re.IGNORECASE)
_OWNER = (
    r"(?:\A|[.!?”\"\n]\s{{0,3}})(?:[^.!?,”\"\n]{{1,40}},\s)?{}[’']s\s[a-z][^.!?”\"\n]*[.!?”\"]\s*\Z"
)
_FAR = 400  # characters
_NEAR = 200  # characters in which a second person makes "he said" unsure
_NOW = re.compile(
    r"(?:today|tonight|tomorrow|yesterday|overnight|this (?:morning|afternoon|evening|week|weekend))\b",
    re.IGNORECASE,
)


_SAYS = re.compile(
    r"\s(?:(?:has|had|have|also|later|then|\w+ly)\s){0,3}"
)  # between "she" and "said"
_SHORT_LEAD = 5  # words up to the verb: "He has also said"


def background_of(
    story: Story, place: Place, part: Span, *, setting: Setting, credit: Credit
) -> Background:
    """What can be put into the wording of a clause, as far as it is sure."""
    text, clause = story.article.text, part.of(story.article.text)
    shape = shape_in(story, place, part)
    passed = credit.teller if credit.teller and is_first_person(clause) else None
    heard = passed is not None or (credit.turn is not None and credit.cue is None)  # an answer
    quoted = heard or story.article.is_quoted(part)
    before = Span(opens_at(story, place, part, credit=credit, quoted=quoted), part.start)
    rest = rest_around(story, place, part, (shape, quoted), before)
    shape = with_rest(shape, rest, clause)
    source = passed or _source(story, setting, credit.who, quoted=quoted)
    opens = shape is Shape.WHOLE and not quoted and source is None  # else it opens the speech
    opening = (opens and opening_of(story, place, part)) or when_before(text, part)
    about = _about(story, before, part, shape)
    garbled = about is None and is_garbled(story, before, clause, shape)
    if garbled or _is_anothers(rest.host, clause, credit=credit):
        rest = Rest()
    host, lead = (None, rest.host) if shape is Shape.WHOLE else (rest.host, None)
    around = " ".join(w for w in (host, rest.subject, about, opening) if w)
    glosses, other = _glosses(story, place, part, around, (heard, setting, credit))
    person = None if other else _person(story, place, part, setting=setting, credit=credit)
    return Background(
        person=person,
        shape=shape,
        subject=rest.subject,
        about=about,
        opening=opening,
        host=host,
        lead=lead,
        main=rest.main,
        claimant=source,
        quoted=quoted,
        over=shape is Shape.PHRASE and has_ended(story.article, part),
        glosses=glosses,
        occasion=occasion_of(story, part, setting, around=around),
        open=open_end(clause, text[part.end : part.end + _FRONT]),
        ends=text[part.end : part.end + 1] in {".", "!", "?"},
    )


def _about(story: Story, before: Span, part: Span, shape: Shape) -> str | None:
    """What a piece is about, if it is no item of a list: "two goalkeepers, | debts of £11m | and a ban"."""
    text = story.article.text
    listed = shape is Shape.PHRASE and text.startswith((" and ", " or "), part.end)
    return None if listed else told_about(story, before, part.of(text), shape)


def _glosses(
    story: Story, place: Place, part: Span, around: str, told: tuple[bool, Setting, Credit]
) -> tuple[tuple[Gloss, ...], bool]:
    """The glosses of a clause, and whether attribution and article disagree on who its "he" is."""
    heard, setting, credit = told
    clause = part.of(story.article.text)
    glosses = _with_owner(place, part, clause, _needed(story, part, around, heard=heard))
    if _is_another(glosses, clause, setting=setting, credit=credit):
        return glosses[1:], True
    if setting.has_cue:
        glosses = _with_cue(story, place, part, glosses, credit=credit)
    return glosses, False


def _is_another(
    glosses: tuple[Gloss, ...], clause: str, *, setting: Setting, credit: Credit
) -> bool:
    """Whether the "he" who says it is glossed with another name than the claimant's."""
    if not (glosses and glosses[0].start == 0 and setting.has_cue and _HE.match(clause)):
        return False
    who = credit.who
    named = who is not None and who[:1].isupper() and glosses[0].words[:1].isupper()
    return named and who is not None and glosses[0].words.split()[-1] not in who.split()


def _with_cue(
    story: Story, place: Place, part: Span, glosses: tuple[Gloss, ...], *, credit: Credit
) -> tuple[Gloss, ...]:
    """The glosses and one more for the "he" of "…, he said" that the article leaves open."""
    if credit.cue is None or credit.who is None:
        return glosses
    off = place.span.start - part.start
    cue = Span(credit.cue.start + off, credit.cue.end + off)
    clause, who = part.of(story.article.text), credit.who.split()
    glosses = tuple(
        g
        for g in glosses
        if not (
            g.end <= cue.start
            and _SAYS.fullmatch(clause, g.end, cue.start)
            and clause[g.start : g.end].lower() in {"he", "she"}
            and g.words.split()[-1] not in who
        )
    )  # whom the attribution knows to be another
    more = cue_gloss(clause, cue, credit.who)
    if more is None or any(g.start < more.end and more.start < g.end for g in glosses):
        return glosses
    body = more.how is How.AFTER
    ahead = Span(part.start, part.start + more.start)
    unsure = not _is_sure(story, credit.who, part) or _has_rival(story, place, credit.who, ahead)
    if unsure and not body:
        return glosses
    return tuple(sorted((*glosses, more), key=lambda g: g.start))


def _with_owner(
    place: Place, part: Span, clause: str, glosses: tuple[Gloss, ...]
) -> tuple[Gloss, ...]:
    """The glosses and one more for the "Its" of "Its leader said", where it is sure whose leader that is."""
    owner = dict(place.voice.meant).get("its")
    first = glosses[0] if glosses and not glosses[0].start else None
    if first is not None and OWNED_HEAD.match(clause) and not can_have_head(first.words):
        return glosses[1:]  # "the offer's registrar"
    if owner is None or part.start != place.span.start or first is not None:
        return glosses
    return (owner_gloss(clause, owner), *glosses)


def _has_rival(story: Story, place: Place, who: str, ahead: Span) -> bool:
    """Whether the words `ahead` of "he said", or the sentences right before, name another who may be "he"."""
    inside = (story.entities.figure_of(r.words) for r in story.entities.runs_in(ahead))
    if any(
        f is not None and f.name != who and goes_by(f.name) in {goes_by(who), None} for f in inside
    ):
        return True
    near = Span(max(0, place.span.start - _NEAR), place.span.start)
    figures = (story.entities.figure_of(r.words) for r in story.entities.runs_in(near))
    names = [f.name for f in figures if f is not None and goes_by(f.name) in {goes_by(who), None}]
    return len(set(names)) > 1 and who.rsplit(maxsplit=1)[-1] != names[-1].split()[-1]


def _is_anothers(host: str | None, clause: str, *, credit: Credit) -> bool:
    """Whether "saying he won" hangs on "He blamed Lee" with another name put in than who says it."""
    if host is None or credit.who is None or not _SAYING.match(clause):
        return False
    who = credit.who.split()[-1]
    named = re.match(r"(?:[A-Z][\w’'.-]*\s){2}", host) is not None
    return who[:1].isupper() and who not in host and named


def _source(story: Story, setting: Setting, who: str | None, *, quoted: bool) -> str | None:
    """The claimant as it stands after "according to", an acronym spelt out."""
    if setting.has_cue or (quoted and who in COUNTRIES | PEOPLES):
        return None  # a country does not speak in quotation marks
    words = source_words(who) if who is not None else None
    if words is None or who is None:
        return None
    if goes_by(who) is None and not are_joined(who, story.article.text, story.behind):
        return None
    noun = who.lower() if " " not in who and words == who and not is_speaker_like(who) else None
    if noun is not None and stands_in(noun, story.article.text):
        return None  # "Owls show that", where owls are a common noun
    return story.entities.acronyms.get(words, words)


def _is_sure(story: Story, name: str, part: Span) -> bool:
    """Whether a name can be put in for the "he" of a clause."""
    return is_person(story, name) and _is_the_one(story, name, part)


def _is_the_one(story: Story, name: str, part: Span) -> bool:
    """Whether nothing speaks against "he" being a person: a namesake before, the name itself after."""
    last = name.rsplit(" ", 1)[-1]
    if _BEGINS.match(part.of(story.article.text)) and _HE.match(part.of(story.article.text)):
        own = (" ".join(r.words) for r in story.entities.runs_in(part))
        if any(last in words.split() for words in own):
            return False  # "She said Lee had left"
        near = story.article.text[max(0, part.start - _NEAR) : part.start]
        owns = f"{last}'s" in near or f"{last}’s" in near
        if owns and re.search(_OWNER.format(re.escape(last)), near):
            return False  # "Lee's counsel replied. He"
    if len(story.entities.figures.get(last.lower(), [])) <= 1:
        return True
    before = story.entities.runs_in(Span(max(0, part.start - _FAR), part.start))
    named = [r for r in before if bare(r.words[-1]) == last][-1:]
    return not named or story.entities.figure_of(named[0].words) is not None


def _person(
    story: Story, place: Place, part: Span, *, setting: Setting, credit: Credit
) -> str | None:
    """Who "he" or "she" at the beginning is, where no gloss tells."""
    text, clause = story.article.text, part.of(story.article.text)
    found = _spoken_of(place, part, clause, setting=setting, credit=credit)
    if found is None and _BEGINS.match(clause):
        found = acting_ahead(text[place.span.start : part.start])
    other = {"he": "she", "she": "he"}
    begins = _BEGINS.match(clause)
    said = begins[1].lower().replace("his", "he").replace("her", "she") if begins else ""
    if found is None or goes_by(found) == other.get(said, ""):
        return None
    return found if _is_sure(story, found, part) else None


def _spoken_of(
    place: Place, part: Span, clause: str, *, setting: Setting, credit: Credit
) -> str | None:
    if credit.cue is not None and setting.has_cue and _HE.match(clause):
        end = credit.cue.end - (part.start - place.span.start)
        if len(clause[:end].split()) < _SHORT_LEAD and "," not in clause[:end]:
            return credit.who
    return place.voice.person if part.start == place.span.start else None


def _needed(story: Story, part: Span, around: str, *, heard: bool) -> tuple[Gloss, ...]:
    """The glosses that a clause needs, each once, none for what the clause names itself."""
    clause = part.of(story.article.text)
    told: set[str] = set()
    found = []
    for gloss in story.glosses_in(part):
        if gloss.known >= part.start or gloss.key in told:
            continue
        if heard and _NOW.match(clause, gloss.start - part.start):
            continue  # the day an answer was given is not told
        if clause.count("[", 0, gloss.start - part.start) > clause.count(
            "]", 0, gloss.start - part.start
        ):
            continue  # what the article put into its quotation
        if gloss.key and (
            gloss.key in around or (gloss.how is not How.INSTEAD and gloss.key in clause)
        ):
            continue
        told.add(gloss.key)
        found.append(replace(gloss, start=gloss.start - part.start, end=gloss.end - part.start))
    return tuple(found)
