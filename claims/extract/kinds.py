"""Which kind of claim a clause makes, or why it makes none, in a fact-checking desk's words."""

from __future__ import annotations

import re
from dataclasses import dataclass

from claims.extract.tokens import tokens
from claims.extract.verbs import BE, finite_from, is_adverb
from claims.model.claim import ClaimKind
from claims.model.document import SkipReason


def _words(pattern: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{pattern})\b", re.IGNORECASE)


_RANKING = re.compile(
    r"\bthe\s(?:(?:second|third|fourth|fifth|world[’']s|country[’']s|nation[’']s)[\s-])?(?:most|least"
    r"|largest|biggest|smallest|highest|lowest|oldest|youngest|longest|shortest|deadliest|worst|best"
    r"|strongest|fastest|richest|poorest|tallest|busiest|heaviest|greatest)\b"
    r"|\b(?:largest|highest|lowest|deadliest|strongest|biggest)\s(?:\w+\s){0,3}(?:ever|in|of|since|on)\b"
    r"|\bthe\sfirst\s(?:\w+\s){0,4}(?:to|ever|in|since|of its kind|time)\b"
    r"|\brank(?:s|ed|ing)\b|\brecord\s(?:high|low)\b|\bfirst[- ]ever\b|\bmore\s\w+\sthan\sany\b",
    re.IGNORECASE,
)
_RULE = _words(
    r"(?:must|required? to|requires|allowed to|permitted to|prohibit\w*|prohibits|bans|banned from"
    r"|forbidden|forbids|by law|illegal|legally|the law|laws|constitution\w*|statute|regulations?"
    r"|eligible|mandatory|compulsory|entitled to|restricted to|limits? \w+ to|may not|cannot|can only"
    r"|stipulates?|guidelines?|the rules?)"
)
_CAUSE = _words(
    r"because|because of|due to|caused by|cause of|as a result|resulted? in|resulting in|led to"
    r"|leading to|owing to|thanks to|attributed to|blamed on|in response to|prompted by|triggered by"
    r"|causing|caused"
)
_CAUSE_LEAD = re.compile(
    r"(?:because|due to|as a result|resulting|causing|leading to|owing|thanks to|in response to)\b",
    re.IGNORECASE,
)
_STATUS_LEAD = re.compile(
    r"(?:who|which|whose|where|that)\s(?:is|are|was|were|has|have|had|lives|works|\w+s)\b",
    re.IGNORECASE,
)
_STATES = frozenset(
    """located based known called named considered owned expected survived required composed involved
    interested divided related opposed able limited open aged situated concerned often seven ten""".split()
)
PARTICIPLES = frozenset(
    """shot held found sent built made brought left set born sworn hit cut put met paid sold struck
    thrown won done gone torn worn shut taught caught told read led lost fought bought""".split()
)
"""Irregular participles that tell of an act after "was" or "been"."""
_PRESENT = _words(
    r"is|are|has|have|includes?|contains?|consists?|lies|lives?|works?|holds|hosts|owns|remains?"
    r"|belongs|covers|specializes|uses|operates|serves|borders|allows|means|supports?|runs|carries"
    r"|provides|produces|stands|depends|appears?|seems?|tends?|can|enjoys?|enjoyed|had been"
    r"|opposed|served|worked|lived|hosted"
)
_QUESTION = re.compile(r"\?[\"”’')\]]*\s*$")
_DATELINE = re.compile(
    r"^\W*(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,?\s)?(?:"
    r"(?:\d{1,2}\s)?(?:January|February|March|April|May|June|July|August|September|October|November"
    r"|December)\s(?:\d{1,2},?\s)?\d{4})\W*$"
    r"|^(?:By|BY)\s[A-Z][\w.’'-]*(?:\s[A-Z][\w.’'-]*){0,3}(?:\s?[·|—–-].*)?\W*$"
    r"|^(?:Published|Updated|Posted|Last updated)\b[^.]{0,60}\d{4}[^.]{0,30}$"
    r"|^[A-Z]{3,}(?:,\s\w+\.?\s\d{1,2})?\s?(?:\([\w\s]+\))?\s?[—–-]\s*$"
)
_WISH = re.compile(
    r"^\W*(?:(?:but|and|so)\s)?(?:may god|let[’']?s|let us|let me|please|rest (?:in|easy)|thank(?:s| you)"
    r"|congratulations|happy birthday|good luck|imagine|never forget|god bless)\b"
    r"|\b(?:i|we)\s(?:\w+\s){0,2}(?:hope|wish|pray|want to thank|appreciate|thank)\b"
    r"|\b(?:thoughts and prayers|heartfelt|deepest sympath|condolences (?:to|go))",
    re.IGNORECASE,
)
_FIRST_PERSON = re.compile(
    r"\b(?:I|I[’'](?:m|d|ve|ll)|my|me|our|us|we|we[’'](?:re|ve|ll|d)|you|your)\b", re.IGNORECASE
)
_OPINION = _words(
    r"inevitable|absurd|disastrous|sad(?:ly)?|fascinating|wonderful|terrible|amazing|tremendous|crazy"
    r"|shameful|unacceptable|disgrace|brilliant|beautiful|incredible|awesome|horrible|frustrating"
    r"|beloved|inimitable|indelible|humiliating|foolish|wisdom|deserves?|should|ought|sort of|kind of"
    r"|of course|unfortunately|fortunately|arguably|irresponsible|patience|heart breaks|beyond grateful"
    r"|cool|fun|legend|hard to|too many|cheap|never quite"
)
_FORECAST = _words(
    r"will|would|could|might|likely|unlikely|probably|perhaps|[’']ll|going to|may|inevitabl[ey]|risks? of"
)
_ARTICLE_FORECAST = re.compile(
    r"\bit is (?:un)?likely\b|\bwould (?:also|then|surely|likely|well)\s(?!be\b|have\b)[a-z]+"
    r"|^(?!if|because|which|that|who)[^,]{3,60}\b(?:could|might)\s"
    r"(?:also\s|well\s|then\s|soon\s)?(?!be\b|have\b|not\b)[a-z]+"
    r"|\bwill (?:probably|likely|inevitably|surely)\b|\bappear for the moment\b"
    r"|\bmay (?:look|well|yet|soon|still)\b"
    r"|\bif (?:it|they|he|she) \w+ at all\b",
    re.IGNORECASE,
)
_PLAIN_OPINION = re.compile(
    r"\bit is (?:inevitable|hard|easy|tempting|clear|no wonder|time|better|best|wiser|worse)\b"
    r"|\b(?:a sort|a kind) of\b|\bzero-sum\b"
    r"|\b(?:ought to|deserves?) |\bas \w+ as it (?:is|was) \w+|\bof course\b|\bis a defeat\b",
    re.IGNORECASE,
)
_FUNCTION = frozenset(
    """the a an of to in on at for with and is are was were has had have that it he she they by from
    as be his her their not but this who which said after been will were or its i we you no my""".split()
)
_POINTER = re.compile(r"(?:it|this|that) (?:is|was|were|has been)(?: \w+){1,2}$", re.IGNORECASE)
_FULL_STOP = re.compile(r"[.!…:][\"”’')\]*]*$")
_NAME_INSIDE = re.compile(r"\w\s[A-Z]\w+")
_LONG_FOREIGN = 7  # words; a shorter run may lack small words in English too
_LONGEST_HEADING = 200
_FEWEST_WORDS = 3
_LONG_SPEECH = 50  # characters; longer first-person speech tells something
_SHORT_SPEECH = 24
_SHORT_FORECAST = 60


