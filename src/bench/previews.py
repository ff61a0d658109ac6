"""Previews of Levee and Hugo that run side by side, and what a writer does to the site of one."""

import os
import pathlib
import re
import shutil
import subprocess
import sys
import time
import urllib.error
import urllib.request

import generators
from articles import article
from load import free_port

PATIENCE = 300
ARGUMENTS = {
    "Levee": ["serve"],
    "Hugo": ["server", "--bind", "127.0.0.1"],
}
# where each has the template of an article, and the style sheet
TEMPLATES = {
    "Levee": ("templates/article.ftlh", "templates/assets/main.css"),
    "Hugo": ("layouts/_default/single.html", "static/main.css"),
}


def chosen(only):
    return [g for g in (generators.LEVEE, generators.HUGO) if only in (None, g.name)]


def memory_folder():
    """A folder on no disk, where there is one, so that the disk is not measured."""
    return "/dev/shm" if os.path.isdir("/dev/shm") else None


def make_site(generator, folder, size, sites=None):
    """Puts a site into a folder that is not there yet: one with so many articles, or a copy of DIR/levee or DIR/hugo."""
    if sites:
        built = shutil.ignore_patterns("site", "public", ".levee", "resources", "*.lock")
        shutil.copytree(pathlib.Path(sites, generator.name.lower()), folder, ignore=built)
        return
    generator.start(folder)
    for number in range(size):
        generator.write(folder, article(number))


def warm(sites):
    """Starts each once, which does not count, and waits until the launcher has made its start-up cache of a preview."""
    for generator, site in sites.items():
        preview = Preview(generator, site)
        preview.wait()
        preview.close()
    end = time.monotonic() + PATIENCE
    while any((generators.LAUNCHER.parent / "target/start-up/serve").rglob("*.lock")) and time.monotonic() < end:
        time.sleep(0.2)


class Preview:
    """A preview of a site, from its start."""

    def __init__(self, generator, site):
        self.name = generator.name
        self.site = site
        self.port = free_port()
        self.log = site.parent / f"{generator.name}.log"
        self.began = time.monotonic()
        with open(self.log, "wb") as said:
            self.process = subprocess.Popen(
                [generator.program, *ARGUMENTS[self.name], "-p", str(self.port)],
                cwd=site, stdin=subprocess.DEVNULL, stdout=said, stderr=said)

    def url(self, path):
        return f"http://localhost:{self.port}{path}"

    def status(self, path):
        """The status of an address; 0 while nobody listens."""
        try:
            with urllib.request.urlopen(f"http://127.0.0.1:{self.port}{path}", timeout=60) as answer:
                answer.read()
                return answer.status
        except urllib.error.HTTPError as e:
            return e.code
        except OSError:
            return 0

    def wait(self):
        """Waits for the first page; the seconds since the start."""
        while self.status("/") != 200:
            if self.process.poll() is not None or time.monotonic() > self.began + PATIENCE:
                sys.exit(f"{self.name} shows nothing:\n{self.log.read_text(errors='replace')[-3000:]}")
            time.sleep(0.005)
        return time.monotonic() - self.began

    def memory(self, peak=False):
        """Megabytes now, or the most so far; where the system tells."""
        status = pathlib.Path(f"/proc/{self.process.pid}/status")
        if not status.exists():
            return float("nan")
        name = "VmHWM" if peak else "VmRSS"
        return next(int(line.split()[1]) for line in status.read_text().splitlines() if line.startswith(name)) / 1024

    def processor(self):
        """Seconds of processor time; 0 where the system does not tell."""
        stat = pathlib.Path(f"/proc/{self.process.pid}/stat")
        if not stat.exists():
            return 0
        fields = stat.read_text().rpartition(")")[2].split()
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")

    def rest(self, patience=20):
        """Waits until there is nothing left to do for it."""
        end = time.monotonic() + patience
        quiet = 0
        while quiet < 2 and time.monotonic() < end:
            before = self.processor()
            time.sleep(0.2)
            quiet = quiet + 1 if self.processor() - before <= 0.02 else 0

    def close(self):
        self.process.terminate()
        try:
            self.process.wait(10)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()


class Writer:
    """Makes changes to a site, each with a number that the page of the article then shows.

    Files are written in place, as most editors do.
    """

    def __init__(self, preview):
        self.site = preview.site
        self.template, self.style = (self.site / name for name in TEMPLATES[preview.name])
        content = self.site / "content"
        self.articles = sorted(p for p in content.rglob("*.md") if not p.name.startswith("_"))
        self.changes = {"body": self.body, "title": self.title, "template": self.change_template,
                        "style sheet": self.change_style}
        self.kept = {}

    def address(self, file):
        return "/" + file.relative_to(self.site / "content").with_suffix("").as_posix() + "/"

    def middle(self):
        return self.articles[len(self.articles) // 2]

    def change(self, kind, file, number):
        """Changes an article, or what all of them share."""
        self.changes[kind](file, number)

    def original(self, file):
        if file not in self.kept:
            self.kept[file] = file.read_text()
        return self.kept[file]

    def body(self, file, number):
        _, front, text = self.original(file).split("---\n", 2)
        title = re.search(r"(?m)^title:.*$", file.read_text())[0]
        front = re.sub(r"(?m)^title:.*$", lambda m: title, front)
        file.write_text(f"---\n{front}---\n\nThe mark is mark{number}.\n{text}")

    def title(self, file, number):
        file.write_text(re.sub(r"(?m)^title:.*$", f"title: A title with mark{number}", file.read_text(), count=1))

    def change_template(self, file, number):
        text = self.original(self.template)
        self.template.write_text(text.replace("<article>", f'<article data-mark="{number}">', 1))

    def change_style(self, file, number):
        self.style.write_text(f"{self.original(self.style)}article{{outline-color:rgb(0,0,{number % 256})}}\n")


def addresses(previews):
    """What is asked for under load, the same of all."""
    writer = Writer(previews[0])
    some = [writer.address(file) for file in writer.articles[::max(1, len(writer.articles) // 20)]]
    sections = sorted({path.split("/")[1] for path in some})
    asked = ["/", "/main.css", *(f"/{section}/" for section in sections), *some]
    return [path for path in asked if all(p.status(path) == 200 for p in previews)]
