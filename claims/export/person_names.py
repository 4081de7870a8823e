"""A byline to CSL names: persons as family and given name where that is sure, all else as it is written.

A name that is taken apart wrongly is worse than one that is not taken apart: names of organisations, single
names, and names whose family name may come first stay `literal`.
"""

from __future__ import annotations

import re
import unicodedata

LEADS = re.compile(
    r"^(?:(?:written|reported|words|text|story|analysis)\s+by|by|von|par|por|door|av|af|text|autor(?:in)?|"
    r"author|authors?|reporter)\s*:?\s+(?=\w)",
    re.IGNORECASE,
)
AND = re.compile(
    r"\s+(?:and|und|et|y|e|og|och|en|with|&)\s+|\s*[&|\u2022\u00b7]\s*|\s+/\s+", re.IGNORECASE
)
ORGANISATION = re.compile(
    r"\b(?:staff|news|newsroom|press|agency|agencies|team|desk|editors|editorial|board|ministry|department|"
    r"university|institute|institution|bureau|office|council|committee|commission|group|association|society|"
    r"foundation|centre|center|bank|fund|organi[sz]ation|union|party|government|court|agence|times|post|"
    r"guardian|tribune|journal|magazine|redaktion|r\u00e9daction|redacci\u00f3n|inc|ltd|llc|gmbh|corp|company|"
    r"reuters|afp|dpa|ansa|bbc|cnn|npr|nations|service|services|network|project|authority|reporters|"
    r"contributors|correspondents|wire|library|museum|police|academy|laborator(?:y|ies)|consortium)\b",
    re.IGNORECASE,
)
JOB = re.compile(
    r"\b(?:correspondent|editor|reporter|writer|columnist|journalist|contributor|analyst|producer|critic|"
    r"photographer|professor|lecturer|director|in|at|for|chief|senior|political|science|health|redakteur|"
    r"redakteurin|freelance)\b",
    re.IGNORECASE,
)
PLACE = re.compile(r"\s+(?:in|at|for|of|from)\s+.+$")
TITLES = frozenset("dr prof professor mr mrs ms mx sir dame rev hon dipl ing phd md".split())
SUFFIXES = frozenset("jr sr ii iii iv".split())
DEGREES = frozenset("phd md msc ma mba dphil esq bsc ba jd facs mph rn".split())
PARTICLES = frozenset(
    "van von vom der den de del della dello degli di da dal dos das do du des la le lo ten ter te zu zum zur"
    " 't op af bin ibn bint al el".split()
)
DROPPED = frozenset("von vom zu zum zur".split())
FAMILY_FIRST = frozenset(
    "kim park choi jung jeong kang cho yoon jang lim han shin seo kwon hwang moon xi li wang zhang liu chen"
    " yang zhao huang zhou wu xu sun hu zhu gao lin he guo ma luo deng jiang nguyen tran le pham phan vu"
    " vo dang bui do ho ngo duong mao ban".split()
)
MOST, LONGEST_NAME = 100, 120
"""Names of a byline, and characters of one: what is longer is a text."""

LONGEST_GIVEN, FEW = 3, 2
"""Words of a name that may have its family name first, and of the shortest that can be taken apart."""

Name = dict[str, str]
"""CSL's name variable: `literal`, or `family` and `given` with particles and `suffix` as there are."""


def names(byline: str | None) -> list[Name]:
    """The names in a byline, in its order.

    >>> names("By Ada Quill and B. Reporter, Political Correspondent")
    [{'family': 'Quill', 'given': 'Ada'}, {'family': 'Reporter', 'given': 'B.'}]
    >>> names("Quill, Ada; WHO"), names("Reuters Staff")
    ([{'family': 'Quill', 'given': 'Ada'}, {'literal': 'WHO'}], [{'literal': 'Reuters Staff'}])
    """
    text = LEADS.sub("", " ".join((byline or "").split()))
    if not text:
        return []
    if ";" in text:
        parts = [part.strip() for part in text.split(";")]
        return [_one(part) for part in parts if part][:MOST]
    if _inverted(text):
        return [_one(text)]
    if _whole_organisation(text):
        return [{"literal": text}]
    found: list[Name] = []
    for part in AND.split(text):
        found += _listed(part)
    return found[:MOST] or [{"literal": text}]


def _listed(part: str) -> list[Name]:
    """Names between commas; what is a person's job or place is left out."""
    found: list[Name] = []
    for piece in part.split(","):
        piece = _without_stop(piece.strip())  # noqa: PLW2901 - the piece without its edges
        bare = piece.casefold().replace(".", "")
        if not piece:
            continue
        if bare in SUFFIXES and found and "family" in found[-1]:
            found[-1]["suffix"] = piece
        elif bare in DEGREES or (found and JOB.search(piece)):
            continue
        else:
            found.append(_one(piece))
    return found


