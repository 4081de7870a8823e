"""The pipes as a user runs them: what `citetrail eval` prints, and where."""

import json

import pytest
from tiny_network import tiny_network

from claims.encoder.stance_encoder import installed
from claims.evidence.stance import UNTOLD


def test_eval_prints_figures_and_on_demand_what_is_behind_them(citetrail, tmp_path):
    (tmp_path / "a.txt").write_text("More than 90 men died. Is that so? The bank closed in 1990.\n")
    rows = [{"start": 0, "end": 21, "level": 3}, {"start": 23, "end": 34, "level": 2, "core": "Is"}]
    (tmp_path / "a.gold.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows))
    plain = citetrail("eval", "a.gold.jsonl")
    assert "on_not_claims  –" in plain.out
    assert plain.err == ""
    told = citetrail("eval", "a.gold.jsonl", "--misses")
    assert told.out == plain.out
    assert told.err == "MISSED a 23 34 2 Is\nFALSE a 35 58 The bank closed in 1990\n"
    done = citetrail("eval", "a.gold.jsonl", "--misses", "--json")
    figures = {row["figure"]: row["value"] for row in done.json()}
    assert (done.err, figures["recall_2"], len(figures["missed"])) == ("", 0.5, 1)
    assert figures["false"][0]["exact"] == "The bank closed in 1990"


def test_eval_of_sentences_prints_how_far_the_scores_can_be_relied_on(citetrail, tmp_path):
    (tmp_path / "a.tsv").write_text("text\tcheckworthy\nMore than 90 men died.\t1\nThank you!\t1\n")
    plain = citetrail("eval", "a.tsv", "--misses")
    assert "positive share" in plain.out
    assert "best_threshold is chosen on these very sentences" in plain.err
    assert "MISSED Thank you!" in plain.err
    figures = {row["figure"]: row["value"] for row in citetrail("eval", "a.tsv", "--json").json()}
    assert (figures["sentences"], len(figures["reliability"])) == (2, 10)
    assert "missed" not in figures


def test_anchor_says_what_became_of_each_quote_and_names_the_lines_it_cannot_read(citetrail):
    page = "Over 13,000 men died there. 😃"
    rows = [
        {
            "text": page,
            "exact": "15,000 men died",
            "prefix": "Over ",
            "suffix": " there",
            "start": 5,
        },
        {
            "text": page,
            "exact": "men died there",
            "prefix": "Over 13,000 ",
            "suffix": ".",
            "start": 12,
        },
        {"text": page, "exact": "The bridge was built in a year"},
        {"text": "", "exact": "gone"},
    ]
    wrong = [
        {"text": page},
        {"text": page, "exact": " "},
        {"text": page, "exact": "a", "start": -1},
    ]
    lines = "".join(json.dumps(row) + "\n" for row in rows + wrong)
    done = citetrail("anchor", "--nl", stdin=lines.encode())
    told = [json.loads(line) for line in done.out.splitlines()]
    assert [(t["state"], t["start"], t["end"]) for t in told] == [
        ("altered", 5, 20),
        ("present", 12, 26),
        ("gone", None, None),
        ("gone", None, None),
    ]
    assert told[0]["changes"] == ["number"]
    assert told[0]["diff"][0] == {"op": "replace", "old": "15,000", "new": "13,000"}
    assert told[1]["score"] == 1.0
    assert done.code == 3
    assert [line.split(":")[1] for line in done.err.splitlines()] == [
        " line 5",
        " line 6",
        " line 7",
    ]


PAIRS = [
    {"claim": "Vaccines cause autism.", "evidence": "Large studies found no link.", "id": 7},
    {"claim": "In 2015, 12 people died in the Vienna fire.", "evidence": "The museum opens at 9."},
]


@pytest.mark.parametrize("reader", ["encoder", "rules"])
def test_stance_keeps_the_pair_and_says_label_probability_and_rule(citetrail, reader):
    stdin = "\n".join([*map(json.dumps, PAIRS), "{}", '{"claim": 1, "evidence": ""}']).encode()
    done = citetrail("stance", "-", "--nl", stdin=stdin, CITETRAIL_STANCE=reader)
    found = [json.loads(line) for line in done.out.splitlines()]
    assert done.code == 3
    assert "line 3" in done.err
    assert "line 4" in done.err
    assert [
        {k: v for k, v in row.items() if k in pair} for row, pair in zip(found, PAIRS, strict=True)
    ] == PAIRS
    assert all(row["label"] in {"SUPPORTS", "REFUTES", "NOT_ENOUGH_INFO"} for row in found)
    assert found[1]["label"] == "NOT_ENOUGH_INFO"
    read = reader == "encoder" and installed()
    assert all((row["rule"] == "none") == (not read) for row in found)
    assert all(0 <= row["probability"] <= 1 for row in found)
    assert all((row["probability"] == UNTOLD) == (not read) for row in found)


def test_numbers_overrule_whatever_reads_the_words(citetrail):
    pair = {
        "claim": "15 soldiers died in the Kabul attack.",
        "evidence": "12 soldiers died in the Kabul attack.",
    }
    outcome = citetrail(
        "compare", "-", "--nl", stdin=json.dumps({**pair, "passage": pair["evidence"]}).encode()
    )
    (said,) = [json.loads(line) for line in outcome.out.splitlines()]
    assert said["outcome"] == "clashes"
    for reader in ("encoder", "rules"):
        done = citetrail(
            "stance", "-", "--nl", stdin=json.dumps(pair).encode(), CITETRAIL_STANCE=reader
        )
        row = json.loads(done.out)
        assert (row["label"], row["rule"]) == ("REFUTES", said["rule"])


def test_another_reader_is_wrong_use(citetrail):
    done = citetrail("stance", "-", stdin=b"", CITETRAIL_STANCE="oracle")
    assert (done.code, "encoder, rules or a folder" in done.err) == (1, True)


def test_a_network_of_one_s_own_reads_where_it_is_named(citetrail, tmp_path):
    folder = tiny_network(tmp_path / "own")
    pairs = [
        {"claim": "Tea is good.", "evidence": "It is not."},
        {"claim": "Tea is good.", "evidence": "It helps."},
    ]
    stdin = "\n".join(map(json.dumps, pairs)).encode()
    done = citetrail("stance", "-", "--nl", stdin=stdin, CITETRAIL_STANCE=str(folder))
    refuted, unsure = [json.loads(line) for line in done.out.splitlines()]
    assert (refuted["label"], refuted["rule"][:4]) == ("REFUTES", "own-")
    assert refuted["probability"] > 0.95
    assert (unsure["label"], unsure["rule"][-8:]) == ("NOT_ENOUGH_INFO", "abstains")
    assert (
        citetrail("doctor", "--json", CITETRAIL_STANCE=str(folder)).json()["stance"][:4] == "own-"
    )
