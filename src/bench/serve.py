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
import pathlib
import sys
import tempfile

sys.dont_write_bytecode = True

from load import LUA, allow_connections, load  # noqa: E402
from previews import ARGUMENTS, Preview, addresses, chosen, make_site, memory_folder  # noqa: E402

CONNECTIONS = (64, 1_000)


def compare(previews, size, arguments):
    for preview in previews:
        preview.wait()
    asked = addresses(previews)
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
    failed = 0
    for size in map(int, arguments.sizes.split(",")):
        with tempfile.TemporaryDirectory(dir=memory_folder()) as folder:
            previews = []
            try:
                for generator in chosen(arguments.only):
                    site = pathlib.Path(folder, generator.name.lower())
                    make_site(generator, site, size)
                    previews.append(Preview(generator, site))
                failed += compare(previews, size, arguments)
            finally:
                for preview in previews:
                    preview.close()
    sys.exit(1 if failed else 0)


if __name__ == "__main__":
    main()
