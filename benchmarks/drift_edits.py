"""A marked article to the same article as it may look years later, and what is true of the quote then.

The quote stands between two marks that no article holds; every edit keeps them, so that its true place
in the new page is known.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from typing import TYPE_CHECKING

from claims.anchor.telling_words import NUMBER_WORDS

if TYPE_CHECKING:
    import random
    from collections.abc import Callable

OPEN, CLOSE = "\ue000", "\ue001"
NUMBER = re.compile(r"\d+(?:,\d{3})+|\d+")
NAME = re.compile(r"(?<=[a-z,] )[A-Z][a-z]{3,}\b")
VERB = re.compile(
    r"\b(?:is|was|were|are|has|had|have|will|would|can|could|should|did|does)\b(?! not)"
)
PLAIN_WORD = re.compile(r"\b[a-z]{5,}\b")
ADVERTS = (
    "Subscribe now for {n} euros a month and never miss a story.",
    "Advertisement: the new {n} series is here.",
    "Related: {n} things to know before you travel",
    "{n} people are reading this now",
    "We use cookies. By reading on you agree to the use of {n} of them by our partners.",
)
OTHER_NAMES = (
    "Kowalczyk",
    "Odessa",
    "Ferreira",
    "Lindqvist",
    "Ankara",
    "Okonkwo",
    "Valparaíso",
    "Tanaka",
)
OTHER_MAGNITUDES = {
    "%": " people",
    "million": "billion",
    "billion": "million",
    "thousand": "hundred",
    "percent": "people",
    "two": "three",
    "three": "two",
    "four": "five",
    "five": "six",
    "six": "nine",
    "ten": "twelve",
    "half": "quarter",
    "first": "second",
    "second": "third",
    "twice": "once",
    "double": "triple",
    "one": "two",
}
INSERTED = (
    "according to two people who asked not to be named",
    "as the ministry confirmed on the following morning",
    "after weeks of talks behind closed doors",
    "in what observers called a surprise",
)


@dataclass(frozen=True, slots=True)
class Drift:
    """An edit by name: `state` is the truth, `kind` the change that must be told of."""

    name: str
    state: str
    apply: Callable[[str, random.Random, list[str]], str | None]
    kind: str = ""


def quote_of(marked: str) -> str:
    """The words between the marks."""
    return marked[marked.index(OPEN) + 1 : marked.index(CLOSE)]


def with_quote(marked: str, quote: str) -> str:
    """The same page with other words between the marks."""
    return marked[: marked.index(OPEN) + 1] + quote + marked[marked.index(CLOSE) :]


def _one(pattern: re.Pattern[str], quote: str, rng: random.Random) -> re.Match[str] | None:
    found = list(pattern.finditer(quote))
    return rng.choice(found) if found else None


def _put(quote: str, found: re.Match[str], words: str) -> str:
    return quote[: found.start()] + words + quote[found.end() :]


def nothing(marked: str, rng: random.Random, others: list[str]) -> str:
    """The page as it was."""
    del rng, others
    return marked


def churn(marked: str, rng: random.Random, others: list[str]) -> str:
    """Adverts, a date stamp and a footer that come and go between the paragraphs."""
    del others
    blocks = marked.split("\n\n")
    for _ in range(rng.randint(1, 4)):
        at = rng.choice([0, 1, len(blocks), rng.randint(0, len(blocks))])
        blocks.insert(at, rng.choice(ADVERTS).format(n=rng.randint(2, 9000)))
    blocks.append(
        f"© {rng.randint(1999, 2026)} All rights reserved. Updated {rng.randint(1, 28)} May"
    )
    return "\n\n".join(blocks)


def own_paragraph(marked: str, rng: random.Random, others: list[str]) -> str | None:
    """The quote's paragraph stands two or more paragraphs away."""
    del others
    blocks = marked.split("\n\n")
    at = next(i for i, block in enumerate(blocks) if OPEN in block)
    if CLOSE not in blocks[at]:
        return None
    places = [i for i in range(len(blocks)) if abs(i - at) >= 2]
    if not places:
        return None
    block = blocks.pop(at)
    blocks.insert(rng.choice(places), block)
    return "\n\n".join(blocks)


def other_paragraph(marked: str, rng: random.Random, others: list[str]) -> str | None:
    """A short paragraph jumps over the quote and over others."""
    del others
    blocks = marked.split("\n\n")
    at = next(i for i, block in enumerate(blocks) if OPEN in block)
    if at < 1 or len(blocks) - at < 4:
        return None
    block = blocks.pop(rng.randint(0, at - 1))
    blocks.append(block)
    return "\n\n".join(blocks)


