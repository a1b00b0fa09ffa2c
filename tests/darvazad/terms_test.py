"""What a post may not see is in no answer, whichever way it asks; the answers are those of the command line for its State and line."""

import glob
import hashlib
import json
import os
import tempfile
import unittest

from daemon import Daemon, build_index, darvaza, sample, without_production

# Discreet, of Tajikistan, released to Uzbekistan and Kyrgyzstan: joint-alerts.csv.
LISTED = {"id": "q", "name": "Savsanov Gulbahor", "birth_date": "1979-04-11", "documents": [{"number": "TJ9040771", "issuing_state": "TJK"}]}
POSTS = [("TJK", "second", True), ("UZB", "second", True), ("", "second", True), ("TJK", "first", False), ("AFG", "second", False), ("", "first", False)]


def without_date(headers):
    return [header for header in headers.items() if header[0] != "Date"]


class TermsTest(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.directory = tempfile.TemporaryDirectory(prefix="darvazad-")
        cls.index = os.path.join(cls.directory.name, "shared.dvz")
        build_index(cls.index, *sorted(glob.glob(sample("shared/*.csv"))))
        config = "".join(f"""
[[post]]
name = "{state} {line}"
{f'state = "{state}"' if state else ""}
line = "{line}"
token_sha256 = "{hashlib.sha256((state + line).encode()).hexdigest()}"
roles = ["screen", "entries"]
""" for state, line, _ in POSTS)
        cls.daemon = Daemon(cls.index, config)

    @classmethod
    def tearDownClass(cls):
        cls.daemon.stop()
        cls.directory.cleanup()

    def ask(self, state, line, method, path, body=None, kind="application/json"):
        return self.daemon.ask(method, path, body, {"Authorization": f"Bearer {state}{line}"}, kind)

    def test_answers_are_those_of_the_command_line_for_this_state_and_line(self):
        asked = json.dumps(LISTED).encode()
        for state, line, seen in POSTS:
            who = ["--line", line] + (["--state", state] if state else [])
            expected = darvaza("screen", "--index", self.index, "--format", "jsonl", *who, stdin=asked)
            for path, kind in (("/v1/screen", "application/json"), ("/v1/screen/batch", "application/x-ndjson")):
                self.assertEqual(without_production(self.ask(state, line, "POST", path, asked, kind)[2]), expected, (state, line, path))
            found = [candidate["id"] for candidate in json.loads(expected)["candidates"]]
            self.assertEqual("ja-1" in found, seen, (state, line))

    def test_whoever_may_not_see_an_entry_finds_it_in_no_way(self):
        questions = (
            ("POST", "/v1/documents/check", json.dumps(LISTED).encode(), "application/json"),
            ("POST", "/v1/manifests", b"name,birth_date\nSavsanov Gulbahor,1979-04-11\n", "text/csv"),
            ("POST", "/match/default?threshold=0.1", json.dumps({"queries": {"q": {"properties": {"name": [LISTED["name"]]}}}}).encode(), "application/json"),
            ("GET", "/search/default?q=Savsanov+Gulbahor", None, None),
            ("GET", "/entities/ja-1", None, None),
            ("GET", "/v1/entries/joint-alerts/ja-1", None, None))
        for state, line, seen in POSTS:
            for method, path, body, kind in questions:
                answer = self.ask(state, line, method, path, body, kind)[2]
                self.assertEqual(b'"ja-1"' in answer, seen, (state, line, path))

    def test_an_entry_that_is_not_shown_looks_like_one_that_does_not_exist(self):
        for path in ("/entities/", "/v1/entries/joint-alerts/"):
            for state, line in (("AFG", "second"), ("TJK", "first")):
                hidden, missing = (self.ask(state, line, "GET", path + name) for name in ("ja-1", "ja-99"))
                self.assertEqual(hidden[0], 404)
                self.assertEqual((hidden[0], without_date(hidden[1]), hidden[2]), (missing[0], without_date(missing[1]), missing[2]))


if __name__ == "__main__":
    unittest.main()
