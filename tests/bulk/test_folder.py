"""The folder of tables: whole files or none, and nothing of anybody else's is touched."""

import pytest

from claims.bulk import folder
from claims.model.errors import UserError

KEY = "0123456789abcdef"
TABLES = {"claims": b"one", "documents": b"two!"}
SIZES = {"claims": 3, "documents": 4}


@pytest.fixture
def out(tmp_path):
    folder.prepared(tmp_path / "out")
    return tmp_path / "out"


def there(out):
    return sorted(str(path.relative_to(out)) for path in out.rglob("*") if path.is_file())


def test_a_shard_is_whole_until_a_file_is_cut_or_gone(out):
    folder.write(out, KEY, TABLES)
    assert there(out) == [f"claims/{KEY}.parquet", f"documents/{KEY}.parquet"]
    assert folder.is_whole(out, KEY, SIZES)
    (out / f"claims/{KEY}.parquet").write_bytes(b"o")
    assert not folder.is_whole(out, KEY, SIZES)
    folder.remove(out, KEY)
    folder.remove(out, KEY)
    assert there(out) == []
    assert not folder.is_whole(out, KEY, SIZES)


def test_what_a_kill_left_is_swept_and_nothing_else(out):
    folder.write(out, KEY, TABLES)
    folder.write(out, "f" * 16, TABLES)
    for name in (f"claims/.{KEY}.tmp", "claims/mine.parquet", "claims/.hidden", "notes.txt"):
        (out / name).write_bytes(b"x")
    folder.sweep(out, lambda key: SIZES if key == KEY else None)
    assert there(out) == [
        "claims/.hidden", f"claims/{KEY}.parquet", "claims/mine.parquet",
        f"documents/{KEY}.parquet", "notes.txt",
    ]  # fmt: skip


def test_a_folder_of_something_else_is_refused(tmp_path):
    (tmp_path / "claims").mkdir()
    (tmp_path / "claims/mine.parquet").write_bytes(b"x")
    with pytest.raises(UserError, match="files of something else"):
        folder.prepared(tmp_path)
    (tmp_path / "file").write_bytes(b"x")
    with pytest.raises(UserError, match="takes a folder"):
        folder.prepared(tmp_path / "file")
    with pytest.raises(UserError, match="cannot be written"):
        folder.prepared(tmp_path / "file/inside")
