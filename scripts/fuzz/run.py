"""Starts the service on a database, fills it, and runs Schemathesis over the whole API document."""

import argparse
import base64
import json
import os
import pathlib
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
import urllib.parse
import urllib.request

import seed

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parent.parent
# The whole run in the time given: starting and filling a service takes some of it.
START_SECONDS = 8


class Service:
    """`recourse serve` on a database and in a folder of its own, ended with the run."""

    def __init__(self, binary, folder, database):
        with socket.socket() as taken:
            taken.bind(("127.0.0.1", 0))
            port = taken.getsockname()[1]
        self.binary, self.base, self.log = binary, f"http://127.0.0.1:{port}", folder / "service.log"
        kept = {name: value for name, value in os.environ.items() if not name.startswith("RECOURSE_")}
        self.environment = kept | {
            "RECOURSE_DATA_DIR": str(folder / "data"),
            "RECOURSE_LISTEN": f"127.0.0.1:{port}",
            # The fuzzer is one caller that calls as often as it can; that too many calls are answered 429 is tested elsewhere.
            "RECOURSE_CALLS_PER_MINUTE": "100000000",
            "RECOURSE_LOG": "warn",
        }
        if database:
            self.environment["RECOURSE_DATABASE_URL"] = database
        self.process = None

    def run(self, *arguments):
        done = subprocess.run([self.binary, *arguments], env=self.environment, capture_output=True, text=True)
        if done.returncode:
            raise SystemExit(f"recourse {' '.join(arguments)}: {done.stderr}")
        return done.stdout

    def __enter__(self):
        told = dict(line.split("=", 1) for line in self.run("operator").splitlines() if "=" in line)
        self.operator = (told["CLIENT_ID"], told["CLIENT_SECRET"])
        self.process = subprocess.Popen([self.binary, "serve"], env=self.environment,
                                        stdout=self.log.open("w"), stderr=subprocess.STDOUT)
        until = time.monotonic() + 60
        while not self.is_ready():
            if self.process.poll() is not None or time.monotonic() > until:
                raise SystemExit(f"the service does not start:\n{self.log.read_text()[-4000:]}")
            time.sleep(0.1)
        return self

    def is_ready(self):
        try:
            with urllib.request.urlopen(self.base + "/ready", timeout=5) as answer:
                return answer.status == 200
        except OSError:
            return False

    def __exit__(self, *_):
        self.process.send_signal(signal.SIGTERM)
        try:
            self.process.wait(30)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()


class Postgres:
    """A database of its own on a server, dropped at the end."""

    def __init__(self, url):
        self.url, self.name = url, f"recourse_fuzz_{os.getpid()}"

    def statement(self, text):
        subprocess.run(["psql", "--no-psqlrc", "--quiet", "-v", "ON_ERROR_STOP=1", "-c", text, self.url], check=True)

    def __enter__(self):
        self.statement(f"CREATE DATABASE {self.name}")
        return urllib.parse.urlsplit(self.url)._replace(path=f"/{self.name}").geturl()

    def __exit__(self, *_):
        self.statement(f"DROP DATABASE IF EXISTS {self.name} WITH (FORCE)")


def remembered(made):
    """What the hooks read."""
    clients = made.clients
    granted = {kind: json.loads(base64.urlsafe_b64decode(part + "=" * (-len(part) % 4)))
               for kind, part in ((kind, client.fetch_token().split(".")[1]) for kind, client in clients.items())}
    return {
        "ids": made.ids, "texts": made.texts, "own": sorted(made.own),
        "private_controller": made.ids["ControllerId"][-1],
        "tokens": {kind: client.token for kind, client in clients.items()},
        "scopes": {kind: claims["scope"].split() for kind, claims in granted.items()},
        "basic": base64.b64encode(":".join(clients["organisation"].credential).encode()).decode(),
    }


def fuzz(service, folder, options, seconds):
    document = folder / "document.json"
    document.write_text(service.run("openapi"))
    made = seed.Seed(service.base, json.loads(document.read_text()), service.operator).everything()
    memory = folder / "seed.json"
    memory.write_text(json.dumps(remembered(made)))
    # Schemathesis reads its settings where it runs, and writes what it learned there.
    shutil.copy(HERE / "schemathesis.toml", folder)
    command = [options.schemathesis, "run", str(document), "--url", service.base, "--seed", str(options.seed),
               "--max-time", str(seconds), "--no-color", "--warnings", "off", *options.more]
    environment = os.environ | {"RECOURSE_FUZZ": str(memory), "SCHEMATHESIS_HOOKS": "hooks", "PYTHONPATH": str(HERE)}
    status = subprocess.run(command, cwd=folder, env=environment).returncode
    failures = service.log.read_text().strip()
    if failures and status:
        print(f"The end of the service's log:\n{failures[-4000:]}")
    return status


def main():
    parser = argparse.ArgumentParser(prog="fuzz-api")
    parser.add_argument("--binary", required=True)
    parser.add_argument("--schemathesis", required=True)
    parser.add_argument("--seconds", type=int, required=True)
    # The same calls each time, so that a check fails for what has changed; other seeds, and longer runs, find what is new.
    parser.add_argument("--seed", type=int, default=20261126)
    parser.add_argument("more", nargs="*")
    options = parser.parse_args()
    databases = [None] + [Postgres(url) for url in [os.environ.get("RECOURSE_TEST_DATABASE_URL")] if url]
    seconds = max(10, options.seconds // len(databases) - START_SECONDS)
    worst = 0
    for database in databases:
        print(f"\n{'PostgreSQL' if database else 'SQLite'}, seed {options.seed}, {seconds} s", flush=True)
        with tempfile.TemporaryDirectory(prefix="recourse-fuzz.") as folder:
            folder = pathlib.Path(folder)
            if database:
                with database as url, Service(options.binary, folder, url) as service:
                    status = fuzz(service, folder, options, seconds)
            else:
                with Service(options.binary, folder, None) as service:
                    status = fuzz(service, folder, options, seconds)
        worst = max(worst, status)
    if worst:
        print(f"\nRepeat it with: scripts/fuzz-api --seconds {options.seconds} --seed {options.seed}")
    return worst


if __name__ == "__main__":
    sys.exit(main())
