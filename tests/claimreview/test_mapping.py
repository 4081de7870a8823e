"""Objects of every shape to what they say; wild values never raise."""

import json
from pathlib import Path

import pytest
import yaml
from foreign_reviews import JSON
from hypothesis import given

from claims.claimreview.examine import examine, why_malformed
from claims.claimreview.objects import objects_in
from claims.claimreview.page_objects import page_objects
from claims.claimreview.stream import Broken
from claims.model.record import plain

TABLES = Path(__file__).resolve().parents[1] / "tables"
ROWS = yaml.safe_load((TABLES / "claimreview_shapes.yaml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("row", ROWS, ids=lambda r: r["why"])
def test_shapes(row):
    (found,) = objects_in(row["object"], page_url=row.get("page"))
    one = examine(found)
    said = {**plain(one.said), "form": one.form.value}
    assert {name: said[name] for name in row["expect"]} == row["expect"]
    assert one.state.value == ("malformed" if "malformed" in row else "sound")
    for rule in row.get("malformed", ()):
        assert rule in why_malformed(one.problems)


MICRODATA = """<html><head><link rel="canonical" href="https://f.example/check/7"></head><body>
<article itemscope itemtype="http://schema.org/ClaimReview">
 <h1 itemprop="claimReviewed">The river runs dry</h1><a itemprop="url" href="/check/7">here</a>
 <p itemprop="author" itemscope itemtype="http://schema.org/Organization"><b itemprop="name">Facts</b></p>
 <time itemprop="datePublished" datetime="2026-01-09">9 January</time>
 <div itemprop="itemReviewed" itemscope itemtype="http://schema.org/Claim">
  <span itemprop="author" itemscope itemtype="http://schema.org/Person"><i itemprop="name">A. Lee</i></span>
  <link itemprop="appearance" href="https://paper.example/a"><link itemprop="appearance" href="https://paper.example/b">
 </div>
 <div itemprop="reviewRating" itemscope itemtype="http://schema.org/Rating">
  <meta itemprop="ratingValue" content="1"><img itemprop="image" src="/x.png"><b itemprop="alternateName">False</b>
 </div></article><div itemscope itemtype="http://schema.org/Person"><b itemprop="name">Nobody</b></div></body></html>"""


def test_microdata_says_the_same_as_json_ld():
    (found,) = page_objects(MICRODATA, page_url="https://f.example/check/7?from=feed")
    said = examine(found).said
    assert said.url == "https://f.example/check/7"
    assert (said.publisher, said.claimant, said.published) == ("Facts", "A. Lee", "2026-01-09")
    assert said.appearances == ("https://paper.example/a", "https://paper.example/b")
    assert (said.rating, said.rating_value) == ("False", 1.0)
    assert "Nobody" not in str(found.value)


SCRIPTS = """<html><head><script type="application/ld+json">{"@type": "ClaimReview", "url": </script>
<script type="application/ld+json">not about it</script><script type="application/ld+json"><!--
//<![CDATA[
[{"@type": "WebSite"}, {"@type": "ClaimReview", "url": "/1", "claimReviewed": "a\nb"}]
//]]>
--></script></head><body><p>x</p></body></html>"""


def test_scripts_that_are_broken_are_told_and_the_others_read():
    broken, found = page_objects(SCRIPTS, page_url="https://f.example/a")
    assert isinstance(broken, Broken)
    assert broken.why == "no JSON"
    assert found.value["claimReviewed"] == "a\nb"
    assert list(page_objects("<html><body><p>no check</p></body></html>", page_url=None)) == []


def test_a_script_that_is_escaped_for_html_is_read():
    script = json.dumps({"@type": "ClaimReview", "url": "https://f.example/1"}).replace(
        '"', "&quot;"
    )
    page = f"<html><script type='application/ld+json'>{script}</script><p>x"
    (found,) = page_objects(page, page_url=None)
    assert found.value["url"] == "https://f.example/1"


def test_nesting_has_an_end():
    value = {"@type": "ClaimReview", "url": "https://f.example/1"}
    for _ in range(200):
        value = {"a": [value]}
    assert list(objects_in(value)) == []


@given(JSON)
def test_no_value_breaks_the_mapping(value):
    for found in objects_in(value, page_url="https://f.example/"):
        examine(found)
    review = (
        {**value, "@type": "ClaimReview"} if isinstance(value, dict) else {"claimReview": value}
    )
    for found in objects_in({"@graph": [review, {"claims": [{"claimReview": [value, review]}]}]}):
        one = examine(found)
        assert one.raw
        assert one.raw_digest.startswith("sha256:")
