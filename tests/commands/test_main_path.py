"""From a file to claims, decisions and the public file, through the command line alone."""

import csv
import io
import json
import sqlite3

import pytest

ARTICLE = """The winter offensive

Monday, 30 August 2021

More than 15,000 Soviet soldiers died in Afghanistan. Moscow opened talks with the Taliban in 2018.

"We will not recognise them this year," said Foreign Minister Anna Petrova on Saturday.

It was a beautiful and sad war.

Leave a Reply

Your email address will not be published. Required fields are marked *
"""

FIELDS = [
    "id", "document", "start", "end", "exact", "prefix", "suffix", "sentence", "claim_text",
    "ambiguous", "kind", "claimant", "attribution", "check_worthiness", "reasons", "dates",
    "quantities", "status", "run",
]  # fmt: skip


@pytest.fixture
def article(tmp_path):
    path = tmp_path / "article.txt"
    path.write_text(ARTICLE, encoding="utf-8")
    return path


@pytest.fixture
def claims(citetrail, article):
    assert citetrail("add", article.name, "--published", "2021-08-31").code == 0
    return citetrail("extract", "--json").json()


def test_add_keeps_the_text_character_for_character(citetrail, article):
    (document,) = citetrail("add", article.name, "--json").json()
    assert document["characters"] == len(ARTICLE)
    assert citetrail("show", document["id"], "--json").json()["text"] == ARTICLE


def test_claims_have_every_field_of_the_contract_and_stand_where_they_say(claims):
    assert len(claims) >= 2
    for claim in claims:
        assert set(FIELDS) <= set(claim)
        assert ARTICLE[claim["start"] : claim["end"]] == claim["exact"]
        assert ARTICLE[: claim["start"]].endswith(claim["prefix"])
        assert ARTICLE[claim["end"] :].startswith(claim["suffix"])
        assert 0 <= claim["check_worthiness"] <= 1
        for quantity in claim["quantities"]:
            assert ARTICLE[quantity["start"] : quantity["end"]] == quantity["exact"]


def test_the_numbers_and_dates_of_the_claims(claims):
    dead = next(c for c in claims if "15,000" in c["exact"])
    assert [(q["value"], q["comparator"]) for q in dead["quantities"]] == [(15000, ">")]
    assert next(c for c in claims if "talks" in c["exact"])["dates"] == ["2018"]


def test_every_sentence_is_a_claim_or_has_a_reason(citetrail, claims):
    skipped = citetrail("extract", claims[0]["document"], "--skipped", "--json").json()
    reasons = {row["exact"].strip(): row["skip_reason"] for row in skipped}
    assert reasons["Leave a Reply"] == "boilerplate"
    assert reasons["It was a beautiful and sad war."] == "opinion"
    assert all(row["skip_detail"] for row in skipped)


def test_everything_can_be_run_twice(citetrail, article, claims):
    again = citetrail("add", article.name, "--published", "2021-08-31", "--json").json()
    assert [d["id"] for d in again] == [claims[0]["document"]]
    assert citetrail("extract", "--json").json() == []
    assert citetrail("extract", again[0]["id"], "--json").json() == claims
    assert citetrail("claims", "--json").json() == claims


def test_a_new_publication_date_sends_the_document_back(citetrail, article, claims):
    citetrail("add", article.name, "--published", "2020-01-06")
    assert len(citetrail("extract", "--json").json()) == len(claims)


def test_filters(citetrail, claims):
    def ids(*arguments):
        return [c["id"] for c in citetrail("claims", "--json", *arguments).json()]

    every = [c["id"] for c in claims]
    assert ids("--document", claims[0]["document"][:6]) == every
    assert ids("--status", "new") == every
    assert ids("--status", "published") == []
    found = [c["id"] for c in claims if "Soviet soldiers" in f"{c['exact']} {c['claim_text']}"]
    assert ids("--q", "Soviet soldiers") == found
    assert ids("--q", '"AND (') == []
    assert ids("--min-worth", "1") == []
    assert ids("--since", "2021-08-31") == every
    assert ids("--since", "2021-09-01") == []
    assert ids("--limit", "1") == every[:1]


