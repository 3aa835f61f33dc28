"""A reading room to look at, and a browser that tells on it.

Every page that a test opens is watched: a message on the console that warns, an error of a script, a violation of the
content security policy, a dialog, or a request that leaves the room fails the test.
"""

import os
import re
import signal
import subprocess
from pathlib import Path
from urllib.parse import urlsplit

import pytest
import warc_file
from playwright.sync_api import sync_playwright

STET = os.environ["STET"]


def stet(*words, check=True):
    """What a command of stet prints."""
    done = subprocess.run([STET, *map(str, words)], capture_output=True, text=True, timeout=300)
    assert not check or done.returncode == 0, f"stet {words[0]} ended with {done.returncode}: {done.stderr}"
    return done.stdout


@pytest.fixture(scope="session")
def archive(tmp_path_factory):
    """An archive of invented reviews, with a history."""
    folder = tmp_path_factory.mktemp("room")
    warc = folder / "captures.warc.gz"
    warc_file.write(warc)
    stet("import", warc, "--archive", folder / "archive", "--quiet")
    return folder / "archive"


@pytest.fixture(scope="session")
def room(archive):
    """The address of the served room, with a slash at its end."""
    process = subprocess.Popen(
        [STET, "serve", "--archive", str(archive), "--port", "0"], stderr=subprocess.PIPE, text=True
    )
    line = process.stderr.readline()
    address = re.search(r"http://\S+/", line)
    assert address, f"stet serve says: {line}"
    yield address.group()
    process.send_signal(signal.SIGTERM)
    assert process.wait(timeout=20) == 0, "stet serve does not end well"


@pytest.fixture(scope="session")
def site(archive, tmp_path_factory):
    """The same room as a folder of files."""
    folder = tmp_path_factory.mktemp("site") / "room"
    stet("export", "--format", "site", "--archive", archive, folder)
    return Path(folder)


@pytest.fixture(scope="session")
def browser():
    with sync_playwright() as driver:
        # Without its own sandbox, which root has not got; what it opens is ours.
        browser = driver.chromium.launch(executable_path=os.environ["CHROMIUM"], args=["--no-sandbox"])
        yield browser
        browser.close()


class Watch:
    """What went wrong in the pages of a context."""

    def __init__(self, home):
        self.home = urlsplit(home)
        self.complaints = []

    def page(self, page):
        page.on("console", lambda m: m.type in ("error", "warning") and self.complaints.append(f"console: {m.text}"))
        page.on("pageerror", lambda e: self.complaints.append(f"script: {e}"))
        page.on("dialog", lambda d: (self.complaints.append(f"dialog: {d.message}"), d.dismiss()))
        page.on("request", lambda r: self.request(r.url))
        page.on("requestfailed", lambda r: self.failed(r))

    def request(self, url):
        parts = urlsplit(url)
        if (parts.scheme, parts.netloc) != (self.home.scheme, self.home.netloc):
            self.complaints.append(f"request to {url}")

    def failed(self, request):
        # A search that is typed on is broken off.
        if request.failure != "net::ERR_ABORTED":
            self.complaints.append(f"{request.url}: {request.failure}")


@pytest.fixture
def open_page(browser, room):
    """Opens a page of the room: `open_page("search/?q=…", width=360, scheme="dark", script=False)`."""
    contexts, watches = [], []

    def open_(path="", width=1200, height=900, scheme="light", script=True, home=room, media="screen", locale="en-GB"):
        context = browser.new_context(
            viewport={"width": width, "height": height}, color_scheme=scheme, java_script_enabled=script, locale=locale
        )
        contexts.append(context)
        watch = Watch(home)
        watches.append(watch)
        context.on("page", watch.page)
        page = context.new_page()
        page.emulate_media(media=media, color_scheme=scheme)
        page.set_default_timeout(10_000)
        answer = page.goto(home + path)
        page.answer = answer
        page.watch = watch
        return page

    yield open_
    for context in contexts:
        context.close()
    assert [c for watch in watches for c in watch.complaints] == []
