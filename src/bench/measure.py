"""What a process costs: time, processor time and memory, of all of it."""

import dataclasses
import os
import resource
import subprocess
import sys
import time

# of ru_maxrss
_UNIT = 1 if sys.platform == "darwin" else 1024


@dataclasses.dataclass(frozen=True)
class Cost:
    """Seconds of the clock, seconds of all processors, and the most bytes of memory at one time."""

    wall: float
    processor: float
    memory: int


def run(command, folder, log):
    """Runs a command to its end, with what it says in a file; fails if it fails."""
    with open(log, "wb") as said:
        begin = time.perf_counter()
        process = subprocess.Popen(command, cwd=folder, stdin=subprocess.DEVNULL, stdout=said, stderr=said)
        try:
            _, status, usage = os.wait4(process.pid, 0)
        except BaseException:
            process.kill()
            process.wait()
            raise
        wall = time.perf_counter() - begin
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise SystemExit(f"{command[0]} ended with {process.returncode}:\n{log.read_text(errors='replace')[-3000:]}")
    # A process starts with the memory of the one that starts it, so less than ours cannot be seen.
    if usage.ru_maxrss <= resource.getrusage(resource.RUSAGE_SELF).ru_maxrss:
        raise SystemExit(f"the memory of {command[0]} cannot be told from that of this script")
    return Cost(wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss * _UNIT)
