"""What a course costs, in schema.org's vocabulary."""

from datetime import datetime, timedelta
from typing import cast

from katalog.catalogue.state_table import ALLOWED, State
from katalog.feeds.json_data import models, part_models
from katalog.feeds.json_ld_types import SCHEMA, Offer, PriceSpecification
from katalog.views.reader import Reader


def kinds_of_offer(data: models.Course) -> tuple[Offer, ...]:
    """Return what the course costs, each amount once; the runs have the terms."""
    found = {(price.amount, price.currency): None for run in data.runs for price in run.prices}
    return tuple(
        Offer(
            type="Offer",
            category="Paid" if amount else "Free",
            price=amount,
            price_currency=currency,
        )
        for amount, currency in found
    )


def offer(reader: Reader, price: part_models.Price, run: part_models.Run) -> Offer:
    """Return a price of a run, with its terms as the page says them."""
    allowed = ALLOWED[cast("State", run.state)]
    url = run.registration.url if run.registration and allowed.enrol else ""
    return Offer(
        type="Offer",
        name=", ".join(filter(None, (price.label, price.audience))),
        description=_terms(reader, price),
        valid_from=price.valid_from,
        valid_through=_through(price.valid_until),
        price=price.amount,
        price_currency=price.currency,
        price_specification=_specification(price),
        url=url,
        availability=allowed.offer and SCHEMA + allowed.offer,
    )


def _terms(reader: Reader, price: part_models.Price) -> str:
    """Return for what a price is, up to how many it covers, what it includes, and its condition.

    That it is for each who takes part goes without saying.
    """
    up_to = reader.phrases.count("price.up-to", price.up_to) if price.up_to else ""
    per = price.per if price.amount and price.per != "participant" else ""
    covers = ", ".join(filter(None, (reader.label("price.per", per), up_to)))
    includes = f"{reader.phrases('price.includes')} {'; '.join(price.includes)}" if price.includes else ""
    return ". ".join(filter(None, (covers, includes, price.condition)))


def _through(until: str) -> str:
    """Return the last second before an instant."""
    return (datetime.fromisoformat(until) - timedelta(seconds=1)).isoformat() if until else ""


def _specification(price: part_models.Price) -> PriceSpecification | None:
    """Return whether VAT is in the price, and whether it is the lowest or the highest, where that is said."""
    found = PriceSpecification(
        type="PriceSpecification",
        value_added_tax_included={"excluded": False, "included": True}.get(price.vat),
        min_price=price.amount if price.bound == "from" else None,
        max_price=price.amount if price.bound == "at-most" else None,
    )
    return None if found == PriceSpecification(type="PriceSpecification") else found
