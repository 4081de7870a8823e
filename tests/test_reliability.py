"""The reliability benchmark: a table of sentences in, figures and a diagram out."""

import subprocess
import sys
from pathlib import Path
from xml.etree import ElementTree as ET

CHECKOUT = Path(__file__).resolve().parents[1]
PAGE = CHECKOUT / "docs/method.md"
DIAGRAM = CHECKOUT / "docs/reliability.svg"

TABLE = "text\tcheckworthy\nMore than 40 men died in 1989.\t1\nThank you all very much.\t0\n"


def test_it_prints_figures_and_writes_nothing_when_asked(tmp_path):
    before = (PAGE.read_bytes(), DIAGRAM.read_bytes())
    (tmp_path / "t.tsv").write_text(TABLE, encoding="utf-8")
    script = str(CHECKOUT / "benchmarks/reliability.py")
    done = subprocess.run(
        [sys.executable, script, "t.tsv", "--engine", "rules", "--print"],
        cwd=tmp_path, capture_output=True, text=True, check=True, timeout=60,
    )  # fmt: skip
    assert "2 sentences, 1 worth checking. F1 1.0 at 0.5, average precision 1.0" in done.stdout
    assert "`python3 benchmarks/reliability.py t.tsv --engine rules`" in done.stdout
    assert (PAGE.read_bytes(), DIAGRAM.read_bytes()) == before


def test_the_diagram_shows_the_sentences_of_the_page():
    """Both are written by one run, so neither is of another."""
    drawn = ET.parse(DIAGRAM).getroot()
    space = "{http://www.w3.org/2000/svg}"
    table = PAGE.read_text(encoding="utf-8").partition("| score | sentences |")[2]
    rows = [line.split("|") for line in table.splitlines()[2:] if line.startswith("|")]
    counts = [row[2].strip() for row in rows[:10] if row[2].strip() != "0"]
    assert [t.text for t in drawn.iter(f"{space}text")][12:-2] == counts
