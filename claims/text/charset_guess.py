"""Bytes without a believable declaration to the charset they are most likely in.

Order: UTF-16 and UTF-32 by where the zero bytes stand, UTF-8 with a few broken bytes, Western and
Central European text by its letters, then charset-normalizer.
"""

from __future__ import annotations

import re

from charset_normalizer import from_bytes

SAMPLE = 100_000
"""Bytes that are looked at."""

MAX_HIGH = 0.3
"""Share of bytes beyond ASCII in a text in Latin letters; in other scripts it is over a half."""

MIN_LONE = 0.5
"""Share of them that stand alone between ASCII letters, as accents do."""

MIN_LETTERS = 10
"""Letters beyond ASCII from which a text with a few broken bytes may still be UTF-8."""

_ALPHABET_BLOCKS = (*range(0x10), 0x1E, 0x1F, 0x20, 0x21, 0x22)
"""High bytes of alphabets from Latin to Thai and of punctuation; Chinese has no zeros to go by."""

_HIGH = re.compile(rb"[\x80-\xff]")
_LONE_HIGH = re.compile(rb"(?<![\x80-\xff])[\x80-\xff](?![\x80-\xff])")
# Signs that no Western language puts inside a word, where windows-1250 has letters.
_SIGN_IN_WORD = re.compile(r"(?<=[a-z])[³¹¾º¿£¯](?=[a-z])|(?<=[a-z])[³¹¾](?=\s)")


def guess_charset(raw: bytes) -> str | None:
    """The Python codec that reads all of `raw`, or null. `utf-8` means nearly: few bytes broken.

    >>> guess_charset("Il a dit « déjà »".encode("cp1252"))
    'cp1252'
    """
    guess = _wide(raw[:SAMPLE]) if b"\0" in raw else _narrow(_sample(raw))
    if guess is None or guess == "utf-8":
        return guess
    try:
        raw.decode(guess)
    except (UnicodeDecodeError, LookupError):
        return None
    return guess


def _wide(sample: bytes) -> str | None:
    """UTF-16 or UTF-32 without a mark: the zeros of Latin letters stand on one side only."""
    quarter = len(sample) // 4
    zeros = [sample[i::4].count(0) for i in range(4)]
    if quarter and min(zeros[1:]) >= 0.9 * quarter and zeros[0] == 0:
        return "utf-32-le"
    if quarter and min(zeros[:3]) >= 0.9 * quarter and zeros[3] == 0:
        return "utf-32-be"
    if _is_high_half(sample[1::2]):
        return "utf-16-le"
    return "utf-16-be" if _is_high_half(sample[0::2]) else None


def _is_high_half(half: bytes) -> bool:
    """Whether every second byte says which alphabet, as in UTF-16: zero for Latin and for blanks."""
    alphabets = sum(half.count(block) for block in _ALPHABET_BLOCKS)
    return half.count(0) > len(half) / 50 and alphabets >= 0.95 * len(half)


def _sample(raw: bytes) -> bytes:
    """The beginning of `raw`, cut after a line or word so that no letter is cut in two."""
    if len(raw) <= SAMPLE:
        return raw
    cut = max(raw.rfind(b"\n", 0, SAMPLE), raw.rfind(b" ", 0, SAMPLE))
    return raw[: cut + 1] if cut > 0 else raw[:SAMPLE]


def _narrow(sample: bytes) -> str | None:
    if _nearly_utf8(sample):
        return "utf-8"
    high = len(_HIGH.findall(sample))
    lone = len(_LONE_HIGH.findall(sample))
    if high < MAX_HIGH * len(sample) and lone >= MIN_LONE * high:
        return _latin(sample)  # charset-normalizer calls windows-1252 windows-1250 here (tried)
    best = from_bytes(sample).best()
    return None if best is None else str(best.encoding)


def _nearly_utf8(sample: bytes) -> bool:
    text = sample.decode("utf-8", "replace")
    broken = text.count("\ufffd")
    good = sum(1 for letter in text if letter > "\x7f") - broken
    return good >= MIN_LETTERS and broken <= good / 5


def _latin(sample: bytes) -> str:
    """windows-1252, unless the letters are those of a Central European language read wrongly."""
    text = sample.decode("cp1252", "replace")
    czech = "ø" in text and any(c in text for c in "ìùè")
    hungarian = "õ" in text and "û" in text
    if "\ufffd" in text or czech or hungarian or _SIGN_IN_WORD.search(text):
        return "cp1250"
    return "cp1252"
