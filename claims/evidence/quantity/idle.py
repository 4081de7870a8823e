"""Words that do not change what a number counts, and words that do (data only)."""

from __future__ import annotations

IDLE = frozenset(
    """a about above across after again ago all almost already also altogether although always am among an
    and any approximately are around as at be became because become been before being below between
    but by came come comes could did do does doing done due during else even ever every exactly far
    few first-ever following for from get gets got had has have having he her here hers him his how
    however i if in indeed into is it its itself just kind last lately later least less like many me
    more most much my near nearly next now of off often on one only onto or our out over per quite rather
    roughly she should since so some soon still such than that the their them then there these they
    this those though through throughout thus to together too toward towards under until up upon us
    very via was way we were what when where whether which while who whom whose why will with within
    would yet you your may might must shall can annual annually yearly daily weekly monthly hourly
    quarterly nightly attend attended attendance attendee attendees participate participated
    participant participants

    amount amounted amounts run runs ran running force forced forces forcing draw draws drew drawn attract
    attracts attracted welcome welcomes welcomed supply supplied supplies provide provided provides generate
    generated generates consist consisted consists contain contained contains count counted counts gave give
    given gives go goes hit hits include included includes including involve involved involves keep keeps
    kept make makes made making measure measured number numbered put puts reach reached reaches reaching
    record recorded records register say see seen saw set stand stands standing stood take taken takes took
    total totalled totaled totalling totaling totals went experienced suffered face faced occurred occur
    happened happen place leaving left comprise comprised comprises equal equals equalled post posted posts
    booked logged tallied collection represent represents represented estimated estimate estimates
    estimating struck

    according account accounts announce announced announces author authors bulletin confirm confirmed
    confirms data declared expert experts figure figures find finds found indicate indicated indicates known
    latest new-found note noted notes official officially officials reported reporting report reports
    research researcher researchers revealed reveals said says scientist scientists source sources spokesman
    spokesperson spokeswoman state stated states statistic statistics statistical studies study survey
    surveyed surveys told writes write interviewed polled questioned wrote census newspaper statement
    stationed

    actual actually approximate bare mere certain closely considerable current currently deadly devastating
    entire exact exceed exceeds exceeded exceeding final high long overall people person persons precise
    precisely recent recently respective sum terrible thing things tragic various whole well area man-made
    men-and-women human humans year years yr month months week weeks day days hour hours time times period
    decade decades century percent percentage cent point points rate rates level levels share shares
    proportion numbers quantity part thanks result resulting million billion thousand hundred trillion dozen
    dozens mr mrs ms dr sir corp inc ltd plc
    """.split()
)

IDLE_ADVERBS = frozenset(
    """only nearly roughly approximately broadly exactly precisely really actually sadly unfortunately
    tragically officially currently recently lately finally completely totally entirely wholly
    altogether respectively simply merely hardly barely daily weekly monthly yearly hourly nightly
    quarterly annually possibly probably likely unlikely reportedly allegedly purportedly supposedly
    apparently falsely wrongly incorrectly scarcely certainly clearly definitely notably namely
    particularly closely overwhelmingly publicly ultimately suddenly""".split()
)
"""Words in -ly that tell how sure, how near or when; any other cuts out a part: "severely", "partly"."""

NEGATIONS = frozenset(
    """not no never none nobody nothing neither nor deny denied denies denying false falsely untrue
    wrong wrongly incorrect incorrectly refute refuted debunked myth hoax cannot n't didn don doesn
    isn aren wasn weren hasn haven hadn won't wouldn couldn shouldn contrary instead hardly scarcely
    unlikely rejects dispute disputes disputed disputing
    """.split()
)

HEDGES = frozenset(
    """allegedly alleged alleges allege reportedly purportedly purported supposedly rumour rumor rumoured
    rumored rumours rumors unconfirmed claim claims claimed claiming boast boasts boasted speculation
    speculated suspected whether unclear imagine suppose doubt doubts doubted so-called revised
    corrected retracted preliminary provisional apparently joke jokes joked joking quipped guess guesses
    guessed lied bluff bluffed pretends pretended fantasised fantasized
    """.split()
)

FORESIGHT = {
    "forecast": """forecast forecasts forecasted expect expects expected expecting predict predicts
        predicted prediction predictions projected projection projections anticipate anticipated
        will would shall outlook foresee foreseen eventually""",
    "plan": """plan plans planned planning promise promises promised pledge pledges pledged target
        targets targeted aim aims aimed hope hopes hoped propose proposes proposed proposal
        proposals want wants wanted ask asked asks demand demands demanded intend intends intended
        vow vowed goal seek seeks sought commit committed commits budgeted urge urged request
        requested recommend recommended recommends required should must need needs needed consider
        considering considered offer offered mull tried try tries trying attempt attempted demanding
        aiming hoping proposing seeking pledging promising targeting vowing recommending urging requesting
        wanting asking intending""",
    "chance": """could may might possibly perhaps risk risks threaten threatens threatened probably
        likely potential potentially maybe danger""",
    "condition": "if unless assuming hypothetical scenario scenarios otherwise",
}
"""Words by which a sentence speaks of what may come, is meant, or might be."""

