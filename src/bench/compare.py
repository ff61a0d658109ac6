#!/usr/bin/env python3
"""Compares Levee with other static site generators, as whole processes that build the same site.

usage: python3 src/bench/compare.py [OPTIONS]

  -s, --sizes N,...  how many articles the sites have: 50,1000,10000 by default
  -r, --rounds N     how many rounds count, after one that does not: 5 by default
  -l, --large        a site of 100,000 articles as well, built by Levee alone, in at most 3 rounds
  -q, --quick        50 articles, 1 round: whether all of this works, not how fast anything is
  -w, --write        puts the tables into content/handbook/performance.md
  -k, --keep         leaves the sites, and says where they are

Needs Python 3.11 and what the launcher needs. Hugo, Zola and Eleventy are taken from the PATH; those that are not there
are left out and named. The sites lie in memory (/dev/shm), or in the folder for temporary files where that is too
small, and are removed at the end.

A round builds everything once, one generator after the other, each round beginning with another one, so that what slows
the machine for a while slows all of them. Their output is removed before each full build, outside the measured time. Levee
then builds again: with nothing changed, and with one word, one title and one tag of one article changed. In the round
that does not count, everything is checked: that all generators wrote the same pages, lists, feeds and addresses of the
sitemap, and that what Levee has after each change is byte for byte what it makes of a copy that was never built.

Files: articles.py what the sites say, generators.py how they are built, parity.py whether all did the same work,
measure.py what a process costs, report.py the tables; templates and settings are in the folders beside them, those of
Levee in site/.
"""

import argparse
import os
import pathlib
import shutil
import signal
import sys
import tempfile

sys.dont_write_bytecode = True

import generators  # noqa: E402
import measure  # noqa: E402
import parity  # noqa: E402
import report  # noqa: E402
from articles import Article, article  # noqa: E402

SIZES = [50, 1_000, 10_000]
ROUNDS = 5
LARGE = 100_000
LARGE_ROUNDS = 3
# of the disk, for an article of one site, with all that is made of it
ROOM = 80_000

CHANGES = {
    "Levee, nothing changed": lambda before: before,
    "Levee, one word changed": Article.with_other_word,
    "Levee, one title changed": Article.with_other_title,
    "Levee, one tag changed": Article.with_other_tag,
}