def typo(marked: str, rng: random.Random, others: list[str]) -> str | None:
    """Two letters of a word change places."""
    del others
    quote = quote_of(marked)
    found = _one(PLAIN_WORD, quote, rng)
    if not found or found.group() in NUMBER_WORDS:
        return None
    word, at = found.group(), rng.randint(1, len(found.group()) - 2)
    swapped = word[:at] + word[at + 1] + word[at] + word[at + 2 :]
    return None if swapped == word else with_quote(marked, _put(quote, found, swapped))


def other_number(marked: str, rng: random.Random, others: list[str]) -> str | None:
    """A number in the quote changes: one digit, one digit more, or a place."""
    del others
    quote = quote_of(marked)
    found = _one(NUMBER, quote, rng)
    if not found:
        return None
    old = found.group()
    at = rng.randrange(len(old))
    while old[at] == ",":
        at = rng.randrange(len(old))
    digit = rng.choice([d for d in "123456789" if d != old[at]])
    new = rng.choice([old[:at] + digit + old[at + 1 :], digit + old, old + digit, old + ".5"])
    return with_quote(marked, _put(quote, found, new))


def negation(marked: str, rng: random.Random, others: list[str]) -> str | None:
    """A verb of the quote is denied."""
    del others
    quote = quote_of(marked)
    found = _one(VERB, quote, rng)
    if not found:
        return None
    words = rng.choice([f"{found.group()} not", f"{found.group()} never"])
    return with_quote(marked, _put(quote, found, words))


def affirmed(marked: str, rng: random.Random, others: list[str]) -> str | None:
    """A denial of the quote goes."""
    del others
    quote = quote_of(marked)
    found = _one(re.compile(r" (?:not|never|no)\b"), quote, rng)
    return with_quote(marked, _put(quote, found, "")) if found else None


def magnitude(marked: str, rng: random.Random, others: list[str]) -> str | None:
    """A number in words, a magnitude or a unit of the quote is another."""
    del others
    quote = quote_of(marked)
    found = _one(
        re.compile("|".join(rf"\b{word}\b" for word in OTHER_MAGNITUDES) + "|%"), quote, rng
    )
    return (
        with_quote(marked, _put(quote, found, OTHER_MAGNITUDES[found.group()])) if found else None
    )


def several(marked: str, rng: random.Random, others: list[str]) -> str | None:
    """A typo, some words that come in, adverts, and other signs all at once."""
    changed: str | None = marked
    for edit in (typo, inserted, churn, typing):
        changed = edit(changed, rng, others) if changed else None
    return changed


def beside(marked: str, rng: random.Random, others: list[str]) -> str | None:
    """A "not" comes right before the quote, in its sentence."""
    del others
    at = marked.index(OPEN)
    before = marked[:at].rstrip(" ")
    words = re.split(r"[.!?;:]\W|\n", before)[-1].split()
    if len(words) < 3 or not before[-1].isalpha() or "not" in words:
        return None
    del rng
    return f"{before} not {marked[at:]}"


def cut(marked: str, rng: random.Random, others: list[str]) -> str | None:
    """The sentences of the quote are gone."""
    del rng, others
    head, tail = marked[: marked.index(OPEN)], marked[marked.index(CLOSE) + 1 :]
    head = head[: max(head.rfind(end) + len(end) for end in (". ", "\n", '" '))]
    ends = [at + 1 for end in (". ", ".\n", "\n") if (at := tail.find(end)) >= 0]
    tail = tail[min(ends) :] if ends else ""
    return head + OPEN + CLOSE + tail


def rewritten(marked: str, rng: random.Random, others: list[str]) -> str:
    """Another article stands at the address."""
    del marked
    return rng.choice(others) + OPEN + CLOSE


def rewritten_here(marked: str, rng: random.Random, others: list[str]) -> str | None:
    """A sentence on something else, with a name of the quote, stands in its place."""
    other = rng.choice(re.split(r"(?<=[.!?]) +|\n+", rng.choice(others)))
    name = _one(NAME, quote_of(marked), rng)
    spliced = _one(NAME, other, rng)
    if name and spliced:
        other = _put(other, spliced, name.group())
    marked = cut(marked, rng, others) or ""
    return marked.replace(OPEN + CLOSE, f"{other} {OPEN}{CLOSE}")


def doubled(marked: str, rng: random.Random, others: list[str]) -> str | None:
    """The quote stands a second time, as a box somewhere on the page."""
    del others
    blocks = marked.split("\n\n")
    here = [i for i, block in enumerate(blocks) if OPEN in block or CLOSE in block]
    # Right beside the quote nobody can say which of the two is the old one
    places = [i for i in range(len(blocks) + 1) if i < here[0] or i > here[-1] + 1]
    if not places:
        return None
    blocks.insert(rng.choice(places), quote_of(marked))
    return "\n\n".join(blocks)


