"""The text fragments polyfill's cases as cases about texts and offsets."""

import json
import re
from itertools import islice

from anchoring_suites import (
    POLYFILL,
    VisibleText,
    blocks_of,
    literal,
    rows,
    source,
    text_of,
)
from ported_cases import LISTED, case

from claims.anchor.fragments import TextFragment, every_shown, read_fragments, shown
from claims.export.text_fragment import surest_fragment
from claims.model.span import Span


def page_named(script):
    name = re.search(r"__html__\['([^']+)'\]", script)[1]
    return VisibleText(source(POLYFILL / "unit" / name))


def port_fragments():  # noqa: C901 - as above
    tests = blocks_of(POLYFILL / "unit/text-fragment-utils-test.js")

    @case("fragments", "gets directives from a hash")
    def _():
        found = read_fragments("#foo:~:text=bar&text=baz")
        assert [fragment.start for fragment in found] == ["bar", "baz"]

    @case("fragments", "marks simple matching text")
    def _():
        page = page_named(tests["marks simple matching text"])
        assert shown(TextFragment("trivial test of"), page.text).of(page.text) == "trivial test of"

    for name, script in tests.items():
        link = re.search(r"getFragmentDirectives\(\s*('[^']*')", script)
        if not link or "__html__" not in script or "hidden-overflow" in script:
            continue

        @case("fragments", name)
        def _(script=script, link=text_of(link[1])):  # noqa: B008 - a row of a loop, bound
            page = page_named(script)
            found = shown(read_fragments(link)[0], page.text)
            wanted = re.search(r"marksArrayToString\([^)]*\)\)\s*\.toEqual\(\s*('[^']*')", script)
            if wanted is None:
                assert found is None
                return
            # A hidden word is in the page's marks and not in what a reader sees
            words = " ".join(text_of(wanted[1]).replace(" hard ", " ").split())
            assert " ".join(found.of(page.text).split()).replace(" .", ".") == words
            parents = re.findall(r"parentElement\.id\)\s*\.toEqual\('([^']+)'\)", script)
            assert not parents or page.ids[parents[0]].contains(Span(found.start, found.start + 1))

    for name in (
        "finds multiple instances of ambiguous fragments",
        "can find ranges spanning multiple table elements",
    ):
        pairs = re.findall(
            r"parseTextFragmentDirective\(\s*('[^']*')\);[\s\S]*?toEqual\((\d+)\)", tests[name]
        )
        for directive, count in pairs:

            @case("fragments", name, text_of(directive))
            def _(name=name, directive=text_of(directive), count=int(count)):  # noqa: B008 - a row of a loop, bound
                page = page_named(tests[name])
                fragment = read_fragments(f"#:~:text={directive}")[0]
                assert len(list(islice(every_shown(fragment, page.text), count))) == count

    normal = literal(tests["can normalize text"], "const testCases = ")
    for given, plain in rows(
        re.sub(r"^(\s*)([^\s'\"]+):", r"\1'\2':", normal, flags=re.MULTILINE)
    ).items():

        @case("fragments", "can normalize text", given)
        def _(given=given, plain=plain):
            found = shown(TextFragment(plain), re.sub(r"\s+", " ", given))
            assert (found is None) == (not plain.strip())

    hidden = "Ignores zero-width/height elements with hidden overflow"
    pairs = re.findall(r"('#:~:text=[^']*')[\s\S]*?toBe\((\d)\)", tests[hidden])
    for number, (link, count) in enumerate(pairs, start=1):

        @case("fragments", hidden, number)
        def _(link=text_of(link), count=int(count)):  # noqa: B008 - a row of a loop, bound
            page = page_named(tests[hidden])
            assert (shown(read_fragments(link)[0], page.text) is not None) == bool(count)

    _port_word_bounds(tests)


def _port_word_bounds(tests):
    def bounded(row):
        found = shown(TextFragment(row["substring"]), row["data"])
        return found is not None

    plain = "can detect if a substring is word-bounded without a segmenter"
    for which, expected in (("trueCases", True), ("falseCases", False)):
        for row in rows(literal(tests[plain], f"const {which} = ")):

            @case("fragments", plain, f"{row['substring']} in {row['data']}")
            def _(row=row, expected=expected):
                assert bounded(row) == expected

    cut = "can detect if a substring is word-bounded with a segmenter"
    for group in rows(literal(tests[cut], "const testCases = ")):
        for which, expected in (("matches", True), ("nonmatches", False)):
            for row in group[which]:

                @case("fragments", cut, f"{row['substring']} in {row['data']}")
                def _(row=row, expected=expected):
                    assert bounded(row) == expected


def port_generation():
    tests = blocks_of(POLYFILL / "unit/fragment-generation-utils-test.js")
    for row in LISTED["generated"]:
        name = row["test"]
        script = next(script for test, script in tests.items() if " ".join(test.split()) == name)

        @case("fragment generation", name, row.get("row", ""))
        def _(row=row, script=script):
            page = page_named(script)
            assert row["page"] in script
            span = page.ids[row["id"]] if "id" in row else _words(page.text, row)
            span = span.trim(page.text)
            fragment = surest_fragment(page.text, span)
            assert shown(read_fragments(fragment)[0], page.text) == span.trim(page.text)

    data = json.loads(source(POLYFILL / "data-driven/input/test-params/basic_test.json"))

    @case("fragment generation", "data-driven", data["htmlFileName"])
    def _():
        markup = source(POLYFILL / "data-driven/input/html" / data["htmlFileName"])
        page = VisibleText(markup.replace("<!DOCTYPE html>", ""))
        start = page.text.index(data["selectedText"])
        fragment = surest_fragment(page.text, Span(start, start + len(data["selectedText"])))
        assert shown(read_fragments(fragment)[0], page.text).of(page.text) == data["highlightText"]


def _words(text, row):
    if row.get("whole"):
        return Span(0, len(text))
    start = -1
    for _ in range(row.get("nth", 1)):
        start = text.index(row["words"], start + 1)
    end = (
        text.index(row["to"], start) + len(row["to"]) if "to" in row else start + len(row["words"])
    )
    return Span(start, end)
