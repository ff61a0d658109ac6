#!/usr/bin/env python3
"""What axe-core and Lighthouse say of a built site, and what its pages weigh on the wire.

    npm install --prefix /tmp/audit axe-core lighthouse
    ./levee build && python3 src/bench/audit.py --tools /tmp/audit

with `servers: [nginx]` and `precompress: true` in the settings. Needs nginx, Chromium and Node. axe-core looks at one page of
each kind by light and by dark, on a telephone and on a desk; Lighthouse, as a telephone, at the front page and what
`--page` names; the weights are what Chromium receives of these before anybody scrolls. Without the two tools what
needs them is left out, with a word.
"""

import argparse
import json
import os
import pathlib
import re
import subprocess
import sys
import time

import chromium
import load

CATEGORIES = ("performance", "accessibility", "best-practices", "seo")
TELEPHONE, DESK = (360, 740), (1440, 900)
KIND = re.compile(r'<body class="page-(\w+)')

SHIFT = """
new Promise(done => {
  let sum = 0;
  new PerformanceObserver(list => { for (const e of list.getEntries()) sum += e.value; })
    .observe({type: "layout-shift", buffered: true});
  setTimeout(() => done(sum), 300);
})
"""


def one_of_each_kind(site):
    """Addresses of pages, the longest file of each kind, and the page for what is not there."""
    longest = {}
    for file in sorted(site.rglob("*.html")):
        text = file.read_text(encoding="utf-8", errors="replace")
        found = KIND.search(text)
        address = "/" + re.sub(r"(^|/)index\.html$", r"\1", file.relative_to(site).as_posix())
        kind = found and f"{found[1]} {address.split('/')[1] if found[1] in ('overview', 'article') else ''}"
        if kind and len(text) > longest.get(kind, (0,))[0]:
            longest[kind] = len(text), address
    return sorted(address for _, address in longest.values())


class Looker:
    """One browser that is sent from page to page."""

    def __init__(self, root):
        self.root = root
        self.browser = chromium.Chromium()
        self.browser.call("Network.enable")

    def show(self, address, size, scheme):
        width, height = size
        self.browser.call("Network.clearBrowserCache")
        self.browser.call("Emulation.setDeviceMetricsOverride", width=width, height=height,
                          deviceScaleFactor=2 if width < 600 else 1, mobile=width < 600)
        self.browser.call("Emulation.setEmulatedMedia",
                          features=[{"name": "prefers-color-scheme", "value": scheme}])
        self.browser.events.clear()
        self.browser.call("Page.navigate", url=self.root + address)
        self.browser.event("Page.loadEventFired", 30)
        time.sleep(0.3)

    def value(self, expression):
        said = self.browser.call("Runtime.evaluate", expression=expression, awaitPromise=True, returnByValue=True)
        if "exceptionDetails" in said:
            raise RuntimeError(said["exceptionDetails"])
        return said["result"].get("value")

    def weight(self, address):
        """Bytes by kind of what comes before anybody scrolls, and how much the page moved meanwhile."""
        self.browser.call("Page.navigate", url="about:blank")
        self.browser.event("Page.loadEventFired", 30)
        kinds, bytes_of = {}, {}
        # what is said before the page has loaded is kept for us, so it is read here and not by event()
        width, height = TELEPHONE
        self.browser.call("Emulation.setDeviceMetricsOverride", width=width, height=height, deviceScaleFactor=2, mobile=True)
        self.browser.call("Network.clearBrowserCache")
        self.browser.events.clear()
        self.browser.call("Page.navigate", url=self.root + address)
        end = time.monotonic() + 3
        while time.monotonic() < end:
            said = self.browser.events.pop(0) if self.browser.events else self.browser.message(end - time.monotonic())
            if said is None:
                break
            parameters = said.get("params", {})
            if said.get("method") == "Network.responseReceived":
                kinds[parameters["requestId"]] = parameters["type"]
            elif said.get("method") == "Network.loadingFinished":
                bytes_of[parameters["requestId"]] = parameters["encodedDataLength"]
        sums = {}
        for request, size in bytes_of.items():
            kind = kinds.get(request, "Other")
            sums[kind] = sums.get(kind, 0) + size
        return sums, self.value(SHIFT)

    def close(self):
        self.browser.close()


