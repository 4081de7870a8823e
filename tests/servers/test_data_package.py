"""The data of a site of files, validated by frictionless: schemas, types, keys, references and digests."""

import json
import subprocess

import pytest
from public_desk import FACTS, ordinary_desk, published
from starting import peer

from claims.site.data_files import data_files


@pytest.fixture
def package(tmp_path):
    desk, _ = ordinary_desk(tmp_path / "work.db")
    published(desk.database, tmp_path / "public.db", {**FACTS, "address": "https://checks.example"})
    desk.database.close()
    for name, body in data_files(tmp_path / "public.db"):
        (tmp_path / name).write_bytes(body)
    return tmp_path


def validated(folder):
    command = [peer("frictionless", "frictionless"), "validate", "datapackage.json", "--json"]
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
    return json.loads(done.stdout)


def test_the_data_package_is_valid(package, figure):
    report = validated(package)
    assert report["valid"], report
    stats = report["stats"]
    figure(f"frictionless: valid, {stats['tasks']} tables, {stats['errors']} errors")


def test_frictionless_would_notice(package):
    """A reference to a claim that is not there, and bytes that are not those of the digest."""
    file = package / "citations.csv"
    file.write_bytes(file.read_bytes().replace(b"c-", b"x-"))
    report = validated(package)
    assert not report["valid"]
