import sys
import unicodedata

import pytest

from katalog.source.national_id import may_contain_national_ids, national_ids


def reported_ids(text: str) -> list[str]:
    found = [str(each.params["written"]) for each in national_ids("a.md", text)]
    assert may_contain_national_ids(text.encode()) or not found
    return found


@pytest.mark.parametrize(
    "text",
    [
        "Ring 33 12 34 56 eller +45 33123456",
        "phone: 24782393",
        'phone: "0701234567"',
        "Telefon: 0707614285",
        "tlf. 0707614285",
        "isil: DK-876100",
        "ISBN 0707614285",
        "ISBN 978-87-12-34567-8",
        "ISBN 9788712345678",
        "CVR 12345678",
        "Org.nr 202100-5489",
        "org.nr 556036-0793",
        "2016-03-07 09:00/16:00",
        "20160307-1601",
        "https://example.org/a/070852-1234",
        "https://example.org/?id=0707614285",
        "EAN 5790000123456",
        "320170-1234",
        "071370-1234",
        "0707614286",
        "8112189875",
        "a070852-1234",
        "070852-12345",
        "1070852-1234",
        "9.950 kr.",
        "56.139300-8.9738",
        "070852 – 1234",
        "120500 – 2400 kr.",
        "120500-2400 kr.",
        "070307 - 1400 DKK",
        "07.03.16-2016",
        "01 05 10 - 2012",
        "2016-03-07 - 2016-04-08",
        "07 08 52 1234",
        "07.08.52.1234",
        "33 12 34 56",
        "Tlf. 07 07 61 4285",
        "070761 + 4285",
        "12:070761-4285",
        "3.070761-4285",
        "28.11.2026-2027",
        "2026-11-28-1400",
        "2026-11-28 - 1400",
        "070852  1234",
        "08-12 34 56 78",
        "0411-57 70 00",
    ],
)
def test_other_numbers_are_no_persons(text: str) -> None:
    assert reported_ids(text) == []


@pytest.mark.parametrize(
    "text",
    ["070852-1234", "(070852-1234)", "cpr: 070852-1234,", "070761 4285", "0707614285",
     "811218-9876",
     "19811218-9876",     "8112189876", "121212+1212", "701063-2391", "070852–1234",
     "Ane Test, 070852-1234.", "070852‑1234", "070852‐1234", "811218−9876", "０７０８５２－１２３４",
     "070761\u00a04285", "070761 - 4285", "811218 – 9876",
     "07 07 61 4285", "070852 - 1234", "010190 - 1234", "07.07.61-4285", "07-07-61-4285",
     "07.07.61 4285", "070761-4285.",
     "07 07 61-4285", "07/07/61-4285", "81 12 18 9876", "81-12-18-9876",
     "070761  -  4285", "07\u00a007\u00a061\u00a04285",
     "070761.4285", "(07 07 61 4285)"],
)  # fmt: skip
def test_persons_are_found(text: str) -> None:
    assert len(reported_ids(text)) == 1


def test_the_number_is_not_repeated() -> None:
    assert reported_ids("070852-1234") == ["0708…"]


def test_digits_of_every_script_are_seen() -> None:
    zeros = [chr(code) for code in range(sys.maxunicode + 1) if unicodedata.decimal(chr(code), None) == 0]
    assert len(zeros) > 50
    assert [unicodedata.name(zero) for zero in zeros if len(reported_ids(a_number_in(zero))) != 1] == []


def a_number_in(zero: str) -> str:
    """Return a text with a number written in the digits that begin with `zero`."""
    digits = {ord("0") + value: chr(ord(zero) + value) for value in range(10)}
    return "æøå – 070852-1234".translate(digits)
