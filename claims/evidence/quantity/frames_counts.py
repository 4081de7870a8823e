"""Ways of saying how many there are and what was done, each with the plain one for it.

A frame is the words by which it is seen, its pattern and what it is replaced by.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from claims.text.calendar_names import MONTH

if TYPE_CHECKING:
    from collections.abc import Callable

MANY = (
    r"\b(?:(?:about|around|some|nearly|almost|roughly|over|more than|fewer than|less than|at least|up to"
    r"|only|just|another|a total of) ){0,2}"
    r"(?:\d[\d,.]*(?: (?:million|thousand|hundred))?|(?:two|three|four|five|six|seven|eight|nine|ten|eleven"
    r"|twelve|(?:dozens|hundreds|thousands) of)\b|[A-Za-z][a-z]*(?:teen|ty)\b(?:-[a-z]+)?)"
)
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
    rf"(?={MANY} (?:people|passengers|travellers|guests|cars)\b)"
)
_SEATS = re.compile(
    r"\b(?:(?P<had>has|had) (?:a seating capacity (?:of|for)|seating for|seats for)|can seat) "
    r"(?=[^.;]{0,30}\d)"
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
    r"|[Ll]egislature|deputies|lawmakers|MPs|[Ss]enators)) (?P<has>(?:has |have |had )?)(?:adopted"
    r"|approved(?= (?:the|an?|its) [^,;:.]{0,40}\b(?:act|law|bill|reform|resolution|motion|amendment)\b))"
    r"(?= (?:the|an?|its|his|her) )(?! an? (?:child|boy|girl|baby|son|daughter|dog))"
    r"|(?P<what>\b(?:[Aa]ct|[Ll]aw|[Bb]ill|[Bb]udget|[Rr]eform|[Rr]esolution|[Mm]otion|[Aa]mendment))"
    r" (?P<was>was|has been) (?:adopted|approved)\b"
)
_ENROLLED = re.compile(
    rf"(?P<has>\b(?:has|have|had|[Tt]here (?:are|were)) {MANY} (?:[a-z]+ )?(?:pupils|students|children))"
    r" enroll?ed\b"
)
_WON = re.compile(
    rf"\b(?:took|takes|captured|secured|picked up|ended up with|got"
    rf"|collected) (?={MANY}(?: (?:of (?:the )?\d+"
    r"|gold|silver|bronze|parliamentary))? (?:seats|medals|titles|votes)\b"
    rf"|{MANY} ?(?:%|percent|per cent) of the (?:vote|seats)\b)"
)
_WINS = (
    " took",
    " takes",
    " captured",
    " secured",
    " picked up",
    " ended up",
    " got",
    " collected",
)
_JOINED = re.compile(
    r"(?P<what>\b(?:strike|walkout|protest|march|demonstration|rally)(?: [^,;:\d]{1,40}?)?)"
    rf" was joined by (?={MANY})"
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
_NO_JOB = re.compile(
    r"\b(?:had|have|has) no (?:job|work)\b|\b(?P<be>was|were|are|is) without (?:a job|work)\b"
)
_CAUGHT = re.compile(
    r"\b(?:caught|contracted) (?=(?:the )?(?:cholera|malaria|measles|flu|influenza|dengue|typhoid"
    r"|tuberculosis"
    r"|polio|Ebola|mumps|rabies|virus|disease|infection)\b)"
)
_IN_HOSPITAL = re.compile(rf"\b(?:put|left) (?P<who>{MANY}(?: [a-z]+){{0,3}}) in hospital\b")
_ENROLMENT = re.compile(
    rf"(?P<what>\b(?:[Ss]chool|[Cc]ollege|[Uu]niversity|[Aa]cademy)\b[^,;:\d]{{0,40}}?) (?P<has>has|had) an?"
    rf" (?:total )?enroll?ment of (?P<many>{MANY})(?: (?:pupils|students))?"
)
_OCCUPATIONS = (
    r"(?:teachers|doctors|nurses|engineers|journalists|lawyers|drivers|scientists|researchers|guards|cooks"
    r"|waiters|librarians|technicians|musicians|dancers|editors|inspectors|programmers|developers|cleaners"
    r"|pilots|guides|actors|gardeners|officers|firefighters|midwives|surgeons|craftsmen|apprentices)"
)
_EMPLOYS = re.compile(
    rf"\bemploy(?P<ed>s|ed) (?=(?P<many>{MANY}) (?:[a-z]+ )?{_OCCUPATIONS}\b(?! (?:at|for|on)\b))"
    rf"|(?P<who>{MANY} {_OCCUPATIONS}) work(?P<ed2>ed)? (?=at|for)",
)
_MAGNITUDE = re.compile(
    r"(?P<quake>\b(?:earthquake|quake|tremor)\b[^,;:\d]{0,40}?) (?:measured|registered)"
    r" (?=\d\.\d(?: on the Richter scale)?\W*$)"
)
_RICHTER = re.compile(r"(?P<many>\d\.\d) on the Richter scale")
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
_CROWD = re.compile(
    rf"\b(?:was watched by|was played (?:before|in front of)(?: a crowd of)?|drew|attracted|was seen by"
    rf"|was attended by) (?P<many>{MANY}) (?:fans|spectators|supporters)\b(?! of\b)"
    rf"|^(?:A crowd of )?(?P<many2>{MANY}) (?:fans|spectators|supporters) (?:watched|saw|attended)"
    r" (?P<what>(?:the|[A-Z])[^,;:\d]{2,60}?)(?=\W*$|, [^,]{2,40} said\b)"
    r"|\b(?P<the>[Tt]he )?(?:[Cc]rowd|[Aa]ttendance) at (?P<what2>[^,;:\d]{2,60}?) (?:was|numbered|came to"
    r"|stood at"
    rf"|reached) (?P<many3>{MANY})(?=\W*$)",
    re.IGNORECASE,
)
_STUDY = re.compile(
    rf"\b(?P<s>[Ss]tudy) (?:followed|covered|looked at|was based on|tracked|examined|surveyed"
    rf"|involved) (?={MANY})"
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
_OVER = re.compile(
    r"\b(?:extends|stretches|spreads|is spread) over (?=(?:[a-z]+ ){0,2}[\d.,]+ (?:million )?(?:square"
    r"|hectares|acres))"
)
_IN_SIZE = re.compile(
    r"\b(?P<be>is|was) (?P<many>(?:[a-z]+ ){0,2}[\d.,]+ (?:million )?(?:square [a-z]+|hectares|acres)) in"
    r" (?:size|area|extent)\b"
)
_MARCHERS = re.compile(r"\b(?P<n>[Nn])umber of marchers\b")
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


def _staffed(match: re.Match[str]) -> str:
    """'has' of "employs 41 teachers"; '41 teachers are' of "41 teachers work at"."""
    if match["who"]:
        return f"{match['who']} {'were' if match['ed2'] else 'are'} "
    return "has " if match["ed"] == "s" else "had "


def _unhurt(match: re.Match[str]) -> str:
    """Nothing of "without casualties", but where it tells for how long nobody was hurt."""
    return match[0] if _WHILE.search(match.string, 0, match.start()) else ""


def _covers(match: re.Match[str]) -> str:
    return f"cover{'s' if match['be'] == 'is' else 'ed'} {match['many']}"


def _harvested(match: re.Match[str]) -> str:
    return f"{match['crop']} harvest" if match["crop"] else "harvested "


def _crowd(match: re.Match[str]) -> str:
    """'had 19,200 spectators' of "was watched by 19,200 fans"."""
    if match["many"]:
        return f"had {match['many']} spectators"
    what = match["what"] or match["what2"]
    many = (match["many2"] or match["many3"]).lower()
    return f"{what[0].upper()}{what[1:]} had {many} spectators"


def burned(match: re.Match[str]) -> str:
    """'burned' of "devoured 400 hectares", where a fire did it."""
    if not _A_FIRE.search(match.string):
        return match[0]
    return f"{match['what']} burned by" if match["what"] else "burned "


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


COUNTS: tuple[tuple[tuple[str, ...], re.Pattern[str], Callable[[re.Match[str]], str] | str], ...] = (
    (tuple(f" {act} of " for act in _ACTS), _ACTS_OF, _befell),
    ((" room", " space", " capacity", " can ", " accommodates"), _HOLDS, r"\g<what>\g<which> holds "),
    ((" room", " space", " accommodates", " takes"), _CARRIES, r"\g<what>\g<which> can carry "),
    ((" seating", " can seat", " seats for"), _SEATS, "seats "),
    ((" year", "iscal "), _FISCAL_ENDED, r"\g<year>"),
    (("n the course",), _COURSE, r"\g<in>n "),
    ((" stood at", " numbered", " amounted", " totalled"), _STOOD_ON, r"\g<stood> at"),
    (("t 3", "t Dec", "s of ", "s at "), _YEAR_END, _at_year_end),
    ((" was measured", " was re"), _HOTTEST, r"the temperature reached \g<many>"),
    (("emperatures ",), _TEMPERATURES, r"\g<t>emperature \g<where>"),
    ((" adopted", " approved"), _ADOPTED, _passed),
    ((" enrol",), _ENROLLED, r"\g<has>"),
    (_WINS, _WON, "won "),
    ((" joined by ",), _JOINED, r"\g<what>: "),
    ((" brought", " witnessed"), _BROUGHT, r"\g<when> had"),
    ((" tried ", " trial"), _TRIED, "stood trial "),
    ((" with a",), _ENDED_YEAR, r"in \g<year> made "),
    (("uring ",), _DURING, lambda m: "In " if m["d"] == "D" else "in "),
    (("with no ", "without ", "but no"), _UNHURT, _unhurt),
    ((" down",), _SUNK, r"\g<ship> sank"),
    ((" redundant",), _REDUNDANT, r"laid off \g<whom>"),
    ((" cut down",), _CUT_DOWN, lambda m: f"{m['trees']} felled" if m["trees"] else "felled "),
    ((" vaccin", " jab"), _GOT_IT, _vaccinated),
    ((" gave ",), _GAVE_IT, _vaccinated),
    ((" voted ",), _VOTED, lambda m: f"{m['who']} {'supported' if m['for'] else 'opposed'} "),
    ((" reduced ",), _TO_ASHES, r"destroyed \g<what>"),
    ((" into custody",), _CUSTODY, r"arrested \g<who>"),
    ((" prison", " jail"), _TERM, _jailed),
    ((" guilty",), _GUILTY, lambda m: f"{'acquitted' if m['not'] else 'convicted'} {m['who']}"),
    ((" walked out",), _WALKED_OUT, "went on strike"),
    ((" took part in",), _TOOK_PART, r"\g<who> went on strike"),
    ((" no job", " no work", " without "), _NO_JOB, lambda m: f"{m['be'] or 'were'} unemployed"),
    (("caught ", "contracted "), _CAUGHT, "were infected with "),
    ((" in hospital",), _IN_HOSPITAL, r"hospitalised \g<who>"),
    ((" enrol",), _ENROLMENT, r"\g<what> \g<has> \g<many> pupils"),
    ((" employ", " work"), _EMPLOYS, _staffed),
    (("quake ", "remor "), _MAGNITUDE, r"\g<quake> had a magnitude of "),
    ((" Richter",), _RICHTER, r"\g<many>"),
    ((" produced", " grew ", " brought in", " output", " production"), _GREW, _harvested),
    ((" put down",), _PUT_DOWN, r"\g<what> culled"),
    ((" put up ",), _PUT_UP, "built "),
    (("fans", "pectators", "upporters", "rowd ", "ttendance "), _CROWD, _crowd),
    (("tudy ",), _STUDY, r"\g<s> included "),
    ((" asylum",), _ASYLUM, "applied for asylum"),
    ((" generate",), _GENERATED, r"produce\g<d> "),
    ((" of carbon", " of CO", " of greenhouse", " of methane"), _RELEASED, "emitted "),
    ((" over ",), _OVER, "covers "),
    ((" in size", " in area", " in extent"), _IN_SIZE, _covers),
    ((" marchers",), _MARCHERS, r"\g<n>umber of people who marched"),
    (("ieves ", "urglars ", "obbers ", "aiders "), _TOOK,
     lambda m: f"{m[1]} {'burgled' if m[2] else 'stole '}"),
)  # fmt: skip
"""Frames of counts and deeds."""
