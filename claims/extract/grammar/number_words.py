"""The words that numbers are written with: data for `number_values` and `number_phrases`."""

from __future__ import annotations

ONES = {
    word: float(value)
    for value, word in enumerate(
        "one two three four five six seven eight nine".split(),
        start=1,
    )
}
TEENS = {
    word: float(value)
    for value, word in enumerate(
        """ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen""".split(),
        start=10,
    )
}
UNITS = {"zero": 0.0} | ONES | TEENS
TENS = {
    word: 10.0 * value
    for value, word in enumerate(
        "twenty thirty forty fifty sixty seventy eighty ninety".split(), start=2
    )
}
DECADES = {
    word[:-1] + "ies": value for word, value in TENS.items()
} | {"teens": 13.0}  # fmt: skip
"""Ages told by the ten years they lie in, as in "in his forties"."""

SCALES = {
    "hundred": 1e2,
    "thousand": 1e3,
    "million": 1e6,
    "billion": 1e9,
    "trillion": 1e12,
    "dozen": 12.0,
    "crore": 1e7,
    "lakh": 1e5,
}
SCALE_LETTERS = {
    "k": 1e3,
    "m": 1e6,
    "mn": 1e6,
    "mln": 1e6,
    "b": 1e9,
    "bn": 1e9,
    "bln": 1e9,
    "t": 1e12,
    "tn": 1e12,
    "trn": 1e12,
}
PLURAL_SCALES = {
    "scores": 20.0,
    "tens": 10.0,
    "dozens": 24.0,
    "hundreds": 1e2,
    "thousands": 1e3,
    "lakhs": 1e5,
    "millions": 1e6,
    "crores": 1e7,
    "billions": 1e9,
    "trillions": 1e12,
}
"""What a vague plural says at the least; two of anything that comes by the dozen."""

PARTS = {
    "half": 2.0,
    "third": 3.0,
    "quarter": 4.0,
    "fourth": 4.0,
    "fifth": 5.0,
    "sixth": 6.0,
    "seventh": 7.0,
    "eighth": 8.0,
    "ninth": 9.0,
    "tenth": 10.0,
    "twentieth": 20.0,
    "hundredth": 100.0,
    "thousandth": 1000.0,
}
FRACTION_SIGNS = {
    "½": 1 / 2,
    "⅓": 1 / 3,
    "⅔": 2 / 3,
    "¼": 1 / 4,
    "¾": 3 / 4,
    "⅕": 1 / 5,
    "⅛": 1 / 8,
    "⅜": 3 / 8,
    "⅝": 5 / 8,
    "⅞": 7 / 8,
}
MULTIPLES = {
    "doubl": 2.0,
    "tripl": 3.0,
    "trebl": 3.0,
    "quadrupl": 4.0,
    "quintupl": 5.0,
}
"""Stems of the verbs that multiply."""
