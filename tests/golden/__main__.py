"""Write down anew what all sites here say, after a change that is meant: `python -m tests.golden`."""

from tests.golden import outputs, slips
from tests.golden.digested import DIGESTED
from tests.golden.generated import write_digests

if __name__ == "__main__":
    outputs.write()
    slips.write()
    for site in DIGESTED:
        write_digests(site.texts, site.DIGESTS, site.DEPTH)
