"""A path to the files it stands for."""

import os
from pathlib import Path

import pytest

from claims.files.walk import MAX_DEPTH, expand
from claims.model.errors import BadInput


def _tree(folder, *names):
    for name in names:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("words")


def _found(folder):
    return [path.relative_to(folder).as_posix() for path in expand(folder)]


def test_a_file_gives_itself_whatever_it_is_called(tmp_path):
    _tree(tmp_path, "a.xyz")
    assert list(expand(tmp_path / "a.xyz")) == [tmp_path / "a.xyz"]


def test_a_missing_path_gives_itself_so_that_reading_says_why(tmp_path):
    assert list(expand(tmp_path / "missing")) == [tmp_path / "missing"]


def test_readable_types_in_sorted_order(tmp_path):
    _tree(
        tmp_path,
        "b.txt",
        "a.md",
        "c/d.html",
        "c/a.HTM",
        "e.pdf",
        "f.warc.gz",
        "g.wacz",
        "h.markdown",
    )
    assert _found(tmp_path) == [
        "a.md",
        "b.txt",
        "c/a.HTM",
        "c/d.html",
        "e.pdf",
        "f.warc.gz",
        "g.wacz",
        "h.markdown",
    ]


def test_other_types_and_hidden_ones_are_passed_over(tmp_path):
    _tree(tmp_path, "a.png", "b.gz", ".hidden.txt", ".git/c.txt", "txt", "d.txt")
    assert _found(tmp_path) == ["d.txt"]


def test_an_empty_folder_gives_nothing(tmp_path):
    assert _found(tmp_path) == []


def test_links_out_of_the_folder_are_not_followed(tmp_path):
    _tree(tmp_path, "out/secret.txt", "in/a.txt")
    (tmp_path / "in" / "link").symlink_to(tmp_path / "out")
    (tmp_path / "in" / "b.txt").symlink_to(tmp_path / "out" / "secret.txt")
    assert _found(tmp_path / "in") == ["a.txt"]


def test_links_in_a_circle_end(tmp_path):
    _tree(tmp_path, "a/b/c.txt")
    (tmp_path / "a" / "b" / "up").symlink_to(tmp_path / "a")
    assert _found(tmp_path) == ["a/b/c.txt"]


def test_a_folder_named_like_a_file_is_entered(tmp_path):
    _tree(tmp_path, "a.txt/b.txt")
    assert _found(tmp_path) == ["a.txt/b.txt"]


def test_a_fifo_in_a_folder_is_named_so_that_reading_says_why(tmp_path):
    os.mkfifo(tmp_path / "a.txt")
    assert _found(tmp_path) == ["a.txt"]


def test_very_deep_folders_are_refused(tmp_path):
    deep = tmp_path
    for _ in range(MAX_DEPTH + 2):
        deep = deep / "d"
    deep.mkdir(parents=True)
    with pytest.raises(BadInput, match="folders deep"):
        list(expand(tmp_path))


def test_folder_without_rights(tmp_path, as_nobody):
    folder = tmp_path / "locked"
    folder.mkdir(mode=0)
    code = "from claims.files.walk import expand; list(expand(Path(sys.argv[1])))"
    assert "no right to list this folder" in as_nobody(code, folder)


def test_folder_below_one_without_rights(tmp_path, as_nobody):
    folder = tmp_path / "locked" / "inner"
    folder.mkdir(parents=True)
    folder.parent.chmod(0)
    code = "from claims.files.read import read_file; [read_file(p) for p in __import__('claims.files.walk', fromlist=['expand']).expand(Path(sys.argv[1]))]"
    assert "no right" in as_nobody(code, folder)


def test_folder_that_vanishes_meanwhile(tmp_path):
    _tree(tmp_path, "a/b.txt", "c/d.txt")
    walk = expand(tmp_path)
    assert next(walk) == tmp_path / "a" / "b.txt"
    (tmp_path / "c" / "d.txt").unlink()
    assert list(walk) == []


def test_current_folder_as_path(tmp_path, monkeypatch):
    _tree(tmp_path, "a.txt")
    monkeypatch.chdir(tmp_path)
    assert list(expand(Path())) == [Path("a.txt")]
