"""The words of a subject to the speaker they name: titles, asides and times cut, a letter to its author."""

from __future__ import annotations

import re

from claims.extract.grammar.countries import PEOPLES
from claims.extract.grammar.firm_kinds import without_kind
from claims.extract.grammar.lead_ins import PRONOUNS
from claims.extract.grammar.name_lists import leading_list, name_list
from claims.extract.grammar.names import FIRM_TRADES, TITLES, is_body_word, people, person_in
from claims.extract.grammar.reporting_verbs import PARTICIPLES
from claims.extract.grammar.roles import is_document, is_finding, is_speaker_like
from claims.extract.grammar.tokens import tokens
from claims.extract.grammar.verbs import is_finite
from claims.text.calendar_names import MONTH, WEEKDAY

_END = re.compile(
    r"[,;:()—–“”\"]|(?<=[a-z]{4})\.(?:\s|$)|\.$"
    r"|\s(?:that|which|who|and\s(?:was|were|is|has)|was|were|is|are|has|have|had|said|told|will"
    rf"|would|whose|on\s{WEEKDAY}|as|but|while|because|when|if)\b"
)
_NAME_BEHIND = re.compile(
    r",\s((?:[A-ZÀ-Þ][\w’'-]*\.?\s?){1,4}[A-ZÀ-Þ][\w’'-]+)(?=[,.;]|\s[a-z]|$)"
)
_GIVEN_NAME = (
    r"([A-ZÀ-Þ][\w.’'-]*(?:\s[A-ZÀ-Þ][\w.’'-]*){0,3})(?=,|[.]?$|[.]\W|\s(?:who|of|from|in|and)\b)"
)
_CALLED = re.compile(  # "a baker called Íñigo", not "the mayor of a town called Lime"
    r"(?i:an?|one|another|the)\s(?:(?!(?:of|in|at|from|for|with|to|on|near|by|who|that|which)\s)[\w’'-]+\s)"
    rf"{{1,5}}(?:called|named|surnamed)\s{_GIVEN_NAME}"
)
_GAVE = re.compile(  # "a teacher who gave her name only as Luz"
    r"\b(?:(?:ga|gi)ve(?:s|n)?\s(?:his|her|their)\s(?:first\s)?name|identified(?:\s(?:him|her|them)sel\w+)?)"
    rf"\s(?:(?:only|just)\s)?as\s{_GIVEN_NAME}"
)
_LATER = re.compile(  # "A report two years (later)"
    r"(?<=\w)\s(?:an?|one|two|three|four|five|six|ten|\d+|several|some|a\sfew)\s(?:year|month|week|day|decade)s?\Z"
)
_TAIL = re.compile(
    rf"\s(?:(?:on|in|at)\s(?:{WEEKDAY}|{MONTH})|yesterday|today|later|also|(?:earlier\s)?(?:last|this)\s(?:week|month|year)|has|have|had|reportedly"
    r"|publicly|recently|then|subsequently|previously|further"
    r"|in\s(?:a|an|his|her|their|its)\s(?:\w+\s){0,2}(?:statement|tweet|report|interview|letter|speech"
    r"|post|email|note))\b[\w\s]{0,60}$"
)
_DATELINE = re.compile(r"^[A-ZÀ-Þ][A-ZÀ-Þ .’'-]+(?:,\s[^()]{2,40}?)?\s\([^()]{2,40}\)\s[–—-]+\s")
_ASKED = re.compile(
    r"\s(?:of|among|with)\s(?:[a-z]+\s){0,2}\d{1,3}(?:,\d{3})+\b(?:\s(?!by\b)[\w’'-]+)*"
)
"""How many a survey asked: "a poll by Statmark of 1,200 adults"."""
_SHOWN = re.compile(
    r"\s(?:(?:seen|obtained|reviewed|viewed|verified|leaked|sent|shown)\s(?:by|to)\s.*"
    r"|(?:published|released|issued|written)"
    r"(?:\s(?:[a-z]+\s){1,2}(?:after|before|ago|earlier|later)\b.*|\sunder\s.*)?)$"
)
"""Who has seen a document, or a participle of which nothing is left: "a letter seen by this paper"."""
_SPOKESMAN = re.compile(
    r"(?:[Aa]n?|[Tt]he)?\s?(?:\w+\s){0,3}(?:spokes\w+|officials?|representatives?|lawyers?|aides?"
    r"|members?|relatives?)\s(?:for|of|from|to)\b"
)
_MANY = re.compile(r"[a-z]s\s\w+$")
_OWNER = re.compile(r"(.{1,120}?)[’']s?\s(?:[\w-]+\s){0,2}([\w-]+)$")
_LAID = re.compile(r"^[\w\s]{1,30}?\s(?:on|in)\s(?=the\s|[A-Z])")
_WRITTEN_OF = re.compile(
    r"(?:[Tt]he|[Aa]n?)\s(?:\w+\s)?(?:opinion|ruling|statement|decision|verdict|words|testimony)\sof"
    r"\s((?:the\s)?[A-Z].{1,80})$"
)
_SENT_BY = re.compile(
    r"(?:[Tt]he|[Aa]n?)\s(?:\w+\s)?(?:statement|letter|email|memo|filing|release|message|note|post)\sfrom"
    r"\s((?!(?:an?|one|his|her|their)\s)[A-Za-z].{1,80})$"
)
_OWNED = re.compile(r"(his|her|their|its)\s(?:[\w-]+\s){0,2}([\w-]+)$", re.IGNORECASE)
_OWNERS = {"his": "he", "her": "she", "their": "they", "its": "it"}
_CUT = re.compile(
    r"\s(?:studying|representing|speaking|working|citing|investigating|familiar\swith)\b.*$"
)
_NONE = re.compile(
    r"(?:[Nn]o(?:ne|body)?|[Nn]either|[Aa]ny(?:one|body)|[Ff]ew|[Hh]ardly|[Ss]carcely)\b"
)
_NOBODY = frozenset(
    """it this that there which who whom what as these those to with in on at by of for from when after
    before such each any all none nothing none something much one so only here where how why nor""".split()
)
_NOBODY_FIRST = (_NOBODY - {"one", "all", "such", "each"}) | frozenset(
    "about across beyond into if whether without within between though although until than".split()
)
_ACTED = re.compile(  # a clause, and no noun phrase: "the vote came a day the town"
    r"\s(?:came|began|became|fell|gave|grew|knew|went|took|rose|ran|was|were|\w+ed(?=\s(?:an?|the)\s))\s"
)
_NUMBERED = re.compile(
    r"(?:[\w-]+\s)*(?:resolution|law|act|decree|directive|regulation|treaty|article|section|rule|bill"
    r"|ordinance|protocol|amendment)s?\s(?:no\.?\s)?\d[\w./-]*$",
    re.IGNORECASE,
)
_LAWS = (
    "constitution",
    "law",
    "laws",
    "act",
    "bill",
    "rule",
    "rules",
    "treaty",
    "agreement",
    "sign",
    "resolution",
    "resolutions",
    "decree",
    "pact",
    "accord",
    "protocol",
    "amendment",
    "ordinance",
    "legislation",
    "clause",
)
_FORM_IN_ING = re.compile(r"[a-z]+ing\b")
_RELATIVE = re.compile(r"\s(?:who|which|that)\s")
_OWNING = re.compile(r"[’']s?\s[a-z]")
_DOING = re.compile(r"(?<=s)\s[a-z]+ing\s")
_DEED = re.compile(r"[a-z]{3,}ed\s(?:its|his|her|their|the|an?)\s")
_ONE_OF = re.compile(
    r"(?:[Oo]ne|[Aa]nother|[Tt]wo)\sof\s(?:(?:the|these|those|its|his|her|their)\s|(?:them|these|those)$)"
)
_BODY = re.compile(r"(?:the\s)?[A-Z]")
_NAMELESS = re.compile(r"(?:[Tt]he|[Ii]ts|[Tt]heir)\s(?:[a-z-]+\s){0,2}[a-z]+")
_KIND_BEFORE = re.compile(
    r"(?:the|an?)\s(?:[\w’'-]+\s)*?[a-z]+\s(?=[A-ZÀ-Þ])"
)  # "the listed group Lime"
_NAME_ALONE = re.compile(
    r"(?:the\s)?[A-ZÀ-Þ][\w.&-]*(?:\s(?:(?:of|for|and|&)\s(?:the\s)?)?[A-ZÀ-Þ][\w.&-]*)*(?:\s\d{1,4})?"
)
_CONTRACTED = re.compile(r"(\w+)[’'](?:ve|d|ll|re|m|s)")
_TRADING = frozenset(
    "company companies firm firms group giant union authority authorities agency regulator".split()
)
_LINKS = frozenset(
    "of for to from with and by in at on after against about over who that which including like said".split()
)
_COMMA = re.compile(r",(?!(?<=\d,)\d)")
"""One that parts words, and no thousands."""
_ROLE = 5  # words
_MARK = re.compile(r"[.;:()—–“”\"](?:\s|$)|[“\"]")
_AHEAD = 160  # characters
_APPOSED = 2  # appositions that are looked at
_LONGEST = 300
_FEWEST_LETTERS = 2
_LONG = 14  # words; a longer phrase is told by its head alone
_OF_TOWN = re.compile(r"[Aa]n?\s(?:[A-Z][\w’'-]*\s?)+,\s(?:[A-Z][\w’'-]*\s)+[a-z]+$")
"""One told by a town and its region: "a Salem, Oregon baker"."""
_PAIR = re.compile(r"(.+?)\sand\s(?:the|a|an|his|her|its|their)\s[^,]+")
_RELATIVES = frozenset(["who", "which", "that", "whose", "where"])


