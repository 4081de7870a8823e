"""CSS selectors and colours as browsers read them, for what pages hide with."""

import pytest
from lxml.html import document_fromstring

from claims.text.hidden.colours import WHITE, Colour, colour
from claims.text.hidden.declarations import font_pixels, number, pixels
from claims.text.hidden.selectors import around_fits, fits, selector

PAGE = document_fromstring(
    "<html><body><div id=d class='a b' lang=en-GB data-k='x y'><!-- c --><p id=p1>1</p><p id=p2 class=c>2</p>"
    "<p id=p3>3</p><ul><li id=l>x</li></ul></div></body></html>"
)


@pytest.mark.parametrize(
    ("written", "ids"),
    [
        ("*#d", "d"), ("div.a.b", "d"), ("[lang|=en]", "d"), ("[data-k~=y]", "d"), ("[data-k$='y']", "d"),
        ("[data-k*=' ']", "d"), ("[data-k=x]", ""), ("[data-k^='']", ""), ("[data-k='x y' i]", "d"),
        ("p:first-child", "p1"), ("p:nth-child(odd)", "p1 p3"), ("p:nth-child(even)", "p2"),
        ("p:nth-child(n+2)", "p2 p3"), ("p:nth-child(-n+2)", "p1 p2"), ("p:nth-child(3)", "p3"),
        ("p:nth-last-child(2)", "p3"), ("li:last-child", "l"), ("p + p", "p2 p3"), ("#p1 ~ p", "p2 p3"),
        ("div > p.c", "p2"), ("body > p", ""), ("body p.c + p", "p3"), ("p:not(.c):not(#p1)", "p3"),
        (":is(.c, #p3)", "p2 p3"), (":where(li)", "l"), (":root #l", "l"), (":root > #l", ""), ("div:any-link", "d"),
        ("p:hover", ""), ("p::before", ""), ("p:nth-child(x)", ""), ("p:not(a b)", ""), ("p >", ""), ("> p", ""),
        ("p..c", ""), ("p#", ""), ("", ""), ("a" * 600, ""), ("a " * 20, ""), ("p:not(", ""), ("[", ""),
    ],
)  # fmt: skip
def test_selectors(written, ids):
    found = selector(written)
    meant = [
        one.get("id")
        for one in PAGE.xpath("//*[@id]")
        if found and fits(found.subject, one) and around_fits(found, one)
    ]
    assert meant == ids.split()


@pytest.mark.parametrize(
    ("written", "seen"),
    [
        ("#FFF", WHITE), ("#ffffff00", Colour(255, 255, 255, 0.0)), ("rgb(100% 100% 100% / 50%)", Colour(255, 255, 255, 0.5)),
        ("rgb(300,-5,0)", Colour(255, 0, 0)), ("hsl(0deg, 100%, 50%)", Colour(255, 0, 0)), ("hsla(120,100%,50%,0)", Colour(0, 255, 0, 0.0)),
        ("rgb(1,2)", None), ("rgb(a,b,c)", None), ("#ffff0", None), ("oklch(1 0 0)", None), ("", None), ("inherit", None),
    ],
)  # fmt: skip
def test_colours(written, seen):
    assert colour(written) == seen


def test_lengths():
    assert [pixels(one) for one in ("1in", "10q", "5vw", "1foo", "px", None)] == [
        96.0,
        9.45,
        64.0,
        None,
        None,
        None,
    ]
    assert [font_pixels(one, None) for one in ("0%", "1em", "inherit", "larger", "1rem")] == [
        0.0,
        None,
        None,
        None,
        16.0,
    ]
    assert [number(one) for one in ("-1", ".5e1", "1px")] == [-1.0, 5.0, None]
