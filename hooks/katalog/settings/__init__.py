"""The catalogue's settings: `extra.katalog` of `mkdocs.yml`, read like a record.

Every setting is a field with a reader of its own (`values`, `model`); what no single one can tell (a language
twice, two at one address) is looked for when all of them are read.
"""

from collections.abc import Iterator, Mapping
from typing import Any

from katalog.i18n.phrases import site_languages
from katalog.problems import InvalidValueError
from katalog.schema.advice import inline
from katalog.schema.faults import Fault, InvalidItemsError, faults_of
from katalog.schema.reading import reader_of
from katalog.settings.model import Settings
from katalog.settings.values import SECTION_NAMES
from katalog.source import Loc


def read_settings(written: Mapping[str, Any]) -> Settings:
    """Return the settings; `InvalidItemsError` holds everything in them that cannot be taken."""
    faults = [
        *_of_languages(written),
        *_of_names(written),
        *_of_sections(written),
        *_of_lists(written),
        *_of_whole_sections(written),
    ]
    try:
        found: Settings = reader_of(Settings)(dict(written), "en")
    except (InvalidValueError, InvalidItemsError) as error:
        told = [_with_languages(*each, written) for each in faults_of(error)]
        raise InvalidItemsError([*told, *faults]) from None
    if faults:
        raise InvalidItemsError(faults)
    return found


def _with_languages(loc: Loc, error: InvalidValueError, written: Mapping[str, Any]) -> Fault:
    """Return what is wrong; of a text where one in each language belongs, with those languages."""
    if error.code != "field.mapping-expected" or loc[-1:] not in NAMES:
        return loc, error
    value: Any = written
    for key in loc:
        value = value[key]
    names = dict.fromkeys(_tags(written), value)
    if not isinstance(value, str) or not names:
        return loc, error
    params = {"written": value, "suggestion": inline(names)}
    return loc, InvalidValueError("field.mapping-expected-did-you-mean", **params)


def _tags(written: Mapping[str, Any]) -> list[str]:
    return [str(each.get("tag")) for each in _languages(written) if isinstance(each, dict)]


def _of_sections(written: Mapping[str, Any]) -> Iterator[Fault]:
    """Find that courses, which every page leads to, are not among the sections."""
    listed = _list(written, "sections")
    names = [each.get("section") if isinstance(each, dict) else each for each in listed]
    if names and "courses" not in names:
        yield ("sections",), InvalidValueError("settings.section-courses")


def _of_whole_sections(written: Mapping[str, Any]) -> Iterator[Fault]:
    """Find old addresses of a whole section that lead on to something else than one."""
    for position, each in enumerate(_list(written, "redirects")):
        to = each.get("to") if isinstance(each, dict) and str(each.get("old")).endswith("/*") else None
        if to and "/" in str(to):
            params = {"written": str(to), "allowed": ", ".join(SECTION_NAMES)}
            yield ("redirects", position, "to"), InvalidValueError("settings.section-expected", **params)


NAMES = (("site_name",), ("name",), ("title",), ("help",), ("the_name",), ("session",))
"""The ends of the paths of settings that hold a text in each of the site's languages."""
_ONCE = (
    ("sections", "section", "settings.section-twice"),
    ("redirects", "old", "settings.redirect-twice"),
    ("time_zones", "country", "settings.country-twice"),
)
"""Lists in which no two items have the same value under a key."""


def _of_lists(written: Mapping[str, Any]) -> Iterator[Fault]:
    """Find what is in a list twice; the second of two is told."""
    for setting, key, code in _ONCE:
        seen: set[str] = set()
        for position, each in enumerate(_list(written, setting)):
            value = (
                str((each.get(key) if isinstance(each, dict) else each) or "")
                .removesuffix("index.html")
                .strip("/")
            )
            if value and value in seen:
                yield (setting, position, key), InvalidValueError(code, written=value)
            seen.add(value)


def _languages(written: Mapping[str, Any]) -> list[Any]:
    return _list(written, "languages")


def _list(written: Mapping[str, Any], key: str) -> list[Any]:
    found = written.get(key)
    return found if isinstance(found, list) else []


def _of_languages(written: Mapping[str, Any]) -> Iterator[Fault]:
    """Find what is there twice; the second of two is told."""
    if written.get("languages") == []:
        yield ("languages",), InvalidValueError("field.empty")
    seen: set[tuple[str, str]] = set()
    for position, language in enumerate(_languages(written)):
        if not isinstance(language, dict):
            continue
        for key, code in (("tag", "settings.language-twice"), ("path", "settings.path-twice")):
            value = str(language.get(key) or "")
            if (key, value) in seen and (value or key == "path"):
                yield ("languages", position, key), InvalidValueError(code, written=value or "/")
            seen.add((key, value))
    if seen and ("path", "") not in seen:
        yield ("languages", 0, "path"), InvalidValueError("settings.path-root")


def _of_names(written: Mapping[str, Any]) -> Iterator[Fault]:
    """Find names in languages the site does not have, and those that are missing."""
    tags = _tags(written)
    if not tags or not set(tags) <= set(site_languages()):
        return
    for loc, names, whole in _all_names(written):
        for key in names:
            if key not in tags:
                yield (
                    (*loc, key),
                    InvalidValueError("settings.language-key", written=key, allowed=", ".join(tags)),
                )
        for tag in sorted(set(tags) - names.keys()) if whole else ():
            yield (*loc, tag), InvalidValueError("field.missing")


def _all_names(written: Mapping[str, Any]) -> Iterator[tuple[Loc, dict[str, Any], bool]]:
    """Yield every mapping of names with its path, and whether every language must be in it."""
    if isinstance(names := written.get("site_name"), dict):
        yield ("site_name",), names, True
    for setting, key, whole in (
        ("sections", "name", False),
        ("menu", "title", True),
        ("footer", "title", True),
        ("fields", "name", True),
        ("fields", "help", False),
        *[("kinds", key, key == "name") for key in ("name", "the_name", "gender", "session")],
    ):
        for position, each in enumerate(_list(written, setting)):
            if isinstance(each, dict) and isinstance(names := each.get(key), dict):
                yield (setting, position, key), names, whole
