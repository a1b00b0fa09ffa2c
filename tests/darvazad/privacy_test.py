"""Nothing personal outside of answers: not in the log, not in metrics, not in refusals, not in the audit log, not in core files."""

import json
import os
import unittest

from daemon import Daemon, Directory, darvaza, read, sample

NAMES = ["Sinamaev", "SINAMAEV", "Дарьягозар", "DARYAGOZAR", "UTO000000", "S0190BO56", "1971-03-02"]


class PrivacyTest(unittest.TestCase):
    def test_test_travellers_are_found_in_answers_alone(self):
        directory = Directory()
        self.addCleanup(directory.remove)
        keys = [directory.file("audit.key"), directory.file("queries.key")]
        for key in keys:
            darvaza("audit", "keygen", key)
        audit = directory.file("audit")
        os.mkdir(audit)
        daemon = Daemon(directory.index, f'[limits]\nbody_bytes = 2000\n[work]\nqueue = 1\n[audit]\ndirectory = "{audit}"\nkey = "{keys[0]}"\nquery_key = "{keys[1]}"\n')
        self.addCleanup(daemon.stop)
        traveller = json.dumps({"id": "UTO000000", "name": "Sinamaev Дарьягозар", "birth_date": "1971-03-02", "documents": [{"number": "S0190BO56"}]})
        answers = daemon.ask("POST", "/v1/screen", traveller)[2].decode()
        self.assertIn("DARYAGOZAR", answers)  # the test would notice a name
        refusals = []
        for method, path, body, kind in (
                ("POST", "/v1/screen", traveller[:-1], "application/json"),
                ("POST", "/v1/screen", traveller * 30, "application/json"),
                ("POST", "/v1/screen", traveller, "text/Sinamaev"),
                ("POST", "/v1/screen?top=Sinamaev", traveller, "application/json"),
                ("POST", "/v1/Sinamaev", traveller, "application/json"),
                ("GET", "/v1/screen/Sinamaev?q=1971-03-02", None, None),
                ("POST", "/v1/mrz", "P<UTOSINAMAEV<<DARVAZA", "text/plain"),
                ("POST", "/v1/compare", '{"name_a": "Sinamaev"}', "application/json"),
                ("POST", "/v1/documents/check", '{"name": "Sinamaev"}', "application/json"),
                ("POST", "/v1/manifests", "Sinamaev UTO000000", "text/plain"),
                ("POST", "/v1/manifests?answer=cusres", read(sample("manifests/ferry.csv")), "text/csv")):
            status, _, refusal = daemon.ask(method, path, body, kind=kind)
            self.assertGreaterEqual(status, 400, path)
            refusals.append(refusal.decode())
        daemon.ask("POST", "/v1/screen/batch", read(sample("manifests/bus.jsonl")) + b"Sinamaev\n", kind="application/x-ndjson")
        daemon.ask("POST", "/v1/manifests", read(sample("manifests/flight-dz101.edi")), kind="application/edifact")
        metrics = daemon.ask("GET", "/metrics")[2].decode()
        limits = read(f"/proc/{daemon.process.pid}/limits").decode()
        daemon.ask("GET", "/v1/entries/un-sc/UTO000000")
        daemon.ask("GET", "/search/default?q=Sinamaev")
        daemon.stop()
        files = [read(os.path.join(audit, name)).decode() for name in os.listdir(audit)]
        self.assertIn('"kind": "answer"', "".join(files))
        for name in NAMES:
            for text in (daemon.log.decode(), metrics, *refusals, *files):
                self.assertNotIn(name, text)
        self.assertRegex(limits, r"Max core file size +0 +0 ")


if __name__ == "__main__":
    unittest.main()
