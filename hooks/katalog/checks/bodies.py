"""Faults of a body that renders: pictures without a description, links without text, unmeant marks."""

import re
from collections.abc import Iterator

from katalog.checks.markup import markup_faults
from katalog.markdown import Body, Link, render_text
from katalog.problems import Problem
from katalog.schema.entries import Entry, TranslationEntry, link_problem

_NO_ALT = re.compile(r'"\s+alt="\s*"')
_NO_TEXT = re.compile(r'"(?: title="[^"]*")?>\s*</a>')


def check_body(each: Entry | TranslationEntry, site_url: str) -> Iterator[Problem]:
    """Check one body; `site_url` is the site's own address, empty when it is not known."""
    for link, after in _links(render_text(each.body)):
        if link.picture and _NO_ALT.match(after):
            yield link_problem(each, link, "text.no-alt")
        if not link.picture and _NO_TEXT.match(after):
            yield link_problem(each, link, "text.link-without-text")
        if site_url and f"{link.url}/".startswith(f"{site_url.rstrip('/')}/"):
            yield link_problem(each, link, "text.own-site", written=link.url)
    for fault in markup_faults(each.body):
        yield Problem(each.path, fault.position.below(each.body_line), fault.code, {"written": fault.written})


def _links(body: Body) -> Iterator[tuple[Link, str]]:
    for part, after in zip(body.parts, body.parts[1:], strict=False):
        if isinstance(part, Link):
            yield part, after if isinstance(after, str) else ""
