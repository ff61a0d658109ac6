"""The articles of the sites that compare.py builds: the same ones for every generator.

An article has a title, a description, a date, an author, one of eight sections, two to four of 120 tags, and 2 to 15
KB of Markdown, 8 on average: headings, emphasis, links, code, lists, quotes and tables. What it says depends on its
number alone.
"""

import dataclasses
import datetime
import random

SECTIONS = ["city", "country", "courts", "health", "letters", "money", "music", "weather"]
AUTHORS = ["desk-one", "desk-two", "desk-three", "desk-four", "desk-five", "desk-six"]
SUBJECTS = """archive bakery bicycle bulletin canteen choir clinic clock committee courier dyke fair festival fountain
garden hall kiosk lamp landlord library lighthouse mayor meadow mill museum orchard parade pavilion pharmacy pier
playground postcard quarry railing rehearsal reservoir roof shelter timetable tram""".split()
TAGS = [f"{subject}-{kind}" for subject in SUBJECTS for kind in ("news", "opinion", "past")]
QUALITIES = """annual borrowed careful crowded distant early empty familiar former generous hidden late local modest
narrow northern old patient public quiet repaired rusty second sunlit temporary unpaid upper wooden""".split()
DEEDS = """announced borrowed closed counted delayed described doubted followed found inspected invited lent measured
missed moved opened painted praised refused remembered repaired replaced sold sounded studied weighed""".split()
PLACES = """above the town|across the square|after the rain|behind the station|before noon|beside the canal|by lamplight|
during the interval|in the lower town|near the old bridge|on the first Monday|outside the gate|under the arches|
without a permit""".replace("\n", "").split("|")
JOINTS = ["and", "because", "until", "although", "while", "so that"]

DAY_ONE = datetime.datetime(2016, 1, 1)
INTERVAL = datetime.timedelta(minutes=41)


@dataclasses.dataclass(frozen=True)
class Article:
    """An article; `path` is its file below the content folder."""

    slug: str
    title: str
    description: str
    date: str
    author: str
    section: str
    tags: tuple
    body: str

    @property
    def path(self):
        return f"{self.section}/{self.slug}.md"

    def text(self):
        """The file, with front matter that Levee, Hugo and Eleventy read alike."""
        return self._file(f"author: {self.author}\ntags: [{', '.join(self.tags)}]\n")

    def text_for_zola(self):
        return self._file(f"taxonomies:\n  tags: [{', '.join(self.tags)}]\nextra:\n  author: {self.author}\n")

    def _file(self, keys):
        return (f"---\ntitle: {self.title}\ndescription: \"{self.description}\"\ndate: {self.date}\n"
                f"{keys}---\n\n{self.body}")

    def with_other_word(self):
        """The same with another first word of the body, which is as long."""
        first = self.body.split(" ", 1)[0]
        return dataclasses.replace(self, body=first.swapcase() + self.body[len(first):])

    def with_other_title(self):
        return dataclasses.replace(self, title=self.title + " again")

    def with_other_tag(self):
        other = next(tag for tag in TAGS if tag not in self.tags)
        return dataclasses.replace(self, tags=(other, *self.tags[1:]))


def article(number):
    """The article of a number, counted from 0."""
    r = random.Random(number)
    return Article(
        slug=f"{r.choice(QUALITIES)}-{r.choice(SUBJECTS)}-{number}",
        title=capital(clause(r)),
        description=capital(clause(r)) + ".",
        date=f"{DAY_ONE + number * INTERVAL:%Y-%m-%dT%H:%M:%SZ}",
        author=r.choice(AUTHORS),
        section=SECTIONS[number % len(SECTIONS)],
        tags=tuple(sorted(r.sample(TAGS, r.randint(2, 4)))),
        body=body(r))


def body(r):
    blocks = [paragraph(r)]
    for _ in range(r.randint(3, 6)):
        blocks.append("## " + capital(clause(r)))
        blocks += [paragraph(r) for _ in range(r.randint(1, 4))]
        blocks += r.choices([[], [bullets(r)], [steps(r)], [quote(r)], [table(r)], [code(r)]], [40, 25, 12, 10, 8, 5])[0]
    return "\n\n".join(blocks) + "\n"


def paragraph(r):
    return "\n".join(sentence(r) for _ in range(r.randint(3, 7)))


def bullets(r):
    return "\n".join("- " + sentence(r) for _ in range(r.randint(3, 6)))


def steps(r):
    return "\n".join(f"{n}. {sentence(r)}" for n in range(1, r.randint(4, 6)))


def quote(r):
    return "> " + sentence(r)


def table(r):
    rows = [f"| {r.choice(SUBJECTS)} | {r.randint(2, 950)} | {r.choice(PLACES)} |" for _ in range(r.randint(3, 7))]
    return "\n".join(["| what | how many | where |", "| --- | ---: | --- |", *rows])


def code(r):
    lines = [f"{r.choice(DEEDS)}({r.choice(SUBJECTS)}, {r.randint(2, 950)})" for _ in range(r.randint(4, 9))]
    return "\n".join(["```", *lines, "```"])


def sentence(r):
    words = clause(r)
    if r.random() < .6:
        words += f" {r.choice(JOINTS)} {clause(r)}"
    mark = r.random()
    if mark < .35:
        words += f" {r.choice(JOINTS)} {marked(r, mark)}"
    return capital(words) + r.choices([".", "?", "!"], [8, 1, 1])[0]


def marked(r, mark):
    """A few words with emphasis, a link or code among them."""
    thing = f"{r.choice(QUALITIES)} {r.choice(SUBJECTS)}"
    if mark < .1:
        return f"the **{thing}** stayed"
    if mark < .2:
        return f"the *{thing}* went"
    if mark < .3:
        return f"[the {thing}](https://example.org/{thing.replace(' ', '/')}?page={r.randint(1, 99)}) said so"
    return f"`{thing.replace(' ', '_')}` was zero"


def clause(r):
    return f"the {r.choice(QUALITIES)} {r.choice(SUBJECTS)} {r.choice(DEEDS)} the {r.choice(SUBJECTS)} {r.choice(PLACES)}"


def capital(words):
    return words[0].upper() + words[1:]
