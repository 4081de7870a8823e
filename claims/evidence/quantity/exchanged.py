"""What is done, with the nouns for it and the turns of phrase that stand for it (data only).

As in `synonyms`, each line is a concept and its words, and a promise that exchanging them never changes
what is counted. A doer stands with the deed only where one doer does one deed: "applicants", not "winners".
"""

from __future__ import annotations

DEEDS = """
abolish: abolish abolishes abolished abolishing abolition
arrest: apprehend apprehends apprehended apprehending
broadcast: broadcast broadcasts broadcasting =aired =airs
buy: =takeover =takeovers
conscript: conscript conscripts conscripted conscription draft drafted drafts drafting
demolish: demolishes demolishing bulldoze bulldozes bulldozed
destroy: flatten flattens flattened =levelled
dissolv: dissolve dissolves dissolved dissolution
emigrat: emigrate emigrates emigrated emigration emigrant emigrants
flee: flee flees fled fleeing
flood: inundate inundates inundated inundation
house: dwelling dwellings
lawmaker: lawmaker lawmakers legislator legislators parliamentarian parliamentarians
rent: renting lease leases leased leasing
renovat: renovate renovates renovated renovation renovations refurbish refurbishes refurbished refurbishment
repay: repay repays repaid repaying repayment repayments
score: score scores scored scoring
seize: seizing confiscate confiscates confiscated confiscating confiscation confiscations impound impounds
    impounded
sell: offload offloads offloaded divest divests divested
sign: =inked
transplant: transplant transplants transplanted transplantation transplantations
travel: travel travels travelled travelling traveled traveling
win: clinch clinches clinched
cannabis: cannabis marijuana
carmaker: carmaker carmakers automaker automakers
football: football soccer
holiday: holiday holidays vacation vacations
metro: metro metros subway subways
tram: tram trams streetcar streetcars
accept: acceptance
acquit: acquit acquits acquitted acquittal acquittals
admit: admit admits admitted admitting admission admissions
appear: appear appears appeared appearance appearances
apply: apply applies applied applying applicant applicants
ban: ban bans banned banning =barred outlaw outlaws outlawed outlawing prohibit prohibits prohibited
    prohibition prohibitions
begin: commence commences commenced commencing commencement
beat: beat beats beaten beating =defeated =defeating
bury: bury buries buried burying burial burials
collaps: collapse collapses collapsed collapsing
commute: commute commutes commuted commuting commuter commuters
complet: =completion
confess: confess confesses confessed confession confessions
connect: connect connects connected connecting connection connections
crown: =coronation =coronations
cycle: cycle cycles cycled cycling cyclist cyclists
decid: decide decides decided deciding decision decisions
depart: depart departs departed departing departure departures
deploy: deploy deploys deployed deploying deployment deployments
destroy: destroys destruction
detect: detect detects detected detecting detection detections
diagnos: diagnose diagnoses diagnosed diagnosing diagnosis
discover: discover discovers discovered discovering discovery discoveries
displace: evacuates evacuating evacuations evacuees displaces displacing displacement displacements
drink: drink drinks drank drunk drinking
drive: drives driving driven
erod: erode erodes eroded eroding erosion
evict: evict evicts evicted evicting eviction evictions
explor: explore explores explored exploring exploration explorations
extend: extend extends extended extending extension extensions
fell: felled felling
fight: fight fights fought fighting
freez: freeze freezes froze frozen freezing
harvest: harvesting
hospitalise: hospitalise hospitalize hospitalises hospitalizes
impeach: impeach impeached impeachment impeachments
indict: indict indicts indicted indictment indictments
inject: inject injects injected injection injections
injure: injures injuring wounding
install: installation installations
introduc: introduce introduces introduced introducing introduction
invad: invade invades invaded invading invasion invasions
invent: invent invents invented inventing invention inventions
leader: lead leads led leading
marry: marries marrying marriages wed weds wedding weddings
move: move moves moved moving =immigrated =immigrate
perform: perform performs performed performing performance performances
plead: plead pleads pleaded pleading plea pleas
possess: possess possesses possessed possession possessions
prisoner: prisoner prisoners inmate inmates
produce: =manufacture =manufactures =manufactured
promot: promote promotes promoted promotion promotions
punish: punish punishes punished punishment punishments
recover: recover recovers recovered recovering recovery recoveries
release: release releases released releasing =freed =frees =freeing
remov: remove removes removed removing removal removals
renew: renew renews renewed renewal renewals
rescue: rescuing save saves saved saving
resettle: resettle resettles resettled resettling resettlement
select: select selects selected selecting selection selections
sign: signs signatory signatories signatures
sink: sinking sinkings
snow: snow snows snowed snowing snowfall snowfalls
stab: stab stabs stabbed stabbing stabbings =knifed
strike: striking
submit: submit submits submitted submitting submission submissions
sue: sue sues sued suing lawsuit lawsuits
suspend: suspend suspends suspended suspending suspension suspensions
swim: swimmer swimmers
transmit: transmit transmits transmitted transmission transmissions
treat: treats treating treatment treatments
vaccinate: vaccinates vaccinating immunised immunized immunisation immunization
vote: votes
withdraw: withdrawing withdrawals
centre: centre centres center centers
defence: defence defense
firefighter: firefighter firefighters fireman firemen
docker: docker dockers dockworker dockworkers
flu: flu influenza
harbour: harbour harbours harbor harbors
labour: labour labor
landslid: landslide landslides landslip landslips
lawyer: lawyer lawyers attorney attorneys
licence: licence licences license licenses licensed
lorry: lorry lorries truck trucks
bike: bike bikes bicycle bicycles
motorcycle: motorcycle motorcycles motorbike motorbikes
neighbour: neighbour neighbours neighbor neighbors
nuclear: nuclear atomic
petrol: petrol gasoline
programme: programme programmes program programs
rail: railroad railroads
shareholder: shareholder shareholders stockholder stockholders
speed: speed speeds
theatre: theatre theatres theater theaters
"""
"""Lines as those of `CONCEPTS`; of a word behind "=" no other form is taken along."""

