"""Open, read, search, compare: what people come for."""

import re

from playwright.sync_api import expect

LAMP = "The Lamp Room: a winter with nobody in it"


def page_of(page, title=LAMP, host="secondreel.example"):
    """Goes from the front page to a review, as a reader would."""
    page.get_by_role("link", name=re.compile(re.escape(host))).first.click()
    page.get_by_role("link", name=re.compile(re.escape(title))).first.click()
    page.wait_for_url(re.compile("~"), wait_until="load")
    return page


def test_the_front_page_leads_to_every_site(open_page):
    page = open_page()
    for host in ("secondreel.example", "bama.example", "ginmaku.example", "hostile.example"):
        expect(page.get_by_role("link", name=re.compile(re.escape(host))).first).to_be_visible()


def test_a_review_is_found_and_read(open_page):
    page = page_of(open_page())
    expect(page.get_by_role("heading", level=1)).to_contain_text(LAMP)
    expect(page.get_by_text("A man climbs a spiral stair")).to_be_visible()
    expect(page.get_by_text("Reel Desk").first).to_be_visible()


def test_an_old_version_shows_what_stood_there(open_page):
    page = page_of(open_page())
    page.locator("a[href$='/1/'], a[href='1/'], a[href='./1/']").first.click()
    expect(page.get_by_text("There is a shot in The Lamp Room that lasts eleven minutes")).to_be_visible()
    expect(page.get_by_text("Ingrid Sallow").first).to_be_visible()


def test_a_search_finds_words_and_marks_them(open_page):
    page = open_page()
    box = page.get_by_role("searchbox").first
    box.fill("spiral stair")
    box.press("Enter")
    expect(page).to_have_url(re.compile(r"/search/\?.*q=spiral"))
    expect(page.locator("mark").first).to_contain_text(re.compile("spiral", re.I))
    page.get_by_role("link", name=re.compile("Lamp Room")).first.click()
    expect(page.get_by_role("heading", level=1)).to_contain_text(LAMP)


def test_results_follow_the_typing(open_page):
    page = open_page("search/")
    page.locator("main").get_by_role("searchbox").first.press_sequentially("the score trusted", delay=15)
    expect(page.locator("mark").first).to_be_visible()
    expect(page.locator("main")).to_contain_text("Lamp Room")


def test_a_search_without_result_says_so(open_page):
    page = open_page("search/?q=xylophonist")
    expect(page.locator("main")).to_contain_text(re.compile(r"\b(no|nothing|none)\b", re.I))
    assert page.locator("mark").count() == 0


def test_a_mistaken_query_is_explained(open_page):
    page = open_page('search/?q=after:yesterdayish+film')
    expect(page.locator("main")).to_contain_text("yesterdayish")


def test_search_narrows_to_a_site(open_page):
    page = open_page("search/?q=film+host:bama.example")
    assert page.locator("main a[href*='secondreel.example']").count() == 0


def test_everything_works_without_scripts(open_page):
    page = page_of(open_page(script=False))
    expect(page.get_by_role("heading", level=1)).to_contain_text(LAMP)
    page.locator("a[href*='..'][href$='/']:has-text('ompare'), a[href$='1..2/']").last.click()
    expect(page.locator("ins").first).to_be_visible()
    page.get_by_role("searchbox").first.fill("spiral")
    page.get_by_role("searchbox").first.press("Enter")
    expect(page.locator("mark").first).to_be_visible()


def compare(open_page, **how):
    page = page_of(open_page(**how))
    place = re.sub(r"[^/]*$", "", page.url)
    page.goto(place + "1..3/")
    return page


def test_a_comparison_tells_what_changed(open_page):
    page = compare(open_page)
    main = page.locator("main")
    expect(main).to_contain_text("Reel Desk")
    expect(main).to_contain_text("Ingrid Sallow")
    expect(main.locator("ins").first).to_be_visible()
    expect(main.locator("del").first).to_be_visible()
    expect(main).to_contain_text(re.compile("lowered", re.I))


def test_keys_step_from_change_to_change(open_page):
    page = compare(open_page)
    seen = []
    for _ in range(3):
        page.keyboard.press("n")
        seen.append(page.evaluate("location.hash || document.activeElement.id"))
    assert len(set(seen)) == 3 and all(seen), f"n stepped to {seen}"
    page.keyboard.press("p")
    assert page.evaluate("location.hash || document.activeElement.id") == seen[1]


def test_a_change_has_a_permalink(open_page):
    page = compare(open_page)
    page.keyboard.press("n")
    link = page.url
    page.reload()
    assert page.url == link
    target = page.evaluate("location.hash.slice(1)")
    assert target and page.locator(f"[id='{target}']").count() == 1


def test_side_by_side_and_inline_are_both_there(open_page):
    page = compare(open_page)
    other = page.locator("main").get_by_role("link", name=re.compile("side by side|inline", re.I)).first
    other.click()
    expect(page.locator("main ins").first).to_be_visible()


def test_any_two_versions_can_be_chosen(open_page):
    page = compare(open_page)
    form = page.locator("main form").first
    selects = form.locator("select")
    selects.nth(0).select_option("2")
    selects.nth(1).select_option("3")
    form.get_by_role("button").first.click()
    expect(page).to_have_url(re.compile(r"/2\.\.3/"))


def test_the_raw_capture_is_a_download(open_page):
    page = page_of(open_page())
    link = page.locator("a[href$='.response']").first
    with page.expect_download() as download:
        link.evaluate("node => node.click()")
    assert b"A man climbs a spiral stair" in open(download.value.path(), "rb").read()


def test_right_to_left_reviews_are_set_right(open_page):
    page = page_of(open_page(), "המגדלור האחרון", "bama.example")
    heading = page.get_by_role("heading", level=1)
    assert heading.evaluate("node => getComputedStyle(node).direction") == "rtl"
    paragraph = page.get_by_text("הסרט נפתח בחורף ארוך").first
    assert paragraph.evaluate("node => getComputedStyle(node).direction") == "rtl"
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_hostile_text_is_only_text(open_page):
    page = page_of(open_page(), "A title with teeth", "hostile.example")
    expect(page.get_by_role("heading", level=1)).to_contain_text("<script>alert(2)</script>")
    assert page.locator("script").count() == 1
    assert page.locator("main img").count() == 0
    for scheme in ("javascript:", "data:"):
        assert page.locator(f"[href^='{scheme}'], [src^='{scheme}']").count() == 0


def test_dates_of_results_that_follow_the_typing_are_in_the_readers_locale(open_page):
    page = open_page("search/", locale="de-DE")
    page.locator("main").get_by_role("searchbox").first.press_sequentially("the score trusted", delay=15)
    date = page.locator("#results time").first
    expect(date).to_be_visible()
    expect(date).not_to_have_text(re.compile(r"^\d{4}-"))


def test_dates_are_in_the_readers_locale(open_page):
    german = page_of(open_page(locale="de-DE")).locator("time").first.inner_text()
    english = page_of(open_page(locale="en-US")).locator("time").first.inner_text()
    assert german != english
