"""Requests in the shapes of the documentation of OpenSanctions' yente, and answers in its shapes."""

import json
import unittest

from daemon import Daemon, Directory, build_index, sample

# As yente's documentation asks for a person and a company in one request; the persons are those of the samples.
REQUEST = {
    "queries": {
        "q1": {"schema": "Person", "properties": {"name": ["Надер Дарьягозар"], "birthDate": ["1971-03-02"], "nationality": ["ir"]}},
        "q2": {"schema": "Company", "properties": {"name": ["Test Company"], "jurisdiction": ["us"]}},
    },
    "weights": {},
    "config": {},
}
ENTITY = {"id": str, "caption": str, "schema": str, "properties": dict, "datasets": list, "referents": list, "target": bool}


def person(**properties):
    return {"queries": {"q": {"schema": "Person", "properties": {name: values for name, values in properties.items()}}}}


class YenteTest(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.directory = Directory()
        cls.daemon = Daemon(cls.directory.index)

    @classmethod
    def tearDownClass(cls):
        cls.daemon.stop()
        cls.directory.remove()

    def get(self, path):
        status, _, body = self.daemon.ask("GET", path)
        return status, json.loads(body)

    def match(self, request, path="/match/default"):
        status, _, body = self.daemon.ask("POST", path, request)
        self.assertEqual(status, 200, body)
        return json.loads(body)

    def results(self, request, path="/match/default"):
        return next(iter(self.match(request, path)["responses"].values()))["results"]

    def assert_entity(self, entity):
        for member, kind in ENTITY.items():
            self.assertIsInstance(entity[member], kind, member)
        for name, values in entity["properties"].items():
            self.assertTrue(values and all(isinstance(value, str) for value in values), name)
        for member in ("first_seen", "last_seen", "last_change"):
            self.assertIn(member, entity)

    def test_each_query_has_its_answer_under_its_key(self):
        answer = self.match(REQUEST)
        self.assertEqual(answer["limit"], 5)
        self.assertEqual(set(answer["responses"]), {"q1", "q2"})
        first, second = answer["responses"]["q1"], answer["responses"]["q2"]
        self.assertEqual((first["status"], first["query"]), (200, REQUEST["queries"]["q1"]))
        self.assertEqual(first["total"], {"value": len(first["results"]), "relation": "eq"})
        self.assertEqual((second["status"], second["results"], second["total"]["value"]), (200, [], 0))

    def test_a_result_is_a_scored_entity(self):
        result = self.results(REQUEST)[0]
        self.assert_entity(result)
        self.assertEqual((result["id"], result["schema"], result["datasets"]), ("QDi.901", "Person", ["un-sc"]))
        self.assertTrue(0.99 < result["score"] <= 1)
        self.assertIs(result["match"], True)
        self.assertIn("1971-03-02", result["properties"]["birthDate"])
        self.assertIn("NADER DARYAGOZAR", result["properties"]["name"])
        self.assertEqual(set(result["explanations"]["name"]), {"detail", "score", "query", "candidate"})
        self.assertEqual(set(result["features"]), set(result["explanations"]))

    def test_names_may_come_in_parts_and_numbers_count(self):
        self.assertEqual(self.results(person(firstName=["Надер"], lastName=["Дарьягозар"]))[0]["id"], "QDi.901")
        lists = [result["datasets"] for result in self.results(person(name=["Nobody Anybody"], passportNumber=["UTO000000"], country=["uto"]), "/match/default?threshold=0&limit=500")]
        self.assertIn(["un-sc"], lists)

    def test_threshold_says_what_is_a_match_and_limit_how_many_are_told(self):
        request = person(name=["Darvaza Sinamaev"])
        every = self.results(request, "/match/default?limit=500&threshold=0.1")
        self.assertGreaterEqual(len(every), 6)
        self.assertEqual(self.results(request, "/match/default?limit=2"), self.results(request)[:2])
        best = every[0]["score"]
        self.assertFalse(self.results(request, "/match/default?threshold=1.0")[0]["match"] and best < 1)
        self.assertEqual([r["score"] >= 0.9 for r in every], [r["match"] for r in self.results(request, "/match/default?limit=500&threshold=0.9&cutoff=0.1")])
        self.assertEqual(self.match(request, "/match/default?limit=2")["responses"]["q"]["total"]["value"], len(self.results(request, "/match/default?limit=500")))

    def test_entities_already_decided_are_left_out(self):
        request = person(name=["Надер Дарьягозар"])
        self.assertEqual(self.results(request, "/match/default?exclude_entity_ids=QDi.901&exclude_entity_ids=nobody"), [])
        many = "&".join(f"exclude_entity_ids=e{i}" for i in range(51))
        self.assertEqual(self.daemon.ask("POST", "/match/default?" + many, request)[0], 422)

    def test_datasets_are_the_lists(self):
        request = person(name=["Darvaza Sinamaev"])
        self.assertEqual({d for r in self.results(request, "/match/un-sc?limit=500") for d in r["datasets"]}, {"un-sc"})
        self.assertEqual({d for r in self.results(request, "/match/default?limit=500&include_dataset=un-sc&include_dataset=national") for d in r["datasets"]}, {"un-sc", "national"})
        self.assertNotIn(["un-sc"], [r["datasets"] for r in self.results(request, "/match/default?limit=500&exclude_dataset=un-sc")])
        self.assertEqual(self.results(request, "/match/default?exclude_schema=Person"), [])
        self.assertEqual(self.daemon.ask("POST", "/match/nowhere", request)[0], 404)

    def test_what_an_index_does_not_know_hides_nobody(self):
        request = person(name=["Надер Дарьягозар"])
        for filter in ("topics=sanction&topics=crime", "changed_since=2999-01-01", "algorithm=logic-v1", "unknown=1"):
            self.assertEqual(self.results(request, "/match/default?" + filter), self.results(request), filter)

    def test_a_query_that_cannot_be_searched_has_not_the_status_of_one_that_found_nothing(self):
        for properties in ({}, {"name": []}, {"name": ["???"]}):
            answer = self.match(person(**properties))["responses"]["q"]
            self.assertEqual((answer["status"], answer["results"]), (422, []))

    def test_requests_that_are_none_say_so_in_detail(self):
        for body, status in (({}, 422), ({"queries": []}, 422), ({"queries": {str(i): {} for i in range(101)}}, 422), ("nothing", 400)):
            answer = self.daemon.ask("POST", "/match/default", body)
            self.assertEqual(answer[0], status)
            self.assertIsInstance(json.loads(answer[2])["detail"], str)
        for parameter in ("limit=0", "limit=x", "threshold=2", "cutoff=-1"):
            self.assertEqual(self.daemon.ask("POST", "/match/default?" + parameter, REQUEST)[0], 422, parameter)

    def test_search_finds_entities_page_by_page(self):
        status, answer = self.get("/search/default?q=Darvaza+Sinamaev&limit=500")
        self.assertEqual((status, answer["limit"], answer["offset"], answer["facets"]), (200, 500, 0, {}))
        for entity in answer["results"]:
            self.assert_entity(entity)
        self.assertEqual(answer["total"], {"value": len(answer["results"]), "relation": "eq"})
        page = self.get("/search/default?q=Darvaza+Sinamaev&limit=2&offset=1")[1]
        self.assertEqual(page["results"], answer["results"][1:3])
        self.assertEqual(self.get("/search/default")[1]["results"], [])

    def test_an_entity_is_told_by_its_identifier(self):
        status, entity = self.get("/entities/QDi.901?nested=true")
        self.assertEqual((status, entity["id"]), (200, "QDi.901"))
        self.assert_entity(entity)
        self.assertEqual(self.get("/entities/nobody")[0], 404)
        self.assertIsInstance(self.get("/entities/nobody")[1]["detail"], str)

    def test_catalog_algorithms_and_health_are_told(self):
        catalog = self.get("/catalog")[1]
        self.assertIn("un-sc", [dataset["name"] for dataset in catalog["datasets"]])
        for dataset in catalog["datasets"]:
            self.assertEqual(set(dataset), {"name", "title", "version", "entity_count"})
        algorithms = self.get("/algorithms")[1]
        self.assertIn(algorithms["best"], [algorithm["name"] for algorithm in algorithms["algorithms"]])
        self.assertEqual(self.get("/healthz")[1], {"status": "ok"})


class ReplacedTest(unittest.TestCase):
    def test_lists_that_changed_on_disk_alone_are_not_mixed_in(self):
        directory = Directory()
        self.addCleanup(directory.remove)
        with Daemon(directory.index) as daemon:
            build_index(directory.index, sample("lists/national.csv"))
            status, headers, _ = daemon.ask("GET", "/entities/QDi.901")
            self.assertEqual((status, headers["Retry-After"]), (503, "1"))
            self.assertEqual(daemon.ask("GET", "/entities/QDi.901")[0], 503)
            self.assertEqual(daemon.ask("POST", "/v1/lists/reload")[0], 200)
            self.assertEqual(daemon.ask("GET", "/entities/QDi.901")[0], 404)
            self.assertEqual(daemon.ask("GET", "/entities/nw-1")[0], 200)


if __name__ == "__main__":
    unittest.main()
