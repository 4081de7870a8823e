import re

from hypothesis import given
from hypothesis import strategies as st

from claims.model.ids import PREFIXES, canonical_json, content_id, digest, short_id

values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
    max_leaves=8,
)


@given(st.dictionaries(st.text(), values))
def test_the_order_of_keys_does_not_change_the_canonical_form(mapping):
    turned = dict(reversed(mapping.items()))
    assert canonical_json(mapping) == canonical_json(turned)


@given(st.sampled_from(sorted(PREFIXES)), st.text(alphabet=st.characters(codec="utf-8")))
def test_ids_have_a_letter_and_sixteen_digits(table, value):
    key = content_id(table, value=value)
    assert re.fullmatch(r"[a-z]-[0-9a-f]{16}", key)
    assert key == content_id(table, value=value)
    assert key.startswith(short_id(key))


def test_the_table_is_part_of_the_identity():
    digits = {content_id(table, value="same")[2:] for table in PREFIXES}
    assert len(digits) == len(PREFIXES)


def test_a_digest_of_a_text_is_that_of_its_utf8_bytes():
    assert digest("é") == digest("é".encode())
    assert digest("\ud800").startswith("sha256:"), "a lone surrogate has a digest too"
