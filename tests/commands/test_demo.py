"""The demonstration as a newcomer runs it."""

import re
import sqlite3
from pathlib import Path

import pytest

from claims.evidence.rank import NEAR_ENOUGH

CHECKOUT = Path(__file__).resolve().parents[2]


@pytest.fixture
def demo(citetrail):
    return citetrail("demo", "--no-serve", "--json")


def test_the_demo_shows_claims_with_their_best_sources(demo, citetrail, tmp_path):
    assert demo.code == 0, demo.err
    claims = demo.json()
    assert len(claims) >= 20
    dead = next(c for c in claims if "15,000 Soviet soldiers died" in c["claim"])
    assert dead["source"]
    assert dead["agreement"] in {"agrees", "clashes"}
    assert min(dead["agreements"].values()) >= 1, "one source agrees, one has the older count"
    assert any("2018" in c["claim"] and "Taliban" in c["claim"] for c in claims)
    assert sum(bool(c["source"]) for c in claims) >= len(claims) * 0.7
    opium = next(c for c in claims if "opium" in c["claim"])
    assert (opium["source"], opium["quote"]) == (None, None), "no bundled source speaks of it"
    assert opium["score"] < NEAR_ENOUGH
    assert citetrail("verify").code == 0
    public = sqlite3.connect(tmp_path / "public.db")
    assert public.execute("SELECT min(demonstration) FROM claims").fetchone() == (1,)
    shown = {key for (key,) in public.execute("SELECT id FROM claims")}
    public.close()
    settled = {c["id"] for c in citetrail("claims", "--json").json() if c["claim_text"]}
    assert shown == settled, "what cannot be read without the article is not shown"


def test_the_readme_shows_what_the_demo_prints(demo):
    readme = (CHECKOUT / "README.md").read_text(encoding="utf-8")
    block = readme.partition("of which these are four:\n\n```\n")[2].partition("```")[0]
    lines = [re.split(r" {2,}", line) for line in block.splitlines()]
    assert len(lines) == 4
    for kind, words, *numbers, source in lines:
        (row,) = [c for c in demo.json() if c["claim"].startswith(words.rstrip(" …."))]
        told = row["agreements"]
        found = [
            ", ".join(n for n, a in (("agree", "agrees"), ("CLASH", "clashes")) if told.get(a))
        ]
        assert (kind, numbers) == (row["kind"], [n for n in found if n]), words
        title, _, quote = source.partition(": ")
        shown = (row["source"], row["quote"]) if row["source"] else ("nothing near enough", "")
        assert (title, shown[1][: len(quote) - 2]) == (shown[0], quote[:-2]), words


def test_the_demo_can_be_run_twice(demo, citetrail):
    again = citetrail("demo", "--no-serve", "--json")
    assert again.code == 0, again.err
    assert again.json() == demo.json()


def test_the_demo_never_mixes_with_a_desks_own_work(citetrail, tmp_path):
    (tmp_path / "mine.txt").write_text("The bridge cost 5 million dollars in 2019.\n")
    citetrail("add", "mine.txt")
    refused = citetrail("demo", "--no-serve")
    assert refused.code == 1
    assert "holds your own work" in refused.err


def test_people_see_first_what_is_most_worth_checking(demo, citetrail):
    worth = {one["id"][:10]: one["check_worthiness"] for one in demo.json()}
    table = citetrail("demo", "--no-serve").out
    assert "nothing near enough" in table
    assert "agree, CLASH" in table
    assert "[context" not in table
    shown = [worth[word] for word in table.split() if word in worth]
    assert len(shown) == len(worth)
    assert shown == sorted(worth.values(), reverse=True)
