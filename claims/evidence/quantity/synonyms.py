"""Words that newspapers use for one thing (data only): each line is a concept and its words.

A pair of sentences is compared only where nothing but numbers differs, so a line here is a promise that
exchanging its words never changes what is counted. "Casualties" may be wounded, and are not "deaths".
"""

from __future__ import annotations

CONCEPTS = """
die: mortality die dead death deaths died dying kill kills killed killing fatality fatalities perish
    perished slain
injure: injure injured injuries injury wound wounded hurt
infect: case cases infection infections infected
missing: missing unaccounted
arrest: arrest arrested arrests
detain: detain detained detention
sentence: sentence sentenced
jail: jail jailed imprison imprisoned imprisonment prison
displace: displace displaced evacuate evacuated evacuation uproot uprooted
layoff: layoff layoffs redundancy redundancies sack sacked dismiss dismisses
    dismissed dismissal dismissals
hire: hire hired hiring recruit recruited
worker: work works worked working employ employs employed employee employees worker workers staff
    workforce personnel job jobs
remain: remain remains remained remaining
resident: resident residents inhabitant inhabitants population live lives living
visitor: visitor visitors visit visits visited
enrol: enrol enrolled enroll enrolls enrolment enrollment gather gathered
soldier: soldier soldiers army military troop troops serviceman servicemen
pupil: pupil pupils student students schoolchild schoolchildren
child: child children kid kids
teen: teenager teenagers teenage adolescent adolescents
female: woman women female females
male: man men male males
elder: elderly pensioner pensioners
migrant: migrant migrants immigrant immigrants
doctor: doctor doctors physician physicians
house: home homes house houses
flat: flat flats apartment apartments
care: care cares cared caring
car: car cars automobile automobiles
watch: watch watches watched watching viewer viewers
defendant: defendant defendants
plane: plane planes aircraft aeroplane airplane airplanes
ship: ship ships vessel vessels
fire: fire fires blaze blazes wildfire wildfires
quake: earthquake earthquakes quake quakes tremor
flood: flood floods flooding flooded
blast: blast blasts explosion explosions explode exploded explodes exploding
rob: rob robs robbed robbery robberies
burgle: burgle burgled burglary burglaries
convict: convict convicted conviction convictions
adopt: adopt adopts adopted adopting adoption adoptions
inspect: inspect inspects inspected inspection inspections
merge: merge merged merges merger mergers
expel: expel expelled expels expulsion expulsions
seize: seize seized seizes seizure seizures confiscate confiscated impounded
storey: floor floors storey storeys
survive: survive survived survives survival
fail: fail failed fails failing failure failures
withdraw: withdraw withdrew withdrawn withdraws withdrawal withdrawals
protest: protest protests demonstration demonstrations demonstrator demonstrators protester protesters
strike: strike strikes walkout
independenc: independence independent
build: build built builds building constructed construct construction erected
price: price prices cost costs costing priced
profit: profit profits
revenue: revenue revenues turnover
sell: sell sells sold selling sale sales
donate: donate donated donation donations
spend: spend spends spent spending expenditure
wage: wage wages salary salaries earn earned earns earning grossed
produce: produce produces produced producing production output
export: export exports exported exporting
import: import imports imported importing
control: control controls controlled controlling
cancel: cancel cancels cancelled canceled cancelling cancellation cancellations
carry: carry carries carried carrying transport transported handle handled handles aboard
support: support supports supported back backs backed backing favour favor favours favors approve
    approved
oppose: oppose opposes opposed against reject rejected
duration: lasted lasts lasting duration
length: length
height: height
width: width
depth: depth
weight: weigh weighs weighed weight
area: area cover covers covered
age: age aged
poor: poor poverty
unemployed: unemployment unemployed jobless joblessness
economy: economy economic
gdp: gdp
murder: murder murders murdered homicide homicides
vaccinate: vaccinate vaccinated vaccination vaccinations vaccine vaccines immunise immunised jab jabs
    inoculated
treat: treat treats treated treatment
average: average mean averaged
company: company companies firm firms corporation
film: film films movie movies
world: worldwide global globally world
foreign: foreign foreigner foreigners overseas
rural: rural countryside
urban: urban
ill: ill sick illness
begin: begin begins began begun beginning start started starts starting
end: end ended ends ending finish finished
win: win wins won winning victory
vote: vote voter voters votes voted voting ballot ballots
elect: elect elected election elections
buy: buy buys bought buying purchase purchased acquire acquires acquired acquiring acquisition
lend: loan loans lend lent lending
rain: rain rainfall
teach: teacher teachers taught
drive: driver drivers drove
burn: burn burned burnt
hold: hold holds held holding
lie: liar
publish: publish published publication
leave: leave leaves left leaving
resign: resign resigned resignation resigns quit quits
appoint: appoint appointed appointment named
found: founded founding establish established
bear: born birth births
sign: sign signed signing signature
open: open opened opening opens
close: close closed closing closes closure shut shuts
marry: marry married marriage
launch: launch launched launching
rescue: rescue rescued rescues
destroy: destroy destroyed destroying
damage: damage damaged damages
steal: steal stole stolen theft thefts
receive: receive received receives
deport: deport deported deportation deportations
deforest: deforestation deforested
emit: emit emits emitted emission emissions
invest: invest invested investment investments
borrow: borrow borrowed borrowing
los: lose loses lost losing loss losses
pay: pay pays paid paying payment payments
tax: tax taxes taxed taxation
debt: debt debts indebted
subsidy: subsidy subsidies subsidise subsidised subsidize subsidized
crash: crash crashed crashes
collide: collide collided collision
derail: derail derailed derailment
drown: drown drowned drowning drownings
homeless: homeless homelessness
hungry: hungry hunger famine starving starvation
malnourished: malnourished malnutrition undernourished
obese: obese obesity
smoke: smoke smokes smoker smokers smoking smoked
diabetes: diabetes diabetic diabetics
literate: literate literacy
graduate: graduate graduates graduated graduation
divorce: divorce divorces divorced
extinct: extinct extinction
harvest: harvest harvests harvested crop crops yield yields
farm: farm farms farmer farmers farming farmed
agriculture: agriculture agricultural
fish: fish fishing fishery fisheries
oil: oil petroleum crude
rail: rail railway railways
bus: bus buses
cross: cross crossed crossing crosses
arrive: arrive arrived arrival arrivals arriving
abduct: abduct abducted abduction kidnap kidnapped kidnapping kidnappings
law: law laws legislation
bomb: bomb bombs bombed bombing bombings
attack: attack attacks attacked attacking
gun: gun guns firearm firearms
shoot: shoot shooting shootings shot
suicide: suicide suicides
test: test tests tested testing
hospitalise: hospitalised hospitalized hospitalisation hospitalization hospitalisations hospitalizations
game: game games match matches
customer: customer customers client clients
subscribe: subscribe subscriber subscribers subscription subscriptions
member: member members membership
shop: shop shops store stores
rent: rent rents rented rental
fly: fly flies flew flown flying flight flights
waste: waste rubbish garbage trash
recycle: recycle recycled recycling
pollute: pollute polluted pollution
speak: speak speaks spoke spoken speaker speakers
demolish: demolish demolished demolition
replace: replace replaced replacement replacements
seat: seat seats seated
repair: repair repaired repairs
restore: restore restored restoration
plant: plant plants planted planting
fund: fund funds funded funding
retire: retire retired retirement
infant: infant infants baby babies newborn newborns
premiere: premiere premiered
trade: trade trades traded trading
eat: eat eats ate eaten consume consumed consumes consumption
use: use used uses using usage user users
deliver: deliver delivered deliveries delivery
complain: complain complained complaint complaints
own: own owns owned
cancel: cancel cancelled canceled cancellation cancellations
accept: accept accepted accepts
fine: fine fined fines
president: president presidents presidency
leader: leader leaders leadership
effective: effective efficacy effectiveness
negotiat: negotiate negotiates negotiated negotiating negotiation negotiations talks
"""

