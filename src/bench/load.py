#!/usr/bin/env python3
"""How fast nginx serves a built site with the configuration that Levee writes, beside nginx with none.

    ./levee build && python3 src/bench/load.py

with `servers: [nginx]` in the settings. Needs nginx and wrk. Both servers run on 127.0.0.1 and take turns under load, so
that what else the machine does falls on both.
"""

import argparse
import pathlib
import re
import resource
import socket
import subprocess
import sys
import tempfile
import time

CONFIGURATION = """
{user}
daemon off;
worker_processes 1;
worker_rlimit_nofile 8192;
pid {work}/nginx.pid;
error_log {work}/error.log;
events {{ worker_connections 4096; }}
http {{
    access_log off;
    include /etc/nginx/mime.types;
    client_body_temp_path {work}/body;
    proxy_temp_path {work}/proxy;
    fastcgi_temp_path {work}/fastcgi;
    uwsgi_temp_path {work}/uwsgi;
    scgi_temp_path {work}/scgi;
    {http}
    server {{
        listen 127.0.0.1:{port} backlog=4096;
        root {site};
        {server}
    }}
}}
"""

LUA = """
local paths = {{ {paths} }}
local at = 0
request = function()
  at = at % #paths + 1
  return wrk.format("GET", paths[at])
end
"""


def free_port():
    with socket.socket() as s:
        s.bind(("127.0.0.1", 0))
        return s.getsockname()[1]


def allow_connections():
    """Lets this process, and those that it starts, have some thousands of connections."""
    hard = resource.getrlimit(resource.RLIMIT_NOFILE)[1]
    resource.setrlimit(resource.RLIMIT_NOFILE, (min(hard, 8192) if hard > 0 else 8192, hard))


def load(port, lua, connections, seconds):
    """Requests a second, and how many went wrong."""
    said = subprocess.run(
        ["wrk", "-t1", f"-c{connections}", f"-d{seconds}s", "--timeout", "10s", "-s", lua, f"http://127.0.0.1:{port}"],
        capture_output=True, text=True, check=True).stdout
    rate = float(re.search(r"Requests/sec:\s+([\d.]+)", said)[1])
    wrong = sum(int(n) for n in re.findall(r"(?:connect|read|write|timeout|responses:) (\d+)", said))
    return rate, wrong


class Nginx:
    def __init__(self, site, include):
        self.folder = tempfile.TemporaryDirectory()
        self.port = free_port()
        http, server = include or (None, None)
        text = CONFIGURATION.format(
            user="user root;" if pathlib.Path.home() == pathlib.Path("/root") else "",
            work=self.folder.name,
            http=f"include {http};" if http else "",
            server=f"include {server};" if server else "",
            port=self.port,
            site=site,
        )
        file = pathlib.Path(self.folder.name, "nginx.conf")
        file.write_text(text)
        self.process = subprocess.Popen(["nginx", "-p", self.folder.name, "-c", file])
        for _ in range(100):
            try:
                socket.create_connection(("127.0.0.1", self.port)).close()
                return
            except OSError:
                time.sleep(0.05)
        sys.exit("nginx does not start")

    def close(self):
        self.process.terminate()
        self.process.wait()
        self.folder.cleanup()


def paths(site, count):
    """Pages and what they show, the same ones in each run."""
    files = sorted(p.relative_to(site).as_posix() for p in site.rglob("*") if p.is_file())
    wanted = [f for f in files if f.endswith(("index.html", ".css", ".svg", ".jpg", ".xml")) and not f.startswith(".")]
    step = max(1, len(wanted) // count)
    return ["/" + re.sub(r"(^|/)index\.html$", r"\1", f) for f in wanted[::step]][:count]


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--site", type=pathlib.Path, default=pathlib.Path("site"))
    parser.add_argument("--servers", type=pathlib.Path, default=pathlib.Path("servers"))
    parser.add_argument("--seconds", type=int, default=10)
    parser.add_argument("--rounds", type=int, default=2)
    arguments = parser.parse_args()
    site = arguments.site.resolve()
    include = [(arguments.servers / "nginx" / name).resolve() for name in ("http.conf", "server.conf")]
    allow_connections()
    servers = {"bare": Nginx(site, None), "with include": Nginx(site, include)}
    try:
        with tempfile.NamedTemporaryFile("w", suffix=".lua") as lua:
            lua.write(LUA.format(paths=", ".join(f'"{p}"' for p in paths(site, 40))))
            lua.flush()
            for connections in (64, 1000):
                rates = {name: [] for name in servers}
                errors = 0
                for _ in range(arguments.rounds):
                    for name, server in servers.items():
                        rate, wrong = load(server.port, lua.name, connections, arguments.seconds)
                        rates[name].append(rate)
                        errors += wrong
                mean = {name: sum(r) / len(r) for name, r in rates.items()}
                print(f"{connections:5} connections: bare {mean['bare']:.0f} requests/s, "
                      f"with include {mean['with include']:.0f}, "
                      f"ratio {mean['with include'] / mean['bare']:.3f}, errors {errors}", flush=True)
    finally:
        for server in servers.values():
            server.close()


if __name__ == "__main__":
    main()
