"""Every page of the built book in a real Chromium: closed, quiet, accessible and as wide as the window."""

from __future__ import annotations

import pytest
from conftest import PAGES

from .conftest import NARROW, PHONE, WIDE, sideways, violations

ALL = [*PAGES, "search"]


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
@pytest.mark.parametrize("size", [WIDE, PHONE], ids=["wide", "phone"])
@pytest.mark.parametrize("name", ALL)
def test_page_is_accessible_and_closed(name, size, dark, reader, address):
    page = reader(f"{address}{name}.html", size=size, dark=dark)
    assert page.locator("html").get_attribute("data-theme") == ("dark" if dark else "light")
    assert page.locator("h1").count() == 1
    assert violations(page) == []


@pytest.mark.parametrize("name", ALL)
def test_page_fits_the_narrowest_window(name, reader, address):
    assert sideways(reader(f"{address}{name}.html", size=NARROW)) == 0


def test_front_door_leads_to_the_book(reader, address):
    page = reader(address)
    page.wait_for_url("**/book/index.html")
    assert page.locator("h1").inner_text().startswith("A Shared Future in Cyberspace")


@pytest.mark.parametrize("name", PAGES)
def test_page_opens_from_a_usb_stick(name, reader, site):
    page = reader((site / f"{name}.html").as_uri())
    assert page.locator("h1").is_visible()
