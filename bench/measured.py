"""What a command costs as a whole process, with the processes it starts."""

import os
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median

KIB_PER_UNIT = 1 / 1024 if sys.platform == "darwin" else 1  # macOS counts bytes, Linux KiB


@dataclass(frozen=True, slots=True)
class Cost:
    """CPU seconds (user and system), seconds by the clock, and peak memory in MiB of the largest process."""

    cpu: float
    wall: float
    memory: float


def measured(command: Sequence[str], folder: Path, environment: Mapping[str, str]) -> Cost:
    """Run a command in `folder` and measure it; `CalledProcessError` where it fails."""
    began = time.monotonic()
    process = subprocess.Popen(
        command, cwd=folder, env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT
    )
    assert process.stdout
    with process.stdout as output:
        said = output.read()
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise subprocess.CalledProcessError(process.returncode, list(command), said)
    memory = usage.ru_maxrss * KIB_PER_UNIT / 1024
    return Cost(usage.ru_utime + usage.ru_stime, time.monotonic() - began, memory)


def middle(costs: Sequence[Cost]) -> Cost:
    """Return the medians."""
    return Cost(*(median(getattr(cost, name) for cost in costs) for name in ("cpu", "wall", "memory")))
