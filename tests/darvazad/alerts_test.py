"""Owners of entries are told, whatever becomes of daemon and receiver; and who may not know learns nothing of it."""

import glob
import hashlib
import hmac
import http.client
import json
import os
import resource
import shutil
import signal
import socket
import subprocess
import tempfile
import threading
import time
import unittest

import jsonschema

from alert_listeners import Console, Receiver
from daemon import PATIENCE, Daemon, build_index, post, read, sample

# What is sent in plain stays on the machine: a proxy of the environment is not asked. Nobody listens there.
PROXY = {"http_proxy": "http://127.0.0.1:9", "ALL_PROXY": "http://127.0.0.1:9", "no_proxy": ""}
SECRET = "0123456789abcdef0123456789abcdef"
# Discreet, of Tajikistan, released to Uzbekistan and Kyrgyzstan; and one of Uzbekistan that all may see: joint-alerts.csv.
QUIET = """id,name,birth_date,sex,nationality,owner,focal_point,alert_category,instruction,visibility,releasable_to
qu-1,Zarafshonzoda Nodir,1984-02-13,M,TJK,TJK,Dushanbe duty desk,drugs,discreet,second,UZB;KGZ
"""
DISCREET = {"name": "Zarafshonzoda Nodir", "birth_date": "1984-02-13", "nationality": "TJK", "sex": "M"}
SHOWN = {"name": "Temirqozon Alisher", "birth_date": "1968-12-02", "nationality": "UZB", "sex": "M"}
PERSONAL = ("Zarafshonzoda", "Nodir", "Temirqozon", "1984-02-13", "1968-12-02", "KG9071005", "ref-")
POSTS = [("TJK", "first"), ("TJK", "second"), ("UZB", "first"), ("UZB", "second"), ("KGZ", "second"), ("AFG", "second"), ("", "second")]


def posts():
    return "".join(post(f"post {state} {line}", state + line, ["screen", "alerts", "administer"], state, line) for state, line in POSTS)


def eventually(condition, what):
    deadline = time.monotonic() + PATIENCE
    while not condition():
        assert time.monotonic() < deadline, what() if callable(what) else what
        time.sleep(0.05)