CAPACITY = frozenset("can capacity capable able ability accommodate accommodates".split())

SUBGROUPS = frozenset(
    """female male elder young youth teen child adult adults foreign rural urban domestic international
    new newly violent first second third fourth fifth sixth seventh eighth ninth tenth maternal
    infant primary secondary household private public net gross core median average largest smallest
    highest lowest biggest record black white hispanic asian northern southern eastern western north
    south east west real nominal inflation-adjusted adjusted seasonally fiscal financial confirmed
    suspected probable remaining additional extra further unvaccinated pregnant single married
    maximum minimum peak cumulative premature excess direct indirect active
    immediate external internal civil civilian operating weekday weekend initial initially original
    originally eligible consecutive each other another former once
    standard basic special preferential reduced increased
    least oldest youngest tallest longest shortest
    """.split()
)
"""Words that cut a part out of what is counted: one that stands on one side only makes another number."""

WHICH = frozenset(
    "old older elder younger new newer former original earlier later first second third".split()
)
"""Words before a name by which one of two of the same name is meant: "the old Orrin Bridge"."""

COUNTED_APART = """
visits
votes ballots
farms
wildfires bushfires
jobs
protests demonstrations
shootings
bombings
tests
complaints
memberships
subscriptions
vaccines vaccinations jabs
donations
robberies burglaries
convictions
adoptions
inspections
mergers
rejections
"""
"""Nouns that, where counted, are other things than those who do or suffer them: visits, not visitors.

Each line counts one thing. In a setting they stay one with their concept ("visited the museum").
"""

IMPLIED = {
    "die": ("los", "health", "victim", "disaster", "toll", "caus"),
    "injure": ("caus",),
    "infect": ("health", "patient"),
    "vote": ("deputy", "lawmaker", "senator", "voter", "elect"),
    "elect": ("voter", "vote"),
    "treat": ("doctor", "patient", "hospital"),
    "sentence": ("court", "judg"),
    "jail": ("term",),
    "refuge": ("host",),
    "house_price": ("average",),
    "wage": ("average",),
    "temperatur": ("average",),
    "soldier": ("military", "force", "war", "conflict", "campaign", "invasion"),
    "worker": ("employ",),
    "resident": ("home",),
    "bird": ("specy",),
    "passenger": ("carry", "use"),
    "specy": ("biologist", "zoologist", "ornithologist", "ranger"),
    "mayor": ("take_office",),
    "president": ("take_office",),
    "minist": ("take_office",),
    "governor": ("take_office",),
    "chancellor": ("take_office",),
    "leader": ("take_office",),
}
"""Words that add nothing where the concept before them is shared."""

DOERS = {
    "cull": ("farm", "vet"),
    "donate": ("collect",),
    "passenger": ("carry", "use"),
    "specy": ("biologist", "zoologist", "ornithologist", "ranger"),
    "harvest": ("farm", "grower"),
    "steal": ("thief", "thiev", "robber", "burglar", "hacker"),
    "burgle": ("burglar", "thief", "thiev"),
    "rob": ("robber", "thief", "thiev", "gunman"),
    "abduct": ("kidnapper", "gunman"),
    "evict": ("bailiff",),
    "fell": ("logger", "forester"),
    "rescue": ("rescuer", "lifeboat"),
    "treat": ("doctor", "surgeon"),
}
"""Who does it anyway, so that a passage need not say so."""

ONCE = frozenset(
    """sign open found bear die resign launch take_office leave_office abolish assassinat complet
    invent marry ratify crown execut unveil inaugurat introduc discover independenc coin publish
    premier debut creat patent end begin retir appoint close enact build destroy land file collaps
    sink crash convict bury disband dissolv legalis ban surrender liberat demolish adopt
    lay install consecrat christen incorporat
    """.split()
)
"""What happens once to one thing, so that two dates for it cannot both be right."""

EVENTS = frozenset(
    """fire quake blast attack crash collid derail strike protest storm hurrican cyclon typhoon tornado
    bomb shoot war battl outbreak epidemic riot drought heatwav landslid avalanch auction trial
    """.split()
)
"""What happens at one time and place: "the fire" is one of "fires"; floods and unrest are left out."""

ATTRIBUTES = frozenset("length height width depth weight area speed temperatur".split())
"""What a measure may measure; a sentence often leaves it unsaid ("a border of 1,200 miles")."""

PLACES = frozenset("country city town village region province district nation".split())
ACTORS = frozenset(
    "police treasury court judge jury government ministry agency office bureau authority council".split()
)
"""Words that papers put in or leave out; only another one of the same set says something."""

PEOPLE = frozenset("person people life victim".split())
"""Heads that say no more than that persons are counted."""
