"""1,000 hostile strings: markup, event handlers, links, templates, directions, escapes, formulas."""

import random

COUNT = 1000
PIECES = (
    *(
        "<script>alert(1)</script>",
        "</script>",
        "<img src=x onerror=alert(1)>",
        "<svg/onload=alert(1)>",
    ),
    *(
        "' onmouseover='alert(1)",
        '" autofocus onfocus="alert(1)',
        "<!--",
        "-->",
        "]]>",
        "<![CDATA[",
    ),
    *("javascript:alert(1)", "JaVaScRiPt:alert(1)", "data:text/html,<script>alert(1)</script>"),
    *(
        "vbscript:x",
        "\u202eevil\u202c",
        "\u2066iso",
        "\u200f",
        "\u061c",
        "\x1b[31mred\x1b[0m",
        "\x9b2J",
    ),
    *(
        "שלום",
        "مرحبا",
        "Z̴̡̛̥a̷͎͑l̶̰̾g̸͖̈o̵͙͂",
        "\u0000".replace("\u0000", "\u2400"),
        "=1+1",
        "+SUM(A1)",
        "-2",
        "@cmd",
    ),
    *(
        "{{7*7}}",
        "{% raw %}",
        "${7*7}",
        "#{7*7}",
        "%0d%0aSet-Cookie: a=b",
        "../../etc/passwd",
        "\ufeff",
    ),
    *(
        "</title><script>alert(1)</script>",
        "</textarea>",
        "&lt;b&gt;",
        "&#0;",
        "\u2028",
        "\\u003cscript",
        "'--",
    ),
    *(
        "https://x.example/\"onclick='alert(1)",
        "//evil.example",
        "https://a@b",
        "https://[",
        "😈" * 9,
    ),
)


def attack(number):
    chance = random.Random(number)
    return "".join(chance.choices(PIECES, k=chance.randint(1, 4))) + f" n{number}"