class AlertsTest(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.lists = tempfile.TemporaryDirectory(prefix="darvazad-")
        cls.index = os.path.join(cls.lists.name, "shared.dvz")
        quiet = os.path.join(cls.lists.name, "quiet.csv")
        with open(quiet, "w", encoding="utf-8") as file:
            file.write(QUIET)
        build_index(cls.index, quiet, *sorted(glob.glob(sample("shared/*.csv"))))

    @classmethod
    def tearDownClass(cls):
        cls.lists.cleanup()

    def setUp(self):
        self.temporary = tempfile.TemporaryDirectory(prefix="darvazad-")
        self.addCleanup(self.temporary.cleanup)
        self.directory = os.path.join(self.temporary.name, "alerts")
        self.secret = os.path.join(self.temporary.name, "secret")
        with open(self.secret, "w", encoding="utf-8") as file:
            file.write(SECRET + "\n")
        os.chmod(self.secret, 0o400)

    def receiver(self, answer=None):
        receiver = Receiver(answer)
        self.addCleanup(receiver.close)
        return receiver

    def channel(self, name, owner, receiver, more=""):
        owner = f'owner = "{owner}"\n' if owner else ""
        return (f'[[channel]]\nname = "{name}"\n{owner}url = "{receiver.url}"\nsecret_file = "{self.secret}"\n'
                f"retry_ms = 20\nmost_retry_seconds = 1\n{more}\n")

    def start(self, config="", settings="", **arguments):
        daemon = Daemon(self.index, f'[alerts]\ndirectory = "{self.directory}"\n{settings}\n{config}{posts()}',
                        environment=PROXY, **arguments)
        self.addCleanup(daemon.stop)
        return daemon

    def screen(self, daemon, who, traveller, reference):
        body = json.dumps({**traveller, "id": reference})
        return daemon.ask("POST", "/v1/screen", body, {"Authorization": "Bearer " + who})

    def metric(self, daemon, name):
        text = daemon.ask("GET", "/metrics", headers={"Authorization": "Bearer second"})[2].decode()
        return {line.split(" ")[0]: float(line.split(" ")[1]) for line in text.splitlines() if line.startswith(name)}

    def test_a_secret_that_all_may_read_or_that_is_short_keeps_the_daemon_from_starting(self):
        config = os.path.join(self.temporary.name, "c.toml")
        with open(config, "w", encoding="utf-8") as file:
            file.write(f'[alerts]\ndirectory = "{self.directory}"\n' + self.channel("desk", "", self.receiver()))

        def check():
            run = subprocess.run([os.environ["DARVAZAD"], "--check", "--index", self.index, "--config", config], capture_output=True, timeout=PATIENCE)
            return run.returncode, run.stderr.decode()
        self.assertEqual(check()[0], 0)
        os.chmod(self.secret, 0o444)
        self.assertEqual(check(), (65, f"darvazad: {self.secret}: everybody may read this key: expected mode 0400\n"))
        os.chmod(self.secret, 0o600)
        with open(self.secret, "w", encoding="utf-8") as file:
            file.write("short\n")
        self.assertIn("a secret has at least 16 bytes", check()[1])
        os.remove(self.secret)
        self.assertEqual(check()[0], 66)

    def test_persons_of_one_identifier_are_told_each_by_itself(self):
        """A consumer that deduplicates by `id` must not lose the second."""
        path, index = os.path.join(self.temporary.name, "twice.csv"), os.path.join(self.temporary.name, "twice.dvz")
        with open(path, "w", encoding="utf-8") as file:
            file.write("id,name,birth_date,owner\n7,Temirqozon Alisher,1968-12-02,UZB\n7,Temirqozon Alishera,1968-12-02,TJK\n7,Temirqozon Alisher,1968-12-02,KGZ\n")
        build_index(index, path)
        receiver = self.receiver()
        daemon = Daemon(index, f'[alerts]\ndirectory = "{self.directory}"\n{self.channel("all", "", receiver)}', environment=PROXY)
        self.addCleanup(daemon.stop)
        daemon.ask("POST", "/v1/screen", json.dumps(SHOWN))
        eventually(lambda: len(receiver.taken) == 3, lambda: receiver.taken)
        alerts = [alert for _, _, alert in receiver.taken]
        self.assertEqual({alert["owner"] for alert in alerts}, {"UZB", "TJK", "KGZ"})
        self.assertEqual(len({alert["id"] for alert in alerts}), 3, alerts)
        entry = json.loads(daemon.ask("GET", "/v1/entries/twice/7")[2])
        entries = {one["terms"]["owner"]: one for one in (entry, *entry["others"])}
        self.assertEqual({owner: one["names"][0]["name"] for owner, one in entries.items()},
                         {"UZB": "Temirqozon Alisher", "TJK": "Temirqozon Alishera", "KGZ": "Temirqozon Alisher"})
        versions = {alert["owner"]: alert["entry_version"] for alert in alerts}
        self.assertEqual(versions, {"UZB": "", "TJK": entries["TJK"]["version"], "KGZ": ""}, "named where the name says which")

    def test_the_owner_is_told_of_a_discreet_entry_and_the_first_line_is_not(self):
        tajik, rest = self.receiver(), self.receiver()
        daemon = self.start(self.channel("tjk", "Tajikistan", tajik) + self.channel("rest", "", rest))
        consoles = {who: Console(daemon, who) for who in (state + line for state, line in POSTS)}
        answers = [self.screen(daemon, "UZBfirst", one, "ref-1")[2] for one in (DISCREET, {**DISCREET, "name": "Qoraqalpoq Zzyzx", "birth_date": "1990-01-01"})]
        self.assertEqual(answers[0], answers[1], "the answer is that for nobody found")
        self.assertEqual(json.loads(answers[0])["decision"], "clear")
        eventually(lambda: tajik.taken, "no alert came")
        headers, body, alert = tajik.taken[0]
        sent = dict(part.split("=") for part in headers["Darvaza-Signature"].split(","))
        expected = hmac.new(SECRET.encode(), sent["t"].encode() + b"." + body, hashlib.sha256).hexdigest()
        self.assertEqual(sent["v1"], expected)
        self.assertLess(abs(int(sent["t"]) - time.time()), PATIENCE)
        self.assertEqual(headers["Darvaza-Alert-Id"], alert["id"])
        description = json.loads(daemon.ask("GET", "/openapi.json")[2])
        jsonschema.Draft202012Validator({"$ref": "#/components/schemas/Alert", "components": description["components"]}).validate(alert)
        self.assertEqual((alert["list"], alert["entry"], alert["kind"], alert["owner"]), ("quiet", "qu-1", "person", "TJK"))
        self.assertEqual((alert["post"], alert["shown_to_first_line"], alert["instruction"]), ({"name": "post UZB first", "state": "UZB"}, False, "discreet"))
        self.assertRegex(alert["handling"], "^Unconfirmed.*contact Tajikistan: Dushanbe duty desk")
        self.assertRegex(alert["entry_version"], "^[0-9a-f]{64}$")
        self.assertEqual(alert["traveller"], {"id": "ref-1"}, "by reference alone")
        readers = {"TJKsecond", "UZBsecond", "second"}
        eventually(lambda: all(consoles[who].references() == ["ref-1"] for who in readers), lambda: [c.events() for c in consoles.values()])
        # Something that all consoles of the two States are told marks the end of what they were not told.
        self.screen(daemon, "TJKfirst", SHOWN, "ref-2")
        concerned = readers | {"TJKfirst", "UZBfirst"}
        eventually(lambda: all("ref-2" in consoles[who].references() for who in concerned), "the second alert came to too few")
        for who, console in consoles.items():
            expected = (["ref-1"] if who in readers else []) + (["ref-2"] if who in concerned else [])
            self.assertEqual(console.references(), expected, who)
        eventually(lambda: rest.references() == ["ref-2"], "Uzbekistan has no channel of its own")
        self.assertEqual(tajik.references(), ["ref-1"])
        again = Console(daemon, "TJKsecond", after=consoles["TJKsecond"].events()[0][0])
        eventually(lambda: again.references() == ["ref-2"], "resumption")
        everything = Console(daemon, "TJKfirst", after="0" * 32)
        eventually(lambda: everything.references() == ["ref-2"], "the first line never")
        self.assertEqual(self.metric(daemon, "darvazad_alerts_lost")["darvazad_alerts_lost"], 0)
        daemon.stop()
        for console in consoles.values():
            eventually(lambda one=console: one.events()[-1:] == [(None, {"reason": "the daemon ends"})], "the end is told")
            console.close()
        for name in PERSONAL:
            self.assertNotIn(name, daemon.log.decode())

    def test_documents_and_lists_make_alerts_however_they_were_asked(self):
        receiver = self.receiver()
        daemon = self.start(self.channel("all", "", receiver), 'traveller = "presented"')
        line = json.dumps({**SHOWN, "id": "ref-b"}).encode() + b"\n"
        who = {"Authorization": "Bearer TJKsecond"}
        daemon.ask("POST", "/v1/screen/batch", line, who, "application/x-ndjson")
        daemon.ask("POST", "/v1/manifests", b"id,name,birth_date\nref-m,Temirqozon Alisher,1968-12-02\n", who, "text/csv")
        daemon.ask("POST", "/v1/documents/check", {"id": "ref-d", "documents": [{"number": "KG9071005", "issuing_state": "KGZ"}]}, who)
        daemon.ask("POST", "/match/default", {"queries": {"ref-y": {"schema": "Person", "properties": {"name": [SHOWN["name"]], "birthDate": [SHOWN["birth_date"]], "nationality": ["uz"]}}}}, who)
        daemon.ask("GET", "/search/default?q=Temirqozon+Alisher", headers=who)
        eventually(lambda: len(receiver.taken) == 4, lambda: receiver.references())
        self.assertEqual(sorted(receiver.references()), ["ref-b", "ref-d", "ref-m", "ref-y"])
        alerts = {alert["traveller"]["id"]: alert for _, _, alert in receiver.taken}
        self.assertEqual((alerts["ref-d"]["kind"], alerts["ref-d"]["status"], alerts["ref-d"]["owner"]), ("document", "stolen blank", "KGZ"))
        self.assertEqual(alerts["ref-b"]["traveller"]["names"], [SHOWN["name"]])
        self.assertEqual(alerts["ref-d"]["traveller"]["documents"], [{"number": "KG9071005", "type": "", "issuing_state": "KGZ"}])

    def test_what_measured_thresholds_make_a_hit_makes_an_alert(self):
        receiver = self.receiver()
        daemon = self.start("[screening]\nreview_score = 0.05\nhit_score = 0.05\n" + self.channel("all", "", receiver))
        unlikely = {"name": "Temirqozon Aliya"}
        answer = json.loads(self.screen(daemon, "UZBsecond", unlikely, "ref-u")[2])
        self.assertEqual(answer["decision"], "hit")
        self.assertTrue(0.05 <= answer["candidates"][0]["score"] < 0.5)
        eventually(lambda: receiver.references() == ["ref-u"], lambda: receiver.references())

    def test_who_bears_a_listed_person_s_document_makes_an_alert_whatever_the_decision(self):
        receiver = self.receiver()
        daemon = self.start(self.channel("uzb", "UZB", receiver))
        for who in ("TJKsecond", "TJKfirst"):
            question = {"id": "ref-" + who, "documents": [{"number": "UZ9031225", "issuing_state": "UZB"}]}
            answer = json.loads(daemon.ask("POST", "/v1/documents/check", question, {"Authorization": "Bearer " + who})[2])
            self.assertEqual((answer["decision"], [one["id"] for one in answer["candidates"]]), ("review", ["ja-3"]))
            self.assertGreaterEqual(answer["candidates"][0]["score"], 0.9)
        eventually(lambda: sorted(receiver.references()) == ["ref-TJKfirst", "ref-TJKsecond"], lambda: receiver.references())
        self.assertEqual({(alert["kind"], alert["entry"]) for _, _, alert in receiver.taken}, {("person", "ja-3")})

    def test_who_was_a_hit_and_was_delisted_before_the_look_makes_an_alert(self):
        receiver = self.receiver()
        lists = os.path.join(self.temporary.name, "lists.dvz")
        shutil.copy(self.index, lists)
        self.index = lists
        daemon = self.start(self.channel("tjk", "TJK", receiver) + self.channel("uzb", "UZB", receiver))
        self.screen(daemon, "TJKsecond", SHOWN, "ref-1")
        eventually(lambda: receiver.references() == ["ref-1"], "first")
        # While the journal cannot be written what was answered waits.
        resource.prlimit(daemon.process.pid, resource.RLIMIT_FSIZE, (1024, resource.RLIM_INFINITY))
        self.screen(daemon, "TJKsecond", SHOWN, "ref-2")
        daemon.wait_for_log("ALERTS WAIT: the journal cannot be written")
        build_index(lists + ".new", os.path.join(self.lists.name, "quiet.csv"))
        os.replace(lists + ".new", lists)
        self.assertEqual(daemon.ask("POST", "/v1/lists/reload", headers={"Authorization": "Bearer second"})[0], 200)
        self.assertEqual(json.loads(self.screen(daemon, "TJKsecond", SHOWN, "ref-3")[2])["decision"], "clear")
        resource.prlimit(daemon.process.pid, resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
        eventually(lambda: receiver.references() == ["ref-1", "ref-2"], lambda: receiver.references())
        before, after = (alert for _, _, alert in receiver.taken)
        self.assertEqual((after["index"], after["entry"], after["entry_version"]), (before["index"], before["entry"], ""))
        self.assertEqual(self.metric(daemon, "darvazad_alerts_newer_lists")["darvazad_alerts_newer_lists"], 0)

    def test_what_a_process_left_is_searched_for_in_the_lists_of_the_next_and_counted(self):
        receiver = self.receiver()
        lists = os.path.join(self.temporary.name, "lists.dvz")
        shutil.copy(self.index, lists)
        self.index = lists
        daemon = self.start(self.channel("uzb", "UZB", receiver))
        self.screen(daemon, "TJKsecond", SHOWN, "ref-1")
        eventually(lambda: receiver.references() == ["ref-1"], "first")
        resource.prlimit(daemon.process.pid, resource.RLIMIT_FSIZE, (1024, resource.RLIM_INFINITY))
        self.screen(daemon, "TJKsecond", SHOWN, "ref-2")
        daemon.wait_for_log("ALERTS WAIT: the journal cannot be written")
        daemon.signal(signal.SIGKILL)
        daemon.process.wait()
        build_index(lists + ".new", sample("shared/joint-alerts.csv"))
        os.replace(lists + ".new", lists)
        daemon = self.start(self.channel("uzb", "UZB", receiver))
        eventually(lambda: "ref-2" in receiver.references(), lambda: receiver.references())
        eventually(lambda: self.metric(daemon, "darvazad_alerts_newer_lists")["darvazad_alerts_newer_lists"] == 1, "counted")
        indexes = {alert["traveller"]["id"]: alert["index"] for _, _, alert in receiver.taken}
        self.assertNotEqual(indexes["ref-1"], indexes["ref-2"])

    def test_a_kill_loses_no_alert(self):
        receiver = self.receiver()
        config = self.channel("tjk", "TJK", receiver)
        answered = []
        for round_number in range(6):
            daemon = self.start(config)
            stop = threading.Event()

            def ask(thread, daemon=daemon, round_number=round_number, stop=stop):
                number = 0
                while not stop.is_set():
                    reference = f"ref-{round_number}-{thread}-{number}"
                    number += 1
                    try:
                        if self.screen(daemon, "UZBfirst", DISCREET, reference)[0] == 200:
                            answered.append(reference)
                    except (OSError, http.client.HTTPException):
                        return

            threads = [threading.Thread(target=ask, args=(i,)) for i in range(4)]
            for thread in threads:
                thread.start()
            time.sleep(0.13 * (round_number + 1))
            daemon.signal(signal.SIGKILL)
            daemon.process.wait()
            stop.set()
            for thread in threads:
                thread.join()
        self.assertGreater(len(answered), 50)
        daemon = self.start(config)
        eventually(lambda: set(answered) <= set(receiver.references()), lambda: f"missing: {set(answered) - set(receiver.references())}")
        ids, told = {}, {}
        for _, body, alert in receiver.taken:
            self.assertEqual(ids.setdefault(alert["traveller"]["id"], alert["id"]), alert["id"], "told again with another id")
            self.assertEqual(told.setdefault(alert["id"], body), body, "told again with other words")
        self.assertEqual(daemon.stop(), 0)
        left = sorted(name.split("-")[0] for name in os.listdir(self.directory))
        self.assertEqual(left, ["alerts", "channel", "lock"], "nothing of a traveller stays in an inbox")

    def test_a_receiver_that_fails_is_tried_again_and_one_that_refuses_holds_nobody_up(self):
        def answer(alert, attempt):
            if alert["traveller"]["id"] == "ref-poison":
                return 422
            return 503 if attempt < 4 else 200

        receiver = self.receiver(answer)
        daemon = self.start(self.channel("uzb", "UZB", receiver))
        for reference in ("ref-1", "ref-poison", "ref-2"):
            self.screen(daemon, "TJKsecond", SHOWN, reference)
        eventually(lambda: receiver.references() == ["ref-1", "ref-2"], lambda: receiver.references())
        self.assertEqual(receiver.tried, 3 + 1 + 8 + 1)
        daemon.wait_for_log("set aside after 8 refusals: HTTP status 422")
        self.assertEqual(self.metric(daemon, "darvazad_channel_set_aside"), {'darvazad_channel_set_aside{channel="uzb"}': 1})
        self.assertEqual(self.metric(daemon, "darvazad_channel_failures"), {'darvazad_channel_failures{channel="uzb"}': 11})
        eventually(lambda: self.metric(daemon, "darvazad_channel_behind") == {'darvazad_channel_behind{channel="uzb"}': 0}, "behind")

    def test_hostile_receivers_cost_their_own_time_alone(self):
        elsewhere = self.receiver()

        def hang(handler):
            time.sleep(5)

        def endless(handler):
            handler.send_response(200)
            handler.end_headers()
            try:
                while True:
                    handler.wfile.write(b"x" * 65536)
            except OSError:
                pass

        def garbage(handler):
            handler.wfile.write(b"\x00\xffSSH-2.0\r\n\r\n")
            handler.close_connection = True

        def redirect(handler):
            handler.send_response(307)
            handler.send_header("Location", elsewhere.url)
            handler.send_header("Content-Length", "0")
            handler.end_headers()

        ways = [hang, garbage, redirect, endless]
        hostile = self.receiver(lambda alert, attempt: ways[min(attempt - 1, 3)])
        good = self.receiver()
        daemon = self.start(self.channel("uzb", "UZB", hostile, "timeout_seconds = 1") + self.channel("tjk", "TJK", good))
        self.screen(daemon, "TJKsecond", SHOWN, "ref-1")
        begin = time.monotonic()
        self.screen(daemon, "TJKsecond", DISCREET, "ref-2")
        eventually(lambda: good.references() == ["ref-2"], "the other channel waits")
        # An answer of 200 was given, and of its endless body little is read.
        eventually(lambda: self.metric(daemon, "darvazad_channel_delivered").get('darvazad_channel_delivered{channel="uzb"}') == 1, "delivered")
        self.assertEqual(hostile.tried, 4)
        self.assertEqual(elsewhere.tried, 0, "a signed alert was sent elsewhere")
        # Each reason once, and that it is over.
        daemon.wait_for_log("taken at attempt 4")
        self.assertEqual(daemon.log.decode().count("Timeout was reached; trying again"), 1)
        self.assertIn("HTTP status 307, and redirections are not followed; trying again", daemon.log.decode())
        self.assertLess(time.monotonic() - begin, PATIENCE)
        self.assertEqual(daemon.stop(), 0)

    def test_what_was_not_delivered_waits_for_the_next_start(self):
        receiver = self.receiver(lambda alert, attempt: 503)
        daemon = self.start(self.channel("uzb", "UZB", receiver))
        for number in range(5):
            self.screen(daemon, "TJKsecond", SHOWN, f"ref-{number}")
        eventually(lambda: self.metric(daemon, "darvazad_alerts").get("darvazad_alerts") == 5, "made")
        begin = time.monotonic()
        self.assertEqual(daemon.stop(), 0)
        self.assertLess(time.monotonic() - begin, 20)
        receiver.answer = lambda alert, attempt: 200
        daemon = self.start(self.channel("uzb", "UZB", receiver))
        eventually(lambda: receiver.references() == [f"ref-{n}" for n in range(5)], lambda: receiver.references())
        console = Console(daemon, "UZBsecond", after="0" * 32)
        eventually(lambda: len(console.references()) == 5, "consoles read what was before the restart")
        console.close()

    def test_a_full_disk_holds_alerts_back_and_loses_none(self):
        receiver = self.receiver()
        daemon = self.start(self.channel("uzb", "UZB", receiver))
        self.screen(daemon, "TJKsecond", SHOWN, "ref-1")
        eventually(lambda: receiver.references() == ["ref-1"], "first")
        resource.prlimit(daemon.process.pid, resource.RLIMIT_FSIZE, (1024, resource.RLIM_INFINITY))
        for number in range(2, 5):
            self.assertEqual(self.screen(daemon, "TJKsecond", SHOWN, f"ref-{number}")[0], 200)
        daemon.wait_for_log("ALERTS WAIT: the journal cannot be written")
        self.assertGreater(self.metric(daemon, "darvazad_alerts_waiting_bytes")["darvazad_alerts_waiting_bytes"], 0)
        resource.prlimit(daemon.process.pid, resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
        eventually(lambda: receiver.references() == [f"ref-{n}" for n in range(1, 5)], lambda: receiver.references())
        daemon.wait_for_log("the journal of alerts is written again")
        for name in PERSONAL:
            self.assertNotIn(name, daemon.log.decode())

    def test_a_console_that_is_too_slow_is_told_so(self):
        daemon = self.start("", "replay = 1")
        console = Console(daemon, "UZBsecond")
        lines = b"".join(json.dumps({**SHOWN, "id": f"ref-{n}"}).encode() + b"\n" for n in range(300))
        self.assertEqual(daemon.ask("POST", "/v1/screen/batch", lines, {"Authorization": "Bearer TJKsecond"}, "application/x-ndjson")[0], 200)
        eventually(lambda: console.events()[-1:] == [(None, {"reason": "too slow"})], lambda: console.events()[-2:])
        self.assertTrue(console.text.endswith(b"0\r\n\r\n"), "the answer has an end")
        console.close()

    def test_a_console_that_reads_nothing_is_dropped_and_others_read_on(self):
        daemon = self.start('[limits]\nwrite_seconds = 1\n', 'replay = 20\ntraveller = "presented"')
        silent = socket.socket()
        silent.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
        silent.connect(daemon.addresses[0])
        silent.sendall(b"GET /v1/alerts HTTP/1.1\r\nHost: d\r\nAuthorization: Bearer UZBsecond\r\n\r\n")
        eventually(lambda: self.metric(daemon, "darvazad_consoles")["darvazad_consoles"] == 1, "open")
        large = {**SHOWN, "documents": [{"number": "9" * 60, "issued_at": "", "type": "T" * 120} for _ in range(250)]}
        deadline = time.monotonic() + PATIENCE
        number = 0
        while self.metric(daemon, "darvazad_consoles")["darvazad_consoles"] > 0:
            self.assertLess(time.monotonic(), deadline)
            self.screen(daemon, "TJKsecond", large, f"ref-{number}")
            number += 1
        silent.close()
        # Twenty alerts are kept: a console that comes before the backlog is told may be too slow for it itself.
        eventually(lambda: self.metric(daemon, "darvazad_alerts_waiting_bytes")["darvazad_alerts_waiting_bytes"] == 0, "the backlog")
        console = Console(daemon, "UZBsecond")
        self.screen(daemon, "TJKsecond", SHOWN, "ref-last")
        eventually(lambda: console.references()[-1:] == ["ref-last"], lambda: console.events()[-1:])
        console.close()

    def test_consoles_are_bounded_and_need_the_role(self):
        daemon = self.start("", "consoles = 2")
        consoles = [Console(daemon, "UZBsecond") for _ in range(2)]
        status, headers, _ = daemon.ask("GET", "/v1/alerts", headers={"Authorization": "Bearer UZBsecond"})
        self.assertEqual((status, headers["Retry-After"]), (503, "5"))
        consoles[0].close()
        eventually(lambda: self.metric(daemon, "darvazad_consoles")["darvazad_consoles"] == 1, "a console that closed is still counted")
        consoles[0] = Console(daemon, "UZBsecond")
        self.assertEqual(daemon.ask("GET", "/v1/alerts", headers={"Authorization": "Bearer nobody"})[0], 401)
        self.assertEqual(daemon.ask("GET", "/v1/alerts?since=1", headers={"Authorization": "Bearer UZBsecond"})[0], 400)
        self.assertEqual(daemon.ask("POST", "/v1/alerts", b"", {"Authorization": "Bearer UZBsecond"})[0], 405)
        head = daemon.connect()
        head.sendall(b"HEAD /v1/alerts HTTP/1.1\r\nHost: d\r\nAuthorization: Bearer UZBsecond\r\n\r\n")
        self.assertIn(b"503", head.recv(65536))
        for console in consoles:
            console.close()

    def test_two_daemons_share_a_journal_while_one_takes_over(self):
        receiver = self.receiver()
        config = self.channel("uzb", "UZB", receiver)
        old = self.start(config)
        self.screen(old, "TJKsecond", SHOWN, "ref-old-1")
        eventually(lambda: receiver.references() == ["ref-old-1"], "first")
        new = self.start(config)
        self.screen(new, "TJKsecond", SHOWN, "ref-new-1")
        self.screen(old, "TJKsecond", SHOWN, "ref-old-2")
        eventually(lambda: "ref-old-2" in receiver.references(), "the old one still writes")
        self.assertEqual(old.stop(), 0)
        eventually(lambda: sorted(receiver.references()) == ["ref-new-1", "ref-old-1", "ref-old-2"], lambda: receiver.references())
        self.screen(new, "TJKsecond", SHOWN, "ref-new-2")
        eventually(lambda: "ref-new-2" in receiver.references(), "the new one writes")
        lines = b"".join(read(path) for path in glob.glob(os.path.join(self.directory, "alerts-*")))
        self.assertEqual([json.loads(line)["alert"]["traveller"]["id"] for line in lines.splitlines()], ["ref-old-1", "ref-old-2", "ref-new-1", "ref-new-2"])


if __name__ == "__main__":
    unittest.main()
