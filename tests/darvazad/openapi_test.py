"""What the daemon answers is what its description says (OpenAPI 3.1, whose schemas are JSON Schema 2020-12)."""

import json
import unittest

import jsonschema

from daemon import Daemon, Directory, read, sample

NDJSON = "application/x-ndjson"


class OpenApiTest(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.directory = Directory()
        cls.daemon = Daemon(cls.directory.index, "[limits]\nbody_bytes = 2000\n")
        cls.document = json.loads(cls.daemon.ask("GET", "/openapi.json")[2])
        cls.seen = set()

    @classmethod
    def tearDownClass(cls):
        cls.daemon.stop()
        cls.directory.remove()

    def resolved(self, node):
        while "$ref" in node:
            target = self.document
            for step in node["$ref"].removeprefix("#/").split("/"):
                target = target[step]
            node = target
        return node

    def check(self, schema, instance):
        jsonschema.Draft202012Validator({**schema, "components": self.document["components"]}).validate(instance)

    def ask(self, method, target, body=None, kind="application/json"):
        """Asks and holds the answer to the description."""
        status, headers, answer = self.daemon.ask(method, target, body, kind=kind)
        path = "/v1/entries/{list}/{id}" if target.startswith("/v1/entries/") else target.split("?")[0]
        response = self.resolved(self.document["paths"][path][method.lower()]["responses"][str(status)])
        for name in response.get("headers", {}):
            self.assertIn(name, headers)
        kind = headers["Content-Type"].split(";")[0]
        schema = response["content"][kind]["schema"]
        if kind.endswith("json") and kind != NDJSON:
            self.check(schema, json.loads(answer))
        self.seen.add((method, path, status))
        return status, answer

    def test_answers_are_as_described(self):
        traveller = {"name": "Фаридун Абрешимгар", "documents": [{"number": "C90000110", "issuing_state": "TJK"}]}
        for path in ("/healthz", "/readyz", "/metrics", "/openapi.json", "/v1/lists"):
            self.assertEqual(self.ask("GET", path)[0], 200)
        for path in ("/v1/screen", "/v1/documents/check"):
            self.assertEqual(self.ask("POST", path, traveller)[0], 200)
            self.assertEqual(self.ask("POST", path, b"nothing")[0], 400)
            self.assertEqual(self.ask("POST", path, b"{}", kind="text/plain")[0], 415)
            self.assertEqual(self.ask("POST", path, b" " * 3000)[0], 413)
        self.assertEqual(self.ask("POST", "/v1/documents/check", {"name": "Oraz"})[0], 422)
        self.assertEqual(self.ask("POST", "/v1/mrz", read(sample("manifests/booth.mrz")).split(b"\n\n")[0], kind="text/plain")[0], 200)
        self.assertEqual(self.ask("POST", "/v1/mrz", b"none", kind="text/plain")[0], 422)
        self.assertEqual(self.ask("POST", "/v1/compare", {"name_a": "Oraz", "name_b": "Uraz"})[0], 200)
        self.assertEqual(self.ask("POST", "/v1/compare", {"name_a": "Oraz"})[0], 400)
        self.assertEqual(self.ask("POST", "/v1/lists/reload")[0], 200)
        self.assertEqual(self.ask("GET", "/v1/entries/un-sc/QDi.901")[0], 200)
        self.assertEqual(self.ask("GET", "/v1/entries/un-sc/nobody")[0], 404)
        status, answer = self.ask("POST", "/v1/screen/batch", read(sample("manifests/bus.jsonl")), kind=NDJSON)
        self.assertEqual(status, 200)
        for line in answer.splitlines():
            self.check({"$ref": "#/components/schemas/Answer"}, json.loads(line))
        for manifest, kind in (("flight-dz101.edi", "application/edifact"), ("ferry.csv", "text/csv")):
            self.assertEqual(self.ask("POST", "/v1/manifests", read(sample("manifests/" + manifest)), kind=kind)[0], 200)
        self.assertEqual(self.ask("POST", "/v1/manifests?answer=cusres", read(sample("flight-day/dz606-query.edi")), kind="application/edifact")[0], 200)
        self.assertEqual(self.ask("POST", "/v1/manifests", b"", kind="text/csv")[0], 422)
        described = {(method.upper(), path) for path, methods in self.document["paths"].items() for method in methods}
        self.assertEqual(described, {(method, path) for method, path, _ in self.seen}, "described, but not asked here")

    def test_a_schema_that_does_not_hold_is_noticed(self):
        with self.assertRaises(jsonschema.ValidationError):
            self.check({"$ref": "#/components/schemas/Answer"}, {"id": "1", "decision": "perhaps"})


if __name__ == "__main__":
    unittest.main()
