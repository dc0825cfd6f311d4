"""Measures whole processes, and describes the machine that did it."""

import os
import platform
import statistics
import subprocess
import time
from dataclasses import dataclass
from pathlib import Path


@dataclass
class Measure:
    wall: float  # seconds
    cpu: float  # seconds, user and system
    peak: int  # bytes, the largest resident set
    status: int


def measure(command, log):
    """Runs a command with its output in a log. The peak includes pages of files that the process
    maps into memory, and is never below this script's own size, some 20 MB."""
    output = os.open(log, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o644)
    actions = [(os.POSIX_SPAWN_DUP2, output, 1), (os.POSIX_SPAWN_DUP2, output, 2)]
    start = time.perf_counter()
    process = os.posix_spawnp(
        str(command[0]), list(map(str, command)), os.environ, file_actions=actions
    )
    _, status, usage = os.wait4(process, 0)
    wall = time.perf_counter() - start
    os.close(output)
    return Measure(wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss * 1024, status)


def median(measures, what):
    return statistics.median(getattr(m, what) for m in measures)


def first_match(path, key):
    lines = Path(path).read_text().splitlines()
    return next((line.split(":")[1].strip() for line in lines if line.startswith(key)), "unknown")


def output_of(*command):
    try:
        return (
            subprocess.run(command, capture_output=True, text=True)
            .stdout.strip()
            .partition("\n")[0]
        )
    except OSError:
        return ""


def machine():
    memory = int(first_match("/proc/meminfo", "MemTotal").split()[0]) * 1024
    return (
        f"{first_match('/proc/cpuinfo', 'model name')}, {os.cpu_count()} cores, {memory / 1e9:.0f} GB, "
        f"Linux {platform.release()}, Python {platform.python_version()}"
    )


def table(heads, rows):
    """A Markdown table; all columns but the first are aligned right."""
    lines = [heads, ["---"] + ["---:"] * (len(heads) - 1), *rows]
    return "\n".join(f"| {' | '.join(map(str, line))} |" for line in lines) + "\n"
