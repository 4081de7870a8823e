"""A sentence or clause to the reason why it makes no claim, one that a fact-checking desk would accept.

`skip_sentence` and `skip_clause` refuse what certainly makes none; `why_skipped` finds the best reason for
a sentence in which no claim was found.
"""

from __future__ import annotations

import re
from itertools import islice
from typing import TYPE_CHECKING

from claims.extract.grammar.tokens import tokens
from claims.extract.grammar.verbs import finite_from, first_finite
from claims.extract.skipping import skip_signs as signs
from claims.extract.skipping.headings import is_heading
from claims.extract.skipping.language import foreign_language
from claims.extract.skipping.language_words import ENGLISH
from claims.model.document import SkipReason
from claims.text.boilerplate import is_boilerplate
from claims.text.shouting import calm
from claims.text.tags import post_words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from claims.extract.grammar.tokens import Token
    from claims.extract.kinds import Setting

Why = tuple[SkipReason, str]

_LONG_FOREIGN = 7  # words; a shorter run may lack small words in English too
_FEWEST_WORDS = 3
_LONG_SPEECH = 50  # characters; longer first-person speech tells something
_SHORT_SPEECH = 24
_SHORT_FORECAST = 60
_LONGEST_SHOWN = 24

_PIECES = (
    (signs.REFERENCE, "authors and year of a work in a list"),
    (signs.CELLS, "a row of a table or of links"),
)

IDLE = -2.0
"""Log-odds of being worth checking; below them a clause without number or date is passed over."""

IDLE_SCRAP = -1.0
"""The same without a verb. Lower ones find more in news and more that is idle in essays."""


def skip_sentence(sentence: str, *, paragraph: bool, loose: bool | None = None) -> Why | None:
    """Why a whole sentence makes no claim; `paragraph` says that it stands alone as one.

    `loose` is what `headings.loose_lines` says of its line, null where that is not among them.

    >>> skip_sentence("Was that friendship?", paragraph=False)[0].value
    'question'
    >>> skip_sentence("Le maire a quitté la ville.", paragraph=False)
    (<SkipReason.OTHER_LANGUAGE: 'other_language'>, 'in French')
    """
    text = signs.PAGE_TAG.sub(" ", sentence).strip() if "<" in sentence else sentence.strip()
    if is_boilerplate(text):
        return SkipReason.BOILERPLATE, "words of the web page, not of the article"
    language = foreign_language(text)
    if language is not None:
        return SkipReason.OTHER_LANGUAGE, f"in {language}"
    if text.rstrip(signs.AFTER_MARKS).endswith(signs.QUESTION_MARKS) and not _tells(text):
        return SkipReason.QUESTION, "it asks and does not state"
    if signs.DATELINE.match(text) or signs.BYLINE.match(text):
        return SkipReason.DATELINE, "only a date, a place or a byline"
    own = post_words(text).of(text)
    words = tokens(calm(own))
    return _not_a_sentence(text, own, words, lines=(paragraph, loose))


def _tells(text: str) -> bool:
    """Whether a question is only what somebody answered with: a clause of its own leads to it."""
    marks = list(signs.OPENING_QUOTE.finditer(text))
    if not marks or text.rstrip().endswith(signs.QUESTION_MARKS):
        return False
    lead = text[: marks[-1].start()]
    return _finite(tokens(lead)) and not lead.endswith((",", ":")) and not signs.ASKED.search(lead)


def skip_caption(sentence: str, rest: str) -> Why | None:
    """Why a sentence is a caption: it has no verb, and `rest` of its line credits a picture.

    >>> skip_caption("The bridge in July.", " Photo: Ann Lee.")[0].value, skip_caption("It fell.", "")
    ('heading', None)
    """
    line = f"{sentence}{rest}"
    credited = signs.PICTURE.search(line) if ":" in line else None
    if credited is None or _finite(tokens(sentence[: credited.start()])):
        return None
    return SkipReason.HEADING, "the caption of a picture, with its credit"


def _not_a_sentence(
    text: str, own: str, words: Sequence[Token], *, lines: tuple[bool, bool | None]
) -> Why | None:
    """Tags, page numbers, headings, credit lines and the like."""
    paragraph, loose = lines
    if not any(w.is_word for w in words):
        return SkipReason.FRAGMENT, "no words of its own: only names, tags, links or signs"
    if signs.PAGE_NUMBER.fullmatch(own):
        return SkipReason.BOILERPLATE, "a page or list number"
    for sign, what in _PIECES:
        if sign.match(text):
            return SkipReason.FRAGMENT, what
    if paragraph and is_heading(text, words, loose=loose):
        return _no_statement(text, words)
    item = signs.MEASURED_ITEM.search(text)
    if paragraph and item is None and signs.CREDIT.match(text) and not _finite(words):
        return SkipReason.HEADING, "the credit line of a quotation"
    return _too_little(text, words)


