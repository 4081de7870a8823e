"""What of csl-data.json 1.0 (the schema of CSL-JSON) we hold our items to: every field by name and type."""

TYPES = set(
    "article article-journal article-magazine article-newspaper bill book broadcast chapter classic collection"
    " dataset document entry entry-dictionary entry-encyclopedia event figure graphic hearing interview"
    " legal_case legislation manuscript map motion_picture musical_score pamphlet paper-conference patent"
    " performance periodical personal_communication post post-weblog regulation report review review-book"
    " software song speech standard thesis treaty webpage".split()
)
NAMES = {"author", "editor", "translator"}
DATES = {"issued", "accessed"}
TEXTS = set(
    "title container-title container-title-short publisher publisher-place volume issue page number edition"
    " DOI ISBN ISSN PMID PMCID URL language genre status version".split()
)
PARTS = {"family", "given", "dropping-particle", "non-dropping-particle", "suffix", "literal"}


def problems(item):
    """What of an item the schema would refuse."""
    found = []
    if item.get("type") not in TYPES or not item.get("id"):
        found.append("id and type")
    for name, value in item.items():
        if name in NAMES:
            found += [name for one in value if not one or not set(one) <= PARTS]
            found += [
                name for one in value if not all(isinstance(v, str) and v for v in one.values())
            ]
        elif name in DATES:
            found += [] if _is_date(value) else [name]
        elif name in TEXTS:
            found += [] if isinstance(value, str) and value else [name]
        elif name == "custom":
            found += [] if isinstance(value, dict) else [name]
        elif name not in {"id", "type"}:
            found.append(f"unknown {name}")
    return found


def _is_date(value):
    if not set(value) <= {"date-parts", "season", "circa", "literal", "raw"}:
        return False
    parts = value.get("date-parts")
    if parts is None:
        return bool(value.get("literal"))
    sized = all(1 <= len(one) <= 3 and all(type(n) is int for n in one) for one in parts)
    return 1 <= len(parts) <= 2 and sized
