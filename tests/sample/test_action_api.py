import json

import pytest

from claims.model.candidate import SearchOutcome
from claims.sample.action_api import answer
from claims.sample.pages import Page
from claims.sample.word_index import WordIndex
from claims.sources.mediawiki import MediaWiki
from claims.sources.provider import Answer
from claims.sources.question import Question

BASE = "http://127.0.0.1:8000"


def a_page(pageid, title, text):
    return Page(
        pageid=pageid,
        title=title,
        media_type="text/html; charset=utf-8",
        content=text.encode(),
        text=text,
        touched="2021-09-01T00:00:00Z",
    )


PAGES = [
    a_page(1, "Losses", "In all 15,051 Soviet soldiers died & many more were wounded."),
    a_page(2, "Friendship Bridge", "The bridge at Termez was opened in 1982."),
    a_page(3, "Kabul <script>", "The city fell in August 2021. Bâmiyân is elsewhere."),
    a_page(4, "Bridges", "Many a bridge, and friendship among neighbours."),
]
INDEX = WordIndex(PAGES)
GENERATOR = {
    "action": "query", "generator": "search", "gsrlimit": "5", "gsrnamespace": "0",
    "gsrwhat": "text", "prop": "info", "inprop": "url", "format": "json", "formatversion": "2",
    "maxlag": "5",
}  # fmt: skip
LIST = {
    "action": "query", "list": "search", "srwhat": "text", "format": "json", "formatversion": "2",
}  # fmt: skip


def generated(query, **changes):
    return answer(INDEX, {**GENERATOR, "gsrsearch": query, **changes}, base=BASE)


def listed(query, **changes):
    return answer(INDEX, {**LIST, "srsearch": query, **changes}, base=BASE)


def titles(found):
    pages = sorted(found.get("query", {}).get("pages", []), key=lambda p: p["index"])
    return [page["title"] for page in pages]


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("Soviet soldiers", ["Losses"]),
        ("soldier DYING", ["Losses"]),  # stems and cases
        ("15,051", ["Losses"]),
        ("Termez elsewhere", ["Friendship Bridge", "Kabul <script>"]),  # one word is enough
        ('"Friendship Bridge"', ["Friendship Bridge"]),  # a phrase
        ("bamiyan", ["Kabul <script>"]),  # accents
        ("bridge", ["Bridges", "Friendship Bridge"]),
        ("nothing whatever", []),
        ("zzz", []),
        ("...", []),  # no word in it
        ('"', []),
        ('Soviet OR NOT soldiers NEAR( "', ["Losses"]),  # no operator is read into it
        ("title:Termez", []),  # no column filter either: these are two words side by side
        ("Soviet\x00soldiers", []),
        ("Soviet*", ["Losses"]),
        ("Soviet " + "x" * 10_000, ["Losses"]),
        (" ".join(["filler"] * 1000), []),
    ],
)
def test_searches(query, found):
    assert set(titles(generated(query))) == set(found)


def test_a_generated_page_has_what_a_wiki_gives():
    (page,) = generated("Termez")["query"]["pages"]
    assert {k: page[k] for k in ("pageid", "ns", "title", "index", "length", "touched")} == {
        "pageid": 2, "ns": 0, "title": "Friendship Bridge", "index": 1, "length": 40,
        "touched": "2021-09-01T00:00:00Z",
    }  # fmt: skip
    assert page["fullurl"] == page["canonicalurl"] == f"{BASE}/wiki/Friendship_Bridge"
    assert isinstance(page["lastrevid"], int)


def test_addresses_are_encoded():
    (page,) = generated("August")["query"]["pages"]
    assert page["fullurl"] == f"{BASE}/wiki/Kabul_%3Cscript%3E"


def test_nothing_found_is_a_completion_mark_alone():
    assert generated("zzz") == {"batchcomplete": True}
    assert generated("Soviet", gsrnamespace="14") == {"batchcomplete": True}


