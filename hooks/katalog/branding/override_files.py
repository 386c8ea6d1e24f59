"""The files in `overrides/`: each takes the place of one of the engine's or the theme's, or is named."""

from collections.abc import Iterator, Sequence
from difflib import get_close_matches
from importlib.metadata import entry_points
from importlib.util import find_spec
from pathlib import Path

from katalog.branding.colours import BRAND
from katalog.i18n.phrases import LOCALES
from katalog.problems import Position, Problem
from katalog.settings.settings_file import SettingsFile
from katalog.source.record_folder import read_bytes

OVERRIDES = "overrides"
PAGES = "katalog/"
"""The folder of templates of pages; what lies beside it is of the frame around them."""
ENGINE = Path(__file__).parent.parent / "theme"
_CODE = (".html", ".css", ".js")
_ABOUT = (".md", ".txt")


def own_files(root: Path) -> list[str]:
    """Return the paths of the files of the site's own look, from `overrides/`; none beginning with a dot."""
    folder = root / OVERRIDES
    found = [each.relative_to(folder) for each in folder.rglob("*") if each.is_file()]
    return sorted(each.as_posix() for each in found if not any(part.startswith(".") for part in each.parts))


def theme_folder(file: SettingsFile) -> Path | None:
    """Return where the theme's templates lie, without running any of it."""
    name = file.text_of("theme") or getattr(file.node("theme", "name"), "value", "")
    for entry in entry_points(group="mkdocs.themes", name=str(name)):
        package, _, folder = entry.module.partition(".")
        spec = find_spec(package)
        if spec and spec.origin:
            return Path(spec.origin).parent / folder.replace(".", "/")
    return None


def file_problems(root: Path, file: SettingsFile) -> Iterator[Problem]:
    """Yield the files that nothing uses: misspelt ones, and those in another folder than they belong in."""
    unknown = [each for each in own_files(root) if not _is_known(each)]
    theme = theme_folder(file) if unknown else None
    texts = {each: _text(root, each) for each in own_files(root) if each.endswith(_CODE)} if unknown else {}
    for name in unknown:
        others = [file.text, *(text for each, text in texts.items() if each != name)]
        if not (theme and (theme / name).is_file()) and not _is_named(name, others):
            allowed = ", ".join(_meant(name)) or "…"
            yield Problem(f"{OVERRIDES}/{name}", Position(), "look.file", {"allowed": allowed})


def _is_known(name: str) -> bool:
    """Tell what is the engine's by name, a catalogue of phrases, published as it is, or about the others."""
    is_phrases = name.startswith("locale/") and name.endswith(".po")
    is_published = name.startswith("assets/") and not name.endswith(_CODE)
    about = name.endswith(_ABOUT) and "/" not in name
    return name == BRAND or is_phrases or is_published or about or (ENGINE / name).is_file()


def _text(root: Path, name: str) -> str:
    return read_bytes(root, f"{OVERRIDES}/{name}")[0].decode("utf-8", "replace")


def _is_named(name: str, texts: Sequence[str]) -> bool:
    """Tell whether a template, style sheet or setting asks for a file: by its place, or its name alone."""
    asked = name.removeprefix(PAGES) if name.endswith(".html") else name.rpartition("/")[2]
    return any(asked in text for text in texts)


def _meant(name: str) -> list[str]:
    """Return which of the engine's files was meant: those of that name elsewhere, else those most like it."""
    known = [each.relative_to(ENGINE).as_posix() for each in sorted(ENGINE.rglob("*")) if each.is_file()]
    known += [BRAND, *(f"locale/{each.name}" for each in sorted(LOCALES.glob("*.po")))]
    last = name.rpartition("/")[2].casefold()
    same = [each for each in known if each.rpartition("/")[2] == last]
    found = same or get_close_matches(name, known) or _like(last, known)
    return [f"{OVERRIDES}/{each}" for each in found[:3]]


def _like(last: str, known: list[str]) -> list[str]:
    by_name = {each.rpartition("/")[2]: each for each in known}
    return [by_name[each] for each in get_close_matches(last, by_name)]
