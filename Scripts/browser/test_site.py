"""The room as files, opened from disk."""

import re
from urllib.parse import unquote

from conftest import stet
from playwright.sync_api import expect
from test_reading import LAMP


def test_the_files_open_from_disk(open_page, site):
    page = open_page(home=f"{site.as_uri()}/", path="index.html")
    page.get_by_role("link", name=re.compile(r"secondreel\.example")).first.click()
    page.get_by_role("link", name=re.compile("Lamp Room")).first.click()
    expect(page.get_by_role("heading", level=1)).to_contain_text(LAMP)
    page.locator("a[href*='..']:has-text('ompare'), a[href*='2..3']").first.click()
    expect(page.locator("main ins").first).to_be_visible()


def test_every_link_within_the_site_leads_to_a_file(site):
    missing = []
    for file in site.rglob("*.html"):
        for link in re.findall(r'(?:href|src)="([^"#?]+)', file.read_text()):
            if not re.match(r"[a-z][a-z0-9+.-]*:", link) and not (file.parent / unquoted(link)).is_file():
                missing.append(f"{file.relative_to(site)}: {link}")
    assert missing == []


def test_search_works_from_disk(open_page, site):
    page = open_page(home=f"{site.as_uri()}/", path="search/index.html")
    page.locator("main").get_by_role("searchbox").first.press_sequentially("lamp room", delay=15)
    expect(page.get_by_role("link", name=re.compile("Lamp Room")).first).to_be_visible()
    expect(page.locator("#results time").first).not_to_have_text(re.compile(r"^\d{4}-"))


def test_two_exports_are_the_same(archive, site, tmp_path):
    def files(folder):
        return {file.relative_to(folder): file.read_bytes() for file in folder.rglob("*") if file.is_file()}

    stet("export", "--format", "site", "--archive", archive, tmp_path / "again")
    assert files(tmp_path / "again") == files(site)


def unquoted(link):
    return unquote(link.replace("&amp;", "&").replace("&#39;", "'"))
