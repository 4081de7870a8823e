from pathlib import Path

import pytest

from claims.model.errors import BadSetting
from claims.sources.catalogue import catalogue

SHIPPED = Path(__file__).resolve().parents[2] / "claims/sources"
INDICATORS = (SHIPPED / "indicators.csv").read_text(encoding="utf-8")
ECONOMIES = (SHIPPED / "economies.csv").read_text(encoding="utf-8")
MADE = catalogue(INDICATORS, ECONOMIES)

LANDS = [
    ("Inflation in Turkey and Türkiye's neighbours", ["TUR"]),
    ("British exports to the U.S. fell", ["GBR", "USA"]),
    ("it told us so", []),
    ("New Mexico and New Zealand", ["NZL"]),
    ("South American forests", ["LCN"]),
    ("Papua New Guinea, Guinea-Bissau and Guinea", ["PNG", "GNB", "GIN"]),
    ("South Sudan, not Sudan", ["SSD", "SDN"]),
    ("Nigerian and Niger", ["NGA", "NER"]),
    ("the Dominican Republic", ["DOM"]),
    ("North Korean missiles", ["PRK"]),
    ("the world's population", ["WLD"]),
    ("Chadwick met Jordanian officials", ["JOR"]),
    ("Germany, France, Spain, Italy and Poland", ["DEU", "FRA", "ESP", "ITA"]),
]  # fmt: skip
MEANT = [
    ("Inflation reached 72 percent", "FP.CPI.TOTL.ZG"),
    ("Youth unemployment stands at 30 percent", "SL.UEM.1524.ZS"),
    ("Unemployment stands at 5 percent", "SL.UEM.TOTL.ZS"),
    ("GDP per capita is 12,000 dollars", "NY.GDP.PCAP.CD"),
    ("GDP grew 3 percent", "NY.GDP.MKTP.KD.ZG"),
    ("Life expectancy fell", "SP.DYN.LE00.IN"),
    ("It has 85 million inhabitants", "SP.POP.TOTL"),
    ("CO2 emissions per capita", "EN.GHG.CO2.PC.CE.AR5"),
    ("women hold 30 percent of seats in parliament", "SG.GEN.PARL.ZS"),
    ("The bridge was closed", None),
]


@pytest.mark.parametrize(("text", "codes"), LANDS)
def test_countries(text, codes):
    assert [e.iso3 for e in MADE.economies_in(text)] == codes


@pytest.mark.parametrize(("text", "first"), MEANT)
def test_what_words_mean(text, first):
    found = MADE.indicators_in(text)
    assert (found[0].id if found else None) == first


def test_every_row_is_there_once_and_reached_by_its_own_words():
    assert len({i.id for i in MADE.indicators}) == len(MADE.indicators) > 70
    assert len({e.iso3 for e in MADE.economies}) == len(MADE.economies) > 200
    forms = [form for e in MADE.economies for form in (e.name, *e.words)]
    assert len(forms) == len(set(forms))
    for one in MADE.indicators:
        for phrase in one.words:
            assert one in MADE.indicators_in(phrase.replace("+", " "))


BAD = [
    ("no heading", "SP.POP.TOTL,Population,people,population"),
    ("another heading", "id,name,words\nSP.POP.TOTL,Population,population"),
    ("a row too short", "id,name,unit,words\nSP.POP.TOTL,Population"),
    ("a row too long", "id,name,unit,words\nSP.POP.TOTL,Population,people,population,x"),
    ("an id that would change the address", "id,name,unit,words\n../x?y,P,p,population"),
    ("no words", "id,name,unit,words\nSP.POP.TOTL,Population,people,"),
    ("no CSV", 'id,name,unit,words\n"SP.POP'),
]


@pytest.mark.parametrize(("why", "text"), BAD)
def test_a_list_that_makes_no_sense_is_refused(why, text):
    with pytest.raises(BadSetting, match="indicators"):
        catalogue(text, ECONOMIES)
    assert why


def test_a_code_that_would_change_the_address_is_refused():
    with pytest.raises(BadSetting, match="economies"):
        catalogue(INDICATORS, "iso3,name,words\nall;x,X,")


def test_a_list_without_countries_finds_none():
    header = ECONOMIES.partition("\n")[0]
    assert catalogue(INDICATORS, f"{header}\n").economies_in("Turkey and France") == []
