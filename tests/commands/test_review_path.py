"""Review through the command line alone: acts of each sort, two people, a spreadsheet."""

import csv

import pytest

ARTICLE = "The count\n\nMore than 15,000 Soviet soldiers died in Afghanistan.\n"


@pytest.fixture
def claim(citetrail, tmp_path):
    (tmp_path / "article.txt").write_text(ARTICLE, encoding="utf-8")
    citetrail("add", "article.txt", "--published", "2021-08-31")
    return citetrail("extract", "--json").json()[0]["id"]


def test_acts_of_review_one_after_another(citetrail, claim):
    def done(*arguments):
        result = citetrail(*arguments)
        assert result.code == 0, result.err
        return result

    done("decide", claim, "--assign", "bob", "--as", "ada")
    done("decide", claim, "--flag", "legal", "--reason", "Is it libel?", "--as", "bob")
    assert [c["id"] for c in done("claims", "--flag", "legal", "--json").json()] == [claim]
    refused = citetrail("decide", claim, "--comment", "Hm.", "--as", "ada", "--seen", "1")
    assert (refused.code, "bob changed this claim" in refused.err) == (1, True)
    done("decide", claim, "--unflag", "legal", "--reason", "No.", "--as", "bob")
    judged = ("--verdict", "mostly false", "--summary", "Fewer.", "--true", "Many died.")
    done("decide", claim, "--status", "second_reader", *judged, "--as", "bob")
    same = citetrail("decide", claim, "--status", "ready", "--as", "bob")
    assert (same.code, "another person" in same.err) == (1, True)
    done("decide", claim, "--status", "ready", "--as", "ada")
    done("decide", claim, "--undo", "--as", "ada")
    done("edit", claim, "--claimant", "The staff", "--reason", "Named below.", "--as", "ada")
    shown = done("show", claim, "--json").json()
    assert (shown["status"], shown["verdict"]) == ("second_reader", "Mostly false")
    told = {one["field"]: (one["origin"], one["actor"]) for one in shown["provenance"]}
    assert told["claimant"] == ("reviewer", "ada")
    assert told["what_is_true"] == ("reviewer", "bob")
    assert told["claim_text"][0] == "machine"
    assert {one["gate"]: one["met"] for one in shown["gates"]}["GATE007"] is False
    assert done("verify", "--json").json()["review events"] == 7
    both = citetrail("decide", claim, "--undo", "--status", "new")
    assert (both.code, "act of its own" in both.err) == (2, True)


def test_a_table_goes_out_and_comes_back(citetrail, tmp_path, claim):
    assert citetrail("export", "csv", "--out", "desk").code == 0
    path = tmp_path / "desk/claims.csv"
    with path.open(encoding="utf-8-sig", newline="") as file:
        (row,) = csv.DictReader(file)
    row |= {"status": "shortlisted", "reason": "Much shared.", "limits": "'=HYPERLINK(1)"}
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, row, delimiter=";")
        writer.writeheader()
        writer.writerow(row)
    dry = citetrail("import", "desk/claims.csv", "--as", "ada", "--dry-run", "--json")
    assert {one["field"]: one["after"] for one in dry.json()} == {
        "status": "shortlisted", "reason": "Much shared.", "limits": "=HYPERLINK(1)"
    }  # fmt: skip
    assert citetrail("claims", "--json").json()[0]["last_seq"] == 0
    done = citetrail("import", "desk/claims.csv", "--as", "ada", "--json")
    assert (done.code, done.json()) == (0, dry.json())
    shown = citetrail("show", claim, "--json").json()
    assert (shown["status"], shown["events"][0]["action"]) == ("shortlisted", "import")
    again = citetrail("import", "desk/claims.csv", "--as", "ada")
    assert (again.code, "export it again" in again.err) == (1, True)
