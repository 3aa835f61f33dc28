"""For everybody: screen readers, keyboards, phones, paper."""

import re

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect
from test_reading import compare, page_of

PLACES = {
    "front": lambda open_page, **how: open_page(**how),
    "host": lambda open_page, **how: open_page("pages/secondreel.example/", **how),
    "review": lambda open_page, **how: page_of(open_page(**how)),
    "right to left": lambda open_page, **how: page_of(open_page(**how), "המגדלור האחרון", "bama.example"),
    "many versions": lambda open_page, **how: page_of(open_page(**how), "The running file"),
    "compare": compare,
    "search": lambda open_page, **how: open_page("search/?q=film", **how),
    "no result": lambda open_page, **how: open_page("search/?q=xylophonist", **how),
}


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("place", PLACES)
def test_axe_finds_nothing(open_page, place, scheme):
    page = PLACES[place](open_page, scheme=scheme)
    found = Axe().run(
        page, options={"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}
    )
    told = [
        f"{violation['id']}: {node['html'][:200]} {node.get('failureSummary', '')}"
        for violation in found.response["violations"]
        for node in violation["nodes"][:3]
    ]
    assert told == []


@pytest.mark.parametrize("width", [360, 900, 1600])
@pytest.mark.parametrize("place", PLACES)
def test_nothing_hangs_over_the_edge(open_page, place, width):
    page = PLACES[place](open_page, width=width)
    assert page.evaluate("document.documentElement.scrollWidth") <= width


@pytest.mark.parametrize("place", PLACES)
def test_targets_are_large_enough_for_a_thumb(open_page, place):
    page = PLACES[place](open_page, width=360)
    small = page.evaluate(
        """() => [...document.querySelectorAll('button, input, select, summary, nav a')]
          .filter(node => node.checkVisibility())
          .map(node => [node.outerHTML.slice(0, 120), node.getBoundingClientRect()])
          .filter(([, box]) => box.height < 24 && box.height > 0).map(([html]) => html)"""
    )
    assert small == []


def test_the_first_tab_skips_to_the_content(open_page):
    page = open_page()
    page.keyboard.press("Tab")
    expect(page.locator(":focus")).to_have_text(re.compile("skip", re.I))
    page.keyboard.press("Enter")
    assert page.evaluate("location.hash") == "#main"


def test_what_has_the_focus_shows_it(open_page):
    page = open_page()
    for _ in range(6):
        page.keyboard.press("Tab")
        shown = page.evaluate(
            """() => { const style = getComputedStyle(document.activeElement);
              return style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 1 || style.boxShadow !== 'none' }"""
        )
        assert shown, page.evaluate("document.activeElement.outerHTML")[:200]


def test_a_review_prints_without_the_room(open_page):
    page = page_of(open_page(media="print"))
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    expect(page.get_by_role("searchbox").first).to_be_hidden()


def test_dark_is_dark(open_page):
    def brightness(scheme):
        colour = open_page(scheme=scheme).evaluate("getComputedStyle(document.body).backgroundColor")
        return sum(map(int, re.findall(r"\d+", colour)[:3]))

    assert brightness("dark") < 200 < 500 < brightness("light")


def test_an_address_that_is_none_says_so(open_page):
    page = open_page("pages/nowhere.example/", width=360)
    page.watch.complaints = [c for c in page.watch.complaints if "404" not in c]
    assert page.answer.status == 404
    expect(page.get_by_role("heading", level=1)).to_be_visible()
