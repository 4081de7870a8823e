"""Which words are finite verbs. No tagger: closed lists, endings and the words on either side."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from claims.extract.grammar.reporting_verbs import REPORTING
from claims.extract.grammar.tokens import tokens

if TYPE_CHECKING:
    from collections.abc import Sequence

    from claims.extract.grammar.tokens import Token

MODALS = frozenset("will would can could may might must shall should cannot".split())
BE = frozenset("is are was were am".split())
AUXILIARIES = MODALS | BE | frozenset("has have had does do did".split())

PAST = frozenset(
    """arose ate became began bent bet bit bled blew bore bought bound bred broke brought built
    burnt came caught chose clung crept dealt drank drew drove dug fed fell felt fled flew forbade
    forgot fought found froze gave got grew heard held hid kept knew laid led left lent lost made
    meant met paid quit ran rang rode rose sang sank sat saw sent shook shone shot shrank slept slid
    sold sought spent spoke sprang stole stood strove struck stuck swam swept swore swung
    taught thought threw told took tore underwent understood went woke wept won wore wound wove wrote
    set hit put cut beat let shut withdrew overthrew overtook undertook foresaw withheld upheld
    awoke dived dreamt hung knelt leapt lit sped spun spat stung overcame oversaw rebuilt rewrote
    mistook retook resold outran""".split()
)

PRESENT = frozenset(
    """accounts affects aims allows appears applies argues attracts bans becomes begins believes
    belongs borders brings carries causes claims comes comprises confirms connects consists contains
    chairs commands continues controls costs covers depends describes differs employs ends enjoys
    exceeds exists expects extends faces falls features follows gives goes governs grants grows happens
    helps holds hosts houses includes indicates intends involves keeps knows lacks leads leaves lies
    lives looks
    loses maintains makes means meets needs negotiates occurs offers operates opposes owns permits
    plans plays prevents produces prohibits promises protects provides raises ranges reaches receives
    reflects refers refuses rejects relates remains represents requires runs seeks seems sees sells
    serves shows speaks specializes specialises spends spreads stands stems stipulates supports takes
    targets tends thinks transmits treats uses vows wants warns works
    include remain say believe tend suggest agree consist contain want need know think live require
    allow shares stays votes stay
    accepts achieves acquires adapts adopts appoints approves arrives assesses assists assumes attends
    avoids awaits binds builds buys catches ceases celebrates chooses collects combines commits competes
    completes complies composes conducts confronts constitutes consumes contributes converts convinces
    cooperates corresponds creates decides defends defines delivers deploys deprives derives deserves
    destroys detains deters develops devotes dictates dies disappears displaces dissolves distributes
    divides dominates earns educates eliminates embraces emerges emits enables encourages endures
    enforces engages enhances ensures enters erodes evolves examines excludes expands expires exposes
    fails flies flourishes forbids forgets gathers generates gets hears hides identifies ignores implies
    imposes imprisons improves incorporates inherits inspects installs interferes introduces invades
    invests invites jails joins justifies lasts lends lets listens manages manufactures melts merges
    neglects obliges observes obtains occupies opens organises organizes originates outnumbers outweighs
    oversees overlooks owes participates performs persists persuades possesses precedes prefers prepares
    preserves presides prevails promotes punishes pursues qualifies realises realizes rebuilds
    recognises recognizes recovers reduces refines regulates relies removes renders repays replaces
    resembles resides resigns resists resolves restores restricts retains retires revives satisfies
    secures selects separates settles shrinks sits smuggles solves steals stimulates submits succeeds
    suffers supervises supplies surrounds survives suspends sustains teaches terminates thrives
    tolerates transforms translates undergoes undermines understands unites vanishes varies violates
    weakens weighs welcomes widens withdraws worsens""".split()
)

_NOT_PAST = frozenset(
    """united hundred red need speed seed indeed based armed alleged so-called supposed wounded
    injured limited unprecedented sacred naked wicked bed shed breed bleed exceed proceed succeed feed
    weed steed creed greed infrared related unnamed aged detailed advanced accused deceased""".split()
)
_BEFORE_ADJECTIVE = frozenset(
    """a an the this that these those his her its their our my your some any no of in on at by for
    with from to as and-or more most less very be been being is are was were am has have had having
    get got gets getting not newly recently previously is's""".split()
)
NOUNS_TOO = frozenset(
    """states reports report claims notes comments estimates estimate demands fears plans needs uses
    works costs runs plays looks ranges faces falls features offers hosts houses targets treats
    spreads stems lies lives aims controls bans borders causes covers leads leaves limits means
    moves orders promises shares shows stands supports takes votes need issues posts names
    cries sums signals highlights points rules projects releases counts stresses charges
    protests objects doubts questions counters regrets labels attacks credits voices quotes
    answers emails reason lists disputes updates address addresses state fear doubt
    answer forecast""".split()
)
"""Verb forms that are as often nouns: verbs only after a name, a pronoun or "which"."""

