"""Who reads pairs: as the settings ask, and numbers alone where there are no weights."""

import pytest

from claims.encoder.stance_encoder import installed
from claims.model.errors import BadSetting
from claims.model.settings import Settings
from claims.steps.stance import READERS, reader_of


def test_the_default_reads_with_the_weights_where_they_are():
    reader = reader_of(Settings().stance)
    assert (reader is not None) == installed()


def test_the_rules_read_nothing():
    assert reader_of("rules") is None


def test_another_name_is_a_mistake_in_the_settings():
    with pytest.raises(BadSetting, match="encoder, rules or a folder"):
        reader_of("oracle")
    assert Settings().stance in READERS
