"""Databases of other versions through the command line: refused in one line, and left as they are."""

import pytest
from old_databases import STEPS, filled

from db.connection import NotOursError, open_readonly


def test_a_database_of_a_newer_version_is_left_alone_to_the_byte(tmp_path, citetrail):
    path = tmp_path / "newer.db"
    database = filled(path, None)
    database.execute("INSERT INTO _sqlite_migrations (migration_set, name, applied_at)"
                     " VALUES ('citetrail', 'm999_later', '2030-01-01')")  # fmt: skip
    database.conn.commit()
    database.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    database.close()
    held = path.read_bytes()
    for command in (("claims",), ("check",), ("publish",), ("verify",), ("doctor",)):
        done = citetrail("--db", path, *command)
        assert (done.code, done.out, done.err.count("\n")) == (1, "", 1), command
        assert "a newer version of Citetrail made it" in done.err
    assert path.read_bytes() == held
    with pytest.raises(NotOursError, match="newer"):
        open_readonly(path)


@pytest.mark.parametrize("stop", [STEPS[4], STEPS[-1]])
def test_an_old_database_that_may_only_be_read_is_refused(tmp_path, stop):
    path = tmp_path / "old.db"
    filled(path, stop).close()
    held = path.read_bytes()
    with pytest.raises(NotOursError, match="made by an older version and may not be written"):
        open_readonly(path)
    assert path.read_bytes() == held
