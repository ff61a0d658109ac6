"""Whether the generators did the same work: what a built site holds against what the articles ask for."""

import collections
import dataclasses
import math
import os
import re

from articles import SECTIONS

HOST = "https://bench.example"
PAGE_SIZE = 20
FEED_SIZE = 20
FURTHER_PAGE = re.compile(r"/page/\d+/$")
SITEMAP = re.compile(r"sitemap(-\d+)?\.xml")
ALIAS = re.compile(r"(^|/)page/1/index\.html$")
FINGERPRINT = r"\.[0-9a-f]{10}\."
# what the Markdown of an article becomes, but for what templates add
ELEMENTS = re.compile(r"<(h2|p|td|pre|blockquote|strong|em|code)\b")


class Mismatch(Exception):
    """Two generators did not do the same."""


@dataclasses.dataclass
class Holdings:
    """What a site holds: paths of pages and feeds, addresses of the sitemap, how many items lists and feeds show."""

    articles: set = dataclasses.field(default_factory=set)
    lists: set = dataclasses.field(default_factory=set)
    feeds: set = dataclasses.field(default_factory=set)
    addresses: set = dataclasses.field(default_factory=set)
    listed: int = 0
    fed: int = 0

    def summary(self):
        return (f"{len(self.articles):,} articles, {len(self.lists):,} pages of lists, {len(self.feeds):,} feeds, "
                f"{len(self.addresses):,} addresses in the sitemap")


class Expected(Holdings):
    """What a site of these articles has to hold."""

    def __init__(self):
        super().__init__()
        self._sizes = collections.Counter()

    def add(self, article):
        self.articles.add(article.path.removesuffix(".md") + "/index.html")
        self._sizes.update(["", f"{article.section}/", *(f"tags/{tag}/" for tag in article.tags)])

    def complete(self):
        self.lists = {"tags/index.html"}
        for folder, size in self._sizes.items():
            self.lists.add(folder + "index.html")
            self.lists.update(f"{folder}page/{n}/index.html" for n in range(2, math.ceil(size / PAGE_SIZE) + 1))
            self.feeds.add(folder + "rss.xml")
        pages = self.articles | {page for page in self.lists if not FURTHER_PAGE.search("/" + page[:-len("index.html")])}
        self.addresses = {HOST + "/" + page.removesuffix("index.html") for page in pages}
        self.listed = sum(self._sizes.values())
        self.fed = sum(min(size, FEED_SIZE) for size in self._sizes.values())
        return self


def files(output):
    """The files of a built site, relative to it, but for Levee's own."""
    for folder, folders, names in os.walk(output):
        if ".levee" in folders:
            folders.remove(".levee")
        below = os.path.relpath(folder, output)
        for name in names:
            yield os.path.normpath(os.path.join(below, name))


def check(name, output, expected):
    """Fails where a site does not hold what it has to; gives the files that are not compared."""
    found = Holdings()
    others = []
    for path in files(output):
        if path in expected.articles:
            found.articles.add(path)
        elif path.endswith("index.html") and not ALIAS.search(path):
            found.lists.add(path)
            found.listed += _count(output / path, "<article><h2>")
        elif path.endswith("rss.xml"):
            found.feeds.add(path)
            found.fed += _count(output / path, "<item>")
        elif not SITEMAP.fullmatch(path):
            others.append(path)
    found.addresses = _addresses(output, "sitemap.xml")
    for field in dataclasses.fields(Holdings):
        _compare(name, field.name, getattr(found, field.name), getattr(expected, field.name))
    return _kinds(others)


def check_articles(name, output, expected):
    """Fails where a page of an article is missing; gives the number of pages and that of all files."""
    all_files = set(files(output))
    _compare(name, "articles", all_files & expected.articles, expected.articles)
    return sum(path.endswith(".html") for path in all_files), len(all_files)


def check_elements(outputs, expected):
    """Fails where the text of an article is not marked up alike by all generators."""
    for path in sorted(expected.articles)[:: max(1, len(expected.articles) // 20)]:
        counts = {name: collections.Counter(ELEMENTS.findall((output / path).read_text()))
                  for name, output in outputs.items()}
        first, *others = counts
        for other in others:
            if counts[other] != counts[first]:
                raise Mismatch(f"{path}: {first} has {dict(counts[first])}, {other} has {dict(counts[other])}")


def _count(path, words):
    return path.read_text().count(words)


def _addresses(output, sitemap):
    """Those of a sitemap or of the sitemaps that it names, without the further pages of lists, which some leave out."""
    text = (output / sitemap).read_text()
    named = re.findall(r"<loc>\s*([^<\s]+)\s*</loc>", text)
    if "<sitemapindex" in text:
        return set().union(*(_addresses(output, part.removeprefix(HOST + "/")) for part in named))
    return {address for address in named if not FURTHER_PAGE.search(address)}


def _compare(name, what, found, expected):
    if found == expected:
        return
    if isinstance(found, int):
        raise Mismatch(f"{name}: {what}: {found}, not {expected}")
    some = [f"missing: {sorted(expected - found)[:3]}", f"too many: {sorted(found - expected)[:3]}"]
    raise Mismatch(f"{name}: {len(found)} {what}, not {len(expected)}; {'; '.join(some)}")


def _kinds(paths):
    """Says which files they are, with those of one kind counted."""
    aliases = sum(bool(ALIAS.search(path)) for path in paths)
    named = sorted(f"`{re.sub(FINGERPRINT, '.', path)}`" for path in paths if not ALIAS.search(path))
    return ", ".join(named + ([f"{aliases} page/1 redirects"] if aliases else []))
