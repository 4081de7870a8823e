"""What follows an "it" that means nothing: "it is said that", "it was a pity to". Data for two readers."""

from __future__ import annotations

_ITSELF = (
    r"(?!(?:\w+\s){0,2}(?:due|expected|likely|unlikely|set|supposed|able|unable|going|about|scheduled|planned"
    r"|designed|meant|built|ready|forced|bound|slow|quick|said|believed|thought|known|reported|understood)\sto\b)"
)
"""What "it" does or is to do, so that it stands for something: "it is expected to end"."""

IS_THAT = (
    r"(?:(?:emerged|transpired|happened|turned\sout|came\sout)\sthat\b"
    r"|(?:is|was|has been|had been|will be|remains|became|would be|seems|appears)\s"
    rf"{_ITSELF}(?:\w+\s){{0,3}}?"
    r"(?:that|to|whether|how|when|who|why|reported|said|believed|thought|alleged|estimated|announced|claimed"
    r"|expected|revealed|decided|agreed|understood|feared|suggested|stated|ruled|unclear|clear)\b)"
)
IS_A_PITY_TO = (
    r"(?:is|was)\s(?:an?|the)\s(?:offence|offense|crime|sin|mistake|duty|custom|honou?r|pity|shame|pleasure"
    r"|privilege|right)\s(?:\w+\s){0,5}?to\b"
)
IT_RAINS = (
    r"(?:(?:is|was|has\sbeen|had\sbeen)\s(?:[\w-]+\s){1,4}(?:days?|weeks?|months?|years?|decades?|centuries)\s(?:since|before)\b|"
    r"(?:(?:has|had|is|was|will|would)\s(?:been\s|not\s)?|(?:began|started|continued|stopped|ceased)\s(?:to\s)?)?"
    r"(?:rain|snow|hail|pour|thunder|drizzl)(?:ed|ing|s)?\b)"
)
_HOUR = r"(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|\d{1,2}(?:[:.]\d\d)?)"
IS_A_TIME = (
    r"(?:is|was)\s(?:now\s|just\s|nearly\s|almost\s|about\s|already\s|still\s){0,2}"
    rf"(?:(?:half|a\squarter|quarter|{_HOUR}(?:\sminutes)?)\s(?:past|to)\s{_HOUR}\b|{_HOUR}\s(?:o[’']clock|[ap]\.?m\b|in\sthe\s(?:morning"
    r"|afternoon|evening)|at\snight)|noon\b|midday\b|midnight\b|dawn\b|dusk\b|dark\b|(?:a|an|the)\s(?:[\w-]+\s){0,3}(?:morning|afternoon"
    r"|evening|night|day)\b(?!\s(?:of|for|off)\b))"
)
"""The hour or the part of the day: "it is half past five"."""
