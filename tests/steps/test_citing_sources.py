"""Citing by identifier, from print, and from sources that must not be known."""

from dataclasses import replace
from pathlib import Path

import httpx
import pytest
import yaml
from builders import NOW, a_claim, a_snapshot

from claims.identifiers.identifier import Scheme, identifier
from claims.model.citation import CitationRole
from claims.model.errors import BadInput, DamagedData, NotFound
from claims.steps.annotate import annotated
from claims.steps.check import Checked, check
from claims.steps.citation_standing import standing_of
from claims.steps.cite import Cited, Said, cite
from claims.steps.describe_works import describe_works
from claims.steps.references import references
from claims.steps.repair import propose
from claims.steps.transcripts import About, cite_transcript
from claims.steps.verify import verify
from db import citations, health, mementos, rows, snapshots

RECORDS = yaml.safe_load(
    (Path(__file__).resolve().parents[1] / "tables/work_records.yaml").read_text(encoding="utf-8")
)
LANCET = RECORDS["crossref"][0]
ARXIV = RECORDS["datacite"][0]
PAGE = "<html><title>A paper</title><article><p>In all 15,051 soldiers died, it is told here.</p></article></html>"
QUOTE = "15,051 soldiers died"
SECRET = "Two officials with knowledge of the budget"


class World:
    """Pages and registries; what was asked is noted."""

    def __init__(self, **pages):
        self.asked = []
        self.pages = pages

    def __call__(self, request):
        url = str(request.url)
        if url.endswith("/robots.txt"):
            return httpx.Response(404)
        self.asked.append(url)
        for host, (status, body) in self.pages.items():
            if request.url.host == host.replace("_", "."):
                kind = "application/json" if body.startswith("{") else "text/html"
                return httpx.Response(
                    status, headers={"Content-Type": kind}, stream=httpx.ByteStream(body.encode())
                )
        return httpx.Response(404, stream=httpx.ByteStream(b""))


def over(edges, world):
    hosts = ("doi.org", "arxiv.org", "api.crossref.org", "api.datacite.org", "secret.example")
    allowed = ",".join(f"{host}:443" for host in hosts)
    settings = replace(edges.settings, allow_hosts=allowed)
    return replace(edges, transport=httpx.MockTransport(world), settings=settings)


def by(scheme, value, quote=QUOTE, **said):
    named = identifier(scheme, value)
    return Cited(
        None,
        None,
        quote,
        CitationRole.SUPPORTS,
        None,
        "ada",
        fetch=True,
        said=Said(identifier=named, **said),
    )


@pytest.fixture
def claim(database):
    return a_claim(database)


def test_a_doi_leads_to_the_page_and_to_its_record_which_is_kept(edges, claim):
    world = World(doi_org=(200, PAGE), api_crossref_org=(200, LANCET["body"]))
    desk = over(edges, world)
    row = cite(desk, claim, by(Scheme.DOI, "https://doi.org/" + LANCET["doi"].upper()))
    assert row["identifier"] == f"doi:{LANCET['doi']}"
    assert describe_works(desk, row, offline=False) == []
    (item,), _ = references(edges.database, [claim["id"]])
    assert item["title"] == LANCET["item"]["title"]
    assert (
        item["custom"]["from"] | {"title": "crossref", "URL": "copy", "type": "crossref"}
        == item["custom"]["from"]
    )
    asked = len(world.asked)
    assert cite(desk, claim, by(Scheme.DOI, LANCET["doi"])) == row
    assert describe_works(desk, row, offline=False) == []
    assert len(world.asked) == asked, "what is known is not asked again"
    counts = {}
    list(verify(edges, counts))
    assert counts["replies of registries"] == 1
    edges.database.execute("UPDATE works SET reply_digest = 'sha256:0'")
    with pytest.raises(DamagedData, match=r"the reply b-[0-9a-f]{16} does not match its digest"):
        list(verify(edges, {}))


def test_what_no_registry_tells_comes_from_the_page_and_that_is_said(edges, claim):
    world = World(doi_org=(200, PAGE), api_crossref_org=(503, ""), api_datacite_org=(404, "{}"))
    desk = over(edges, world)
    row = cite(desk, claim, by(Scheme.DOI, "10.1000/a"))
    (said,) = describe_works(desk, row, offline=False)
    assert "comes from the page alone" in said
    assert "crossref: " in said
    assert "datacite: the registry has no record of it" in said
    outcomes = {
        w["service"]: w["outcome"] for w in citations.works_of(edges.database, "doi:10.1000/a")
    }
    assert outcomes == {"crossref": "throttled", "datacite": "nothing_found"}
    (item,), _ = references(edges.database, [claim["id"]])
    assert (item["title"], item["custom"]["from"]["title"]) == ("A paper", "page")
    (said,) = describe_works(edges, row, offline=True)
    assert "crossref" in said


