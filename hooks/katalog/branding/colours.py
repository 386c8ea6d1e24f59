"""A site's own colours (`overrides/assets/brand.css`): each must be readable where the style sheets use it.

A token holds a light and a dark value, `--k-accent: light-dark(#11566e, #8accdf);`, or one for both.
"""

import re
from collections.abc import Iterator, Mapping
from difflib import get_close_matches
from functools import cache
from pathlib import Path

from msgspec import Struct

from katalog.branding.contrast import ENOUGH, contrast, full, nearest_colour
from katalog.problems import Position, Problem
from katalog.source.decode import decode, position_at
from katalog.source.record_folder import read_bytes

BRAND = "assets/brand.css"
"""The style sheet in which a site sets its own colours, where it has one; below `overrides/`."""
_PATH = f"overrides/{BRAND}"
_ENGINE = Path(__file__).parent.parent / "theme" / "assets" / "katalog.css"
CODES = {"light": "look.contrast-light", "dark": "look.contrast-dark"}
"""The problem of a colour that is hard to read, by the look it belongs to."""

PAIRS = (
    ("text", "bg"), ("text", "surface"), ("muted", "bg"), ("muted", "surface"),
    ("accent", "bg"), ("accent", "surface"), ("accent-strong", "bg"), ("accent-strong", "surface"),
    ("accent-strong", "tint"), ("on-accent", "accent"), ("on-accent", "accent-strong"),
)  # fmt: skip
"""Text and what is behind it: words, links, links that are pointed at, buttons."""
_NAMES = frozenset(name for pair in PAIRS for name in pair)
_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_NAME = re.compile(r"--k-(?P<name>[\w-]+)")
_USED = re.compile(r"var\(\s*--k-(?P<name>[\w-]+)")
_TOKEN = re.compile(r"--k-(?P<name>[\w-]+)\s*:\s*(?P<value>[^;}]*)")
_HEX = r"#(?:[0-9a-f]{6}|[0-9a-f]{3})"
_VALUE = re.compile(rf"light-dark\(\s*({_HEX})\s*,\s*({_HEX})\s*\)|({_HEX})", re.IGNORECASE)


class Token(Struct, frozen=True):
    """A colour as a style sheet sets it; `by_theme` is empty where it is written in a way not measured."""

    position: Position
    written: str
    by_theme: Mapping[str, str]


def colour_problems(root: Path) -> Iterator[Problem]:
    """Yield the site's colours that are hard to read, each with its measured contrast and a better one."""
    if not (root / _PATH).is_file():
        return
    data, problems = read_bytes(root, _PATH)
    css, problems = ("", problems) if problems else decode(_PATH, data)
    yield from problems
    yield from _unknown(css)
    own = _tokens(css)
    for name, token in own.items():
        if not token.by_theme:
            yield Problem(
                _PATH, token.position, "look.colour-form", {"token": name, "written": token.written}
            )
    for theme in CODES:
        yield from _of_theme(theme, own)


def _unknown(css: str) -> Iterator[Problem]:
    """Find properties with a misspelt name: set and used nowhere, or used and set nowhere."""
    plain, known = _without_comments(css), _engine_names()
    places = {each["name"]: each for each in reversed([*_NAME.finditer(plain)])}
    set_, used = ({each["name"] for each in found.finditer(plain)} for found in (_TOKEN, _USED))
    for name in sorted((set_ ^ used) - known, key=lambda each: places[each].start()):
        allowed = ", ".join(f"--k-{each}" for each in get_close_matches(name, sorted(known))) or "…"
        params = {"written": f"--k-{name}", "allowed": allowed}
        yield Problem(_PATH, position_at(plain, places[name].start()), "look.property", params)


def light_colours(root: Path) -> dict[str, str]:
    """Return the colours of a site's light look that are text or behind text, `#rrggbb`, by their names."""
    data, _ = read_bytes(root, _PATH)
    tokens = _engine_tokens() | {
        name: token for name, token in _tokens(data.decode("utf-8", "replace")).items() if token.by_theme
    }
    return {name: token.by_theme["light"] for name, token in tokens.items()}


def _of_theme(theme: str, own: dict[str, Token]) -> Iterator[Problem]:
    """Report each of the site's colours once, beside the colour from which it stands out least."""
    colours = {
        name: token.by_theme[theme] for name, token in (_engine_tokens() | own).items() if token.by_theme
    }
    for name in own.keys() & colours.keys():
        beside = _beside(name, own)
        worst = min(beside, key=lambda other: contrast(colours[name], colours[other]), default="")
        ratio = contrast(colours[name], colours[worst]) if worst else ENOUGH
        if ratio < ENOUGH:
            better = nearest_colour(colours[name], (colours[each] for each in beside))
            params = {
                "token": name,
                "written": colours[name],
                "other": worst,
                "ratio": f"{ratio:.1f}",
                "suggestion": better,
            }
            yield Problem(_PATH, own[name].position, CODES[theme], params)


def _beside(name: str, own: dict[str, Token]) -> list[str]:
    """Return what a colour must stand out from; of two of the site's own, what is text answers for both."""
    behind = [ground for text, ground in PAIRS if text == name]
    return behind + [text for text, ground in PAIRS if ground == name and text not in own]


def _tokens(css: str) -> dict[str, Token]:
    """Return the colours that are text or behind text, by their names without `--k-`; the last one counts."""
    plain = _without_comments(css)
    return {each["name"]: _token(plain, each) for each in _TOKEN.finditer(plain) if each["name"] in _NAMES}


def _without_comments(css: str) -> str:
    return _COMMENT.sub(lambda found: re.sub(r"[^\n]", " ", found[0]), css)


def _token(css: str, found: re.Match[str]) -> Token:
    written = found["value"].strip()
    return Token(position_at(css, found.start()), written, _by_theme(written))


def _by_theme(value: str) -> dict[str, str]:
    found = _VALUE.fullmatch(value)
    if not found:
        return {}
    light, dark, both = found.groups()
    return {"light": full(light or both), "dark": full(dark or both)}


@cache
def _engine_tokens() -> dict[str, Token]:
    return _tokens(_ENGINE.read_text("utf-8"))


@cache
def _engine_names() -> frozenset[str]:
    """Return the names of all properties that the engine's style sheets set or use."""
    sheets = (each.read_text("utf-8") for each in _ENGINE.parent.glob("*.css"))
    return frozenset(each["name"] for sheet in sheets for each in _NAME.finditer(sheet))
