"""Words for deeds, parts and places of which a sentence without a number may tell (data only).

Each line of DEEDS: a name, what is said in the active, the participle, who is called by it, and its traits.
`sole`: one alone did it, so that another name in that part clashes. `timed`: only at one time, so that both
sentences must name the same. `ordered`: turned round it is another thing. `mutual`: either way round.
"""

from __future__ import annotations

DEEDS = """
write | wrote, writes, authored | written, authored | author, writer | sole
design | designed, designs | designed | designer, architect | sole
compose | composed | composed | composer | sole
paint | painted | painted | painter | sole
sculpt | sculpted, carved | sculpted, carved | sculptor | sole
film | directed | directed | director | sole
translate | translated | translated | translator | sole
invent | invented | invented | inventor | sole
discover | discovered | discovered | discoverer | sole
found | founded, established, set up | founded, established, set up | founder | sole
publish | published | published | publisher | sole
commission | commissioned | commissioned | | sole
assassinate | assassinated, murdered | assassinated, murdered | assassin, murderer, killer | sole ordered
kill | killed, shot dead, stabbed to death | killed, shot dead, stabbed to death | killer | sole ordered
open | opened, inaugurated | opened, inaugurated | | sole
unveil | unveiled | unveiled | | sole
appoint | appointed, named | appointed, named | | sole ordered
sentence | sentenced | sentenced | | sole
own | owns, owned | owned | owner | sole timed ordered
lead | leads, led, heads, headed | led, headed | leader, head | sole timed
chair | chairs, chaired | chaired | chairman, chairwoman, chair, chairperson | sole timed
coach | coaches, coached, trains, trained | coached, trained | coach, trainer | sole timed ordered
win | won, wins | won | winner | sole timed
beat | beat, beats, defeated, defeats, overcame | beaten, defeated | | ordered
lose | lost to, loses to | | | inverse beat
sue | sued, sues | sued | | ordered
buy | bought, buys, acquired, took over | bought, acquired, taken over | buyer | sole ordered
buy | purchased, acquires | purchased | | sole ordered
succeed | succeeded, succeeds, took over from | succeeded | successor | sole ordered
succeed | replaced, replaces | replaced | | sole ordered
marry | married, marries | married | wife, husband | mutual
divorce | divorced | divorced | | mutual
invade | invaded, invades | invaded | | ordered
attack | attacked, attacks | attacked | | ordered
accuse | accused, accuses | accused | | ordered
betray | betrayed | betrayed | | ordered
teach | taught | taught | teacher | ordered
make | makes, made, produces, produced, manufactures | made, produced, manufactured | maker, producer |
join | joined, joins | joined | | timed
quit | left, quit, quits, leaves, withdrew from, pulled out of | | | timed
convict | convicted, found guilty | convicted, found guilty | |
acquit | acquitted, cleared | acquitted, cleared | |
adopt | adopted, passed, approved, ratified | adopted, passed, approved, ratified | |
reject | rejected, voted down, threw out, turned down | rejected, voted down, thrown out, turned down | |
uphold | upheld, confirmed | upheld, confirmed | |
overturn | overturned, quashed, struck down | overturned, quashed, struck down | |
overturn | annulled, set aside | annulled, set aside | |
ban | banned, outlawed, prohibited | banned, outlawed, prohibited | | timed
allow | legalised, legalized, allowed, permitted | legalised, legalized, allowed, permitted | | timed
support | backed, supported, backs, supports, endorsed | backed, supported, endorsed | |
oppose | opposed, opposes | opposed | |
nationalise | nationalised, nationalized | nationalised, nationalized | | timed
privatise | privatised, privatized | privatised, privatized | | timed
"""

OPPOSITES = {
    one: other
    for a, b in (
        ("convict", "acquit"),
        ("adopt", "reject"),
        ("uphold", "overturn"),
        ("ban", "allow"),
        ("support", "oppose"),
        ("join", "quit"),
        ("nationalise", "privatise"),
    )
    for one, other in ((a, b), (b, a))
}
"""Deeds that undo each other, so that not both were done at a time."""

