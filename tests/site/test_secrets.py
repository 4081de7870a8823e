"""Fifty secrets in the working database, and none of their bytes in the public file or the site of files."""

import zlib

import pytest
from public_desk import FACTS, PAGE, Desk, published

from claims.site.static_site import write_site


def secret(number):
    return f"planted{number:02}x{zlib.crc32(bytes([number])):08x}"


def plant(desk, take):
    """A desk that keeps a secret in every place that is not for the public."""
    document = desk.document(
        "Twelve doors were opened. The mayor was there.\n",
        url=f"https://{take()}:{take()}@paper.example/a",
        origin=f"/home/{take()}/inbox/{take()}.html",
        raw_digest=f"sha256:{take()}",
    )
    claim = desk.claim(
        document,
        "Twelve doors were opened",
        text="Twelve doors were opened. The mayor was there.\n",
        reasons=[{"name": take(), "value": 1, "weight": 1}],
        attribution={"cue": take(), "mode": "direct", "start": 0, "end": 4, "role": None},
    )
    for status in ("shortlisted", "in_progress", "second_reader", "ready"):
        desk.event(claim, status, actor=f"{take()}@desk.example", reason=f"note {take()}")
    desk.event(claim, "in_progress", verdict="False", summary=f"draft {take()}", actor=take())
    desk.event(
        claim, "published", verdict="True", summary="Said.", actor=take(), tool_version=take()
    )
    page = desk.snapshot(
        f"{PAGE} {'and so on ' * 40} {take()}",
        url=f"https://{take()}@accounts.example/x",
        headers=[["set-cookie", take()], ["x-key", take()]],
        reason=take(),
        warc_file=f"{take()}.warc.gz",
    )
    desk.citation(
        claim, page, "an increase of 61 percent", note=take(), actor=take(), url="https://a.example"
    )
    desk.evidence(
        claim, page, "The figures are", reasons=[{"name": take(), "value": 1, "weight": 1}]
    )
    desk.search(
        claim,
        "mediawiki",
        "failed",
        query=take(),
        request_url=f"https://wiki.example/api?key={take()}",
        detail=f"/root/{take()}/key.pem",
        reply_digest=take(),
    )
    unpublished = desk.document(
        f"{take()} was seen. {take()} left.\n",
        url=f"https://paper.example/{take()}",
        title=take(),
        author=take(),
        publisher=take(),
        origin=take(),
    )
    draft = desk.claim(
        unpublished,
        "was seen",
        text=unpublished_text(desk, unpublished),
        claim_text=f"{take()} was seen",
        claimant=take(),
        ambiguous=take(),
    )
    desk.event(draft, "second_reader", verdict="False", summary=take(), reason=take(), actor=take())
    hidden = desk.snapshot(f"Other {take()}.", url=f"https://x.example/{take()}", title=take())
    desk.citation(draft, hidden, "Other", text=f"Other {take()}.", note=take(), actor=take())
    rejected = desk.claim(
        unpublished, "left", text=unpublished_text(desk, unpublished), claimant=take()
    )
    desk.event(rejected, "rejected", reason=take(), actor=take())
    return claim


def unpublished_text(desk, document):
    return desk.database.execute("SELECT text FROM documents WHERE id = ?", [document]).fetchone()[
        0
    ]


@pytest.fixture(scope="module")
def built(tmp_path_factory):
    folder = tmp_path_factory.mktemp("secrets")
    desk = Desk(folder / "work.db")
    planted = []

    def take():
        planted.append(secret(len(planted)))
        return planted[-1]

    claim = plant(desk, take)
    assert len(planted) >= 50
    published(desk.database, folder / "public.db", {**FACTS, "address": "https://checks.example"})
    desk.database.close()
    write_site(folder / "public.db", folder / "site")
    return folder, claim, planted


def test_they_are_in_the_working_database(built):
    content = b"".join(one.read_bytes() for one in built[0].glob("work.db*"))
    assert [one for one in built[2] if one.encode() not in content] == []


def test_none_is_in_the_public_file(built):
    content = (built[0] / "public.db").read_bytes()
    assert [one for one in built[2] if one.encode() in content] == []
    assert built[1].encode() in content


def test_none_is_in_any_file_of_the_site_nor_in_its_name(built):
    for file in (built[0] / "site").rglob("*"):
        content = str(file).encode() + (file.read_bytes() if file.is_file() else b"")
        assert [one for one in built[2] if one.encode() in content] == [], file
    assert (built[0] / "site" / "claim" / built[1] / "index.html").is_file()
