"""Words that tell what kind of change a change is: denials, numbers in words, openers of sentences."""

from __future__ import annotations

NEGATIONS = frozenset(
    """
    no not never none nobody nothing nowhere neither nor without cannot cant wont dont hardly barely
    scarcely deny denies denied denying refuse refuses refused reject rejects rejected lack lacks
    lacked fail fails failed false falsely untrue except unless nicht kein keine keinen nie ne pas
    jamais nunca ningún
    """.split()
)
"""Words that deny; a contraction in n't does as well."""

NEGATIVE_PREFIXES = ("un", "in", "im", "il", "ir", "non", "dis", "mis", "a")
"""What turns a word into its opposite: likely, unlikely."""

NUMBER_WORDS = frozenset(
    """
    zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen
    sixteen seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety
    hundred hundreds thousand thousands million millions billion billions trillion trillions m bn tn
    dozen dozens half third thirds quarter quarters fifth tenth first second double doubled triple
    tripled twice thrice once percent percentage january february march april june july august
    september october november december monday tuesday wednesday thursday friday saturday sunday
    """.split()
)
"""Numbers, magnitudes, months and days in words."""

SIGNS_OF_NUMBERS = frozenset("%‰$€£¥₹½¼¾⅓⅔²³°")

OPENERS = frozenset(
    """
    a about according after all also although an and any are as at because before both but by could
    despite did do does during each even every few following for former from further had has have he
    her here his how however i if in instead is it its just last later many meanwhile more most mr
    mrs much my new next now of officials on one only or other others our out over people police
    since some still such than that the their them then there these they this those though through
    thus to today under until up was we were what when where whether which while who why will with
    would yet you your
    """.split()
)
"""Words that open a sentence with a capital and name nobody."""

SENTENCE_SIGNS = frozenset({".", "!", "?", '"', ":", "...", "-", "'"})
"""Signs after which a capital says nothing."""
