"""Pictures of the main pages, for people to look at: `Scripts/test-browser --screenshots DIR`."""

import os

import pytest
from test_people import PLACES

FOLDER = os.environ.get("STET_SCREENSHOTS")


@pytest.mark.skipif(not FOLDER, reason="no --screenshots")
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [360, 900, 1600])
@pytest.mark.parametrize("place", ["front", "host", "review", "right to left", "many versions", "compare", "search"])
def test_picture(open_page, place, width, scheme):
    page = PLACES[place](open_page, width=width, scheme=scheme)
    page.screenshot(path=f"{FOLDER}/{place.replace(' ', '-')}-{width}-{scheme}.png")