def following_phrase(rest: str) -> tuple[str, bool]:
    """(the noun phrase at the beginning of `rest` with a name in apposition, whether a mark ends it).

    >>> following_phrase(" his mother, Ann Lee, on Friday.")
    ('his mother, Ann Lee', True)
    """
    listed = leading_list(rest)
    if listed is not None:
        return listed, True
    stop = _END.search(rest, 1)
    if stop is None:
        return rest.strip().rstrip("."), True
    phrase = rest[: stop.start()]
    if stop[0] == "," and person_in(phrase) is None:
        behind = rest[stop.start() :]
        given = _GAVE.search(_MARK.split(behind[:_AHEAD], maxsplit=1)[0])
        name = given[0] if given is not None else _name_behind(behind)
        phrase = f"{phrase}, {name}" if name else phrase
    mark = stop[0].strip()
    ends = not mark.isalpha() or mark in {"who", "which", "whose"} or " on " in stop[0]
    return phrase.strip(), ends


def _name_behind(rest: str) -> str | None:
    """The person whom an apposition names: ", Ann Lee" or ", Leeds' chancellor, Ann Lee"."""
    name = _NAME_BEHIND.match(rest)
    if name is not None and person_in(name[1].strip()) == name[1].strip():
        return name[1].strip()
    parts = _MARK.split(rest[1:_AHEAD], maxsplit=1)[0].split(",")
    return next((found for p in parts[:_APPOSED] if (found := _alone(p.strip()))), None)