def _no_statement(text: str, words: Sequence[Token]) -> Why:
    """What a line without a full stop is when it states nothing."""
    if signs.ASKING.match(text):
        return SkipReason.QUESTION, "it asks and does not state"
    if signs.WISH.search(text):
        return SkipReason.WISH, "a wish, thanks or an appeal"
    if not _finite(words):
        for sign, what in (
            (signs.ROW, "a row of a table or of links"),
            (signs.FOOTNOTE, "a note at the foot of the text"),
        ):
            if sign.match(text):
                return SkipReason.FRAGMENT, what
        if text[0].islower():
            return SkipReason.FRAGMENT, "a few words that state nothing"
    return SkipReason.HEADING, "a line of its own without a full stop: a heading or caption"


def _too_little(text: str, words: Sequence[Token]) -> Why | None:
    count = sum(1 for _ in islice((w for w in words if w.is_word), _LONG_FOREIGN))
    if count < _FEWEST_WORDS:
        return _thanks(text) or (SkipReason.FRAGMENT, f"fewer than {_FEWEST_WORDS} words")
    english = any(w.lower in ENGLISH for w in words) or _finite(words)
    if count >= _LONG_FOREIGN and not english:
        return SkipReason.FRAGMENT, "a list of names, or not in English: it has no small words"
    return None


def _finite(words: Sequence[Token]) -> bool:
    return finite_from(words, 0, len(words)) is not None


def skip_clause(clause: str, setting: Setting) -> Why | None:
    """Why a clause makes no claim, or None when it makes one.

    >>> from claims.extract.kinds import Setting
    >>> skip_clause("it is likely that this could spread", Setting())[0].value
    'forecast'
    """
    if setting.has_cue:
        only = signs.ONLY_SAYS.fullmatch(clause)
        alone = only is not None and first_finite(signs.PUBLISHED.sub(" ", only[1])) is None
        return (SkipReason.FRAGMENT, "only who says what stands beside it") if alone else None
    if signs.BIDS.match(clause) and first_finite(clause) is None:
        return SkipReason.WISH, "an appeal to the hearer or reader"
    firm = bool(setting.numbers or setting.dated)
    if not firm and len(tokens(clause)) < _FEWEST_WORDS and first_finite(clause) is None:
        return SkipReason.FRAGMENT, "no verb, number or date in it"
    if not firm and signs.WISH.search(clause):
        return SkipReason.WISH, "a wish, thanks or an appeal"
    if setting.quoted and not firm:
        return _skip_quoted(clause)
    return None if setting.attributed else _skip_own_voice(clause, firm=firm)


def _skip_quoted(clause: str) -> Why | None:
    """Speech that carries nothing to check: feelings, judgements and promises in the first person."""
    if signs.OPINION.search(clause):
        return SkipReason.OPINION, "a judgement inside a quotation"
    own = signs.FIRST_PERSON.search(clause) is not None
    if signs.FORECAST.search(clause) and (own or len(clause) < _SHORT_FORECAST):
        return SkipReason.FORECAST, "a promise or forecast inside a quotation"
    if signs.NAME_INSIDE.search(clause):
        return None
    if own and len(clause) < _LONG_SPEECH:
        return SkipReason.OPINION, "first-person speech that names nobody and no number"
    if len(clause) < _SHORT_SPEECH:
        return SkipReason.VAGUE, "short speech that names nobody and no number"
    return None


def _skip_own_voice(clause: str, *, firm: bool) -> Why | None:
    """Judgement and forecast; a number or a date (`firm`) makes all but the plainest checkable."""
    judged = signs.PLAIN_OPINION.search(clause) or (
        not firm and signs.OPINION.search(clause) and not re.search(r"\w\s[A-Z]\w+\s[A-Z]", clause)
    )
    hedged = not firm and any(map(clause.lower().__contains__, signs.HEDGES))
    if hedged and signs.ARTICLE_FORECAST.search(clause):
        return SkipReason.FORECAST, "what could or would happen, in the article's own voice"
    if judged:
        return SkipReason.OPINION, "a judgement in the article's own voice"
    if not firm and signs.POINTER.match(clause):
        return SkipReason.VAGUE, "it points to what stands before and says nothing to check"
    return None


