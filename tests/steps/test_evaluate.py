"""Gold files to figures: what lies beside them, what is refused, what stands behind the figures."""

import json
from types import SimpleNamespace

import pytest

from claims.extract.engine import extract
from claims.model.errors import BadInput
from claims.steps.engine import engine, predictions
from claims.steps.evaluate import Outcome, evaluate
from claims.steps.gold_files import read_article, read_sentences

TEXT = "More than 90 men died on Monday. Is that so? The bank closed in 1990.\n"
DIED = {"start": 0, "end": 31, "level": 3, "core": TEXT[:31], "kind": "quantity", "speaker": None,
        "dates": ["2020-03-02"], "quantities": [{"value": 90, "comparator": ">"}],
        "standalone": "More than 90 men died on Monday."}  # fmt: skip
ASKED = {"start": 33, "end": 44, "level": 2, "core": TEXT[33:44]}


def lines(path, *rows):
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    return path


@pytest.fixture
def gold(tmp_path):
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    return lines(tmp_path / "a.gold.jsonl", DIED, ASKED)


def run(*paths, published=None):
    outcome = Outcome()
    ticks = list(evaluate(paths, published=published, into=outcome))
    assert ticks[-1].done == ticks[-1].total
    return outcome


def test_what_was_missed_and_what_was_wrong(gold):
    outcome = run(gold, published="2020-03-04")
    assert (outcome.figures["gold"], outcome.figures["dates"]) == (2, 1.0)
    assert outcome.missed == [
        {"article": "a", "start": 33, "end": 44, "level": 2, "core": "Is that so?"}
    ]
    assert [row["exact"] for row in outcome.false] == ["The bank closed in 1990"]


def test_the_meta_file_gives_the_date(gold, tmp_path):
    (tmp_path / "a.meta.json").write_text('{"date": "2020-03-04", "url": "x"}')
    assert run(gold, published="1999-01-01").figures["dates"] == 1.0
    assert read_article(gold, published="1999-01-01").published == "2020-03-04"


@pytest.mark.parametrize("name", ["a.gold.jsonl", "gold.jsonl"])
def test_passages_that_are_no_claims_are_picked_up(gold, tmp_path, name):
    assert run(gold).figures["on_not_claims"] is None
    beside = {"a.gold.jsonl": "a.not.jsonl", "gold.jsonl": "not_claims.jsonl"}[name]
    (tmp_path / "article.txt").write_text(TEXT)
    path = lines(tmp_path / name, DIED)
    lines(tmp_path / beside, {"start": 45, "end": 68, "text": TEXT[45:68]})
    assert run(path).figures["on_not_claims"] == 1.0
    (tmp_path / beside).write_text("")
    assert run(path).figures["on_not_claims"] is None, "an empty list is no mistake"


@pytest.mark.parametrize(
    "wrong",
    [
        {"level": "3"}, {"kind": 3}, {"speaker": []}, {"dates": "2020"}, {"dates": [1]},
        {"quantities": {"value": 1}}, {"quantities": ["90"]}, {"quantities": [{"comparator": []}]},
        {"standalone": 1},
    ],
    ids=str,
)  # fmt: skip
def test_rows_of_another_shape_are_named(gold, wrong):
    lines(gold, DIED, DIED | wrong)
    with pytest.raises(BadInput, match=r"a\.gold\.jsonl: row 2"):
        run(gold)


def test_a_file_of_another_name_is_refused(tmp_path):
    with pytest.raises(BadInput, match=r"NAME\.gold\.jsonl"):
        run(lines(tmp_path / "claims.jsonl", DIED))


@pytest.mark.parametrize(
    ("header", "score"),
    [
        ("text\tcheckworthy\n{0}\t{1}", "check_worthiness"),
        ("speech\tsentence\tfactual_claim\nX\t{0}\t{1}", "factual"),
    ],
)
def test_sentences_are_scored_as_the_pipe_scores_them(tmp_path, header, score):
    head, row = header.split("\n")
    rows = [('"More than 90 ""men"" died in the war."', 1), ("Is that so?", 0), ("Thank you.", 1)]
    path = tmp_path / "a.tsv"
    path.write_text("\n".join([head, *(row.format(*r) for r in rows)]) + "\n")
    assert [s.score for s in read_sentences(path)] == [score] * 3
    assert read_sentences(path)[0].text == 'More than 90 "men" died in the war.'
    outcome = run(path)
    assert (outcome.figures["sentences"], outcome.figures["positives"]) == (3, 2)
    assert outcome.figures["f1"] == pytest.approx(2 / 3, abs=1e-4)
    assert [b["sentences"] for b in outcome.reliability].count(0) >= 7
    assert [row["text"] for row in outcome.missed] == ["Thank you."]
    assert outcome.false == []


@pytest.mark.parametrize(
    ("table", "why"),
    [
        ("text\tlabel\na\t1\n", "no row under a header"),
        ("text\tcheckworthy\n", "no row under a header"),
        ("text\tcheckworthy\na\t1\nb\tyes\n", "row 2 lacks"),
        ("text\tcheckworthy\na\n", "row 1 lacks"),
        ("text\tcheckworthy\n\t1\n", "row 1 lacks"),
        ("text\tcheckworthy\n" + "x" * 200_000 + "\t1\n", "no table"),
    ],
)
def test_tables_that_cannot_be_read_are_named(tmp_path, table, why):
    (tmp_path / "a.tsv").write_text(table)
    with pytest.raises(BadInput, match=why):
        run(tmp_path / "a.tsv")


def test_different_questions_are_never_pooled(gold, tmp_path):
    (tmp_path / "a.tsv").write_text("text\tcheckworthy\nMen died.\t1\n")
    (tmp_path / "b.tsv").write_text("sentence\tfactual_claim\nMen died.\t1\n")
    with pytest.raises(BadInput, match="apart"):
        run(tmp_path / "a.tsv", tmp_path / "b.tsv")
    with pytest.raises(BadInput, match="apart"):
        run(gold, tmp_path / "a.tsv")


def test_the_product_extracts_with_its_engine_and_another_can_be_handed_in():
    item = SimpleNamespace(text=TEXT, published="2020-03-04")
    assert [row["exact"] for row in predictions(item)] == [TEXT[:31], "The bank closed in 1990"]

    def first(text, **given):
        assert given == {"document": "d-0", "published": "2020-03-04", "run": "r-0"}
        return extract(text[:32], **given)

    assert [row["exact"] for row in predictions(item, first)] == [TEXT[:31]]
    assert engine().score("More than 90 men died.")[0] > 0.5
