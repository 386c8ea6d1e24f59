"""What may stand in no text at all, whoever wrote it: identity numbers, e-mail addresses that are none.

It is looked for in the text of whole files, so that it is found in every field, comment and translation.
"""

import re
from collections.abc import Iterator

from katalog.problems import Position, Problem
from katalog.source.decode import position_at, text_faults
from katalog.source.national_id import may_contain_national_ids, national_ids

PRIVATE_MAIL = frozenset({
    "aol.com", "bahnhof.se", "bredband.net", "comhem.se", "fastmail.com", "fibermail.dk", "forum.dk",
    "gmail.com", "gmx.com", "gmx.de", "gmx.net", "googlemail.com", "hotmail.com", "hotmail.dk",
    "hotmail.se", "icloud.com", "jubii.dk", "jubiimail.dk", "live.com", "live.dk", "live.se", "mac.com",
    "mail.com", "mail.dk", "mail.tele.dk", "me.com", "msn.com", "ofir.dk", "outlook.com", "outlook.dk",
    "outlook.se", "passagen.se", "pc.dk", "post.tele.dk", "proton.me", "protonmail.com", "rocketmail.com",
    "spray.se", "stofanet.dk", "sol.dk", "swipnet.se", "tdcadsl.dk", "telia.com", "tele2.se",
    "vip.cybercity.dk", "webspeed.dk", "yahoo.com", "yahoo.dk", "yahoo.se", "youmail.dk",
})  # fmt: skip
"""Where people have mailboxes of their own, not their employer's."""

EMAIL = re.compile(r"[\w.+-]+@(?P<host>[\w-]+(?:\.[\w-]+)+)")
_DESTROYED = re.compile(
    r"\[email[\s\u00a0]*(?:&#160;|&nbsp;)?(?:protected)\]?|\bemail protected\b", re.IGNORECASE
)
_SIGN = re.compile(
    r"[\[({<]\s?(?:at|a|æt|@|alfa|snabel-?a|krøllet a|kanelbolle)\s?[\])}>]"
    r"|\bsnabel-?a\b|[ \u00a0]@|@[ \u00a0]"
    r"|(?<= )at(?= \w[\w-]* (?:dot|prik|punktum|punkt) )",
    re.IGNORECASE,
)
_HINTS = (
    "(a", "[a", "{a", "<a", "( a", "[ a", "(@", "[@", " @", "@ ", "@\u00a0", "snabel", "(k", " dot ",
    " punkt", " prik ",
)  # fmt: skip
"""One of these is in every text that may hold such a sign: a quick look before the slow one."""
_APART = re.compile(r"/|(?<=[^\d ])[-_]|[-_](?=[^\d ])")
_TIMESTAMP = re.compile(r"(?<!\d)\d{8}[-_]\d{4,6}(?!\d)")
"""Day and hour, as cameras and scanners name their files."""
_DOT = r"(?:\.|\s?[\[({]\s?(?:dot|prik|punktum|punkt|\.)\s?[\])}]\s?|\s(?:dot|prik|punktum|punkt)\s)"
_BEFORE = re.compile(r"[\w.+-]*\w[ \u00a0]?\Z")
_HOST = re.compile(rf"[ \u00a0]?\w[\w-]*(?:{_DOT}[\w-]+)*{_DOT}[a-z]{{2,6}}\b(?!\()", re.IGNORECASE)


def personal_data(path: str, text: str, data: bytes | None = None) -> Iterator[Problem]:
    """Yield what must not be published of a file's text; `data` are its bytes, if they are at hand."""
    if may_contain_national_ids(text.encode() if data is None else data):
        yield from national_ids(path, text)
    if "@" in text:
        for found in EMAIL.finditer(text):
            if found["host"].casefold() in PRIVATE_MAIL:
                yield _problem(path, text, found, "person.private-mailbox")
    if "mail" in text:
        for found in _DESTROYED.finditer(text):
            yield _problem(path, text, found, "person.email-destroyed")
    small = text.lower()
    for start, written in _disguised(text) if any(hint in small for hint in _HINTS) else ():
        yield Problem(path, position_at(text, start), "person.email-disguised", {"written": written})


def _disguised(text: str) -> Iterator[tuple[int, str]]:
    """Find e-mail addresses written so that programs do not know them; no reader can click them either."""
    for sign in _SIGN.finditer(text):
        before = _BEFORE.search(text, max(0, sign.start() - 64), sign.start())
        after = _HOST.match(text, sign.end())
        if before and after:
            yield before.start(), text[before.start() : after.end()]


def personal_data_in_name(path: str) -> Iterator[Problem]:
    """Yield what a file's own name, or its folder's, must not hold; readers see it in the address."""
    stem = path.removesuffix(f".{path.rpartition('.')[2]}")
    words = _APART.sub("\n", _TIMESTAMP.sub("", stem))
    for each in (*personal_data(path, words), *text_faults(path, stem)):
        yield Problem(path, Position(), each.code, each.params)


def _problem(path: str, text: str, found: re.Match[str], code: str) -> Problem:
    return Problem(path, position_at(text, found.start()), code, {"written": found[0].strip()})
