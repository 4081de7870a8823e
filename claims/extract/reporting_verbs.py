"""Reporting verbs by stance: how strongly the reporter stands behind or apart from the words.

Stances: neutral (just reports), announce (makes known), claim (reporter keeps a distance), deny,
judge (calls, praises, condemns), ask (wants something done), think (belief or expectation).
"""

from __future__ import annotations

_NEUTRAL = """said says say stated states state told tells tell wrote writes write tweeted tweets
commented comments added adds add noted notes explained explains remarked remarks observed
recalled responded replied answered posted mentioned recalls shared referred discussed spoke speaks testified
quipped quoted continued concluded read reiterated issued gave named disagreed clarified
specified cited"""
_ANNOUNCE = """announced announces announce reported reports report confirmed confirms confirm declared
declares revealed reveals disclosed indicated indicates showed shows published informed
notified estimated estimates estimate ruled found ordered"""
_CLAIM = """claimed claims claim alleged alleges argued argues argue insisted insists maintained
asserted asserts accused accuses contended suggested suggests suggest assured assures
emphasized emphasised stressed defended acknowledged admitted admits conceded agreed agrees
pointed"""
_DENY = """denied denies deny rejected rejects dismissed disputed refuted contradicted"""
_JUDGE = """called calls described describes praised praises criticized criticised criticizes condemned
condemns expressed expresses thanked congratulated welcomed blamed blames labelled labeled
complained lamented attacked justified characterized characterised credited appreciated
lashed apologized apologised regretted objected"""
_ASK = """urged urges urge asked asks demanded demands warned warns advised advises recommended
recommends encouraged cautioned pleaded appealed instructed proposed promised promises
pledged vowed vows threatened"""
_THINK = """believed believes believe thought thinks think hoped hopes predicted predicts feared fears
suspects suspected expected expects considers considered"""

STANCES = {
    "neutral": frozenset(_NEUTRAL.split()),
    "announce": frozenset(_ANNOUNCE.split()),
    "claim": frozenset(_CLAIM.split()),
    "deny": frozenset(_DENY.split()),
    "judge": frozenset(_JUDGE.split()),
    "ask": frozenset(_ASK.split()),
    "think": frozenset(_THINK.split()),
}
"""Stance to the verb forms that carry it."""

REPORTING = {form: stance for stance, forms in STANCES.items() for form in forms}
"""Verb form to stance."""

PARTICIPLES = frozenset(
    """saying adding stating writing noting announcing claiming arguing explaining calling describing
    telling insisting warning responding commenting tweeting accusing citing pledging suggesting
    alleging""".split()
)
"""Forms that carry on an attribution already begun: "…, adding that …"."""

NEED_CONTENT = frozenset(
    """shared referred
    found showed shows ordered ruled considered considers published expected expects spoke speaks
    discussed thought cited suspected claims reports report state states estimate estimates
    notes comments demands fears pointed indicated indicates observed described describes
    quoted informed notified thanked welcomed specified recalled defended dismissed regretted agreed
    proposed threatened instructed attacked maintained rejected read named appreciated admitted
    pledged""".split()
)
"""Forms of many meanings: they report speech only when "that" or a quotation follows."""

NEED_NOUN = frozenset(["issued", "gave", "posted"])
"""Forms that report speech only with a noun for it: "issued a statement"."""
