"""The generators that compare.py knows: how each is found, what it reads, how it is run."""

import dataclasses
import pathlib
import re
import shutil
import subprocess

from articles import SECTIONS, Article

HERE = pathlib.Path(__file__).resolve().parent
LAUNCHER = HERE.parent.parent / "levee"
STYLES = HERE / "site/templates/assets/main.css"

TITLE = "---\ntitle: {}\n---\n"
ZOLA_LIST = "---\ntitle: {}\nsort_by: date\npaginate_by: 20\n{}---\n"


@dataclasses.dataclass(frozen=True)
class Generator:
    """A generator as it builds one kind of site."""

    name: str
    program: str
    arguments: tuple
    asks_version: str
    # the folder of its settings and templates, beside this file; none has the theme of the generator
    templates: str | None
    # the file of the site to which the style sheet goes
    styles: str | None
    output: str
    caches: tuple = ()
    text: object = Article.text

    def command(self):
        return [self.program, *self.arguments]

    def version(self):
        said = subprocess.run([self.program, self.asks_version], capture_output=True, text=True, check=True).stdout
        return re.search(r"\d[\w.+-]*( \(Java.*?\))?", said).group()

    def start(self, site):
        """Writes what is not an article."""
        if self.templates:
            shutil.copytree(HERE / self.templates, site)
        else:
            site.mkdir(parents=True)
            (site / "levee.yaml").write_text("title: The Bench\nurl: https://bench.example\n")
        if self.styles:
            (site / self.styles).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(STYLES, site / self.styles)
        for section in SECTIONS:
            index = site / "content" / section / "_index.md"
            index.parent.mkdir(parents=True)
            index.write_text(self._section(section.capitalize()))
        if self.templates == "zola":
            (site / "content/_index.md").write_text(ZOLA_LIST.format("The Bench", ""))

    def _section(self, title):
        return ZOLA_LIST.format(title, "transparent: true\n") if self.templates == "zola" else TITLE.format(title)

    def write(self, site, article):
        (site / "content" / article.path).write_text(self.text(article))

    def forget(self, site):
        """Removes what earlier builds left."""
        for folder in (self.output, *self.caches):
            shutil.rmtree(site / folder, ignore_errors=True)


def _levee(name, templates):
    return Generator(name, str(LAUNCHER), ("build",), "--version", templates, None, "site", (".levee",))


LEVEE = _levee("Levee", "site")
LEVEE_THEME = _levee("Levee, built-in theme", None)
HUGO = Generator("Hugo", "hugo", (), "version", "hugo", "static/main.css", "public")
ZOLA = Generator("Zola", "zola", ("build",), "--version", "zola", "static/main.css", "public",
                 text=Article.text_for_zola)
ELEVENTY = Generator("Eleventy", "eleventy", ("--quiet",), "--version", "eleventy", "main.css", "_site")


def found():
    """The peers that are on the PATH, and the names of those that are not."""
    peers = [HUGO, ZOLA, ELEVENTY]
    here = [peer for peer in peers if shutil.which(peer.program)]
    return here, [peer.name for peer in peers if peer not in here]
