"""A claim's words to one sentence that can be read alone; what was put in stands in [brackets].

Nothing is added that the article does not say. When it cannot be settled, the reason is given instead.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from claims.extract.grammar.beside_names import BIDDEN
from claims.extract.grammar.people_nouns import HUMANS, is_plural
from claims.extract.grammar.reporting_verbs import REPORTING
from claims.extract.grammar.tokens import tokens
from claims.extract.grammar.verbs import finite_from, first_finite, is_adverb, is_finite
from claims.extract.grammar.whole_words import places_of
from claims.extract.wording.candidates import NO_NAMES
from claims.extract.wording.fragments import Shape, shape_of
from claims.extract.wording.fronted import is_fronted
from claims.extract.wording.given_names import goes_by
from claims.extract.wording.gloss import Gloss, put_in
from claims.extract.wording.loose_ends import loose_end
from claims.extract.wording.noun_phrases import is_simple
from claims.extract.wording.open_ends import NOT_WHOLE
from claims.extract.wording.tidy import tidied
from claims.text.calendar_names import MONTH

_OPENING = re.compile(r"\A(?:(?i:when|while|although|though|whereas)|that)\s")
_BECAUSE = re.compile(r"because\s(?!of\b)", re.IGNORECASE)
_WHO = re.compile(r"(who|which|whose)\s", re.IGNORECASE)
_RELATIVE = re.compile(r"(?:\w+\s)?(who|which|whose|whom|where|what)\b", re.IGNORECASE)
_NAME = r"(?:[A-ZÀ-Þ][\w’'.-]*)(?:\s(?:(?:of|the|de|van|von|al|bin)\s){0,2}[A-ZÀ-Þ][\w’'.-]*){0,6}"
_OWNED = r"[A-Z][\w-]*(?:’s|'s|s’)"
_NAME_FIRST = re.compile(
    rf"({_NAME}(?:\s\([A-Z]\w+\))?(?:,\s\d{{1,2}})?),\s((?:an?|the|one|its|their|{_OWNED})\s[^,]+)$"
)
_TIMED_NAME = re.compile(
    rf"(?:In|On|Since|By|Until)\s(?:the\s)?(?:{MONTH})(?:\s\d{{4}}|\s\[\d{{4}}\])?\s(?=[A-ZÀ-Þ])"
)
_NAME_LAST = re.compile(rf"([Tt]he\s[^,]*[a-z][^,]*),\s({_NAME})$")
_NAME_AFTER = re.compile(
    r"([Tt]he\s(?:[\w’'-]+\s){0,4}(?:[a-z][\w-]+(?<!\sof)(?<!\sfrom)(?<!\sin)(?<!\sat)"
    r"(?<!\sto)(?<!\sfor)(?<!\son)(?<!\sby)(?<!\swith)"
    r"|(?:city|town|state|village|province|island|capital)\sof))"
    rf"\s({_NAME}(?:,\s[A-Z][\w.]+)?)$"
)
_NO_NOUNS = frozenset("the a an and or but his her its their former late".split())
_TWO = re.compile(r"([Tt]he\s[^,\[\]]{3,60}),\s(an?\s[^,]{3,80})$")
_DESCRIBES = re.compile(
    r"(?:an?|the|one|former|his|her|its|their|part|home"
    r"|(?!(?:ahead|because|instead|regardless|irrespective|out|outside|inside|short|up|down|over|back|early|late"
    r"|later|once|twice|mostly|mainly|largely|chiefly|partly|except|prior)\b)[a-z]+ (?:of|for|at|in))\s",
    re.IGNORECASE,
)
_LISTED = re.compile(r"(?!(?:an?|the)\s)[a-z]+\sof\s[^,]*\sand\s(?:an?|the)\s")
"""The end of a list: "a merged province, recognition of Tamil and a vote"."""
_DATED_WHEN = re.compile(r"((?:In|On|By|During)\s[^,]*\d[^,]*,)\swhen\s((?:[^,]|(?<=\d),(?=\d))+)$")
_SINCE = re.compile(r"\b(?:since|until|from)\s[^,]*(?:,\s)?\d[\d,]*\Z|\bago,\Z")
"""A bound of time, at which something else was: "since May 2011,"."""
_LONE_END = re.compile(r"[^“”\"]*[\w,.!?…]([”\"])[\s,.;]")
"""A quotation that ends and has not begun: "It fell," said Ann Lee, cut behind another clause."""
_HEADS = re.compile(
    r"[a-z]{2,}[^s\W]s\s(?:the|an?|its|his|her|their|in|at|on|for|with|about|some|more|up|[A-Z\d£$€])"
)
"""A verb that no list knows, behind "who": "heads the centre"."""
_OF_ANOTHER = re.compile(r"(?:both|each|all|half|most|some|none|many)\b")
_TOLD_OF_IT = re.compile(r"\bthat\s(?:it|its|they|their|he|she|his|her)\b")
"""What somebody found of a thing told before: "recorded 40 bells and found that their tones were pure"."""
_TOLD = re.compile(r"\s(?:\w+ly\s)?(?:said|says|told|wrote|added)\b")
_LED = re.compile(r"(?:it|its|they|their|he|she|his|her)\b|one,\s")
"""What a clause behind another opens with: "The limit is 10, and it falls"."""
_LEANS = re.compile(r"\b(?:then|later|soon|again|afterwards|subsequently|instead|eventually)\b")
_NEAR = 20  # characters in which a relative clause must come to its verb
_SHORT = 5  # words of a predicate that says little without what stands before it
_NO_FRONT = (
    r"(?!(?:Only|No|Not|All|Every|Each|Any|In|On|At|For|From|With|By|After|Before|While|When|As|If|Under|Over"
    r"|Since|Until|During|Between|Among|Despite|Within|Without|Across|Near|Through|Throughout|Behind|Beyond"
    r"|Against|Along|Around|Outside|Inside|Like|Unlike)\s)"
)
"""No words of place, time or manner, which stand beside no one."""
_PASSIVE_AFTER = re.compile(
    rf"{_NO_FRONT}((?:\[[^\]]*\]\s|[Tt]he|[A-Z])[^,“”\"\[\]]{{2,60}}),\s"
    r"((?:(?:first|then|also|\w+ly)\s)?(?:[a-z]+(?:ed|wn|lt|en|(?<!m)ent|ught)|made|held|led|put|set)\s"
    r"(?:(?:back|up|down|out|over|away)\s)?(?:by|in|to|at|as|from|on|for|with|of)\b(?:[^,]|(?<=\d),(?=\d))*)$"
)
_OTHER_ACTS = re.compile(
    r"(?:the|an?|his|her|its|their|he|she|they|it|we|i|most|some|many|few)\s"
    rf"|[a-z]{{3,}}s\s(?:\w+ly\s)?(?:{'|'.join(sorted(REPORTING))})\b",
    re.IGNORECASE,
)
"""Another who acts in a relative clause: "which critics say is bad", "which the bank sold"."""
_WHO_AFTER = re.compile(
    rf"{_NO_FRONT}((?:\[[^\]]*\]\s|[Tt]he|[A-Z])(?:[^,“”\"\[\]]|\[[^\]]*\]){{2,60}}),\s(?:who|which)\s((?:[^,\[]|(?<=\d),(?=\d)|\[[^\]]*\])*)$"
)
_BIDS = re.compile(
    rf"\A(?:{'|'.join(v.capitalize() for v in sorted(BIDDEN))})\s(?=(?:[Tt]he\s)?[A-Z])"
)
_WHOSE_AFTER = re.compile(
    rf"{_NO_FRONT}"
    r"((?:[A-ZÀ-Þ][\w’'-]*\s){0,3}[A-ZÀ-Þ][\w’'-]*),\swhose\s((?:[^,\[]|\[[^\]]*\])*)$"
)
_WHERE_AFTER = re.compile(
    r"((?:In|At|Near|Outside|Across|On)\s(?:the\s)?[A-ZÀ-Þ][^,“”\"]{1,40},)\swhere\s"
    r"(?!(?:[a-z]+\s)?(?:there|is|are|was|were|has|had|have)\b)((?:[^,;:\[]|\[[^\]]*\]|,(?=\d{3}))*)$"
)
"""A place and what is so there, without the clause that both stand before."""


@dataclass(frozen=True, slots=True)
class Background:
    """What is known around a clause. All null when nothing is sure."""

    person: str | None = None  # who "he" or "she" at the beginning is
    subject: str | None = None  # the subject that a bare predicate shares
    about: str | None = None  # what a relative clause or an apposition is about
    opening: str | None = None  # the phrase that opens its sentence and holds for it too
    host: str | None = None  # the words of its sentence that a piece hangs on
    lead: str | None = None  # the same before a whole clause, whose pronoun they may settle
    main: str | None = None  # the main clause that follows it
    claimant: str | None = None  # who says it, when the clause itself does not tell
    quoted: bool = False  # the clause stands in quotation marks
    over: bool = False  # it tells of a time that has ended
    shape: Shape | None = None  # where its sentence tells more than the clause itself
    glosses: tuple[Gloss, ...] = ()  # by offsets in the clause
    occasion: str | None = None  # what the article is about, for a claim that needs it
    open: str | None = None  # what its last word leaves open
    ends: bool = False  # its sentence ends with it


def reword(clause: str, background: Background) -> tuple[str | None, str | None]:
    """(claim_text, ambiguous): exactly one of them is null.

    >>> reword("He died in 1990", Background(person="Ann Lee"))
    ('[Ann Lee] died in 1990.', None)
    >>> reword("He died in 1990", Background())
    (None, 'who “he” is')
    """
    text = tidied(put_in(clause, background.glosses), ends=background.ends)
    if not text or background.open is not None:
        return None, background.open or NOT_WHOLE
    shape = background.shape or shape_of(tidied(clause))
    if background.quoted and background.claimant is not None:
        return _spoken(text, shape, background)
    built, why = _built(text, shape, background)
    if built is None:
        return None, why
    named, why = _named(built, background)
    if named is None and background.lead is not None and _LED.match(text):
        led = f"[{background.lead}] {text}"
        named = None if loose_end(led, settled=background.occasion is not None) else led
    if named is None:
        return None, why
    if background.claimant is not None and not _credited(named, background):
        named = _closed(named.rstrip("."))
        named = f"{named} [according to {background.claimant}]"
    return _finish(named, background.occasion), None


def _credited(text: str, background: Background) -> bool:
    """Whether the sentence names the claimant already, in the words it hangs on or as its subject."""
    who = background.claimant or ""
    if "according to" in f"{background.host} {background.main}".lower():
        return True
    host = background.host or background.lead or ""
    said = any(
        _TOLD.match(text, at + len(name))
        for name in (who, who.partition(" ")[0])
        for at in places_of(name, text)
    )
    named = who.split()[-1] in host or host.lower().startswith(f"{who.lower()} ")
    return named or said or text.startswith(f"[{who}]")


def _spoken(text: str, shape: Shape, background: Background) -> tuple[str | None, str | None]:
    """Somebody's words with who says them; a piece of speech with the words it hangs on."""
    inner = text.strip('“”" ')
    if shape is not Shape.WHOLE and background.host is not None:
        inner = f"[{background.host}] {inner}"
    elif shape is Shape.PREDICATE and background.subject is not None:
        inner = f"[{background.subject}] {inner}"
    elif shape is Shape.RELATIVE:
        inner = _from_relative(inner, background) or inner
    elif shape is Shape.PHRASE and background.about is not None:
        inner = _from_phrase(inner, background) or inner
    elif background.lead is not None and _LED.match(inner):
        inner = f"[{background.lead}] {inner}"
    start = re.match(r"(?:(he|she|his|her)|they|their)\b", inner, re.IGNORECASE)
    if start and start[1]:
        return None, f"who “{start[1].lower()}” is"
    if start:
        return None, f"what “{start[0].lower()}” refers to"
    return _finish(f"[{background.claimant} said:] “{inner}”", background.occasion), None