@dataclass(frozen=True, slots=True)
class Setting:
    """What is known of a clause beside its words."""

    attributed: bool = False  # somebody is said to say it
    sourced: bool = False  # a source is credited for a fact, not for an utterance
    quoted: bool = False  # it lies inside quotation marks
    has_cue: bool = False  # the cue stands in the clause itself
    numbers: int = 0  # quantities in it
    strong_numbers: int = 0  # those that are no age or length of time
    dated: bool = False


def skip_sentence(sentence: str, *, paragraph: bool) -> tuple[SkipReason, str] | None:
    """Why a whole sentence makes no claim; `paragraph` says that it stands alone as one.

    >>> skip_sentence("Was that friendship?", paragraph=False)[0].value
    'question'
    """
    text = sentence.strip()
    if _QUESTION.search(text):
        return SkipReason.QUESTION, "it asks and does not state"
    if _DATELINE.search(text):
        return SkipReason.DATELINE, "only a date, a place or a byline"
    if paragraph and not _FULL_STOP.search(text) and len(text) < _LONGEST_HEADING:
        return SkipReason.HEADING, "a line of its own without a full stop"
    if paragraph and re.match(r"[—–-]\s?[A-Z]", text):
        return SkipReason.HEADING, "the credit line of a quotation"
    words = [w.lower for w in tokens(text) if w.is_word]
    if len(words) < _FEWEST_WORDS:
        return SkipReason.FRAGMENT, f"fewer than {_FEWEST_WORDS} words"
    return _foreign(text, words)