EVENTS = """
open | opened, opened its doors | opened, inaugurated | opening, inauguration
close | closed, shut, shut down, closed down | closed, shut, shut down, closed down | closure, closing
close | closed its doors, ceased operation, ceased operations | |
found | | founded, established, set up, incorporated | founding, foundation, establishment
build | | built, constructed, erected | construction
complete | | completed, finished | completion
demolish | | demolished, pulled down, torn down, razed, knocked down | demolition
burn | burned down, burnt down | burned down, burnt down |
burn | | destroyed by fire, destroyed by a fire, destroyed in a fire, gutted by fire |
sink | sank, went down, foundered | sunk | sinking
crash | crashed | | crash
collapse | collapsed, gave way, caved in | | collapse
die | died, passed away | | death
resign | resigned, stepped down, quit, stood down, left office | | resignation
retire | retired, went into retirement | | retirement
force | came into force, took effect, entered into force | brought into force | entry into force
force | came into effect, became law | |
abolish | | abolished, scrapped, done away with | abolition
adopt | | adopted, passed, approved | adoption
sign | | signed | signing
publish | came out, appeared | published, brought out | publication
premiere | premiered, was first shown, was first performed | | premiere
launch | | launched | launch
land | landed, touched down | | landing
discover | | discovered, found | discovery
invent | | invented | invention
independent | became independent, gained independence, gained its independence | | independence
independent | won independence, won its independence, declared independence | |
bankrupt | went bankrupt, went bust, became insolvent | declared bankrupt | bankruptcy
begin | began, started, broke out, got under way, opened | begun | beginning, outbreak, start
end | ended, finished, came to an end | ended | end
dissolve | disbanded, broke up | dissolved, disbanded, wound up | dissolution
execute | | executed, put to death, hanged, beheaded | execution
crown | | crowned | coronation
arrest | | arrested | arrest
sentence | | sentenced | sentencing
erupt | erupted | | eruption
nationalise | | nationalised, nationalized | nationalisation
privatise | | privatised, privatized | privatisation
electrify | | electrified | electrification
merge | merged | merged | merger
"""
"""Each line: a name, what it did, what was done to it, and the noun for it; all told of the one thing."""

AGAIN = frozenset(f"event {kind}" for kind in "erupt adopt begin end arrest sentence merge".split())
"""Events that may come again, or in several steps, so that two dates do not clash."""

IDLE_REST = frozenset(
    "public good ever door operation president mayor minister leader officially formally finally".split()
)
"""Words behind an event that make no other of it: "opened to the public", "shut for good"."""

PLACES = """
bear | born, born and raised, born and brought up | birthplace, place of birth | |
die | | place of death | died, dies |
bury | buried, interred, laid to rest | grave, tomb, burial place | |
try | tried, put on trial | | stood trial |
base | based, headquartered, domiciled | head office, headquarters, registered office | | timed
sign | signed | | |
stand | located, situated | | stands, is, lies, stood |
arrest | arrested | | |
convene | held | | took place, takes place, was staged | timed
"""
"""Each line: a name, participles, nouns of the place, what is said in the active, and traits as above."""

ROLES = frozenset(
    """mayor president king queen emperor pope governor chancellor premier captain headmaster headmistress
    director principal rector dean bishop archbishop abbot capital chairman chairwoman chair chairperson
    chief minister commander editor manager owner leader head secretary treasurer ambassador speaker
    conductor goalkeeper executive coach chairperson treasurer""".split()
)
"""Parts of which there is one at a time; the word that ends what stands before "of"."""

KIN = frozenset(
    "son daughter brother sister father mother wife husband widow widower cousin nephew niece".split()
)
"""Whom somebody has; of most there may be several."""

TITLES = frozenset(
    """President Prime Minister King Queen Prince Princess Emperor Pope Bishop Archbishop Cardinal General
    Colonel Captain Judge Justice Professor Senator Governor Mayor Sir Lady Lord Dr Mr Mrs Ms
    Chancellor Councillor Inspector Sergeant""".split()
)

