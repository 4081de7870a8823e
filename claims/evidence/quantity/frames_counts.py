"""Ways of saying how many there are and when, each with the plain one for it.

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
_HOLDS = re.compile(
    r"\b(?P<what>[Ss]tadium|[Aa]rena|[Hh]all|[Tt]heatre|[Tt]heater|[Cc]inema|[Aa]uditorium|[Vv]enue|[Cc]hurch"
    r"|[Oo]pera|[Mm]osque|[Ss]ynagogue|[Cc]athedral|[Ff]ootball ground)"
    r"(?P<which>[^,;:.\d]{0,40}?)"
    r" (?:has (?:(?:room|space) for|a (?:total |maximum )?capacity (?:of|for))"
    r"|can (?:hold|accommodate|take|fit)|accommodates) (?![^.;]*\b(?:standing|seated|more|another)\b)"
)
_CARRIES = re.compile(
    r"\b(?P<what>[Bb]us|[Ff]erry|[Pp]lane|[Aa]irliner|[Tt]ram|[Tt]rain|[Ll]ifeboat|[Bb]oat|[Ss]hip|[Cc]oach)"
    r"(?P<which>[^,;:.\d]{0,40}?) (?:has (?:room|space) for|accommodates|takes) "
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
    r"|(?:31 (?P<long>January|March|May|July|August|October)|30 (?P<short>April|June|September|November))"
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
_ENROLLED = re.compile(
    rf"(?P<has>\b(?:has|have|had|[Tt]here (?:are|were)) {MANY} (?:[a-z]+ )?(?:pupils|students|children))"
    r" enroll?ed\b"
)
_WON = re.compile(
    rf"\b(?:took|takes|captured|secured|picked up|ended up with|got"
    rf"|collected) (?={MANY}(?: (?:of (?:the )?\d+"
    r"|gold|silver|bronze|parliamentary))? (?:seats|medals|titles|votes)\b(?! (?:away )?from\b)"
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
_BROUGHT = re.compile(
    rf"(?P<when>(?:\b(?:{MONTH})(?: \d{{4}})?|^\d{{4}}|, \d{{4}}|\b[Tt]he (?:year|winter|summer|spring|autumn"
    r"|season|month|week|decade|night)(?: of \d{4})?)) (?:brought|witnessed)\b"
)
_ENDED_YEAR = re.compile(
    r"\b(?:closed|ended|finished) (?P<year>(?:(?:the|its) )?(?:(?:fiscal|financial|business) )?"
    r"(?:year )?\d{4}) with (?=an? )"
)
_DURING = re.compile(rf"\b(?P<d>[Dd])uring (?=(?:{MONTH})\b(?! \d))")
_NO_JOB = re.compile(
    r"\b(?:(?P<had>had)|have|has) no (?:job|work)(?=[.,;]|$| (?:in|on|at|and)\b)"
    r"|\b(?P<be>was|were|are|is) without (?:a job|work)\b"
)
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
_CROWD = re.compile(
    rf"\b(?:was watched by|was played (?:before|in front of)(?: a crowd of)?"
    r"|(?P<drew>drew|attracted)|was seen by"
    rf"|was attended by) (?P<many>{MANY}) (?:fans|spectators)\b(?! of\b)"
    rf"|^(?:A crowd of )?(?P<many2>{MANY}) (?:fans|spectators) (?:watched|saw|attended)"
    r" (?P<what>(?:the|[A-Z])[^,;:\d]{2,60}?)(?=\W*$|, [^,]{2,40} said\b)"
    r"|\b(?P<the>[Tt]he )?(?:[Cc]rowd|[Aa]ttendance) at (?P<what2>[^,;:\d]{2,60}?) (?:was|numbered|came to"
    r"|stood at"
    rf"|reached) (?P<many3>{MANY})(?=\W*$)",
    re.IGNORECASE,
)
_EVENT = re.compile(
    r"\b(?:match|game|final|semi-final|concert|race|derby|festival|fight|tournament|show)s?\b"
)
_STUDY = re.compile(
    rf"\b(?P<s>[Ss]tudy) (?:followed|covered|looked at|was based on|tracked|examined|surveyed"
    rf"|involved) (?={MANY})"
)
_OVER = re.compile(
    r"\b(?:extends|stretches|spreads|is spread) over (?=(?:[a-z]+ ){0,2}[\d.,]+ (?:million )?(?:square"
    r"|hectares|acres))"
)
_IN_SIZE = re.compile(
    r"\b(?P<be>is|was) (?P<many>(?:[a-z]+ ){0,2}[\d.,]+ (?:million )?(?:square [a-z]+|hectares|acres)) in"
    r" (?:size|area|extent)\b"
)
_CAPACITY = re.compile(
    r"(?:(?P<of>\b[Tt]he capacity of the )(?P<what>stadium|arena|hall|theatre|cinema|venue|church|cathedral)"
    r"(?P<which>[^,;:\d]{0,40}?)|(?P<what2>\b(?:stadium|arena|hall|theatre|cinema|venue|church"
    r"|cathedral))[’']s capacity)"
    r" (?P<be>is|was) (?=(?:[a-z]+ ){0,2}\d)"
)
_OFFERS = re.compile(rf"\boffers (?={MANY} (?:[a-z]+ )?(?:rooms|beds|seats|places)\b)")
_STRETCHES = re.compile(
    rf"\b(?:stretches|extends) (?:for |over )?(?P<many>{MANY} (?:kilometres|kilometers|km|miles|metres"
    rf"|meters))\b"
)
_STORES = re.compile(
    r"\b(?P<res>[Rr]eservoir|[Dd]am|[Ll]ake|[Tt]ank|[Cc]istern)(?P<which>[^,;:\d]{0,30}?) (?:contains|stores)"
    r" (?=(?:[a-z]+ ){0,2}[\d.,]+ (?:million |billion )?(?:cubic|litres|liters|gallons|tonnes))"
)
_USE = re.compile(
    r"\b(?P<what>(?:[Ww]ater|[Gg]as|[Ee]lectricity|[Ee]nergy|[Pp]ower|[Oo]il|[Ff]uel|[Cc]oal|[Pp]aper))"
    r" consumption\b"
)
_SINCE = re.compile(
    r"\b(?:has|had) been (?P<role>(?:the )?(?:[a-z-]+ ){0,3}?(?:mayor|president|prime minister|minister"
    r"|leader|head"
    r"|chief executive|director|chairman|chairwoman|chair|coach|king|queen|pope|bishop|governor|chancellor"
    r"|manager|conductor|editor|captain)\b[^,;:\d]{0,40}?) since"
    rf" (?=(?P<day>\d{{1,2}} (?:{MONTH}) )?(?:(?:{MONTH}) )?\d{{4}}\b)"
)
_ON_AVERAGE = re.compile(
    r"\b(?P<o>[Oo])n average,? (?P<who>(?:the )?[a-z ]{3,30}?) (?P<be>are|were|is|was)"
    r" (?P<many>\d[\d.]*) years old(?=\W*$)"
)


def _staffed(match: re.Match[str]) -> str:
    """'has' of "employs 41 teachers"; '41 teachers are' of "41 teachers work at"."""
    if match["who"]:
        return f"{match['who']} {'were' if match['ed2'] else 'are'} "
    return "has " if match["ed"] == "s" else "had "


def _jobless(match: re.Match[str]) -> str:
    be = match["be"] or ("were" if match["had"] else "are")
    return f"{be} unemployed"


def _holds(match: re.Match[str]) -> str:
    """'stadium holds' of "stadium's capacity is", 'The stadium holds' of "The capacity of the stadium is"."""
    hold = "holds" if match["be"] == "is" else "held"
    if match["what2"]:
        return f"{match['what2']} {hold} "
    return f"{match['of'][0]}he {match['what']}{match['which']} {hold} "


def _average(match: re.Match[str]) -> str:
    """'The average age of the members is 47' of "On average, the members are 47 years old"."""
    the = "The" if match["o"] == "O" else "the"
    be = "is" if match["be"] in {"is", "are"} else "was"
    return f"{the} average age of {match['who']} {be} {match['many']}"


def _covers(match: re.Match[str]) -> str:
    return f"cover{'s' if match['be'] == 'is' else 'ed'} {match['many']}"


def _crowd(match: re.Match[str]) -> str:
    """'had 19,200 spectators' of "was watched by 19,200 fans"."""
    if match["drew"] and not _EVENT.search(match.string[: match.start()]):
        return match[0]  # a campaign has other fans
    if match["many"]:
        return f"had {match['many']} spectators"
    what = match["what"] or match["what2"]
    many = (match["many2"] or match["many3"]).lower()
    return f"{what[0].upper()}{what[1:]} had {many} spectators"


def _at_year_end(match: re.Match[str]) -> str:
    """'at the end of 2013' of "at 31 December 2013"."""
    at = "At" if match["at"][0] == "A" else "at"
    if match["year"]:
        return f"{at} the end of {match['year']}"
    return f"{at} the end of {match['long'] or match['short']} {match['year2']}"


COUNTS: tuple[tuple[tuple[str, ...], re.Pattern[str], Callable[[re.Match[str]], str] | str], ...] = (
    ((" room", " space", " capacity", " can ", " accommodates"), _HOLDS, r"\g<what>\g<which> holds "),
    ((" room", " space", " accommodates", " takes"), _CARRIES, r"\g<what>\g<which> can carry "),
    ((" seating", " can seat", " seats for"), _SEATS, lambda m: "seated " if m["had"] == "had" else "seats "),
    ((" year", "iscal "), _FISCAL_ENDED, r"\g<year>"),
    (("n the course",), _COURSE, r"\g<in>n "),
    ((" stood at", " numbered", " amounted", " totalled"), _STOOD_ON, r"\g<stood> at"),
    (("t 3", "t Dec", "s of ", "s at "), _YEAR_END, _at_year_end),
    ((" was measured", " was re"), _HOTTEST, r"the temperature reached \g<many>"),
    (("emperatures ",), _TEMPERATURES, r"\g<t>emperature \g<where>"),
    ((" enrol",), _ENROLLED, r"\g<has>"),
    (_WINS, _WON, "won "),
    ((" brought", " witnessed"), _BROUGHT, r"\g<when> had"),
    ((" with a",), _ENDED_YEAR, r"in \g<year> made "),
    (("uring ",), _DURING, lambda m: "In " if m["d"] == "D" else "in "),
    ((" no job", " no work", " without "), _NO_JOB, _jobless),
    ((" enrol",), _ENROLMENT, r"\g<what> \g<has> \g<many> pupils"),
    ((" employ", " work"), _EMPLOYS, _staffed),
    (("quake ", "remor "), _MAGNITUDE, r"\g<quake> had a magnitude of "),
    ((" Richter",), _RICHTER, r"\g<many>"),
    (("fans", "pectators", "rowd ", "ttendance "), _CROWD, _crowd),
    (("tudy ",), _STUDY, r"\g<s> included "),
    ((" over ",), _OVER, "covers "),
    ((" in size", " in area", " in extent"), _IN_SIZE, _covers),
    (("capacity",), _CAPACITY, _holds),
    ((" offers ",), _OFFERS, "has "),
    ((" stretches ", " extends "), _STRETCHES, r"is \g<many> long"),
    ((" contains ", " stores "), _STORES, r"\g<res>\g<which> holds "),
    ((" consumption",), _USE, r"\g<what> use"),
    ((" been ",), _SINCE, lambda m: f"became {m['role']} {'on' if m['day'] else 'in'} "),
    (("n average",), _ON_AVERAGE, _average),
)  # fmt: skip
"""Frames of counts and times."""
