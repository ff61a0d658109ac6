#!/usr/bin/env python3
"""What becomes of a preview's memory while a site is edited and read for minutes, beside Hugo's.

usage: python3 src/bench/soak.py [OPTIONS]

  -n, --size N       how many articles the site has: 1000 by default
  -m, --minutes N    how long each is edited and read: 10 by default
  -e, --edits N      how many edits a minute: 200 by default
      --delay N      how many milliseconds each of the eight connections waits between requests: 20 by default
      --sites DIR    copies DIR/levee and DIR/hugo instead, which have been made by something else
  -o, --only NAME    only this one, Levee or Hugo

Needs hugo, wrk, and what the launcher needs. One after the other, so that neither waits for the other. Of a hundred edits
some ninety change a text, eight a title, one a template and one the style sheet. The program fails when a request does.
"""

import argparse
import pathlib
import random
import statistics
import sys
import tempfile
import threading
import time

sys.dont_write_bytecode = True

from load import LUA, load  # noqa: E402
from previews import ARGUMENTS, Preview, Writer, addresses, chosen, make_site, memory_folder, warm  # noqa: E402

CONNECTIONS = 8
GENTLY = """
delay = function()
  return {delay}
end
"""
KINDS = {"body": 90, "title": 8, "template": 1, "style sheet": 1}


class Load(threading.Thread):
    """Reads pages for some seconds."""

    def __init__(self, preview, lua, seconds):
        super().__init__(daemon=True)
        self.arguments = (preview.port, lua, CONNECTIONS, seconds)
        self.rate = self.failed = float("nan")
        self.start()

    def run(self):
        self.rate, self.failed = load(*self.arguments)


def soak(preview, arguments, asked):
    """Edits and reads; how many requests failed."""
    writer = Writer(preview)
    r = random.Random(1)
    memory = []
    with tempfile.NamedTemporaryFile("w", suffix=".lua") as lua:
        lua.write(LUA.format(paths=", ".join(f'"{path}"' for path in asked)) + GENTLY.format(delay=arguments.delay))
        lua.flush()
        begin = time.monotonic()
        seconds = int(arguments.minutes * 60)
        reading = Load(preview, lua.name, seconds)
        edits = 0
        while time.monotonic() < begin + seconds:
            kind = r.choices(list(KINDS), list(KINDS.values()))[0]
            writer.change(kind, r.choice(writer.articles), edits)
            edits += 1
            if time.monotonic() >= begin + len(memory) * 10:
                memory.append(preview.memory())
                if len(memory) % 6 == 1:
                    print(f"  minute {len(memory) // 6}: {memory[-1]:.0f} MB, {edits} edits", flush=True)
            time.sleep(max(0, begin + edits * 60 / arguments.edits - time.monotonic()))
        reading.join(60)
    quarter = max(1, len(memory) // 4)
    # the first quarter warms up
    early, late = (statistics.median(part) for part in (memory[quarter:2 * quarter] or memory, memory[-quarter:]))
    print(f"  {preview.name}: {reading.rate:.0f} requests/s, {reading.failed} failed, {edits} edits; memory {early:.0f} MB"
          f" in the second quarter, {late:.0f} MB in the last, most {preview.memory(peak=True):.0f} MB", flush=True)
    return reading.failed, late


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("-n", "--size", type=int, default=1_000)
    parser.add_argument("-m", "--minutes", type=float, default=10)
    parser.add_argument("-e", "--edits", type=int, default=200)
    parser.add_argument("--delay", type=int, default=20)
    parser.add_argument("--sites")
    parser.add_argument("-o", "--only", choices=list(ARGUMENTS))
    arguments = parser.parse_args()
    failed = 0
    memory = {}
    for generator in chosen(arguments.only):
        with tempfile.TemporaryDirectory(dir=memory_folder()) as folder:
            site = pathlib.Path(folder, generator.name.lower())
            make_site(generator, site, arguments.size, arguments.sites)
            warm({generator: site})
            preview = Preview(generator, site)
            try:
                print(f"{generator.name}: first page after {preview.wait():.1f} s", flush=True)
                wrong, memory[generator.name] = soak(preview, arguments, addresses([preview]))
                failed += wrong
            finally:
                preview.close()
    if len(memory) == 2:
        print(f"memory at the end: ratio {memory['Levee'] / memory['Hugo']:.2f}")
    sys.exit(0 if failed == 0 else 1)


if __name__ == "__main__":
    main()
