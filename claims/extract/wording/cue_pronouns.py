"""The "he" of "…, he said" and the "it" of "it says" to the claimant, who is known by other ways."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from claims.extract.grammar.names import ORGANISATIONS, TITLES
from claims.extract.grammar.people_nouns import HUMANS, is_plural
from claims.extract.grammar.roles import is_speaker_like
from claims.extract.wording.given_names import goes_by
from claims.extract.wording.gloss import Gloss, How

if TYPE_CHECKING:
    from claims.model.span import Span

_BEFORE = re.compile(
    r"(?<![\w’'-])(he|she|it|they)\s"
    r"(?:(?:has|have|had|also|later|then|would|will|further|\w+ly)\s){0,3}$",
    re.IGNORECASE,
)
_BODY = re.compile(
    r"[Tt]he\s(company|firm|airline|bank|hospital|school|university|college|charity|agency|union|federation|ministry"
    r"|council|party|group|operator|manufacturer|carrier|retailer|regulator|watchdog|foundation|institute|association)\s"
    r"(?:(?:is|has|have|had|also|later|then|would|will|further|\w+ly)\s){0,3}$"
)
"""A body without its name, which speaks."""
_AFTER = re.compile(r"\s(he|she|it|they)(?=[.,;:”\"]|\s*$)")
_SMALL_WORD = 3  # letters: "Court of Session"
_OTHER = {"he": "she", "she": "he"}
_ARTICLE = re.compile(r"(?:The|An?)\s")
_SHORT_FORM = re.compile(r"\s\([A-Z]{2,8}\)$")
OWNED_HEAD = re.compile(
    r"(?:Its|Their)\s(?:[\w’'-]+\s){0,3}?(?:registrar|chair(?:man|woman|person)?|president|secretary|spokes(?:man|woman"
    r"|person)|leader|treasurer|chief\sexecutive|director[\s-]general|commissioner)\b"
)
"""The head of a body whose name stands before."""
_LOOSE = re.compile(
    r"(?:he|she|it|they|we|i|you|his|her|its|their|my|our|your|this|that|these|those|some|others"
    r"|both|one|two|three|many|most|few|none)\b",
    re.IGNORECASE,
)


def cue_gloss(clause: str, cue: Span, who: str) -> Gloss | None:
    """A gloss with `who` for the pronoun that is the subject of the reporting verb at `cue`.

    >>> from claims.model.span import Span
    >>> cue_gloss("“I left,” he said", Span(13, 17), "Bo Chan").words
    'Bo Chan'
    >>> cue_gloss("“I left,” he said", Span(13, 17), "Ann Lee") is None
    True
    """
    before = _BEFORE.search(clause, 0, cue.start)
    called = _BODY.match(clause, 0, cue.start)
    if called is not None:
        return _named(called, who)
    match = before or _AFTER.match(clause, cue.end)
    if clause.startswith("read", cue.start):
        return None  # "It read": the letter, whoever wrote it
    if match is None or _LOOSE.match(who) or not _fits(match[1].lower(), who):
        return None
    if who.rsplit(maxsplit=1)[-1] in re.findall(r"[\w’'-]+", clause):
        return None  # "Lee had left, he said": somebody else says it
    words = _ARTICLE.sub("the ", who, count=1) if _ARTICLE.match(who) else who
    return Gloss(match.start(1), match.end(1), words, key=words)


def owner_gloss(clause: str, owner: str) -> Gloss:
    """A gloss with `owner` for the word that begins a clause: the "Its" of "Its leader".

    >>> owner_gloss("Its head left", "The Lime Bank (LB)").start
    0
    """
    words = _SHORT_FORM.sub("", _ARTICLE.sub("the ", owner, count=1))
    mark = "’" if words.endswith("s") else "’s"
    return Gloss(0, len(clause.split(maxsplit=1)[0]), f"{words}{mark}", key=owner)


def can_have_head(owner: str) -> bool:
    """Whether what a gloss names can have a chairman or registrar: a body, but not "the offer's".

    >>> can_have_head("The Lime Bank"), can_have_head("The offer of peace")
    (True, False)
    """
    bare = owner.removesuffix("’s").removesuffix("’")
    return is_speaker_like(bare) or any(w[:1].isupper() for w in bare.split()[1:])


def _named(called: re.Match[str], who: str) -> Gloss | None:
    """A gloss with the name of "the company", which says it."""
    bare = _SHORT_FORM.sub("", _ARTICLE.sub("", who))
    told = bare[:1].isupper() and goes_by(who) is None and _is_no_title(who)
    if not told or bare.lower() == called[1].lower():
        return None
    return Gloss(called.start(), called.end(1), bare, How.AFTER, key=who)


def _fits(pronoun: str, who: str) -> bool:
    """Whether a claimant can be the one that a pronoun stands for."""
    last = who.rsplit(" ", 1)[-1]
    named = all(w[:1].isupper() or len(w) <= _SMALL_WORD for w in who.split())
    named = named and not _ARTICLE.match(who)
    many = is_plural(who) and not named
    if pronoun == "they":
        return many
    if many or " and " in who:
        return False
    human = HUMANS.get(last.lower(), "") if not named else goes_by(who)
    body = named and (last.lower() in ORGANISATIONS or last.isupper())
    if pronoun == "it":
        return human == "" or (named and human is None and _is_no_title(who))
    return not body and human != "" and human != _OTHER[pronoun]


def _is_no_title(who: str) -> bool:
    """Whether no word of a name is a title or a role: "Senator" speaks as a person."""
    return not any(w.lower().rstrip(".") in TITLES or w.lower() in HUMANS for w in who.split())
