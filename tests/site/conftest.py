"""Sites for the tests of this folder: an ordinary one, a demonstration, one full of attacks."""

import pytest
from public_desk import ordinary_desk
from public_site import hostile_site, site_of


@pytest.fixture(scope="session")
def site(tmp_path_factory):
    folder = tmp_path_factory.mktemp("site")
    desk, ids = ordinary_desk(folder / "work.db")
    return site_of(desk, ids, folder, desk="Example Desk", contact="corrections@desk.example")


@pytest.fixture(scope="session")
def demonstration(tmp_path_factory):
    folder = tmp_path_factory.mktemp("demonstration")
    desk, ids = ordinary_desk(folder / "work.db")
    desk.event(ids["budget"], "corrected", action="demonstrate", summary="Shown by a program.")
    return site_of(desk, ids, folder)


@pytest.fixture(scope="session")
def hostile(tmp_path_factory):
    return hostile_site(tmp_path_factory.mktemp("hostile"))
