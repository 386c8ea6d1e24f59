"""Pin requirements*.in into requirements*.txt: `python -m tools.lock [--upgrade]`.

One version of each package for every machine the project promises (Python 3.11 and newer, Linux and
macOS), with the hash of every file published for it.  Nothing of the machine that locks gets in: no
index address, no local packages, no configuration.
"""

import os
import shutil
import subprocess
import sys

OLDEST_PYTHON = "3.11.2"  # Debian 12's
FLAGS = (
    "--universal",
    f"--python-version={OLDEST_PYTHON}",
    "--fork-strategy=fewest",
    "--generate-hashes",
    "--no-header",
    "--no-config",
    "--quiet",
)
INDEX_SETTINGS = ("UV_", "PIP_")
LIBRARIES = "hooks/katalog/new_site/requirements.txt"
"""The pins that a new site begins with, within the package."""


def lock(name: str, *extra: str) -> None:
    """Compile `name`.in to `name`.txt; pins that stand there already stay unless `--upgrade` is given."""
    environment = {key: value for key, value in os.environ.items() if not key.startswith(INDEX_SETTINGS)}
    command = ["uv", "pip", "compile", *FLAGS, *extra, f"{name}.in", "--output-file", f"{name}.txt"]
    subprocess.run([sys.executable, "-m", *command], env=environment, check=True)


if __name__ == "__main__":
    for requirements in ("requirements", "requirements-dev", "bench/beside/requirements"):
        lock(requirements, *sys.argv[1:])
    shutil.copyfile("requirements.txt", LIBRARIES)
