"""How to reach a person or an organisation: e-mail, telephone, web site."""

from urllib.parse import urlsplit

import phonenumbers
from msgspec import Struct

from katalog.schema.records import Institution
from katalog.views.reader import Link, Reader

LONGEST_SHOWN = 40


class Phone(Struct, frozen=True):
    """A number as the reader's country writes it, and for `tel:` (E.164)."""

    shown: str
    number: str


class ContactDetails(Struct, frozen=True):
    """E-mail, telephone and web site; false when none of them is known."""

    email: str = ""
    phone: Phone | None = None
    website: Link | None = None

    def __bool__(self) -> bool:
        return bool(self.email or self.phone or self.website)


def phone_view(number: str, country: str | None) -> Phone:
    """Return a number (E.164) as it is written in `country`, or with its country code elsewhere."""
    parsed = phonenumbers.parse(number)
    home = phonenumbers.region_code_for_number(parsed) == country
    form = phonenumbers.PhoneNumberFormat.NATIONAL if home else phonenumbers.PhoneNumberFormat.INTERNATIONAL
    return Phone(phonenumbers.format_number(parsed, form), number)


def web_link(url: str) -> Link:
    """Return a link that shows an address as people say it: without scheme, and only its host when long."""
    parts = urlsplit(url)
    shown = url.split("://")[1].rstrip("/")
    return Link(shown if len(shown) <= LONGEST_SHOWN else parts.netloc, url)


def contact_details(reader: Reader, institution: Institution) -> ContactDetails:
    """Return how to reach a library or organisation."""
    phone = phone_view(institution.phone, reader.phrases.locale.territory) if institution.phone else None
    return ContactDetails(
        institution.email or "", phone, web_link(institution.website) if institution.website else None
    )
