"""More work than there are threads: questions go first, refusals are told, nothing is lost in silence."""

import json
import threading
import unittest

from daemon import Daemon, Directory, raw_answer, read, sample

BATCH = b"POST /v1/screen/batch HTTP/1.1\r\nHost: d\r\nTransfer-Encoding: chunked\r\n\r\n"


class OverloadTest(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.directory = Directory()

    @classmethod
    def tearDownClass(cls):
        cls.directory.remove()

    def test_a_full_queue_refuses_and_says_when_to_come_again(self):
        with Daemon(self.directory.index, "[work]\nthreads = 1\nqueue = 1\n") as daemon:
            lines = read(sample("manifests/bus.jsonl"))
            connections = [daemon.connect() for _ in range(64)]
            body = lines.splitlines()[0]
            request = b"POST /v1/screen HTTP/1.1\r\nHost: d\r\nContent-Type: application/json\r\nContent-Length: %d\r\n\r\n%s" % (len(body), body)
            refused = 0
            for _ in range(50):
                for connection in connections:
                    connection.sendall(request)
                for connection in connections:
                    status, headers, _ = raw_answer(connection)
                    self.assertIn(status, (200, 503))
                    if status == 503:
                        refused += 1
                        self.assertEqual(headers["retry-after"], "1")
                if refused:
                    break
            self.assertGreater(refused, 0)
            for connection in connections:
                connection.close()

    def test_one_batch_too_many_is_refused_and_later_taken(self):
        with Daemon(self.directory.index, "[work]\nstreams = 1\n") as daemon:
            first = daemon.connect()
            line = b'{"name": "Oraz"}\n'
            first.sendall(BATCH + b"%x\r\n%s\r\n" % (len(line), line))
            while b'"clear"' not in first.recv(4096):
                pass
            status, headers, _ = daemon.ask("POST", "/v1/screen/batch", line, kind="application/x-ndjson")
            self.assertEqual((status, headers["Retry-After"]), (503, "1"))
            self.assertEqual(daemon.ask("POST", "/v1/screen", line)[0], 200)  # single questions go on
            first.sendall(b"0\r\n\r\n")
            while not first.recv(4096).endswith(b"0\r\n\r\n"):
                pass
            first.close()
            status = 503
            while status == 503:  # the first one's thread may still be on its way out
                status, _, body = daemon.ask("POST", "/v1/screen/batch", line, kind="application/x-ndjson")
            self.assertEqual((status, json.loads(body)["decision"]), (200, "clear"))

    def test_questions_are_answered_while_a_batch_keeps_all_threads_busy(self):
        with Daemon(self.directory.index, "[work]\nthreads = 1\n") as daemon:
            lines = read(sample("manifests/bus.jsonl")) * 400
            answers = []
            batch = threading.Thread(target=lambda: answers.append(
                daemon.ask("POST", "/v1/screen/batch", lines, kind="application/x-ndjson")))
            batch.start()
            for _ in range(20):
                self.assertEqual(daemon.ask("POST", "/v1/screen", {"name": "Oraz"})[0], 200)
            batch.join()
            self.assertEqual(len(answers[0][2].splitlines()), len(lines.splitlines()))

    def test_a_client_may_make_so_many_requests_a_second(self):
        with Daemon(self.directory.index, "[client]\nrequests_per_second = 1\nburst = 5\n") as daemon:
            statuses = [daemon.ask("GET", "/v1/lists")[0] for _ in range(40)]
            self.assertEqual(statuses[:5], [200] * 5)
            self.assertIn(429, statuses)
            self.assertEqual(daemon.ask("GET", "/healthz")[0], 200)  # open to all, counted for nobody


if __name__ == "__main__":
    unittest.main()