def test_forms(citetrail, claims):
    lines = citetrail("claims", "--nl").out.splitlines()
    assert [json.loads(line) for line in lines] == claims
    table = list(csv.DictReader(io.StringIO(citetrail("claims", "--csv").out)))
    assert [row["exact"] for row in table] == [c["exact"] for c in claims]
    assert claims[0]["id"][:10] in citetrail("claims").out


def test_decide_publish_and_what_is_held_back(citetrail, tmp_path, claims):
    chosen, other = claims[0]["id"], claims[1]["id"]
    decided = citetrail(
        "decide", chosen[:8], "--status", "published", "--verdict", "True",
        "--summary", "Both counts exceed it.", "--as", "ada", "--json",
    ).json()  # fmt: skip
    assert (decided["claim"], decided["seq"], decided["previous"]) == (chosen, 1, None)
    dry = citetrail("publish", "--dry-run", "--json")
    assert (dry.code, (tmp_path / "public.db").exists()) == (3, False)
    (held,) = (one for one in dry.json()["held_back"] if one["claim"] == chosen)
    for gate in held["gates"]:
        told = ("--reason", "One person, one afternoon.", "--as", "ada")
        assert citetrail("decide", chosen, "--override", gate["gate"], *told).code == 0
    done = citetrail("publish", "--json")
    report = done.json()
    assert (done.code, report["published"]["claims"], report["new"]) == (0, 1, [chosen])
    assert {"claim": other, "why": "its state is new"} in report["held_back"]
    public = sqlite3.connect(tmp_path / "public.db")
    assert public.execute("SELECT id, verdict FROM claims").fetchall() == [(chosen, "True")]
    shown = public.execute("SELECT gate, reason FROM overrides").fetchall()
    assert shown == [(gate["gate"], "One person, one afternoon.") for gate in held["gates"]]
    public.close()
    assert citetrail("show", chosen, "--json").json()["status"] == "published"


def test_an_illegal_step_is_refused_and_changes_nothing(citetrail, claims):
    key = claims[0]["id"]
    citetrail("decide", key, "--status", "rejected", "--reason", "It is no claim.", "--as", "ada")
    refused = citetrail("decide", key, "--status", "ready", "--as", "ada")
    assert (refused.code, "rejected cannot become ready" in refused.err) == (1, True)
    assert len(citetrail("show", key, "--json").json()["events"]) == 1


def test_deciding_the_same_twice_adds_one_event(citetrail, claims):
    for _ in range(2):
        citetrail("decide", claims[0]["id"], "--status", "shortlisted", "--as", "ada")
    assert len(citetrail("show", claims[0]["id"], "--json").json()["events"]) == 1


def test_verify_says_what_is_sound_and_names_what_is_not(citetrail, tmp_path, claims):
    citetrail("decide", claims[0]["id"], "--status", "shortlisted", "--as", "ada")
    sound = citetrail("verify", "--json")
    assert sound.code == 0
    assert sound.json()["quotes of claims"] == len(claims)
    assert sound.json()["review events"] == 1
    database = sqlite3.connect(tmp_path / "citetrail.db")
    database.execute("UPDATE documents SET text = replace(text, '15,000', '16,000')")
    database.commit()
    database.close()
    broken = citetrail("verify")
    assert (broken.code, claims[0]["document"] in broken.err) == (1, True)


def test_standard_input_and_folders(citetrail, tmp_path):
    done = citetrail("add", "-", "--json", stdin=ARTICLE.encode())
    assert (done.code, done.json()[0]["origin"]) == (0, "-")
    folder = tmp_path / "folder" / "deep"
    folder.mkdir(parents=True)
    (folder / "a.md").write_text("# Title\n\nThe bridge cost *5 million* dollars.\n")
    (folder / "b.png").write_bytes(b"\x89PNG\r\n\x1a\n")
    (folder / "empty.txt").write_text("")
    done = citetrail("add", "folder", "--json")
    assert done.code == 3, "one of two readable files was empty"
    assert [d["title"] for d in done.json()] == ["Title"]
    assert "empty.txt" in done.err