def speaker_in(phrase: str) -> str | None:
    """The speaker a noun phrase names: the person when there is one, else the phrase's head.

    >>> speaker_in("Mayor Ann Lee, 40, of Leeds"), speaker_in("the bank's statement")
    ('Ann Lee', 'the bank')
    >>> speaker_in("A poll by Statmark of 1,200 adults")
    'A poll by Statmark'
    """
    phrase = _DATELINE.sub("", phrase.strip(" ,—–-\u200d"))
    phrase = _TAIL.sub("", _ASKED.sub("", phrase)).strip(" ,")
    phrase = _LATER.sub("", _closed(phrase))
    if not phrase or len(phrase) > _LONGEST:
        return None
    contracted = _CONTRACTED.fullmatch(phrase)  # "they've said"
    if contracted is not None and contracted[1].lower() in PRONOUNS:
        phrase = contracted[1]
    first, _, more = phrase.partition(" ")
    if first.lower() in FIRM_TRADES and more.rpartition(" ")[2][:1].isupper():
        phrase = more  # "Retailer Marden"
    if first.lower() in PRONOUNS and not more.startswith(("and ", "or ")):
        phrase = first  # "he himself", "she the mayor"
    if phrase.lower() in PRONOUNS or phrase == "WHO" or name_list(phrase):
        return phrase
    shown = _SHOWN.search(phrase)
    if shown is not None and _is_written(phrase[: shown.start()]):
        phrase = phrase[: shown.start()]
    if _OF_TOWN.match(phrase):
        return _plain_head(phrase)
    head = without_kind(_closed(_COMMA.split(phrase, maxsplit=1)[0].strip()))
    if _NONE.match(head):
        return None
    called = _CALLED.match(phrase) or _GAVE.search(phrase)
    if called is not None:
        return called[1]
    return owner_of(head) or _named_in(phrase, head)