def axe(looker, script, pages):
    wrong = 0
    for address in pages:
        for size in (TELEPHONE, DESK):
            for scheme in ("light", "dark"):
                looker.show(address, size, scheme)
                looker.value(script + "; 0")
                for found in looker.value("axe.run(document, {resultTypes: ['violations']}).then(r => r.violations)"):
                    wrong += 1
                    nodes = found["nodes"]
                    print(f"  {address} {size[0]} {scheme}: {found['id']}, {found['help']}: "
                          f"{len(nodes)}, first {nodes[0]['html'][:160]}")
    print(f"axe-core: {wrong} violations on {len(pages)} pages, each in two sizes and two schemes", flush=True)
    return wrong


def lighthouse(tools, root, pages, slowdown):
    """A machine that is itself as slow as a telephone is not to be slowed down again: Lighthouse says to go by the index."""
    wrong = 0
    for address in pages:
        report = json.loads(subprocess.run(
            ["node", str(tools / "node_modules/lighthouse/cli/index.js"), root + address, "--quiet", "--output=json",
             "--only-categories=" + ",".join(CATEGORIES), f"--throttling.cpuSlowdownMultiplier={slowdown}",
             "--chrome-flags=--headless=new --no-sandbox --disable-gpu --disable-dev-shm-usage"
             " --disable-background-networking --disable-component-update --disable-sync --no-first-run"],
            capture_output=True, text=True, check=True, env={**os.environ, "CHROME_PATH": chromium.found()}).stdout)
        scores = [round(100 * (report["categories"][c]["score"] or 0)) for c in CATEGORIES]
        audits = report["audits"]
        shown = ", ".join(f"{c} {s}" for c, s in zip(CATEGORIES, scores))
        print(f"Lighthouse {report['lighthouseVersion']} {address}: {shown}; "
              f"LCP {audits['largest-contentful-paint']['displayValue']}, "
              f"CLS {audits['cumulative-layout-shift']['displayValue']}, "
              f"TBT {audits['total-blocking-time']['displayValue']}; "
              f"this machine {report['environment']['benchmarkIndex']:.0f}, slowed {slowdown} times", flush=True)
        if min(scores) < 100:
            wrong += 1
            for category in CATEGORIES:
                for reference in report["categories"][category]["auditRefs"]:
                    audit = audits[reference["id"]]
                    if reference["weight"] and audit["score"] is not None and audit["score"] < 1:
                        print(f"  {audit['id']} {audit['score']}: {audit['title']} {audit.get('displayValue', '')}")
    return wrong


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--site", type=pathlib.Path, default=pathlib.Path("site"))
    parser.add_argument("--servers", type=pathlib.Path, default=pathlib.Path("servers"))
    parser.add_argument("--tools", type=pathlib.Path, help="the folder in which npm installed axe-core and lighthouse")
    parser.add_argument("--page", action="append", default=[], help="one more address for Lighthouse and the weights")
    parser.add_argument("--slowdown", type=float, default=4, help="how many times slower a telephone is than this machine")
    arguments = parser.parse_args()
    site = arguments.site.resolve()
    include = [(arguments.servers / "nginx" / name).resolve() for name in ("http.conf", "server.conf")]
    server = load.Nginx(site, include)
    root = f"http://127.0.0.1:{server.port}"
    wrong = 0
    try:
        kinds = one_of_each_kind(site)
        looker = Looker(root)
        try:
            for address in dict.fromkeys(["/", *arguments.page]):
                sums, shift = looker.weight(address)
                print(f"{address} at {TELEPHONE[0]} px: {sum(sums.values()) / 1000:.1f} KB on the wire, "
                      + ", ".join(f"{k} {v / 1000:.1f}" for k, v in sorted(sums.items())) + f"; moved {shift:.4f}", flush=True)
            script = arguments.tools and arguments.tools / "node_modules/axe-core/axe.min.js"
            if script and script.exists():
                wrong += axe(looker, script.read_text(), kinds)
            else:
                print("axe-core is not there: --tools names the folder in which npm installed it")
        finally:
            looker.close()
        if arguments.tools and (arguments.tools / "node_modules/lighthouse").exists():
            wrong += lighthouse(arguments.tools, root, dict.fromkeys(["/", *arguments.page]), arguments.slowdown)
        else:
            print("Lighthouse is not there: --tools names the folder in which npm installed it")
    finally:
        server.close()
    sys.exit(1 if wrong else 0)


if __name__ == "__main__":
    main()
