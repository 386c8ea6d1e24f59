"""Links between addresses of the site are relative_url, and lead where they should from anywhere."""

from urllib.parse import urljoin

import pytest
from hypothesis import given
from hypothesis import strategies as st

from katalog.catalogue.addresses import relative_url

ADDRESSES = st.lists(st.sampled_from(["a", "b", "sv", "kurser", "x-1"]), max_size=4).map(
    lambda steps: "".join(f"{step}/" for step in steps)
)


@pytest.mark.parametrize(
    ("address", "page", "link"),
    [
        ("kurser/a/", "kurser/b/", "../a/"),
        ("", "kurser/b/", "../../"),
        ("", "", "./"),
        ("kurser/", "kurser/", "./"),
        ("kurser/a.ics", "kurser/a/", "../a.ics"),
        ("sv/kurser/", "", "sv/kurser/"),
        ("https://a.example/", "kurser/", "https://a.example/"),
        ("mailto:a@b.example", "kurser/", "mailto:a@b.example"),
        ("#om", "kurser/", "#om"),
    ],
)
def test_relative(address: str, page: str, link: str) -> None:
    assert relative_url(address, page) == link


@given(ADDRESSES, ADDRESSES)
def test_a_relative_link_leads_to_its_address(address: str, page: str) -> None:
    root = "https://a.example/"
    assert urljoin(root + page, relative_url(address, page)) == root + address
