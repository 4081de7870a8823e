"""The page of one claim, and the same as data."""

import json
import re

import pytest
from public_desk import PAGE, ordinary_desk
from public_site import site_of

from claims.export.claimreview import in_script


def test_a_claim_with_a_verdict(site):
    page = site.get(f"/claim/{site.ids['budget']}").text.partition("<main")[2]
    verdict = page.index("Mostly false")
    assert (
        verdict
        < page.index('<h1><bdi>The <span class="added">[city]</span> budget has doubled')
        < page.index("Spending rose")
    )
    assert "<mark>The budget has doubled in five years</mark>, mayor Ada Quill told" in page
    assert (
        '<a href="/claimant/ada-quill"><bdi>Ada Quill</bdi></a>, <bdi>mayor</bdi>'
        ' <span class="quiet">(<bdi>reported in other words</bdi>)</span>' in page
    )
    assert "Corrected <bdi>4 March 2026</bdi>" in page
    assert "The first version left out the year 2020." in page
    assert "waiting for the lawyer" not in page


def test_citations_by_people_come_before_passages_by_machine(site):
    page = site.get(f"/claim/{site.ids['budget']}").text
    cited, found = (
        page.index("Sources for and against"),
        page.index("Passages found by machine, not"),
    )
    assert cited < page.index("<mark><bdi>an increase of 61 percent</bdi></mark>") < found
    assert found < page.index(
        "<bdi>Figures do not agree</bdi>: <bdi>660 / 410 = 1.61, below 2</bdi>"
    )
    assert "not looked at again yet" in page


def test_links_open_article_and_source_at_the_very_words(site):
    page = site.get(f"/claim/{site.ids['budget']}").text
    assert (
        'href="https://paper.example/a/budget#:~:text=council%20met%20on%20Monday.-,'
        "The%20budget%20has%20doubled%20in%20five%20years,-%2C%20mayor" in page
    )
    assert "https://accounts.example/2024?table=1&amp;year=2024#:~:text=" in page
    assert set(re.findall(r'<a href="https?://[^"]+"([^>]*)>', page)) == {
        ' rel="noopener nofollow ugc"',
        ' rel="license"',
        "",
    }


def test_what_was_not_measured_is_said(site):
    page = site.get(f"/claim/{site.ids['budget']}").text
    assert re.search(
        r"library</bdi>, <time[^>]*><bdi>2 March 2026</bdi></time>: <bdi>not measured", page
    )
    assert "not the same as finding nothing" in page
    other = site.get(f"/claim/{site.ids['homes']}").text
    assert "No search has been made for this claim" in other


def test_a_claim_without_verdict_says_so(site):
    page = site.get(f"/claim/{site.ids['homes']}").text
    assert "Nobody has given a verdict on this claim yet." in page
    assert "People have cited no source for this claim" in page
    assert "application/ld+json" not in page


def test_a_withdrawn_claim_leaves_a_notice(site):
    page = site.get(f"/claim/{site.ids['gone']}")
    assert page.status_code == 410
    assert "This claim was withdrawn" in page.text
    assert "attributed to the wrong person" in page.text
    assert "harbour" not in page.text
    as_json = site.get(f"/claim/{site.ids['gone']}.json")
    assert (as_json.status_code, as_json.json()["claim"]["exact"]) == (410, None)
    for ending in (".claimreview.json", ".csl.json", "/embed"):
        assert site.get(f"/claim/{site.ids['gone']}{ending}").status_code == 410


def test_embedded_claimreview_is_the_one_that_is_served(site):
    page = site.get(f"/claim/{site.ids['budget']}").text
    (embedded,) = re.findall(r'<script type="application/ld\+json">(.*?)</script>', page)
    served = site.get(f"/claim/{site.ids['budget']}.claimreview.json")
    assert served.headers["content-type"].startswith("application/ld+json")
    assert json.loads(embedded) == served.json()
    assert served.json()["url"] == f"http://localhost/claim/{site.ids['budget']}"
    assert served.json()["author"] == {"@type": "Organization", "name": "Example Desk"}
    assert served.json()["reviewRating"]["ratingValue"] == 2
    assert [one["name"] for one in served.json()["citation"]] == ["Audited accounts 2024"]


def test_the_page_says_how_many_origins_its_pages_have(site):
    page = site.get(f"/claim/{site.ids['budget']}").text
    assert "<strong>1 page, 1 origin</strong>" in page
    assert "Sort not known" in page


