"""Requests in the shapes of the documentation of OpenSanctions' yente, and answers in its shapes."""

import datetime
import json
import re
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

    def test_every_given_name_goes_with_every_surname(self):
        """Parts stand beside each other in FollowTheMoney; one spelling of each must not hide the other."""
        parts = {"firstName": ["Otabek", "Надер"], "lastName": ["Nobody", "Дарьягозар"]}
        self.assertEqual(self.results(person(**parts))[0]["id"], "QDi.901")
        self.assertEqual(self.results(person(lastName=["Дарьягозар"], secondName=["Надер"]))[0]["id"], "QDi.901")

    def test_parts_in_thousands_are_answered_and_told(self):
        """All ways to put these together would take years."""
        many = [f"Nobody{number}" for number in range(3000)]
        answer = self.match({"queries": {"q": {"schema": "Person", "properties": {
            "firstName": many, "lastName": many, "middleName": many, "secondName": many}}}})["responses"]["q"]
        self.assertNotEqual(answer["status"], 200, "no complete answer")
        self.assertIn("further ones were not searched for", answer["detail"])

    def test_a_misspelt_schema_is_no_company(self):
        for schema in ("Persn", "Human", None, 7):
            answer = self.match({"queries": {"q": {"schema": schema, "properties": {"name": ["Надер Дарьягозар"]}}}})["responses"]["q"]
            self.assertEqual((answer["status"], answer["results"]), (400, []), schema)
            self.assertIn("schema", answer["detail"])
        for schema in ("person", "LegalEntity", "Thing", "thing"):
            self.assertEqual(self.results({"queries": {"q": {"schema": schema, "properties": {"name": ["Надер Дарьягозар"]}}}})[0]["id"], "QDi.901", schema)

    def test_properties_of_other_programs_are_read_or_told(self):
        answer = self.match(person(name=["Надер Дарьягозар"], birth_date=["1971-03-02"], bornOn=["1971-03-02"], email=["a@b.example"]))["responses"]["q"]
        self.assertIn("birth_date", answer["results"][0]["features"])
        self.assertIn("bornOn", answer["detail"])
        self.assertNotIn("email", answer["detail"])

    def test_values_that_are_no_text_are_read_or_told(self):
        self.assertIn("birth_date", self.results(person(name=["Надер Дарьягозар"], birthDate=[1971]))[0]["features"])
        for name in (["Chidi Okonkwo", True], True):
            self.assertEqual(self.match(person(name=name))["responses"]["q"]["status"], 422)
        two = self.match(person(name=["Надер Дарьягозар"], birthDate=["1971-03-02", "1980-01-01"]))["responses"]["q"]
        self.assertIn("differ", two["detail"])

    def test_a_document_that_is_reported_is_a_result(self):
        """yente knows no such lists; who is shown no result takes the traveller for clear."""
        answer = self.match(person(name=["Chidi Okonkwo"], passportNumber=["AB9017733"], country=["pk"]))["responses"]["q"]
        self.assertEqual((answer["status"], answer["total"]["value"], len(answer["results"])), (200, 1, 1))
        result = answer["results"][0]
        self.assert_entity(result)
        self.assertEqual((result["schema"], result["datasets"], result["match"], result["score"]), ("Passport", ["lost-documents"], True, 1.0))
        self.assertEqual((result["properties"]["number"], result["properties"]["country"]), (["AB9017733"], ["pk"]))
        self.assertIn("stolen", result["caption"])
        self.assertTrue(result["properties"]["notes"][0].startswith("Unconfirmed"))
        for query, found in (("/match/un-sc", 0), ("/match/lost-documents", 1), ("/match/default?exclude_dataset=lost-documents", 0), ("/match/default?exclude_schema=Passport", 0), ("/match/default?cutoff=0.99", 1)):
            self.assertEqual(len(self.results(person(name=["Chidi Okonkwo"], passportNumber=["AB9017733"]), query)), found, query)

    def test_a_document_may_be_asked_about_alone(self):
        """No results would be taken for a document that nobody looks for."""
        def ask(schema, **properties):
            return self.match({"queries": {"q": {"schema": schema, "properties": properties}}}, "/match/default?limit=500")["responses"]["q"]

        for schema, properties in (("Passport", {"number": ["AB9017733"], "country": ["pk"]}), ("passport", {"passportNumber": "AB9017733"}), ("Identification", {"number": ["AB9017733"], "holder": ["someone"], "authority": ["Islamabad"]})):
            answer = ask(schema, **properties)
            self.assertEqual((answer["status"], len(answer["results"])), (200, 1), schema)
            self.assertEqual((answer["results"][0]["datasets"], answer["results"][0]["match"]), (["lost-documents"], True))
        bearer = ask("Passport", number=["UTO000000"])
        self.assertIn(["un-sc"], [result["datasets"] for result in bearer["results"]])
        holder = ask("Passport", number=["XX0000001"], surname=["Дарьягозар"], givenName=["Надер"], birthDate=["1971-03-02"])
        self.assertEqual((holder["status"], holder["results"][0]["id"]), (200, "QDi.901"))
        clear = ask("Passport", number=["XX0000001"], country=["pk"])
        self.assertEqual((clear["status"], clear["results"]), (200, []))
        for properties in ({}, {"country": ["pk"]}, {"nmber": ["AB9017733"]}):
            answer = ask("Passport", **properties)
            self.assertEqual((answer["status"], answer["results"]), (422, []), properties)
            self.assertIn("number", answer["detail"])

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

    def test_a_misspelt_dataset_hides_nobody(self):
        for wrong in ("include_dataset=unsc", "include_dataset=", "include_dataset=un-sc&include_dataset=natoinal"):
            status, _, body = self.daemon.ask("POST", "/match/default?" + wrong, REQUEST)
            self.assertEqual((status, json.loads(body)["field"]), (422, "include_dataset"), wrong)
            self.assertEqual(self.daemon.ask("GET", "/search/default?q=Sinamaev&" + wrong)[0], 422, wrong)

    def test_a_body_that_says_something_twice_is_refused(self):
        query = '"q": {"schema": "Person", "properties": {"name": ["Nader Daryagozar"]}}'
        other = '"q": {"schema": "Person", "properties": {"name": ["Xyz Qwe"]}}'
        hidden = '"q": {"schema": "Person", "properties": {"name": ["Nader Daryagozar"], "name": ["Xyz Qwe"]}}'
        for queries in (f"{query}, {other}", hidden):
            status, _, body = self.daemon.ask("POST", "/match/default", f'{{"queries": {{{queries}}}}}')
            self.assertEqual(status, 400, body)
            self.assertIn("twice", json.loads(body)["detail"])

    def test_what_chooses_nothing_here_changes_nothing(self):
        request = person(name=["Надер Дарьягозар"])
        for parameter in ("algorithm=logic-v1", "unknown=1"):
            self.assertEqual(self.results(request, "/match/default?" + parameter), self.results(request), parameter)

    def test_a_query_that_cannot_be_searched_has_not_the_status_of_one_that_found_nothing(self):
        for properties in ({}, {"name": []}, {"name": ["???"]}):
            answer = self.match(person(**properties))["responses"]["q"]
            self.assertEqual((answer["status"], answer["results"]), (422, []))

    def test_requests_that_are_none_say_so_in_detail(self):
        for body, status in (({}, 422), ({"queries": []}, 422), ({"queries": {str(i): {} for i in range(101)}}, 422), ("nothing", 400)):
            answer = self.daemon.ask("POST", "/match/default", body)
            self.assertEqual(answer[0], status)
            self.assertIsInstance(json.loads(answer[2])["detail"], str)
        for parameter in ("limit=0", "limit=x", "threshold=2", "cutoff=-1", "changed_since=yesterday", "changed_since=2026-11", "changed_since=2026-11-26x"):
            self.assertEqual(self.daemon.ask("POST", "/match/default?" + parameter, REQUEST)[0], 422, parameter)

    def test_search_finds_entities_page_by_page(self):
        status, answer = self.get("/search/default?q=Darvaza+Sinamaev&limit=500")
        self.assertEqual((status, answer["limit"], answer["offset"], answer["facets"]), (200, 500, 0, {}))
        for entity in answer["results"]:
            self.assert_entity(entity)
        self.assertEqual(answer["total"], {"value": len(answer["results"]), "relation": "eq"})
        page = self.get("/search/default?q=Darvaza+Sinamaev&limit=2&offset=1")[1]
        self.assertEqual(page["results"], answer["results"][1:3])

    def test_a_search_that_cannot_be_made_is_refused(self):
        for query in ("?q=???", "?q=", ""):
            status, answer = self.get("/search/default" + query)
            self.assertEqual((status, answer["field"]), (422, "q"), query)
            self.assertIn("no name that could be searched for", answer["detail"])

    def test_what_cannot_be_read_of_a_query_is_told(self):
        answer = self.match(person(name=["Надер Дарьягозар"], birthDate=["31/12/1971"]))["responses"]["q"]
        self.assertEqual((answer["status"], answer["results"][0]["id"]), (200, "QDi.901"))
        self.assertIn("date", answer["detail"])
        self.assertNotIn("1971", answer["detail"])
        self.assertNotIn("detail", self.match(person(name=["Надер Дарьягозар"], birthDate=["1971-12-31"]))["responses"]["q"])

    def test_numbers_have_no_exponent(self):
        _, _, body = self.daemon.ask("POST", "/match/default?limit=500&threshold=0.01", person(name=["Darvaza Sinamaev"]))
        self.assertIn(b'"score":0.', body)
        self.assertIsNone(re.search(rb"[0-9][eE][-+]?[0-9]", body))

    def test_an_entity_says_how_it_is_handled(self):
        notes = self.get("/entities/QDi.901")[1]["properties"]["notes"]
        self.assertTrue(notes[0].startswith("Unconfirmed. "), notes)
        self.assertIn("contact the owner of the entry", notes[0])
        self.assertEqual(notes[1], "Al-Qaida")

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


