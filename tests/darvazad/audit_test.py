"""The audit log: every answer is in it, nobody changes it unnoticed, its answers can be given again, and a full disk is told."""

import glob
import hashlib
import json
import os
import resource
import shutil
import signal
import subprocess
import time
import unittest

from daemon import PATIENCE, Daemon, Directory, build_index, darvaza, read, sample

TRAVELLER = {"id": "q1", "name": "Надер Дарьягозар", "birth_date": "1971-03-02", "documents": [{"number": "S0190BO56"}]}
PLAIN = ["Дарьягозар", "DARYAGOZAR", "1971-03-02", "S0190BO56", "Oraz", "QDi.901", "q1\""]


class AuditTest(unittest.TestCase):
    def setUp(self):
        self.directory = Directory()
        self.addCleanup(self.directory.remove)
        self.log = self.directory.file("audit")
        os.mkdir(self.log)
        self.key, self.query_key = self.directory.file("audit.key"), self.directory.file("queries.key")
        darvaza("audit", "keygen", self.key)
        darvaza("audit", "keygen", self.query_key)

    def config(self, more="", kept=True, post=""):
        return f'[audit]\ndirectory = "{self.log}"\nkey = "{self.key}"\n' + (f'query_key = "{self.query_key}"\n' if kept else "") + more + post

    def daemon(self, more="", **named):
        daemon = Daemon(self.directory.index, self.config(more, **named))
        self.addCleanup(daemon.stop)
        return daemon

    def files(self):
        return sorted(glob.glob(self.log + "/audit-*.jsonl"))

    def lines(self):
        return [line for file in self.files() for line in read(file).splitlines()]

    def records(self, kind):
        return [record for record in map(json.loads, self.lines()) if record["kind"] == kind]

    def run_audit(self, *arguments):
        run = subprocess.run([os.environ["DARVAZA"], "audit", *arguments], capture_output=True, timeout=PATIENCE)
        return run.returncode, (run.stdout + run.stderr).decode()

    def verify(self, *more):
        return self.run_audit("verify", "--key", self.key, *more, self.log)

    def replay(self, indexes, *more):
        return self.run_audit("replay", "--key", self.key, "--query-key", self.query_key, "--indexes", indexes, *more, self.log)

    def some_answers(self, number=6, more=""):
        """A log of so many answers, closed."""
        daemon = self.daemon(more)
        for _ in range(number):
            self.assertEqual(daemon.ask("POST", "/v1/screen", TRAVELLER)[0], 200)
        daemon.stop()

    def rewrite(self, change):
        """The lines of the first file after `change`."""
        path = self.files()[0]
        lines = read(path).decode().splitlines(keepends=True)
        change(lines)
        with open(path, "w", encoding="utf-8") as out:
            out.writelines(lines)
        return os.path.basename(path)

    def test_every_way_of_asking_leaves_its_record_and_no_plain_text(self):
        post = f'[[post]]\nname = "airport-1"\nstate = "UTO"\nline = "second"\ntoken_sha256 = "{hashlib.sha256(b"t").hexdigest()}"\nroles = ["screen", "entries", "administer"]\npurposes = ["border-check", "visa"]\n'
        daemon = self.daemon(post=post)
        who = {"Authorization": "Bearer t", "Darvaza-Purpose": "visa"}
        match = {"queries": {"a": {"properties": {"name": ["Oraz"]}}, "b": {"properties": {"name": ["Надер Дарьягозар"]}}}}
        bus = read(sample("manifests/bus.jsonl"))
        asked = [("POST", "/v1/screen", json.dumps(TRAVELLER), "application/json", 1), ("POST", "/v1/documents/check", json.dumps(TRAVELLER), "application/json", 1),
                 ("POST", "/v1/screen/batch", bus, "application/x-ndjson", len(bus.splitlines())),
                 ("POST", "/v1/manifests", b"name\nOraz\nNobody\n", "text/csv", 2), ("POST", "/match/default", json.dumps(match), "application/json", 2),
                 ("GET", "/search/default?q=Oraz", None, None, 1)]
        answers = {}
        for method, path, body, kind, _ in asked:
            status, _, answers[path] = daemon.ask(method, path, body, who, kind)
            self.assertEqual(status, 200, path)
        self.assertEqual(daemon.ask("GET", "/v1/entries/un-sc/QDi.901", None, who)[0], 200)
        self.assertEqual(daemon.ask("GET", "/v1/entries/un-sc/nobody", None, who)[0], 404)
        self.assertEqual(daemon.ask("GET", "/entities/QDi.901", None, who)[0], 200)
        self.assertEqual(daemon.ask("GET", "/entities/nobody", None, who)[0], 404)
        self.assertEqual(daemon.ask("POST", "/v1/screen", TRAVELLER, {"Authorization": "Bearer t", "Darvaza-Purpose": "else"})[0], 403)
        written = f"darvazad_audit_records_total {sum(number for *_, number in asked) + 4}\n"
        deadline = time.monotonic() + PATIENCE  # the log is written beside the answers
        while written not in (metrics := daemon.ask("GET", "/metrics", None, who)[2].decode()):
            self.assertLess(time.monotonic(), deadline, "not all was written")
            time.sleep(0.05)
        daemon.stop()
        records = self.records("answer")
        routes = {path.split("?")[0].replace("/default", "/*"): number for _, path, _, _, number in asked}
        self.assertEqual({route: sum(record["route"] == route for record in records) for route in routes}, routes)
        self.assertEqual({(record["post"], record["purpose"], record["settings"]["state"], record["settings"]["line"]) for record in records}, {("airport-1", "visa", "UTO", "second")})
        answer = json.loads(answers["/v1/screen"])
        self.assertEqual((records[0]["decision"], records[0]["indexes"]), (answer["decision"], answer["produced_by"]["indexes"]))
        entries = self.records("entry")
        self.assertEqual([(entry["route"], entry["shown"]) for entry in entries], [("/v1/entries/**", True), ("/v1/entries/**", False), ("/entities/*", True), ("/entities/*", False)])
        self.assertEqual(entries[0]["entry"], entries[2]["entry"], "the same entry, whichever way it was asked for")
        lists = self.records("lists")
        self.assertEqual([digest for one in lists for digest in one["indexes"]], records[0]["indexes"])
        self.assertIn("un-sc", [source["list"] for source in lists[0]["sources"]])
        self.assertEqual(self.records("opened")[0]["engine"], answer["produced_by"]["engine"])
        self.assertEqual(len(records), sum(number for *_, number in asked))
        log = b"\n".join(self.lines()).decode()
        for name in PLAIN:
            self.assertNotIn(name, log)
            self.assertNotIn(name, daemon.log.decode())
        self.assertEqual(os.stat(self.files()[0]).st_mode & 0o77, 0)

    def test_equal_questions_have_equal_digests_which_nobody_else_can_make(self):
        daemon = self.daemon(kept=False)
        for changes in ({}, {"id": "other"}, {"birth_date": "1971-03-03"}):
            daemon.ask("POST", "/v1/screen", {**TRAVELLER, **changes})
        daemon.stop()
        first, same, other = (record["query"] for record in self.records("answer"))
        self.assertEqual(first, same)
        self.assertNotEqual(first, other)
        self.assertNotIn("kept", self.records("answer")[0])
        shutil.rmtree(self.log)
        os.mkdir(self.log)
        os.remove(self.key)
        darvaza("audit", "keygen", self.key)
        self.some_answers(1)
        self.assertNotEqual(self.records("answer")[0]["query"], first)

    def test_a_whole_log_holds_across_restarts_and_files(self):
        self.some_answers(20, "file_bytes = 4096\nsync = \"answer\"\n")
        self.some_answers(20, "file_bytes = 4096\nsync = \"answer\"\n")
        self.assertGreater(len(self.files()), 3)
        self.assertEqual([json.loads(line)["n"] for line in self.lines()], list(range(1, len(self.lines()) + 1)))
        status, text = self.verify()
        self.assertEqual(status, 0, text)
        self.assertIn("end      closed", text)
        head = json.loads(self.lines()[-1])["chain"]
        self.assertEqual(self.verify("--head", head)[0], 0)
        # Old files may go, the oldest first: what is left still holds.
        os.remove(self.files()[0])
        status, text = self.verify("--head", head)
        self.assertEqual((status, "before   record" in text), (0, True), text)

    def test_a_changed_record_is_named(self):
        self.some_answers()
        name = self.rewrite(lambda lines: lines.__setitem__(3, lines[3].replace('"decision": "hit"', '"decision": "clear"')))
        status, text = self.verify()
        self.assertEqual(status, 65)
        self.assertIn(f"{name}:4: record 4: its chain does not hold", text)
        self.assertEqual(text.count("does not hold:"), 1)  # those after it are as they were

    def test_a_record_that_is_gone_put_in_or_out_of_order_is_named(self):
        self.some_answers()
        whole = self.log + ".whole"
        shutil.copytree(self.log, whole)
        for change, expected in ((lambda lines: lines.pop(4), ":5: record 6: expected record 5: 1 records are missing"),
                                 (lambda lines: lines.insert(4, lines[3]), ":5: record 4: expected record 5"),
                                 (lambda lines: lines.__setitem__(slice(3, 5), [lines[4], lines[3]]), ":4: record 5: expected record 4"),
                                 (lambda lines: lines.insert(4, "nothing\n"), ":5: record 5: expected a record of an audit log"),
                                 (lambda lines: lines.pop(0), ":1: record 2: expected the record that opens a file")):
            shutil.rmtree(self.log)
            shutil.copytree(whole, self.log)
            name = self.rewrite(change)
            status, text = self.verify()
            self.assertEqual(status, 65)
            self.assertIn(name + expected, text)

    def test_what_is_cut_off_is_noticed(self):
        self.some_answers(20, "file_bytes = 4096\nsync = \"answer\"\n")
        head = json.loads(self.lines()[-1])["chain"]
        whole = self.log + ".whole"
        shutil.copytree(self.log, whole)
        name = self.rewrite(lambda lines: lines.pop())
        status, text = self.verify()
        self.assertEqual(status, 65)
        self.assertIn("it does not begin where the file before ends", text)
        shutil.rmtree(self.log)
        shutil.copytree(whole, self.log)
        os.remove(self.files()[1])
        status, text = self.verify()
        self.assertEqual(status, 65)
        self.assertIn("expected file 2 before it: 1 files are missing", text)
        shutil.rmtree(self.log)
        shutil.copytree(whole, self.log)
        with open(self.files()[-1], "r+b") as last:  # the end of all: only a head that was noted tells
            last.truncate(len(read(self.files()[-1])) - len(self.lines()[-1]) - 1)
        status, text = self.verify()
        self.assertEqual((status, "end      open" in text), (0, True), text)
        status, text = self.verify("--head", head)
        self.assertEqual((status, f"no record has the chain {head}" in text), (65, True), text)
        with open(self.files()[-1], "ab") as last:
            last.write(b'{"n": 99')
        self.assertIn("the line is not whole", self.verify()[1])
        self.assertIn(name, os.listdir(self.log))

    def test_another_key_does_not_hold(self):
        self.some_answers(1)
        status, text = self.run_audit("verify", "--key", self.query_key, self.log)
        self.assertEqual((status, "written with another key" in text), (65, True), text)
        self.assertNotIn("its chain does not hold", text)  # of records nobody can say anything

    def test_a_daemon_that_was_killed_is_continued(self):
        daemon = self.daemon("sync = \"answer\"\n")
        daemon.ask("POST", "/v1/screen", TRAVELLER)
        daemon.signal(signal.SIGKILL)
        daemon.process.wait()
        with open(self.files()[-1], "ab") as last:  # what a power failure leaves of a line
            last.write(b'{"n": 4, "at": "20')
        self.some_answers(2)
        status, text = self.verify()
        self.assertEqual(status, 0, text)
        self.assertEqual(len(self.records_of_whole_lines("answer")), 3)

    def records_of_whole_lines(self, kind):
        return [record for record in (json.loads(line) for line in self.lines() if line.endswith(b"}")) if record["kind"] == kind]

    def test_before_an_answer_is_sent_its_record_is_written(self):
        daemon = self.daemon('sync = "answer"\n')
        for number in range(1, 6):
            self.assertEqual(daemon.ask("POST", "/v1/screen", TRAVELLER)[0], 200)
            self.assertEqual(len(self.records("answer")), number)
        lines = read(sample("manifests/bus.jsonl"))
        self.assertEqual(daemon.ask("POST", "/v1/screen/batch", lines, kind="application/x-ndjson")[0], 200)
        self.assertEqual(len(self.records("answer")), 5 + len(lines.splitlines()))

    def test_answers_are_given_again_from_the_archived_index(self):
        archive = self.directory.file("archive")
        os.mkdir(archive)
        daemon = self.daemon()
        for path in ("/v1/screen", "/v1/screen?top=2&min_score=0.1&near_documents=true", "/v1/documents/check"):
            self.assertEqual(daemon.ask("POST", path, TRAVELLER)[0], 200)
        daemon.ask("POST", "/v1/manifests", read(sample("manifests/flight-dz101.edi")), kind="application/edifact")
        daemon.ask("POST", "/match/default", {"queries": {"q": {"properties": {"name": ["Sinamaev"], "birthDate": ["1980"]}}}})
        shutil.copy(self.directory.index, os.path.join(archive, "of-last-year.dvz"))
        build_index(self.directory.index, sample("lists/national.csv"))
        self.assertEqual(daemon.ask("POST", "/v1/lists/reload")[0], 200)
        digest = json.loads(daemon.ask("POST", "/v1/screen", TRAVELLER)[2])["produced_by"]["indexes"][0]
        daemon.stop()
        status, text = self.replay(archive)
        self.assertEqual(status, 65)
        self.assertRegex(text, f"no index: not among the archived indexes: {digest}\n")
        self.assertIn("11 the same, 0 different, 0 without their query, 1 without their index", text)
        shutil.copy(self.directory.index, os.path.join(archive, digest + ".dvz"))
        status, text = self.replay(archive)
        self.assertEqual((status, text), (0, "12 the same, 0 different, 0 without their query, 0 without their index\n"))
        status, text = self.replay(archive, "--record", "3", "--answers")
        self.assertEqual(status, 0)
        self.assertIn('"id": "q1", "decision": "hit"', text)

    def test_answers_by_a_clock_that_was_behind_say_so_and_are_given_again(self):
        listed = self.directory.file("watch.csv")
        with open(listed, "w", encoding="utf-8") as out:
            out.write(f"id,name,valid_from\n1,Oraz Bagtybeg,{time.strftime('%Y-%m-%d', time.gmtime(time.time() + 20 * 86400))}\n")
        index = self.directory.file("ahead.dvz")
        darvaza("build", "--output", index, listed)
        later = time.time() + 10 * 86400
        os.utime(index, (later, later))
        daemon = Daemon(index, self.config())
        self.addCleanup(daemon.stop)
        status, _, body = daemon.ask("POST", "/v1/screen", {"name": "Oraz Bagtybeg"})
        self.assertEqual(status, 200)
        answer = json.loads(body)
        self.assertEqual(len(answer["candidates"]), 1, "the entry begins later than the index was written, and nobody knows what day it is")
        self.assertIn("a clock is wrong", answer["problems"][0]["text"])
        daemon.stop()
        self.assertIn("not_before", self.records("answer")[0])
        archive = self.directory.file("archive")
        os.mkdir(archive)
        shutil.copy(index, archive)  # its time of writing is another there
        status, told = self.replay(archive)
        self.assertEqual(status, 0, told)

    def test_answers_of_several_indexes_are_given_again(self):
        archive = self.directory.file("archive")
        os.mkdir(archive)
        more = os.path.join(archive, "neighbours.dvz")
        build_index(more, self.directory.file("neighbours.csv", "id,name\nn-1,Tuvan Ordai\n"))
        shutil.copy(self.directory.index, archive)
        daemon = Daemon(self.directory.index, f'[lists]\nmore = ["{more}"]\n' + self.config())
        self.addCleanup(daemon.stop)
        answer = json.loads(daemon.ask("POST", "/v1/screen", TRAVELLER)[2])
        daemon.stop()
        self.assertEqual(len(answer["produced_by"]["indexes"]), 2)
        self.assertEqual(self.records("answer")[0]["indexes"], answer["produced_by"]["indexes"])
        self.assertEqual(self.replay(archive), (0, "1 the same, 0 different, 0 without their query, 0 without their index\n"))
        os.remove(more)
        status, text = self.replay(archive)
        self.assertEqual(status, 65)
        self.assertIn("no index: not among the archived indexes: " + ", ".join(answer["produced_by"]["indexes"]), text)

    def test_what_cannot_be_given_again_or_comes_out_otherwise_is_told(self):
        self.some_answers(3)
        archive = os.path.dirname(self.directory.index)

        def change(lines):
            lines[2] = lines[2].replace('"min_score": 5000', '"min_score": 10000')
            kept = json.loads(lines[3])["kept"]
            lines[3] = lines[3].replace(kept, kept[:-8] + ("AAAA" if kept[-8:-4] != "AAAA" else "BBBB") + kept[-4:])
        name = self.rewrite(change)
        status, text = self.replay(archive)
        self.assertEqual(status, 65)
        self.assertIn(f"{name}:3: record 3: different: other bytes\n", text)
        self.assertIn(f"{name}:4: record 4: no query: the query cannot be opened", text)
        self.assertIn("1 the same, 1 different, 1 without their query, 0 without their index", text)
        self.rewrite(lambda lines: lines.__setitem__(0, lines[0].replace('"engine": "', '"engine": "9')))
        status, text = self.replay(archive)
        self.assertRegex(text, r"record 3: different: other bytes; recorded by engine 9\S+, this is \S+\n")
        self.assertIn("3 of them were recorded by another build of the engine", text)

    def limit_files(self, daemon, size):
        """No file of the daemon's may grow beyond `size`: what a full disk looks like from inside."""
        _, hard = resource.prlimit(daemon.process.pid, resource.RLIMIT_FSIZE)
        resource.prlimit(daemon.process.pid, resource.RLIMIT_FSIZE, (size, hard))

    def wait_until(self, condition):
        deadline = time.monotonic() + PATIENCE
        while not condition():
            self.assertLess(time.monotonic(), deadline)
            time.sleep(0.02)

    def test_a_full_disk_is_told_and_nothing_is_answered_until_there_is_room(self):
        for sync in ("answer", "second"):
            daemon = self.daemon(f'sync = "{sync}"\n')
            self.assertEqual(daemon.ask("POST", "/v1/screen", TRAVELLER)[0], 200)
            self.wait_until(lambda: len(self.records("answer")) > 0)
            self.limit_files(daemon, os.path.getsize(self.files()[-1]) + 100)
            status = daemon.ask("POST", "/v1/screen", TRAVELLER)[0]
            if sync == "answer":  # this very answer had no record
                self.assertEqual(status, 503)
            daemon.wait_for_log("AUDIT LOG CANNOT BE WRITTEN")
            status, headers, body = daemon.ask("POST", "/v1/screen", TRAVELLER)
            self.assertEqual((status, headers["Retry-After"]), (503, "5"))
            self.assertIn("audit log", json.loads(body)["detail"])
            self.assertEqual(daemon.ask("POST", "/v1/screen/batch", b'{"name": "Oraz"}\n', kind="application/x-ndjson")[0], 503)
            self.assertEqual(daemon.ask("GET", "/readyz")[0], 503)
            self.assertEqual(daemon.ask("GET", "/healthz")[0], 200)
            self.assertIn(b"darvazad_audit_failing 1\n", daemon.ask("GET", "/metrics")[2])
            self.limit_files(daemon, resource.RLIM_INFINITY)
            daemon.wait_for_log("the audit log is written again")
            self.assertEqual(daemon.ask("GET", "/readyz")[0], 200)
            self.assertEqual(daemon.ask("POST", "/v1/screen", TRAVELLER)[0], 200)
            daemon.stop()
            status, text = self.verify()
            self.assertEqual(status, 0, text)
        self.assertEqual([record["lost"] for record in self.records("failed")], [0, 0])

    def test_where_answers_may_go_on_without_a_log_what_is_lost_is_counted(self):
        daemon = self.daemon('on_failure = "continue"\nqueue = 3\n')
        daemon.ask("POST", "/v1/screen", TRAVELLER)
        self.wait_until(lambda: len(self.records("answer")) == 1)
        self.limit_files(daemon, os.path.getsize(self.files()[-1]) + 100)
        daemon.ask("POST", "/v1/screen", TRAVELLER)
        daemon.wait_for_log("answers go on without it")
        for _ in range(10):
            self.assertEqual(daemon.ask("POST", "/v1/screen", TRAVELLER)[0], 200)
        self.limit_files(daemon, resource.RLIM_INFINITY)
        daemon.wait_for_log("7 records were lost")
        daemon.stop()
        self.assertEqual(len(self.records("answer")), 5)
        self.assertEqual([record["lost"] for record in self.records("failed")], [7])
        status, text = self.verify()
        self.assertEqual(status, 0, text)
        self.assertIn("lost     7 records", text)

    def fail_with_room_for(self, more):
        """A daemon whose record waits for room, which then is `more(its length)` bytes; how large the file is with it."""
        daemon = self.daemon('sync = "answer"\n')
        self.assertEqual(daemon.ask("POST", "/v1/screen", TRAVELLER)[0], 200)
        full = os.path.getsize(self.files()[-1])
        length = len(self.lines()[-1]) + 1
        self.limit_files(daemon, full + 20)
        self.assertEqual(daemon.ask("POST", "/v1/screen", TRAVELLER)[0], 503)
        daemon.wait_for_log("AUDIT LOG CANNOT BE WRITTEN")
        self.limit_files(daemon, full + more(length))
        return daemon, full + length

    def test_a_disk_that_fails_again_while_that_is_told_breaks_no_chain(self):
        # What waited fits, the record that the log is written again does not.
        daemon, kept = self.fail_with_room_for(lambda length: length + 60)
        self.wait_until(lambda: os.path.getsize(self.files()[-1]) >= kept - 20)
        time.sleep(1)
        self.assertEqual(daemon.ask("GET", "/readyz")[0], 503)
        self.assertNotIn(b"written again", daemon.log)
        self.limit_files(daemon, resource.RLIM_INFINITY)
        daemon.wait_for_log("the audit log is written again")
        self.assertEqual(daemon.ask("POST", "/v1/screen", TRAVELLER)[0], 200)
        daemon.stop()
        status, text = self.verify()
        self.assertEqual(status, 0, text)
        self.assertEqual((len(self.records("answer")), [record["lost"] for record in self.records("failed")]), (3, [0]))

    def test_what_the_end_gives_up_is_told_and_breaks_no_chain(self):
        # What waits does not fit, shorter records do.
        daemon, _ = self.fail_with_room_for(lambda length: length - 20)
        daemon.stop()
        self.assertIn(b"ends without its last 1 records", daemon.log)
        status, text = self.verify()
        self.assertEqual(status, 0, text)
        self.assertEqual((len(self.records("answer")), [record["lost"] for record in self.records("failed")]), (1, [1]))
        self.some_answers(1)
        status, text = self.verify()
        self.assertEqual(status, 0, text)

    def test_two_daemons_do_not_write_one_log(self):
        self.daemon()
        second = subprocess.run([os.environ["DARVAZAD"], "--index", self.directory.index, "--config", self.directory.file("c.toml", self.config("\n[listen]\nplain = [\"127.0.0.1:0\"]\n"))],
                                capture_output=True, timeout=PATIENCE)
        self.assertEqual(second.returncode, 74)
        self.assertIn(b"another process writes the audit log", second.stderr)

    def test_a_key_that_is_none_or_that_all_may_read_keeps_the_daemon_from_starting(self):
        config = self.directory.file("c.toml", self.config())

        def check():
            run = subprocess.run([os.environ["DARVAZAD"], "--check", "--index", self.directory.index, "--config", config], capture_output=True, timeout=PATIENCE)
            return run.returncode, run.stderr.decode()
        self.assertEqual(check()[0], 0)
        os.chmod(self.key, 0o444)
        self.assertEqual(check(), (65, f"darvazad: {self.key}: everybody may read this key: expected mode 0400\n"))
        os.chmod(self.key, 0o600)
        self.directory.file("audit.key", "no key\n")
        self.assertIn("expected a key", check()[1])
        os.remove(self.key)
        self.assertEqual(check()[0], 66)


if __name__ == "__main__":
    unittest.main()