def skip_clause(clause: str, setting: Setting) -> tuple[SkipReason, str] | None:
    """Why a clause makes no claim, or None when it makes one.

    >>> skip_clause("it is likely that this could spread", Setting())[0].value
    'forecast'
    """
    words = tokens(clause)
    verb = finite_from(words, 0, len(words))
    firm = bool(setting.numbers or setting.dated)
    if setting.has_cue:
        return None
    if verb is None and not firm and len(words) < _FEWEST_WORDS:
        return SkipReason.FRAGMENT, "no verb, number or date in it"
    if not firm and _WISH.search(clause):
        return SkipReason.WISH, "a wish, thanks or an appeal"
    if setting.quoted and not firm:
        return _skip_quoted(clause)
    return None if setting.attributed else _skip_own_voice(clause, firm=firm)


def _skip_quoted(clause: str) -> tuple[SkipReason, str] | None:
    """Speech that carries nothing to check: feelings, judgements and promises in the first person."""
    if _OPINION.search(clause):
        return SkipReason.OPINION, "a judgement inside a quotation"
    own = _FIRST_PERSON.search(clause) is not None
    if _FORECAST.search(clause) and (own or len(clause) < _SHORT_FORECAST):
        return SkipReason.FORECAST, "a promise or forecast inside a quotation"
    if _NAME_INSIDE.search(clause):
        return None
    if own and len(clause) < _LONG_SPEECH:
        return SkipReason.OPINION, "first-person speech that names nobody and no number"
    if len(clause) < _SHORT_SPEECH:
        return SkipReason.VAGUE, "short speech that names nobody and no number"
    return None


def _skip_own_voice(clause: str, *, firm: bool) -> tuple[SkipReason, str] | None:
    """Judgement and forecast; a number or a date (`firm`) makes all but the plainest checkable."""
    judged = _PLAIN_OPINION.search(clause) or (
        not firm and _OPINION.search(clause) and not re.search(r"\w\s[A-Z]\w+\s[A-Z]", clause)
    )
    if not firm and _ARTICLE_FORECAST.search(clause):
        return SkipReason.FORECAST, "what could or would happen, in the article's own voice"
    if judged:
        return SkipReason.OPINION, "a judgement in the article's own voice"
    if not firm and _POINTER.match(clause):
        return SkipReason.VAGUE, "it points to what stands before and says nothing to check"
    return None


def _foreign(text: str, words: list[str]) -> tuple[SkipReason, str] | None:
    all_words = tokens(text)
    english = any(w in _FUNCTION for w in words) or finite_from(all_words, 0, len(all_words))
    if len(words) >= _LONG_FOREIGN and not english:
        return SkipReason.FRAGMENT, "not in English as far as its small words tell"
    return None


def kind_of(clause: str, setting: Setting) -> ClaimKind:
    """The kind of claim a clause makes.

    >>> kind_of("more than 15,000 Soviet soldiers died", Setting(numbers=1, strong_numbers=1)).value
    'quantity'
    """
    if _CAUSE_LEAD.match(clause):
        return ClaimKind.CAUSE
    if setting.attributed and not setting.sourced:
        return ClaimKind.STATEMENT
    if _RANKING.search(clause):
        return ClaimKind.RANKING
    if setting.strong_numbers:
        return ClaimKind.QUANTITY
    undated = not setting.dated
    if undated and (_RULE.search(clause) or _CAUSE.search(clause)):
        return ClaimKind.RULE if _RULE.search(clause) else ClaimKind.CAUSE
    return ClaimKind.STATUS if _stands(clause, dated=setting.dated) else ClaimKind.EVENT


def _stands(clause: str, *, dated: bool) -> bool:
    """Whether the clause tells a standing state of affairs and not something that happened."""
    words = tokens(clause)
    verb = finite_from(words, 0, len(words))
    if verb is None:
        return not dated and not re.match(r"\w+(?:ing|ed)\b", clause)
    if words[verb].lower in {"have", "has", "had"} and any(
        w.lower == "been" for w in words[verb + 1 : verb + 4]
    ):
        verb = next(i for i in range(verb + 1, verb + 4) if words[i].lower == "been")
    word = words[verb].lower
    follows = next(
        (w.lower for w in words[verb + 1 :] if not is_adverb(w.lower) and w.lower != "not"), ""
    )
    if word in BE or word == "been":
        return not _happens(follows) or word in {"is", "are"}
    return bool(_PRESENT.fullmatch(word)) and word not in {"has", "have"}


def _happens(word: str) -> bool:
    """Whether a word after "was" is a participle that tells of an act and not of a state."""
    ends = word.endswith(("ed", "en", "ing")) and word not in _STATES
    return ends or word in PARTICIPLES