def test_everything_as_json(site):
    found = site.get(f"/claim/{site.ids['budget']}.json").json()
    assert set(found) == {
        "url",
        "claim",
        "citations",
        "confidential_sources",
        "passages",
        "origins",
        "searches",
        "decisions",
        "notices",
        "notice_changes",
        "overrides",
    }
    assert [one["what_was_wrong"] for one in found["notices"]] == [
        "The first version left out the year 2020."
    ]
    assert found["claim"]["verdict"] == "Mostly false"
    assert [d["status"] for d in found["decisions"]] == ["corrected", "published"]
    assert not {"actor", "note"} & set(found["citations"][0])


def test_the_article_and_its_cited_sources_as_csl(site):
    answer = site.get(f"/claim/{site.ids['budget']}.csl.json")
    assert answer.headers["content-type"].startswith("application/vnd.citationstyles.csl+json")
    article, *sources = answer.json()
    assert (article["type"], article["URL"]) == (
        "article-newspaper",
        "https://paper.example/a/budget",
    )
    assert article["issued"]["date-parts"][0][0] >= 2000
    assert [one["title"] for one in sources] == ["Audited accounts 2024"]
    assert all(one["type"] == "webpage" and one["URL"] and one["accessed"] for one in sources)


@pytest.mark.parametrize("ending", ["", ".json", ".claimreview.json", ".csl.json"])
def test_the_beginning_of_an_id_leads_to_the_whole(site, ending):
    whole = site.ids["budget"]
    answer = site.get(f"/claim/{whole[:7]}{ending}")
    assert (answer.status_code, answer.headers["location"]) == (302, f"/claim/{whole}{ending}")


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ("c-ffffffffffffffff", "No published claim has this id."),
        ("hidden", "No published claim has this id."),
        ("c", "Several claims have an id that begins like this."),
        ("%27%20or%201=1", None),
        ("a" * 500, "No published claim has this id."),
    ],
)
def test_no_claim(site, asked, said):
    answer = site.get(f"/claim/{site.ids.get(asked, asked)}")
    assert answer.status_code in {302, 404}
    if said:
        assert answer.status_code == 404
        assert said in answer.text


def test_why_there_is_no_claimreview_is_said_as_json(site, demonstration):
    answer = site.get(f"/claim/{site.ids['homes']}.claimreview.json")
    assert answer.json()["error"] == "There is no ClaimReview here: no verdict has been given."
    answer = demonstration.get(f"/claim/{demonstration.ids['budget']}.claimreview.json")
    assert answer.status_code == 404
    assert "unreviewed demonstration" in answer.json()["error"]


def test_a_demonstration_says_so_on_the_claim(demonstration):
    page = demonstration.get(f"/claim/{demonstration.ids['budget']}").text
    assert page.count("Unreviewed demonstration.") == 1, "once, at the top of every page"
    assert "No person has judged them." in page
    assert "application/ld+json" not in page
    assert "decided by nobody" in page


@pytest.mark.parametrize(
    "text", ["</script><script>alert(1)</script>", "<!--<script>", "a & b", "\u2028\u2029"]
)
def test_nothing_can_end_the_script_element(text):
    written = in_script({"claim": text})
    assert not set(written) & set("<>&\u2028\u2029")
    assert json.loads(written) == {"claim": text}


def test_a_cited_work_that_was_retracted_is_marked(tmp_path):
    desk, ids = ordinary_desk(tmp_path / "work.db")
    page = desk.snapshot(PAGE + " Newer.", doi="10.1000/losses.1")
    desk.citation(ids["homes"], page, "an increase of 61 percent", role="supports")
    desk.notice("10.1000/losses.1", "retraction", dated="2026-05-02")
    shown = site_of(desk, ids, tmp_path).get(f"/claim/{ids['homes']}").text
    assert (
        '<span class="state bad">Work: <bdi>the cited work was retracted</bdi>'
        ' (<time datetime="2026-05-02"><bdi>2 May 2026</bdi></time>)</span>' in shown
    )
    assert shown.count("the cited work was") == 1


def test_what_people_have_cited_is_not_called_judged_by_nobody(tmp_path):
    desk, ids = ordinary_desk(tmp_path / "work.db")
    desk.citation(ids["homes"], ids["page"], "Homes completed in 2024: 1,187.", role="refutes")
    shown = site_of(desk, ids, tmp_path).get(f"/claim/{ids['homes']}").text
    assert shown.count("Homes completed in 2024: 1,187.") == 1
    assert "Passages found by machine" not in shown
    assert "No passage of a page" not in shown
