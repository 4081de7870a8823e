"""English words too common to search by (data only)."""

STOPWORDS = frozenset(
    """
    a about above after again against ago all also although always am among an and another any are
    around as at away back be became because become been before began begin being between both but by
    came can cannot come could did do does doing done down during each either else even ever every far
    few for from further gave get gets getting give given go goes going gone got had has have having he
    her here hers herself him himself his how however i if in indeed instead into is it its itself just
    keep kept last later least less let like likely long made make makes making many may me might more
    most much must my near need neither never next no nor not nothing now of off often on once one only
    onto or other others our out over own per put quite rather really s said same say saying says see
    seem seemed seems she should since so some soon still such take taken tell than that the their them
    themselves then there these they thing this those though three through thus to together told too
    took toward towards two under until up upon us use used very via want was way we well went were what
    when where whether which while who whom whose why will with within without would yet you your
    """.split()
)
