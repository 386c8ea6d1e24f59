"""Addresses of the site in full, as feeds and other programs need them."""

from katalog.settings.model import Settings


def absolute_url(address: str, settings: Settings) -> str:
    """Return an address of the site in full; from the root where the site has no address."""
    if "://" in address or address.startswith(("mailto:", "tel:")):
        return address
    return absolute_site_url(address, settings)


def absolute_site_url(address: str, settings: Settings) -> str:
    """Return an address in full that is known to be the site's."""
    return (settings.site_url or "/") + address
