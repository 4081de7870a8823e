"""Words that tell people, bodies and things of one name from each other."""

from __future__ import annotations

from claims.evidence.quantity.wording import concepts

_WHICH = frozenset(
    """second third first former deputy vice young younger old older elder new original other another half
    man woman men women part wing east west north south last next late junior assistant acting co-founder
    stake share branch arm unit except only partly mostly largely co-author""".split()
)
"""Words that make another of what they describe, or leave a part of it out."""

MEN = frozenset("Mr Sir Lord King Prince Emperor Duke Count Baron Earl".split())
WOMEN = frozenset("Mrs Ms Miss Lady Dame Queen Princess Empress Duchess Countess Baroness".split())
"""Titles in front of the names of men and of women."""

FEMALE = frozenset("daughter sister mother wife widow niece aunt actress".split())
MALE = frozenset("son brother father husband widower nephew uncle".split())
"""What only a woman or only a man is to somebody."""

RELATED = frozenset(
    """pupil student disciple follower friend partner lover mistress companion assistant secretary colleague
    biographer rival enemy teacher mentor patron guardian cousin twin child grandchild descendant
    subsidiary branch arm unit division part offshoot spin-off successor supplier suburb district
    quarter""".split()
)
"""What somebody or something is to another, who may be spoken of next: "She was a pupil of Lom. He …"."""

BODIES = frozenset(
    """studio studios architects associates partners group holding holdings office company bureau team
    university institute ministry films pictures records press bank books media ventures capital fund trust
    industries international workshop consortium partnership council government parliament police""".split()
)
"""Words of the names of firms and bodies."""

FIRMS = frozenset("plc ltd inc gmbh ag ab corp llc nv bv limited incorporated corporation".split())
"""Forms of companies, behind a name."""

OCCUPATIONS = frozenset(
    """writer author novelist poet playwright journalist historian director filmmaker composer musician singer
    painter artist sculptor architect engineer designer inventor scientist physicist chemist astronomer
    explorer politician lawyer judge farmer businessman businesswoman investor actor actress""".split()
)
"""What somebody is, where it stands in front of the name: "Composer Ana Kovic"."""

NO_NAMES = frozenset(
    """unlike like even only not although though when if while besides despite neither either both nor without
    what how why because most many some few all another rather whether once no had should were every each
    any""".split()
)
"""Words that begin a sentence, and no name."""

_SHARED = frozenset(
    """nobel pulitzer oscar oscars grammy emmy bafta tony award awards prize medal gold silver bronze seat
    title match game set round stage point""".split()
)
"""What several win at a time."""

_CALLINGS = OCCUPATIONS | frozenset(
    """footballer swimmer gymnast runner sprinter cyclist boxer skier wrestler golfer rower sailor jockey
    dancer driver conductor photographer banker soldier general officer priest nun monk doctor
    surgeon nurse teacher professor baker carpenter miner fisherman chef""".split()
)
"""What tells two people of one name apart; words that end in "-ist" do so too."""

_OTHERWISE = {
    "adopt": "committee reading principle draft stage chamber panel subcommittee",
    "reject": "committee reading draft stage chamber panel subcommittee",
    "appoint": "suspect killer culprit heir witness accomplice winner victim beneficiary",
    "win": "round stage heat leg set half qualifier",
}
"""Words that make another deed of one, where they are told beside it: "passed to a committee"."""

WHICH, SHARED, CALLINGS = (words | concepts(words) for words in (_WHICH, _SHARED, _CALLINGS))
OTHERWISE = {kind: concepts(words.split()) | {*words.split()} for kind, words in _OTHERWISE.items()}
"""The same, with the concepts that the words are brought to."""
