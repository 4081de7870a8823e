from builders import NOW

from claims.steps.ingest import Intake, Overrides, ingest
from db import rows

TEXT = "A headline\n\nThe bridge cost 5 million dollars in 2019. It opened in May.\n"


def take(edges, *inputs, **options):
    intake = Intake([], [])
    list(ingest(edges, [str(i) for i in inputs], intake=intake, **options))
    return intake


def document(edges, intake):
    return rows.get(edges.database, "documents", intake.documents[0])


def test_a_text_file_is_stored_character_for_character(edges, tmp_path):
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    stored = document(edges, take(edges, tmp_path / "a.txt"))
    assert stored["text"] == TEXT
    assert (stored["added_at"], stored["role"]) == (NOW, "article")


def test_windows_line_ends_become_line_feeds_and_the_mark_goes(edges, tmp_path):
    (tmp_path / "a.txt").write_bytes(b"\xef\xbb\xbf" + TEXT.replace("\n", "\r\n").encode())
    stored = document(edges, take(edges, tmp_path / "a.txt"))
    assert (stored["text"], stored["charset_from"]) == (TEXT, "bom")


def test_what_the_user_says_wins_and_is_marked(edges, tmp_path):
    (tmp_path / "a.txt").write_text(TEXT)
    said = Overrides(
        published="2021-08-31", url="https://e.example/a", title="T", author="A", publisher="P"
    )
    stored = document(edges, take(edges, tmp_path / "a.txt", overrides=said))
    for name in ("published", "title", "author", "publisher"):
        assert (stored[name], stored[f"{name}_from"]) == (getattr(said, name), "option")
    assert stored["url"] == "https://e.example/a"


def test_saying_more_later_updates_the_same_document(edges, tmp_path):
    (tmp_path / "a.txt").write_text(TEXT)
    first = take(edges, tmp_path / "a.txt")
    later = take(edges, tmp_path / "a.txt", overrides=Overrides(published="2020-01-01"))
    assert later.documents == first.documents
    assert document(edges, later)["published"] == "2020-01-01"
    assert rows.count(edges.database, "documents") == 1


def test_the_same_text_under_two_names_is_one_document(edges, tmp_path):
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text(TEXT)
    assert len(set(take(edges, tmp_path).documents)) == 1


def test_one_bad_file_does_not_stop_the_others(edges, tmp_path):
    (tmp_path / "a.txt").write_text(TEXT)
    (tmp_path / "b.txt").write_bytes(b"\0\1\2" * 50)
    (tmp_path / "c.html").write_text("<script>1</script>")
    intake = take(edges, tmp_path, tmp_path / "missing.txt")
    assert len(intake.documents) == 1
    assert len(intake.failures) == 3
    assert all(f.why and "\n" not in f.why for f in intake.failures)
