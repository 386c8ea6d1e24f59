"""Run MkDocs in this process and print what it cost: `python bench/measured.py build …`."""

from __future__ import annotations

import json
import resource
import sys

sys.modules["pytz"] = None  # type: ignore[assignment] # comes with a library for tests; Babel would read its 600 zones

from mkdocs.__main__ import cli  # noqa: E402

KIB_PER_UNIT = 1 / 1024 if sys.platform == "darwin" else 1  # macOS counts bytes, Linux KiB


def cost() -> dict[str, float]:
    """Return CPU seconds and peak memory in MiB of this process."""
    usage = resource.getrusage(resource.RUSAGE_SELF)
    return {"cpu": usage.ru_utime + usage.ru_stime, "memory": usage.ru_maxrss * KIB_PER_UNIT / 1024}


if __name__ == "__main__":
    cli(sys.argv[1:], standalone_mode=False)
    print(json.dumps({"build": cost()}))
