"""What a text is looked up by: the same terms for a record when it is indexed and for a query.

`theme/assets/search/keys.js` says the same in JavaScript; both read `word_tables.json`, and one table of
cases (tests/search/keys.json) holds them together.
"""

import re
from collections.abc import Callable, Iterator
from functools import cache, lru_cache
from unicodedata import normalize

from msgspec import Struct

from katalog.search.word_tables import tables


class Token(Struct, frozen=True):
    """A term and the words it was read from; several terms where a text names several things at once.

    Terms of words are `a-z` only.  Dates begin with `#`: `#2016-03-07`, `#03-07`, `#2016-03`, `#m03`,
    `#2016-w11`, `#w11`, `#2016-q1`, `#q1`, `#2016-s1`, `#s1`, `#2016`.  Telephone numbers begin with `+`,
    paragraphs of laws with `§`.
    """

    terms: tuple[str, ...]
    text: str
    kind: str


def fold(word: str) -> str:
    """Return a word in plain letters: å, aa and a are one, so are doubled letters, and c before e as s."""
    word = word.translate(_characters())
    for pair, plain in tables().pairs.items():
        word = word.replace(pair, plain)
    return _DOUBLED.sub(r"\1", word)


def stem(word: str) -> str:
    """Return a folded word without the endings that Danish and Swedish words take."""
    return _without_ending(_without_s(word))


def _without_s(word: str) -> str:
    """Leave out the s of a genitive or of a compound's first part; not that of `proces` or `kursus`."""
    long = len(word) > tables().genitive and word.endswith("s")
    return word[:-1] if long and not word.endswith(_protected()) else word


def _without_ending(word: str) -> str:
    endings = tables().endings
    for length in range(min(_longest(), len(word) - 1), 0, -1):
        put = endings.get(word[-length:])
        if put is not None and len(word) - length + len(put) >= tables().shortest:
            return word[:-length] + put
    return word


def key(word: str) -> str:
    """Return the term of a word in small letters."""
    return stem(fold(word))


def tokens(text: str) -> Iterator[Token]:
    """Yield what a text says, in order."""
    kinds = [kind for kind, _ in patterns()]
    for match in _pattern().finditer(_SPACE.sub(" ", normalize("NFC", text)).lower()):
        token = _token(kinds[(match.lastindex or 1) - 1], match[0])
        if token.terms:
            yield token


@lru_cache(2**16)
def _token(kind: str, said: str) -> Token:
    """Return what is said as a token of a kind; most words are said again and again."""
    return Token(READERS[kind](said), said, kind)


_SPACE = re.compile("[\u00a0\u2007\u2009\u202f]")
_DOUBLED = re.compile(r"(.)\1+")
_DIGITS = re.compile("[0-9]+")
_LETTERS = re.compile("[^0-9 .,:/–-]+")
_PARTS = re.compile("[-‐‑]")
_NOTHING_ELSE = "(?!LETTERS|[0-9@_%+‐‑-]|[.][a-z0-9._%+@-]|[ .,]+(?:(?:i|af|av) |nr[.]? ?)?[0-9])"
"""What follows a word that begins nothing longer.  Most words are such, and are told by that much sooner than
by trying all that they could begin."""


@cache
def _characters() -> dict[int, str]:
    return {ord(each): plain for each, plain in tables().fold.items()}


@cache
def _protected() -> tuple[str, ...]:
    return tuple(ending for ending in tables().endings if ending.endswith("s"))


@cache
def _longest() -> int:
    return max(map(len, tables().endings))


@cache
def patterns() -> tuple[tuple[str, str], ...]:
    """Return what a token can be, in the order of trial: its kind and its pattern."""
    months = "|".join(
        sorted([*tables().months, *tables().abbreviations], key=lambda name: (-len(name), name))
    )
    seasons = "|".join(sorted(tables().seasons, key=lambda name: (-len(name), name)))
    filled = [
        (kind, each.replace("MONTHS", months).replace("SEASONS", seasons)) for kind, each in tables().patterns
    ]
    kind, word = filled[-1]
    return ((kind, word + _NOTHING_ELSE.replace("LETTERS", word.rstrip("+"))), *filled)