def _built(text: str, shape: Shape, background: Background) -> tuple[str | None, str | None]:
    """A whole sentence out of a piece, or why there is none."""
    hosted = f"[{background.host}] {text}" if background.host is not None else None
    if shape is Shape.WHOLE:
        return _with_participle(text) or _whole(text, background), None
    if shape is Shape.RELATIVE:
        return _from_relative(text, background) or hosted, _what_relative(text)
    if shape is Shape.PREDICATE:
        return _with_subject(text, background, hosted), "whose act this is"
    if shape is Shape.PHRASE:
        built = _with_participle(text) or _from_phrase(text, background)
    elif shape is Shape.OPENING:
        built = _dated(text) or (f"{text}, [{background.main}]" if background.main else None)
    else:
        built = None if _SINCE.search(background.host or "") else _contrast(text)
        if built is not None and background.opening is not None:
            built = f"[{background.opening}] {built}"
    if built is None and hosted is None and _BECAUSE.match(text):
        built = _BECAUSE.sub("", text, count=1)
    return built or hosted, NOT_WHOLE


def _whole(text: str, background: Background) -> str:
    words = tokens(text)
    if not is_fronted(words) or (
        background.opening and text.startswith("when ")
    ):  # "When she was cast, she paid"
        text = _OPENING.sub("", text, count=1)
    return f"[{background.opening}] {text}" if background.opening is not None else text


