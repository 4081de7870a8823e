"""Nouns for people in the singular with the pronoun they take, and which phrases are plural."""

from __future__ import annotations

import re

_HE = """man boy father son brother husband grandfather grandson nephew uncle businessman policeman
    fireman gunman king prince priest monk spokesman""".split()
_SHE = """woman girl mother daughter sister wife grandmother niece aunt businesswoman policewoman
    queen princess nun spokeswoman actress""".split()
_EITHER = """person victim suspect driver pilot officer engineer worker teacher student player singer actor
author writer journalist reporter lawyer attorney doctor nurse soldier guard official minister president
mayor governor senator candidate leader chairman spokesperson professor scientist researcher teenager
child baby patient resident passenger employee manager coach striker goalkeeper captain athlete runner
swimmer boxer artist painter musician composer director producer designer farmer fisherman sailor
prisoner inmate defendant plaintiff witness judge prosecutor attacker shooter bomber killer assailant
hostage activist protester politician lawmaker diplomat ambassador general commander sergeant detective
inspector constable firefighter paramedic citizen tourist owner founder billionaire veteran widow
widower spy hacker dissident bishop pope imam rabbi pastor emperor successor predecessor incumbent
champion winner head chief deputy rival opponent colleague friend neighbour neighbor partner fugitive cyclist
motorist pedestrian climber astronaut cosmonaut scholar economist analyst expert critic
builder seller buyer keeper skipper landlord tenant barber baker cook chef butcher carpenter
plumber electrician mechanic miner logger labourer laborer trucker shopkeeper waiter bartender
hairdresser cleaner janitor librarian clerk cashier accountant banker trader broker investor
entrepreneur developer contractor homeowner heir rancher shepherd herder cop robber burglar thief
smuggler stalker convict migrant refugee immigrant volunteer campaigner dancer comedian presenter
broadcaster blogger photographer cameraman filmmaker novelist poet architect surgeon dentist
pharmacist therapist psychologist midwife carer caretaker tutor lecturer headteacher midfielder
defender winger batsman bowler golfer jockey sprinter wrestler skater gymnast rider racer goalie
quarterback pitcher councillor envoy adviser aide survivor porter mountaineer skydiver parachutist
rapper drummer guitarist retiree pensioner schoolboy schoolgirl schoolchild pupil graduate hiker forecaster
skier surfer diver jogger bystander eyewitness onlooker ranger warden
prefect counsel treasurer publisher curator commissioner magistrate
toddler youngster teen sibling cousin parent grandparent""".split()

HUMANS: dict[str, str | None] = {
    **dict.fromkeys(_EITHER, None),
    **dict.fromkeys(_HE, "he"),
    **dict.fromkeys(_SHE, "she"),
}
"""Noun to "he", "she" or None for either."""

_ACTS = re.compile(r"[a-z]{2,}(?:er|or|ist|ian|eer|man|woman|ess)\Z")
_NO_ACTOR = frozenset(
    """order letter paper number river tower water weather winter summer power member border matter
    centre center corner cover offer tender fever murder disorder shelter server computer helicopter
    newspaper chapter register charter disaster container tanker trailer freighter bomber fighter
    cruiser trawler carrier boiler reactor motor sector factor error terror mayor tractor elevator
    corridor monitor major minor floor door color flavor labor harbor vector list mist process access
    business success illness address fortress press mess wilderness fitness human roster poster
    quarter daughter laughter slaughter encounter counter charger router timber lumber rubber
    cancer ulcer tumor virus consumer gutter shutter filter meter thermometer printer""".split()
)


def may_act(noun: str) -> bool:
    """Whether a noun that no list has may be a person's by its ending: "poacher", "florist".

    >>> may_act("poacher"), may_act("river"), may_act("mill")
    (True, False, False)
    """
    return _ACTS.match(noun) is not None and noun not in _NO_ACTOR


_PLURAL_WORDS = frozenset("police people men women children officials both several many".split())
_HANGS_ON = re.compile(r"\s(?:of|in|at|on|for|from|against|near|between)\s")
_SINGULAR_S = re.compile(
    r"(?:ss|us|is|news|series|politics|physics|athletics|states|nations|times|reuters|airlines|airways|games)\Z"
)


def is_plural(phrase: str) -> bool:
    """Whether a noun phrase is plural, by its last word before any "of" or by "and".

    >>> is_plural("The two mills"), is_plural("The bus"), is_plural("Ann and Bob")
    (True, False, True)
    """
    if " and " in phrase:
        return True
    head = _HANGS_ON.split(phrase, maxsplit=1)[0]
    last = head.rsplit(" ", 1)[-1].lower()
    return last in _PLURAL_WORDS or (last.endswith("s") and not _SINGULAR_S.search(last))
