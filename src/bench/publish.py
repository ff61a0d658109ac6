#!/usr/bin/env python3
"""How long levee publish takes beside aws s3 sync and rclone sync: the same files to one S3 server, in one run.

usage: python3 src/bench/publish.py [OPTIONS]

  -n, --articles N  how many articles the site has: 9400 by default, which makes some 10,000 files
  -r, --rounds N    how often each publish that is not the first is measured: 3 by default; the least counts
  -d, --delay MS    what every request waits for beside its work, as on a line of some length: 0 by default

Needs mvn, and what the launcher needs; aws and rclone are measured where they are. The server is S3Proxy with its buckets
in memory, on 127.0.0.1, and on the same processors. Sites are built before, so that all three do the same: put a folder
into a bucket. What is measured is the first publish, one without any change and one after a word of an article was
changed; the requests are those that the server had to answer.
"""

import argparse
import json
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile

sys.dont_write_bytecode = True

import generators  # noqa: E402
from articles import article  # noqa: E402
from measure import run  # noqa: E402
from previews import make_site, memory_folder  # noqa: E402

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
KEY, SECRET = "AKIDEXAMPLE", "a secret that nobody prints"


def java():
    """A Java that is new enough for the classes: that of the start-up cache which the launcher has made."""
    for cache in sorted(ROOT.glob("target/start-up/build/**/*.aot")):
        return "/" + str(cache.parent.relative_to(ROOT / "target/start-up/build") / "bin/java")
    return "java"


class Server:
    """S3Proxy, with a bucket for each tool."""

    def __init__(self, folder, delay):
        self.delay = delay
        classes = folder / "classpath"
        subprocess.run(
            ["mvn", "-q", "test-compile", "dependency:build-classpath", f"-Dmdep.outputFile={classes}",
             "-Dmdep.includeScope=test"], cwd=ROOT, check=True)
        path = os.pathsep.join([str(ROOT / "target/test-classes"), classes.read_text()])
        self.process = subprocess.Popen(
            [java(), "-cp", path, "dev.levee.cli.S3Server", str(delay), "levee", "aws", "rclone"],
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
        self.url = self.process.stdout.readline().strip()

    def requests(self):
        """How often each thing was asked since this was last called."""
        self.process.stdin.write("\n")
        self.process.stdin.flush()
        return json.loads(self.process.stdout.readline())

    def close(self):
        self.process.stdin.close()
        self.process.wait()


def tools(site, url):
    """What each is started with; levee may not build, as the others do not."""
    (site / "levee.yaml").open("a").write(
        f"targets: {{bench: {{url: 's3://levee', endpoint: '{url}', region: us-east-1}}}}\n")
    os.environ.pop("AWS_CA_BUNDLE", None)  # which rclone cannot take, and nothing here needs
    os.environ.update(
        AWS_ACCESS_KEY_ID=KEY, AWS_SECRET_ACCESS_KEY=SECRET, AWS_REGION="us-east-1", AWS_DEFAULT_REGION="us-east-1",
        AWS_EC2_METADATA_DISABLED="true", RCLONE_CONFIG=os.devnull, RCLONE_S3_PROVIDER="Other",
        RCLONE_S3_ENDPOINT=url, RCLONE_S3_ENV_AUTH="true", RCLONE_S3_REGION="us-east-1")
    found = {"levee": [str(ROOT / "levee"), "publish", "--no-build", "-q"]}
    if shutil.which("aws"):
        found["aws"] = ["aws", "--endpoint-url", url, "s3", "sync", "site", "s3://aws", "--delete", "--only-show-errors",
                        "--exclude", ".levee/*", "--exclude", "_headers", "--exclude", "_redirects"]
    if shutil.which("rclone"):
        found["rclone"] = ["rclone", "sync", "site", ":s3:rclone", "--checksum", "--transfers", "16", "--checkers", "16",
                           "--exclude", "/.levee/**", "--exclude", "/_headers", "--exclude", "/_redirects", "-q"]
    return found


def change(site, turn):
    """Another word in one article, and the site built with it."""
    one = article(17)
    file = site / "content" / one.path
    file.write_text(file.read_text() + f"\nTurn {turn}.\n")
    build(site)


def build(site):
    subprocess.run([str(ROOT / "levee"), "build", "-q"], cwd=site, check=True)


def measure(what, found, server, site, log, rounds, before=lambda turn: None):
    costs = {name: [] for name in found}
    asked = {}
    for turn in range(rounds):
        before(turn)
        for name, command in found.items():
            server.requests()
            costs[name].append(run(command, site, log))
            asked[name] = server.requests()
    least = {name: min(cost.wall for cost in of) for name, of in costs.items()}
    for name, of in costs.items():
        counts = ", ".join(f"{count} {verb}" for verb, count in sorted(asked[name].items()) if count) or "none"
        ratio = "" if name == "levee" else f", levee takes {least['levee'] / least[name]:.2f} of it"
        processor = min(cost.processor for cost in of)
        print(f"{what:10} {name:7} {least[name]:7.2f} s, {processor:6.2f} s of processors, requests: {counts}{ratio}",
              flush=True)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("-n", "--articles", type=int, default=9_400)
    parser.add_argument("-r", "--rounds", type=int, default=3)
    parser.add_argument("-d", "--delay", type=int, default=0)
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory(dir=memory_folder()) as name:
        folder = pathlib.Path(name)
        site = folder / "levee"
        make_site(generators.LEVEE, site, arguments.articles)
        build(site)
        files = [f for f in (site / "site").rglob("*") if f.is_file() and ".levee" not in f.parts]
        size = sum(f.stat().st_size for f in files) / 1e6
        print(f"{len(files):,} files of {size:.0f} MB, {arguments.delay} ms of delay", flush=True)
        server = Server(folder, arguments.delay)
        try:
            found = tools(site, server.url)
            log = folder / "log"
            measure("first", found, server, site, log, 1)
            measure("no change", found, server, site, log, arguments.rounds)
            measure("one change", found, server, site, log, arguments.rounds, lambda turn: change(site, turn))
        finally:
            server.close()


if __name__ == "__main__":
    main()
