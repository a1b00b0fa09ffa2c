"""Lists and daemons change under load: no request is lost, none is answered by a mixture."""

import http.client
import json
import os
import signal
import socket
import threading
import time
import unittest

from daemon import PATIENCE, Daemon, Directory, ListPost, build_index, darvaza, raw_answer, sample

SWAPS = int(os.environ.get("DARVAZA_TEST_SWAPS", "5"))
RESTARTS = int(os.environ.get("DARVAZA_TEST_RESTARTS", "4"))
ASKED = json.dumps({"id": "q", "name": "Darvaza Sinamaev"})
CLIENTS = 4


class Askers:
    """Clients that ask the same over and over, over connections that they keep as long as they may. An answer that is no answer
    ends them with a fault."""

    def __init__(self, address):
        self.address = address
        self.answers = {}  # digest of the index -> bodies
        self.asked = 0
        self.faults = []
        self.lock = threading.Lock()
        self.stopped = threading.Event()
        self.threads = [threading.Thread(target=self.ask) for _ in range(CLIENTS)]
        for thread in self.threads:
            thread.start()

    def ask(self):
        client = None
        try:
            while not self.stopped.is_set():
                client = client or http.client.HTTPConnection(*self.address, timeout=PATIENCE)
                client.request("POST", "/v1/screen", ASKED, {"Content-Type": "application/json"})
                answer = client.getresponse()
                body = answer.read()
                if answer.status != 200:
                    raise AssertionError(f"{answer.status}: {body}")
                with self.lock:
                    self.asked += 1
                    self.answers.setdefault(answer.headers["Darvaza-Index"], set()).add(body)
                if answer.headers["Connection"] == "close":
                    client.close()
                    client = None
        except Exception as fault:  # noqa: told by the test
            self.faults.append(repr(fault))
        finally:
            if client:
                client.close()

    def wait_for_more(self, answers):
        wanted = self.asked + answers
        while self.asked < wanted and not self.faults:
            self.stopped.wait(0.001)

    def stop(self):
        self.stopped.set()
        for thread in self.threads:
            thread.join()