def test_pages_come_by_id_and_carry_their_rank():
    pages = generated("bridge friendship Termez")["query"]["pages"]
    assert [p["pageid"] for p in pages] == sorted(p["pageid"] for p in pages)
    assert sorted(p["index"] for p in pages) == [1, 2]


def test_the_limit_and_the_way_on():
    found = generated("bridge", gsrlimit="1")
    assert len(found["query"]["pages"]) == 1
    assert found["continue"] == {"gsroffset": 1, "continue": "gsroffset||"}
    rest = generated("bridge", gsrlimit="1", gsroffset="1")
    assert rest["query"]["pages"][0]["index"] == 2
    assert "continue" not in rest


def test_titles_alone():
    assert titles(generated("bridge", gsrwhat="title"))
    assert titles(generated("Termez", gsrwhat="title")) == []


def test_a_list_of_results():
    found = listed("Soviet wounded", srprop="size|wordcount|timestamp|snippet", srinfo="totalhits")
    assert found["query"]["searchinfo"] == {"totalhits": 1}
    (result,) = found["query"]["search"]
    assert (result["ns"], result["title"], result["pageid"], result["wordcount"]) == (
        0,
        "Losses",
        1,
        11,
    )
    assert result["size"] == len(PAGES[0].content)
    assert '<span class="searchmatch">Soviet</span>' in result["snippet"]
    assert "&amp;" in result["snippet"]  # the text is escaped, the marks are not


def test_properties_that_were_not_asked_for_stay_away():
    found = listed("Soviet", srprop="", srinfo="")
    assert found["query"] == {"search": [{"ns": 0, "title": "Losses", "pageid": 1}]}


def test_an_empty_list_still_counts():
    assert listed("zzz")["query"] == {"searchinfo": {"totalhits": 0}, "search": []}


@pytest.mark.parametrize(
    ("params", "code"),
    [
        ({}, "badvalue"),
        ({"action": "edit"}, "badvalue"),
        ({"action": "query", "format": "xml"}, "badvalue"),
        ({"action": "query", "format": "json"}, "badvalue"),  # version 1 is not spoken
        ({**GENERATOR}, "missingparam"),
        ({**GENERATOR, "gsrsearch": "  "}, "missingparam"),
        ({**GENERATOR, "gsrsearch": "x", "generator": "links"}, "badvalue"),
        ({**LIST, "list": "allpages"}, "badvalue"),
        ({**LIST, "srsearch": "x", "srlimit": "many"}, "badinteger"),
        ({**LIST, "srsearch": "x", "srlimit": "9" * 5000}, "badinteger"),
        ({**LIST, "srsearch": "x", "sroffset": "-1"}, "badinteger"),
        ({**LIST, "srsearch": "x", "srwhat": "nearmatch"}, "badvalue"),
    ],
)
def test_requests_that_make_no_sense(params, code):
    found = answer(INDEX, params, base=BASE)
    assert found["error"]["code"] == code
    assert 0 < len(found["error"]["info"]) < 200


def test_a_query_for_nothing_is_complete():
    asked = {"action": "query", "format": "json", "formatversion": "2"}
    assert answer(INDEX, asked, base=BASE) == {"batchcomplete": True}


@pytest.mark.parametrize(("limit", "shown"), [("max", 2), ("500", 2), ("9999", 2), ("0", 1)])
def test_limits(limit, shown):
    assert len(listed("bridge", srlimit=limit)["query"]["search"]) == shown


def test_our_provider_understands_it():
    wiki = MediaWiki(f"{BASE}/w/api.php")
    asked = Question("", (), (), queries=("Soviet soldiers died", "zzz"))
    found, nothing = wiki.plan(asked, top=3).asks

    def reply(ask):
        body = json.dumps(answer(INDEX, ask.request.params, base=BASE)).encode()
        return wiki.read(ask, [Answer(200, body)])

    assert reply(found).outcome is SearchOutcome.FOUND
    assert reply(found).hits[0].url == f"{BASE}/wiki/Losses"
    assert reply(nothing).outcome is SearchOutcome.NOTHING_FOUND