def _closed(phrase: str) -> str:
    """A phrase without a parenthesis that is not closed in it."""
    return (
        phrase[: phrase.rindex("(")].rstrip() if phrase.count("(") > phrase.count(")") else phrase
    )


def _is_written(phrase: str) -> bool:
    """Whether a phrase names what can be published: a finding, or the trial of a drug."""
    what = phrase.partition(" by ")[0]
    return is_finding(what) or what.lower().endswith((" trial", " trials"))


def _named_in(phrase: str, head: str) -> str | None:
    """The person in a phrase, in its head or behind it; else its head."""
    core = _core(head)
    spoken = _SPOKESMAN.match(core)
    if spoken is not None and _MANY.search(spoken[0]):
        return _plain_head(head)  # "Relatives of one victim, Ann Lee"
    if spoken is not None:
        return person_in(phrase.partition(",")[2]) or _plain_head(head)
    parts = [p.strip() for p in phrase.split(",")]
    named = _with_second(_names_in(core), parts)
    if named is not None:
        return named
    if head == "One" and len(parts) > 1 and parts[1].startswith(("a ", "an ")):
        return parts[1]  # "One, a former fighter"
    if len(parts) > 1 and _is_named_by(head, parts[1]):
        return _bare_name(parts[1])
    return _plain_head(head if " " in head or head[:1].isupper() or len(parts) == 1 else parts[-1])


def _with_second(named: str | None, parts: list[str]) -> str | None:
    """Who is named, a second in apposition included: "Ann Lee and the mayor", "Bo Chan"."""
    apposed = next((name for part in parts[1:] if (name := _alone(part))), None)
    pair = _PAIR.fullmatch(named) if named and apposed else None
    return f"{pair[1]} and {apposed}" if pair is not None else named or apposed


def _is_named_by(head: str, part: str) -> bool:
    """Whether what stands behind the comma is the name: "One of these groups, the Northern Rail Union"."""
    if _ONE_OF.match(head):
        return _BODY.match(part) is not None
    named = _NAME_ALONE.fullmatch(_bare_name(part)) is not None
    return _NAMELESS.fullmatch(head) is not None and named


def _bare_name(part: str) -> str:
    """A name without what it names: "the listed group Lime" to "Lime"."""
    return part if _NAME_ALONE.fullmatch(part) else _KIND_BEFORE.sub("", part, count=1)


def _alone(part: str) -> str | None:
    """The person that an apposition is about: "former tennis player Ann Lee", not "friend of Ann Lee"."""
    name = person_in(part)
    if name is None or not part.endswith(name):
        return None
    role = part[: -len(name)].split()
    titled = bool(role) and role[-1] in TITLES  # "civil and environmental engineering professor"
    links = _LINKS - {"and"} if titled else _LINKS
    return name if links.isdisjoint(role) and len(role) <= _ROLE + titled else None