class FilterTest(unittest.TestCase):
    """One name on lists of different kinds: what each says decides who is found."""

    LISTS = {
        # From a list that says what each entry is about, and from one whose owner does.
        "topical.ftm.jsonl": "".join(json.dumps({"id": f"f-{topics}", "schema": "Person", "properties": {"name": ["Navruz Qorasaroyi"], "programId": ["EU-UKR", "sdgt"], "topics": topics.split("+") if topics else []}}) + "\n"
                                     for topics in ("sanction+crime.terror", "role.pep", "")),
        "stated.csv": "id,name,alert_category\n" + "".join(f"s-{word},Navruz Qorasaroyi,{word}\n" for word in ("terrorism", "drugs", "missing_person", "")),
        "victims.csv": "id,name,owner,focal_point,alert_category,instruction\nv-protected,Navruz Qorasaroyi,TJK,desk 7,protected_person,\nv-protect,Navruz Qorasaroyi,TJK,desk 7,terrorism,protect\n"
                       "v-arrest,Navruz Qorasaroyi,TJK,desk 7,,arrest\n",
        "terms.csv": "list,owner\nstated,TJK\n",
        "un.xml": """<?xml version="1.0" encoding="UTF-8"?>
<CONSOLIDATED_LIST dateGenerated="2026-06-30T10:00:00"><INDIVIDUALS><INDIVIDUAL><DATAID>1</DATAID><REFERENCE_NUMBER>QDi.990</REFERENCE_NUMBER>
<FIRST_NAME>NAVRUZ</FIRST_NAME><SECOND_NAME>QORASAROYI</SECOND_NAME><UN_LIST_TYPE>Al-Qaida</UN_LIST_TYPE></INDIVIDUAL></INDIVIDUALS><ENTITIES/></CONSOLIDATED_LIST>
""",
        "notice.json": json.dumps({"entity_id": "2026/1", "forename": "NAVRUZ", "name": "QORASAROYI", "arrest_warrants": [{"issuing_country_id": "TJ"}]}),
    }

    @classmethod
    def setUpClass(cls):
        cls.directory = Directory()
        files = [cls.directory.file(name, text) for name, text in cls.LISTS.items()]
        build_index(cls.directory.index, *files)
        cls.daemon = Daemon(cls.directory.index)

    @classmethod
    def tearDownClass(cls):
        cls.daemon.stop()
        cls.directory.remove()

    def found(self, query=""):
        status, _, body = self.daemon.ask("POST", "/match/default?cutoff=0.1&limit=100" + query, person(name=["Navruz Qorasaroyi"]))
        self.assertEqual(status, 200, body)
        results = json.loads(body)["responses"]["q"]["results"]
        by_search = json.loads(self.daemon.ask("GET", "/search/default?q=Navruz+Qorasaroyi&limit=100" + query)[2])["results"]
        self.assertEqual({r["id"] for r in by_search}, {r["id"] for r in results}, query)
        return {r["id"]: set(r["properties"].get("topics", [])) for r in results}

    ALL = {"f-sanction+crime.terror", "f-role.pep", "f-", "s-terrorism", "s-drugs", "s-missing_person", "s-", "QDi.990", "2026/1", "v-protected", "v-protect", "v-arrest"}
    STATED = {"s-terrorism", "s-drugs", "s-missing_person", "s-", "2026/1", "v-protected", "v-protect", "v-arrest"}
    NOT_ALL_SAID = STATED | {"f-", "QDi.990"}  # what else somebody is

    def test_without_a_filter_all_are_found_and_say_their_topics(self):
        self.assertEqual(self.found(), {
            "f-sanction+crime.terror": {"sanction", "crime.terror"}, "f-role.pep": {"role.pep"}, "f-": set(), "s-terrorism": {"crime.terror"},
            "s-drugs": {"crime.traffick.drug"}, "s-missing_person": set(), "s-": set(), "QDi.990": {"sanction"}, "2026/1": {"wanted"},
            "v-protected": set(), "v-protect": set(), "v-arrest": set()})

    def test_topics_leave_out_who_is_said_to_be_about_something_else(self):
        for query, about in (("&topics=role.pep", {"f-role.pep"}),
                             ("&topics=sanction", {"f-sanction+crime.terror"}),
                             ("&topics=crime.terror", {"f-sanction+crime.terror"}),
                             ("&topics=crime", {"f-sanction+crime.terror"}),
                             ("&topics=crime.traffick&topics=role.pep", {"f-role.pep"}),
                             ("&topics=", {"f-role.pep", "f-sanction+crime.terror"})):
            self.assertEqual(set(self.found(query)), about | self.NOT_ALL_SAID, query)

    def test_a_topic_that_there_is_none_of_is_refused(self):
        for topic in ("Sanction", "sanctions", "crime.t", "sanction,crime", "crime.", "."):
            status, _, body = self.daemon.ask("POST", f"/match/default?topics={topic}", person(name=["Navruz Qorasaroyi"]))
            self.assertEqual((status, json.loads(body)["field"]), (422, "topics"), topic)

    def test_changed_since_leaves_out_what_served_before_that_day(self):
        """But for entries whose terms may have come to be valid since."""
        day = datetime.datetime.now(datetime.timezone.utc).date()
        self.assertEqual(set(self.found(f"&changed_since={day}")), self.ALL)
        tomorrow = day + datetime.timedelta(days=1)
        self.assertEqual(set(self.found(f"&changed_since={tomorrow}")), self.ALL, "it may be that day already where the client is")
        self.assertEqual(set(self.found(f"&changed_since={day + datetime.timedelta(days=2)}")), self.STATED)
        self.assertEqual(set(self.found(f"&changed_since={day + datetime.timedelta(days=2)}T00:00:00")), self.STATED)

    def entity(self, identifier):
        return json.loads(self.daemon.ask("GET", "/entities/" + identifier)[2])

    def test_missing_and_protected_persons_are_not_shown_as_suspects(self):
        """By match, by search and by identifier alike."""
        for identifier in ("s-missing_person", "v-protected", "v-protect"):
            shown = [self.entity(identifier)]
            for path in ("/match/default?cutoff=0.1&limit=100", "/search/default?limit=100&q=Navruz+Qorasaroyi"):
                method = "POST" if "match" in path else "GET"
                answer = json.loads(self.daemon.ask(method, path, person(name=["Navruz Qorasaroyi"]) if method == "POST" else None)[2])
                found = answer["responses"]["q"]["results"] if method == "POST" else answer["results"]
                shown += [one for one in found if one["id"] == identifier]
            self.assertEqual(len(shown), 3, identifier)
            for one in shown:
                self.assertIs(one["target"], False, identifier)
                self.assertNotIn("topics", one["properties"])
                self.assertTrue(one["properties"]["notes"][0].startswith("Unconfirmed. Not a suspect: a missing or protected person. "), one)
                self.assertIn("contact Tajikistan", one["properties"]["notes"][0])

    def test_others_say_what_is_asked_and_whom_to_contact(self):
        for identifier in ("s-terrorism", "s-", "QDi.990"):
            self.assertIs(self.entity(identifier)["target"], True)
        self.assertIn("The owner asks for arrest", self.entity("v-arrest")["properties"]["notes"][0])
        self.assertIn("contact Tajikistan: desk 7", self.entity("v-arrest")["properties"]["notes"][0])

    def test_tables_of_terms_are_no_datasets(self):
        catalog = json.loads(self.daemon.ask("GET", "/catalog")[2])
        self.assertEqual({d["name"]: (d["version"], d["entity_count"]) for d in catalog["datasets"]},
                         {"topical": ("", 3), "stated": ("", 4), "victims": ("", 3), "un-sc": ("2026-06-30", 1), "interpol": ("", 1)})
        self.assertEqual(self.daemon.ask("POST", "/match/terms", person(name=["Navruz Qorasaroyi"]))[0], 404)