def skip_idle(clause: str, worthy: float | None, setting: Setting) -> Why | None:
    """Why a clause without number or date is not worth a desk's time, or None.

    `worthy` are the encoder's log-odds that it is worth checking, null where it was not asked. Words
    without a verb need more of it: on essays they are scraps, on news appositions that say something.

    >>> from claims.extract.kinds import Setting
    >>> skip_idle("the wind of change", -1.4, Setting())[0].value
    'vague'
    """
    if worthy is None or setting.numbers or setting.dated or setting.has_cue:
        return None
    if worthy < IDLE:
        return SkipReason.VAGUE, "nothing in it that a desk would look up"
    if worthy < IDLE_SCRAP and first_finite(clause) is None:
        return SkipReason.VAGUE, "a scrap without a verb, number or date that says too little"
    return None


def why_skipped(
    sentence: str, *, paragraph: bool, quoted: bool, attributed: bool, loose: bool | None = None
) -> Why:
    r"""The best reason for a sentence from which no claim was taken; there always is one.

    `quoted` says that most of it is speech in quotation marks, `attributed` that somebody is said to
    say it; both only change the wording. `paragraph` and `loose` are as for `skip_sentence`.

    >>> why_skipped("We must act now.", paragraph=False, quoted=True, attributed=True)
    (<SkipReason.OPINION: 'opinion'>, 'what ought to be, in a speaker\'s view ("must")')
    """
    sure = skip_sentence(sentence, paragraph=paragraph, loose=loose)
    if sure is not None:
        return sure
    text = calm(sentence.strip())
    own = post_words(text).of(text)
    voice = "in a speaker's view" if quoted or attributed else "in the writer's view"
    return (
        _thanks(own)
        or _by_signs(own, voice)
        or _incomplete(own)
        or _empty(own, speech=quoted or attributed)
    )


def _thanks(text: str) -> Why | None:
    if signs.TALK.match(text) and not signs.GREETING.search(text):
        return SkipReason.VAGUE, "talk about the talk itself"
    if signs.WISH.search(text) or signs.GREETING.search(text):
        return SkipReason.WISH, "a wish, thanks, a greeting or an appeal"
    if signs.APPEAL.match(text):
        return SkipReason.WISH, "an appeal to the hearer or reader"
    return None


def _by_signs(text: str, voice: str) -> Why | None:
    """The reason that single words tell, the surest first."""
    ahead = signs.FUTURE.search(text)
    main = ahead is not None and not _finite(tokens(text[: ahead.start()]))
    for reason, detail, match in (
        (SkipReason.FORECAST, "what would be under a condition", signs.CONDITION.match(text)),
        (SkipReason.QUESTION, "it asks and does not state", signs.ASKING.match(text)),
        (SkipReason.WISH, "what somebody wants or asks for", signs.WANTING.search(text)),
        (SkipReason.OPINION, f"what ought to be, {voice}", signs.ADVICE.search(text)),
        (SkipReason.FORECAST, "what will, would or could happen", ahead if main else None),
        (SkipReason.OPINION, "a feeling", signs.FEELING.search(text)),
        (SkipReason.OPINION, "a belief", signs.BELIEF.search(text)),
        (SkipReason.OPINION, f"a judgement, {voice}", signs.JUDGEMENT.search(text)),
        (SkipReason.FORECAST, "what will, would or could happen", ahead),
    ):
        if match is not None:
            word = match[0].strip("\"“”‘’' .,…-–—[]()")
            return reason, f'{detail} ("{word}")' if len(word) <= _LONGEST_SHOWN else detail
    if re.search(r"![\"”’')\]]*\s*$", text):
        return SkipReason.OPINION, "an exclamation"
    return None


def _incomplete(text: str) -> Why | None:
    words = tokens(text)
    if signs.ROW.match(text):
        return SkipReason.FRAGMENT, "a row of a table or of links"
    if not _finite(words) and not signs.SUBJECT_AND_VERB.search(text):
        return SkipReason.FRAGMENT, "no full statement: a name, a label or half a sentence"
    if signs.HALF.match(text) and "," not in text:
        return SkipReason.FRAGMENT, "half a sentence"
    return None


def _empty(text: str, *, speech: bool) -> Why:
    """What is left: it names nothing firm, or what it names gives no point to check."""
    if signs.NAME_INSIDE.search(text) or re.search(r"\d", text):
        return SkipReason.LOW_WORTH, "background too slight for a desk to check"
    if signs.FIRST_PERSON.search(text):
        return SkipReason.VAGUE, "first-person talk that names nothing to check it against"
    if signs.POINTING.match(text):
        return SkipReason.VAGUE, "it points to something that it does not name"
    what = "speech that names" if speech else "it names"
    return SkipReason.VAGUE, f"{what} nobody, no number and no date"
