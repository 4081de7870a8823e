"""A sentence to a statement: its amounts, times and words, and what it says about their truth."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from claims.evidence.quantity.amounts import AGE, MOST, Amount, amounts_in, qualifies
from claims.evidence.quantity.periods import Period, periods_in
from claims.evidence.quantity.rates import rate_spans
from claims.evidence.quantity.reporting import reporting
from claims.evidence.quantity.synonyms import PAIRS
from claims.evidence.quantity.wording import VERBS, Word, masked, words_in
from claims.extract.quantities.mentions import quantities as quantities_in

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from claims.model.claim import Quantity


@dataclass(frozen=True, slots=True)
class Statement:
    """A sentence as compared. `plain` is its text with numbers, times and the reporting part crossed out.

    `standing` is what the sentences beside it say of its numbers.
    """

    text: str
    plain: str
    amounts: tuple[Amount, ...]
    periods: tuple[Period, ...]
    words: tuple[Word, ...]
    bounds: tuple[int, ...]
    reporter: tuple[Word, ...] = ()
    lead: str = ""
    asides: tuple[tuple[int, int], ...] = ()
    standing: frozenset[str] = frozenset()

    def is_aside(self, thing: Word | Period, amount: Amount) -> bool:
        """Whether a word or time stands in an insertion that the amount is no part of."""
        return any(s <= thing.start < e and not s <= amount.start < e for s, e in self.asides)

    def in_brackets(self, amount: Amount) -> bool:
        """Whether an amount stands in brackets: a conversion, a test statistic or an aside."""
        opened = self.plain.rfind("(", 0, amount.start)
        return opened > self.plain.rfind(")", 0, amount.start)


QUALIFIED = "qualified by "
_BREAK = re.compile(r"[,;:()\[\]–—](?!\d)| - ")
_JOINT = re.compile(
    r"\b(?:and|but|while|whereas|compared|up from|down from|against|or|as well as"
    r"|(?<!more )(?<!less )(?<!fewer )(?<!longer )than|than(?! [$€£]?#)"
    r"|including|of which|of whom)\b",
    re.IGNORECASE,
)
_DEFINITE = re.compile(r"\b(?:the|its|their)(?: now)? $", re.IGNORECASE)
_HYPHENED = re.compile(r"[\d,.]+-[a-z]")
EVENT_FRONT = re.compile(
    r"^In the (?:referendum|vote|ballot|accident|crash|attack|incident|explosion|blast|fire|raids?|operation"
    r"|survey|poll|process),? ",
)
"""A front that names what the rest of the sentence tells of anyway."""
_ASIDE = re.compile(
    r"(?<=\w), (?:which|who|whose|an?|the|one of|long|built|made|led|run"
    r"|shot|written|held|born|found|bought|sold|set|won|lost|drawn|taken|given|sunk|struck|begun"
    r"|(?!excluded|limited)[a-z]+ed) [^,;:()]{1,100}, (?!and\b|or\b|which\b|who\b)"
    r"|, (?:more|fewer|less|[a-z]+er) (?:[a-z]+ )?than (?:[a-z]+ )?(?:any|all|every|each)\b[^,;:]*$"
    r"|, (?:which|who|where) (?:was |were |had )?(?:[a-z]+ed|born|built|begun|died) (?:in|on) #+\W*$"
    r"|, (?:(?:well|far|just|slightly|much|still) )?(?:above|below|over|under)"
    r" (?:the|its|their|his|her)(?: [^\W\d_]+){1,5}\W*$"
    r"|, (?:(?:far|much|slightly|somewhat|even) )?(?:more|less|fewer|[a-z]+er) than"
    r" [^,;:#]*\b(?:planned|expected|forecast|predicted|hoped|promised|budgeted|thought|feared|projected"
    r"|intended|recommends?|recommended|advises?|advised|requires?|required|allows|allowed|permitted|needed|wanted)\W*$"
    r"|, (?:(?:nearly|almost|about|more than) )?(?:#+|double|half|(?:#+|several|many) times)"
    r" (?:the|as|what|that|its|their)\b[^,;:#]*$"
    r"|, which (?:is|was|are|were) (?:(?:quite|rather|roughly|about) )?(?:normal|usual|typical|common|rare"
    r"|unusual|not unusual|average|more|less|fewer|above|below|twice|half|the [a-z]+est|[a-z]+er than)\b"
    r"[^,;:#]*$"
    r"|(?<=[a-z#]) by (?!counting|including|adding|excluding|using|taking|asking)[a-z]+ing\b[^,;:#]*$"
    r"|\b(?:in (?:prison|jail)|imprisonment)(?: on #+)? for (?:[a-z-]+ ?){1,6}\W*$"
    r"|\bon (?:its|their|his|her) way (?:to|from|home)\b[^,;:#]*$"
    r"|(?<=#), when (?:he|she|it|they) [^,;:#]*$"
    rf"|{EVENT_FRONT.pattern}"
    r"|^After [#a-z ]*? of [a-z]+(?: [a-z-]+)?, "
    r"|^Under (?:the|this|that) [a-z]+, "
    r"|, (?:most|many|some|half|several|(?:[a-z]+ )?[a-z]+ths?) of"
    r" (?:them|whom|which|those|what|the (?:sum|amount|number))\b"
    r"(?:[^,;:()#]|\b(?:under|over|above|below|aged?|before|after|since|in) #+)*$"
    r"|(?<=[a-z#]) after an? (?:[a-z-]+ ){1,3}?(?:[a-z]+ed|broke|fell|struck|hit|sank|burst|caught|went|came"
    r"|ran)\b[^,;:#]*$"
    r"|(?<=[a-z]) with an? (?:[a-z]+ ){1,2}of (?:about |up to )?#+(?: each)?\W*$"
    r"|, among them [^,;:()#]*$"
    r"|, (?:(?:one of|among) )?(?:the|its|their|his|her) (?:[a-z]+-)?(?:[a-z]+est|most|least|worst|best)"
    r" [^,;:()]*$"
    r"|, (?:mostly|mainly|chiefly|largely) (?!because\b|due\b|thanks\b)[^,;:()#]*$"
    r"|(?P<beside>,? and (?:[a-z]+ly |last |first |later )?(?:[a-z]+ed|left|made|won|took|cost|cut|was|were"
    r"|sold|bought|lost|gave|found|built|began|sent|kept|spent|hit|brought|held|struck|broke)"
    r" (?!(?:up|off|down|away|by|to) )"
    r"(?:(?:an?|some|many|several|its|their|his|her|thousands|hundreds|dozens"
    r"|the(?! (?:sum|amount|figure|number|fine|total|toll|count|sentence|verdict|claim|result|rate|price|term"
    r"|money|payment|cash|same|penalty|punishment|order|decision|plan|deal|contract|offer|loan|purchase)s?\b))"
    r" )?"
    r"(?!(?:the|it|them|this|that|these|those|half|all|most|back|more|less|fewer|reduced|cut|lowered|raised"
    r"|increased|revised|corrected)\b)(?:[a-z-]+ ?|#+ ?){1,8}\W*$)"
    r"|(?P<ahead>(?:,? (?:and|but) (?:(?:it|they|he|she|now|soon|also|#+) )*|, (?:which|who|where) )"
    r"(?:wants?|wanted|may|might|could|plans?|planned|hopes?|hoped|intends?|aims?|will|expects? to"
    r"|promised to|must|can|should|ha[sd] to|have to|needs? to)\b[^;]*$)"
)
"""What only describes what stands before it ("Harrow Mills, a textile maker, …", "…, most of them men"), and
what is told further of who has the number: "… and wants to build more"."""
_PROTEST = re.compile(
    r"\b(?:march|protest|demonstrat|ralli)[a-z]*\b[^,;:]*(?P<why> against (?:[a-z’'-]+ ?){1,6})\W*$"
)
"""Against what people march: that says nothing of how many do."""
_HAS_TOO = re.compile(
    r"\b(?:has|have|had|with|offers?|contains?|comprises?) #+ [a-z]+s"
    r"(?P<also>,? and an? [a-z-]+(?: [a-z-]+)?)\W*$"
)
"""What something has besides what is counted: "has ## rooms and a casino"."""
_OCCASION = re.compile(
    r"\b(?:was|were) [a-z]+ing\b[^,;:]* (?P<when>when (?:it|he|she|they)\b[^,;:#]*)\W*$"
)
_REFUSED = re.compile(
    r"\bnot (?:about |some |the )?#+(?: [a-z]+){0,3},? but (?=(?:about |some |only )?#)"
    r"|,? (?:and |rather than |instead of )?(?<!or )(?<!has )(?<!have )(?<!had )"
    r"not (?:about |some |the )?#(?:(?!\bbut\b)[^,;.])*"
)
"""A number that is denied beside the one that is right."""
_PUBLISHED = re.compile(r"\b(?:published|released|presented|made public)(?: in)? $")
_PAIR_REACH = 30
LONGEST = 1500
"""Characters; what is longer is no sentence but a table or a list, and states nothing that could be sure."""


def statement(sentence: str, *, published: str | None) -> Statement:
    """The statement that a sentence makes; none where it is too long to be one.

    >>> found = statement("Officials said 212 people had died in Belis in 2014.", published=None)
    >>> [w.concept for w in found.words], [a.low for a in found.amounts]
    (['die', 'belis'], [212.0])
    """
    if len(sentence) > LONGEST:
        return Statement("", "", (), (), (), ())
    periods = periods_in(sentence, published=published)
    timeless = masked(sentence, tuple((p.start, p.end) for p in periods))
    several = quantities_in(sentence)
    amounts = tuple(
        a for a in amounts_in(sentence, timeless, several) if not _in_period(a, periods)
    )
    which = _only_saying(several, timeless, amounts)
    spans = [(p.start, p.end) for p in periods] + [(a.start, a.end) for a in amounts]
    spans += [(q.start, q.end) for q in which]
    plain = masked(sentence, tuple(spans))
    refused = _refused(plain, amounts)
    for start, end in refused:
        plain = plain[:start] + " " * (end - start) + plain[end:]
    reported = tuple(reporting(plain))
    said = masked(plain, (*reported, *rate_spans(plain)))
    left = (*reported, *refused)
    amounts = tuple(a for a in amounts if not _lies_in(a, left))
    periods = tuple(
        p for p in periods if not _lies_in(p, left if _is_telling(plain, p) else refused)
    )
    return Statement(
        text=sentence,
        plain=said,
        amounts=amounts,
        periods=periods,
        words=(*_joined(words_in(said)), *_qualifiers(which)),
        bounds=tuple(sorted(set(_bounds(said, amounts)))),
        asides=tuple(_asides(said, amounts)),
        lead=" ".join(plain[s:e] for s, e in reported),
        reporter=tuple(w for s, e in reported for w in words_in(plain[s:e])),
    )


def _only_saying(
    several: Sequence[Quantity], timeless: str, amounts: Iterable[Amount]
) -> tuple[Quantity, ...]:
    """The numbers that only say which things are counted, or per how many."""
    read = {a.start for a in amounts}
    return tuple(
        q for q in several[:MOST] if q.start not in read and qualifies(timeless, q.start, q.end)
    )


def _refused(plain: str, amounts: Iterable[Amount]) -> tuple[tuple[int, int], ...]:
    """Where a number is named only to be put right: "not 300 but 30", "30, not 300 as first reported"."""
    spans = (m.span() for m in _REFUSED.finditer(plain))
    return tuple(span for span in spans if any(_lies_in(a, [span]) for a in amounts))


def _is_telling(plain: str, period: Period) -> bool:
    """Whether a time may be that of saying so: a day, or when a study was published."""
    return is_day(period) or _PUBLISHED.search(plain[: period.start]) is not None


def is_day(period: Period) -> bool:
    """Whether a time is a single day.

    >>> [is_day(p) for p in periods_in("on 3 May 2018, on Friday, in 2018", published=None)]
    [True, True, False]
    """
    return period.first == period.last and (
        period.first[0].isdigit() or period.first.endswith("day") or period.first[-1].isdigit()
    )


def _asides(said: str, amounts: tuple[Amount, ...]) -> Iterator[tuple[int, int]]:
    """Where a sentence only describes, or looks ahead without another number."""
    at = 0
    while match := _ASIDE.search(said, at):
        span = match.start(), match.end() - 1
        held = any(_lies_in(a, [span]) for a in amounts)  # then another may begin within
        at = span[0] + 1 if held else max(match.end(), at + 1)
        plain = match["ahead"] is None and match["beside"] is None
        if plain or not held:
            yield span
    if (while_at := occasion(said)) is not None:
        yield while_at
    if " against " in said and (why := _PROTEST.search(said)):
        yield why.span("why")
    if " and a" in said and (also := _HAS_TOO.search(said)):
        yield also.span("also")


def occasion(plain: str) -> tuple[int, int] | None:
    """Where a sentence says what happened while something was going on: no other time than that.

    >>> occasion("The boat was carrying ## men when it sank")
    (29, 41)
    """
    match = _OCCASION.search(plain) if " when " in plain and "ing " in plain else None
    return match.span("when") if match else None


def _lies_in(thing: Amount | Period, spans: Iterable[tuple[int, int]]) -> bool:
    return any(s <= thing.start < e for s, e in spans)


def _qualifiers(which: Iterable[Quantity]) -> Iterator[Word]:
    """Numbers that say which things are counted ("children under five"), as words of their own."""
    for quantity in which:
        concept = f"{QUALIFIED}{quantity.comparator or ''}{quantity.value:g}"
        yield Word(concept, quantity.exact, quantity.start, quantity.end, name=False)


def _in_period(amount: Amount, periods: Iterable[Period]) -> bool:
    return any(p.start <= amount.start < p.end for p in periods)


def _bounds(plain: str, amounts: tuple[Amount, ...]) -> Iterator[int]:
    """Places where one number's words end and another's begin."""
    if not amounts:
        return
    yield from (m.start() for m in _BREAK.finditer(plain))
    for match in _JOINT.finditer(plain):
        if amounts[0].end <= match.start() and match.end() <= amounts[-1].start:
            yield match.start()


def _joined(words: tuple[Word, ...]) -> tuple[Word, ...]:
    """Two words that stand for something together: "cut 4,000 jobs" is a layoff."""
    concepts = {w.concept for w in words}
    for (first, second), together in PAIRS:
        if {first, second} <= concepts and _are_near(first, second, words):
            new = dict(zip((first, second), together, strict=True))
            words = tuple(replace(w, concept=new.get(w.concept, w.concept)) for w in words)
    return words


def _are_near(first: str, second: str, words: tuple[Word, ...]) -> bool:
    """Whether two concepts stand close enough to be one deed; "it employs 40 men and made a loss" is none."""
    if first != "los":
        return True
    ones, others = ([w.start for w in words if w.concept == c] for c in (first, second))
    return any(abs(one - other) <= _PAIR_REACH for one in ones for other in others)


def segment(found: Statement, amount: Amount) -> tuple[int, int]:
    """The stretch of the sentence that speaks of one amount."""
    at = bisect_right(found.bounds, amount.start)
    start = found.bounds[at - 1] if at else 0
    at = bisect_left(found.bounds, amount.end)
    end = found.bounds[at] if at < len(found.bounds) else len(found.text)
    return start, end


def _name_before(found: Statement, amount: Amount) -> tuple[Word, ...]:
    """The name right before an age in commas: "Ana Kovic, 41, …"."""
    run: list[Word] = []
    at = amount.start
    for word in reversed([w for w in found.words if w.name and w.end <= amount.start]):
        if found.plain[word.end : at].strip(" ,(") or at - word.end > 3:  # noqa: PLR2004 - ", ("
            break
        run, at = [word, *run], word.start
    return tuple(run)


def _owner(found: Statement, amount: Amount) -> tuple[Word, ...]:
    """What has the measure in "the 34-year-old suspect", "the 324-metre tower": words up to the verb."""
    hyphened = _HYPHENED.match(found.text, amount.start)
    if hyphened is None or not _DEFINITE.search(found.plain[: amount.start]):
        return ()
    run: list[Word] = []
    at = amount.end
    for word in sorted(found.words, key=lambda w: w.start):
        if word.start < at:
            continue
        if word.start != at + 1 or word.concept in VERBS or word.text.endswith(("ed", "ing")):
            break
        run, at = [*run, word], word.end
    return () if found.plain[at:].startswith(" of ") else tuple(run)


def is_owned(found: Statement, amount: Amount) -> bool:
    """Whether a measure stands before what has it: "the 324-metre tower".

    >>> said = statement("The 57-kilometre tunnel opened in June.", published=None)
    >>> is_owned(said, said.amounts[0])
    True
    """
    return bool(_owner(found, amount))


def is_apposed(found: Statement, amount: Amount) -> bool:
    """Whether an age stands behind a name in commas, apart from what the sentence tells.

    >>> said = statement("Ana Kovic, 41, has led the firm since 2016.", published=None)
    >>> is_apposed(said, said.amounts[0])
    True
    """
    return amount.noun == AGE and found.plain[amount.end : amount.end + 1] in {",", ")"}


def words_of(found: Statement, amount: Amount) -> tuple[tuple[Word, ...], tuple[Word, ...]]:
    """The words that speak of one amount, and those that speak of no amount at all (the setting)."""
    if is_apposed(found, amount):
        return _name_before(found, amount), ()
    if owner := _owner(found, amount):
        return owner, ()
    own = segment(found, amount)
    others = [segment(found, a) for a in found.amounts if a is not amount]
    others = [_unshared(found, o) for o in others if o != own]
    mine = tuple(w for w in found.words if own[0] <= w.start < own[1])
    apart = found.plain.find(";", amount.end)
    last = apart if apart > found.amounts[-1].start else len(found.plain)  # a sentence of its own
    setting = tuple(
        w
        for w in found.words
        if w.start < last
        and not own[0] <= w.start < own[1]
        and not any(s <= w.start < e for s, e in others)
    )
    return mine, (*setting, *_subject(found, own, mine))


def _unshared(found: Statement, span: tuple[int, int]) -> tuple[int, int]:
    """A stretch without the place at its end that the number before shares: "two men and a boy in Osk"."""
    match = _PAIRED.match(found.plain, *span)
    return (span[0], match.start("where")) if match else span


_PAIRED = re.compile(
    r"and #+ [a-z]+ (?P<where>(?:from|in|at|near|on(?: board)?|aboard) the [a-z]+)\W*$"
)
_LISTED = re.compile(r"and #+ [a-z]+(?: [a-z]+)?\W*$")
"""A second number that is told with the first, of the same deed: "carried ## men and ## horses"."""
_OWN_SUBJECT = re.compile(
    r"\W*(?:and |but |while |whereas )?[A-Z][\w’'-]+ (?:has|have|had|is|was|are|were|[a-z]+ed)\b"
)
_ARTICLES = ("The ", "the ", "A ", "a ", "An ", "an ", "Its ", "its ")


def _subject(found: Statement, own: tuple[int, int], mine: tuple[Word, ...]) -> tuple[Word, ...]:
    """What a later number shares with the first: "The school" of "has 640 pupils and 41 teachers"."""
    first = segment(found, found.amounts[0])
    if own <= first or _OWN_SUBJECT.match(found.plain, own[0]):
        return ()
    named = any(w.name for w in mine)
    listed = _LISTED.match(found.plain, own[0]) is not None
    return tuple(
        w
        for w in found.words
        if first[0] <= w.start < found.amounts[0].start
        and (listed or w.concept not in VERBS or found.plain.endswith(_ARTICLES, 0, w.start))
        and (listed or not w.text.endswith(("ed", "ing")))
        and not (w.name and named)
    )
