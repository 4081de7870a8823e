"""Names of lands and of parts of towns, in which a place of another name may lie, or the other way round."""

from __future__ import annotations

from claims.evidence.quantity.forms import NATIONS

_LANDS = frozenset(
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
    Northumberland Cheshire Kerry Cork Galway Mayo Donegal Fife Angus Moray Argyll Gwynedd Powys Dyfed Gwent
    Zealand Papua Fiji Samoa Tonga Vanuatu Kiribati Nauru Luxembourg Liechtenstein Monaco Andorra Moldova
    Arabia Emirates Brunei Maldives Lanka Ceylon Siam Persia Timor Singapore Djibouti Lesotho Eswatini
    Swaziland Comoros Seychelles Leone Ivory Suriname Guyana Belize Salvador Rica Dominica Dominican Rico
    Trinidad Tobago Barbados Grenada Lucia Antigua Bermuda Aruba Curacao Martinique Guadeloupe Greenland
    Faroe Kingdom Union USSR USA Yugoslavia Czechoslovakia Rhodesia Zaire Prussia Mesopotamia Kurdistan
    Zeeland Limburg Brabant Friesland Drenthe Overijssel Gelderland Flevoland Groningen Hainaut Luxemburg
    Jutland Funen Scania Lapland Karelia Ostrobothnia Dalarna Telemark Finnmark Nordland Troms Svalbard
    Volhynia Podolia Bukovina Bessarabia Moldavia Wallachia Dobruja Dalmatia Istria Slavonia Vojvodina
    Friuli Umbria Liguria Apulia Puglia Basilicata Abruzzo Molise Marche Lazio Campania Latium Trentino
    Aragon Asturias Extremadura Navarre Murcia Cantabria Valencia Algarve Alentejo Madeira Azores Mallorca
    Aquitaine Picardy Champagne Savoy Auvergne Gascony Languedoc Burgenland Vorarlberg Holstein Saarland
    Rhineland Palatinate Franche Mecklenburg Lusatia Masovia Mazovia Masuria Livonia Courland Samogitia
    Rajasthan Odisha Orissa Karnataka Maharashtra Telangana Haryana Pradesh Nadu Jharkhand Manipur Nagaland
    Sindh Balochistan Khyber Shandong Hunan Hubei Henan Hebei Fujian Zhejiang Jiangsu Yunnan Guizhou Gansu
    Xinjiang Shaanxi Shanxi Liaoning Jilin Heilongjiang Hainan Natal Transvaal Gauteng Limpopo Zanzibar Darfur
    Tigray Katanga Kivu Biafra Jalisco Chiapas Oaxaca Yucatan Sonora Sinaloa Veracruz Michoacan Gerais Parana
    Newfoundland Labrador Nova Scotia Brunswick Manitoba Nunavut Jersey Hampshire Mexico Rhode""".split()
)
"""Lands and regions, which may have a town in them that another sentence names."""

_BUILDINGS = frozenset(
    """Hospital Clinic University College School Academy Church Cathedral Abbey Chapel Palace Castle House
    Hall Hotel Street Road Avenue Square Prison Court Cemetery Park Station Airport County Province District
    State Region Republic Kingdom Empire Islands Island Valley Coast Mountains North South East West
    Northern Southern Eastern Western Central""".split()
)
"""Words of names that may lie in a town, or have it in them."""

_QUARTERS = frozenset(
    """Manhattan Brooklyn Queens Bronx Harlem Soho Chelsea Hollywood Watts Compton Hackney Islington Camden
    Lambeth Southwark Westminster Greenwich Whitechapel Kensington Hampstead Tottenham Brixton Wimbledon
    Croydon Ealing Battersea Clapham Fulham Hammersmith Paddington Marylebone Bloomsbury Shoreditch Deptford
    Lewisham Stepney Poplar Bermondsey Woolwich Gorbals Govan Leith Toxteth Kreuzberg Charlottenburg Mitte
    Spandau Pankow Wedding Altona Schwabing Montmartre Montparnasse Belleville Passy Trastevere Leopoldstadt
    Josefstadt Hietzing Buda Pest Kadikoy Beyoglu Shinjuku Shibuya Asakusa Soweto Kowloon Copacabana Ipanema
    Gangnam Pudong Dorchester Roxbury Oakland Georgetown Gamla Nørrebro Frederiksberg Triana Gracia""".split()
)
"""Parts of great towns."""
_RENAMED = """
Leningrad Petersburg Petrograd; Bombay Mumbai; Madras Chennai; Calcutta Kolkata; Peking Beijing Peiping
Canton Guangzhou; Constantinople Istanbul; Smyrna Izmir; Angora Ankara; Saigon Minh; Danzig Gdansk Gdańsk
Breslau Wroclaw Wrocław; Posen Poznan Poznań; Stettin Szczecin; Lemberg Lwow Lwów Lviv Lvov; Adrianople Edirne
Konigsberg Königsberg Kaliningrad; Pressburg Pozsony Bratislava; Christiania Kristiania Oslo; Batavia Jakarta
Salisbury Harare; Leopoldville Kinshasa; Rangoon Yangon; Stalingrad Tsaritsyn Volgograd; Tiflis Tbilisi
Sverdlovsk Yekaterinburg Ekaterinburg; Reval Tallinn; Laibach Ljubljana; Agram Zagreb; Fiume Rijeka
Ragusa Dubrovnik; Brunn Brünn Brno; Memel Klaipeda; Wilno Vilna Vilnius; Kovno Kaunas; Hermannstadt Sibiu
Klausenburg Kolozsvar Cluj Cluj-Napoca; Kronstadt Brasov; Temesvar Timisoara; Kassa Kosice; Edo Tokyo
Budapest Buda Pest; Chemnitz Karl-Marx-Stadt; Thessaloniki Salonica Salonika; Gorky Novgorod; Kuibyshev Samara
Frunze Bishkek; Leghorn Livorno; Monastir Bitola; Uskub Skopje; Dorpat Tartu; Kattowitz Katowice; Hague Haag
Cologne Koln Köln; Munich Munchen München; Vienna Wien; Geneva Geneve Genève Genf; Florence Firenze; Rome Roma
Turin Torino; Venice Venezia; Naples Napoli; Genoa Genova; Prague Praha; Warsaw Warszawa; Lisbon Lisboa
Seville Sevilla; Antwerp Antwerpen Anvers; Ghent Gent Gand; Bruges Brugge; Liege Liège Luik; Louvain Leuven
Gothenburg Goteborg Göteborg; Copenhagen Kobenhavn København; Nuremberg Nurnberg Nürnberg; Moscow Moskva
Brunswick Braunschweig; Pilsen Plzen; Carlsbad Karlsbad Karlovy; Bucharest Bucuresti; Belgrade Beograd
Basel Basle Bale Bâle; Lucerne Luzern; Kiev Kyiv; Odessa Odesa; Kharkov Kharkiv; Astana Nur-Sultan Akmola
"""
"""Names of one town, each town behind a semicolon or on a line of its own."""
_LAND_ENDS = ("shire", "stan", "land", "mark")


def are_towns(one: str, two: str) -> bool:
    """Whether two names may well be those of two towns, of which neither lies in the other.

    >>> are_towns("Basel", "Bern"), are_towns("Basel", "Rutland"), are_towns("Brooklyn", "New York")
    (True, False, False)
    >>> are_towns("Danzig", "Gdansk")
    False
    """
    names = [text.split() for text in (one, two)]
    if any(_TOWNS.get(a, a) == _TOWNS.get(b, b) for a in names[0] for b in names[1]):
        return False
    lands = [any(_is_land(name) for name in of) for of in names]
    inner = any(name in _QUARTERS or name in _BUILDINGS for of in names for name in of)
    return lands[0] is lands[1] and not inner


def _is_land(name: str) -> bool:
    return name in _LANDS or name in _NATIONS or name.endswith(_LAND_ENDS)


_NATIONS = frozenset(NATIONS.split())
_TOWNS = {
    name: at
    for at, town in enumerate(_RENAMED.replace("\n", ";").split(";"))
    for name in town.split()
}
