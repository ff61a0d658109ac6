"""A headless Chromium, steered by its DevTools protocol over a pair of pipes."""

import fcntl
import json
import os
import select
import shutil
import subprocess
import tempfile
import time

PROGRAMS = ("chromium", "chromium-browser", "google-chrome")
PATIENCE = 60


def found():
    return next((program for program in map(shutil.which, PROGRAMS) if program), None)


class Chromium:
    """One page in a browser of its own."""

    def __init__(self):
        self.folder = tempfile.TemporaryDirectory(ignore_cleanup_errors=True)
        ours, its = os.pipe(), os.pipe()
        # 3 and 4 are the numbers that it expects, so ours must not be these
        its_input = fcntl.fcntl(ours[0], fcntl.F_DUPFD, 10)
        its_output = fcntl.fcntl(its[1], fcntl.F_DUPFD, 10)
        self.write = fcntl.fcntl(ours[1], fcntl.F_DUPFD, 10)
        self.read = fcntl.fcntl(its[0], fcntl.F_DUPFD, 10)
        for descriptor in (*ours, *its):
            os.close(descriptor)

        def place_pipes():
            os.dup2(its_input, 3)
            os.dup2(its_output, 4)

        self.process = subprocess.Popen(
            [found(), "--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage",
             "--remote-debugging-pipe", f"--user-data-dir={self.folder.name}", "about:blank"],
            stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
            preexec_fn=place_pipes, pass_fds=(3, 4), start_new_session=True)
        os.close(its_input)
        os.close(its_output)
        self.calls = 0
        self.rest = b""
        self.events = []
        self.session = None
        target = self.call("Target.createTarget", url="about:blank")["targetId"]
        self.session = self.call("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]
        self.call("Page.enable")
        self.call("Runtime.enable")

    def call(self, method, **parameters):
        """The answer of the browser."""
        self.calls += 1
        message = {"id": self.calls, "method": method, "params": parameters}
        if self.session:
            message["sessionId"] = self.session
        os.write(self.write, json.dumps(message).encode() + b"\0")
        end = time.monotonic() + PATIENCE
        while True:
            said = self.message(end - time.monotonic())
            if said is None:
                raise TimeoutError(f"the browser does not answer {method}")
            if said.get("id") == message["id"]:
                if "error" in said:
                    raise RuntimeError(f"{method}: {said['error']}")
                return said["result"]
            self.events.append(said)

    def event(self, method, seconds):
        """What the browser says next of a kind; None when it does not in time."""
        end = time.monotonic() + seconds
        while True:
            said = self.events.pop(0) if self.events else self.message(end - time.monotonic())
            if said is None or said.get("method") == method:
                return said and said["params"]

    def message(self, seconds):
        while b"\0" not in self.rest:
            ready, _, _ = select.select([self.read], [], [], max(0, seconds))
            if not ready:
                return None
            some = os.read(self.read, 1 << 16)
            if not some:
                raise EOFError("the browser has ended")
            self.rest += some
        text, _, self.rest = self.rest.partition(b"\0")
        return json.loads(text)

    def close(self):
        try:
            self.session = None
            self.call("Browser.close")
            self.process.wait(10)
        except (OSError, EOFError, TimeoutError, RuntimeError, subprocess.TimeoutExpired):
            os.killpg(self.process.pid, 9)
            self.process.wait()
        os.close(self.write)
        os.close(self.read)
        self.folder.cleanup()
