#!/usr/bin/env python3
"""How soon a browser shows what was saved, and how soon a preview is up, beside Hugo's, both showing the same site.

usage: python3 src/bench/follow.py [OPTIONS]

  -s, --sizes N,...  how many articles the sites have: 10,10000 by default
  -r, --rounds N     how many changes of each kind count, after one that does not: 7 by default
  -m, --minutes N    begins no further round after so long for a size: 6 by default
      --starts N     how often each is started: 3 by default
      --sites DIR    copies DIR/levee and DIR/hugo instead, which have been made by something else
  -o, --only NAME    only this one, Levee or Hugo

Needs hugo, chromium, and what the launcher needs. Each preview has a browser of its own, in which the page of an article in
the middle of the site is open. The file of the article, its template, or the style sheet is written; the page itself
notes when it first shows the new state in a frame. Both take turns, so that what else the machine does falls on both. Times
are from before the file is written until then.
"""

import argparse
import json
import pathlib
import statistics
import sys
import tempfile
import time

sys.dont_write_bytecode = True

import chromium  # noqa: E402
from previews import ARGUMENTS, Preview, Writer, chosen, make_site, memory_folder, warm  # noqa: E402

# a change that is not shown by then is given up
PATIENCE = 90

# Runs in each document of the page, from its beginning: says what is shown whenever that is another.
WATCH = """
(() => {
  let last = '';
  let waiting = false;
  const mark = (text) => /mark(\\d+)/.exec(text ?? '')?.[1] ?? '';
  function look() {
    const article = document.querySelector('article');
    if (!article) return;
    const state = JSON.stringify({
      body: mark([...article.querySelectorAll('p')].map((p) => p.textContent).join(' ')),
      title: mark(article.querySelector('h1')?.textContent),
      template: article.dataset.mark ?? '',
      'style sheet': getComputedStyle(article).outlineColor.match(/\\d+/g)?.[2] ?? '',
    });
    if (state !== last) {
      last = state;
      shown(JSON.stringify({ state: JSON.parse(state), at: Date.now() }));
    }
  }
  function soon() {
    if (!waiting) {
      waiting = true;
      requestAnimationFrame(() => { waiting = false; look(); });
    }
  }
  new MutationObserver(soon).observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
  document.addEventListener('load', soon, true);
  addEventListener('load', soon);
  setInterval(soon, 20);
})();
"""


class Reader:
    """Looks at one article in a browser, and notes when it changes."""

    def __init__(self, preview):
        self.preview = preview
        self.writer = Writer(preview)
        self.file = self.writer.middle()
        self.browser = chromium.Chromium()
        self.browser.call("Runtime.addBinding", name="shown")
        self.browser.call("Page.addScriptToEvaluateOnNewDocument", source=WATCH)
        self.browser.call("Page.navigate", url=preview.url(self.writer.address(self.file)))
        if self.browser.event("Runtime.bindingCalled", PATIENCE) is None:
            sys.exit(f"{preview.name} does not show {self.file.name}")
        time.sleep(1)  # until the page listens for changes

    def milliseconds(self, kind, number):
        """From saving a change to its being shown; None when it never is."""
        self.preview.rest()
        self.browser.events.clear()
        begin = time.time() * 1000
        self.writer.change(kind, self.file, number)
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end:
            said = self.browser.event("Runtime.bindingCalled", end - time.monotonic())
            if said is None:
                break
            seen = json.loads(said["payload"])
            if seen["state"][kind] == str(number):
                return seen["at"] - begin
        return None

    def close(self):
        self.browser.close()


def of(numbers, unit):
    """The median, with the least and the most."""
    if not numbers:
        return "never"
    return f"{statistics.median(numbers):.0f} {unit} ({min(numbers):.0f}–{max(numbers):.0f})"


def line(what, unit, measured):
    """One line of figures, with the ratio of the medians."""
    text = ", ".join(f"{name} {of(numbers, unit)}" for name, numbers in measured.items())
    if len(measured) == 2 and all(measured.values()):
        levee, hugo = (statistics.median(measured[name]) for name in ("Levee", "Hugo"))
        text += f", ratio {levee / hugo:.3f}"
    print(f"  {what}: {text}", flush=True)


def start(sites, count):
    """Starts each several times; what runs in the end."""
    times = {generator.name: [] for generator in sites}
    memory = {generator.name: [] for generator in sites}
    running = []
    try:
        for number in range(count):
            for generator, site in sites.items():
                preview = Preview(generator, site)
                running.append(preview)
                times[generator.name].append(preview.wait() * 1000)
                preview.rest()
                memory[generator.name].append(preview.memory())
                if number < count - 1:
                    running.pop().close()
    except BaseException:
        close(running)
        raise
    line("start to first page", "ms", times)
    line("memory then", "MB", memory)
    return running


def close(what):
    for one in what:
        one.close()


def follow(previews, arguments, end):
    readers = []
    try:
        for preview in previews:
            readers.append(Reader(preview))
        for kind in readers[0].writer.changes:
            times = {reader.preview.name: [] for reader in readers}
            # each kind has its share of the time that is left
            kinds_left = len(readers[0].writer.changes) - list(readers[0].writer.changes).index(kind)
            share = time.monotonic() + (end - time.monotonic()) / kinds_left
            for number in range(1, arguments.rounds + 2):
                if number > 2 and time.monotonic() > share:
                    break
                for reader in readers:
                    took = reader.milliseconds(kind, number)
                    if number > 1 and took is not None:
                        times[reader.preview.name].append(took)
            line(kind + " saved to shown", "ms", times)
        line("memory at the end", "MB", {p.name: [p.memory()] for p in previews})
        line("most memory", "MB", {p.name: [p.memory(peak=True)] for p in previews})
    finally:
        close(readers)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("-s", "--sizes", default="10,10000")
    parser.add_argument("-r", "--rounds", type=int, default=7)
    parser.add_argument("-m", "--minutes", type=float, default=6)
    parser.add_argument("--starts", type=int, default=3)
    parser.add_argument("--sites")
    parser.add_argument("-o", "--only", choices=list(ARGUMENTS))
    arguments = parser.parse_args()
    if not chromium.found():
        sys.exit("there is no chromium")
    for size in [0] if arguments.sites else map(int, arguments.sizes.split(",")):
        with tempfile.TemporaryDirectory(dir=memory_folder()) as folder:
            sites = {}
            for generator in chosen(arguments.only):
                sites[generator] = pathlib.Path(folder, generator.name.lower())
                make_site(generator, sites[generator], size, arguments.sites)
            articles = sum(1 for _ in (next(iter(sites.values())) / "content").rglob("[!_]*.md"))
            print(f"{articles:,} articles", flush=True)
            warm(sites)
            end = time.monotonic() + arguments.minutes * 60
            previews = start(sites, arguments.starts)
            try:
                follow(previews, arguments, end)
            finally:
                close(previews)


if __name__ == "__main__":
    main()
