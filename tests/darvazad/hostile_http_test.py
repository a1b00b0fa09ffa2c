"""Clients that are slow, wrong, greedy, or gone: each costs bounded time and memory, and nobody else notices."""

import json
import resource
import socket
import struct
import time
import unittest

from daemon import Daemon, Directory, ends, raw_answer

CONFIG = """
[limits]
header_bytes = 2048
target_bytes = 512
body_bytes = 4096
manifest_bytes = 8192
header_seconds = 1
body_seconds = 1
idle_seconds = 2
write_seconds = 1
connections = 4000
"""

ASK = b"POST /v1/screen HTTP/1.1\r\nHost: d\r\nContent-Type: application/json\r\nContent-Length: %d\r\n\r\n%s"
HEALTH = b"GET /healthz HTTP/1.1\r\nHost: d\r\n\r\n"


def ask(name):
    body = json.dumps({"id": name, "name": name}).encode()
    return ASK % (len(body), body)


class HostileTest(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.directory = Directory()
        cls.daemon = Daemon(cls.directory.index, CONFIG)

    @classmethod
    def tearDownClass(cls):
        assert cls.daemon.stop() == 0, cls.daemon.log
        cls.directory.remove()

    def tearDown(self):
        self.assertEqual(self.daemon.ask("GET", "/healthz")[0], 200)

    def answer(self, request):
        """Status of the answer to raw bytes, and whether the connection then ends."""
        connection = self.daemon.connect()
        try:
            connection.sendall(request)
            status, headers, _ = raw_answer(connection)
            return status, headers.get("connection") == "close"
        finally:
            connection.close()

    def test_what_is_too_large_has_its_status(self):
        for request, status in (
                (b"GET /" + b"a" * 600 + b" HTTP/1.1\r\nHost: d\r\n\r\n", 414),
                (b"GET /" + b"a" * 5000, 414),
                (b"GET / HTTP/1.1\r\nHost: d\r\nX: " + b"a" * 5000, 431),
                (b"GET / HTTP/1.1\r\nHost: d\r\n" + b"X: y\r\n" * 1000, 431),
                (b"POST /v1/screen HTTP/1.1\r\nHost: d\r\nContent-Length: 5000\r\n\r\n", 413),
                (b"POST /v1/screen HTTP/1.1\r\nHost: d\r\nContent-Length: 999999999999999\r\n\r\n", 413),
                (b"POST /v1/screen HTTP/1.1\r\nHost: d\r\nTransfer-Encoding: chunked\r\n\r\n1200\r\n" + b"a" * 0x1200, 413),
                (b"POST /v1/manifests HTTP/1.1\r\nHost: d\r\nContent-Type: text/csv\r\nContent-Length: 90000\r\n\r\nname\n" + b"oraz\n" * 1799, 413)):
            self.assertEqual(self.answer(request), (status, True), request[:60])

    def test_what_is_malformed_is_refused_and_the_connection_ends(self):
        for request, status in (
                (b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03 a TLS hello\r\n\r\n", 400),
                (b"GET\r\n\r\n", 400),
                (b"GET / HTTP/1.1\r\n\r\n", 400),
                (b"GET / HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n", 400),
                (b"GET / HTTP/2.0\r\nHost: d\r\n\r\n", 505),
                (b"GET / HTTP/1.1\r\nHost : d\r\n\r\n", 400),
                (b"GET / HTTP/1.1\r\nHost: d\r\nbad header\r\n\r\n", 400),
                (b"GET /%zz HTTP/1.1\r\nHost: d\r\n\r\n", 400),
                (b"GET http://d/healthz HTTP/1.1\r\nHost: d\r\n\r\n", 400),
                (b"POST /v1/screen HTTP/1.1\r\nHost: d\r\nContent-Length: -1\r\n\r\n", 400),
                (b"POST /v1/screen HTTP/1.1\r\nHost: d\r\nContent-Length: 2\r\nContent-Length: 3\r\n\r\n{}", 400),
                (b"POST /v1/screen HTTP/1.1\r\nHost: d\r\nContent-Length: 2\r\nTransfer-Encoding: chunked\r\n\r\n{}", 400),
                (b"POST /v1/screen HTTP/1.1\r\nHost: d\r\nTransfer-Encoding: gzip\r\n\r\n", 400),
                (b"POST /v1/screen HTTP/1.1\r\nHost: d\r\nTransfer-Encoding: chunked\r\n\r\nxyz\r\n", 400),
                (b"POST /v1/screen HTTP/1.1\r\nHost: d\r\nExpect: a miracle\r\nContent-Length: 2\r\n\r\n{}", 417)):
            self.assertEqual(self.answer(request), (status, True), request[:60])

    def test_a_slow_header_is_ended(self):
        connection = self.daemon.connect()
        connection.sendall(b"GET /healthz HTTP/1.1\r\nHost: d\r\n")
        self.assertEqual(raw_answer(connection)[0], 408)
        self.assertTrue(ends(connection))

    def test_a_header_byte_by_byte_is_ended_too(self):
        connection = self.daemon.connect()
        connection.settimeout(0.1)
        answer = b""
        start = time.monotonic()
        for byte in b"GET /healthz HTTP/1.1\r\nX: " + b"a" * 1500:
            try:
                connection.sendall(bytes([byte]))
                answer += connection.recv(4096)
            except TimeoutError:
                continue
            except OSError:
                break
            if answer:
                break
        self.assertTrue(answer.startswith(b"HTTP/1.1 408"), answer)
        self.assertLess(time.monotonic() - start, 60)
        connection.close()

    def test_a_slow_body_is_ended(self):
        connection = self.daemon.connect()
        connection.sendall(b"POST /v1/screen HTTP/1.1\r\nHost: d\r\nContent-Length: 100\r\n\r\n{")
        self.assertEqual(raw_answer(connection)[0], 408)

    def test_a_batch_whose_sender_falls_silent_says_so_in_its_last_line(self):
        connection = self.daemon.connect()
        connection.sendall(b"POST /v1/screen/batch HTTP/1.1\r\nHost: d\r\nContent-Length: 1000\r\n\r\n{\"name\": \"Oraz\"}\n")
        status, _, body = raw_answer(connection)
        self.assertEqual(status, 200)
        answer, fault = [json.loads(line) for line in body.splitlines()]
        self.assertEqual((answer["decision"], fault["status"]), ("clear", 400))
        self.assertTrue(ends(connection))

    def test_a_manifest_that_breaks_off_is_not_answered(self):
        connection = self.daemon.connect()
        connection.sendall(b"POST /v1/manifests HTTP/1.1\r\nHost: d\r\nContent-Type: text/csv\r\nContent-Length: 1000\r\n\r\nname\noraz\n")
        connection.shutdown(socket.SHUT_WR)
        self.assertEqual(raw_answer(connection)[0], 400)

    def test_who_does_not_read_is_cut_off(self):
        connection = self.daemon.connect()
        connection.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
        connection.settimeout(30)
        with self.assertRaises(OSError):
            for _ in range(100000):  # the answers fill all buffers, and then nothing moves any more
                connection.sendall(b"GET /openapi.json HTTP/1.1\r\nHost: d\r\n\r\n" * 100)
        connection.close()

    def test_pipelined_requests_are_answered_in_order(self):
        names = [f"traveller {i}" for i in range(50)]
        connection = self.daemon.connect()
        connection.sendall(b"".join(ask(name) for name in names))
        stream = connection.makefile("rb")
        for name in names:
            head = b""
            while not head.endswith(b"\r\n\r\n"):
                head += stream.readline()
            length = int(head.lower().split(b"content-length: ")[1].split(b"\r\n")[0])
            self.assertEqual(json.loads(stream.read(length))["id"], name)
        stream.close()
        connection.close()

    def test_what_follows_a_refused_body_is_no_request(self):
        # The body is not read to its end: what looks like a request in it must not be answered.
        connection = self.daemon.connect()
        connection.sendall(b"POST /nothing HTTP/1.1\r\nHost: d\r\nContent-Length: 100000\r\n\r\n" + HEALTH)
        self.assertEqual(raw_answer(connection)[0], 404)
        self.assertTrue(ends(connection))

    def test_a_connection_stays_after_a_small_refusal(self):
        connection = self.daemon.connect()
        for _ in range(3):
            connection.sendall(b"POST /nothing HTTP/1.1\r\nHost: d\r\nContent-Length: 5\r\n\r\nhello")
            status, headers, _ = raw_answer(connection)
            self.assertEqual((status, headers.get("connection")), (404, None))
        connection.close()

    def test_who_has_sent_all_may_close_that_half(self):
        connection = self.daemon.connect()
        connection.sendall(ask("Oraz"))
        connection.shutdown(socket.SHUT_WR)
        self.assertEqual(raw_answer(connection)[0], 200)
        self.assertTrue(ends(connection))

    def test_who_breaks_off_in_a_header_is_told(self):
        connection = self.daemon.connect()
        connection.sendall(b"GET /healthz HTT")
        connection.shutdown(socket.SHUT_WR)
        self.assertEqual(raw_answer(connection)[0], 400)

    def test_who_resets_the_connection_disturbs_nobody(self):
        for request in (b"", b"GET", ask("Oraz"), ask("Oraz")[:-3], b"POST /v1/screen/batch HTTP/1.1\r\nHost: d\r\nContent-Length: 1000\r\n\r\n{\"name\": \"Oraz\"}\n"):
            connection = self.daemon.connect()
            connection.sendall(request)
            connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
            connection.close()

    def test_a_body_is_asked_for_where_its_sender_waits(self):
        connection = self.daemon.connect()
        body = b'{"name": "Oraz"}'
        connection.sendall(b"POST /v1/screen HTTP/1.1\r\nHost: d\r\nExpect: 100-continue\r\nContent-Length: %d\r\n\r\n" % len(body))
        self.assertEqual(connection.recv(4096), b"HTTP/1.1 100 Continue\r\n\r\n")
        connection.sendall(body)
        self.assertEqual(raw_answer(connection)[0], 200)
        connection.close()

    def test_http_1_0_is_answered_and_ended(self):
        connection = self.daemon.connect()
        connection.sendall(b"GET /healthz HTTP/1.0\r\n\r\n")
        self.assertEqual(raw_answer(connection)[0], 200)
        self.assertTrue(ends(connection))
        connection = self.daemon.connect()
        connection.sendall(b"POST /v1/screen/batch HTTP/1.0\r\nContent-Length: 17\r\n\r\n{\"name\": \"Oraz\"}\n")
        status, headers, body = raw_answer(connection)
        self.assertEqual((status, json.loads(body)["decision"]), (200, "clear"))
        self.assertNotIn("transfer-encoding", headers)

    def test_empty_lines_before_a_request_are_no_error(self):
        self.assertEqual(self.answer(b"\r\n\r\n" + HEALTH), (200, False))

    def test_idle_connections_end_without_a_word(self):
        connection = self.daemon.connect()
        self.assertTrue(ends(connection))

    def test_two_thousand_idle_connections_keep_nobody_from_asking(self):
        _, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
        resource.setrlimit(resource.RLIMIT_NOFILE, (hard, hard))
        if hard < 4200:
            self.skipTest(f"only {hard} files may be open")
        idle = [self.daemon.connect() for _ in range(2000)]
        self.assertEqual(self.daemon.ask("POST", "/v1/screen", {"name": "Oraz"})[0], 200)
        for connection in idle:
            connection.close()


class ManyConnectionsTest(unittest.TestCase):
    def test_one_connection_too_many_is_told_to_come_again(self):
        directory = Directory()
        self.addCleanup(directory.remove)
        with Daemon(directory.index, "[limits]\nconnections = 2\n") as daemon:
            first, second = daemon.connect(), daemon.connect()
            for connection in (first, second):
                connection.sendall(HEALTH)
                self.assertEqual(raw_answer(connection)[0], 200)
            third = daemon.connect()
            status, headers, _ = raw_answer(third)
            self.assertEqual((status, headers["retry-after"]), (503, "1"))
            first.close()
            second.close()
            third.close()


if __name__ == "__main__":
    unittest.main()
