"""What is asked once a claim or once a citation takes about as long on a large desk as on a small one."""

import pytest
from patience import grows_within
from public_desk import ARTICLE, PAGE, Desk

from db import citations, health, rows, snapshots

SMALL, LARGE, ASKED = 100, 10_000, 100
ALONE = "c-0000000000000001"
QUOTE = "an increase of 61 percent"
LOOK = {"look": None, "link_state": "alive", "passage_state": "present", "changes": []}


@pytest.fixture(scope="module")
def desks(tmp_path_factory):
    """A small and a large desk: so many copies, each cited once and looked at once."""
    return [desk_of(tmp_path_factory.mktemp("desk") / "desk.db", n) for n in (SMALL, LARGE)]


def desk_of(path, many):
    desk = Desk(path)
    document = desk.document()
    desk.claim(document, "Nobody objected", text=ARTICLE, id=ALONE)
    claim = desk.claim(document, "The budget has doubled", text=ARTICLE)
    copy, cited = ({} for _ in range(2))
    with desk.database.conn:
        for n in range(many):
            copy = copy or rows.get(desk.database, "snapshots", desk.snapshot())
            copy |= {"id": f"s-{n:016x}", "payload_digest": f"sha256:{n:064x}"}
            copy |= {"url": f"https://a.example/{n}", "warc_target_uri": f"https://a.example/{n}"}
            rows.insert(desk.database, "snapshots", copy)
            cited = cited or rows.get(
                desk.database, "citations", desk.citation(claim, copy["id"], QUOTE)
            )
            cited |= {"id": f"n-{n:016x}", "snapshot": copy["id"], "url": copy["url"]}
            cited |= {"claim": claim if n else ALONE}
            rows.insert(desk.database, "citations", cited)
            look = {
                **LOOK,
                "id": f"k-{n:016x}",
                "citation": cited["id"],
                "at": f"2026-03-09T{n:06}Z",
            }
            rows.insert(desk.database, "citation_checks", {**look, "run": desk.run})
    return desk.database


def of_one_claim(database):
    assert len(snapshots.bearing_on(database, ALONE, found=False)) == 1


def of_one_citation(database):
    assert health.told_checks(database, "n-0000000000000007") == set()


def newest_copy(database):
    assert snapshots.latest(database, "https://a.example/7")["text"] == PAGE


@pytest.mark.parametrize("ask", [citations.concealed, of_one_claim, of_one_citation, newest_copy])
def test_asking_takes_as_long_on_a_large_desk(desks, ask):
    assert grows_within(3, lambda desk: [ask(desk) for _ in range(ASKED)], *desks)
