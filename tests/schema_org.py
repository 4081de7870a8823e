"""A small JSON-LD expansion (https://www.w3.org/TR/json-ld11-api/#expansion-algorithms) over our subset.

Terms become IRIs; a term, type or value that the vocabulary does not have at that place is an error,
where a real processor would drop it without a word.
"""

import re
from pathlib import Path

import yaml

VOCABULARY = yaml.safe_load(
    (Path(__file__).resolve().parent / "tables/schema_org.yaml").read_text(encoding="utf-8")
)
TYPES, PROPERTIES = VOCABULARY["types"], VOCABULARY["properties"]
BASE = "https://schema.org/"
DATE = re.compile(r"\d{4}(-\d\d(-\d\d)?)?")
TIME = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(Z|[+-]\d\d:\d\d)")


def kinds(kind):
    """A type and all that it is a kind of."""
    return {kind, *(above for parent in TYPES[kind] for above in kinds(parent))}


def expanded(node):
    """The expanded form of a document with `@context` schema.org."""
    assert node["@context"] in {"https://schema.org", "https://schema.org/", "http://schema.org"}
    return [_node({k: v for k, v in node.items() if k != "@context"})]


def _node(node):
    kind = node["@type"]
    above = kinds(kind)
    found = {"@type": [BASE + kind]}
    for term, value in node.items():
        if term == "@type":
            continue
        rule = PROPERTIES[term]
        assert above & set(rule["of"]), f"{term} is no property of {kind}"
        values = value if isinstance(value, list) else [value]
        assert values, f"{term} is empty"
        found[BASE + term] = [_value(one, term, rule["is"]) for one in values]
    return found


def _value(value, term, ranges):
    if isinstance(value, dict):
        assert kinds(value["@type"]) & set(ranges), f"{term} takes no {value['@type']}"
        return _node(value)
    if isinstance(value, str):
        assert value.strip(), f"{term} is empty"
        if "URL" in ranges and "Text" not in ranges:
            assert re.match(r"https?://[^\s/]+", value), f"{term} is no address: {value}"
            return {"@id": value}
        if "Date" in ranges:
            assert DATE.fullmatch(value) or TIME.fullmatch(value), f"{term} is no date: {value}"
            return {
                "@type": BASE + ("Date" if DATE.fullmatch(value) else "DateTime"),
                "@value": value,
            }
        assert "Text" in ranges, f"{term} takes no text"
        return {"@value": value}
    assert isinstance(value, int | float), f"{term} is {value!r}"
    assert "Number" in ranges, f"{term} takes no number"
    return {"@value": value}
