"""All that a daemon does, at once: lists are replaced, alerts sent, rules made, answers kept, and it ends in the middle of it."""

import http.client
import json
import os
import signal
import subprocess
import threading
import time
import unittest

from alert_listeners import Console, Receiver
from daemon import PATIENCE, Daemon, Directory, ListPost, darvaza, post, read, sample

HIT = {"id": "hit", "name": "Gulbahor Savsanova", "birth_date": "1971-03-02", "documents": [{"number": "AB1234567", "issuing_state": "KAZ"}]}
UPDATES = 4


def people(edition):
    """One more each time."""
    return "id,name,birth_date\nnew,Gulbahor Savsanova,1971-03-02\n" + "".join(f"{i},Rahmonov Jamshed{i},1970-01-01\n" for i in range(60 + edition))


class Clients:
    """Each asks its own question over and over, over a connection that it keeps. A status that it does not expect is a fault; until the
    end is announced, so is a connection that breaks."""

    def __init__(self, address):
        self.address = address
        self.faults, self.rounds = [], {}
        self.ending = threading.Event()
        self.threads = []

    def add(self, who, question, statuses=(200,)):
        """`question` gives method, path, body and type of the next, knowing the body of the answer before."""
        self.rounds[question.__name__] = 0
        self.threads.append(threading.Thread(target=self._run, args=(who, question, statuses)))
        self.threads[-1].start()

    def _run(self, who, question, statuses):
        client, last = None, b""
        try:
            while True:
                client = client or http.client.HTTPConnection(*self.address, timeout=PATIENCE)
                method, path, body, kind = question(last)
                client.request(method, path, body, {"Authorization": "Bearer " + who, "Content-Type": kind})
                answer = client.getresponse()
                last = answer.read()
                if answer.status not in statuses:
                    raise AssertionError(f"{path}: {answer.status}: {last}")
                self.rounds[question.__name__] += 1
                if answer.headers["Connection"] == "close":
                    client.close()
                    client = None
        except (OSError, http.client.HTTPException) as fault:
            if not self.ending.is_set():
                self.faults.append(repr(fault))
        except Exception as fault:  # noqa: told by the test
            self.faults.append(repr(fault))
        finally:
            if client:
                client.close()

    def wait_for_rounds(self, more):
        before = dict(self.rounds)
        deadline = time.monotonic() + PATIENCE
        while any(self.rounds[name] < before[name] + more for name in before) and not self.faults:
            assert time.monotonic() < deadline, (before, self.rounds)
            time.sleep(0.01)

    def join(self):
        for thread in self.threads:
            thread.join()


class TogetherTest(unittest.TestCase):
    def setUp(self):
        self.directory = Directory()
        self.addCleanup(self.directory.remove)
        self.receiver = Receiver()
        self.addCleanup(self.receiver.close)
        self.lists = ListPost(self.directory, "zala")

    def config(self):
        file = self.directory.file
        key = file("audit.key")
        darvaza("audit", "keygen", key)
        os.mkdir(file("audit"))
        secret = file("secret", "0123456789abcdef0123456789abcdef\n")
        os.chmod(secret, 0o400)
        roles = ["screen", "entries", "alerts", "clear", "administer"]
        return (f'[lists]\nposts = ["{self.lists.post}"]\n[alerts]\ndirectory = "{file("alerts")}"\n[cleared]\ndatabase = "{file("cleared.db")}"\n'
                f'[audit]\ndirectory = "{file("audit")}"\nkey = "{key}"\n'
                f'[[channel]]\nname = "all"\nurl = "{self.receiver.url}"\nsecret_file = "{secret}"\n'
                + post("booth", "booth", ["screen"], "UZB", "first") + post("office", "office", roles, "UZB", "second") + post("all", "all", roles, "", "second"))

    def test_everything_goes_on_at_once(self):
        self.lists.publish(people(1))
        self.lists.update()
        with Daemon(self.directory.index, self.config(), environment={"no_proxy": "127.0.0.1"}) as daemon:
            rule = {"document": {"number": "CD7654321", "issuing_state": "KAZ"}, "list": "zala", "entry": "new", "reason": "fingerprints differ",
                    "officer": "no. 17", "expires": time.strftime("%Y-%m-%d", time.gmtime(time.time() + 20 * 86400))}
            asked, rules = [0], [0]

            def screens(_):
                asked[0] += 1
                return "POST", "/v1/screen", json.dumps(HIT if asked[0] % 2 else {"name": "Nobody Whom Anybody Knows"}), "application/json"

            def screens_batches(_):
                return "POST", "/v1/screen/batch", read(sample("manifests/bus.jsonl")), "application/x-ndjson"

            def sends_manifests(_):
                return "POST", "/v1/manifests", read(sample("manifests/flight-dz202.edi")), "application/edifact"

            def reads_entries(_):
                return "GET", "/v1/entries/zala/new", None, "application/json"

            def matches(_):
                return "POST", "/match/default", json.dumps({"queries": {"q": {"schema": "Person", "properties": {"name": [HIT["name"]]}}}}), "application/json"

            def looks(_, paths=["/readyz", "/v1/lists", "/metrics", "/openapi.json", "/catalog"]):  # noqa: one after another, by all
                paths.append(paths.pop(0))
                return "GET", paths[-1], None, "application/json"

            def clears(last):
                answer = json.loads(last or b"{}")
                if "version" in answer and answer.get("ended") is None:
                    rules[0] += 1
                    return "DELETE", "/v1/cleared/" + answer["id"], None, "application/json"
                digest = json.loads(daemon.ask("GET", "/v1/lists", headers={"Authorization": "Bearer office"})[2])["digest"]
                return "POST", "/v1/cleared", json.dumps({**rule, "index": digest}), "application/json"

            def reloads(_):
                return "POST", "/v1/lists/reload", None, "application/json"

            clients = Clients(daemon.addresses[0])
            consoles = [Console(daemon, who) for who in ("office", "all")]
            for console in consoles:
                self.addCleanup(console.close)
            for who, question, *statuses in (("booth", screens), ("office", screens), ("all", screens), ("booth", screens_batches), ("all", screens_batches),
                                             ("office", sends_manifests), ("office", reads_entries), ("all", matches), ("all", looks, (200, 503)),
                                             ("office", clears, (200, 201, 204, 409)), ("all", reloads, (200, 503))):
                clients.add(who, question, *statuses)
            for edition in range(2, 2 + UPDATES):
                clients.wait_for_rounds(3)
                self.lists.publish(people(edition))
                self.lists.update()
                daemon.signal(signal.SIGHUP)
            clients.wait_for_rounds(3)
            deadline = time.monotonic() + PATIENCE
            while not (rules[0] and self.receiver.taken and all(console.events() for console in consoles)):
                self.assertLess(time.monotonic(), deadline, (rules, len(self.receiver.taken), [console.text for console in consoles]))
                time.sleep(0.05)
            clients.ending.set()
            daemon.signal(signal.SIGTERM)
            daemon.wait_for_log("draining")
            clients.join()
            self.assertEqual(clients.faults, [])
            daemon.process.wait(PATIENCE)
            self.assertEqual(daemon.stop(), 0, daemon.log.decode())
        verified = subprocess.run([os.environ["DARVAZA"], "audit", "verify", "--key", self.directory.file("audit.key"), self.directory.file("audit")],
                                  capture_output=True, timeout=PATIENCE)
        self.assertEqual(verified.returncode, 0, verified.stderr)


if __name__ == "__main__":
    unittest.main()