def _with_subject(text: str, background: Background, hosted: str | None) -> str | None:
    """A predicate with its subject, or with the whole clause before it where it leans on that."""
    if background.subject is not None and _LEFT_OPEN.fullmatch(background.subject):
        return None
    own = f"[{background.subject}] {text}" if background.subject is not None else None
    leans = (
        len(text.split()) < _SHORT
        or _LEANS.search(text)
        or _OF_ANOTHER.match(text)
        or _TOLD_OF_IT.search(text)
    )
    return hosted or own if leans else own or hosted


_LEFT_OPEN = re.compile(r"[Tt]he\s(?:last|next|first|second|third|former|latter|others?)")
"""A subject of which only what stands before tells what it is."""


def _dated(text: str) -> str | None:
    """Turn "In 1985, when prices rose by 81%" to "In 1985, prices rose by 81%"."""
    match = _DATED_WHEN.match(text)
    return f"{match[1]} {match[2]}" if match and _has_verb(match[2]) else None


def _contrast(text: str) -> str | None:
    """A clause without the "while" or "although" that sets it against another."""
    words = tokens(re.sub(r"\[[^\]]*\]", "", text))
    if _OPENING.match(text) and finite_from(words, 2, len(words)) is not None:
        return _OPENING.sub("", text, count=1)
    return None