def doubled_and_changed(marked: str, rng: random.Random, others: list[str]) -> str | None:
    """The box keeps the old number, the quote's own place has another."""
    changed = other_number(marked, rng, others)
    if changed is None:
        return None
    blocks = changed.split("\n\n")
    here = [i for i, block in enumerate(blocks) if OPEN in block or CLOSE in block]
    places = [i for i in (0, len(blocks)) if i < here[0] or i > here[-1] + 1]
    if not places:
        return None
    blocks.insert(rng.choice(places), quote_of(marked))
    return "\n\n".join(blocks)


def sibling(marked: str, rng: random.Random, others: list[str]) -> str | None:
    """A box like the quote but for a number stands before it."""
    changed = other_number(marked, rng, others)
    if changed is None:
        return None
    return quote_of(changed) + "\n\n" + marked


def typing(marked: str, rng: random.Random, others: list[str]) -> str:
    """Curly quotes, no-break spaces, soft hyphens, signs without width, the other normal form."""
    del others
    text = unicodedata.normalize("NFD", marked).replace("'", "\u2019").replace("...", "…")
    text = re.sub(r'(^|[\s(\ue000])"', r"\1“", text).replace('"', "”").replace("--", "—")
    text = re.sub(
        r"(?<=[a-z]{4})(?=[a-z]{4})", lambda _: "\u00ad" if rng.random() < 0.2 else "", text
    )
    text = re.sub(r" ", lambda _: rng.choice([" ", " ", "\u00a0", "  ", "\u200b "]), text)
    return text.replace("\u2010", "-")


def split_sentence(marked: str, rng: random.Random, others: list[str]) -> str | None:
    """A comma of the quote becomes a full stop."""
    del others
    quote = quote_of(marked)
    found = _one(re.compile(r"(?<=[a-z]), (?=[a-z])"), quote, rng)
    if not found:
        return None
    rest = quote[found.end() :]
    return with_quote(marked, quote[: found.start()] + ". " + rest[0].upper() + rest[1:])


def other_name(marked: str, rng: random.Random, others: list[str]) -> str | None:
    """A name in the quote is spelled otherwise, or is another."""
    del others
    quote = quote_of(marked)
    found = _one(NAME, quote, rng)
    return with_quote(marked, _put(quote, found, rng.choice(OTHER_NAMES))) if found else None


def inserted(marked: str, rng: random.Random, others: list[str]) -> str | None:
    """Some words come in between the words of the quote."""
    del others
    quote = quote_of(marked)
    found = _one(re.compile(r"(?<=[a-z]) (?=[a-z])"), quote, rng)
    return with_quote(marked, _put(quote, found, f", {rng.choice(INSERTED)}, ")) if found else None


def far_number(marked: str, rng: random.Random, others: list[str]) -> str | None:
    """A number of another paragraph changes."""
    blocks = marked.split("\n\n")
    places = [
        i for i, b in enumerate(blocks) if NUMBER.search(b) and OPEN not in b and CLOSE not in b
    ]
    if not places:
        return None
    at = rng.choice(places)
    changed = other_number(OPEN + blocks[at] + CLOSE, rng, others)
    blocks[at] = (changed or "")[1:-1]
    return "\n\n".join(blocks)


def moved_and_changed(marked: str, rng: random.Random, others: list[str]) -> str | None:
    """The paragraph stands elsewhere and a number in the quote is another."""
    changed = other_number(marked, rng, others)
    return own_paragraph(changed, rng, others) if changed else None


EDITS = (
    Drift("nothing", "present", nothing),
    Drift("boilerplate churn", "present", churn),
    Drift("number elsewhere", "present", far_number),
    Drift("typing churn", "present", typing),
    Drift("quote doubled", "present", doubled),
    Drift("sibling with another number", "present", sibling),
    Drift("other paragraph moves", "present", other_paragraph),
    Drift("own paragraph moves", "moved", own_paragraph),
    Drift("typo", "altered", typo, "words"),
    Drift("number", "altered", other_number, "number"),
    Drift("number in words, unit", "altered", magnitude, "number"),
    Drift("number, moved", "altered", moved_and_changed, "number"),
    Drift("number, old words in a box", "altered", doubled_and_changed, "number"),
    Drift("negation", "altered", negation, "negation"),
    Drift("negation goes", "altered", affirmed, "negation"),
    Drift("negation right before", "altered", beside, "negation"),
    Drift("name", "altered", other_name, "name"),
    Drift("sentence split", "altered", split_sentence),
    Drift("insertion", "altered", inserted),
    Drift("several edits", "altered", several),
    Drift("quote cut", "gone", cut),
    Drift("rewritten here", "gone", rewritten_here),
    Drift("full rewrite", "gone", rewritten),
)