@cache
def _pattern() -> re.Pattern[str]:
    """Return the pattern of a token; what can begin none is told before each kind is tried."""
    letter = patterns()[-1][1].rstrip("+")
    return re.compile(rf"(?={letter}|[0-9+§])(?:{'|'.join(f'({each})' for _, each in patterns())})")


def _numbers(said: str) -> list[int]:
    return [int(each) for each in _DIGITS.findall(said)]


def _year(number: int) -> int:
    """Return a year that may be written with two digits."""
    return number + 2000 if number < 70 else number + 1900 if number < 100 else number


def _day(day: int, month: int, year: int | None = None) -> tuple[str, ...]:
    if not (1 <= day <= 31 and 1 <= month <= 12):
        return ()
    return (f"#{year}-{month:02}-{day:02}" if year else f"#{month:02}-{day:02}",)


def _in_year(part: str, year: int | None) -> tuple[str, ...]:
    return (f"#{year}-{part}" if year else f"#{part}",)


def _week(said: str) -> tuple[str, ...]:
    weeks = _numbers(said)
    year = weeks.pop() if weeks[-1] > 99 else None
    return tuple(part for week in weeks for part in _in_year(f"w{week:02}", year))


def _quarter(said: str) -> tuple[str, ...]:
    numbers = sorted(_numbers(said))
    return _in_year(f"q{numbers[0]}", numbers[1] if len(numbers) > 1 else None)


def _season(said: str) -> tuple[str, ...]:
    name = said.replace(",", " ").split()[0]
    return _in_year(f"s{tables().seasons[name]}", _numbers(said)[0])


def _month_of(said: str) -> int:
    names = tables().months | tables().abbreviations
    return next(names[word] for word in _LETTERS.findall(said.replace(":e", " ")) if word in names)


def _day_month(said: str) -> tuple[str, ...]:
    days = _numbers(said)
    year = days.pop() if days[-1] > 99 else None
    return tuple(term for day in days for term in _day(day, _month_of(said), year))


def _numeric(said: str) -> tuple[str, ...]:
    day, month, year = _numbers(said)
    return _day(day, month, _year(year))


def _years(said: str) -> tuple[str, ...]:
    first, last = _DIGITS.findall(said)
    last = first[:2] + last if len(last) == 2 else last
    return (f"#{first}", f"#{last}")


def _phone(said: str) -> tuple[str, ...]:
    digits = re.sub("[^0-9]", "", said)
    if re.fullmatch("(?:19|20)[0-9]{2} (?:19|20)[0-9]{2}", said):
        return (f"#{said[:4]}", f"#{said[5:]}")
    abroad = said.startswith(("+", "00"))
    digits = digits.lstrip("0")
    if (abroad or len(digits) > 9) and digits[:2] in {"45", "46", "47"}:
        digits = digits[2:].lstrip("0")
    return (f"+{digits}",)


def _number(said: str) -> tuple[str, ...]:
    if len(said) == 4 and said[:2] in {"19", "20"}:
        return (f"#{said}",)
    return (said.split(",", maxsplit=1)[0],)


def _word(said: str) -> tuple[str, ...]:
    if said in tables().months:
        return (f"#m{tables().months[said]:02}",)
    if said in tables().bare_seasons:
        return (f"#s{tables().seasons[said]}",)
    return (key(said),)


READERS: dict[str, Callable[[str], tuple[str, ...]]] = {
    "email": lambda said: (said,),
    "host": lambda said: (said.removeprefix("www."),),
    "iso": lambda said: (f"#{said}",),
    "week": _week,
    "isoweek": lambda said: _in_year(f"w{said[-2:]}", int(said[:4])),
    "quarter": _quarter,
    "season": _season,
    "daymonth": _day_month,
    "monthyear": lambda said: (f"#{_numbers(said)[0]}-{_month_of(said):02}",),
    "numeric": _numeric,
    "years": _years,
    "section": lambda said: ("§" + re.sub("[§ ]", "", said),),
    "amount": lambda said: (re.sub("[^0-9]", "", said.split(",", maxsplit=1)[0]),),
    "phone": _phone,
    "time": lambda _: (),
    "shortdate": lambda said: _day(*_numbers(said)),
    "code": lambda said: (said.replace("-", ""),),
    "number": _number,
    "compound": lambda said: (key(_PARTS.sub("", said)),),
    "word": _word,
}
