"""What was measured, as Markdown, and the page of the handbook that holds it."""

import datetime
import os
import pathlib
import platform
import statistics
import subprocess

PAGE = pathlib.Path(__file__).resolve().parent.parent.parent / "content/handbook/performance.md"
BEGIN = "<!-- measured: compare.py writes from here -->\n"
END = "<!-- measured: to here -->\n"

UNITS = {"wall": (1, "s", 2), "processor": (1, "s", 2), "memory": (1e6, "MB", 0)}
WORDS = ["time", "processor time", "memory"]
YARDSTICK = "Hugo"


def conditions(command, disk, rounds, versions, missing):
    """How and on what it was measured."""
    lines = [
        ("command", f"`{command}`"),
        ("date", f"{datetime.date.today():%-d %B %Y}"),
        ("rounds", f"{rounds}, after one that is not counted"),
        ("processor", f"{_processor()}, {os.cpu_count()} cores"),
        ("memory", f"{os.sysconf('SC_PAGE_SIZE') * os.sysconf('SC_PHYS_PAGES') / 2**30:.0f} GB"),
        ("system", f"{platform.system()} {platform.release().split('-')[0]}"),
        ("disk", disk),
        *((name, version) for name, version in versions.items()),
        *((name, "not on this machine") for name in missing),
    ]
    return _table(["what", "which"], lines)


def of_size(size, costs, notes, other_work):
    """The tables of the sites of one size.

    costs: by the name of a build, in the order of the tables, one cost a round
    notes: sentences on what was built
    other_work: the name of a build that is shown, but compared with nothing
    """
    rows = [[name, *(_absolute(own, field) for field in UNITS)] for name, own in costs.items()]
    parts = [f"### {size:,} articles\n", "\n".join(notes) + "\n", _table(["build", *WORDS], rows)]
    if YARDSTICK in costs:
        ratios = [[name, *(_ratio(own, costs[YARDSTICK], field) for field in UNITS)]
                  for name, own in costs.items() if name not in (YARDSTICK, other_work)]
        parts.append(_table([f"build / full build of {YARDSTICK}", *WORDS], ratios))
    return "\n".join(parts)


def growth(small, small_costs, large, large_costs):
    """What each further article costs, from one size to another."""
    def each(field):
        return (_median(large_costs, field) - _median(small_costs, field)) / (large - small)
    return (f"From {small:,} to {large:,} articles, a full build of Levee takes {each('wall') * 1e3:.2f} ms and "
            f"{each('memory') / 1e3:.1f} KB of memory more for each article.\n")


def write(text):
    """Puts it into the page, in the place of what was measured before."""
    before, rest = PAGE.read_text().split(BEGIN)
    after = rest.split(END)[1]
    PAGE.write_text(before + BEGIN + "\n" + text + "\n" + END + after)


def _absolute(costs, field):
    unit, name, digits = UNITS[field]
    values = [getattr(cost, field) / unit for cost in costs]
    return _spread(values, digits, " " + name)


def _ratio(costs, yardsticks, field):
    return _spread([getattr(a, field) / getattr(b, field) for a, b in zip(costs, yardsticks, strict=True)], 2, "")


def _spread(values, digits, unit):
    number = f",.{digits}f"
    text = f"{statistics.median(values):{number}}{unit}"
    return text if len(values) == 1 else f"{text} ({min(values):{number}}–{max(values):{number}})"


def _median(costs, field):
    return statistics.median(getattr(cost, field) for cost in costs)


def _table(header, rows):
    lines = [header, ["---"] + (["---:"] if len(header) > 2 else ["---"]) * (len(header) - 1), *rows]
    return "".join(f"| {' | '.join(line)} |\n" for line in lines)


def kind_of_disk(folder):
    """The kind of file system that a folder is on."""
    if not os.path.exists("/proc/self/mounts"):
        return "unknown"
    kinds = {}
    for line in pathlib.Path("/proc/self/mounts").read_text().splitlines():
        _, place, kind, *_ = line.split(" ")
        if pathlib.Path(folder).is_relative_to(place):
            kinds[place] = kind
    kind = kinds[max(kinds, key=len)]
    return "tmpfs, which is memory" if kind == "tmpfs" else kind


def _processor():
    if platform.system() == "Darwin":
        command = ["sysctl", "-n", "machdep.cpu.brand_string"]
        return subprocess.run(command, capture_output=True, text=True, check=True).stdout.strip()
    for line in pathlib.Path("/proc/cpuinfo").read_text().splitlines():
        if line.startswith("model name"):
            return line.split(":", 1)[1].strip()
    return platform.machine()
