"""Forms of words that no ending gives: of countries, and irregular plurals and past forms (data only)."""

from __future__ import annotations

NATIONS = """
France French
Germany German Germans
Britain British Briton Britons UK
Americ American Americans US
Netherlands Dutch
Spain Spanish Spaniards
Greece Greek Greeks
China Chinese
Turkey Turkish Turks Turkiye
Ireland Irish
Poland Polish Poles
Denmark Danish Danes
Sweden Swedish Swedes
Finland Finnish Finns
Switzerland Swiss
Norway Norwegian Norwegians
Portugal Portuguese
Wales Welsh
Scotland Scottish Scots
England English
Israel Israeli Israelis
Iraq Iraqi Iraqis
Iran Iranian Iranians
Pakistan Pakistani Pakistanis
Afghanistan Afghan Afghans
Czechia Czech Czechs
Ukraine Ukrainian Ukrainians
Europe European Europeans
"""
"""Each line: a country and the words for what is of it; regular endings (-n, -an, -ese) need no line."""

IRREGULAR = """
men man
women woman
children child
people person
persons person
lives life
wives wife
knives knife
shelves shelf
feet foot
mice mouse
teeth tooth
bought buy
brought bring
caught catch
chose choose
chosen choose
drew draw
drawn draw
flew fly
flown fly
gave give
given give
grew grow
grown grow
knew know
lost lose
made make
met meet
paid pay
ran run
sent send
shot shoot
shown show
stood stand
swam swim
taken take
took take
threw throw
thrown throw
went go
gone go
wrote write
sold sell
built build
spent spend
lent lend
held hold
left leave
won win
written write
rode ride
broke break
broken break
fed feed
led lead
struck strike
stuck stick
sank sink
sunk sink
swept sweep
stolen steal
bred breed
dug dig
laid lay
data data
media media
"""
