"""Pairs of our own: what is held out stays out, and what is made of them settles nothing."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from train.stance.ours import LABELS, MIXED, TRIALS, mixed, news, ours, tables, trials, without
from train.stance.pairs import REFUTES, SUPPORTS, UNSURE, Pair

if TYPE_CHECKING:
    from pathlib import Path


def test_each_twelfth_claim_is_held_out_with_all_its_passages(tmp_path: Path) -> None:
    """What is told by the claim's digest, so that a longer file holds out the same claims."""
    rows = [{"c": f"{n} ships sank.", "a": [f"{n} went down."], "n": ["Boats."]} for n in range(60)]
    path = tmp_path / "pairs.jsonl"
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    found = ours(path)
    seen, held = {p.claim for p in found.seen}, {p.claim for p in found.held}
    assert (len(seen | held), seen & held) == (60, set())
    assert 1 <= len(held) <= 12
    assert {p.target for p in found.held} == {SUPPORTS, UNSURE}


def test_nothing_of_what_is_held_out_is_seen() -> None:
    """Neither its claim beside another passage nor its passage beside another claim."""
    held = [Pair("12 fell.", "A dozen fell.", SUPPORTS, "pairs")]
    other = Pair("13 fell.", "Thirteen fell.", SUPPORTS, "pairs")
    pairs = [
        Pair("12 fell.", "Nobody fell.", REFUTES, "tables"),
        Pair("14 fell.", "A dozen fell.", REFUTES, "tables"),
        other,
    ]
    assert without(pairs, held) == [other]


def test_a_passage_about_another_claim_settles_nothing() -> None:
    """It must hold a number of the claim's kind, and not be about a claim that may say the same."""
    claims = [f"The {word} festival drew 4,000 visitors." for word in ("jazz", "film", "wine")]
    rest = [
        Pair(f"Claim {n}.", f"Passage number {n} about nothing.", UNSURE, "pairs")
        for n in range(90)
    ]
    pairs = [
        Pair(claims[0], "Some 4,000 came to hear jazz in Belis.", SUPPORTS, "pairs"),
        Pair("Belis has a jazz club.", "The jazz club seats 900 people.", UNSURE, "pairs"),
        *rest,
    ]
    found = mixed(pairs)
    assert {(p.claim, p.passage) for p in found if p.claim == claims[0]} <= {
        (claims[0], "The jazz club seats 900 people.")
    }
    assert all(p.target == UNSURE and p.source == MIXED for p in found)


def test_the_files_can_be_read() -> None:
    """Every row has a claim and passages, and no claim stands twice."""
    for path, least in ((LABELS, 1000), (TRIALS, 1000)):
        rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
        assert len({row["c"] for row in rows}) == len(rows) >= least
        assert all(set(row) <= set("caxn") and len(row) > 1 for row in rows)
    assert len(tables()) > 2000
    assert len(trials()) > 2000


def test_another_sentence_of_the_article_settles_nothing(shared: Path) -> None:
    """Sentences with another number than the claim's."""
    found = news(shared / "data")
    assert len(found) > 100
    assert {p.target for p in found} == {UNSURE}
