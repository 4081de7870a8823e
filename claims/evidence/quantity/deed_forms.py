"""Words for deeds, parts and places of which a sentence without a number may tell (data only).

Each line of DEEDS: a name, what is said in the active, the participle, who is called by it, and its traits.
`sole`: one alone did it, so that another name in that part clashes. `timed`: only at one time, so that both
sentences must name the same. `ordered`: turned round it is another thing. `mutual`: either way round.
"""

from __future__ import annotations

DEEDS = """
write | wrote, writes, authored, penned | written, authored, penned | author, writer | sole work
design | designed, designs | designed | designer, architect | sole work
compose | composed | composed | composer | sole work
paint | painted | painted | painter | sole work
sculpt | sculpted, carved | sculpted, carved | sculptor | sole work
film | directed | directed | director | sole work
translate | translated | translated | translator | work
invent | invented | invented | inventor | sole
discover | discovered | discovered | discoverer | sole
found | founded, established, set up | founded, established, set up, started | founder | sole
publish | published | published | publisher | work
commission | commissioned | commissioned | | sole
assassinate | assassinated, murdered | assassinated, murdered | assassin, murderer, killer | sole ordered
kill | killed, shot dead, stabbed to death | killed, shot dead, stabbed to death | killer | sole ordered
open | opened, inaugurated | opened, inaugurated | | sole
unveil | unveiled | unveiled | | sole
appoint | appointed, named | appointed, named | | sole ordered
sentence | sentenced | sentenced | | sole
sign | signed, signs | signed | signatory |
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
attack | attacked, attacks | attacked | |
accuse | accused, accuses | accused | |
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

GENRES = """
write | novel, novella, poem, play, book, memoir, essay, trilogy, thriller, biography, report, study
compose | opera, symphony, ballet, musical, concerto, sonata, cantata, operetta, oratorio, waltz
film | film, documentary, movie
paint | painting, fresco, watercolour
sculpt | sculpture, statue
"""
"""Each line: a deed, and what its works are called."""

NOMINAL = """
assassinate | assassination, murder | sole ordered
kill | killing | sole ordered
invade | invasion | ordered
discover | discovery | sole
invent | invention | sole
"""
"""Each line: a deed, nouns for its doing that is over ("the murder of X by Y"), and traits as above."""

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
    "public good ever door operation finally permanently completely totally entirely fully".split()
)
"""Words behind an event that make no other of it: "opened to the public", "shut for good"."""

PLACES = """
bear | born, born and raised, born and brought up | birthplace, place of birth, birth | |
die | | place of death, death | died, dies |
bury | buried, interred, laid to rest | grave, tomb, burial place, burial | |
try | tried, put on trial | trial | stood trial, went on trial |
base | based, headquartered, domiciled | head office, headquarters, registered office | | timed
sign | signed | signing | |
stand | located, situated | | stands, is, lies, stood |
arrest | arrested | arrest | |
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

RECURRENT = frozenset(
    """government parliament coalition cabinet assembly council market exchange currency talk festival fair
    conference season strike war""".split()
)
"""What falls, opens or is dissolved again and again."""

SITES = frozenset(
    """museum gallery church cathedral castle palace abbey bridge tower theatre library school university
    hospital station stadium arena airport prison temple mosque synagogue monument memorial statue mine
    dam park zoo observatory lighthouse fort fortress
    mountain lake island college academy opera house""".split()
)
"""What is built or lies in one place."""
