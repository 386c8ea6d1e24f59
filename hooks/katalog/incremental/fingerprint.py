"""A digest of what affects every output: if it changes, nothing of the last build is reused."""

import sys
from collections.abc import Iterable, Iterator
from functools import cache
from hashlib import blake2b
from importlib.metadata import distributions
from pathlib import Path

import msgspec

from katalog.inspection import Inspection
from katalog.settings.model import Settings

PACKAGE = Path(__file__).parent.parent
OWN_FOLDERS = ("overrides", "hooks")


def fingerprint(own: bytes, site: Path, settings: Settings, inspection: Inspection) -> bytes:
    """Return a digest of code, templates, phrases, settings, libraries, and which pages there are.

    `own` is that of the site's own code, templates and phrases.
    """
    return _digest(_parts(own, site, settings, inspection))


def site_code_digest(root: Path) -> bytes:
    """Return a digest of the code, templates and phrases of the site's own."""
    return _digest(part for name in OWN_FOLDERS for part in _files(root / name))


def _digest(parts: Iterable[bytes]) -> bytes:
    found = blake2b(digest_size=32)
    for part in parts:
        found.update(len(part).to_bytes(8, "big") + part)
    return found.digest()


def _parts(own: bytes, site: Path, settings: Settings, inspection: Inspection) -> Iterator[bytes]:
    yield engine_digest()
    yield msgspec.json.encode(settings)
    pages = [(each.path, each.address, each.language, each.title, each.key) for each in inspection.pages]
    yield msgspec.json.encode((pages, sorted((each.path, each.address) for each in inspection.files)))
    yield str(site).encode("utf-8", "surrogateescape")
    yield own


@cache
def engine_digest() -> bytes:
    """Return a digest of what makes outputs of all sites: Python, the libraries and this package."""
    return _digest(_engine())


def _engine() -> Iterator[bytes]:
    yield sys.version.encode()
    found = {f"{each.name} {each.version}".encode() for each in distributions()}  # one may be found twice
    yield from sorted(found)
    yield from _files(PACKAGE)


def _files(folder: Path) -> Iterable[bytes]:
    for path in sorted(folder.rglob("*")):
        if path.is_file() and "__pycache__" not in path.parts:
            yield str(path.relative_to(folder)).encode("utf-8", "surrogateescape")
            yield path.read_bytes()
