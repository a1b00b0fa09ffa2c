"""What the daemon answers: the same bytes as the command line, and what produced them."""

import json
import os
import signal
import subprocess
import time
import unittest

from daemon import PATIENCE, Daemon, Directory, build_index, darvaza, read, sample, without_production

TRAVELLER = {"id": "q1", "name": "Надер Дарьягозар", "birth_date": "1971-03-02"}


class ApiTest(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.directory = Directory()
        cls.daemon = Daemon(cls.directory.index)

    @classmethod
    def tearDownClass(cls):
        cls.daemon.stop()
        cls.directory.remove()

    def ask(self, *arguments, **named):
        return self.daemon.ask(*arguments, **named)

    def of_command_line(self, travellers, *options):
        return darvaza("screen", "--index", self.directory.index, "--format", "jsonl", *options, stdin=travellers)

    def test_a_traveller_is_answered_with_the_bytes_of_the_command_line(self):
        line = json.dumps(TRAVELLER).encode()
        status, headers, body = self.ask("POST", "/v1/screen", line)
        self.assertEqual(status, 200)
        self.assertEqual(headers["Content-Type"], "application/json")
        self.assertEqual(headers["Cache-Control"], "no-store")
        self.assertEqual(without_production(body), self.of_command_line(line))
        self.assertEqual(json.loads(body)["decision"], "hit")

    def test_an_answer_says_what_produced_it(self):
        def production(query="", path="/v1/screen"):
            _, headers, body = self.ask("POST", path + query, TRAVELLER)
            produced = json.loads(body)["produced_by"]
            self.assertEqual(produced["indexes"], [headers["Darvaza-Index"]])
            return produced
        self.assertEqual(production(), production())
        self.assertEqual(list(production()), ["indexes", "engine", "policy"])
        self.assertEqual(production("?top=10")["policy"], production()["policy"])  # the default
        self.assertNotEqual(production("?top=3")["policy"], production()["policy"])
        self.assertNotEqual(production("?min_score=0.4")["policy"], production()["policy"])

    def test_json_may_stand_on_several_lines(self):
        pretty = json.dumps(TRAVELLER, indent=2).encode()
        self.assertEqual(without_production(self.ask("POST", "/v1/screen", pretty)[2]), self.of_command_line(json.dumps(TRAVELLER).encode()))

    def test_whatever_a_body_holds_is_read_as_the_command_line_reads_it(self):
        for line in (b'{"name": "Oraz", "name": "Meret"}', b'{"id": "", "name": "Oraz"}', b'{"id": 7, "name": true}', b"{}", b'  {"names": ["Oraz", {"surname": "Meret"}, 5]} ',
                     b'{"name": "Oraz", "documents": [{"number": "A1", "number": "A2"}, "A3", {}]}',
                     b'{"name": "Oraz", "note": "%s"}' % (b"x" * 300_000)):
            status, _, body = self.ask("POST", "/v1/screen", line)
            self.assertEqual((status, without_production(body)), (200, self.of_command_line(line)), line[:60])

    def test_query_parameters_stand_for_the_options_of_the_command_line(self):
        line = json.dumps({"name": "Darvaza Sinamaev"}).encode()
        body = self.ask("POST", "/v1/screen?top=2&min_score=0.1&near_documents=true", line)[2]
        self.assertEqual(without_production(body), self.of_command_line(line, "--top", "2", "--min-score", "0.1", "--near-documents"))
        self.assertEqual(len(json.loads(body)["candidates"]), 2)

    def test_a_traveller_of_whom_nothing_can_be_searched_is_incomplete(self):
        self.assertEqual(json.loads(self.ask("POST", "/v1/screen", {"name": "???"})[2])["decision"], "incomplete")

    def test_what_is_no_json_object_is_refused_with_the_position(self):
        for body, position in ((b'{"name": "a"', 12), (b'{"name": nobody}', 9), (b'{} {}', 3), (b"[1]", 0)):
            status, headers, answer = self.ask("POST", "/v1/screen", body)
            self.assertEqual((status, headers["Content-Type"]), (400, "application/problem+json"), body)
            self.assertEqual(json.loads(answer)["position"], position, body)

    def test_parameters_that_are_none_are_refused_by_name(self):
        for query, field in (("top=0", "top"), ("top=x", "top"), ("min_score=1.5", "min_score"), ("near_documents=yes", "near_documents"),
                             ("deadline_ms=0", "deadline_ms"), ("topp=1", "topp"), ("top=1&top=2", "top")):
            status, _, body = self.ask("POST", "/v1/screen?" + query, TRAVELLER)
            self.assertEqual((status, json.loads(body)["field"]), (400, field), query)

    def test_a_batch_is_answered_line_by_line_as_by_the_command_line(self):
        lines = read(sample("manifests/bus.jsonl")) * 40
        status, headers, body = self.ask("POST", "/v1/screen/batch", lines, kind="application/x-ndjson")
        self.assertEqual((status, headers["Content-Type"]), (200, "application/x-ndjson"))
        self.assertEqual(without_production(body), self.of_command_line(lines))

    def test_answers_of_a_batch_come_while_its_body_is_still_being_sent(self):
        connection = self.daemon.connect()
        connection.sendall(b"POST /v1/screen/batch HTTP/1.1\r\nHost: d\r\nTransfer-Encoding: chunked\r\n\r\n")
        line = b'{"id": "first", "name": "Oraz"}\n'
        connection.sendall(b"%x\r\n%s\r\n" % (len(line), line))
        answer = b""
        while b'"first"' not in answer:
            answer += connection.recv(4096)
        connection.sendall(b"0\r\n\r\n")
        while not answer.endswith(b"0\r\n\r\n"):
            answer += connection.recv(4096)
        connection.close()

    def test_a_broken_line_of_a_batch_is_answered_incomplete_in_its_place(self):
        body = self.ask("POST", "/v1/screen/batch", b'{"name": "Oraz"}\nnobody\n{"name": "Oraz"}\n', kind="application/x-ndjson")[2]
        self.assertEqual([json.loads(line)["decision"] for line in body.splitlines()], ["clear", "incomplete", "clear"])

    def test_an_empty_batch_is_refused(self):
        self.assertEqual(self.ask("POST", "/v1/screen/batch", b"", kind="application/x-ndjson")[0], 422)

    def test_manifests_are_answered_by_flight(self):
        for name, kind, form in (("flight-dz101.edi", "application/edifact", "paxlst"), ("flight-dz303.pnrgov", "application/edifact", "pnrgov"),
                                 ("ferry.csv", "text/csv", "csv"), ("booth.mrz", "text/plain", "mrz")):
            manifest = read(sample("manifests/" + name))
            status, _, body = self.ask("POST", "/v1/manifests", manifest, kind=kind)
            self.assertEqual(status, 200, name)
            answer = json.loads(without_production(body))
            expected = [json.loads(line) for line in darvaza("screen", "--index", self.directory.index, sample("manifests/" + name)).splitlines()]
            answers = [one for flight in answer["flights"] for one in flight["answers"]]
            self.assertEqual(sorted(answers, key=lambda a: a["id"]), sorted(expected, key=lambda a: a["id"]), name)
            self.assertEqual((answer["format"], answer["complete"], answer["travellers"]), (form, True, len(expected)), name)

    def test_flights_have_their_number_date_places_and_counts(self):
        flight = json.loads(self.ask("POST", "/v1/manifests", read(sample("manifests/flight-dz101.edi")), kind="application/edifact")[2])["flights"][0]
        self.assertEqual([flight[key] for key in ("flight", "date", "from", "to")], ["DZ0101", "2026-01-15", "UTA", "UTB"])
        decisions = [one["decision"] for one in flight["answers"]]
        self.assertEqual({key: flight[key] for key in ("hit", "review", "incomplete", "clear")},
                         {key: decisions.count(key) for key in ("hit", "review", "incomplete", "clear")})
        self.assertEqual(len(decisions), 7)

    def test_a_query_is_answered_with_cusres(self):
        query = read(sample("flight-day/dz606-query.edi"))
        status, headers, body = self.ask("POST", "/v1/manifests?answer=cusres", query, kind="application/edifact")
        self.assertEqual((status, headers["Content-Type"]), (200, "application/edifact"))
        self.assertIn(b"CUSRES", body)
        self.assertIn(b"OK TO BOARD", body)

    def test_who_stands_in_no_paxlst_message_has_no_cusres(self):
        status, _, body = self.ask("POST", "/v1/manifests?answer=cusres", read(sample("manifests/ferry.csv")), kind="text/csv")
        self.assertEqual((status, json.loads(body)["field"]), (422, "answer"))
        self.assertNotIn(b"BOARD", body)

    def test_a_manifest_of_no_known_format_is_refused(self):
        status, _, body = self.ask("POST", "/v1/manifests", b"nothing of the kind", kind="text/plain")
        self.assertEqual((status, json.loads(body)["title"]), (422, "Unprocessable Content"))
        self.assertEqual(self.ask("POST", "/v1/manifests?format=xml", b"x", kind="text/plain")[0], 400)

    def test_a_manifest_without_a_traveller_is_not_complete(self):
        for headings in (b"id,name,birth_date\n", b"document_number,name\r\n\r\n"):
            status, _, body = self.ask("POST", "/v1/manifests", headings, kind="text/csv")
            answer = json.loads(body)
            self.assertEqual((status, answer["complete"], answer["travellers"]), (200, False, 0))
            self.assertEqual(answer["problems"], [{"where": "", "text": "no traveller: expected one at least"}])

    def test_documents_are_checked_without_a_name(self):
        for number, issuer, decision in (("S0190BO56", "", "hit"), ("S019OBO56", "", "review"), ("X1234567", "UTO", "clear")):
            body = self.ask("POST", "/v1/documents/check", {"documents": [{"number": number, "issuing_state": issuer}]})[2]
            answer = json.loads(body)
            self.assertEqual((answer["decision"], answer["complete"], answer["problems"]), (decision, True, []), number)

    def test_a_document_check_without_a_required_list_is_incomplete(self):
        with Daemon(self.directory.index, '[lists]\nrequired = ["nosuch"]\n') as daemon:
            for number in ("X1234567", "S0190BO56"):
                answer = json.loads(daemon.ask("POST", "/v1/documents/check", {"documents": [{"number": number}]})[2])
                self.assertEqual((answer["decision"], answer["complete"]), ("incomplete", False), number)
                self.assertEqual([problem["text"] for problem in answer["problems"]], ["the required list 'nosuch' is not loaded"])
            self.assertEqual([hit["number"] for hit in answer["documents"]], ["S0190BO56"])  # told all the same
            self.assertIn(b"the required list 'nosuch' is not loaded: no answer is complete", daemon.log)

    def test_check_and_start_tell_what_would_be_missed(self):
        def check(config="", **environment):
            run = subprocess.run([os.environ["DARVAZAD"], "--check", "--index", self.directory.index, "--config", self.directory.file("check.toml", config)],
                                 env={**os.environ, **environment}, capture_output=True, timeout=PATIENCE)
            return run.returncode, run.stderr
        self.assertEqual(check(), (0, b""))
        self.assertEqual(check('[lists]\nrequired = ["national"]\n'), (0, b""))
        self.assertEqual(check('[lists]\nrequired = ["national", "nosuch"]\n'),
                         (65, b"darvazad: the required list 'nosuch' is not loaded: no answer would be complete\n"))
        self.assertEqual(check(DARVAZA_WORK_THREAD="3"), (2, b"darvazad: environment variable DARVAZA_WORK_THREAD: there is no such setting\n"))

    def test_the_sex_of_entries_is_written_as_elsewhere(self):
        for entry, sex in (("nw-1", "F"), ("nw-2", "M")):
            self.assertEqual(json.loads(self.ask("GET", "/v1/entries/national/" + entry)[2])["sex"], sex)

    def test_entries_of_one_identifier_are_told_up_to_a_number_and_counted(self):
        for listed, told, more in ((1, 0, None), (21, 20, None), (25, 20, 4)):
            rows = "".join(f"same,Gulbahor Savsanova,19{50 + row}-01-01\n" for row in range(listed))
            index = self.directory.file("same.dvz")
            build_index(index, self.directory.file("utopia.csv", "id,name,birth_date\n" + rows))
            with Daemon(index) as daemon:
                entry = json.loads(daemon.ask("GET", "/v1/entries/utopia/same")[2])
            self.assertEqual((len(entry.get("others", [])), entry.get("more_others")), (told, more), listed)

    def test_measured_thresholds_decide_and_are_part_of_the_policy(self):
        traveller = {"name": "Darvaza Sinamaev"}
        usual = json.loads(self.ask("POST", "/v1/screen", traveller)[2])
        best = usual["candidates"][0]["score"]
        self.assertEqual(usual["decision"], "hit")
        self.assertTrue(0.9 <= best < 0.999, best)
        with Daemon(self.directory.index, "[screening]\nreview_score = 0.05\nhit_score = 0.9999\n") as daemon:
            answer = json.loads(daemon.ask("POST", "/v1/screen", traveller)[2])
            self.assertEqual((answer["decision"], answer["candidates"][0]["score"]), ("review", best))
            self.assertNotEqual(answer["produced_by"]["policy"], usual["produced_by"]["policy"])
            batch = daemon.ask("POST", "/v1/screen/batch", traveller, kind="application/x-ndjson")[2]
            self.assertEqual(json.loads(batch)["decision"], "review")
            # Whoever is to be reviewed is named.
            answer = json.loads(daemon.ask("POST", "/v1/screen", {"name": "Temirlan Daryagozar"})[2])
            self.assertEqual(answer["decision"], "review")
            self.assertTrue(0.05 <= answer["candidates"][0]["score"] < 0.5)
        self.assertEqual(json.loads(self.ask("POST", "/v1/screen", {"name": "Temirlan Daryagozar"})[2])["decision"], "clear")

    def test_a_document_that_a_listed_person_bears_names_the_person(self):
        answer = json.loads(self.ask("POST", "/v1/documents/check", {"documents": [{"number": "UTO000000", "issuing_state": "UTO"}]})[2])
        self.assertEqual(answer["decision"], "hit")  # the test traveller's is reported lost, too
        self.assertIn("un-sc", [one["list"] for one in answer["candidates"]])

    def test_a_document_check_without_a_document_is_refused(self):
        self.assertEqual(self.ask("POST", "/v1/documents/check", {"name": "Oraz"})[0], 422)

    def test_zones_are_read(self):
        zone = "P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<\nL898902C36UTO7408122F1204159ZE184226B<<<<<10"
        plain = self.ask("POST", "/v1/mrz", zone.encode(), kind="text/plain")[2]
        self.assertEqual(plain, self.ask("POST", "/v1/mrz", {"mrz": zone})[2])
        self.assertEqual([json.loads(plain)[key] for key in ("format", "primary", "checks_hold")], ["TD3", "ERIKSSON", True])
        self.assertEqual(self.ask("POST", "/v1/mrz", b"no zone", kind="text/plain")[0], 422)

    def test_names_are_compared_as_by_the_command_line(self):
        body = self.ask("POST", "/v1/compare", {"name_a": "MUHAMMAD ALI", "name_b": "محمد علی"})[2]
        self.assertEqual(body, darvaza("compare", "--json", "MUHAMMAD ALI", "محمد علی"))
        status, _, refusal = self.ask("POST", "/v1/compare", {"name_a": "x"})
        self.assertEqual((status, json.loads(refusal)["field"]), (400, "name_b"))

    def test_the_lists_in_use_are_told(self):
        lists = json.loads(self.ask("GET", "/v1/lists")[2])
        self.assertEqual(lists["lost_documents"], 6)
        self.assertIn("un-sc", [source["list"] for source in lists["sources"]])
        self.assertEqual(self.ask("POST", "/v1/screen", TRAVELLER)[1]["Darvaza-Index"], lists["digest"])

    def test_wrong_methods_types_and_paths_have_their_status(self):
        for method, path, kind, expected in (("GET", "/v1/screen", None, 405), ("POST", "/healthz", None, 405), ("GET", "/v1", None, 404),
                                             ("POST", "/v1/screen", "application/x-www-form-urlencoded", 415), ("POST", "/v1/screen", "text/xml", 415)):
            status, headers, body = self.ask(method, path, b"{}" if method == "POST" else None, kind=kind)
            self.assertEqual((status, headers["Content-Type"]), (expected, "application/problem+json"), path)
            self.assertEqual(json.loads(body)["status"], expected)
        self.assertEqual(self.ask("GET", "/v1/screen")[1]["Allow"], "POST")
        self.assertEqual(self.ask("POST", "/v1/screen", b"{}", headers={"Content-Encoding": "gzip"})[0], 415)
        self.assertEqual(self.ask("POST", "/v1/screen", TRAVELLER, kind="Application/JSON; charset=utf-8")[0], 200)

    def test_head_is_get_without_a_body(self):
        status, headers, body = self.ask("HEAD", "/healthz")
        self.assertEqual((status, headers["Content-Length"], body), (200, "17", b""))

    def test_metrics_count_answers(self):
        self.ask("POST", "/v1/compare", {"name_a": "a", "name_b": "b"})
        deadline = time.monotonic() + PATIENCE
        while b"darvazad_connections 1\n" not in (text := self.ask("GET", "/metrics")[2]):  # the one before may still be on its way out
            self.assertLess(time.monotonic(), deadline)
        text = text.decode()
        self.assertRegex(text, r'darvazad_requests_total\{route="/v1/compare",status="200"\} [1-9]')
        self.assertRegex(text, r'darvazad_request_seconds_count\{route="/v1/compare"\} [1-9]')


class ReloadTest(unittest.TestCase):
    """Lists change while the daemon runs."""

    def setUp(self):
        self.directory = Directory()
        self.addCleanup(self.directory.remove)
        self.daemon = Daemon(self.directory.index)
        self.addCleanup(self.daemon.stop)

    def lists(self):
        return json.loads(self.daemon.ask("GET", "/v1/lists")[2])

    def decision(self):
        return json.loads(self.daemon.ask("POST", "/v1/screen", TRAVELLER)[2])["decision"]

    def test_new_lists_serve_when_the_reload_is_answered(self):
        self.assertEqual(self.decision(), "hit")
        build_index(self.directory.index, sample("lists/national.csv"))
        status, _, body = self.daemon.ask("POST", "/v1/lists/reload")
        self.assertEqual((status, json.loads(body)), (200, self.lists()))
        self.assertEqual(self.decision(), "clear")

    def test_a_reload_that_fails_leaves_the_old_lists(self):
        before = self.lists()
        damaged = self.directory.file("damaged", "this is no index")
        os.replace(damaged, self.directory.index)
        status, _, body = self.daemon.ask("POST", "/v1/lists/reload")
        self.assertEqual(status, 500)
        self.assertIn("the lists of lists.index stay as they were: " + self.directory.index, json.loads(body)["detail"])
        held_back = self.lists().pop("held_back")
        self.assertEqual([held["source"] for held in held_back], ["lists.index"])
        self.assertEqual({**self.lists(), "held_back": []}, before)
        self.assertEqual(self.decision(), "hit")
        self.assertIn('darvazad_reloads_total{result="failed"} 1', self.daemon.ask("GET", "/metrics")[2].decode())

    def test_hup_loads_the_lists_anew(self):
        build_index(self.directory.index, sample("lists/national.csv"))
        self.daemon.signal(signal.SIGHUP)
        self.daemon.wait_for_log("lists loaded anew")
        self.assertEqual(self.decision(), "clear")


if __name__ == "__main__":
    unittest.main()
