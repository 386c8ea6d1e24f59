"""A price on one line, as people write it: `1.200 kr. pr. deltager ekskl. moms for medlemmer`.

Its parts come in any order.  Each has a pattern and is taken from the line by it; what is left falls into
pieces: for whom or for what, what is included, and in front of a colon what the price is for.  The form reads
lines by the same patterns (`form/assets/price_lines.js`), whose words stand in `price_words.toml`.
"""

import re
from pathlib import Path
from typing import Any, NamedTuple

from msgspec import toml

from katalog.money import BOUNDS, FREE
from katalog.when.normalise import QUOTES, unquoted

TAKEN, AMOUNT = "\x00", "\x01"
"""What is left in the place of a part, and of the amount."""
LONGEST_LINE, LONGEST_TEXT = 400, 2_000
"""Characters of a line, and of several: what is longer is no price, and would take its time."""


def _any(words: str) -> str:
    return "|".join(words.split())


_END = r"(?![^\s\x00\x01),;.:/])"


def _word(pattern: str, *, last: str = _END) -> str:
    """Return a pattern between what may stand around a word, whose letters may be other than a to z."""
    return rf"(?<![^\s\x00\x01(,;:/])(?:{pattern}){last}"


_WORDS = toml.decode(
    Path(__file__).with_name("price_words.toml").read_bytes(), type=dict[str, dict[str, str]]
)
PER = {word: per for per, words in _WORDS["per"].items() for word in words.split()}
_people, _things, _nothing = (
    {name: _any(words) for name, words in _WORDS[table].items()} for table in ("people", "things", "nothing")
)

_UNIT = (
    r"(?:(?:(?:danske|danska|svenske|svenska|norske|norska|islandske|isländska) )?kr(?:on[aeo]r?)?|dkk|sek"
    r"|nok|isk|eur|euro|gbp|chf|(?:britiske |brittiska )?pund|pounds|schweiziske franc)(?![a-zæøåäöé\d])\.?"
    r"|[€£]"
)
_NUMBER = r"[-–]?(?:\d{1,3}(?: \d{3}){1,3}|\d+)(?:[.,:]\d+){0,5}(?!\d)"
_DASH = r" ?[.,:] ?[-–](?![\d-])"
_MONEY = (
    rf"(?<![^\s\x00(,;/+])(?:(?:{'|'.join(BOUNDS.values())}) )?"
    rf"(?:(?:{_UNIT}) ?{_NUMBER}(?:{_DASH})?(?: ?(?:{_UNIT}))?"
    rf"|(?!20\d\d (?:{_UNIT}) ?\d){_NUMBER}(?:{_DASH}(?: ?(?:{_UNIT}))?| ?(?:{_UNIT})))"
)
_FREE = _word("|".join(sorted(FREE, key=lambda said: (-len(said), said))))
_MONTH = r"(?:jan|feb|mar|apr|maj|may|mai|jun|jul|aug|sep|okt|oct|nov|dec|des)"
_CLOCK = r"(?:kl\.?|klokken|klockan) ?\d"
_DAY = (
    rf"(?:{_CLOCK}[\d.:]*|(?:[^\s\d\x00\x01]+ )?(?:den |d\. )?"
    rf"(?!\d{{1,2}}\.?(?![^\s,)\x00])(?! ?(?:{_MONTH}|\d{{4}}(?!\d))))\d[\d./:-]*"
    rf"(?: ?{_MONTH}[^\s\d,()]*)?(?: \d{{4}}(?!\d))?(?:,? {_CLOCK}[\d.:]*)?)"
)
"""A day; a bare number is none: `fra 3 deltagere`."""
_ENROLLING = r"(?:(?:ved|vid) (?:tilmelding|anmälan) |(?:tilmelding|anmälan) (?=[^\x01]*\x01))?"
"""In front of the day until which a price holds; `900 kr. Tilmelding senest …` is said of no price."""
_UNTIL = _word(
    r"til og med|till och med|t\.? ?o\.? ?m\.?|senest|senast|until|(?<!op )(?<!upp )till?", last=""
)
_SINCE = _word(r"fra og med|från och med|fr\.? ?o\.? ?m\.?|fra|från|from", last="")
_MOST = _word(r"op til|upp till|up to|max\.?|maks\.?|højst|högst", last="")
_PERSONS = r"(?:deltagere|deltagare|deltakere|personer|participants|people|medarbejdere|medarbetare)"
"""With `pr. bibliotek` behind them, `højst 2 deltagere` are those that may come from each."""
_AND = r"(?:og|och|and|samt|men|but)"
_IS_IN = r"(?:(?:er|är|is) )?(?:indgår|ingår|inkluder[ea][td]|included)"
_TAX = r"(?:\d\d? ?% ?)?(?:moms|vat|mva)(?: (?:på )?\d\d? ?%)?"
_INCLUDED = r"in[kc]l(?:usive?|uder(?:er|ar)|uding)?\.?"


