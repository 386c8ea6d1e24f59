"""vCards, read back by vobject."""

import vobject


def test_a_card_says_who_where_and_how(feeds: dict[str, bytes]) -> None:
    card = vobject.readOne(feeds["kontakt/ane-eksempel.vcf"].decode())
    card.validate()
    assert card.version.value == "3.0"
    assert card.fn.value == "Ane Prøve Eksempel"
    assert (card.n.value.family, card.n.value.given) == ("Eksempel", "Ane Prøve")
    assert card.org.value == ["Eksempelby Bibliotek"]
    assert card.title.value == "Konsulent"
    assert card.email.value == "ane@eksempel.dk"
    assert card.tel.value == "+4520123456"
    assert card.url.value == "https://katalog.example/kontakt/ane-eksempel/"


def test_only_people_who_may_be_reached_have_one(feeds: dict[str, bytes]) -> None:
    cards = {address for address in feeds if address.endswith(".vcf")}
    assert cards == {"kontakt/ane-eksempel.vcf", "sv/kontakt/ane-eksempel.vcf"}