def test_a_record_of_another_work_is_refused(edges, claim):
    world = World(
        doi_org=(200, PAGE), api_crossref_org=(200, LANCET["body"]), api_datacite_org=(404, "")
    )
    desk = over(edges, world)
    row = cite(desk, claim, by(Scheme.DOI, "10.1000/a"))
    (said,) = describe_works(desk, row, offline=False)
    assert "the record is of another work" in said


def test_the_pdf_of_an_arxiv_paper_is_read_where_its_page_does_not_say_it(edges, claim):
    world = World(arxiv_org=(200, PAGE), api_datacite_org=(200, ARXIV["body"]))
    desk = over(edges, world)
    with pytest.raises(BadInput, match="do not stand in the copy"):
        cite(desk, claim, by(Scheme.ARXIV, "2101.00001v1", "nothing of the kind was said"))
    assert world.asked[-2:] == [
        "https://arxiv.org/abs/2101.00001v1",
        "https://arxiv.org/pdf/2101.00001v1",
    ]
    row = cite(desk, claim, by(Scheme.ARXIV, "2101.00001v1"))
    assert describe_works(desk, row, offline=False) == []
    (item,), _ = references(edges.database, [claim["id"]])
    assert (item["type"], item["number"]) == ("article", "arXiv:2101.00001v1")


def test_a_page_that_cannot_be_read_is_told_with_the_reason(edges, claim):
    desk = over(edges, World(doi_org=(404, "")))
    with pytest.raises(NotFound, match=r"doi:10\.1000/b could not be read.*http_error: .*404"):
        cite(desk, claim, by(Scheme.DOI, "10.1000/b"))
    assert rows.count(edges.database, "citations") == 0


def test_a_copy_that_names_the_doi_is_found_without_the_web(edges, claim):
    a_snapshot(edges.database, "https://lancet.example/a", doi=LANCET["doi"])
    row = cite(edges, claim, replace(by(Scheme.DOI, LANCET["doi"]), fetch=False))
    assert row["url"] == "https://lancet.example/a"
    with pytest.raises(NotFound, match=r"citetrail fetch https://doi\.org/10\.1000/b"):
        cite(edges, claim, replace(by(Scheme.DOI, "10.1000/b"), fetch=False))


def test_a_book_is_cited_as_taken_down_and_says_so(edges, claim):
    book = by(Scheme.ISBN, "0-306-40615-2", locator="p. 12")
    about = About("The War", "Ada Quill", "A Press", "1999")
    row = cite_transcript(edges, claim, book, about)
    assert (row["held"], row["exact"], row["locator"]) == ("transcript", QUOTE, "p. 12")
    assert (row["url"], row["accessed"], row["fragment"]) == ("urn:isbn:9780306406157", None, None)
    assert cite_transcript(edges, claim, book, about) == row
    (item,), _ = references(edges.database, [claim["id"]])
    assert (item["type"], item["ISBN"], item["publisher"]) == ("book", "9780306406157", "A Press")
    assert item["custom"]["archived"] is None
    assert item["custom"]["from"]["title"] == "person"
    assert "URL" not in item
    assert (
        snapshots.tied_to(edges.database, claim["id"]) == snapshots.captured(edges.database) == []
    )
    bearing = snapshots.bearing_on(edges.database, claim["id"], found=True)
    assert [one["id"] for one in bearing] == [row["snapshot"]], "an origin of its own"
    assert health.citations(edges.database) == [], "there is no page to look at"
    fitness = standing_of(edges, row).fitness
    assert (fitness.archived, fitness.fit) == (False, True)
    assert "as a person took them down" in fitness.beware[0]
    list(verify(edges, {}))


