"""Words that tell what kind of change a change is: denials, numbers in words, openers of sentences."""

from __future__ import annotations

NEGATIONS = frozenset(
    """
    no not never none nobody nothing nowhere neither nor without cannot cant wont dont hardly barely
    scarcely deny denies denied denying refuse refuses refused reject rejects rejected lack lacks
    lacked fail fails failed false falsely untrue except unless nicht kein keine keinen keiner keinem
    nie ne pas jamais nunca ningún não niet geen ikke ikkje inte ingen non не нет никогда ні لا لم لن
    ليس غير לא אין değil नहीं 不 没 沒 未 無 无
    """.split()
)
"""Words that deny, in the languages most read; a contraction in n't does as well."""

NEGATIVE_PREFIXES = ("un", "in", "im", "il", "ir", "non", "dis", "mis", "a")
"""What turns a word into its opposite: likely, unlikely."""

CARDINALS = {
    word: value
    for value, word in enumerate(
        """
        zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen
        sixteen seventeen eighteen nineteen
        """.split()
    )
} | {
    word: 10 * ten
    for ten, word in enumerate("twenty thirty forty fifty sixty seventy eighty ninety".split(), 2)
}

ORDINALS = {
    word: value
    for value, word in enumerate(
        """
        first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth
        fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth
        """.split(),
        1,
    )
}

MAGNITUDES = {
    **dict.fromkeys(("hundred",), 10**2),
    **dict.fromkeys(("thousand",), 10**3),
    **dict.fromkeys(("million", "m"), 10**6),
    **dict.fromkeys(("billion", "bn"), 10**9),
    **dict.fromkeys(("trillion", "tn"), 10**12),
}

NUMBER_WORDS = frozenset(
    [
        *CARDINALS,
        *ORDINALS,
        *MAGNITUDES,
        *"""
        hundreds thousands millions billions trillions dozen dozens half thirds quarter quarters double
        doubled triple tripled twice thrice once percent percentage january february march april june
        july august september october november december monday tuesday wednesday thursday friday
        saturday sunday
        """.split(),
    ]
)
"""Numbers, magnitudes, months and days in words."""

SIGNS_OF_NUMBERS = frozenset("%‰$€£¥₹½¼¾⅓⅔²³°")

OPENERS = frozenset(
    """
    a about according after all almost also although an and any approximately are around as at
    because before both but by could despite did do does during each even every few following for
    former from further had has have he her here his how however i if in instead is it its just last
    later many meanwhile more most mr mrs much my nearly neither new next now of officials on one
    only or other others our out over people police since some still such than that the their them
    then there these they this those though through thus to today under until up was we were what
    when where whether which while who why will with would yet you your
    """.split()
)
"""Words that open a sentence with a capital and name nobody."""

SENTENCE_SIGNS = frozenset({".", "!", "?", '"', ":", "...", "-", "'"})
"""Signs after which a capital says nothing."""