class Sites:
    """The sites of one size, one for each generator, and what they are expected to hold."""

    def __init__(self, folder, size, builders):
        self.folder = folder
        self.builders = builders
        self.log = folder / "log"
        self.middle = article(size // 2)
        self.expected = parity.Expected()
        for builder in builders:
            builder.start(self.of(builder))
        for number in range(size):
            one = article(number)
            self.expected.add(one)
            for builder in builders:
                builder.write(self.of(builder), one)
        self.expected.complete()

    def of(self, builder):
        return self.folder / builder.name

    def output(self, builder):
        return self.of(builder) / builder.output

    def build(self, builder):
        return measure.run(builder.command(), self.of(builder), self.log)

    def full(self, builder):
        """The cost of a build with nothing there from earlier ones."""
        builder.forget(self.of(builder))
        if builder is generators.LEVEE:
            builder.write(self.of(builder), self.middle)
        return self.build(builder)

    def check_against_copy(self, builder, after):
        """Fails where a site differs from what the same sources give that were never built."""
        copy = self.folder / "copy"
        shutil.copytree(self.of(builder), copy, ignore=shutil.ignore_patterns(builder.output, *builder.caches))
        measure.run(builder.command(), copy, self.log)
        built, clean = self.output(builder), copy / builder.output
        if set(parity.files(built)) != set(parity.files(clean)):
            raise parity.Mismatch(f"{after}: other files than a clean build")
        for path in parity.files(clean):
            if (built / path).read_bytes() != (clean / path).read_bytes():
                raise parity.Mismatch(f"{after}: {path} is not that of a clean build")
        shutil.rmtree(copy)


def compare(sites, rounds):
    """The costs of all builds by name, one for each round, and sentences on what was built."""
    costs = {builder.name: [] for builder in sites.builders} | {change: [] for change in CHANGES}
    notes = [f"Each site has {sites.expected.summary()}."]
    for number in range(rounds + 1):
        counts = number > 0
        turn = number % len(sites.builders)
        for builder in sites.builders[turn:] + sites.builders[:turn]:
            of_this_round = {builder.name: sites.full(builder)}
            if not counts:
                notes.append(check(sites, builder))
            if builder is generators.LEVEE:
                of_this_round |= changed(sites, and_check=not counts)
            if counts:
                for name, cost in of_this_round.items():
                    costs[name].append(cost)
        if not counts:
            parity.check_elements({b.name: sites.output(b) for b in sites.builders if b.templates}, sites.expected)
        say(f"  round {number} of {rounds}" + ("" if counts else ", which does not count: all checks hold"))
    return costs, notes


def check(sites, builder):
    """Fails where a generator has not done the work; gives a sentence on what it did beside it."""
    if not builder.templates:
        pages, files = parity.check_articles(builder.name, sites.output(builder), sites.expected)
        return f"{builder.name} wrote {pages:,} pages in {files:,} files."
    others = parity.check(builder.name, sites.output(builder), sites.expected)
    return f"Not counted of {builder.name}: {others}."


def changed(sites, and_check):
    """The cost of each build of Levee after a change, one change upon the other."""
    costs = {}
    text = sites.middle
    for change, apply in CHANGES.items():
        if apply(text) != text:
            text = apply(text)
            generators.LEVEE.write(sites.of(generators.LEVEE), text)
        costs[change] = sites.build(generators.LEVEE)
        if and_check:
            sites.check_against_copy(generators.LEVEE, change)
    return costs


def builders_of(size, peers):
    if size >= LARGE:
        return [generators.LEVEE]
    return [*peers, generators.LEVEE, generators.LEVEE_THEME]


def room(sizes, peers):
    """A folder with room for the largest sites, in memory if there is one."""
    # of what is built again for a check there is one site more
    needed = max(size * (len(builders_of(size, peers)) + 1) * ROOM for size in sizes)
    for folder in ("/dev/shm", tempfile.gettempdir()):
        if pathlib.Path(folder).is_dir() and shutil.disk_usage(folder).free > needed:
            return folder
    raise SystemExit(f"needs {needed / 1e9:.1f} GB in /dev/shm or in the folder for temporary files")


def arguments():
    parser = argparse.ArgumentParser()
    parser.format_help = __doc__.lstrip
    parser.add_argument("-s", "--sizes", type=numbers, default=SIZES)
    parser.add_argument("-r", "--rounds", type=int, default=ROUNDS)
    for option in ("--large", "--quick", "--write", "--keep"):
        parser.add_argument(option[1:3], option, action="store_true")
    given = parser.parse_args()
    if given.quick:
        given.sizes, given.rounds = SIZES[:1], 1
    if given.large and LARGE not in given.sizes:
        given.sizes = [*given.sizes, LARGE]
    if given.rounds < 1 or not all(1 <= size <= LARGE for size in given.sizes):
        parser.error(f"at least one round, and from 1 to {LARGE:,} articles")
    return given


def numbers(text):
    return sorted(int(number) for number in text.split(","))


def command(given):
    """The command line, without what makes no difference to the numbers."""
    words = ["python3 src/bench/compare.py"]
    sizes = [size for size in given.sizes if size != LARGE or not given.large]
    if sizes != SIZES:
        words.append("-s " + ",".join(map(str, sizes)))
    if given.rounds != ROUNDS:
        words.append(f"-r {given.rounds}")
    if given.large:
        words.append("-l")
    return " ".join(words)


def say(text):
    print(text, file=sys.stderr, flush=True)


def main():
    given = arguments()
    signal.signal(signal.SIGTERM, lambda *_: sys.exit("ended from outside"))
    peers, missing = generators.found()
    for name in missing:
        say(f"{name} is not on the PATH and is left out")
    if os.getloadavg()[0] > .5:
        say("something else runs on this machine, so the times will be worse than they could be")
    # The first run of the launcher builds Levee.
    versions = {builder.name: builder.version() for builder in [generators.LEVEE, *peers]}
    home = room(given.sizes, peers)
    top = pathlib.Path(tempfile.mkdtemp(prefix="levee-bench-", dir=home))
    measured = {}
    try:
        parts = []
        for size in given.sizes:
            say(f"{size:,} articles")
            rounds = min(given.rounds, LARGE_ROUNDS) if size >= LARGE else given.rounds
            sites = Sites(top / str(size), size, builders_of(size, peers))
            measured[size], notes = compare(sites, rounds)
            if sites.builders == [generators.LEVEE]:
                notes.append(f"Levee alone built it, {rounds} {'times' if rounds > 1 else 'time'}.")
            parts.append(report.of_size(size, measured[size], notes, generators.LEVEE_THEME.name))
            if not given.keep:
                shutil.rmtree(sites.folder)
    except parity.Mismatch as mismatch:
        raise SystemExit(f"not the same work, so nothing is compared: {mismatch}") from None
    finally:
        if given.keep:
            say(f"the sites are in {top}")
        else:
            shutil.rmtree(top)
    if LARGE in measured and SIZES[-1] in measured:
        small, large = (measured[size][generators.LEVEE.name] for size in (SIZES[-1], LARGE))
        parts.append(report.growth(SIZES[-1], small, LARGE, large))
    disk = report.kind_of_disk(home)
    text = "\n".join([report.conditions(command(given), disk, given.rounds, versions, missing), *parts])
    print(text)
    if given.write:
        report.write(text)


if __name__ == "__main__":
    main()
