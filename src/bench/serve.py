#!/usr/bin/env python3
"""How many requests a second the preview answers, beside that of Hugo, both showing the same site.

usage: python3 src/bench/serve.py [OPTIONS]

  -s, --sizes N,...  how many articles the sites have: 10,10000 by default
  -t, --seconds N    how long each load lasts: 10 by default
  -r, --rounds N     how many loads of each kind count, after one that does not: 2 by default
  -o, --only NAME    only this one, Levee or Hugo

Needs hugo, wrk, and what the launcher needs. Both previews run on 127.0.0.1 and take turns under load, so that what else the
machine does falls on both. What is asked for are the home page, some sections and articles, and the style sheet. The
program fails when a request does.
"""

import argparse
import os
import pathlib
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request

sys.dont_write_bytecode = True

import generators  # noqa: E402
from articles import SECTIONS, article  # noqa: E402
from load import LUA, allow_connections, free_port, load  # noqa: E402

CONNECTIONS = (64, 1_000)
PATIENCE = 300
ARGUMENTS = {
    "Levee": ["serve"],
    "Hugo": ["server", "--bind", "127.0.0.1"],
}


class Preview:
    """A preview of a site that nothing else looks at."""

    def __init__(self, generator, folder, size):
        self.name = generator.name
        self.port = free_port()
        site = folder / generator.name
        generator.start(site)
        for number in range(size):
            generator.write(site, article(number))
        self.log = folder / f"{generator.name}.log"
        with open(self.log, "wb") as said:
            self.process = subprocess.Popen(
                [generator.program, *ARGUMENTS[self.name], "-p", str(self.port)],
                cwd=site, stdin=subprocess.DEVNULL, stdout=said, stderr=said)

    def status(self, path):
        """The status of an address; 0 while nobody listens."""
        try:
            with urllib.request.urlopen(f"http://127.0.0.1:{self.port}{path}", timeout=60) as answer:
                return answer.status
        except urllib.error.HTTPError as e:
            return e.code
        except OSError:
            return 0

    def wait(self):
        end = time.monotonic() + PATIENCE
        while self.status("/") != 200:
            if self.process.poll() is not None or time.monotonic() > end:
                sys.exit(f"{self.name} shows nothing:\n{self.log.read_text(errors='replace')[-3000:]}")
            time.sleep(0.1)

    def memory(self):
        """Megabytes, where the system tells."""
        status = pathlib.Path(f"/proc/{self.process.pid}/status")
        if not status.exists():
            return float("nan")
        return next(int(line.split()[1]) for line in status.read_text().splitlines() if line.startswith("VmRSS")) / 1024

    def close(self):
        self.process.terminate()
        self.process.wait()


def paths(size):
    """What is asked for, the same of both."""
    some = [article(number) for number in range(0, size, max(1, size // 20))]
    return ["/", "/main.css", *(f"/{s}/" for s in SECTIONS), *(f"/{a.section}/{a.slug}/" for a in some)]


def compare(previews, size, arguments):
    for preview in previews:
        preview.wait()
    asked = [path for path in paths(size) if all(p.status(path) == 200 for p in previews)]
    print(f"{size:,} articles, {len(asked)} addresses", flush=True)
    failed = 0
    with tempfile.NamedTemporaryFile("w", suffix=".lua") as lua:
        lua.write(LUA.format(paths=", ".join(f'"{path}"' for path in asked)))
        lua.flush()
        for connections in CONNECTIONS:
            rates = {preview.name: [] for preview in previews}
            for number in range(arguments.rounds + 1):
                for preview in previews:
                    rate, wrong = load(preview.port, lua.name, connections, arguments.seconds)
                    failed += wrong
                    if number > 0:
                        rates[preview.name].append(rate)
            mean = {name: sum(of) / len(of) for name, of in rates.items()}
            text = ", ".join(f"{name} {rate:.0f} requests/s" for name, rate in mean.items())
            ratio = f", ratio {mean['Levee'] / mean['Hugo']:.2f}" if len(mean) == 2 else ""
            print(f"{connections:5} connections: {text}{ratio}, errors {failed}", flush=True)
    print("memory: " + ", ".join(f"{p.name} {p.memory():.0f} MB" for p in previews), flush=True)
    return failed


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("-s", "--sizes", default="10,10000")
    parser.add_argument("-t", "--seconds", type=int, default=10)
    parser.add_argument("-r", "--rounds", type=int, default=2)
    parser.add_argument("-o", "--only", choices=list(ARGUMENTS))
    arguments = parser.parse_args()
    allow_connections()
    chosen = [g for g in (generators.LEVEE, generators.HUGO) if arguments.only in (None, g.name)]
    memory = "/dev/shm" if os.path.isdir("/dev/shm") else None
    failed = 0
    for size in map(int, arguments.sizes.split(",")):
        with tempfile.TemporaryDirectory(dir=memory) as folder:
            previews = []
            try:
                for generator in chosen:
                    previews.append(Preview(generator, pathlib.Path(folder), size))
                failed += compare(previews, size, arguments)
            finally:
                for preview in previews:
                    preview.close()
    sys.exit(1 if failed else 0)


if __name__ == "__main__":
    main()
