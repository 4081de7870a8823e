"""What is told of a citation, and whether to readers: one row a case."""

from pathlib import Path

import pytest
import yaml
from link_looks import QUOTE, looks, words

from claims.anchor.differences import differences
from claims.health import link_state, passage_history
from claims.health.notices import Told
from claims.health.passage_history import PassageLook, tells
from claims.health.tidings import TO_DO, Stand, TidingKind, tidings
from claims.model.citation import PassageState
from claims.model.health import NoticeKind

TABLE = Path(__file__).resolve().parents[1] / "tables/tidings.yaml"
ROWS = yaml.safe_load(TABLE.read_text(encoding="utf-8"))


def stands(row):
    was = words(row.get("was", "never"))
    now = words(row.get("now", "never"), was)
    fold = passage_history.fold
    return (
        Stand(link_state.fold(looks(row.get("link_was", ""))), fold(was)),
        Stand(link_state.fold(looks(row.get("link", ""))), fold(now)),
    )


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row["why"])
def test_what_is_told(row):
    notices = [
        Told(NoticeKind(n), n, "10.1000/n", "publisher", "2026") for n in row.get("notices", ())
    ]
    found = tidings(QUOTE, *stands(row), notices)
    assert [("!" if t.material else "") + t.kind.value for t in found] == row["told"], row["why"]
    assert all(t.words and t.to_do for t in found)


def test_every_kind_is_told_in_the_table():
    told = {one.removeprefix("!") for row in ROWS for one in row["told"]}
    assert told == {kind.value for kind in TidingKind} == {kind.value for kind in TO_DO}


def test_an_alteration_shows_both_wordings_and_the_difference():
    row = {"was": "present", "now": "In all 13,833 men died in nine years"}
    (tiding,) = tidings(QUOTE, *stands(row))
    assert (tiding.old, tiding.new) == (QUOTE, row["now"])
    assert tiding.diff == "In all [-15,051-]{+13,833+} men died in nine years"
    assert tiding.repairable


@pytest.mark.parametrize(
    ("quote", "found", "told"),
    [
        (QUOTE, QUOTE, False),
        (QUOTE, "In all 15,051 men dead in nine years", True),
        (QUOTE, "In all, about 15,051 men died in nine years", True),
        (QUOTE, None, True),
        ("men recieved medals", "men received medals", False),
        ("it occured to them", "it occurred to them", False),
        ("the goverment fell", "the government fell", False),
        ("the attacked fled", "the attacker fled", True),
        ("the house stood", "the horse stood", True),
        ("he said so", "she said so", True),
        ("an increase of it", "a decrease of it", True),
        ("the public voted", "the republic voted", True),
        ("recieved it all", "received it", True),
        ("the water is not safe", "the water isn’t safe", False),
        ("the water is safe", "the water isn’t safe", True),
        ("five men died there", "5 men died there", False),
        ("five men died there", "six men died there", True),
        ("He fell. He died.", "He fell.\n\nBuy our 5 maps!\n\nHe died.", False),
        ("He fell. He died.", "He fell.\n\nBuy our 5 maps!\n\nHe lived.", True),
    ],
)
def test_what_counts_as_mended_typing(quote, found, told):
    changes = [c.value for c in differences(quote, found).changes] if found else ["words"]
    assert tells(quote, found, tuple(changes)) is told


def test_the_last_reading_is_kept_beside_what_could_not_be_read():
    seen = [
        PassageLook(PassageState.PRESENT, "2026-01-01T00:00:00Z"),
        PassageLook(PassageState.PRESENT, "2026-01-08T00:00:00Z"),
        PassageLook(PassageState.UNMEASURED, "2026-01-15T00:00:00Z"),
        PassageLook(PassageState.UNMEASURED, "2026-01-22T00:00:00Z"),
    ]
    stands = passage_history.fold(seen)
    assert (stands.state, stands.since) == (PassageState.UNMEASURED, "2026-01-15T00:00:00Z")
    assert (stands.measured, stands.measured_since) == (
        PassageState.PRESENT,
        "2026-01-01T00:00:00Z",
    )
    assert stands.measured_at == "2026-01-08T00:00:00Z"
    assert stands.stands
    assert passage_history.fold(seen[2:], passage_history.fold(seen[:2])) == stands