def _with_participle(text: str) -> str | None:
    """Turn "Ann Lee, first elected in 1996" to "Ann Lee [was] first elected in 1996", and so with "who"."""
    text = _BIDS.sub("", text)
    match = _PASSIVE_AFTER.match(text)
    if match and not _has_verb(match[1]):
        return f"{match[1]} [{'were' if _are_many(match[1]) else 'was'}] {match[2]}"
    match = _WHOSE_AFTER.match(text)
    if match and not _has_verb(match[1]) and _has_verb(match[2]):
        return f"{match[1]}[’s] {match[2]}"
    match = _WHO_AFTER.match(text)
    simple = match and is_simple(match[1])
    acts = match and _has_verb(f"who {match[2]}"[:_NEAR]) and not _OTHER_ACTS.match(match[2])
    if match and simple and acts and not _has_verb(match[1]):
        return f"{match[1]} {match[2]}"
    match = _WHERE_AFTER.match(text)
    return f"{match[1]} {match[2]}" if match and _has_verb(match[2]) else None


def _has_verb(text: str) -> bool:
    return first_finite(text) is not None


def _are_many(phrase: str) -> bool:
    """Whether a phrase takes "are": a name such as "Ann Cummings" does not."""
    named = phrase.rsplit(" ", 1)[-1][:1].isupper() and " and " not in phrase
    return is_plural(phrase) and not named


def _what_relative(text: str) -> str:
    match = _RELATIVE.match(text)
    return f"what “{match[1].lower() if match else text.split(maxsplit=1)[0]}” refers to"


def _from_relative(text: str, background: Background) -> str | None:
    """Turn "who fell" to "[Ann Lee] fell"; only where the relative pronoun is the subject or "whose"."""
    match = _WHO.match(text)
    if match is None or background.about is None:
        return None
    rest = text[match.end() :]
    if match[1].lower() == "whose":
        return f"[{background.about}’s] {rest}"
    words = tokens(text)
    if any(w.text == "," and is_finite(words, i + 1) for i, w in enumerate(words[:-1])):
        return None  # "who lives in Rome, welcomed it": the sentence goes on
    verb = finite_from(words, 1, len(words)) or 1
    between = [w.lower for w in words[1:verb]]
    if all(is_adverb(w) for w in between) and (
        len(between) > 0 or _has_verb(f"who {rest}"[:_NEAR]) or _HEADS.match(rest)
    ):
        return f"[{background.about}] {rest}"
    return None


_COUNTS = re.compile(r"\b(?:times?|years?|months?|weeks?|days?|hours?|morning|evening|night)$")
"""What tells how often or how long is no subject: "champion five times, a finalist twice"."""


