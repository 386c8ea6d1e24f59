"""`katalog addresses`: the list of every address ever published, with today's added."""

import argparse
import sys

from katalog.cli.refuse import project_root
from katalog.i18n.phrases import Phrases
from katalog.inspection import inspect
from katalog.problems.report import format_text
from katalog.process_environment import configuration
from katalog.source.published_addresses import ADDRESSES, read_published_addresses


def run(_: argparse.Namespace, phrases: Phrases) -> int:
    """Add what is missing to the list and sort it; nothing is ever taken out.  Return the exit status."""
    root = project_root(phrases)
    found, problems = configuration(root)
    listed, unread = read_published_addresses(root)
    if found is None or unread:
        print(format_text([*problems, *unread], phrases), end="", file=sys.stderr)
        return 1
    known = {each.address for each in listed}
    everything = known | inspect(root, found.settings, found.today).addresses(found.settings)
    text = "".join(f"{each}\n" for each in sorted(everything))
    if not (root / ADDRESSES).exists() or (root / ADDRESSES).read_text("utf-8") != text:
        (root / ADDRESSES).write_text(text, encoding="utf-8", newline="\n")
    print(phrases("addresses.done", name=ADDRESSES, added=len(everything - known), count=len(everything)))
    return 0