def _core(head: str) -> str:
    """The phrase before "who …" or a participle: what stands behind may name others."""
    words = tokens(head)
    for i in range(1, len(words)):
        if words[i].lower in _RELATIVES or (is_finite(words, i) and not words[i].is_capital):
            return head[: words[i - 1].end]
    return head


def _names_in(core: str) -> str | None:
    """The person a phrase names, or the persons it joins by "and"."""
    found = [p for p in people(core) if not _is_other(core, p.name)]
    if not found:
        return None
    if len(found) > 1 and re.search(r"\band\b", core[found[0].end : found[1].start]):
        return f"{found[0].name} and {found[1].name}"
    if re.match(r"\sand\s(?:[A-Z]|the\s|an?\s|his\s|her\s|\w+\s[A-Z])", core[found[0].end :]):
        return f"{found[0].name}{core[found[0].end :]}"
    return found[0].name


def owner_of(phrase: str) -> str | None:
    """Whose statement or letter it is: "Ann Lee's letter" to "Ann Lee", "her letter" to "she".

    >>> owner_of("Ann Lee's first letter"), owner_of("Ann Lee's lawyer")
    ('Ann Lee', None)
    """
    own = _OWNED.match(phrase)
    if own is not None:
        return _OWNERS[own[1].lower()] if is_finding(own[2]) else None
    of = _WRITTEN_OF.match(phrase) or _SENT_BY.match(phrase)
    if of is not None:
        return person_in(of[1]) or _plain_head(of[1])
    if not is_document(phrase):
        return None
    owner = _OWNER.match(phrase)
    if owner is None:
        return None
    return person_in(owner[1]) or _plain_head(
        _LAID.sub("", owner[1].removeprefix("Part of ").strip())
    )


def _is_other(phrase: str, name: str) -> bool:
    """Whether the name only belongs to the one who speaks: "lawyers for Ann Lee", "Ann Lee's wife"."""
    at = phrase.find(name)
    if at < 0:
        return False
    behind = phrase[at + len(name) :]
    if _OWNING.match(behind):
        return True
    return re.search(r"\b(?:for|to|of)\s(?:\w+\s)?$", phrase[:at]) is not None and not any(
        w in TITLES for w in phrase[:at].lower().split()
    )


def _plain_head(phrase: str) -> str | None:
    """The phrase itself without what hangs on it, unless it names nobody."""
    phrase = phrase.strip(" ,")
    if phrase.count(" ") > _LONG:
        phrase = _core(_CUT.sub("", phrase))
    low = phrase.lower()
    if (
        (phrase in PEOPLES and not phrase.endswith("ese"))
        or low.endswith(" than")
        or _DEED.match(phrase)
    ):
        return None  # "the Danish states", "fewer than first feared", "checked its database, which holds"
    bare = _DOING.split(low)[0]  # "legislators supporting the law"
    if low in _LAWS or bare.endswith(tuple(f" {law}" for law in _LAWS)) or _NUMBERED.match(low):
        return None
    if _FORM_IN_ING.match(phrase) and not _is_trade(low):
        return None
    if _ACTED.search(_RELATIVE.split(phrase, maxsplit=1)[0]):
        return None
    if not phrase or low in _NOBODY or low.split()[0] in _NOBODY_FIRST:
        return None
    few = sum(map(str.isalpha, phrase)) < _FEWEST_LETTERS
    return None if few or (low.startswith(("it ", "its ")) and not _is_of_body(phrase)) else phrase


def _is_trade(low: str) -> bool:
    """Whether a form in -ing tells what a body does: "mining company Lime", not "citing a company"."""
    first, *rest = low.split()
    return bool(rest) and rest[0] in _TRADING and first not in PARTICIPLES


def _is_of_body(phrase: str) -> bool:
    """Whether "its chairman" speaks; "its government" is the body itself, "its source" its own to credit."""
    last = phrase.rsplit(maxsplit=1)[-1]
    return is_speaker_like(phrase) and not is_body_word(last) and not last.startswith("source")
