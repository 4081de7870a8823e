"""What stands around a clause in its sentence and completes it: its host, its subject, its main clause."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

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
from claims.extract.wording.openings import CLAUSAL, counts_on
from claims.extract.wording.own_time import since_before
from claims.extract.wording.persons import is_person
from claims.extract.wording.subjects import FRONTED, PRONOUNS
from claims.model.span import Span

if TYPE_CHECKING:
    from collections.abc import Sequence

    from claims.extract.speakers.place import Credit, Place
    from claims.extract.wording.gloss import Gloss
    from claims.extract.wording.story import Story

_OWN = re.compile(r"\b(?:I|[Mm]y|[Mm]e|[Ww]e|[Oo]ur|us)\b")
_LEADS = re.compile(r"(?:it|its|they|their|he|she|his|her)\b|one,\s")
_LINKED = re.compile(
    r"(?:\b(?:(?:and|but)\sthat|and|but|or|so|yet|while|as|because|though|although|whereas|sa(?:id|ys)(?:\sthat)?)|[;:—–])\s*\Z"
)
"""Between two clauses, the first of which is a main one."""
_LINK = re.compile(r"\A(?:(?:But|And|Yet)|(?:However|Meanwhile|Nevertheless|Moreover),)\s(?=[\w“])")
_JOINED = re.compile(r"\b(?:and|but|or)\s*$")
_FRONTS = re.compile(r",\s(?:the|an?|it|he|she|they|this|that|there|his|her|its|their|[A-Z]\w*)\s")
_JOINT = 8  # characters by which a host is found
_NO_BRACKETS = str.maketrans("", "", "[]")
_MOST = 0.95
_PAST = re.compile(r"[a-z]{3,}ed\s(?!to\s[a-z]|by\b)")
_FRONT = 30  # characters


def rest_around(
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
    known = speaker if speaker is not None and is_person(story, speaker) else None
    host = _settled(rest.host, known, spoken=spoken)
    last = rest.host.rpartition(": ")[2]
    if host is None and has_main(last):
        host = _settled(last, known, spoken=spoken)  # "They sell well: in Leeds, 3 shops did"
    acts = re.match(r"[a-z]+ed\b", part.of(text)) is not None  # "died on Monday" may be its verb
    if shape in {Shape.ADJUNCT, Shape.RELATIVE} and not acts and not has_main(host or ""):
        host = None
    return replace(rest, host=host)


def shape_in(story: Story, place: Place, part: Span) -> Shape:
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


def opens_at(story: Story, place: Place, part: Span, *, credit: Credit, quoted: bool) -> int:
    """Where the words before a clause begin: with the sentence, or with the quotation or answer it is in."""
    at = min(place.span.start, part.start)
    if quoted:
        number = story.article.quote_of(part)
        if number is not None:
            at = max(at, min(part.start, story.article.quotes[number].start + 1))
    if credit.turn is not None:
        at = max(at, min(part.start, credit.turn.words.start))  # not with the label
    return at


def _main(story: Story, after: Span) -> str | None:
    text = after.of(story.article.text)
    main = main_after(text)
    if main is None:
        return None
    at = after.start + text.index(main)
    known = [g for g in story.glosses_in(after) if g.known < after.start]
    return put_in(main, known, offset=at, plain=True)


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


def with_rest(shape: Shape, rest: Rest, clause: str) -> Shape:
    """The kind of a clause beside what stands around it: "Core inflation, which it leaves out, | eased"."""
    lone = shape is Shape.ADJUNCT and rest.host is None and rest.subject is not None
    return Shape.PREDICATE if lone and _PAST.match(clause) else shape