TURNS = """
arrest: round/rounds/rounded/rounding up (#)
buy: snap/snaps/snapped/snapping up
capture: take/takes/took/taken prisoner
conscript: call/calls/called/calling up
heatwav: heat wave, heat waves
layoff: let/lets/letting go (#)
mobile_phone: mobile phone, mobile phones, cell phone, cell phones, cellphone, cellphones
petrol station: gas station, gas stations, filling station, filling stations
repay: pay/pays/paid/paying back
strike: take/takes/took/taken/taking industrial action
withdraw: pull/pulls/pulled/pulling out of
worker: provides work for, provides jobs for, give/gives/gave work to, on its books
=: turn/turns/turned/turning out (#)
admit: take/takes/took/taken/taking in (#)
acquit: find/found not guilty
arrest: take/takes/took/taken/taking into custody
bankrupt: go/goes/went/gone bust, go/goes/went/gone bankrupt
bear: come/comes/came into the world
begin: kick/kicks/kicked off, break/breaks/broke/broken out
burgle: broken into
bury: lay/lays/laid to rest
close: close/closes/closed/closing down
ceo: chief executive officer, chief executive, ceo
convict: find/found guilty
cycle: by bike, by bicycle
demolish: pull/pulls/pulled/pulling down, tear/tears/tore/torn/tearing down, knocked down
deport: send/sends/sent back to their home country, send/sends/sent back to their home countries
deport: send/sends/sent back to their countries of origin
derail: came off the rails, come off the rails, left the rails, left the tracks, jumped the tracks
destroy fire: burn/burns/burned/burnt/burning down, burned/burnt to the ground, reduced to ashes
destroy fire: go/goes/went/going up in flames
destroy: reduced to rubble, razed to the ground
die: succumb/succumbs/succumbed to
displace: moved to safety, taken to safety
displace: forced from their homes, forced out of their homes, driven from their homes
displace: driven out of their homes, forced to leave their homes
drive: by car
fell: chop/chops/chopped/chopping down
found: set/sets/setting up (the a an its # in by on), come/came into being
homeless: lose/loses/lost their homes, lose/loses/lost their home, lose/loses/lost his home, lost her home
hire: take/takes/took/taken on (#)
hospitalise: taken to hospital, taken to hospitals, taken to the hospital, brought to hospital
hospitalise: rushed to hospital, admitted to hospital, admitted to the hospital, admitted to hospitals
ill: fall/falls/fell/fallen/falling ill, taken ill, come/comes/came down with
injure: sustain/sustained injuries, suffered wounds, sustained wounds
jail: behind bars, send/sends/sent to prison, send/sends/sent to jail, put in prison, locked up
land: touch/touches/touched down
launch: lift/lifts/lifted off, blast/blasts/blasted off
landfall: make/makes/made landfall, come/comes/came ashore
leader: headed (the a an its his her)
length: from bow to stern, from end to end
marry: tie/ties/tied the knot
move: come/comes/came to live, relocate/relocates/relocated/relocating, relocation
oppose: turn/turns/turned/turning down (#)
oppose: turned down by
priz: prize money
protest: take/takes/took/taken/taking to the streets
release: set/sets/setting free
rescue: bring/brings/brought to safety, bringing to safety, pulled to safety
resign: left her post, left his post
resign: step/steps/stepped/stepping down, hand/hands/handed in his resignation
resign: handed in her resignation, tendered his resignation, tendered her resignation
sell: fetch/fetches/fetched (money), go/goes/went under the hammer for (money)
sign: put its name to, put their names to, put his name to, put her name to, put their signatures to
steal: make/makes/made off with
strike: down/downs/downed/downing tools, walk/walks/walked/walking off the job
strike: walk/walks/walked/walking off their jobs
sue: file/files/filed/filing a lawsuit against, file/files/filed/filing suit against
sue: bring/brings/brought a lawsuit against
walk: on foot
worker: on its payroll, on their payroll, on the payroll
weight: tip/tips/tipped the scales at
=: take/takes/took/taking over as
=: list/lists/listed (#), gather/gathers/gathered (#), lead/leads/led/leading to
=: suffer/suffers/suffered from, show/shows/showed (a an), carry/carries/carried/carrying out
replace: take/takes/took/taken/taking over from
"""
"""Each line: a concept ("=" where nothing is said) and turns of phrase that stand for it, the forms of the
first word behind strokes. In brackets: what must follow ("#" a number, "money" a sum, else one of the words).
"""