def test_a_book_cited_at_two_places_is_one_reference(edges, claim):
    book = by(Scheme.ISBN, "0-306-40615-2", locator="p. 12")
    cite_transcript(edges, claim, book, About("The War", "Ada Quill"))
    other = by(Scheme.ISBN, "0-306-40615-2", "Nobody came home.", locator="p. 40")
    cite_transcript(edges, claim, other, About("The War", "Ada Quill"))
    (item,), _ = references(edges.database, [claim["id"]])
    assert {one["locator"] for one in item["custom"]["citations"]} == {"p. 12", "p. 40"}
    chapter = by(Scheme.ISBN, "0-306-40615-2", "It began late.", locator="p. 2")
    cite_transcript(edges, claim, chapter, About("A chapter of it", "Bo Lund"))
    titles = {one["title"] for one in references(edges.database, [claim["id"]])[0]}
    assert titles == {"The War", "A chapter of it"}, "what is told of it differs"


@pytest.mark.parametrize(
    ("change", "missing"),
    [
        ({"locator": None}, "--locator"),
        ({"quote": " "}, "words that are cited"),
        ({"title": None}, "--title"),
    ],
)
def test_a_book_that_no_reader_could_find_is_refused(edges, claim, change, missing):
    book = by(
        Scheme.ISBN, "0306406152", change.get("quote", QUOTE), locator=change.get("locator", "p. 1")
    )
    with pytest.raises(BadInput, match=missing):
        cite_transcript(edges, claim, book, About(change.get("title", "The War")))


def test_of_a_confidential_source_nothing_leaves_the_desk(edges, claim):
    url = "https://secret.example/leak"
    snapshot = a_snapshot(
        edges.database, url, "In all, 15,051 soldiers died.", doi="10.1000/secret"
    )
    a_snapshot(edges.database, "https://mirror.example/x", snapshot["text"])
    other = a_snapshot(edges.database, "https://open.example/x", "15,051 soldiers died, they say.")
    cited = Cited(
        None,
        url,
        QUOTE,
        CitationRole.SUPPORTS,
        None,
        "ada",
        fetch=True,
        said=Said(explanation=SECRET),
    )
    world = World()
    row = cite(over(edges, world), claim, cited)
    assert (row["confidential"], row["explanation"]) == (1, SECRET)
    assert describe_works(over(edges, world), row, offline=False) == []
    assert world.asked == [], "no server and no registry learns of it"
    cite(edges, claim, replace(cited, url="https://open.example/x", said=Said()))
    assert len(citations.concealed(edges.database)) == 2, "a mirror with the same bytes as well"
    assert snapshots.tied_to(edges.database, claim["id"]) == [other["id"]]
    assert [s["id"] for s in snapshots.bearing_on(edges.database, claim["id"], found=False)] == [
        other["id"]
    ]
    assert mementos.pages_of(edges.database, claim["id"]) == ["https://open.example/x"]
    assert [a["target"]["source"] for a in annotated(edges, [claim])] == ["https://open.example/x"]
    watched = [row["url"] for row in health.citations(edges.database)]
    assert watched == ["https://open.example/x"], "a weekly look would tell the server as well"
    checked, failures = Checked(), []
    list(check(over(edges, world), [row], due_only=False, checked=checked))
    list(propose(over(edges, world), [row], proposed=[], failures=failures))
    assert (world.asked, checked.citations, failures) == ([], [], []), "not even when it is named"
    items, concealed = references(edges.database, [claim["id"]])
    assert ([i["URL"] for i in items], concealed) == (["https://open.example/x"], 1)


def test_a_confidential_source_needs_no_page_and_no_words(edges, claim):
    cited = Cited(
        None, None, None, CitationRole.CONTEXT, None, "ada", said=Said(explanation=SECRET)
    )
    row = cite_transcript(edges, claim, cited, About())
    assert (row["exact"], row["held"], row["confidential"], row["at"]) == (
        SECRET,
        "transcript",
        1,
        NOW,
    )
    with_words = cite_transcript(edges, claim, replace(cited, quote="It was 12 million."), About())
    assert with_words["exact"] == "It was 12 million."
    assert len(citations.concealed(edges.database)) == 2


def test_a_page_of_a_confidential_source_is_not_fetched(edges, claim):
    cited = Cited(
        None,
        "https://secret.example/a",
        QUOTE,
        CitationRole.CONTEXT,
        None,
        "ada",
        fetch=True,
        said=Said(explanation=SECRET),
    )
    world = World(secret_example=(200, PAGE))
    with pytest.raises(NotFound, match="citetrail fetch"):
        cite(over(edges, world), claim, cited)
    assert world.asked == []
    assert rows.count(edges.database, "citations") == 0
