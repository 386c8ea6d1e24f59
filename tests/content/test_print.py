"""The longest of the shipped courses are two sheets of paper at most."""

import pytest
from playwright.sync_api import Browser

from tests.browser.sites import LANGUAGES
from tests.browser.test_layout import PAGE_OF_A_PDF
from tests.e2e.sites import Built
from tools.audit_server import served

LONGEST = 3


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_course_fits_two_sheets(browser: Browser, shipped: Built, language: str) -> None:
    folder = "kurser" if language == "da" else f"{language}/kurser"
    pages = sorted((shipped.site / folder).glob("*/index.html"), key=lambda file: file.stat().st_size)
    page = browser.new_page()
    with served(shipped.site) as address:
        for file in pages[-LONGEST:]:
            page.goto(f"{address}{file.parent.relative_to(shipped.site).as_posix()}/")
            sheets = PAGE_OF_A_PDF.findall(page.pdf(prefer_css_page_size=True))
            assert 1 <= len(sheets) <= 2, file.parent.name
    page.close()