def _without_stop(piece: str) -> str:
    """The piece without the full stop of a sentence; that of `Jr.` or an initial is its own."""
    last = piece.rpartition(" ")[2].strip(".")
    own = len(last) == 1 or last.casefold() in SUFFIXES
    return piece if own else piece.rstrip(".")


def _one(written: str) -> Name:
    """One name, with its edges: inverted ("Quill, Ada"), in an East Asian script, or in the western order."""
    name = " ".join(written.split())
    if len(name) > LONGEST_NAME or not name or _is_organisation(name):
        return {"literal": name[:LONGEST_NAME]}
    family, comma, given = (part.strip() for part in name.partition(","))
    if comma and given and "," not in given:
        return _with_particles(family, given)
    name = PLACE.sub("", name)
    tokens = [t for t in name.split() if t.casefold().strip(".") not in TITLES] or name.split()
    if any(_is_east_asian(token) for token in tokens):
        two = len(tokens) == FEW and all(_is_east_asian(token) for token in tokens)
        return {"family": tokens[0], "given": tokens[1]} if two else {"literal": name}
    if len(tokens) < FEW or _may_be_family_first(tokens):
        return {"literal": " ".join(tokens)}
    suffix = ""
    if tokens[-1].casefold().strip(".") in SUFFIXES and len(tokens) > FEW:
        suffix = tokens.pop()
    return _split(tokens, suffix)


def _split(tokens: list[str], suffix: str) -> Name:
    """Given names, particles and family name of a name in the western order."""
    at = len(tokens) - 1
    while at > 1 and tokens[at - 1].casefold() in PARTICLES and tokens[at - 1][:1].islower():
        at -= 1
    family = " ".join(tokens[at:])
    made = _with_particles(family, " ".join(tokens[:at]))
    return {**made, "suffix": suffix} if suffix else made


def _with_particles(family: str, given: str) -> Name:
    """The name as CSL has it, small words before the family name apart: "van" stays with it, "von" drops."""
    tokens = family.split()
    at = 0
    while at < len(tokens) - 1 and tokens[at].casefold() in PARTICLES and tokens[at][:1].islower():
        at += 1
    made = {"family": " ".join(tokens[at:]), "given": given}
    if at:
        kind = "dropping" if all(t.casefold() in DROPPED for t in tokens[:at]) else "non-dropping"
        made[f"{kind}-particle"] = " ".join(tokens[:at])
    return made


def _inverted(text: str) -> bool:
    """Whether a text is one name with the family name first: `Quill, Ada` or `van Dyk, A. B.`."""
    family, comma, given = (part.strip() for part in text.partition(","))
    if not comma or "," in given or not given or AND.search(text) or _is_organisation(text):
        return False
    names_of_family = [t for t in family.split() if t.casefold() not in PARTICLES]
    firsts = given.split()
    bare = given.casefold().replace(".", "")
    return (
        len(names_of_family) == 1
        and len(firsts) <= LONGEST_GIVEN
        and bare not in SUFFIXES | DEGREES
        and not JOB.search(given)
        and (len(firsts) == 1 or all(t.endswith(".") for t in firsts[1:]))
    )


def _whole_organisation(text: str) -> bool:
    """Whether all of a byline is one organisation, so that its `and` joins no two names."""
    pieces = [p for p in re.split(r",|" + AND.pattern, text, flags=re.IGNORECASE) if p]
    if not pieces:
        return False
    return ORGANISATION.search(pieces[0]) is not None and (
        len(pieces) == 1 or len(pieces[-1].split()) == 1
    )


def _is_organisation(name: str) -> bool:
    first = name.split(",", maxsplit=1)[0]
    odd = re.search(r"[0-9@/:<>{}\[\]\\|]|\.(?:com|org|net)\b", name)
    letters = [c for c in name if c.isalpha()]
    acronym = len(name.split()) == 1 and name.isupper() and len(letters) > 1
    return bool(odd or acronym or ORGANISATION.search(first))


def _may_be_family_first(tokens: list[str]) -> bool:
    """Chinese, Korean and Vietnamese names in Latin letters: nobody says which part is which."""
    return tokens[0].casefold() in FAMILY_FIRST and len(tokens) <= LONGEST_GIVEN


def _is_east_asian(token: str) -> bool:
    kinds = ("CJK", "HIRAGANA", "KATAKANA", "HANGUL")
    return all(unicodedata.name(c, "").startswith(kinds) for c in token if c.isalpha()) and any(
        c.isalpha() for c in token
    )
