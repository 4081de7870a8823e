"""Words by which people are counted, and words that say they died (data only)."""

PEOPLE = frozenset(
    """
    soldiers troops people persons men women personnel servicemen serviceman servicewomen civilians
    fighters militants refugees lives dead deaths casualties fatalities workers residents officers
    victims conscripts
    """.split()
)

DEATH = frozenset(
    """
    die died dies dying dead death deaths killed kill kills perished perish fell lives lost losses
    casualties fatalities toll
    """.split()
)