class RepeatedTest(unittest.TestCase):
    def test_a_result_shows_the_person_who_was_found_where_two_bear_an_identifier(self):
        """Another's names, dates and handling stood beside the score."""
        directory = Directory()
        self.addCleanup(directory.remove)
        build_index(directory.index, directory.file("twice.csv", "id,name,birth_date\n1,Farrukh Dovudov,1970-01-02\n1,Gulbahor Savsanova,1971-03-02\n"))
        with Daemon(directory.index) as daemon:
            for name, date in (("Farrukh Dovudov", "1970-01-02"), ("Gulbahor Savsanova", "1971-03-02")):
                results = json.loads(daemon.ask("POST", "/match/default", person(name=[name]))[2])["responses"]["q"]["results"]
                self.assertEqual([(one["caption"], one["properties"]["birthDate"]) for one in results], [(name, [date])])


class ReplacedTest(unittest.TestCase):
    def test_lists_that_changed_on_disk_alone_are_not_mixed_in(self):
        directory = Directory()
        self.addCleanup(directory.remove)
        with Daemon(directory.index) as daemon:
            build_index(directory.index, sample("lists/national.csv"))
            self.assertEqual(daemon.ask("GET", "/entities/QDi.901")[0], 200)
            self.assertEqual(daemon.ask("GET", "/entities/nw-999")[1]["Darvaza-Index"], daemon.ask("GET", "/catalog")[1]["Darvaza-Index"])
            self.assertEqual(daemon.ask("POST", "/v1/lists/reload")[0], 200)
            self.assertEqual(daemon.ask("GET", "/entities/QDi.901")[0], 404)
            self.assertEqual(daemon.ask("GET", "/entities/nw-1")[0], 200)


if __name__ == "__main__":
    unittest.main()
