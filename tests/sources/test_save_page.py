"""What Save Page Now's answers mean, and that a page is named whole when it is handed over."""

from datetime import UTC, datetime
from pathlib import Path

import pytest
import yaml

from claims.sources.save_page import (
    Answered,
    anonymous_address,
    read_anonymous,
    read_status,
    read_submission,
    status_address,
)

TABLE = yaml.safe_load(
    (Path(__file__).parents[1] / "tables/save_replies.yaml").read_text(encoding="utf-8")
)
SERVICE = "https://web.archive.org/save"
NOW = datetime(2026, 11, 24, 9, 0, tzinfo=UTC)


@pytest.mark.parametrize("row", TABLE, ids=lambda row: f"{row['of']}: {row['why']}")
def test_answers(row):
    answer = Answered(row["status"], row.get("url", SERVICE), row["body"].encode(), "timed out")
    learnt = {
        "submission": lambda: read_submission(answer),
        "status": lambda: read_status(answer, service=SERVICE, job="spn2-91f"),
        "anonymous": lambda: read_anonymous(answer, asked_at=NOW),
    }[row["of"]]()
    after = None if learnt.after is None else learnt.after.total_seconds() / 60
    assert (learnt.state.value, learnt.job, learnt.memento_url, after) == (
        row["state"],
        row.get("job"),
        row.get("memento"),
        row["after"],
    )
    assert learnt.detail or learnt.state.value == "archived"


def test_hostile_words_are_cut_and_made_sound():
    body = b'{"status": "error", "status_ext": "x", "message": "' + b"\\ud800\\n" * 500 + b'"}'
    learnt = read_submission(Answered(200, SERVICE, body))
    assert len(learnt.detail) < 300
    learnt.detail.encode()


@pytest.mark.parametrize("depth", [100_000])
def test_nested_json_is_no_answer(depth):
    assert read_submission(Answered(200, SERVICE, b"[" * depth)).state.value == "not_measured"


def test_a_page_is_named_whole():
    assert anonymous_address(SERVICE + "/", "http://a.example/x?q=1&b=ü#c") == (
        "https://web.archive.org/save/http://a.example/x?q=1&b=%C3%BC%23c"
    )
    assert status_address(SERVICE, "a b/c") == "https://web.archive.org/save/status/a%20b%2Fc"