class LinePart(NamedTuple):
    """A part of a line: its field, its pattern with one group, and what the field is if not the group."""

    field: str
    pattern: str
    value: str = ""


PARTS = (
    LinePart("amount", rf"({_MONEY}|{_FREE})"),
    LinePart(
        "up_to",
        rf"(?:(?:for|för) |(?!{_MOST} \d+ {_PERSONS},? ?(?:/|pr[. ]|per ))){_MOST} (\d+) {_PERSONS}",
    ),
    LinePart("until", rf"{_ENROLLING}{_UNTIL} ({_DAY})"),
    LinePart("since", rf"{_ENROLLING}{_SINCE} ({_DAY})"),
    LinePart(
        "vat",
        _word(rf"(moms-?(?:fri|fritt?|friad|befriad|fritaget)|vat[- ]exempt|(?:ingen|no) {_TAX})"),
        "exempt",
    ),
    LinePart(
        "vat",
        _word(
            rf"((?:(?:e(?:ks|x)(?:[kc]?l)?)(?:usive?)?\.?|\+|plus|uden|utan) ?(?:of )?{_TAX}"
            rf"|{_TAX} (?:tillkommer|tilkommer|kommer til|ingår (?:ej|inte))"
            rf"|(?:her|der|där)till? kommer {_TAX})"
        ),
        "excluded",
    ),
    LinePart(
        "vat",
        _word(rf"((?:{_INCLUDED}|med) ?(?:of )?{_TAX}|{_TAX} {_IS_IN})"),
        "included",
    ),
    LinePart(
        "per",
        rf"(?:{_word('pr[.] ?|pr |per ', last='')}|(?<![^\s\x00\x01])/ ?)({'|'.join(PER)}){_END}",
    ),
)  # fmt: skip
"""The fields that a line may state once each, in the order in which they are taken from it."""

