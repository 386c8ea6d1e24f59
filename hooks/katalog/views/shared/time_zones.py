"""On which clock hours are: that of the place, else the organiser's, else the site's."""

from datetime import datetime, time
from zoneinfo import ZoneInfo

from katalog.catalogue.state import CourseRun
from katalog.i18n.cldr import country_at_end, sole_time_zones
from katalog.views.reader import Reader
from katalog.views.shared.venue import Where
from katalog.when.model import When
from katalog.when.showing import show_hours

_ON_ISLANDS = frozenset({"AX", "CY", "FO", "GG", "IM", "IS", "JE", "MT", "SJ"})
"""Countries one is on, not in."""


def time_zone_of(reader: Reader, record: object) -> str:
    """Return the zone of the first organiser's country where it has one only, else the site's."""
    organisers = getattr(record, "organiser", ()) or (getattr(record, "coordinator", None),)
    return zone_at(reader, organisers[0], reader.settings.time_zone)


def zone_of_run(reader: Reader, run: CourseRun) -> str:
    """Return the zone on whose clock a run opens and closes: that of its first organiser."""
    return zone_at(reader, run.organiser, reader.settings.time_zone)


def zone_of(reader: Reader, where: Where, otherwise: str) -> str:
    """Return the zone of where something is held; an address may end in its country: `…, Turku, Finland`."""
    if reader.known(where.place) is None and (country := country_at_end(where.address or where.place or "")):
        return _zone_in(reader, country, otherwise)
    return zone_at(reader, where.place, otherwise)


def zone_at(reader: Reader, place: str | None, otherwise: str) -> str:
    """Return the zone of a place that has a record, where its country has one or the settings say which."""
    entry = reader.known(place)
    return _zone_in(reader, getattr(entry.record, "country", "") if entry else "", otherwise)


def _zone_in(reader: Reader, country: str, otherwise: str) -> str:
    return reader.settings.zone_of(country) or sole_time_zones().get(country, otherwise)


def local_time(reader: Reader, when: When | None, zone: str) -> str:
    """Return whose time the hours of a date are, where the site's clock shows another hour then."""
    if when is None or when.starts is None or zone == reader.settings.time_zone:
        return ""
    noon = datetime.combine(when.earliest, time(12))
    here, there = (noon.replace(tzinfo=ZoneInfo(each)) for each in (reader.settings.time_zone, zone))
    if here.utcoffset() == there.utcoffset():
        return ""
    stated = [(each.country, each.zone) for each in reader.settings.time_zones]
    country = next((code for code, each in (*stated, *sole_time_zones().items()) if each == zone), "")
    message = "when.local-time.island" if country in _ON_ISLANDS else "when.local-time"
    return reader.phrases(message, country=reader.phrases.locale.countries.get(country, zone))


def hours_shown(reader: Reader, when: When | None, zone: str) -> str:
    """Return the hours of a date without its day, with the country whose time they are in.

    Those of days that come again, or from one day to another, stand among the words of the date.
    """
    if when and when.latest not in {when.earliest, None}:
        local = local_time(reader, when, zone)
        return f"({local})" if local else ""
    return with_local_time(reader, show_hours(when, reader.phrases), when, zone)


def with_local_time(reader: Reader, shown: str, when: When | None, zone: str) -> str:
    """Return a date in words with the country whose time it is in, where that is not the site's."""
    local = local_time(reader, when, zone)
    return f"{shown} ({local})" if local and shown else shown
