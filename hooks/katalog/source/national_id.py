"""Danish CPR numbers and Swedish personnummer, found wherever they stand in a file.

A CPR number is DDMMYY and four digits, also with blanks, stops or hyphens between them; those
issued since 2007 need not have the old check digit.  A
personnummer is YYMMDD (or YYYYMMDD) and four digits, the last by Luhn's rule; 60 is added to the day of a
coordination number.  Either may have the whole year between marks (07.07.1961-4285).
Written without a separator ten digits may be anything, so they must pass the check
digit; organisation numbers never pass, for their "month" is at least 20.
"""

import re
from collections.abc import Iterator

from katalog.problems import Problem
from katalog.source.decode import position_at

_DASHES = "-–‐‑−－"
"""What word processors make of a hyphen, too."""

_BLANKS = " \u00a0\u2009\u202f"
_BEFORE = r"(?<![\w/=&?,+#%-])(?<!\d[.:])"
_CANDIDATE = re.compile(
    rf"{_BEFORE}(?P<century>19|20)?"
    rf"(?P<date>\d{{6}}|(?<!\d)\d\d(?P<apart>[{_BLANKS}./-])\d\d(?P=apart)\d\d)"
    rf"(?P<mark>[{_BLANKS}]{{0,2}}[{_DASHES}][{_BLANKS}]{{0,2}}|[{_BLANKS}]{{2}}|[+./{_BLANKS}]|)"
    r"(?P<last>\d{4}|(?<=-)\d\d \d\d)"
    r"(?![\w/%]|[-–.,]\d|[ \u00a0]?(?:kr\b|DKK|SEK|EUR|NOK|€|,-))",
    re.IGNORECASE,
)
_WHOLE_YEAR = re.compile(
    rf"{_BEFORE}"
    r"(?:(?P<day>\d\d)(?P<apart>[ ./-])(?P<month>\d\d)(?P=apart)(?:19|20)\d\d"
    r"|(?:19|20)(?P<year_first>\d\d)-(?P<month_second>\d\d)-(?P<day_last>\d\d))"
    rf"[{_DASHES}](?P<last>\d{{4}})(?![\w/%]|[-–.,]\d)"
)
_BETWEEN = rb"[ ./\xc2\xe2-]?0{0,2}?"
_DIGITS = re.compile(
    rb"00%(b)s00%(b)s(?:00)?00[ \xc2\xe2]{0,2}0*?[-+./\xc2\xe2]?0*?[ \xc2\xe2]{0,2}0*?00 ?00"
    % {b"b": _BETWEEN}
)
_ZEROED = bytes(
    ord("0") if byte in b"123456789" or (byte > 0x7F and byte not in b"\xc2\xc3\xe2") else byte
    for byte in range(256)
)
"""0 for every byte a digit may be made of, in any script: what begins with a 0 is found at once in UTF-8.

Signs of other scripts are taken for digits here, so that a few texts are looked through in vain; what
begins most others (`\\xc2`, `\\xc3`: æ, å, §; `\\xe2`: dashes and quotes) begins no digit.
"""
_NUMBERED = re.compile(r"(?:isbn|issn|isil|cvr|ean|tlf|tel|telefon|phone|mobil|sms)\W*$", re.IGNORECASE)
_CPR_WEIGHTS = (4, 3, 2, 7, 6, 5, 4, 3, 2, 1)


def may_contain_national_ids(data: bytes) -> bool:
    """Tell in a glance whether a text in UTF-8 has as many digits in a row as an identity number."""
    return _DIGITS.search(data.translate(_ZEROED)) is not None


def national_ids(path: str, text: str) -> Iterator[Problem]:
    """Yield a problem for everything that looks like a person's identity number."""
    for found in _CANDIDATE.finditer(text):
        before = text[text.rfind("\n", 0, found.start()) + 1 : found.start()]
        if _is_plausible(found) and not _NUMBERED.search(before.rstrip(" \"':")):
            hidden = f"{found['date'][:4]}…"
            yield Problem(path, position_at(text, found.start()), "person.national-id", {"written": hidden})

    for found in _WHOLE_YEAR.finditer(text):
        if _is_number_of_day(found):
            hidden = f"{found[0][:6]}…"
            yield Problem(path, position_at(text, found.start()), "person.national-id", {"written": hidden})


def _is_number_of_day(found: re.Match[str]) -> bool:
    """Tell a number after a whole date from a year or an hour: in Sweden by its check digit."""
    if found["day"]:
        return _is_date(found["day"], found["month"]) and found["last"][:2] not in {"19", "20"}
    year, month, day = found["year_first"], found["month_second"], found["day_last"]
    return _is_date(day, month) and _luhn(year + month + day + found["last"])


def _is_plausible(found: re.Match[str]) -> bool:
    digits = "".join(filter(str.isdigit, found["date"] + found["last"]))
    danish = not found["century"] and _is_date(digits[:2], digits[2:4])
    swedish = _is_date(digits[4:6], digits[2:4]) or (_is_coordination(digits) and _luhn(digits))
    if found["century"]:
        return swedish and _luhn(digits)
    if _is_joined(found):
        return (danish or swedish) and not _is_year(found)
    return ((danish and _cpr(digits)) or (swedish and _luhn(digits))) and not _is_year(found)


def _is_joined(found: re.Match[str]) -> bool:
    """Tell a hyphen that joins a number's two parts from a dash between two numbers, or a blank."""
    mark = found["mark"].strip(_BLANKS)
    return bool(mark) and mark not in "./" and (mark in "-‐‑−－" or mark == found["mark"])


def _is_year(found: re.Match[str]) -> bool:
    """Tell the last year of a span, whose first one a date ends with: `07.03.16-2018`."""
    return found["apart"] is not None and found["last"][:2] in {"19", "20"}


def _is_date(day: str, month: str) -> bool:
    return 1 <= int(day) <= 31 and 1 <= int(month) <= 12


def _is_coordination(digits: str) -> bool:
    return _is_date(str(int(digits[4:6]) - 60), digits[2:4])


def _cpr(digits: str) -> bool:
    return sum(int(digit) * weight for digit, weight in zip(digits, _CPR_WEIGHTS, strict=True)) % 11 == 0


def _luhn(digits: str) -> bool:
    doubled = (int(digit) * (2 - position % 2) for position, digit in enumerate(digits))
    return sum(value // 10 + value % 10 for value in doubled) % 10 == 0