_THOSE = (
    rf"(?:(?:{_people['before']})[- ])?(?:[^\s\d:(),]+-)?(?:{_people['words']})(?: (?:{_people['others']}))?"
    r"(?: (?:af|av|i|of) [^\d:(),\x00\x01]+)?(?: (?:(?:under|over|över) )?\d+(?: ?[-–] ?\d+)? (?:år|years))?"
)
_THINGS = (
    rf"(?:(?:{_people['before']}) )?[^\s,]*?(?:{_things['words']})(?:{_things['endings']})?(?![^\s,])"
    rf"(?! (?:{_people['after_for']})(?![^\s,]))"
)
_NAMED = (
    rf"{_THOSE}(?![^\s,])|(?:{_people['after_for']})(?![^\s,])"
    r"|(?:alle|alla|everyone)(?=$|,| (?:i|på|in|fra|från|from|og|och|and|som|der|who) )"
    rf"|(?!{_people['unlike']})[^\s,]{{3,}}(?:{_people['endings']})(?![^\s,])"
)
PATTERNS = {
    "quoted": rf"[{QUOTES}]([^{QUOTES}]+)[{QUOTES}]",
    "piece": rf"(?: {_AND})? ?[\x00();]|(?:,? {_AND})?,? (?=(?:{_INCLUDED}|for|för) )"
    r"|(?<=[^\s\d.]{3})(?<!in[kc]l)(?<!pga|mfl|evt|stk|bla|osv)\. ",
    "piece_in_front": rf"\x00|,? (?={_INCLUDED} )",
    "range": r"\d ?[-–] ?\x01",
    "named": rf"(?::| [-–]| (?:{_nothing['verbs']}))[ \x00()]*$",
    "verb": rf" (?:{_nothing['verbs']})$",
    "comma": r", (?!(?:som|der|who) )",
    "listed": rf"(?!(?:{_things['prepositions']}) .+ {_IS_IN}$)"
    r"[^,]+(?:, [^\s,]+(?: [^\s,]+)?)*,? (?:og|och|and|samt|eller|or) [^,]+",
    "nothing": rf"(?:(?:{_nothing['subjects']})(?: (?:for|för) (?:{_nothing['subjects']}))? )?"
    rf"(?:{_nothing['verbs']})"
    rf"|{_nothing['words']}|at deltage|att delta",
    "includes": rf"(?:{_INCLUDED} (?:of )?)(.+)|(?:{_AND} )?"
    rf"(?!(?:{_things['prepositions']}|{_AND}) |.* (?:ikke|ikkje|ej|inte|icke|not) )(.+?) {_IS_IN}",
    "for": rf"(?:for|för|till?) (?!kl[. ]|.* {_IS_IN})(.+)",
    "people": rf"(?:{_THOSE})(?:(?:,| ?[/&]| (?:og|och|and|samt|eller|or)) ?(?:{_THOSE}))*",
    "ways": r"online|digitalt|fysiskt?|on-site",
    "thing_or_those": rf"(?<![^\s,])(?:({_THINGS})|({_NAMED}))",
    "relation": rf"(?:^| )(?:{_things['prepositions']}|som|der|who) ",
    "stray": rf"{_FREE}|^(?:op til|upp till|up to|max\.?) |/ ?(?:{'|'.join(PER)})(?![^\s,])"
    r"|(?<![^\s(,])(?:pr[. ]|per |(?:moms|vat|mva)(?![^\s,.])|(?:in[kc]l|e(?:ks|x)[kc]l)(?!usions))"
    r"|\d\d (?:for|för) |^/|[+%$]",
}
"""The patterns of pieces, of what may stand in none of them (`stray`), and of what pieces are apart by."""

_PARTS = [(part.field, re.compile(part.pattern, re.IGNORECASE), part.value) for part in PARTS]
_PATTERNS = {name: re.compile(pattern, re.IGNORECASE) for name, pattern in PATTERNS.items()}
_BARE = re.compile(rf"(?<![^\s\x00(])({_NUMBER})(?![^\s\x00),;.])")
_PAID = re.compile(rf"{_MONEY}|{_FREE}", re.IGNORECASE)
_NEXT_LINE = re.compile(
    rf"[,;] (?=(?:(?:{_nothing['words']}) )?(?:[^\d:,;()]+: |{PATTERNS['people']} )?(?:{_FREE}|{_MONEY}))"
    rf"| (?:[+]|og|och|and|samt) (?={_MONEY})",
    re.IGNORECASE,
)
_SUBJECT = re.compile(rf"(?:{_nothing['subjects']}) (?:{_nothing['verbs']}) ", re.IGNORECASE)
_BETWEEN = re.compile(r" ?/ |[,;] | \((?=[^()]*\)$)|(?<=\bkr)\. (?=[A-ZÆØÅÄÖ])")
"""What prices may be apart by, where no plainer mark tells them apart."""
NO_NAME = frozenset(_WORDS["not_a_name"]["words"].split())
"""What makes another amount of the one it stands before, and is not what that is for."""
UNREAD = ("name", "for", "rest")
"""What `read_line` has of a line that is no field: before the amount, for whom or what, and after it."""


def lines_of(text: str) -> list[str]:
    """Return the lines that a text holds, each with an amount: `gratis for medlemmer, 200 kr. for andre`."""
    text, start, lines = " ".join(text.split()), 0, []
    for found in _NEXT_LINE.finditer(text) if len(text) <= LONGEST_TEXT else ():
        if _PAID.search(text, start, found.start()):
            lines.append(text[start : found.start()])
            start = found.end()
    return [*lines, text[start:]]


def split_by_amounts(text: str) -> list[str]:
    """Return the pieces of a text with one amount each: `Medlem 300 kr. / ikke-medlem 500 kr.`."""
    lines: list[str] = []
    for piece in _BETWEEN.split(" ".join(text.split())):
        if lines and not (amounts_in(piece) and amounts_in(lines[-1])):
            lines[-1] += f", {piece}"
        else:
            lines.append(piece.rstrip(")") if piece.count(")") > piece.count("(") else piece)
    return lines


