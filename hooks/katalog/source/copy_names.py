"""Names that say of a file that it is a copy, as programs give them in Danish, Swedish and English.

Windows: `a - Kopi (2).md`; macOS: `a kopi.md`; browsers: `a (1).md`; old ones: `Kopi af a.md`; editors:
`a.md~`, `a.md.bak`; Git: `a.md.orig`, `a_REMOTE_12.md`; Dropbox, Nextcloud and Syncthing have names of
their own for conflicts.
"""

import re

_COPY = "kopi|kopia|kopie|copy"
_CONFLICT = (
    r"conflicted copy|conflict|konfliktkopi|konfliktkopia|konflikt|motstridig|modstridende|in konflikt"
)
_AFTER = re.compile(
    rf"(?P<stem>.+?)(?:"
    rf" ?\(\d+\)"
    rf"|(?: [-–] ?|[-–] )(?:{_COPY})(?: ?\(\d+\)| \d+)?"
    rf"|[ _](?:{_COPY})(?: ?\(?\d+\)?)?"
    rf"| ?\((?:{_COPY})(?: \d+)?\)"
    rf"| ?[(\[][^)\]]*(?:{_CONFLICT})[^)\]]*[)\]]"
    rf"| [-–] (?:{_CONFLICT}).*"
    rf"|[._]sync-conflict-[\w-]+"
    rf"|[._](?:conflict|konflikt)[\w-]*"
    rf"|~[\w-]+"
    rf"|(?-i:-(?:DESKTOP|LAPTOP|MacBook)(?:-[\w-]+)?)"
    rf"|_(?:backup|base|local|remote)_\d+"
    rf")(?P<ending>(?:\.[a-z]{{2}})?\.\w+)",
    re.IGNORECASE,
)
_BEFORE = re.compile(r"(?:kopi|kopia|copy)(?: \(\d+\))? (?:af|av|of)[ _](?P<name>.+)", re.IGNORECASE)
_KEPT_ASIDE = re.compile(
    r"(?P<name>.+?)(?:~[\w-]*|\.~\d+~|\.(?:bak|backup|orig|old|save|gammel|gammal)\d*|\.\w+\.(?:mine|theirs))",
    re.IGNORECASE,
)
_ID = re.compile(
    r"(?P<stem>[a-z0-9-]+?)-(?:kopi|kopia|kopie|copy|backup|bak|orig|konflikt|konfliktkopi|conflict|conflicted-copy)"
    r"(?:-\d+)?(?P<ending>(?:\.[a-z]{2})?\.md)"
)
_NUMBERED = re.compile(r"(?P<stem>.+?)[ _]\d{1,2}(?P<ending>(?:\.[a-z]{2})?\.md)")
"""iCloud's way, which may also be a name of its own."""
_ID_BEFORE = re.compile(r"(?:kopi-af|kopi-av|kopia-av|copy-of)-(?P<name>.+\.md)")


def copied_from(name: str) -> str:
    """Return the name of the file that one is a copy of, as it says itself; empty where it says nothing."""
    for pattern in (_KEPT_ASIDE, _BEFORE):
        if found := pattern.fullmatch(name):
            return found["name"]
    found = _AFTER.fullmatch(name)
    return found["stem"].rstrip() + found["ending"] if found else ""


def id_copied_from(name: str) -> str:
    """Return the same of a name that any record may have: it is a copy's only beside that other file."""
    if found := _ID_BEFORE.fullmatch(name):
        return found["name"]
    found = _ID.fullmatch(name) or _NUMBERED.fullmatch(name)
    return found["stem"] + found["ending"] if found else ""
