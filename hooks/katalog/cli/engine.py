"""Where the running engine came from: what a new site's `requirements.txt` says of it.

An engine from an index is named by version and digest.  One from a wheel is copied into the site's
repository, in `engine/`, so that it builds anywhere; one that runs from its source is made a wheel first.
"""

import json
import subprocess
import sys
from hashlib import sha256
from importlib.metadata import distribution
from pathlib import Path
from tempfile import TemporaryDirectory
from urllib.parse import unquote, urlsplit
from urllib.request import url2pathname

from msgspec import Struct

from katalog.new_site import HERE

NAME = "katalog"
FOLDER = "engine"


class EngineError(Exception):
    """No wheel of the engine is at hand; `reason` is `no-wheel` or `no-engine`."""

    def __init__(self, reason: str, path: str) -> None:
        super().__init__(reason, path)
        self.reason, self.path = reason, path


class Engine(Struct, frozen=True):
    """A line of `requirements.txt`; with `data`, the wheel to lay at `path` in the site's repository."""

    requirement: str
    path: str = ""
    data: bytes = b""

    @property
    def requirements(self) -> str:
        """The site's `requirements.txt`: the engine and its libraries."""
        return f"{self.requirement}\n{(HERE / 'requirements.txt').read_text('utf-8')}"


def find_engine(wheel: Path | None) -> Engine:
    """Return the engine of `wheel`, else the one that is running; `EngineError` where neither can be had."""
    if wheel is not None:
        if not wheel.is_file():
            raise EngineError("no-wheel", str(wheel))
        return _of_wheel(wheel)
    origin = json.loads(distribution(NAME).read_text("direct_url.json") or "{}")
    if not origin:
        return _of_index()
    path = Path(url2pathname(unquote(urlsplit(origin["url"]).path)))
    if path.is_file():
        return _of_wheel(path)
    return _run_pip("wheel", str(path)) if path.is_dir() else _of_index()


def _of_wheel(wheel: Path) -> Engine:
    data, path = wheel.read_bytes(), f"{FOLDER}/{wheel.name}"
    return Engine(f"./{path} --hash=sha256:{sha256(data).hexdigest()}", path, data)


def _of_index() -> Engine:
    version = distribution(NAME).version
    made = _run_pip("download", f"{NAME}=={version}")
    return Engine(f"{NAME}=={version} --hash=sha256:{sha256(made.data).hexdigest()}")


def _run_pip(command: str, what: str) -> Engine:
    """Let pip make or fetch the wheel of the engine alone."""
    with TemporaryDirectory() as folder:
        more = ["--no-build-isolation", "--wheel-dir", folder] if command == "wheel" else ["--dest", folder]
        pip = [sys.executable, "-m", "pip", command, "--quiet", "--no-deps", *more, what]
        done = subprocess.run(pip, capture_output=True, check=False)  # noqa: S603 - our own words
        wheels = list(Path(folder).glob("*.whl"))
        if done.returncode or not wheels:
            raise EngineError("no-engine", what)
        return _of_wheel(wheels[0])
