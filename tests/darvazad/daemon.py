"""Runs darvazad for a test: on ports that the system chooses, with an index of the fictional samples.

DARVAZA and DARVAZAD name the programs, DARVAZA_SOURCE the tree.
"""

import glob
import hashlib
import http.client
import json
import os
import re
import select
import shutil
import signal
import socket
import subprocess
import tempfile
import time

SOURCE = os.environ["DARVAZA_SOURCE"]
PATIENCE = 60  # seconds; no test waits so long unless something is broken


def sample(name):
    return os.path.join(SOURCE, "data-samples", name)


def read(path):
    with open(path, "rb") as file:
        return file.read()


def darvaza(*arguments, stdin=b""):
    """What the command line writes."""
    run = subprocess.run([os.environ["DARVAZA"], *arguments], input=stdin, capture_output=True, timeout=PATIENCE)
    assert run.returncode == 0, run.stderr
    return run.stdout


def build_index(path, *lists):
    darvaza("build", "--output", path, *(lists or sorted(glob.glob(sample("lists/*")))))


def post(name, token, roles, state="", line="first"):
    """A [[post]] of the configuration."""
    digest = hashlib.sha256(token.encode()).hexdigest()
    of_state = f'state = "{state}"\n' if state else ""
    return f'[[post]]\nname = "{name}"\n{of_state}line = "{line}"\ntoken_sha256 = "{digest}"\nroles = {json.dumps(roles)}\n'


class Directory:
    """A directory that goes with the test, with the samples' index in it."""

    def __init__(self):
        self.path = tempfile.mkdtemp(prefix="darvazad-")
        self.index = self.file("lists.dvz")
        build_index(self.index)

    def file(self, name, content=None):
        path = os.path.join(self.path, name)
        if content is not None:
            with open(path, "w", encoding="utf-8") as file:
                file.write(content)
        return path

    def remove(self):
        shutil.rmtree(self.path, ignore_errors=True)


class ListPost:
    """A publisher of one list and a post that follows it, in a directory of their own."""

    def __init__(self, directory, name):
        self.home = os.path.join(directory.path, name)
        os.mkdir(self.home)
        self.post = self.at("post")
        for key in ("root", "list", "time"):
            darvaza("lists", "keygen", self.at(key))
        darvaza("lists", "root", "--list", name, "--release", self.at("mirror"), "--root-key", self.at("root.pub"), "--list-key",
                self.at("list.pub"), "--timestamp-key", self.at("time.pub"), "--sign", self.at("root.key"))

    def at(self, name):
        return os.path.join(self.home, name)

    def publish(self, csv):
        with open(self.at("list.csv"), "w", encoding="utf-8") as file:
            file.write(csv)
        darvaza("lists", "publish", "--release", self.at("mirror"), "--owner", "UTO", "--list-sign", self.at("list.key"),
                "--timestamp-sign", self.at("time.key"), self.at("list.csv"))

    def update(self):
        """As of a large list: only what changed is made an index."""
        return json.loads(darvaza("lists", "update", "--json", "--whole-below", "0", "--post", self.post, "--root", self.at("mirror/root.1"),
                                  "--mirror", self.at("mirror")))


class Daemon:
    """A running daemon. `addresses` are where it listens: (host, port) or a path, in its order."""

    def __init__(self, index, config="", listening=None, environment=None, fd_names=None):
        self.log = b""
        self.directory = tempfile.mkdtemp(prefix="darvazad-")
        self.config = os.path.join(self.directory, "darvazad.toml")
        if "[listen]" not in config:
            config += '\n[listen]\nplain = ["127.0.0.1:0"]\n'
        with open(self.config, "w", encoding="utf-8") as file:
            file.write(config)
        # Machines that run tests are busy: no answer is late.
        env = {"DARVAZA_WORK_DEADLINE_MS": str(PATIENCE * 1000), **os.environ, **(environment or {})}
        arguments = [os.environ["DARVAZAD"], "--config", self.config, *(["--index", index] if index else [])]
        descriptors = [one.fileno() for one in listening or []]
        if descriptors:
            # As systemd does: descriptors from 3, their number and names in the environment of this process.
            names = ":".join(fd_names or ["plain"] * len(descriptors))
            arguments = ["bash", "-c", "LISTEN_PID=$$ exec \"$@\"", "bash", *arguments]
            env.update(LISTEN_FDS=str(len(descriptors)), LISTEN_FDNAMES=names)
            moves = " ".join(f"{3 + i}<&{d}" for i, d in enumerate(descriptors))
            arguments[2] = f"exec {moves}; LISTEN_PID=$$ exec \"$@\""
        self.process = subprocess.Popen(arguments, env=env, stderr=subprocess.PIPE, pass_fds=descriptors)
        self.addresses = []
        self._wait_until_it_listens()

    def _wait_until_it_listens(self):
        self.wait_for_log("darvazad: ready")
        found = re.findall(r"listening on (?:unix:(\S+)|\[?([^\s\]]*)\]?:(\d+))", self.log.decode())
        self.addresses = [path or (host, int(port)) for path, host, port in found]

    def _read_log(self, deadline):
        ready, _, _ = select.select([self.process.stderr], [], [], max(0, deadline - time.monotonic()))
        assert ready, f"the daemon says nothing more: {self.log}"
        piece = os.read(self.process.stderr.fileno(), 65536)
        assert piece, f"the daemon ended: {self.log.decode()}"
        self.log += piece

    def wait_for_log(self, text):
        deadline = time.monotonic() + PATIENCE
        while text.encode() not in self.log:
            self._read_log(deadline)

    def signal(self, number):
        self.process.send_signal(number)

    def connect(self, address=None):
        address = address or self.addresses[0]
        family = socket.AF_UNIX if isinstance(address, str) else socket.AF_INET
        connection = socket.socket(family, socket.SOCK_STREAM)
        connection.settimeout(PATIENCE)
        connection.connect(address)
        return connection

    def client(self):
        host, port = self.addresses[0]
        return http.client.HTTPConnection(host, port, timeout=PATIENCE)

    def ask(self, method, path, body=None, headers=None, kind="application/json"):
        """Status, headers and body of one answer over a connection of its own."""
        client = self.client()
        try:
            if isinstance(body, (dict, list)):
                body = json.dumps(body)
            headers = dict(headers or {})
            if body is not None and kind:
                headers.setdefault("Content-Type", kind)
            client.request(method, path, body, headers)
            answer = client.getresponse()
            return answer.status, answer.headers, answer.read()
        finally:
            client.close()

    def stop(self):
        """Ends it and returns its exit status; `log` then holds all it wrote."""
        if self.process.poll() is None:
            self.process.send_signal(signal.SIGTERM)
        _, rest = self.process.communicate(timeout=PATIENCE)
        self.log += rest
        shutil.rmtree(self.directory, ignore_errors=True)
        assert b"WARNING: ThreadSanitizer" not in self.log, self.log.decode()
        return self.process.returncode

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.stop()


def without_production(answers):
    """Answers as the command line writes them, which does not say what produced them."""
    return re.sub(rb', "produced_by": {"indexes": \["[0-9a-f]{32}"\], "engine": "[^"]+", "policy": "[0-9a-f]{16}"}', b"", answers)


def raw_answer(connection):
    """One answer from a raw connection: (status, headers in lower case, body)."""
    answer = http.client.HTTPResponse(connection)
    answer.begin()
    body = answer.read()
    return answer.status, {k.lower(): v for k, v in answer.getheaders()}, body


def ends(connection):
    """Whether the other side closed, everything that it sent having been read."""
    try:
        return connection.recv(1) == b""
    except ConnectionResetError:
        return True
