"""Ways of saying how many there are, brought to a plain one: "had 52 arrests of …", "has a capacity of …".

Each frame is looked for only where one of its words stands, and replaced wherever it is found.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from claims.text.calendar_names import MONTH

if TYPE_CHECKING:
    from collections.abc import Callable

_MANY = (
    r"\b(?:(?:about|around|some|nearly|almost|roughly|over|more than|fewer than|less than|at least|up to"
    r"|only|just|another|a total of) ){0,2}"
    r"(?:\d[\d,.]*(?: (?:million|thousand|hundred))?|(?:two|three|four|five|six|seven|eight|nine|ten|eleven"
    r"|twelve|(?:dozens|hundreds|thousands) of)\b|[a-z]+(?:teen|ty)\b(?:-[a-z]+)?)"
)
_SUM = r"(?:(?:about|around|some|nearly|almost|over|more than|less than|at least|just) )?[$€£]?\d[\d,.]*"
_ACTS = {
    "arrests": "arrested",
    "detentions": "detained",
    "deportations": "deported",
    "evictions": "evicted",
    "executions": "executed",
    "expulsions": "expelled",
    "hospitalisations": "hospitalised",
    "hospitalizations": "hospitalised",
    "kidnappings": "kidnapped",
    "abductions": "abducted",
    "killings": "killed",
    "murders": "murdered",
    "deaths": "killed",
    "dismissals": "dismissed",
    "injuries": "injured",
    "rescues": "rescued",
    "burglaries": "burgled",
    "robberies": "robbed",
    "closures": "closed",
    "demolitions": "demolished",
    "cancellations": "cancelled",
    "inspections": "inspected",
}
"""What befalls one at a time, so that as many acts are as many that suffer them."""
_ACTS_OF = re.compile(
    rf"(?P<made>\b(?:made|carried out) )?(?P<many>{_MANY}) (?P<act>{'|'.join(_ACTS)})"
    r" of (?P<who>(?:[a-z]+ )?(?:[a-z]+s|men|women|children"
    r"|people|police))\b(?! (?:and|or)\b)",
    re.IGNORECASE,
)
_HOLDS = re.compile(
    r"\b(?P<what>[Ss]tadium|[Aa]rena|[Hh]all|[Tt]heatre|[Tt]heater|[Cc]inema|[Aa]uditorium|[Vv]enue|[Cc]hurch"
    r"|[Oo]pera|[Mm]osque|[Ss]ynagogue|[Cc]athedral|[Ff]ootball ground)"
    r"(?P<which>[^,;:.\d]{0,40}?)"
    r" (?:(?:has|had) (?:room|space) for|(?:has|had) a (?:total |maximum )?capacity (?:of|for)"
    r"|can (?:hold|accommodate|take|fit)|accommodates) (?![^.;]*\b(?:standing|seated|more|another)\b)"
)
_CARRIES = re.compile(
    r"\b(?P<what>[Bb]us|[Ff]erry|[Pp]lane|[Aa]irliner|[Tt]ram|[Tt]rain|[Ll]ifeboat|[Bb]oat|[Ss]hip|[Cc]oach)"
    r"(?P<which>[^,;:.\d]{0,40}?) (?:(?:has|had) (?:room|space) for|accommodates|takes) "
    rf"(?={_MANY} (?:people|passengers|travellers|guests|cars)\b)"
)
_SEATS = re.compile(
    r"\b(?:(?P<had>has|had) (?:a seating capacity (?:of|for)|seating for|seats for)|can seat) "
    r"(?=[^.;]{0,30}\d)"
)
_PRICED = re.compile(
    r"\b(?P<deal>(?:bought|acquired|purchased|sold|taken over|buys|acquires|sells)\b[^,;:]{0,80}?)"
    rf" (?:at|for) an? (?:total |purchase )?(?:price|sum) of (?={_SUM}(?: ?(?:[mb]n|million|billion))?"
    r"(?: (?:dollars|euros|pounds|[a-z]+s))?(?:[.,;]|$| in\b))"
)
_PAID_FOR = re.compile(
    rf"\b(?P<had>(?:has|have|had) )?paid (?P<sum>{_SUM} ?(?:(?:[mb]n|million|billion)\b)?"
    r"(?: (?:dollars|euros|pounds|francs|crowns|yen))?)"
    r" (?:for|to (?:buy|acquire|purchase)) (?P<what>(?:[A-Z][\w&’'-]+ ){0,3}[A-Z][\w&’'-]+)"
    r"(?=(?: (?:in|on|last) [^,;:]{1,40})?\W*$)"
)
_FISCAL_ENDED = re.compile(
    r"\b(?P<year>(?:fiscal|financial|business) (?:year )?\d{4}),? (?:which|that)"
    rf" (?:ended|ends|closed|ran (?:to|until))(?: (?:on|at|in))?(?: the end of)? (?:\d{{1,2}} )?(?:{MONTH})"
    r"(?: \d{1,2},)?(?: \d{4})?,?"
)
_COURSE = re.compile(
    rf"\b(?P<in>[Ii])n the course of (?=\d{{4}}\b|(?:{MONTH})\b|(?:the|that|this|last) year\b)"
)
_YEAR_END = re.compile(
    r"\b(?P<at>[Aa]t|[Aa]s of|[Aa]s at) (?:(?:31 December|December 31,) (?P<year>\d{4})\b"
    r"|(?:30|31) (?P<other>January|March|April|May|June|July|August|September|October|November)"
    r" (?P<year2>\d{4})\b)"
)
_STOOD_ON = re.compile(
    r"(?P<stood>\b(?:stood at|numbered|amounted to|totalled) [^,;:]{1,40}?) on"
    r"(?= (?:30|31) [A-Z][a-z]+ \d{4})"
)
_HOTTEST = re.compile(
    r"\b(?P<a>[Aa]) (?:maximum|high|peak)(?: temperature)? of"
    r" (?P<many>-?[\d.]+ ?(?:°C|°F|degrees[A-Za-z ]*?)) was (?:measured|recorded|reached|registered)\b"
)
_TEMPERATURES = re.compile(
    r"\b(?P<t>[Tt])emperatures (?P<where>(?:in|at) [A-Z][\w’'-]+(?: [A-Z][\w’'-]+)* )?"
    r"(?=(?:reached|hit|rose to|fell to|climbed to)\b)"
)
_ADOPTED = re.compile(
    r"(?P<who>\b(?:[Pp]arliament|[Cc]ongress|[Cc]ouncil|[Ss]enate|[Hh]ouse|[Cc]hamber|[Aa]ssembly"
    r"|[Ll]egislature|deputies|lawmakers|MPs|[Ss]enators)) (?P<has>(?:has |have |had )?)adopted"
    r"(?= (?:the|an?|its|his|her) )(?! an? (?:child|boy|girl|baby|son|daughter|dog))"
    r"|(?P<what>\b(?:[Aa]ct|[Ll]aw|[Bb]ill|[Bb]udget|[Rr]eform|[Rr]esolution|[Mm]otion|[Aa]mendment))"
    r" (?P<was>was|has been) adopted\b"
)
_ENROLLED = re.compile(
    rf"(?P<has>\b(?:has|have|had|[Tt]here (?:are|were)) {_MANY} (?:[a-z]+ )?(?:pupils|students|children))"
    r" enroll?ed\b"
)
_WON = re.compile(
    rf"\b(?:took|takes|captured|secured|picked up|ended up with|got) (?={_MANY}(?: (?:of (?:the )?\d+"
    r"|gold|silver|bronze|parliamentary))? (?:seats|medals|titles|votes)\b"
    rf"|{_MANY} ?(?:%|percent|per cent) of the (?:vote|seats)\b)"
)
_JOINED = re.compile(
    r"(?P<what>\b(?:strike|walkout|protest|march|demonstration|rally)(?: [^,;:\d]{1,40}?)?)"
    rf" was joined by (?={_MANY})"
)
_BROUGHT = re.compile(
    rf"(?P<when>(?:\b(?:{MONTH})(?: \d{{4}})?|^\d{{4}}|, \d{{4}}|\b[Tt]he (?:year|winter|summer|spring|autumn"
    r"|season|month|week|decade|night)(?: of \d{4})?)) (?:brought|witnessed)\b"
)
_TRIED = re.compile(r"\b(?:was|were) tried (?=(?:in|for|on|before|at|by the)\b)|\bwent on trial\b")
_ENDED_YEAR = re.compile(
    r"\b(?:closed|ended|finished) (?P<year>(?:(?:the|its) )?(?:(?:fiscal|financial|business) )?"
    r"(?:year )?\d{4}) with (?=an? )"
)
_DURING = re.compile(rf"\b(?P<d>[Dd])uring (?=(?:{MONTH})\b(?! \d))")
_SUNK = re.compile(
    r"(?P<ship>\b(?:ferry|ship|boat|vessel|trawler|tanker|liner|freighter|steamer|yacht|submarine|barge"
    r"|cruiser|destroyer|frigate|schooner|tug)\b[^,;:\d]{0,40}?) (?:went|goes|gone) down"
    r"(?= (?:in|on|off|with|near|during|after|at)\b|\W*$)",
    re.IGNORECASE,
)
_UNHURT = re.compile(
    r",? (?:with(?:out| no)(?: any)? (?:loss of life|casualties|injuries|deaths|victims)"
    r"|but (?:nobody|no one) was (?:hurt|injured|killed))(?=\W*$)"
)
_REDUNDANT = re.compile(
    rf"\b(?P<made>made|make|makes|making) (?P<whom>{_MANY}(?: [a-z]+){{0,3}}) redundant\b"
)
_TREES = r"(?:trees|oaks|pines|beeches|birches|poplars|palms|elms|limes|firs|spruces|cedars|planes)"
_CUT_DOWN = re.compile(
    rf"\bcut down (?!on\b)(?=[^,;:]{{0,40}}\b{_TREES}\b)"
    rf"|(?P<trees>\b{_TREES}\b[^,;:]{{0,60}}? (?:was|were|been|being)) cut down\b",
)
_VACCINE = (
    r"(?:(?P<what>(?!first|second|third|new|same|last|full|booster)[a-z]+) )?"
    r"(?:vaccine|vaccination|jab)"
)
_GOT_IT = re.compile(
    rf"\b(?:received|got|(?:was|were) given) (?:the|an?) {_VACCINE}\b(?! (?:dose|trial)s?)"
)
_GAVE_IT = re.compile(
    rf"\bgave (?:the|an?) {_VACCINE} to (?P<whom>{_MANY}(?: [a-z]+)?)(?=[.,;]|$| (?:in|on|at|during)\b)"
)
_ORDERED_TO_PAY = re.compile(
    r"\b(?P<was>was|were) ordered by (?P<who>(?:the|an?) [a-z -]{3,40}?) to pay an? (?:fine|penalty) of\b"
)
_STAKE = re.compile(
    r"(?P<who>\b[A-Z][\w’'-]*?)[’'](?:s )?(?: )?(?:stake|holding|shareholding) in (?P<what>[^,;:\d]{2,40}?)"
    r" (?:is|was|stood at|stands at|amounts to|amounted to|came to|reached)"
    r" (?P<many>(?:[a-z]+ ){0,2}[\d.]+ ?(?:%|percent|per cent))"
)
_MARCHERS = re.compile(r"\b(?P<n>[Nn])umber of marchers\b")
_VOTED = re.compile(
    r"\b(?P<who>deputies|MPs|senators|lawmakers|councillors|legislators)"
    r" voted (?:(?P<for>for|in favou?r of)|against)"
    r" (?=the (?:[a-z]+ )?(?:bill|act|law|motion|budget|reform|resolution|amendment|treaty)\b)"
)
_TOOK = re.compile(
    rf"\b(?P<who>[Tt]hieves|[Bb]urglars|[Rr]obbers|[Rr]aiders) took (?={_MANY})(?!{_MANY} (?:hours|minutes"
    r"|days|weeks|months|years|seconds)\b)"
)


def _befell(match: re.Match[str]) -> str:
    """'52 arrested men' of "52 arrests of men", 'arrested 52 men' of "made 52 arrests of men"."""
    done = _ACTS[match["act"].lower()]
    told = (done, match["many"]) if match["made"] else (match["many"], done)
    return f"{' '.join(told)} {match['who']}"


def _vaccinated(match: re.Match[str]) -> str:
    """'were vaccinated against flu' of "got the flu vaccine"."""
    against = f" against {match['what']}" if match["what"] else ""
    done = match.groupdict().get("whom")
    return f"vaccinated {done}{against}" if done else f"were vaccinated{against}"


def _at_year_end(match: re.Match[str]) -> str:
    """'at the end of 2013' of "at 31 December 2013"."""
    at = "At" if match["at"][0] == "A" else "at"
    if match["year"]:
        return f"{at} the end of {match['year']}"
    return f"{at} the end of {match['other']} {match['year2']}"


def _passed(match: re.Match[str]) -> str:
    """'Parliament passed' of "Parliament adopted", 'the act was passed' of "the act was adopted"."""
    if match["who"]:
        return f"{match['who']} {match['has']}passed"
    return f"{match['what']} {match['was']} passed"


_FRAMES: tuple[tuple[tuple[str, ...], re.Pattern[str], Callable[[re.Match[str]], str] | str], ...] = (
    (tuple(f" {act} of " for act in _ACTS), _ACTS_OF, _befell),
    ((" room", " space", " capacity", " can ", " accommodates"), _HOLDS, r"\g<what>\g<which> holds "),
    ((" room", " space", " accommodates", " takes"), _CARRIES, r"\g<what>\g<which> can carry "),
    ((" seating", " can seat", " seats for"), _SEATS, "seats "),
    ((" price of", " sum of"), _PRICED, r"\g<deal> for "),
    (("paid ",), _PAID_FOR, lambda m: f"{m['had'] or ''}bought {m['what']} for {m['sum'].rstrip()}"),
    ((" year", "iscal "), _FISCAL_ENDED, r"\g<year>"),
    (("n the course",), _COURSE, r"\g<in>n "),
    ((" stood at", " numbered", " amounted", " totalled"), _STOOD_ON, r"\g<stood> at"),
    (("t 3", "t Dec", "s of ", "s at "), _YEAR_END, _at_year_end),
    ((" was measured", " was re"), _HOTTEST, r"the temperature reached \g<many>"),
    (("emperatures ",), _TEMPERATURES, r"\g<t>emperature \g<where>"),
    ((" adopted",), _ADOPTED, _passed),
    ((" enrol",), _ENROLLED, r"\g<has>"),
    ((" took", " takes", " captured", " secured", " picked up", " ended up", " got"), _WON, "won "),
    ((" joined by ",), _JOINED, r"\g<what>: "),
    ((" brought", " witnessed"), _BROUGHT, r"\g<when> had"),
    ((" tried ", " trial"), _TRIED, "stood trial "),
    ((" with a",), _ENDED_YEAR, r"in \g<year> made "),
    (("uring ",), _DURING, lambda m: "In " if m["d"] == "D" else "in "),
    (("with no ", "without ", "but no"), _UNHURT, ""),
    ((" down",), _SUNK, r"\g<ship> sank"),
    ((" redundant",), _REDUNDANT, r"laid off \g<whom>"),
    ((" cut down",), _CUT_DOWN, lambda m: f"{m['trees']} felled" if m["trees"] else "felled "),
    ((" vaccin", " jab"), _GOT_IT, _vaccinated),
    ((" gave ",), _GAVE_IT, _vaccinated),
    ((" ordered by",), _ORDERED_TO_PAY, r"\g<was> fined by \g<who>"),
    ((" stake in", " holding in", " shareholding in"), _STAKE, r"\g<who> owns \g<many> of \g<what>"),
    ((" voted ",), _VOTED, lambda m: f"{m['who']} {'supported' if m['for'] else 'opposed'} "),
    ((" marchers",), _MARCHERS, r"\g<n>umber of people who marched"),
    (("ieves ", "urglars ", "obbers ", "aiders "), _TOOK, r"\g<who> stole "),
)  # fmt: skip
"""Words by which a frame is seen, its pattern and what it is replaced by."""


def framed(text: str) -> str:
    """A sentence with its frames told in the plain way.

    >>> framed("Police made 52 arrests of drivers in the course of 2013.")
    'Police arrested 52 drivers in 2013.'
    >>> framed("At 31 December 2013 the arena had room for 900 people.")
    'At the end of 2013 the arena holds 900 people.'
    """
    for words, pattern, instead in _FRAMES:
        if any(word in text for word in words):
            text = pattern.sub(instead, text)
    return text
