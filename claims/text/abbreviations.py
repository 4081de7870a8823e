"""Words that a splitter of English newspapers must know, grouped by what they tell it. Data only.

Abbreviations stand without their full stop and as they are printed. A word in capitals is also
looked up with only its first letter in capitals.
"""

TITLES = frozenset(
    """
    Adm Amb Asst Atty Brig Capt Cdr Cllr Cmdr Col Comdr Cpl Cpt Dep Det Dir Dr Fr Gen Gov
    Hon Insp Lieut Lt Maj Messrs Mgr Mlle Mme Mmes Mr Mrs Ms Msgr Mt Mx Ofc Pfc Pres Prof
    Pvt Rep Reps Rev Revd Rt Sen Sens Sgt Sra Srta Supt Treas hon
    """.split()
)
"""Stand before a name, so what follows never begins a sentence."""

NAME_PARTS = frozenset(
    """
    AG Assn Assoc Ave Bhd Bldg Blvd Bros Cie Co Corp Cos Dept Dist Div Fed Ft Gmbh Govt Hts
    Hwy Inc Intl Jr Kft Ln Ltd Ltda Mfg Min Mtn Mts Natl Nyrt Pk Pkwy Pl Plc Pt Pty Rd Rte
    Sdn Sq Sr St Sta Ste Sto Sts Univ Zrt
    """.split()
)
"""Stand in names or at their end: only a word such as "The" shows that the sentence has ended."""

STATES = frozenset(
    """
    Ala Alta Ariz Ark Calif Colo Conn Del Fla Ga Ill Ind Kan Kans Ky La Mass Md Mich Minn
    Miss Mo Mont Neb Nebr Nev Okla Ont Ore Pa Penn Que Sask Tenn Tex Va Vt Wash Wis Wisc Wyo
    """.split()
)
"""End a sentence before a capital, unless a title follows ("Mass. Gov. Healey")."""

CALENDAR = frozenset(
    """
    Apr Aug Dec Feb Fri Jan Jul Jun Mar Mon Nov Oct Sat Sep Sept Sun Thu Thur Thurs Tue Tues
    Wed
    """.split()
)
"""Go on before a number."""

BEFORE_NUMBER = frozenset(
    """
    Approx approx Art art Arts c ca Ch ch Chap chap Cl cl Eq eq est Fig fig Figs figs n No
    no Nos nos Nr nr N° Nº Op op P p Para para Pp pp Pt pt Ref ref Reg reg Rs Sec sec Secs
    Ver ver Vol vol Vols vols
    """.split()
)
"""Go on before a number, a Roman numeral or a bracket."""

RUNNING = frozenset(
    """
    al bzw Cf cf eg esp excl ft ie incl resp v Viz viz Vs vs
    """.split()
)
"""Go on unless a word such as "The" follows."""

DOTTED_RUNNING = frozenset(
    """
    c.f d.h E.g e.g I.e i.e q.v u.a v.s z.B
    """.split()
)
"""Written with stops inside; never end a sentence."""

CLOCK = frozenset(
    """
    A.M a.m P.M p.m
    """.split()
)
"""End a sentence before a capital, unless a day, a month or a time zone follows."""

AFTER_CLOCK = frozenset(
    """
    AEST Apr April Aug August BST CDT Central CEST CET CST CT Dec December Eastern
    EDT EST ET Feb February Fri Friday GMT IST Jan January JST Jul July Jun June
    Mar March May MDT Mon Monday Mountain MST MT Nov November Oct October
    Pacific PDT PST PT Sat Saturday Sep Sept September Sun Sunday Thu Thursday
    Tue Tuesday UTC Wed Wednesday
    """.split()
)
"""Words that go on after the time of day: "7 p.m. Friday", "9 a.m. Eastern"."""

STARTERS = frozenset(
    """
    A After All Also Although Among An And Another Any Are As At Because Before Both But By
    Can Could Despite Did Do Does During Each Earlier Either Even Every Few For From Had Has
    Have He Her Here His How However I If In Instead Is It Its Just Last Later Let Like Many
    Maybe Meanwhile More Moreover Most Much My Neither Never Nobody Nor Not Nothing Now Of
    Often On Once One Only Or Other Others Our Perhaps Please Several She Should Since So
    Some Soon Still Such Than That The Their Them Then There These They This Those Though
    Three Thus To Today Together Two Under Unlike Until Was We Were What When Where Whether
    Which While Who Why Will With Within Without Would Yes Yet You Your
    """.split()
)
"""Begin sentences and hardly ever go on after an abbreviation."""

EXCLAIMED_NAMES = frozenset(
    """
    Airplane Chumba Jeopardy Joomla Mamma Oklahoma Wham Yahoo
    """.split()
)
"""Names written with an exclamation mark."""

REPORTING_VERBS = frozenset(
    """
    added announced answered argued asked asserted believes called claimed commented
    concluded cried declared demanded explained insisted joked noted posted quipped recalled
    remarked replied reported responded said says shouted stated told tweeted urged warned
    wondered wrote yelled
    """.split()
)
"""After a quoted question or cry and a name they show that the sentence goes on."""

RUN_ON_WORDS = frozenset(
    """
    a against an and as at because between but by during for from his into its nor of or
    than that the their to which whose with
    """.split()
)
"""A line that ends in one of them goes on in the next."""

LETTERED = frozenset(
    """
    act chapter class form grade group hepatitis influenza option part phase plan schedule section
    type vitamin volume war
    """.split()
)
"""Nouns that a letter or a numeral follows: "hepatitis B.", "World War I."."""

TIME_PREPOSITIONS = frozenset("About After Around At Before By From Since Till Until".split())
"""Begin "At 5 a.m.", after which a sentence goes on."""