def after_amount(text: str) -> tuple[str, str] | None:
    """Return the amount that a text with no other begins with, and what follows it; `gratis` before any."""
    text = _SUBJECT.sub("", text)
    found = _PAID.match(text)
    if found is None or (amounts_in(text) > 1 and not re.match(_FREE, text, re.IGNORECASE)):
        return None
    rest = text[found.end() :].strip(" ,:;–-.")
    if rest.count("(") == 1 and rest[0] + rest[-1] == "()":
        rest = rest[1:-1]
    return (found[0], rest) if rest else None


def amounts_in(text: str) -> int:
    """Return how many amounts a text names, `gratis` too."""
    return len(_PAID.findall(text))


def read_line(text: str) -> dict[str, Any] | None:
    """Return the fields that a line states, and what of it is `UNREAD`; None where they are not plain."""
    taken = _take_parts(unquoted(" ".join(text.split())))
    if taken is None or _PATTERNS["range"].search(taken[1]):
        return None
    found, left = taken
    before, _, after = left.partition(AMOUNT)
    named = "label" if _PATTERNS["named"].search(before) else "name"
    in_front = map(_plain, _PATTERNS["piece_in_front"].split(before))
    pieces = [(piece, "rest") for piece in _pieces(after)] + [(piece, named) for piece in in_front if piece]
    for piece, place in pieces:
        field, said = _field_of(piece, place, for_some="audience" in found)
        declared = field == place == "label"  # which may hold whatever it is called
        if field in found or (_PATTERNS["stray"].search(said) and not declared):
            return None
        found[field] = [said] if field == "includes" else said
    return found


def _take_parts(text: str) -> tuple[dict[str, Any], str] | None:
    """Return the parts of a line and what is left of it; None where one is there twice, or no amount.

    A price for each participant is for no more than one: `højst 20 deltagere` are those who may come.
    """
    found: dict[str, Any] = {}
    for field, pattern, value in _PARTS:
        said = pattern.findall(text)
        if len(said) > (field not in found):
            return None
        if said:
            found[field] = value or PER.get(said[0].lower(), said[0])
            text = pattern.sub(AMOUNT if field == "amount" else TAKEN, text)
    if "amount" not in found and len(bare := _BARE.findall(text)) == 1:  # without a currency, as is told
        found["amount"], text = bare[0], _BARE.sub(AMOUNT, text)
    is_twice = found.get("per") == "participant" and "up_to" in found
    return (found, text) if "amount" in found and not is_twice else None


def _pieces(text: str) -> list[str]:
    """Return what no part has taken, in pieces: brackets, `for` and a comma that lists nothing begin one."""
    whole = [each.strip(" ,:–-") for each in _PATTERNS["piece"].split(text)]
    found = [
        each
        for one in whole
        for each in (
            [one] if ", " in one and _PATTERNS["listed"].fullmatch(one) else _PATTERNS["comma"].split(one)
        )
    ]
    return [plain for each in found if (plain := _plain(each))]


def _plain(piece: str) -> str:
    """Return a piece without what it ends and begins with; nothing where it says nothing."""
    piece = piece.strip(" ,:–-" if piece.count("(") == piece.count(")") else " ,:–-()")
    piece = piece.lstrip(". ")
    piece = piece.rstrip(" .:") if piece.count(".") == 1 else piece
    return "" if _PATTERNS["nothing"].fullmatch(piece) else _PATTERNS["verb"].sub("", piece)


def _field_of(piece: str, place: str, *, for_some: bool) -> tuple[str, str]:
    """Return the field a piece is of, and its text; `place` where only that tells."""
    if said := _PATTERNS["includes"].fullmatch(piece):
        return "includes", said[1] or said[2]
    if said := _PATTERNS["for"].fullmatch(piece):
        known = _PATTERNS["thing_or_those"].search(said[1])
        if known is None or (known[1] and _PATTERNS["relation"].search(said[1][: known.start()])):
            return "for", said[1]
        return "label" if known[1] else "audience", said[1]
    if _PATTERNS["people"].fullmatch(piece) and not (for_some and place != "rest"):
        return "audience", piece
    return ("audience" if place == "rest" and _PATTERNS["ways"].fullmatch(piece) else place), piece
