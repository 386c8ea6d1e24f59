"""Old addresses: none may be its own record's, hide another record, or lead two ways.

A redirect that would loop leads from an id that exists, so it is one that hides a record.
"""

from collections.abc import Iterator, Sequence

from katalog.problems import Problem
from katalog.schema.entries import Entry


def check_redirects(entries: Sequence[Entry]) -> Iterator[Problem]:
    """Yield old ids (`redirect_from`) that are a record's now, or that stand twice."""
    present = {entry.id: entry for entry in entries}
    claimed: dict[str, Entry] = {}
    for entry in entries:
        for number, old in enumerate(entry.record.redirect_from):
            loc = ("redirect_from", number)
            first = claimed.setdefault(old, entry)
            if old == entry.id:
                yield entry.problem(loc, "redirect.to-itself", written=old)
            elif old in present:
                yield entry.problem(loc, "redirect.hides-record", written=old, other=present[old].path)
            elif first is not entry or old in entry.record.redirect_from[:number]:
                yield entry.problem(loc, "redirect.twice", written=old, other=first.path)
