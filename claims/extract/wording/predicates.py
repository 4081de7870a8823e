"""Words behind "it" and "which" that speak of an act or a whole clause, and of no thing named before."""

from __future__ import annotations

import re

from claims.extract.grammar.names import is_body_word
from claims.extract.grammar.roles import is_document
from claims.extract.wording.things import EVENTS

_ADVERBS = r"(?:(?:also|not|then|still|never|later|now|\w+ly)\s){0,2}"
_IS = (
    r"(?:is|was|has\sbeen|had\sbeen|will\sbe|would\sbe|could\sbe|may\sbe|might\sbe|should\sbe|must\sbe"
    r"|remains|remained|became|becomes|seems|seemed|appears|appeared|proved|felt)"
)
_JUDGED = re.compile(
    rf"\s(?:{_IS}\s|[’']s\s){_ADVERBS}(?:(?:too|very|so|more|most|less|quite|rather|clearly)\s)?"
    r"(?:(?:un|il|im|in|dis)?(?:necessary|needed|lawful|legal|fair|just|justified|justifiable|acceptable"
    r"|constitutional|democratic|proper|appropriate|reasonable|ethical|moral|possible|likely|usual|common"
    r"|precedented|expected|important|helpful|wise|responsible|excusable|avoidable|evitable|true|correct"
    r"|accurate|believable|credible|worth|graceful|respectful|conceivable)"
    r"|wrong|right|false|bad|good|great|hard|easy|difficult|tragic|sad|terrible|awful|vital|essential|crucial"
    r"|critical|premeditated|intentional|deliberate|accidental|early|late|enough|shameful|shocking"
    r"|disappointing|amazing|frightening|thanks|because|why|how|what|when|where|due|after|as\sif|like"
    r"|an?\s(?:\w+\s){0,2}?(?:mistake|error|violation|breach|crime|shame|tragedy|success|failure|disaster"
    r"|surprise|shock|relief|pleasure|honou?r|privilege|setback|blow|victory|defeat|win|loss|step|move|move"
    r"|decision|choice|reason|sign|signal|reminder|matter|question|coincidence|accident|act|attack|attempt"
    r"|response|reaction|sin|disgrace|lie|joke|hoax|day|moment|record|first|warning|change|rise|increase"
    r"|drop|fall)"
    r"|(?:the|his|her|its|their)\s(?:\w+\s){0,2}?(?:time|day|year|month|week|reason|cause|moment|case|result"
    r"|occasion|night|move|victory|win|defeat|loss|death|goal|attack|incident))\b"
)
_HAPPENS = re.compile(
    rf"\s{_ADVERBS}(?:(?:will|would|could|may|might|has|had)\s)?{_ADVERBS}"
    r"(?:happens?|happened|occurs?|occurred|takes?|took|taken|lasts?|lasted|follows?|followed"
    r"|marks?|marked|means?|meant|matters|mattered|c[ao]mes?\s(?:after|as|amid|in|on|at|days?|hours?|weeks?"
    r"|months?|years?|just|less|more|following|despite|the|a|one|two|three))\b"
)
_BEGINS = re.compile(
    rf"\s{_ADVERBS}(?:(?:has|had)\s)?{_ADVERBS}(?:began|begun|started|ended|erupted|broke\sout|broken\sout)\b"
    r"(?!\s(?:to|as|its|the|an?|by)\b)"
)
"""What wars and strikes do, and bodies do not: "It had begun on 1 November with bombs"."""
_READS = re.compile(r"\s(?:also\s)?reads?(?:,|:|\s[“\"])")
_OBJECT = re.compile(r"which\s(?:(?!\b(?:and|but|who|that)\b)[\w’'-]+\s){1,4}(?:them|it)\b")
"""Another thing than the one that acts: "which left them stronger" is not said of them."""
_OF_A_CLAUSE = re.compile(
    rf"\w+\s{_ADVERBS}(?:in\sturn\s)?{_ADVERBS}"
    r"(?:makes?|made|means?|meant|allows?|allowed|enables?|enabled|leads?|led|causes?|caused|prompts?|prompted"
    r"|sparks?|sparked|results?|resulted|forces?|forced|shows?|showed|suggests?|suggested|indicates?|indicated"
    r"|happens?|happened|occurs?|occurred|took|takes|comes?|came|follows?|followed|explains?|explained"
    r"|marks?|marked|brings?|brought|(?:is|was)\s(?:why|because|when|how|what|due|believed|thought|not))\b"
)


def is_of_an_act(after: str, subject: str) -> bool:
    """Whether the words behind "it" judge an act or tell when something happened, not what `subject` is.

    >>> is_of_an_act(" was unlawful", "The court"), is_of_an_act(" employs 90 people", "The mill")
    (True, False)
    """
    if _READS.match(after):
        return not is_document(head_of(subject))
    if _HAPPENS.match(after):
        return head_of(subject).lower() not in EVENTS
    if _BEGINS.match(after):
        return is_body_word(head_of(subject).lower())
    return _JUDGED.match(after) is not None


def head_of(subject: str) -> str:
    """The noun that a phrase is about.

    >>> head_of("The owner of the mill")
    'owner'
    """
    return (
        re.split(r"\s(?:of|in|at|on|for|from|near)\s", subject, maxsplit=1)[0]
        .rsplit(" ", 1)[-1]
        .strip("()")
    )


def is_of_a_clause(relative: str) -> bool:
    """Whether a relative clause may well speak of the whole clause before it: "which made it worse".

    >>> is_of_a_clause("which made it worse"), is_of_a_clause("which killed 12 people")
    (True, False)
    """
    return _OF_A_CLAUSE.match(relative) is not None or _OBJECT.match(relative) is not None