class RestartTest(unittest.TestCase):
    def setUp(self):
        self.directory = Directory()
        self.addCleanup(self.directory.remove)

    def test_lists_are_swapped_while_clients_ask(self):
        other = self.directory.file("other.dvz")
        build_index(other, sample("lists/national.csv"))
        versions = [self.directory.file("first.dvz"), other]
        os.link(self.directory.index, versions[0])
        with Daemon(self.directory.index) as daemon:
            askers = Askers(daemon.addresses[0])
            for number in range(SWAPS):
                askers.wait_for_more(20)
                link = self.directory.file("next.dvz")
                os.link(versions[(number + 1) % 2], link)
                os.replace(link, self.directory.index)
                self.assertEqual(daemon.ask("POST", "/v1/lists/reload")[0], 200)
            askers.wait_for_more(20)
            askers.stop()
        self.assertEqual(askers.faults, [])
        self.assertEqual(sorted(map(len, askers.answers.values())), [1, 1])  # two versions, one answer each
        self.assertEqual(len({body for bodies in askers.answers.values() for body in bodies}), 2)

    def test_what_updates_and_compactions_install_serves_while_clients_ask(self):
        people = "".join(f"{i},Rahmonov Jamshed{i},1970-01-01\n" for i in range(60))
        posts = [ListPost(self.directory, name) for name in ("zala", "una")]
        for post in posts:
            post.publish("id,name,birth_date\n" + people)
            self.assertEqual(post.update()["base"], 0)

        def wait_for(daemon, count):
            deadline = time.monotonic() + PATIENCE
            while time.monotonic() < deadline:
                body = json.loads(daemon.ask("POST", "/v1/screen", {"name": "Gulbahor Savsanova"})[2])
                if len(body["candidates"]) == count:
                    return body
                time.sleep(0.01)
            raise AssertionError(f"not noticed: {body}")

        with Daemon(None, f"[lists]\nposts = {json.dumps([post.post for post in posts])}\n") as daemon:
            askers = Askers(daemon.addresses[0])
            wait_for(daemon, 0)
            for number, post in enumerate(posts):
                askers.wait_for_more(20)
                post.publish("id,name,birth_date\n" + people + "new,Gulbahor Savsanova,1971-03-02\n")
                self.assertEqual(post.update()["base"], 1)
                body = wait_for(daemon, number + 1)
                self.assertEqual({found["list"]: found["version"] for found in body["lists"]}, {"zala": 2, "una": number + 1})
            before = json.loads(daemon.ask("GET", "/v1/lists")[2])["digest"]
            darvaza("lists", "compact", "--post", posts[0].post)
            deadline = time.monotonic() + PATIENCE
            while json.loads(daemon.ask("GET", "/v1/lists")[2])["digest"] == before and time.monotonic() < deadline:
                time.sleep(0.01)
            after = json.loads(daemon.ask("GET", "/v1/lists")[2])["digest"]
            self.assertEqual((len(before.split("+")), len(after.split("+"))), (4, 3))
            wait_for(daemon, 2)
            askers.wait_for_more(20)
            askers.stop()
        self.assertEqual(askers.faults, [])
        self.assertGreaterEqual(len(askers.answers), 4)
        self.assertEqual({len(bodies) for bodies in askers.answers.values()}, {1})  # no answer of a mixture

    def test_an_update_that_cannot_be_opened_holds_up_no_other_and_is_tried_again(self):
        posts = [ListPost(self.directory, name) for name in ("zala", "una")]
        for post in posts:
            post.publish("id,name\n1,Gulbahor Savsanova\n")
            post.update()
        link = os.path.join(posts[0].post, "current")
        first = os.path.join(posts[0].post, os.readlink(link))
        with Daemon(None, f"[lists]\nposts = {json.dumps([post.post for post in posts])}\n") as daemon:
            def versions():
                body = json.loads(daemon.ask("POST", "/v1/screen", {"name": "Gulbahor Savsanova"})[2])
                self.assertEqual(len(body["candidates"]), 2)
                return {found["list"]: found["version"] for found in body["lists"]}

            def wait_for(wanted):
                deadline = time.monotonic() + PATIENCE
                while versions() != wanted and time.monotonic() < deadline:
                    time.sleep(0.01)
                self.assertEqual(versions(), wanted)

            self.assertEqual(versions(), {"zala": 1, "una": 1})
            os.symlink("generations/none", link + ".new")
            os.replace(link + ".new", link)
            complaint = f"the lists of {posts[0].post} stay as they were: "
            daemon.wait_for_log(complaint)
            os.rename(first, first + ".gone")  # what serves needs its files no more
            posts[1].publish("id,name\n1,Gulbahor Savsanova\n2,Jamshed Rahmonov\n")
            posts[1].update()
            wait_for({"zala": 1, "una": 2})
            self.assertEqual(json.loads(daemon.ask("GET", "/readyz")[2]), {"status": "ok", "held_back": 1})
            self.assertEqual([held["source"] for held in json.loads(daemon.ask("GET", "/v1/lists")[2])["held_back"]], [posts[0].post])
            os.rename(first + ".gone", os.path.join(posts[0].post, "generations/none"))  # no link moves
            deadline = time.monotonic() + PATIENCE
            while b"held_back" in daemon.ask("GET", "/readyz")[2] and time.monotonic() < deadline:
                time.sleep(0.05)
            self.assertEqual(json.loads(daemon.ask("GET", "/readyz")[2]), {"status": "ok"})
            self.assertEqual(versions(), {"zala": 1, "una": 2})
        self.assertEqual(daemon.log.decode().count(complaint), 1)  # told once, however often it was tried

    def test_daemons_follow_one_another_on_a_socket_that_stays(self):
        with socket.create_server(("127.0.0.1", 0), backlog=512) as listening:
            askers = Askers(listening.getsockname())
            daemon = Daemon(self.directory.index, listening=[listening])
            for _ in range(RESTARTS):
                askers.wait_for_more(20)
                old, daemon = daemon, None
                self.assertEqual(old.stop(), 0)
                daemon = Daemon(self.directory.index, listening=[listening])
            askers.wait_for_more(20)
            askers.stop()
            daemon.stop()
        self.assertEqual(askers.faults, [])

    def test_term_lets_what_was_asked_be_answered(self):
        with Daemon(self.directory.index) as daemon:
            body = ASKED.encode()
            begun = daemon.connect()
            begun.sendall(b"POST /v1/screen HTTP/1.1\r\nHost: d\r\nContent-Type: application/json\r\nContent-Length: %d\r\n\r\n" % len(body))
            kept = daemon.connect()
            kept.sendall(b"GET /readyz HTTP/1.1\r\nHost: d\r\n\r\n")
            self.assertEqual(raw_answer(kept)[0], 200)
            daemon.signal(signal.SIGTERM)
            daemon.wait_for_log("draining")
            with self.assertRaises(ConnectionRefusedError):
                daemon.connect()
            kept.sendall(b"GET /readyz HTTP/1.1\r\nHost: d\r\n\r\n")
            status, headers, _ = raw_answer(kept)
            self.assertEqual((status, headers["connection"]), (503, "close"))
            begun.sendall(body)
            status, headers, _ = raw_answer(begun)
            self.assertEqual((status, headers["connection"]), (200, "close"))
            begun.close()
            kept.close()
            self.assertEqual(daemon.process.wait(PATIENCE), 0)

    def test_who_does_not_end_is_ended(self):
        with Daemon(self.directory.index, "[work]\ndrain_seconds = 1\n") as daemon:
            endless = daemon.connect()
            endless.sendall(b"POST /v1/screen/batch HTTP/1.1\r\nHost: d\r\nContent-Length: 1000\r\n\r\n{")
            daemon.signal(signal.SIGTERM)
            self.assertEqual(daemon.process.wait(PATIENCE), 0)
            endless.close()

    def test_the_supervisor_is_told_how_the_daemon_stands(self):
        path = self.directory.file("notify")
        with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as supervisor:
            supervisor.settimeout(PATIENCE)
            supervisor.bind(path)
            with Daemon(self.directory.index, environment={"NOTIFY_SOCKET": path}) as daemon:
                self.assertEqual(supervisor.recv(100), b"READY=1")
                daemon.signal(signal.SIGHUP)
                self.assertEqual([supervisor.recv(100) for _ in range(2)], [b"RELOADING=1", b"READY=1"])
                daemon.signal(signal.SIGTERM)
                self.assertEqual(supervisor.recv(100), b"STOPPING=1")

    def test_a_unix_socket_is_taken_over_from_a_daemon_that_is_gone(self):
        path = self.directory.file("d.sock")
        config = f'[listen]\nplain = ["unix:{path}"]\n'
        with Daemon(self.directory.index, config) as first:
            connection = first.connect(path)
            connection.sendall(b"GET /healthz HTTP/1.1\r\nHost: d\r\n\r\n")
            self.assertEqual(raw_answer(connection)[0], 200)
            connection.close()
            first.process.kill()
            first.process.wait()
        with Daemon(self.directory.index, config) as second:
            connection = second.connect(path)
            connection.sendall(b"GET /healthz HTTP/1.1\r\nHost: d\r\n\r\n")
            self.assertEqual(raw_answer(connection)[0], 200)
            connection.close()


if __name__ == "__main__":
    unittest.main()
