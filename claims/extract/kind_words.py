"""The words by which a claim's kind is told: what verbs of state, law, cause or harm there are."""

from __future__ import annotations


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


STANDS = _set(
    """lies lie lives live works work worked lived belongs belong contains contain consists consist
    comprises includes include included covers cover covered borders owns own owned operates
    operate operated serves serve served uses use used represents represent features depends
    requires needs need needed lacks lacked holds hold stands stood means involves allows allow
    provides provide produces runs specializes controls makes stems represented contained
    consisted belonged featured hosted housed"""
)
"""Verbs of a standing state."""

THINKS = _set(
    """believe believes believed think thinks thought know knows knew want wants wanted feel feels
    felt supports support supported opposes opposed hopes hoped fears feared expects expected
    intends intended plans planned considers considered likes liked enjoys enjoyed understands
    prefers wished regards"""
)
"""Verbs of what somebody thinks or wants."""

GOES_ON = _set(
    """remains remained remain continues continued continue stays stayed keeps kept tends"""
)
"""Verbs of what has not changed."""

NO_GOING = _set(
    """according during morning evening building king thing nothing something everything anything being
    having beijing spring wing ring string hearing meeting"""
)
"""Words in -ing that are no participles of acts."""

STATIVE = _set(
    """located based known called named considered owned expected required composed involved
    interested divided related opposed limited aged situated concerned designed intended used
    made scheduled believed thought described regarded classified listed held headed linked tied
    dedicated married educated populated surrounded estimated valued allowed supposed meant"""
)
"""Participles that tell of a state after "is" or "was"."""

FIRST = {
    word: name
    for name, words in {
        "who": "who whose whom",
        "which": "which",
        "where": "where",
        "when": "when before until since once",
        "that": "that",
        "as": "as like",
        "because": "because due owing thanks so",
        "while": "while although though whereas despite if whether",
        "after": "after following amid",
        "to": "to",
        "a": "a an",
        "the": "the",
        "this": "this these those such",
        "I": "i we my our you your i'm i've we're we've",
        "he": "he she his her",
        "it": "it its",
        "they": "they their them",
        "there": "there there's",
        "and": "and but or nor also then later",
        "a preposition": """in on at by of for with from into over under between among about against
            during near within without through across off per""",
        "a quotation": "\" “ ' ‘",
        "including": "including",
        "causing": """causing resulting leading forcing prompting making sparking triggering allowing
            bringing""",
        "leaving": "leaving killing injuring wounding totaling totalling raising winning",
    }.items()
    for word in words.split()
}
"""What a claim begins with, by its first word."""

NUMBERS = _set(
    """one two three four five six seven eight nine ten eleven twelve dozen dozens hundred hundreds
    thousand thousands"""
)
"""Numbers in words."""

TOP = _set("most least only best worst first second third last")
"""What stands behind "the" where something is first of its sort."""

NO_TOP = _set("forest arrest protest interest request northwest southwest midwest contest harvest")
"""Words in -est that are no superlatives."""

_HELD = {
    "I": """i we my our me i'm i've we're we've i'd we'd ours myself""",
    "you": """you your""",
    "not": """not no never nor none cannot didn't don't doesn't wasn't isn't hasn't haven't without""",
    "may": """may might could would should must""",
    "will": """will shall going plans planned intends scheduled due upcoming""",
    "must": """must required requires require mandatory compulsory obliged allowed permitted prohibited
        prohibits prohibit banned bans ban forbidden forbids illegal legal legally eligible
        entitled restricted restricts unlawful outlawed cannot""",
    "law": """law laws act bill legislation constitution constitutional statute regulation regulations
        rule rules policy policies treaty provisions amendment crime punishable sentence penalty
        parole license licence permit ban tax election elections vote voters nominee nomination
        candidate""",
    "because": """because due caused cause causes causing resulted result resulting results led leading
        owing thanks attributed blamed prompted prompting triggered triggering sparked forced
        forcing contributed impact affected influence response consequence consequences reason
        factor therefore thus enabled effect""",
    "purpose": """so order aim aimed purpose help avoid ensure prevent allow protest over""",
    "first": """first second third fourth fifth sixth seventh eighth ninth tenth last only ever record
        largest biggest smallest highest lowest oldest youngest longest shortest deadliest worst
        best most strongest fastest richest tallest busiest heaviest greatest earliest
        latest closest unique rank ranked ranks ranking placed finished unprecedented history""",
    "of all": """than ever any other history record since world""",
    "named": """named called known nicknamed dubbed titled entitled nickname aka""",
    "role": """member members president minister chairman chairwoman chair director leader head
        professor spokesperson spokesman spokeswoman secretary founder co-founder owner mayor
        governor senator captain husband wife son daughter mother father brother sister actor
        actress author candidate official chief manager coach judge lawyer city town village
        capital island river company party organisation organization group subsidiary part home
        site type kind form""",
    "harm": """killed killing died dead deaths death dies injured injuring wounded injuries arrested
        detained charged convicted sentenced found crashed collided fell exploded destroyed
        damaged struck hit shot fired attacked evacuated rescued born""",
    "act": """won win defeated beat scored took began started ended left arrived returned signed
        passed launched released published opened closed moved became elected appointed resigned
        joined held received gave made sent met visited voted approved rejected declared ordered
        filed sued announced cancelled canceled postponed suspended""",
    "count": """percent per total totaling number rate least around about approximately nearly almost
        over roughly some up estimated than majority half double doubled twice average amount
        worth""",
    "people": """people persons men women children cases deaths votes seats points years-old infected""",
    "measure": """km kilometres kilometers miles mph metres meters feet tonnes tons degrees acres hectares
        square""",
    "money": """million billion trillion dollars euros pounds usd cost costs price paid worth""",
    "time": """year years month months week weeks day days hour hours minute minutes decades old aged
        age""",
    "date": """monday tuesday wednesday thursday friday saturday sunday yesterday today tomorrow
        january february march april june july august september october november december
        morning evening night ago""",
    "always": """currently now often usually normally generally typically always still commonly regularly""",
    "said": """according reportedly allegedly apparently statement report reports sources""",
    "for or to": """for to""",
    "speech act": """criticised criticized critical praised condemned accused blamed denied refused called
        urged demanded asked thanked apologised apologized opposed backed endorsed welcomed
        rejected promised vowed pledged warned threatened appealed encouraged suggested
        described considered proposed agreed""",
}
HELD = tuple(_HELD)
"""The classes of words that a claim may hold."""

CLASSES: dict[str, tuple[str, ...]] = {
    word: tuple(name for name, words in _HELD.items() if word in words.split())
    for word in " ".join(_HELD.values()).split()
}
"""The classes of each word."""
