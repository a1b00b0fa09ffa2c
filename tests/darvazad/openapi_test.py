"""What the daemon answers is what its description says (OpenAPI 3.1, whose schemas are JSON Schema 2020-12)."""

import json
import time
import unittest

import jsonschema

from daemon import Daemon, Directory, ListPost, post, read, sample

NDJSON = "application/x-ndjson"


class OpenApiTest(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.directory = Directory()
        cls.daemon = Daemon(cls.directory.index, "[limits]\nbody_bytes = 2000\n")
        # Somebody has to decide, and be told.
        cls.posted = Daemon(cls.directory.index, f"""
[alerts]
directory = "{cls.directory.file("alerts")}"
consoles = 1
[cleared]
database = "{cls.directory.file("cleared.db")}"
{post("office", "office", ["screen", "alerts", "clear"], line="second")}""")
        cls.document = json.loads(cls.daemon.ask("GET", "/openapi.json")[2])
        cls.seen = set()

    @classmethod
    def tearDownClass(cls):
        cls.daemon.stop()
        cls.posted.stop()
        cls.directory.remove()

    def resolved(self, node):
        while "$ref" in node:
            target = self.document
            for step in node["$ref"].removeprefix("#/").split("/"):
                target = target[step]
            node = target
        return node

    def unknown_members(self, schema, instance, where=""):
        """Members of an answer that the description does not name, where it names any."""
        schema = self.resolved(schema)
        parts = [self.resolved(part) for part in [schema, *schema.get("allOf", [])]]
        if isinstance(instance, list):
            for number, item in enumerate(instance):
                if "items" in schema:
                    yield from self.unknown_members(schema["items"], item, f"{where}[{number}]")
        if not isinstance(instance, dict):
            return
        named = {name: member for part in parts for name, member in part.get("properties", {}).items()}
        for name, value in instance.items():
            if name in named:
                yield from self.unknown_members(named[name], value, f"{where}.{name}")
            elif isinstance(schema.get("additionalProperties"), dict):
                yield from self.unknown_members(schema["additionalProperties"], value, f"{where}.{name}")
            elif not any(name in part.get("required", []) for part in parts) and named:
                yield f"{where}.{name}"

    def check(self, schema, instance):
        jsonschema.Draft202012Validator({**schema, "components": self.document["components"]}).validate(instance)

    def ask(self, method, target, body=None, kind="application/json"):
        """Asks and holds the answer to the description."""
        status, headers, answer = self.daemon.ask(method, target, body, kind=kind)
        path = target.split("?")[0]
        for beginning, described in (("/v1/entries/", "{list}/{id}"), ("/match/", "{dataset}"), ("/search/", "{dataset}"), ("/entities/", "{id}")):
            if path.startswith(beginning):
                path = beginning + described
        return self.hold(method, path, status, headers, answer)

    def ask_as_post(self, method, target, body=None, described=None):
        """The same of a daemon that knows its posts. `described` is the path of the description, where it is another."""
        status, headers, answer = self.posted.ask(method, target, body, {"Authorization": "Bearer office"})
        return self.hold(method, described or target.split("?")[0], status, headers, answer)

    def hold(self, method, path, status, headers, answer):
        response = self.resolved(self.document["paths"][path][method.lower()]["responses"][str(status)])
        for name in response.get("headers", {}):
            self.assertIn(name, headers)
        kind = headers["Content-Type"].split(";")[0]
        schema = response["content"][kind]["schema"]
        if kind.endswith("json") and kind != NDJSON:
            self.check(schema, json.loads(answer))
            self.assertEqual(list(self.unknown_members(schema, json.loads(answer))), [], path)
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
        self.ask_as_yente()
        self.ask_alerts_and_cleared()
        described = {(method.upper(), path) for path, methods in self.document["paths"].items() for method in methods}
        self.assertEqual(described, {(method, path) for method, path, _ in self.seen}, "described, but not asked here")

    def ask_as_yente(self):
        queries = {"queries": {"found": {"schema": "Person", "properties": {"name": ["Darvaza Sinamaev"]}}, "none": {}, "unread": {"properties": {"name": ["Oraz"], "birthDate": ["31/12/1971"]}}}}
        self.check({"$ref": "#/components/schemas/YenteQueries"}, queries)
        self.assertEqual(self.ask("POST", "/match/default", queries)[0], 200)
        self.assertEqual(self.ask("POST", "/match/nowhere", queries)[0], 404)
        self.assertEqual(self.ask("POST", "/match/default", {})[0], 422)
        self.assertEqual(self.ask("GET", "/search/default?q=Sinamaev")[0], 200)
        self.assertEqual(self.ask("GET", "/search/default?q=???")[0], 422)
        self.assertEqual(self.ask("GET", "/entities/QDi.901")[0], 200)
        self.assertEqual(self.ask("GET", "/entities/nobody")[0], 404)
        for path in ("/catalog", "/algorithms"):
            self.assertEqual(self.ask("GET", path)[0], 200)

    def test_what_is_not_always_there_is_described_too(self):
        """Lists of signed releases, and entries on terms."""
        release = ListPost(self.directory, "utopia")
        release.publish("id,name,owner,instruction,alert_category\nu-1,Oraz Berdimyrat,UTO,protect,missing_person\n")
        release.update()
        ours = self.daemon
        with Daemon(None, f'[lists]\nposts = ["{release.post}"]\n') as self.daemon:
            answer = json.loads(self.ask("POST", "/v1/screen", {"name": "Oraz Berdimyrat"})[1])
            self.assertEqual(answer["candidates"][0]["terms"]["instruction"], "protect")
            self.assertEqual(answer["lists"][0]["list"], "utopia")
            self.assertEqual(self.ask("GET", "/v1/entries/utopia/u-1")[0], 200)
            self.assertEqual(self.ask("GET", "/entities/u-1")[0], 200)
            for path in ("/v1/lists", "/v1/entries/utopia/u-1"):
                self.assertEqual(self.ask("GET", path + "?nothing=1")[0], 400)
        self.daemon = ours

    def ask_alerts_and_cleared(self):
        rule = {"document": {"number": "AB1234567", "issuing_state": "KAZ"}, "list": "un-sc", "entry": "QDi.901", "reason": "fingerprints differ", "expires": "2026-01-01"}
        self.assertEqual(self.ask("POST", "/v1/cleared", rule)[0], 403)
        self.assertEqual(self.ask("GET", "/v1/alerts")[0], 404)
        self.assertEqual(self.ask_as_post("POST", "/v1/cleared", rule)[0], 422)
        tomorrow = time.strftime("%Y-%m-%d", time.gmtime(time.time() + 86400))
        index = json.loads(self.ask_as_post("GET", "/v1/lists")[1])["digest"]
        rule.update(expires=tomorrow, index=index)
        self.check({"$ref": "#/components/schemas/Clearing"}, rule)
        self.assertEqual(self.ask_as_post("POST", "/v1/cleared", {**rule, "entry": "none"})[0], 404)
        status, answer = self.ask_as_post("POST", "/v1/cleared", rule)
        self.assertEqual(status, 201)
        status, conflict = self.ask_as_post("POST", "/v1/cleared", rule)
        self.assertEqual((status, json.loads(conflict)["title"]), (409, "Conflict"))
        self.assertEqual(self.ask_as_post("GET", "/v1/cleared")[0], 200)
        self.assertEqual(self.ask_as_post("GET", "/v1/cleared?limit=none")[0], 400)
        path = "/v1/cleared/" + json.loads(answer)["id"]
        self.assertEqual(self.ask_as_post("DELETE", path, described="/v1/cleared/{id}")[0], 200)
        self.assertEqual(self.ask_as_post("DELETE", path, described="/v1/cleared/{id}")[0], 404)
        self.assertEqual(self.ask_as_post("GET", "/v1/cleared?ended=true")[0], 200)
        console = self.posted.connect()
        console.sendall(b"GET /v1/alerts HTTP/1.1\r\nHost: d\r\nAuthorization: Bearer office\r\n\r\n")
        self.assertIn(b"\r\nContent-Type: text/event-stream\r\n", console.recv(65536))
        self.assertEqual(self.ask_as_post("GET", "/v1/alerts")[0], 503)
        console.close()

    def test_a_schema_that_does_not_hold_is_noticed(self):
        with self.assertRaises(jsonschema.ValidationError):
            self.check({"$ref": "#/components/schemas/Answer"}, {"id": "1", "decision": "perhaps"})


if __name__ == "__main__":
    unittest.main()