PHRASES = {
    r"los(?:t|e|es|ing) (?:his|her|their|its) li(?:fe|ves)": "die",
    r"(?:loss of life|lives (?:were )?lost|death toll)": "die",
    r"tak(?:e|en|ing) into custody|took into custody": "arrest",
    r"(?:lay|laid|lays|laying) off": "layoff",
    r"los(?:t|e|ing) (?:his|her|their) jobs?": "layoff worker",
    r"ma(?:de|ke|king) redundant": "layoff",
    r"fired(?= [\w#,. ]{0,20}\b(?:people|workers|employees|staff|teachers|officials)\b)"
    r"|(?<=were )(?<!shots were )(?<!rounds were )(?<!missiles were )(?<!rockets were )fired"
    r"(?! (?:at|on|upon|from|into)\b)": "layoff",
    r"(?:cut|cuts|cutting|shed|sheds|shedding|axe[ds]?|axing|slash(?:ed"
    r"|es)?)(?= [\w#,. ]{0,30}\bjobs)": "layoff",
    r"job (?:cuts|losses)": "layoff worker",
    r"t(?:ook|ake|aken|aking) part": "",
    r"(?:each|every) (?:year|month|week|day|night|hour|quarter|season)": "",
    r"(?:(?<=# )|(?<=#\) ))long": "length",
    r"(?:(?<=#[ -])|(?<=#\) ))(?:tall|high)": "height",
    r"(?:(?<=#[ -])|(?<=#\) ))(?:wide\b|across(?=[.,;]|$))": "width",
    r"(?:(?<=#[ -])|(?<=#\) ))deep": "depth",
    r"(?:fled|left|flee|fleeing|leave) (?:their|his|her) homes?": "displace",
    r"gross domestic product|economic (?:output|growth)"
    r"|econom(?:y|ies)(?= (?:of (?:the )?(?-i:[A-Z])\w+ )?(?:has |had |will |is |was )?"
    r"(?:grew|grow|shr[aiu]nk|contract|expand)\w*)": "gdp",
    r"(?<=# )to (?:make|run|keep|take|see|bring|reach|get|give|start|put)(?! #)": "purpose",
    r"(?:raise|raises|raised|raising)(?= (?:(?:no|more|less|fewer|than|at|least|most|about|around"
    r"|some|nearly|almost|over|up to|only|just|an?|another|estimated|further|additional) ){0,4}#)": "collect",
    r"claim(?:s|ed|ing)? (?:the |at least |more than |some |about )*(?:#+ )?lives": "die",
    r"(?<=[a-z] )(?<!have )(?<!has )(?<!had )left(?= (?:in|on|at|for)\b|[.,;]|$)": "remain",
    r"too (?:much|many|little|few)": "excess",
    r"(?<=the )state(?! of)": "state",
    r"at (?:its|their|the|his|her) (?:height|peak|lowest|best|worst|busiest)": "peak",
    r"(?:was|were|been) raised(?! (?:to|by|from)\b)": "collect",
    r"in (?:short|brief|sum|general|fact|practice)": "",
    r"home to(?= #[^,;]{0,12}\b(?:people|inhabitants|residents)\b)": "resident",
    r"costs? (?:the |at least |more than |some |about )*(?:#+ )?lives": "die",
    r"set(?:s|ting)? (?:out|off)|(?:head(?:s|ed|ing)?|bound) for": "depart",
    r"reach(?:es|ed|ing)?(?= (?:the )?(?-i:[A-Z])"
    r"| the (?:[a-z]+ )?(?:coasts?|shores?|islands?|mainland|borders?))": "arrive",
    r"(?:(?:key|main|base|policy|benchmark|central bank|interest) )+rates?"
    r"|(?:(?<=bank raised )|(?<=bank raises )|(?<=bank cut )|(?<=bank cuts )|(?<=bank lowered )"
    r"|(?<=bank kept )|(?<=Fed raised )|(?<=Fed cut )|(?<=Reserve raised )|(?<=Reserve cut ))"
    r"(?:interest )?rates": "interest_rate",
    r"(?<=# )accused(?! of\b)": "defendant",
    r"(?:saw|seen)(?= the (?:final|match|game|film|show|concert|play|parade)\b)"
    r"|seen(?= by (?:[a-z]+ ){0,2}#)": "watch",
    r"turn(?:s|ed)? out(?= (?:[a-z]+ ){0,2}#)": "",
    r"br(?:ings?|ought|inging) in(?= [$€£]?#)": "collect",
    r"half an? (?:percentage )?point": "",
    r"so far": "",
    r"(?<=# )alone": "",
    r"the (?:highest|lowest|most|fewest|best|worst|largest|biggest|smallest)"
    r"(?: (?:level|number|figure|total|value|rate|share|rise|fall|increase|drop))?"
    r"(?= (?:since|in) (?:#|the |more than |\w+ years))": "",
    r"home to": "",
    r"in the end(?! of)": "",
    r"s[au]nk(?! (?:to|by|from|#))": "sink",
    r"out of work": "unemployed",
    r"cast(?:s|ing)? (?:a|their|his|her) (?:ballots?|votes?)|(?:go|goes|went|gone) to the polls": "vote",
    r"pass(?:es|ed|ing)? away": "die",
    r"(?:share|stock) prices?|(?<=the )shares(?= (?:fell|rose|dropped|lost|gained|climbed|jumped|slid"
    r"|plunged|tumbled|closed)\b)": "share",
    r"calendar(?= year)|net(?= sales\b)": "",
    r"(?<=[a-z] )(?-i:Corp|Inc|Ltd|PLC|LLC|Plc)\.?": "",
    r"(?:(?:is|are|was|were) )?worth(?= [$€£]?#)": "",
    r"(?:was|were|been) put up(?= (?:in|on|by|between|at)\b)": "build",
    r"shut(?:s|ting)? down": "close",
    r"(?:went|go|goes|gone|going) on strike|(?:walked|walk) out(?= (?:on|at|in|over)\b)"
    r"|(?:joined|took part in|taken part in) (?:the|a) (?:walkout|strike)": "strike",
    r"(?:receiv(?:e[sd]?|ing)|was given|were given|was handed|got) an?"
    r" (?:prison|jail) (?:sentence|term)(?! suspended)"
    r"|impos(?:e[sd]?|ing) an? (?:prison |jail )?(?:sentence|term)(?! suspended)": "jail",
    r"g[eo]ts? under ?way|getting under ?way": "begin",
    r"net(?= loss(?:es)? of (?:(?:about|some|nearly|almost|around|over) )?[$€£]?#)": "",
    r"(?:as )?compared (?:with|to)": "",
    r"(?<!the )(?<!its )first(?= [a-z]+ed\b)": "",
    r"(?<=census )(?:counted|found|recorded|registered)(?= #+ (?:people|persons)\b)": "resident",
    r"as (?:early|late|recently|far back) as(?= (?:in )?#)": "",
    r"(?:lies|lay|located|situated) (?=#)": "",
    r"(?:hold|holds|held|has|have|had) an? (?=#+ stake\b)": "own",
    r"(?<=# )stake(?= in\b)": "",
    r"(?:crowd|audience)s? of (?=(?:about |some |around |over |nearly |almost |more than |at least )?#)": "",
    r"(?:hold|holds|held)(?= (?:[a-z]+ ){0,2}[$€£]?#+ (?:\w+ )?(?:shares|stock|bonds)\b)": "own",
    r"measures?(?= (?:[a-z]+ ){0,2}#+ (?:long|wide|high|tall|deep|across"
    r"|from (?:bow|end|tip)|in (?:height|length|width|depth))\b)": "",
    r"(?<=was )defeated(?= by #+ (?:votes?|to #+)\b)|vot(?:ed?|es|ing) down": "oppose",
    r"(?:statutory|legal|national)(?= minimum wage\b)": "",
    r"in cash(?=[.,;]|$)": "",
    r"in (?:shares|stock)(?=[.,;]|$)": "stock",
    r"by (?:post|mail)": "mail",
    r"(?:write|writes|wrote|written|writing) (?:off|down)": "write_off",
    r"own(?= (?:#|an?\b|the\b|more|less|fewer|about|at|over|nearly))": "own",
    r"accounts? for|accounted for|ma(?:ke|kes|de|king) up": "",
    r"on board": "carry",
    r"pass(?:ed|es|ing)? through": "carry",
    r"(?:went|goes|go|gone) on for": "duration",
    r"(?:will|would|to|could|may|might|can|did) last": "duration",
    r"years? old|years? of age": "age",
    r"(?<=# votes )in favou?r|in favou?r(?= of votes)": "",
    r"in favou?r of": "support",
    r"turned? away": "turn_away",
    r"took office|takes? office|taken office|sworn in": "take_office",
    r"left office|leav\w+ office": "leave_office",
    r"c[ao]me into force|into force": "in_force",
    r"gave birth": "bear",
    r"United States|U\.S\.A?\.?|USA|America": "Americ",
    r"United Kingdom|U\.K\.": "Britain",
    r"United Nations|U\.N\.": "UN",
    r"European Union|E\.U\.": "EU",
    r"World Health Organi[sz]ation": "WHO",
    r"house prices?|home prices?": "house_price",
    r"high schools?": "high_school",
    r"part[- ]time": "part_time",
    r"full[- ]time": "full_time",
    r"running water": "running_water",
    r"(?:without|los(?:t|e|ing)) (?:electricity|power)"
    r"|(?:power|electricity) (?:cuts?|outages?|failed)": "blackout",
    r"(?:cut|cuts|cutting|knocked out) (?:power|electricity)(?: (?:to|for)\b)?": "blackout",
    r"life expectancy": "life_expectancy",
    r"fired (?:at|on|upon)": "shoot_at",
    r"t(?:ook|akes?|aking|aken) on(?= (?:[a-z]+ ){0,2}#)": "hire",
    r"(?:(?<=storeys )|(?<=floors ))(?:high|tall)": "",
    r"(?:(?<=broadband )|(?<=internet ))(?:connections?|access)": "",
    r"tun(?:e[ds]?|ing) in(?: to)?": "watch",
    r"(?:has |have |had )?spread over(?= (?:[a-z]+ ){0,2}#)": "area",
    r"(?:(?<=coal )|(?<=oil )|(?<=gas )|(?<=energy )|(?<=water )|(?<=electricity )|(?<=power )|(?<=fuel ))"
    r"consumption|consumption(?= of (?:coal|oil|gas|energy|water|electricity|power|fuel)\b)": "use",
    r"per (?:head|capita)(?: of (?:the )?population)?": "",
    r"(?:received|got|(?:was|were|been) given) (?:the|a|their) (?:vaccine|jab|vaccination)s?": "vaccinate",
    r"(?:show(?:s|ed|n)?|ha[sd]|have|with|achieved?|reache[sd]) an?(?= (?:efficacy|effectiveness) of\b)": "",
    r"(?:took|takes|secured|captured|gained)"
    r"(?= (?:[a-z]+ ){0,2}#+ (?:of (?:the|its) #+ )?(?:seats|golds?|[a-z]+ medals)\b"
    r"(?! (?:away )?from\b))": "win",
    r"vot(?:e|es|ed|ing) (?:for|in favou?r of)"
    r"(?= (?:the|an?|his|her|its|their) (?-i:[a-z])(?!arty|arties|andidate))": "support",
    r"net (?:income|earnings|profits?)": "profit",
    r"(?<=[a-z][’']s )(?:public|government|national|state)(?= debt\b)"
    r"|(?:public|government|national|state)(?= debt (?:in|of) (?-i:[A-Z]))": "",
    r"(?:are |were |is |was )?(?:stationed|deployed|garrisoned)(?= (?:in|at|on|across)\b)": "",
    r"up to date": "",
    r"(?:in|around|across|throughout|all over) the (?:whole |entire )?world": "",
    r"(?<!the )(?<!these )deadly(?= (?:[a-z]+ )?[a-z]+s\b)": "fatal",
    r"(?<=by the )end(?= of (?:the )?(?:#|year|month|week|season|decade))": "",
}
"""Phrases that stand for a concept; tried before single words, the case of letters put aside."""

PAIRS = (
    (("los", "worker"), ("layoff", "worker")),
    (("los", "soldier"), ("die", "soldier")),
    (("receive", "vote"), ("win", "vote")),
    (("sentence", "jail"), ("jail", "jail")),
)
"""Two concepts of one sentence that stand for others together: "cut 4,000 jobs"."""

UP = frozenset(
    """rise rises rose risen rising increase increases increased increasing grow grows grew grown growing
    growth climb climbs climbed climbing jump jumps jumped surge surges surged soar soared soaring up
    gain gained swell swelled expand expanded higher more raise raised raising above
    faster greater larger upturn""".split()
)
DOWN = frozenset(
    """fall falls fell fallen falling drop drops dropped dropping decline declines declined declining
    decrease decreases decreased decreasing shrink shrank shrunk shrinking sink sank sunk plunge
    plunged slump slumped down lower less fewer reduce reduces reduced reduction reducing cut cuts cutting
    slide slid tumble tumbled plummet plummeted contract contracted dip dipped slower smaller
    lowered halve halved halving""".split()
)
"""Words of change; they say which way a number went and are no part of what is counted."""