def test_no_network_is_a_stored_outcome(citetrail, claims):
    done = citetrail("find", claims[0]["id"], "--provider", "mediawiki", "--json",
                     CITETRAIL_MEDIAWIKI="http://127.0.0.1:9/w/api.php",
                     CITETRAIL_ALLOW_HOSTS="127.0.0.1:9")  # fmt: skip
    assert done.code == 1, "the only provider could not be asked"
    assert [s["outcome"] for s in done.json()] == ["not_measured"]
    shown = citetrail("show", claims[0]["id"], "--json").json()
    assert shown["searches"][0]["outcome"] == "not_measured"
    assert shown["searches"][0]["detail"]


def test_the_library_finds_evidence_offline_and_a_person_cites_it(citetrail, tmp_path, claims):
    folder = tmp_path / "library"
    folder.mkdir()
    (folder / "count.txt").write_text(
        "The count\n\nIn all 15,051 Soviet soldiers died in Afghanistan, the staff wrote.\n"
    )
    key = next(c["id"] for c in claims if "15,000" in c["exact"])
    done = citetrail("find", key, "--provider", "library", "--json", CITETRAIL_LIBRARY="library")
    assert [s["outcome"] for s in done.json()] == ["found"]
    best = citetrail("evidence", key, "--json").json()[0]
    assert (best["agreement"], best["rule"]) == ("agrees", "QTY003"), best
    assert (best["label"], best["decided_by"]) == ("SUPPORTS", "QTY003"), "the number decides"
    unread = citetrail("evidence", key, "--json", CITETRAIL_STANCE="rules").json()[0]
    assert (unread["label"], unread["decided_by"]) == ("SUPPORTS", "QTY003")
    assert best["url"].startswith("urn:citetrail:d-"), "no path of the desk is given away"
    cited = citetrail(
        "cite", key, "--passage", best["passage"], "--role", "supports", "--as", "ada", "--json"
    ).json()
    assert cited[0]["exact"] == best["exact"]
    strange = citetrail("uncite", cited[0]["id"], "--reason", "Wrong.", "--as", "a\x1b[31mda")
    assert (strange.code, "unreadable characters" in strange.err) == (1, True)
    missing = citetrail(
        "cite", key, "--url", best["url"], "--quote", "16,000 died", "--role", "supports"
    )
    assert (missing.code, "do not stand in the copy" in missing.err) == (1, True)
    assert citetrail("verify").code == 0
    assert citetrail("extract", "--json").json() == [], "library documents give no claims"


def test_control_characters_never_reach_the_terminal(citetrail, tmp_path):
    text = "The bridge cost 5 million\x1b[31m dollars in 2019 \u202ereversed.\n"
    (tmp_path / "x.txt").write_text(text, encoding="utf-8")
    citetrail("add", "x.txt")
    for arguments in (["extract"], ["claims"]):
        out = citetrail(*arguments).out
        assert "\x1b" not in out
        assert "\u202e" not in out


def test_pipes(citetrail):
    scored = citetrail(
        "score", "--nl", stdin=b"More than 15,000 soldiers died in 1989.\n\nWhat a nice day!\n"
    )
    first, second = [json.loads(line) for line in scored.out.splitlines()]
    assert set(first) == {"text", "check_worthiness", "factual", "reasons"}
    assert first["check_worthiness"] > second["check_worthiness"]
    compared = citetrail(
        "compare", "--nl",
        stdin=b'{"claim": "12 percent of Kabul shops closed", "passage": "Some 30 Kabul shops"}\n'
        b"not json\n",
    )  # fmt: skip
    assert compared.code == 3
    assert "line 2" in compared.err
    assert json.loads(compared.out)["outcome"] == "not_comparable"