_OF_ONE = re.compile(
    r"(?:an?|one|the\s(?:first|last|only|[a-z]+est))\s"
    r"(?!of\b|(?:pair|couple|group|team|duo|trio|band|family|number|series|set|part|pairing)\b|[a-z]+s\b)",
    re.IGNORECASE,
)
_PART_OF = re.compile(
    r"(?:one|two|three|four|five|some|many|most|all|none|both|each|several|half|any|few|part)\s"
    r"(?:of\s(?:them|it|which|whom|these|those|\d)|by|in|at|for|from|with)\b",
    re.IGNORECASE,
)
"""What tells of a part of something: "many of them" is not said of it all."""
_ONE_MORE = re.compile(r"one\s(?!of\b)", re.IGNORECASE)
"""What is said of one: not of two together, nor of one thing that a list has named before."""


_OF_WHICH = re.compile(
    r"((?:the|a|an|most|some|half|much|all|none|\d[\d,.]*)\s?(?:[\w’'-]+\s){0,3}of)\swhich\s(.+)"
)


def _from_phrase(text: str, background: Background) -> str | None:
    """Turn "Bo Chan, a baker" to "Bo Chan [is] a baker", "a baker" to "[Bo Chan is] a baker"."""
    first = _NAME_FIRST.match(_TIMED_NAME.sub("", text))
    if first:
        of = _OF_WHICH.match(first[2])
        be = "was" if background.over else "is"
        name = f"{first[1]}," if first[1][-1].isdigit() else first[1]  # "Ann Lee, 38,"
        return f"{of[1]} [{first[1]}] {of[2]}" if of else f"{name} [{be}] {first[2]}"
    about = background.about
    described = _DESCRIBES.match(text) and not (_PART_OF.match(text) or _LISTED.match(text))
    if about and described and not _COUNTS.search(about):
        many = _are_many(about)
        alone = _OF_ONE.match(text) if many else _ONE_MORE.match(text)
        be = ("were" if many else "was") if background.over else ("are" if many else "is")
        return None if alone else f"[{about} {be}] {text}"
    after = _NAME_AFTER.match(text)
    if after and after[1].rsplit(" ", 1)[-1].lower() not in _NO_NOUNS:
        role = after[1].removesuffix(" of")
        return f"{after[2]} [is] {role[:1].lower()}{role[1:]}"
    two = _NAME_LAST.match(text)
    if two is not None and not (goes_by(two[2]) or two[1].split()[-1].islower()):
        two = None  # "The other from Lime, Harz"
    two = two or _TWO.match(text)
    return f"{two[1]} [is] {two[2]}" if two else None


def _named(text: str, background: Background) -> tuple[str | None, str | None]:
    """The text with "he" or "she" for its subject named, or which word stays open."""
    settled = background.occasion is not None
    why = loose_end(text, settled=settled)
    if why is not None and background.person is not None:
        match = re.match(r"([^\[\]“”\"]{0,60}?)\b(he|she|his)\b", text, re.IGNORECASE)
        if match and not _names_anybody(match[1]):
            name = background.person + ("’s" if match[2].lower() == "his" else "")
            text = f"{match[1]}[{name}]{text[match.end() :]}"
            why = loose_end(text, settled=settled)
    return (None, why) if why else (text, None)


def _names_anybody(text: str) -> bool:
    """Whether a person or a name stands in a text, so that "he" after it may be another."""
    words = [w for w in tokens(text) if w.is_word]
    return any(w.lower in HUMANS or (w.is_capital and w.lower not in NO_NAMES) for w in words)


def _closed(text: str) -> str:
    """The text with its last quotation closed, or its first opened."""
    lone = _LONE_END.match(text)
    if lone is not None:
        return f"{'“' if lone[1] == '”' else lone[1]}{text}"
    if text.count('"') % 2:
        text += '"'
    opened = text.count("“") - text.count("„")  # “ closes „
    return text + "”" if opened > text.count("”") else text


def _finish(text: str, occasion: str | None) -> str:
    at = 1 if text.startswith("[") else 0
    text = text[:at] + text[at : at + 1].upper() + text[at + 1 :]
    text = _closed(text)
    if occasion is not None:
        return f"{text.rstrip('.')} [{occasion}]."
    return text if text.endswith((".", "”", '"', "!")) else text + "."
