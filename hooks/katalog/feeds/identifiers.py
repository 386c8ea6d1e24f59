"""Names that feeds are known by for good: calendar UIDs and tag URIs (RFC 4151).

They must outlive a move of the site, so their host part is the setting `authority`, which is the host of
`site_url` until someone says otherwise.
"""

from urllib.parse import urlsplit

from katalog.settings.model import Settings

TAG_YEAR = 2026
"""The year in tag URIs: one in which the authority was ours; never changes."""


def authority(settings: Settings) -> str:
    """Return the host part of every name; a site without an address is `katalog.invalid`."""
    return settings.authority or urlsplit(settings.site_url).hostname or "katalog.invalid"


def uid_ending(settings: Settings) -> str:
    """Return what follows an event's own part in a calendar's UID, the same in every language and feed."""
    return f"@{authority(settings)}"


def tag_uri(name: str, settings: Settings) -> str:
    """Return the tag URI of a record or feed."""
    return f"tag:{authority(settings)},{TAG_YEAR}:{name}"