ALIKE = {"race": "elect", "contest": "elect", "ballot": "elect", "vote": "elect"}
"""Words for an occasion that are as good as another."""

LANDS = frozenset(
    """Africa Asia Europe America Australia Oceania Antarctica Scandinavia Balkans Caucasus Siberia Anatolia
    England Scotland Wales Britain Ireland Ulster Normandy Brittany Provence Alsace Lorraine Burgundy Corsica
    Bavaria Saxony Prussia Hesse Thuringia Silesia Pomerania Westphalia Brandenburg Swabia Franconia Tyrol
    Carinthia Styria Moravia Bohemia Slovakia Slovenia Croatia Serbia Bosnia Kosovo Macedonia Montenegro
    Albania Bulgaria Romania Transylvania Hungary Poland Galicia Ukraine Crimea Belarus Lithuania Latvia
    Estonia Finland Sweden Norway Denmark Iceland Germany Austria Switzerland France Belgium Flanders
    Wallonia Netherlands Holland Spain Catalonia Andalusia Castile Portugal Italy Sicily Sardinia Tuscany
    Lombardy Piedmont Veneto Calabria Greece Crete Cyprus Malta Turkey Russia Chechnya Dagestan Georgia
    Armenia Azerbaijan Iran Iraq Syria Lebanon Israel Palestine Jordan Egypt Libya Tunisia Algeria Morocco
    Sudan Ethiopia Eritrea Somalia Kenya Uganda Tanzania Rwanda Burundi Congo Angola Zambia Zimbabwe Malawi
    Mozambique Namibia Botswana Nigeria Niger Ghana Togo Benin Mali Senegal Gambia Guinea Liberia Cameroon
    Chad Gabon Madagascar Mauritius Afghanistan Pakistan India Punjab Kerala Gujarat Bengal Assam Bihar
    Kashmir Nepal Bhutan Bangladesh Burma Myanmar Thailand Laos Cambodia Vietnam Malaysia Indonesia Java
    Sumatra Borneo Bali Philippines China Tibet Sichuan Guangdong Manchuria Taiwan Mongolia Korea Japan
    Hokkaido Kyushu Kazakhstan Uzbekistan Turkmenistan Tajikistan Kyrgyzstan Yemen Oman Qatar Bahrain Kuwait
    Canada Ontario Quebec Alberta Manitoba Saskatchewan Yukon Mexico Guatemala Honduras Nicaragua Panama
    Cuba Haiti Jamaica Bahamas Colombia Venezuela Ecuador Peru Bolivia Chile Argentina Patagonia Uruguay
    Paraguay Brazil Bahia Queensland Tasmania Victoria Alabama Alaska Arizona Arkansas California Colorado
    Connecticut Delaware Florida Hawaii Idaho Illinois Indiana Iowa Kansas Kentucky Louisiana Maine Maryland
    Massachusetts Michigan Minnesota Mississippi Missouri Montana Nebraska Nevada Ohio Oklahoma Oregon
    Pennsylvania Tennessee Texas Utah Vermont Virginia Washington Wisconsin Wyoming Carolina Dakota Kent
    Sussex Surrey Essex Norfolk Suffolk Devon Cornwall Dorset Somerset Yorkshire Lancashire Cumbria Durham
    Northumberland Cheshire Kerry Cork Galway Mayo Donegal Fife""".split()
)
"""Lands and regions, which may have a town in them that another sentence names."""

BUILDINGS = frozenset(
    """Hospital Clinic University College School Academy Church Cathedral Abbey Chapel Palace Castle House
    Hall Hotel Street Road Avenue Square Prison Court Cemetery Park Station Airport County Province District
    State Region Republic Kingdom Empire Islands Island Valley Coast Mountains North South East West
    Northern Southern Eastern Western Central""".split()
)
"""Words of names that may lie in a town, or have it in them."""
