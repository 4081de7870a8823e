"""Pages with texts of their own, nearly the same texts, and halves of them."""

import random
import re
from functools import cache

from claims.origins.page_facts import page_facts

WORDS = [f"{a}{b}" for a in ("ba", "ke", "li", "mo", "nu", "ra", "se", "ti", "vo", "zu") for b in
         ("dan", "fer", "gol", "hin", "jup", "kas", "lem", "mir", "nok", "pet", "rus", "tav")]  # fmt: skip
QUOTE = "we shall not rest before the last of them has come home said the minister on the steps"


@cache
def own_text(name):
    chosen = random.Random(name)
    return " ".join(chosen.choices(WORDS, k=150))


def nearly(text, name="x", part=0.04):
    chosen = random.Random(name)
    return " ".join(word if chosen.random() > part else "changed" for word in text.split())


def text_of(written):
    return (
        " ".join(_piece(one) for one in written.split(" "))
        if re.match(r"T\d|Q", written)
        else written
    )


def _piece(one):
    if one == "Q":
        return QUOTE
    text = own_text(one.rstrip("+").removesuffix("/2"))
    if one.endswith("+"):
        return nearly(text)
    words = text.split()
    return " ".join(words[40:115]) if one.endswith("/2") else text


def a_page(key, **known):
    known["text"] = text_of(known.get("text") or "")
    return page_facts({"id": key, **known})
