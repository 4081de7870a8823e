"""What the words around a clause settle: its subject, who "he" is, who says it. Unsure means null."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from claims.extract.grammar.countries import COUNTRIES, PEOPLES
from claims.extract.grammar.roles import is_speaker_like
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
    has_main,
    is_cut,
    main_after,
    rest_of,
    shape_of,
)
from claims.extract.wording.given_names import goes_by
from claims.extract.wording.gloss import How, put_in
from claims.extract.wording.hanging_verbs import (
    goes_on_bare,
    is_behind_name,
    is_named_by_act,
    that_lacks_object,
)
from claims.extract.wording.loose_ends import loose_end
from claims.extract.wording.occasion import occasion_of
from claims.extract.wording.open_ends import open_end
from claims.extract.wording.openings import CLAUSAL, acting_ahead, counts_on, opening_of
from claims.extract.wording.own_time import has_ended, since_before, when_before
from claims.extract.wording.reword import Background
from claims.extract.wording.sources import are_joined, source_words
from claims.extract.wording.subjects import FRONTED, PRONOUNS
from claims.extract.wording.told_about import is_garbled, told_about
from claims.model.span import Span

if TYPE_CHECKING:
    from collections.abc import Sequence

    from claims.extract.kinds import Setting
    from claims.extract.speakers.place import Credit, Place
    from claims.extract.wording.gloss import Gloss
    from claims.extract.wording.story import Story

_SAYING = re.compile(r"(?:saying|calling|adding|arguing|noting|stating|claiming|citing|telling)\s")
_MINE = re.compile(r"(?:my|our|your)\s", re.IGNORECASE)
_OWN = re.compile(r"\b(?:I|[Mm]y|[Mm]e|[Ww]e|[Oo]ur|us)\b")
_LEADS = re.compile(r"(?:it|its|they|their|he|she|his|her)\b|one,\s")
_LINKED = re.compile(
    r"(?:\b(?:(?:and|but)\sthat|and|but|or|so|yet|while|as|because|though|although|whereas|sa(?:id|ys)(?:\sthat)?)|[;:—–])\s*\Z"
)
"""Between two clauses, the first of which is a main one."""
_LINK = re.compile(r"\A(?:(?:But|And|Yet)|(?:However|Meanwhile|Nevertheless|Moreover),)\s(?=[\w“])")
_HE = re.compile(r"(?:He|She)\s")
_JOINED = re.compile(r"\b(?:and|but|or)\s*$")
_FRONTS = re.compile(r",\s(?:the|an?|it|he|she|they|this|that|there|his|her|its|their|[A-Z]\w*)\s")
_FRONT = 30  # characters
_JOINT = 8  # characters by which a host is found
_BEGINS = re.compile(r"\W*(?:In\s)?(he|she|his|her)\b", re.IGNORECASE)
_OWNER = (
    r"(?:\A|[.!?”\"\n]\s{{0,3}})(?:[^.!?,”\"\n]{{1,40}},\s)?{}[’']s\s[a-z][^.!?”\"\n]*[.!?”\"]\s*\Z"
)
_NO_BRACKETS = str.maketrans("", "", "[]")
_MOST = 0.95
_FAR = 400  # characters
_NEAR = 200  # characters in which a second person makes "he said" unsure
_ACRONYM = re.compile(r"\b[A-Z]{3,}\b")
_NOW = re.compile(
    r"(?:today|tonight|tomorrow|yesterday|overnight|this (?:morning|afternoon|evening|week|weekend))\b",
    re.IGNORECASE,
)
_PAST = re.compile(r"[a-z]{3,}ed\s(?!to\s[a-z]|by\b)")


_SAYS = re.compile(
    r"\s(?:(?:has|had|have|also|later|then|\w+ly)\s){0,3}"
)  # between "she" and "said"
_SHORT_LEAD = 5  # words up to the verb: "He has also said"


def background_of(
    story: Story, place: Place, part: Span, *, setting: Setting, credit: Credit
) -> Background:
    """What can be put into the wording of a clause, as far as it is sure."""
    text, clause = story.article.text, part.of(story.article.text)
    shape = _shape(story, place, part)
    passed = credit.teller if credit.teller and is_first_person(clause) else None
    heard = passed is not None or (credit.turn is not None and credit.cue is None)  # an answer
    quoted = heard or story.article.is_quoted(part)
    before = Span(_opens(story, place, part, credit=credit, quoted=quoted), part.start)
    rest = _around(story, place, part, (shape, quoted), before)
    shape = _with_rest(shape, rest, clause)
    source = passed or _source(story, setting, credit.who, quoted=quoted)
    opens = shape is Shape.WHOLE and not quoted and source is None  # else it opens the speech
    opening = (opens and opening_of(story, place, part)) or when_before(text, part)
    about = _about(story, before, part, shape)
    if (about is None and is_garbled(story, before, clause, shape)) or _is_anothers(
        rest.host, clause, credit=credit
    ):
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


def _with_rest(shape: Shape, rest: Rest, clause: str) -> Shape:
    """The kind of a clause beside what stands around it: "Core inflation, which it leaves out, | eased"."""
    lone = shape is Shape.ADJUNCT and rest.host is None and rest.subject is not None
    return Shape.PREDICATE if lone and _PAST.match(clause) else shape


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


def _around(
    story: Story, place: Place, part: Span, piece: tuple[Shape, bool], before: Span
) -> Rest:
    """What completes a clause that is no whole sentence, as far as nothing in it stays open.

    `piece` is its kind, and whether it is told as somebody's own words, in which "we" is plain.
    """
    shape, spoken = piece
    text = story.article.text
    if shape is Shape.OPENING:
        main = _main(story, Span(part.end, max(part.end, place.span.end)))
        return Rest(main=_settled(main, None) if main is not None else None)
    fronts = shape is Shape.ADJUNCT and _FRONTS.match(text[part.end : part.end + _FRONT])
    cut = is_cut(part.of(text), text[part.end : part.end + 1])
    alone = not (_LEADS.match(part.of(text)) and _LINKED.search(before.of(text)))
    if cut or (shape is Shape.WHOLE and alone) or (fronts and _JOINED.search(before.of(text))):
        return Rest()  # "…, and since May, it has been shut": it hangs on what comes next
    rest = _rest(story, before)
    if rest.host is None:
        return rest
    speaker = None if story.article.is_quoted(part) else place.voice.person
    known = speaker if speaker is not None and _is_person(story, speaker) else None
    host = _settled(rest.host, known, spoken=spoken)
    last = rest.host.rpartition(": ")[2]
    if host is None and has_main(last):
        host = _settled(last, known, spoken=spoken)  # "They sell well: in Leeds, 3 shops did"
    acts = re.match(r"[a-z]+ed\b", part.of(text)) is not None  # "died on Monday" may be its verb
    if shape in {Shape.ADJUNCT, Shape.RELATIVE} and not acts and not has_main(host or ""):
        host = None
    return replace(rest, host=host)


def _shape(story: Story, place: Place, part: Span) -> Shape:
    """What kind of piece a clause is, seen in its sentence."""
    text, clause = story.article.text, part.of(story.article.text)
    shape = shape_of(" ".join(clause.split()))
    if len(part) > _MOST * len(place.span) and shape in {Shape.PHRASE, Shape.OPENING}:
        return Shape.WHOLE  # a verb that the lists lack
    since, ahead = since_before(text, part), text[place.span.start : part.start]
    bare = shape is Shape.PHRASE and goes_on_bare(ahead, clause)
    if since or bare or that_lacks_object(ahead, clause):
        return Shape.ADJUNCT if since or bare else Shape.RELATIVE
    if shape is Shape.WHOLE and is_behind_name(text[place.span.start : part.start], clause):
        return Shape.PHRASE
    leads = part.start == place.span.start and text[part.end : part.end + 1] == ","
    if leads and counts_on(clause):
        return Shape.OPENING
    fronted = leads and "," not in clause and FRONTED.match(clause + ", ")
    clausal = CLAUSAL.match(clause) and not is_named_by_act(clause)
    if shape is Shape.WHOLE and fronted and (clausal or not has_main(clause)):
        return Shape.OPENING
    return shape


def _opens(story: Story, place: Place, part: Span, *, credit: Credit, quoted: bool) -> int:
    """Where the words before a clause begin: with the sentence, or with the quotation or answer it is in."""
    at = min(place.span.start, part.start)
    if quoted:
        number = story.article.quote_of(part)
        if number is not None:
            at = max(at, min(part.start, story.article.quotes[number].start + 1))
    if credit.turn is not None:
        at = max(at, min(part.start, credit.turn.words.start))  # not with the label
    return at


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
    if noun is not None and re.search(rf"\b{re.escape(noun)}\b", story.article.text):
        return None  # "Owls show that", where owls are a common noun
    return story.entities.acronyms.get(words, words)


def _main(story: Story, after: Span) -> str | None:
    text = after.of(story.article.text)
    main = main_after(text)
    if main is None:
        return None
    at = after.start + text.index(main)
    known = [g for g in story.glosses_in(after) if g.known < after.start]
    return put_in(main, known, offset=at, plain=True)


def _is_person(story: Story, name: str) -> bool:
    """Whether a name is no place's or people's, "British Columbia", nor told by the writer: "my aunt"."""
    figure = story.entities.figure_of(tuple(name.split()))
    known = goes_by(name) is not None or (figure is not None and figure.sure)
    if _MINE.match(name) or (figure is None and _ACRONYM.search(name)):
        return False  # "NBA Finals MVP"
    return known or not (COUNTRIES | PEOPLES).intersection(name.split())


def _is_sure(story: Story, name: str, part: Span) -> bool:
    """Whether a name can be put in for the "he" of a clause."""
    return _is_person(story, name) and _is_the_one(story, name, part)


def _is_the_one(story: Story, name: str, part: Span) -> bool:
    """Whether nothing speaks against "he" being a person: a namesake before, the name itself after."""
    last = name.rsplit(" ", 1)[-1]
    if _BEGINS.match(part.of(story.article.text)) and _HE.match(part.of(story.article.text)):
        own = (" ".join(r.words) for r in story.entities.runs_in(part))
        if any(last in words.split() for words in own):
            return False  # "She said Lee had left"
        near = story.article.text[max(0, part.start - _NEAR) : part.start]
        if re.search(_OWNER.format(re.escape(last)), near):
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


def _settled(host: str, person: str | None, *, spoken: bool = False) -> str | None:
    """The host with its "he" or "she" named; None when something in it stays open."""
    match = re.match(r"(He|She)\s", host)
    if match and person is not None and goes_by(person) in {match[1].lower(), None}:
        host = f"{person} {host[match.end() :]}"
    host = host.translate(_NO_BRACKETS)
    open_ = loose_end(_OWN.sub("Lee", host) if spoken else host, settled=True)
    return None if open_ or host.startswith("((") else host


def _rest(story: Story, before: Span) -> Rest:
    """What stands before a clause, with its pronouns and short names told."""
    text = story.article.text
    rest = rest_of(before.of(text))
    glosses = _untold(
        [g for g in story.glosses_in(before) if g.known < before.start], before.of(text)
    )
    host, subject = rest.host, rest.subject
    if host is not None:
        host = " ".join(
            put_in(
                host,
                glosses,
                offset=before.start + before.of(text).index(host[:_JOINT]),
                plain=True,
            ).split()
        )
    if subject is not None:
        at = before.start + before.of(text).index(subject)
        own = [g for g in glosses if at <= g.start and g.end <= at + len(subject)]
        subject = put_in(subject, own, offset=at, plain=True)
        subject = None if subject.lower() in PRONOUNS or _LINK.match(f"{subject} x") else subject
    return Rest(host and _LINK.sub("", host, count=1), subject)


def _untold(glosses: Sequence[Gloss], words: str) -> list[Gloss]:
    """The glosses for what the words name only in part, each name once."""
    told: set[str] = set()
    found = []
    for gloss in glosses:
        named = gloss.how is not How.INSTEAD and (gloss.key in words or gloss.key in told)
        if not (gloss.key and named):
            found.append(gloss)
            told.add(gloss.key)
    return found


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
