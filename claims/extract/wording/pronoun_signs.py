"""What beside a pronoun or a noun phrase tells whom or what it can mean."""

from __future__ import annotations

import re

from claims.extract.grammar.empty_it import IS_A_PITY_TO, IS_A_TIME, IS_THAT, IT_RAINS
from claims.text.calendar_names import MONTH

NO_NOUN = re.compile(
    r"(?:\W|$|(?:to|at|in|on|of|for|from|by|with|as|and|or|but|that|after|before|when|while|if|because"
    r"|was|were|is|had|has|during|over|about|into|not|who|which|the|a|an|last"
    r"|(?!(?:family|assembly|ally|belly|lily|reply|supply|rally|folly|monopoly|fly|only)\b)\w+ly)\b)"
)
DUMMY = re.compile(rf"\s(?:{IS_THAT}|took\b|{IS_A_PITY_TO}|{IS_A_TIME}|{IT_RAINS})")
APPOSED = re.compile(
    r"(?:[\w”)],|\b(?:is|was|as|were|be|been|became|become|becomes|of|not|like|than|for|himself|herself|also))\s$"
)
NO_THING = re.compile(
    r"(?:this|that|these|those|another|some|many|most|several|such|few|neither|either|one|each|both|no|all)\b"
    r"|(?:an?|the)\s(?:[\w-]+\s)?(?:fall|rise|drop|increase|decrease|decline|surge|jump|slump|growth|shortage|lack)"
    r"\s(?:in|of)\b|(?:yesterday|today|tomorrow|(?:mon|tues|wednes|thurs|fri|satur|sun)day)\b"
    r"|.*\b(?:mon|tues|wednes|thurs|fri|satur|sun)day(?:\s(?:morning|afternoon|evening|night))?\Z"
    r"|.*\b(?:likelihood|chances?|odds|probability|possibility|hopes?|idea|fact|reason|rest|lack"
    r"|use|number|majority|start|end|beginning|time|day|date|news)\Z",
    re.IGNORECASE,
)
MADE = re.compile(
    r"\s(?:was|were|is|has\sbeen|had\sbeen)\s(?:founded|established|incorporated|set\sup|formed|launched|listed|headquartered"
    r"|owned|acquired|dissolved|liquidated|renamed|bought)\b"
)
"""What is done to a firm, and to no person that may be named as it is."""
BY_DATE = re.compile(
    rf"\W*(?:By|In|Since|Until|From)\s(?:the\s(?:end|start|middle|close|turn|beginning)\sof\s|early\s|late\s|mid-)?"
    rf"(?:(?:{MONTH})\s)?(?:\d{{4}}|(?:{MONTH}))(?:\s\[[^\]]*\])?,?\s"
)
"""A date that opens a sentence, whose subject stands right behind: "By the end of 2023 they"."""
