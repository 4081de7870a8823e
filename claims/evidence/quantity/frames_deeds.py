"""Ways of telling what was done to whom, each with the plain one for it: "made 52 arrests of drivers".

A frame is the words by which it is seen, its pattern and what it is replaced by.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from claims.evidence.quantity.frames_counts import MANY
from claims.text.calendar_names import MONTH

if TYPE_CHECKING:
    from collections.abc import Callable

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
    "deaths": "dead",
    "dismissals": "dismissed",
    "rescues": "rescued",
    "burglaries": "burgled",
    "robberies": "robbed",
    "closures": "closed",
    "demolitions": "demolished",
    "cancellations": "cancelled",
}
"""What befalls one at a time, so that as many acts are as many that suffer them."""
_ACTS_OF = re.compile(
    rf"(?P<made>\b(?:made|carried out) )?(?P<many>{MANY}) (?P<act>{'|'.join(_ACTS)})"
    r" of (?P<who>(?:[a-z]+ )?(?:[a-z]+s|men|women|children"
    r"|people|police))\b(?! (?:and|or)\b)(?![^.;]*\b(?:twice|repeatedly|more than once|times)\b)",
    re.IGNORECASE,
)
_ADOPTED = re.compile(
    r"(?P<who>\b(?:[Pp]arliament|[Cc]ongress|[Cc]ouncil|[Ss]enate|[Hh]ouse|[Cc]hamber|[Aa]ssembly"
    r"|[Ll]egislature|deputies|lawmakers|MPs|[Ss]enators)) (?P<has>(?:has |have |had )?)(?:adopted"
    r"|approved(?= (?:the|an?|its) [^,;:.]{0,40}\b(?:act|law|bill|reform|resolution|motion|amendment)\b))"
    r"(?= (?:the|an?|its|his|her) )(?! an? (?:child|boy|girl|baby|son|daughter|dog))"
    r"|(?P<what>\b(?:[Aa]ct|[Ll]aw|[Bb]ill|[Bb]udget|[Rr]eform|[Rr]esolution|[Mm]otion|[Aa]mendment))"
    r" (?P<was>was|has been) (?:adopted|approved)\b"
)
_JOINED = re.compile(
    r"(?P<what>\b(?:strike|walkout|protest|march|demonstration|rally)(?: [^,;:\d]{1,40}?)?)"
    rf" was joined by (?={MANY})"
)
_TRIED = re.compile(r"\b(?:was|were) tried (?=(?:in|for|on|before|at|by the)\b)")
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
_WHILE = re.compile(r"\b(?:hours?|days?|weeks?|months?|years?|seasons?|flights|miles|kilometres)\b")
_REDUNDANT = re.compile(
    rf"\b(?P<made>made|make|makes|making) (?P<whom>{MANY}(?: [a-z]+){{0,3}}) redundant\b"
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
    rf"\bgave (?:the|an?) {_VACCINE} to (?P<whom>{MANY}(?: [a-z]+)?)(?=[.,;]|$| (?:in|on|at|during)\b)"
)
_TO_ASHES = re.compile(rf"\breduced (?P<what>{MANY}(?: [a-z]+){{0,3}}) to (?:ashes|rubble|ruins)\b")
_CUSTODY = re.compile(rf"\b(?:took|taken) (?P<who>{MANY}(?: [a-z]+){{0,3}}) into custody\b")
_TERM = re.compile(
    r"\b(?:(?:received|got|was given|were given|was handed|were handed|was sentenced to) an?"
    r" (?P<many>[a-z\d-]+?)[- ](?P<unit>year|month|week|day)(?:-long)?"
    r" (?:prison|jail) (?:sentence|term)s?\b(?![^;.]*\b(?:suspended|probation)\b)"
    r"|sent (?P<who>(?:[A-Z][\w’'-]* ?){1,3}|the [a-z]+) to (?:prison|jail)\b)"
)
_GUILTY = re.compile(r"\bfound (?!not\b|guilty\b)(?P<who>[^,;:.]{2,40}?) (?P<not>not )?guilty\b")
_WALKED_OUT = re.compile(r"\bwalked out(?=\W*$)")
_TOOK_PART = re.compile(
    r"\b(?P<who>people|workers|nurses|teachers|drivers|miners|doctors|employees|[a-z]+ers) took part in"
    r" (?:the|a) strike\b"
)
_CAUGHT = re.compile(
    r"\b(?:caught|contracted) (?=(?:the )?(?:cholera|malaria|measles|flu|influenza|dengue|typhoid"
    r"|tuberculosis"
    r"|polio|Ebola|mumps|rabies|virus|disease|infection)\b)"
)
_IN_HOSPITAL = re.compile(rf"\b(?:put|left) (?P<who>{MANY}(?: [a-z]+){{0,3}}) in hospital\b")
_CROPS = (
    r"(?:wheat|rice|maize|corn|barley|rye|oats|potatoes|beans|sugar beet|sugar cane|cotton|coffee|cocoa|tea"
    r"|grain"
    r"|apples|olives|grapes|oranges|soybeans|soya|bananas|onions|tomatoes|hay)"
)
_GREW = re.compile(
    rf"\b(?:produced|grew|brought in) (?=(?:{MANY}) (?:tonnes|tons|kilos|bushels) of {_CROPS}\b)"
    rf"|(?P<crop>\b{_CROPS}) (?:output|production)\b",
    re.IGNORECASE,
)
_PUT_DOWN = re.compile(
    r"(?P<what>\b(?:pigs|cattle|cows|sheep|birds|chickens|hens|turkeys|dogs|horses|mink|ducks|geese|goats)\b"
    r"[^,;:\d]{0,30}? (?:was|were|been)) put down\b"
)
_PUT_UP = re.compile(
    rf"\bput up (?={MANY} (?:[a-z]+ )?(?:flats|houses|homes|barns|schools|towers|buildings|turbines|masts"
    r"|blocks|huts|sheds|factories|bridges)\b)"
)
_ASYLUM = re.compile(r"\b(?:sought|asked for|requested|claimed|filed for) asylum\b")
_GENERATED = re.compile(
    r"\bgenerate(?P<d>s|d) (?=(?:[a-z]+ ){0,3}[\d.,]+ (?:million |billion )?(?:[a-z]*watt|[GMkT]W))"
)
_RELEASED = re.compile(
    r"\b(?:released|discharged|put out) (?=(?:[a-z]+ ){0,3}[\d.,]+ (?:million |billion )?(?:tonnes|tons) of"
    r" (?:carbon|CO|greenhouse|methane))"
)
_ACRES = r"(?:hectares|acres|square (?:kilometres|kilometers|miles))"
_RAVAGED = r"(?:destroyed|consumed|devoured|ravaged|scorched|charred|blackened|devastated)"
_A_FIRE = re.compile(r"\b(?:(?:wild|bush)?fires?|blazes?|flames)\b", re.IGNORECASE)
BURNED = re.compile(
    rf"\b(?:{_RAVAGED}|swept through|burned through|burnt through) (?={MANY} {_ACRES}\b)"
    rf"|(?P<what>\b(?:{_ACRES}|[Ff]orest)\b[^;:]{{0,50}}? (?:was|were)) (?:{_RAVAGED}|lost to"
    rf"|swept by)\b(?P<by> by)?"
)
_DEPLOYED = re.compile(
    rf"\b(?:sent|dispatched) (?={MANY} (?:soldiers|troops|peacekeepers|marines|police|officers|warships)\b)"
)
_MARCHERS = re.compile(r"\b(?P<n>[Nn])umber of marchers\b")
_COST_LIVES = re.compile(rf"\bcost (?P<who>{MANY} [a-z]+) their li(?:ves|fe)\b")
_HELD_UP = re.compile(
    rf"\bheld up (?={MANY} (?:[a-z]+ )?(?:banks|shops|stores|stations|post offices|trains|casinos"
    rf"|jewellers)\b)"
)
_WENT_ON_TRIAL = re.compile(r"^(?P<who>[A-Z][^,;:\d]{2,40}?) went on trial\b")
_TRIAL_AGAINST = re.compile(r"\b(?P<t>[Tt])rial against\b")
_EXISTED = re.compile(rf"\bhas existed since (?=(?:{MONTH} )?\d{{4}}\b)")
_DATE_OF = re.compile(
    r"^(?:(?P<who>[A-Z][^,;:\d]{1,40}?)(?:[’']s|(?<=s)[’']) (?P<of>date|year) of (?P<what>birth|death)"
    r"|The (?P<of2>date|year) of (?P<what2>birth|death) of (?P<who2>[^,;:\d]{2,40}?)) (?:is|was) (?=\d|[A-Z])"
)
_ORDER_WITH = re.compile(
    rf"\bplaced an order for (?P<what>{MANY} [a-z]+(?: [a-z]+)?)(?P<with> with)?\b"
)
_IN_POVERTY = re.compile(
    r"\bliv(?:es?|(?P<then>ed)) (?:in poverty|(?:below|under) the poverty line)\b"
)
_REGISTERED = re.compile(
    rf"\bregistered (?={MANY} (?:[a-z]+ )?(?:births|deaths|cases|infections|arrivals|departures|accidents"
    rf"|crimes"
    r"|thefts|burglaries|murders|earthquakes|marriages|divorces|complaints)\b)"
)
_SENT_TO = re.compile(
    r"(?P<who>\b(?:soldiers|troops|peacekeepers|marines) (?:was|were)) (?:sent|dispatched) (?=to\b)"
)
_REFUGEES = re.compile(
    rf"\b(?:took in|taken in|admitted|received|gave shelter to) (?={MANY} (?:[a-z]+ )?(?:refugees"
    rf"|asylum seekers)\b)"
    r"|(?P<who>\b(?:refugees|asylum seekers) (?:were|have been|had been)) (?:taken in|admitted|received)\b"
)
_CITIZENS = re.compile(
    rf"\bgranted citizenship to (?P<who>{MANY}(?: [a-z]+)?)|\bbecame citizens of\b"
)
_VOTED = re.compile(
    r"\b(?P<who>deputies|MPs|senators|lawmakers|councillors|legislators)"
    r" voted (?:(?P<for>for|in favou?r of)|against)"
    r" (?=the (?:[a-z]+ )?(?:bill|act|law|motion|budget|reform|resolution|amendment|treaty)\b)"
)
_TOOK = re.compile(
    rf"\b(?P<who>[Tt]hieves|[Bb]urglars|[Rr]obbers|[Rr]aiders) (?:(?P<into>broke into)"
    rf"(?= {MANY} (?:[a-z]+ )?[a-z]+s\b)|took (?={MANY})(?!{MANY} (?:hours|minutes"
    r"|days|weeks|months|years|seconds)\b))"
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


def _jailed(match: re.Match[str]) -> str:
    """'was jailed for seven years' of "received a seven-year prison sentence"."""
    if match["who"]:
        return f"jailed {match['who'].rstrip()}"
    return f"was jailed for {match['many']} {match['unit']}s"


def _in_a_life(match: re.Match[str]) -> str:
    """'The poet was born on' of "The poet's date of birth is"."""
    who = match["who"] or match["who2"]
    done = "was born" if (match["what"] or match["what2"]) == "birth" else "died"
    on = "on" if (match["of"] or match["of2"]) == "date" else "in"
    return f"{who[0].upper()}{who[1:]} {done} {on} "


def _accepted(match: re.Match[str]) -> str:
    return f"{match['who']} accepted" if match["who"] else "accepted "


def _ordered(match: re.Match[str]) -> str:
    return f"ordered {match['what']}{' from' if match['with'] else ''}"


def _harvested(match: re.Match[str]) -> str:
    return f"{match['crop']} harvest" if match["crop"] else "harvested "


def _unhurt(match: re.Match[str]) -> str:
    """Nothing of "without casualties", but where it tells for how long nobody was hurt."""
    return match[0] if _WHILE.search(match.string, 0, match.start()) else ""


def burned(match: re.Match[str]) -> str:
    """'burned' of "devoured 400 hectares", where a fire did it."""
    if not _A_FIRE.search(match.string):
        return match[0]
    return f"{match['what']} burned by" if match["what"] else "burned "


def _passed(match: re.Match[str]) -> str:
    """'Parliament passed' of "Parliament adopted", 'the act was passed' of "the act was adopted"."""
    if match["who"]:
        return f"{match['who']} {match['has']}passed"
    return f"{match['what']} {match['was']} passed"


ACTS: tuple[tuple[tuple[str, ...], re.Pattern[str], Callable[[re.Match[str]], str] | str], ...] = (
    (tuple(f" {act} of " for act in _ACTS), _ACTS_OF, _befell),
    ((" adopted", " approved"), _ADOPTED, _passed),
    ((" joined by ",), _JOINED, r"\g<what>: "),
    ((" tried ", " trial"), _TRIED, "stood trial "),
    (("with no ", "without ", "but no"), _UNHURT, _unhurt),
    ((" down",), _SUNK, r"\g<ship> sank"),
    ((" redundant",), _REDUNDANT, r"laid off \g<whom>"),
    ((" cut down",), _CUT_DOWN, lambda m: f"{m['trees']} felled" if m["trees"] else "felled "),
    ((" vaccin", " jab"), _GOT_IT, _vaccinated),
    ((" gave ",), _GAVE_IT, _vaccinated),
    ((" their li",), _COST_LIVES, r"killed \g<who>"),
    ((" held up ",), _HELD_UP, "robbed "),
    ((" went on trial",), _WENT_ON_TRIAL, r"The trial of \g<who> began"),
    (("rial against",), _TRIAL_AGAINST, r"\g<t>rial of"),
    ((" existed since",), _EXISTED, "was founded in "),
    ((" of birth", " of death"), _DATE_OF, _in_a_life),
    ((" an order for",), _ORDER_WITH, _ordered),
    ((" poverty",), _IN_POVERTY, lambda m: "were poor" if m["then"] else "are poor"),
    ((" registered ",), _REGISTERED, "recorded "),
    ((" sent to", " dispatched to"), _SENT_TO, r"\g<who> deployed "),
    (("refugees", "asylum seekers"), _REFUGEES, _accepted),
    ((" citizen",), _CITIZENS, lambda m: f"naturalised {m['who']}" if m["who"] else "were naturalised in"),
    ((" voted ",), _VOTED, lambda m: f"{m['who']} {'supported' if m['for'] else 'opposed'} "),
    ((" reduced ",), _TO_ASHES, r"destroyed \g<what>"),
    ((" into custody",), _CUSTODY, r"arrested \g<who>"),
    ((" prison", " jail"), _TERM, _jailed),
    ((" guilty",), _GUILTY, lambda m: f"{'acquitted' if m['not'] else 'convicted'} {m['who']}"),
    ((" walked out",), _WALKED_OUT, "went on strike"),
    ((" took part in",), _TOOK_PART, r"\g<who> went on strike"),
    (("caught ", "contracted "), _CAUGHT, "were infected with "),
    ((" in hospital",), _IN_HOSPITAL, r"hospitalised \g<who>"),
    ((" produced", " grew ", " brought in", " output", " production"), _GREW, _harvested),
    ((" put down",), _PUT_DOWN, r"\g<what> culled"),
    ((" put up ",), _PUT_UP, "built "),
    ((" asylum",), _ASYLUM, "applied for asylum"),
    ((" generate",), _GENERATED, r"produce\g<d> "),
    ((" of carbon", " of CO", " of greenhouse", " of methane"), _RELEASED, "emitted "),
    ((" sent ", " dispatched "), _DEPLOYED, "deployed "),
    ((" marchers",), _MARCHERS, r"\g<n>umber of people who marched"),
    (("ieves ", "urglars ", "obbers ", "aiders "), _TOOK,
     lambda m: f"{m[1]} {'burgled' if m[2] else 'stole '}"),
)  # fmt: skip
"""Frames of deeds."""