_TELLING = frozenset("claims reports states notes estimates disputes counters forecast".split())
_TOLD = frozenset("that it he she they there the a an its his her".split())
_UNTOLD = frozenset("united member six several many and or media news".split())
_TELLERS = frozenset(
    """government ministry police agency company party office report study motion lawsuit complaint
    petition indictment newspaper paper website article statement ,""".split()
)
_NAMING = frozenset(["called", "named"])
_ONE = frozenset(["a", "an", "one", "another"])
_BEHIND_NAME = frozenset([",", "who", "which", "whose"])
_FAR = 8  # words
_LED = 2  # words of the shortest phrase that is no name
_SUBJECTS = frozenset("he she it they we i who which that also now still".split())
_PLURAL = frozenset("estimate report state fear doubt answer".split())
_TOLD_OF_MANY = frozenset("that it he she they there".split())
_MARKS = frozenset(".,;:")
_CURRENCIES = frozenset("$€£¥₹")
_PRICED = frozenset(
    """about around nearly almost roughly some over under between just only hundreds thousands millions
    billions tens two three four five six seven eight nine ten him her them it us me you""".split()
)
_CONTRACTED = frozenset(
    "it's he's she's that's there's who's what's i'm i'd he'd she'd they'd we'd you'd".split()
)
_COST = "cost"
_LISTED = AUXILIARIES | _CONTRACTED | PAST | PRESENT | frozenset(REPORTING) | {_COST}
_ENDINGS = ("ed", "n't", "'re", "'ve", "'ll")
ADVERBS = frozenset(
    """also then later now still never ever again already subsequently once first finally instead soon
    once not only just even currently previously formerly initially eventually reportedly allegedly
    apparently merely simply too both""".split()
)

_HANGING = frozenset("from at of in with for".split())
_SHOW = frozenset(["show", "shows"])
_SHOWING = frozenset(
    """data research study survey analysis evidence report poll review footage video paper census audit
    findings figures results records images documents studies surveys polls statistics""".split()
)
_NO_ADVERBS = frozenset(
    """family only july reply supply italy rally ally assembly monopoly anomaly butterfly fly bully
    belly jelly lily homily tally""".split()
)


def is_adverb(word: str) -> bool:
    """Whether a lower-case word reads as an adverb.

    >>> is_adverb("quickly"), is_adverb("family")
    (True, False)
    """
    return word in ADVERBS or (word.endswith("ly") and word not in _NO_ADVERBS)


def is_finite(words: Sequence[Token], i: int) -> bool:
    """Whether `words[i]` is a finite verb, as far as lists and neighbours tell.

    >>> from claims.extract.grammar.tokens import tokens
    >>> words = tokens("The armed man was shot and died.")
    >>> [w.text for i, w in enumerate(words) if is_finite(words, i)]
    ['was', 'died']
    """
    word = words[i].lower
    listed = word in _LISTED and (word != _COST or _has_price(words, i))
    if not (listed or word.endswith(_ENDINGS)) or words[i].text in {"May", "Will"}:
        return False
    before = words[i - 1].lower if i else ""
    if before == "to" and word in {"have", "do"}:
        return False
    if word in AUXILIARIES or word in _CONTRACTED or word.endswith(("n't", "'re", "'ve", "'ll")):
        return True
    modal = before in MODALS and words[i - 1].text != "May"
    if before in _BEFORE_ADJECTIVE or modal or (i and words[i].is_capital):
        return False
    if (word in NOUNS_TOO and not _may_act(words, i, before)) or _only_names(words, i):
        return False
    return listed or (
        word.endswith("ed") and len(word) > len("red") and word not in _NOT_PAST and "-" not in word
    )


def _has_price(words: Sequence[Token], i: int) -> bool:
    """Whether an amount, or who pays it, follows: "a loaf cost 38 crowns", "it cost him his job"."""
    after = words[i + 1 : i + 2]
    return bool(after) and (
        after[0].text[0].isdigit() or after[0].text in _CURRENCIES or after[0].lower in _PRICED
    )


