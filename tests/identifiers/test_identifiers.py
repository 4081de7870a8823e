"""What people paste to one form, kind by kind."""

from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from claims.identifiers.identifier import HANDLERS, Scheme, identifier
from claims.model.errors import BadInput

TABLE = yaml.safe_load(
    (Path(__file__).resolve().parents[1] / "tables/identifiers.yaml").read_text(encoding="utf-8")
)
ROWS = [(Scheme(kind), *row) for kind, listed in TABLE.items() for row in listed]
FORMS = [(scheme, wanted) for scheme, _, wanted, _ in ROWS if wanted]


@pytest.mark.parametrize(("scheme", "written", "wanted", "why"), ROWS)
def test_what_is_pasted_comes_to_one_form(scheme, written, wanted, why):
    handler = HANDLERS[scheme]
    assert handler.standard(written) == wanted, why
    assert (handler.inspect(written) is None) == (wanted is not None), why


@pytest.mark.parametrize(("scheme", "value"), FORMS)
def test_the_one_form_stays_as_it_is_and_its_address_leads_back(scheme, value):
    made = identifier(scheme, value)
    assert made.value == value
    if made.address:
        assert HANDLERS[scheme].standard(made.address) == value


def test_there_are_many_cases():
    assert len(ROWS) >= 150


def test_what_is_wrong_is_said():
    with pytest.raises(BadInput, match="its check digit is 3 and should be 2"):
        identifier(Scheme.ISBN, "0306406153")
    with pytest.raises(BadInput, match="short DOI"):
        identifier(Scheme.DOI, "https://doi.org/abcd1")
    assert identifier(Scheme.ARXIV, "2101.00001v2").doi == "10.48550/arxiv.2101.00001"
    assert identifier(Scheme.PMID, "1").doi is None


@given(st.text(max_size=80), st.sampled_from(list(Scheme)))
def test_whatever_is_given_is_either_brought_to_a_form_or_explained(written, scheme):
    handler = HANDLERS[scheme]
    value = handler.standard(written)
    assert (value is None) == (handler.inspect(written) is not None)
    if value:
        assert handler.standard(value) == value
