"""Until when a person's e-mail and telephone may be published."""

from datetime import date

from katalog.schema.records import Contact


def may_show_contact_details(contact: Contact, today: date) -> bool:
    """Return whether a person's e-mail and phone may be published on the day `today`.

    They may through the whole of `show_until`, a day in the site's time zone, unless they are
    `withdrawn`; after that no output holds them.
    """
    return not contact.withdrawn and contact.show_until.earliest >= today