@lru_cache(maxsize=512)  # a sentence is looked at from several sides
def finite_words(text: str) -> tuple[bool, ...]:
    """Which of the tokens of `text` are finite verbs.

    >>> finite_words("She left.")
    (False, True, False)
    """
    words = tokens(text)
    found = [False] * len(words)
    for i, (_, word, _, _) in enumerate(words):
        if word in _LISTED or word.endswith(_ENDINGS):  # few are
            found[i] = is_finite(words, i)
    return tuple(found)


def first_finite(text: str) -> int | None:
    """The first of the tokens of `text` that is a finite verb.

    >>> first_finite("Two men were hurt")
    2
    """
    verbs = finite_words(text)
    return verbs.index(True) if True in verbs else None


def _only_names(words: Sequence[Token], i: int) -> bool:
    """Whether a form of naming hangs on its noun: "a baker called Ann Lee, who", "a town named Lime lay"."""
    k = i + 1
    while words[i].lower in _NAMING and k < len(words) and words[k].is_capital:
        k += 1
    if k == i + 1 or k == len(words) or (i and words[i - 1].is_capital):
        return False
    one = next((n for n in range(i - 2, max(-1, i - _FAR), -1) if words[n].lower in _ONE), None)
    if one is None or not all(w.is_word and w.lower not in _LISTED for w in words[one:i]):
        return False
    return words[k].lower in _BEHIND_NAME or words[k].lower in _LISTED


def _may_act(words: Sequence[Token], i: int, before: str) -> bool:
    """Whether a form that is as often a noun stands behind one who can act."""
    behind = words[i + 1].lower if i + 1 < len(words) else ""
    if behind in AUXILIARIES or (words[i].lower == "state" and behind not in _TOLD):
        return False  # "the bank's report was", "Kalinga state since May"
    if behind == "this" and (i + _LED >= len(words) or words[i + _LED].text in _MARKS):
        return True  # "Norddok disputes this."
    if words[i].lower in _SHOW and before in _SHOWING:
        return True  # "research shows"
    many = words[i].lower in _PLURAL and (_is_many(before) or is_of_many(words, i))
    if (behind == "that" and words[i].lower == "show") or (many and behind in _TOLD_OF_MANY):
        return True  # "officials estimate that"
    if behind in REPORTING and behind not in NOUNS_TOO:
        return False  # "media reports said"
    told = words[i].lower in _TELLING and _tells(words, i, before)
    named = i > 0 and words[i - 1].is_capital and not before.endswith(("'s", "’s", "s'", "s’"))
    named = named and [w.lower for w in words[i + 1 : i + 3]] not in (
        [",", "which"],
        [",", "whose"],
    )
    return told or named or before in _SUBJECTS


def _is_many(word: str) -> bool:
    """Whether a word before a verb is a plural and owns nothing."""
    return word.endswith("s") and not word.endswith(("'s", "’s", "ss"))


def is_of_many(words: Sequence[Token], i: int) -> bool:
    """Whether a plural with what hangs on it stands before a form: "Researchers from Leeds report".

    >>> from claims.extract.grammar.tokens import tokens
    >>> is_of_many(tokens("Experts at the bank fear that"), 4)
    True
    """
    if i and words[i - 1].lower.endswith(("'s", "’s", "s'", "s’")):
        return False
    for k in range(i - 1, max(0, i - _FAR), -1):
        if not words[k].is_word:
            return False
        if words[k].lower in _HANGING:
            return _is_many(words[k - 1].lower)
    return False


def _tells(words: Sequence[Token], i: int, before: str) -> bool:
    """Whether what is told stands behind: "The government claims the mill", "Ann Lee, 40, states it"."""
    if i < _LED or i + 1 >= len(words) or before in _BEFORE_ADJECTIVE or before.endswith("s"):
        return False
    told = words[i + 1].lower in _TOLD or (words[i + 1].is_capital and before in _TELLERS)
    return told and before not in _UNTOLD and not before[0].isdigit()


def finite_from(words: Sequence[Token], start: int, stop: int) -> int | None:
    """Index of the first finite verb in `words[start:stop]`.

    >>> from claims.extract.grammar.tokens import tokens
    >>> finite_from(tokens("Two men were hurt"), 0, 4)
    2
    """
    for i in range(start, min(stop, len(words))):
        word = words[i].lower
        if (word in _LISTED or word.endswith(_ENDINGS)) and is_finite(words, i):
            return i
    return None
