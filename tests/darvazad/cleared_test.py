"""A decision "not the same person" silences one pair of document and entry, for one State, until something changes; and nothing else."""

import glob
import json
import os
import resource
import subprocess
import tempfile
import threading
import time
import unittest

import jsonschema

from daemon import PATIENCE, Daemon, build_index, post, read, sample

# Of Uzbekistan, for all; and, discreet, of Tajikistan, for Uzbekistan and Kyrgyzstan: joint-alerts.csv.
DOCUMENT = {"number": "AB 123-4567", "issuing_state": "KAZ"}
NAMESAKE = {"id": "ref-1", "name": "Temirqozon Alisher", "birth_date": "1968-12-02", "nationality": "UZB", "sex": "M", "documents": [DOCUMENT]}
RULE = {"document": {"number": "ab1234567", "issuing_state": "Kazakhstan"}, "list": "joint-alerts", "entry": "ja-3", "reason": "fingerprints differ",
        "officer": "no. 17"}
POSTS = [("UZB", "first", ["screen"]), ("UZB", "second", ["screen"]), ("UZB", "first", ["screen", "clear"]), ("UZB", "second", ["screen", "clear", "administer"]),
         ("TJK", "second", ["screen", "clear"]), ("AFG", "second", ["screen", "clear"]), ("TJK", "first", ["screen"])]
BOOTH, OFFICE, CLEARING_BOOTH, CLEARING_OFFICE, TAJIK, AFGHAN, TAJIK_BOOTH = range(len(POSTS))


def posts():
    return "".join(post(f"post {number}", f"token{number}", roles, state, line) for number, (state, line, roles) in enumerate(POSTS))


def in_days(days):
    return time.strftime("%Y-%m-%d", time.gmtime(time.time() + days * 86400))


def in_seconds(seconds):
    return time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime(time.time() + seconds))


