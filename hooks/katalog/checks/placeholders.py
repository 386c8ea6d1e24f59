"""What a new site must not go public with: addresses that stand for others, duty texts nobody has filled in.

Both may stay while the site has no address, or one that is itself an example (RFC 2606).
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from urllib.parse import urlsplit

from katalog.problems import Problem
from katalog.schema.entries import Entry
from katalog.settings.model import Settings
from katalog.source.decode import position_at

_RESERVED = re.compile(
    r"(?:.*\.)?(?:example|test|invalid|localhost|example\.(?:com|net|org))(?::\d+)?|127\..*|\[::1\]"
)
_EXAMPLE = re.compile(r"(?<![\w.-])[\w.+-]*(?:@[\w-]+(?:\.[\w-]+)*|[\w-])\.example(?![\w.-]*\w)")
_DUTY = re.compile(
    r"(?:skal udfylde(?:s)?|ska fyllas? i|skal fylles? ut|must (?:fill this in|be filled in))"
    r"(?: dette| detta)?,?\s+(?:før|innan|before)\b",
    re.IGNORECASE,
)


def check_placeholders(
    settings: Settings, texts: Mapping[str, str], entries: Iterable[Entry], pages: Iterable[str]
) -> Iterator[Problem]:
    """Check settings, fields and pages of a site with an address; `texts` are by path, `pages` are paths."""
    if not is_public(settings.site_url):
        return
    for path in pages:
        for found in _DUTY.finditer(texts[path]):
            yield Problem(
                path, position_at(texts[path], found.start()), "launch.duty-text", {"written": found[0]}
            )
    for path, text in texts.items():
        yield from _examples(path, text, 1)
    for entry in entries:
        yield from _examples(entry.path, entry.tree.text, entry.tree.first_line)


def is_public(site_url: str) -> bool:
    """Tell whether an address can be anybody's: it is there, and not reserved for examples and tests."""
    host = urlsplit(site_url).netloc
    return bool(host) and not _RESERVED.fullmatch(host)


def _examples(path: str, text: str, first_line: int) -> Iterator[Problem]:
    for found in _EXAMPLE.finditer(text):
        position = position_at(text, found.start()).below(first_line)
        yield Problem(path, position, "launch.example-address", {"written": found[0]})
