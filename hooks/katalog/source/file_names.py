"""What a file's name alone says: a record, a translation, an attachment, or why it is none of them."""

import re
import unicodedata
from functools import lru_cache

from katalog.source.copy_names import copied_from

RECORD_NAME = re.compile(r"(?P<id>[a-z0-9]+(?:-[a-z0-9]+)*)(?:\.(?!md)(?P<language>[a-z]{2}))?\.md")
MAX_ID_LENGTH = 80

ATTACHMENT_TYPES = frozenset({
    ".pdf", ".png", ".jpg", ".jpeg", ".webp", ".svg", ".odt", ".ods", ".odp", ".docx", ".xlsx", ".pptx",
    ".txt", ".csv", ".ics",
})  # fmt: skip
EXECUTABLE_TYPES = frozenset({
    ".app", ".bat", ".cmd", ".com", ".exe", ".jar", ".js", ".mjs", ".msi", ".php", ".pl", ".ps1", ".py",
    ".rb", ".scr", ".sh", ".vbs", ".wasm",
})  # fmt: skip
PAGE_TYPES = frozenset({".htm", ".html", ".shtml", ".xhtml", ".xml"})
HOST_SETTINGS = frozenset({
    ".htaccess", ".htpasswd", ".nojekyll", "_config.yml", "_headers", "_redirects", "_worker.js", "cname",
    "netlify.toml", "robots.txt", "security.txt", "vercel.json", "web.config",
})  # fmt: skip
RESERVED = frozenset(
    {"aux", "con", "nul", "prn", *(f"{port}{n}" for port in ("com", "lpt") for n in range(1, 10))}
)
"""Names Windows keeps for devices, with any ending."""

SYSTEM_FILES = frozenset({".gitattributes", ".gitignore", ".gitkeep", ".keep"})
"""What version control needs in a folder; nobody publishes it, and nobody need hear of it."""

_LITTER = re.compile(
    r"\.ds_store|\.directory|thumbs\.db|ehthumbs\.db|desktop\.ini|\._.*|~\$.*|\.~lock\..*|#.*#|\.#.*"
    r"|.*\.(?:sw[a-z]|tmp|rej|part|crdownload)"
)
_TEXT_ENDINGS = (".md.txt", ".markdown", ".mdown", ".mkd", ".mdx", ".md.md", ".txt", ".md")
_PLAIN = str.maketrans({"æ": "ae", "ø": "oe", "ä": "a", "ö": "o", "ü": "u", "ß": "ss", "é": "e"})


_WITHOUT_AA = {"sv", "fi"}
"""Languages that write å as a where it cannot stand; the others write aa."""


@lru_cache(4096)
def slug(text: str, language: str = "") -> str:
    """Return a text of a language as an id; empty when nothing of it can stay."""
    plain = unicodedata.normalize("NFC", text).casefold().translate(_PLAIN)
    plain = plain.replace("å", "a" if language in _WITHOUT_AA else "aa")
    ascii_ = unicodedata.normalize("NFKD", plain).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", ascii_).strip("-")[:MAX_ID_LENGTH].rstrip("-")


def slug_or_number(text: str, language: str) -> str:
    """Return a text as an id, or as one in all languages where nothing of it can stay."""
    return slug(text, language) or "1"


def extension(name: str) -> str:
    """Return what follows the last dot, with it, in small letters; empty for a name without one."""
    stem, dot, last = name.rpartition(".")
    return f".{last.casefold()}" if dot and stem else ""


def printable(name: str) -> str:
    """Return a name that can be printed: bytes that are no UTF-8 shown as such."""
    return name.encode("utf-8", "surrogateescape").decode("utf-8", "backslashreplace")


_REFUSED_TYPES = dict.fromkeys(EXECUTABLE_TYPES, "file.executable") | dict.fromkeys(
    PAGE_TYPES, "file.web-page"
)


def name_problem(name: str) -> tuple[str, dict[str, str]] | None:
    """Return why no file of that name may lie in a folder of records, attachments or pages."""
    small = name.casefold()
    if small in HOST_SETTINGS:
        return "file.host-settings", {"name": name}
    if _LITTER.fullmatch(small):
        return "file.litter", {"name": name}
    if other := copied_from(name):
        return "file.copy", {"name": name, "other": other}
    if name.startswith("."):
        return "file.hidden", {"name": name}
    if small.split(".")[0] in RESERVED:
        return "file.name-reserved", {"name": name}
    refused = _REFUSED_TYPES.get(extension(name))
    return (refused, {"name": name}) if refused else None


def record_name_problem(name: str, language: str = "") -> tuple[str, dict[str, str]] | None:
    """Return why a name that may lie here is no record's or translation's; `language` is the record's."""
    if match := RECORD_NAME.fullmatch(name):
        if len(match["id"]) <= MAX_ID_LENGTH:
            return None
        return "file.name-too-long", {
            "name": name,
            "length": str(len(match["id"])),
            "limit": str(MAX_ID_LENGTH),
        }
    stem, found = _without_ending(name)
    if found is None:
        return "file.not-a-record", {"name": name}
    translation = re.search(r"\.([a-z]{2})$", stem)
    id_ = slug(stem[:-3], translation[1]) if translation else slug(stem, language)
    better = f"{id_}{translation[0] if translation else ''}.md"
    if better.startswith(("-", ".")):
        return "file.not-a-record", {"name": name}
    code = "file.ending" if found != ".md" and RECORD_NAME.fullmatch(f"{stem}.md") else "file.name"
    return code, {"name": name, "suggestion": better}


def _without_ending(name: str) -> tuple[str, str | None]:
    small = name.casefold()
    for each in _TEXT_ENDINGS:
        if small.endswith(each):
            written = name[len(name) - len(each) :]
            return name[: -len(each)], written
    return name, None