class ClearedTest(unittest.TestCase):
    def setUp(self):
        self.temporary = tempfile.TemporaryDirectory(prefix="darvazad-")
        self.addCleanup(self.temporary.cleanup)
        self.index = os.path.join(self.temporary.name, "shared.dvz")
        self.database = os.path.join(self.temporary.name, "cleared.db")
        build_index(self.index, *sorted(glob.glob(sample("shared/*.csv"))))

    def start(self, more=""):
        daemon = Daemon(self.index, f'[cleared]\ndatabase = "{self.database}"\n{more}\n{posts()}', environment={"no_proxy": "127.0.0.1"})
        self.addCleanup(daemon.stop)
        self.daemon = daemon
        return daemon

    def ask(self, who, method, path, body=None, kind="application/json"):
        status, headers, answer = self.daemon.ask(method, path, body, {"Authorization": f"Bearer token{who}"}, kind)
        return status, json.loads(answer) if headers["Content-Type"].endswith("json") else answer.decode(), headers

    def screen(self, who, traveller=None, query=""):
        return self.ask(who, "POST", "/v1/screen" + query, traveller or NAMESAKE)[1]

    def version(self, entry="ja-3"):
        """Learnt as anybody learns it: by a rule made upon the index of an answer, withdrawn again."""
        status, rule, _ = self.clear(CLEARING_OFFICE, document={"number": "VERSION1", "issuing_state": "UTO"}, entry=entry)
        self.assertEqual(status, 201, rule)
        self.ask(CLEARING_OFFICE, "DELETE", "/v1/cleared/" + rule["id"])
        return rule["version"]

    def clear(self, who, **changes):
        index = self.ask(who, "GET", "/v1/lists")[1]["digest"]
        rule = {**RULE, "expires": in_days(30), "index": index, **changes}
        status, answer, headers = self.ask(who, "POST", "/v1/cleared", {key: value for key, value in rule.items() if value is not None})
        return status, answer, headers

    def assert_hit(self, who, traveller=None):
        answer = self.screen(who, traveller)
        self.assertEqual((answer["decision"], [c["id"] for c in answer["candidates"]][:1]), ("hit", ["ja-3"]), answer)
        self.assertFalse(any("cleared_by" in candidate for candidate in answer["candidates"]))

    def test_the_pair_is_silent_for_posts_of_that_state_and_for_nobody_else(self):
        daemon = self.start()
        for who in (BOOTH, OFFICE, TAJIK):
            self.assert_hit(who)
        status, rule, _ = self.clear(CLEARING_OFFICE)
        self.assertEqual(status, 201, rule)
        self.assertEqual((rule["author"], rule["officer"], rule["reason"], rule["state"], rule["ended"]), ("post 3", "no. 17", "fingerprints differ", "UZB", None))
        self.assertEqual(rule["document"], {"number": "AB1234567", "issuing_state": "KAZ"})
        booth, office = self.screen(BOOTH), self.screen(OFFICE)
        self.assertEqual((booth["decision"], booth["complete"], booth["candidates"]), ("clear", True, []))
        self.assertEqual(office["decision"], "clear")
        self.assertEqual([(c["id"], c["cleared_by"]) for c in office["candidates"]], [("ja-3", rule["id"])])
        self.assertEqual(self.screen(CLEARING_BOOTH)["candidates"], office["candidates"])
        description = json.loads(daemon.ask("GET", "/openapi.json")[2])
        for name, instance in (("Answer", office), ("ClearedRule", rule)):
            jsonschema.Draft202012Validator({"$ref": "#/components/schemas/" + name, "components": description["components"]}).validate(instance)
        for limits in ("?min_score=0.99999", "?top=1", "?min_score=0&top=1"):
            self.assertEqual(self.screen(BOOTH, query=limits)["decision"], "clear", limits)
        self.assert_hit(TAJIK)
        line = json.dumps(NAMESAKE).encode() + b"\n"
        batch = daemon.ask("POST", "/v1/screen/batch", line, {"Authorization": "Bearer token0"}, "application/x-ndjson")[2]
        self.assertEqual(json.loads(batch)["decision"], "clear")
        flights = self.ask(BOOTH, "POST", "/v1/manifests", b"name,birth_date,document_number,issuing_state\nTemirqozon Alisher,1968-12-02,AB1234567,KAZ\n", "text/csv")[1]
        self.assertEqual(flights["flights"][0]["clear"], 1)
        # Another document, or none, is another traveller.
        for documents in ([], [{"number": "AB1234567"}], [{"number": "AB1234567", "issuing_state": "KGZ"}], [{"number": "AB1234568", "issuing_state": "KAZ"}]):
            self.assert_hit(BOOTH, {**NAMESAKE, "documents": documents})
        # Others that this traveller may be are found as ever.
        other = {**NAMESAKE, "name": "Savsanova Gulbahor", "birth_date": "2009-08-30", "sex": "F", "nationality": "TJK"}
        self.assertEqual(self.screen(BOOTH, other)["candidates"][0]["id"], "ja-2")
        self.assertEqual(self.ask(CLEARING_BOOTH, "GET", "/v1/cleared")[1], {"rules": [rule], "more": False})
        self.assertEqual(self.ask(TAJIK, "GET", "/v1/cleared")[1]["rules"], [])
        metrics = self.ask(CLEARING_OFFICE, "GET", "/metrics")[1]
        self.assertIn("darvazad_cleared_rules 1", metrics)
        self.assertIn("darvazad_cleared_available 1", metrics)
        daemon.stop()
        for personal in ("AB1234567", "AB 123", "Temirqozon", "fingerprints", "no. 17"):
            self.assertNotIn(personal, daemon.log.decode())
            self.assertNotIn(personal, metrics)

    def test_a_document_speaks_louder_than_a_rule(self):
        self.start()
        for document in ({"number": "KG9071005", "issuing_state": "KGZ"}, {"number": "UZ9031225", "issuing_state": "UZB"}):
            self.assertEqual(self.clear(CLEARING_OFFICE, document=document)[0], 201)
            answer = self.screen(BOOTH, {**NAMESAKE, "documents": [document]})
            self.assertEqual((answer["decision"], answer["candidates"][0]["id"]), ("hit", "ja-3"), document)
            self.assertNotIn("cleared_by", answer["candidates"][0])
            checked = self.ask(BOOTH, "POST", "/v1/documents/check", {"documents": [document]})[1]
            self.assertIn(checked["decision"], ("hit", "review"))
        # The document that was cleared, beside one that is reported stolen.
        self.assertEqual(self.clear(CLEARING_OFFICE)[0], 201)
        self.assertEqual(self.screen(BOOTH)["decision"], "clear")
        self.assert_hit(BOOTH, {**NAMESAKE, "documents": [DOCUMENT, {"number": "KG9071005", "issuing_state": "KGZ"}]})
        # Of another name, who bears a listed person's document: listed as ever.
        bearer = {**NAMESAKE, "documents": [DOCUMENT, {"number": "UZ9031225", "issuing_state": "UZB"}], "name": "Somebody Else"}
        self.assertIn(self.screen(BOOTH, bearer)["decision"], ("review", "hit"))

    def test_a_changed_entry_is_another_and_a_reload_alone_changes_nothing(self):
        self.start()
        self.assertEqual(self.clear(CLEARING_OFFICE)[0], 201)
        self.assertEqual(self.ask(CLEARING_OFFICE, "POST", "/v1/lists/reload")[0], 200)
        self.assertEqual(self.screen(BOOTH)["decision"], "clear")
        for before, after, silent in ((b"B-12", b"B-13", True), (b"T-0093", b"T-0094", False)):
            lists = {name: read(sample("shared/" + name)).replace(before, after) for name in ("joint-alerts.csv", "blanks.csv", "terms-of-lists.csv")}
            for name, content in lists.items():
                with open(os.path.join(self.temporary.name, name), "wb") as file:
                    file.write(content)
            build_index(self.index, *(os.path.join(self.temporary.name, name) for name in sorted(lists)))
            self.assertEqual(self.ask(CLEARING_OFFICE, "POST", "/v1/lists/reload")[0], 200)
            if silent:
                self.assertEqual(self.screen(BOOTH)["decision"], "clear", "another entry's change")
            else:
                self.assert_hit(BOOTH)
        # Decided anew, upon what the entry is now.
        self.assertEqual(self.clear(CLEARING_OFFICE)[0], 201)
        self.assertEqual(self.screen(BOOTH)["decision"], "clear")

    def test_an_identifier_that_entries_share_names_none_of_them(self):
        # A row without an identifier gets its number, which another row may have as its own.
        path, head, row = os.path.join(self.temporary.name, "twice.csv"), "id,name,birth_date\n", "Temirqozon Alisher,1968-12-02\n"

        def build(*rows):
            with open(path, "w", encoding="utf-8") as out:
                out.write(head + "".join(rows))
            build_index(self.index, path)

        build("2," + row)
        self.start()
        self.assertEqual(self.clear(CLEARING_OFFICE, list="twice", entry="2")[0], 201)
        self.assertEqual(self.screen(BOOTH)["decision"], "clear")
        build("2," + row, "," + row)
        self.assertEqual(self.ask(CLEARING_OFFICE, "POST", "/v1/lists/reload")[0], 200)
        answer = self.screen(OFFICE)
        self.assertEqual((answer["decision"], [candidate["id"] for candidate in answer["candidates"]]), ("hit", ["2", "2"]))
        self.assertFalse(any("cleared_by" in candidate for candidate in answer["candidates"]))
        self.assertEqual(self.clear(CLEARING_OFFICE, list="twice", entry="2")[0], 422)

    def test_answers_about_rules_are_sent_at_beats(self):
        self.start("[work]\nbeat_ms = 100\n")
        for method, path in (("GET", "/v1/cleared"), ("DELETE", "/v1/cleared/" + "0" * 32)):
            begun = time.monotonic()
            self.ask(CLEARING_OFFICE, method, path)
            self.assertGreaterEqual(time.monotonic() - begun, 0.1, method)

    def test_a_check_makes_no_database(self):
        config = os.path.join(self.temporary.name, "check.toml")
        with open(config, "w", encoding="utf-8") as file:
            file.write(f'[lists]\nindex = "{self.index}"\n[cleared]\ndatabase = "{self.database}"\n')
        check = subprocess.run([os.environ["DARVAZAD"], "--check", "--config", config], capture_output=True, timeout=PATIENCE)
        self.assertEqual((check.returncode, os.path.exists(self.database)), (0, False), check.stderr)

    def export(self, entry, *more):
        done = subprocess.run([os.environ["DARVAZA"], "lists", "entry", "--id", entry, "--cleared", self.database, *more], capture_output=True, text=True,
                              timeout=PATIENCE, check=False)
        return done.returncode, done.stdout, done.stderr

    def test_what_is_held_about_an_entry_has_the_rules_that_name_it(self):
        daemon = self.start()
        rules = [self.clear(CLEARING_OFFICE)[1], self.clear(TAJIK)[1]]
        self.assertEqual(self.ask(TAJIK, "DELETE", "/v1/cleared/" + rules[1]["id"])[0], 200)
        for stopped in (False, True):
            if stopped:
                daemon.stop()
                kept = read(self.database)
            status, out, err = self.export("ja-3", "--json")
            self.assertEqual(status, 0, err)
            held = json.loads(out)["cleared"]
            self.assertEqual({rule["id"] for rule in held}, {rule["id"] for rule in rules})
            first = next(rule for rule in held if rule["id"] == rules[0]["id"])
            self.assertEqual({name: first[name] for name in ("state", "document", "list", "version", "author", "officer", "reason", "made", "expires")},
                             {name: rules[0][name] for name in ("state", "document", "list", "version", "author", "officer", "reason", "made", "expires")})
            self.assertNotIn("ended", first)
            self.assertEqual(next(rule for rule in held if rule["id"] == rules[1]["id"])["ended_by"], "post 4")
            if stopped:
                self.assertEqual(read(self.database), kept, "an export writes nothing")
        status, out, _ = self.export("ja-3")
        self.assertEqual(status, 0)
        self.assertIn("  reason: fingerprints differ\n", out)
        self.assertEqual(self.export("ja-4")[0], 66)
        self.database += ".missing"
        status, _, err = self.export("ja-3")
        self.assertEqual(status, 66)
        self.assertIn("cannot be opened: No such file or directory", err)

    def test_rules_expire_and_are_withdrawn(self):
        self.start()
        status, rule, _ = self.clear(CLEARING_BOOTH, expires=in_seconds(3))
        self.assertEqual(status, 201)
        self.assertEqual(self.screen(BOOTH)["decision"], "clear")
        deadline = time.monotonic() + PATIENCE
        while self.screen(BOOTH)["decision"] == "clear":
            self.assertLess(time.monotonic(), deadline)
            time.sleep(0.1)
        self.assertGreaterEqual(time.time(), time.mktime(time.strptime(rule["expires"], "%Y-%m-%dT%H:%M:%SZ")) - time.timezone)
        _, rule, _ = self.clear(CLEARING_OFFICE)
        self.assertEqual(self.screen(BOOTH)["decision"], "clear")
        self.assertEqual(self.ask(TAJIK, "DELETE", "/v1/cleared/" + rule["id"])[0], 404, "another State's")
        self.assertEqual(self.screen(BOOTH)["decision"], "clear")
        status, ended, _ = self.ask(CLEARING_BOOTH, "DELETE", "/v1/cleared/" + rule["id"])
        self.assertEqual((status, ended["ended_by"]), (200, "post 2"))
        self.assert_hit(BOOTH)
        self.assertEqual(self.ask(CLEARING_BOOTH, "DELETE", "/v1/cleared/" + rule["id"])[0], 404)
        self.assertEqual(self.ask(CLEARING_OFFICE, "GET", "/v1/cleared")[1]["rules"], [])
        ended = self.ask(CLEARING_OFFICE, "GET", "/v1/cleared?ended=true")[1]["rules"]
        self.assertEqual(sorted(one["ended_by"] for one in ended), ["expiry", "post 2"])
        page = self.ask(CLEARING_OFFICE, "GET", "/v1/cleared?ended=true&limit=1")[1]
        self.assertEqual((page["rules"], page["more"]), (ended[:1], True))
        self.assertEqual(self.ask(CLEARING_OFFICE, "GET", f"/v1/cleared?ended=true&after={ended[0]['id']}")[1]["rules"], ended[1:])

    def test_nobody_clears_what_they_may_not_see_or_decide(self):
        self.start()
        hidden = {"entry": "ja-1", "document": {"number": "X1", "issuing_state": "UTO"}}
        missing = {**hidden, "entry": "ja-99"}
        for who in (CLEARING_BOOTH, AFGHAN):
            answers = [self.clear(who, **one)[:2] for one in (hidden, missing)]
            self.assertEqual(answers[0][0], 404)
            self.assertEqual(answers[0], answers[1], "looks like one that does not exist")
        status, rule, _ = self.clear(CLEARING_OFFICE, **hidden)
        self.assertEqual(status, 201)
        self.assertEqual(self.ask(CLEARING_BOOTH, "GET", "/v1/cleared")[1]["rules"], [], "that it exists is as discreet as the entry")
        self.assertEqual(self.ask(CLEARING_BOOTH, "DELETE", "/v1/cleared/" + rule["id"])[0], 404)
        self.assertEqual(self.ask(CLEARING_OFFICE, "GET", "/v1/cleared")[1]["rules"], [rule])
        for method, path in (("POST", "/v1/cleared"), ("GET", "/v1/cleared"), ("DELETE", "/v1/cleared/" + rule["id"])):
            self.assertEqual(self.ask(OFFICE, method, path, RULE if method == "POST" else None)[0], 403)
        open_to_all = Daemon(self.index, f'[cleared]\ndatabase = "{self.database}"\n')
        self.addCleanup(open_to_all.stop)
        self.assertEqual(open_to_all.ask("GET", "/v1/cleared")[0], 403, "a decision needs somebody whose it is")

    def test_a_rule_that_says_too_little_or_too_much_is_refused_with_its_field(self):
        self.start()
        version = self.version()
        for changes, field in (({"document": None}, "document"), ({"document": {"number": "-"}}, "document.number"),
                               ({"document": {"number": "A1", "issuing_state": "Nowhere"}}, "document.issuing_state"), ({"list": None}, "list"),
                               ({"entry": 3}, "entry"), ({"index": None}, "version"), ({"version": version}, "version"), ({"reason": ""}, "reason"),
                               ({"reason": None}, "reason"), ({"reason": "x" * 1001}, "reason"), ({"officer": "x" * 201}, "officer"), ({"expires": None}, "expires"),
                               ({"expires": in_days(-1)}, "expires"), ({"expires": in_days(400)}, "expires"), ({"expires": "2026-02-30"}, "expires"),
                               ({"expires": "2027"}, "expires")):
            status, answer, headers = self.clear(CLEARING_OFFICE, **changes)
            self.assertEqual((status, answer.get("field"), headers["Content-Type"]), (422, field, "application/problem+json"), changes)
            self.assertNotIn("A1", json.dumps(answer))
        self.assertEqual(self.clear(CLEARING_OFFICE, expiry="2027-01-01")[0], 422)
        self.assertEqual(self.clear(CLEARING_OFFICE, index="0" * 64)[0], 409)
        self.assertEqual(self.clear(CLEARING_OFFICE, index=None, version="0" * 64)[0], 409)
        self.assertEqual(self.clear(CLEARING_OFFICE, index=None, version=version)[0], 201)
        self.assertEqual(self.clear(CLEARING_OFFICE)[0], 409, "it holds already")
        self.assertEqual(self.ask(CLEARING_OFFICE, "GET", "/v1/cleared?limit=0")[0], 400)
        self.assertEqual(self.ask(CLEARING_OFFICE, "GET", "/v1/cleared?ended=perhaps")[0], 400)
        self.assertEqual(self.ask(CLEARING_OFFICE, "POST", "/v1/cleared", b"{")[0], 400)
        twice = b'{"document": {"number": "AA90000001", "issuing_state": "UTO"}, "list": "a", "entry": "b", "entry": "c"}'
        status, answer, _ = self.ask(CLEARING_OFFICE, "POST", "/v1/cleared", twice)
        self.assertEqual((status, "twice" in json.dumps(answer)), (400, True), "nobody knows which entry was decided about")

    def test_a_damaged_database_silences_nobody_and_stops_nobody(self):
        daemon = self.start()
        self.assertEqual(self.clear(CLEARING_OFFICE)[0], 201)
        self.assertEqual(daemon.stop(), 0)
        content = bytearray(read(self.database))
        content[len(content) // 3:len(content) // 2] = os.urandom(len(content) // 2 - len(content) // 3)
        with open(self.database, "wb") as file:
            file.write(content)
        config = os.path.join(self.temporary.name, "check.toml")
        with open(config, "w", encoding="utf-8") as file:
            file.write(f'[lists]\nindex = "{self.index}"\n[cleared]\ndatabase = "{self.database}"\n')
        check = subprocess.run([os.environ["DARVAZAD"], "--check", "--config", config], capture_output=True, timeout=PATIENCE)
        self.assertEqual((check.returncode, b"cleared.db" in check.stderr), (65, True), check.stderr)
        daemon = self.start()
        self.assertIn("CLEARED TRAVELLERS ARE NOT SILENCED", daemon.log.decode())
        self.assert_hit(BOOTH)
        status, answer, headers = self.ask(CLEARING_OFFICE, "GET", "/v1/cleared")
        self.assertEqual((status, "Retry-After" in headers), (503, True), answer)
        self.assertIn("darvazad_cleared_available 0", self.ask(CLEARING_OFFICE, "GET", "/metrics")[1])
        self.assertEqual(read(self.database), bytes(content), "what may be rescued was changed")

    def test_a_full_disk_refuses_a_rule_and_keeps_those_that_hold(self):
        daemon = self.start()
        self.assertEqual(self.clear(CLEARING_OFFICE)[0], 201)
        resource.prlimit(daemon.process.pid, resource.RLIMIT_FSIZE, (4096, resource.RLIM_INFINITY))
        self.assertEqual(self.clear(CLEARING_OFFICE, entry="ja-2")[0], 503)
        self.assertEqual(self.screen(BOOTH)["decision"], "clear")
        resource.prlimit(daemon.process.pid, resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
        self.assertEqual(self.clear(CLEARING_OFFICE, entry="ja-2")[0], 201)

    def test_rules_come_and_go_while_many_ask(self):
        self.start()
        wrong, stop = [], threading.Event()

        def ask():
            while not stop.is_set():
                answer = self.screen(BOOTH)
                found = [candidate["id"] for candidate in answer["candidates"]]
                if (answer["decision"], found) not in (("clear", []), ("hit", ["ja-3"])):
                    wrong.append(answer)

        threads = [threading.Thread(target=ask) for _ in range(4)]
        for thread in threads:
            thread.start()
        for _ in range(15):
            status, rule, _ = self.clear(CLEARING_OFFICE)
            self.assertEqual(status, 201)
            self.assertEqual(self.screen(BOOTH)["decision"], "clear", "a rule holds when it is confirmed")
            self.assertEqual(self.ask(CLEARING_OFFICE, "DELETE", "/v1/cleared/" + rule["id"])[0], 200)
            self.assertEqual(self.screen(BOOTH)["decision"], "hit", "and no longer than that")
        stop.set()
        for thread in threads:
            thread.join()
        self.assertEqual(wrong, [])

    def test_the_owner_hears_of_travellers_whom_others_cleared(self):
        directory = os.path.join(self.temporary.name, "alerts")
        self.start(f'[alerts]\ndirectory = "{directory}"\n')
        _, rule, _ = self.clear(TAJIK)
        self.clear(CLEARING_OFFICE)
        for who in (TAJIK, BOOTH, OFFICE, TAJIK_BOOTH):
            self.assertEqual(self.screen(who)["decision"], "clear")
        self.assertEqual(self.daemon.stop(), 0)
        alerts = [json.loads(line)["alert"] for path in glob.glob(os.path.join(directory, "alerts-*")) for line in read(path).splitlines()]
        self.assertEqual([(a["post"]["state"], a["entry"], a["cleared_by"]) for a in alerts], [("TJK", "ja-3", rule["id"])] * 2,
                         "its own State's decisions silence an owner's alerts, others are told with them")


if __name__ == "__main__":
    unittest.main()
