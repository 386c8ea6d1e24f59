"""Where something is held, and how one joins it online, as data."""

from __future__ import annotations

from katalog.feeds.json_data import part_models
from katalog.feeds.json_data.references import reference_or_text
from katalog.views.reader import Reader
from katalog.views.shared.venue import Where, is_on_site


def place(reader: Reader, where: Where) -> part_models.Reference | None:
    """Return the place one comes to: a record, or a name alone; `None` for what is held online only."""
    return reference_or_text(reader, str(where.place)) if is_on_site(where) else None


def join(where: Where) -> part_models.Join | None:
    """Return how one joins online, where the record says."""
    online = where.online
    if online is None or not online.offered or not (online.url or online.platform or online.note):
        return None
    return part_models.Join(online.url or "", online.platform or "", online.note or "")
