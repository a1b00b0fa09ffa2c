"""Who may ask what: tokens, client certificates, roles, purposes; TLS."""

import hashlib
import http.client
import json
import os
import re
import ssl
import subprocess
import unittest

from daemon import PATIENCE, Daemon, Directory, read

POSTS = """
[[post]]
name = "airport-1"
token_sha256 = "{screen}"
roles = ["screen"]
purposes = ["border-check", "visa"]

[[post]]
name = "control room"
token_sha256 = "{administer}"
roles = ["screen", "administer"]
"""


def new_token():
    text = subprocess.run([os.environ["DARVAZAD"], "--new-token"], capture_output=True, check=True, timeout=PATIENCE).stdout.decode()
    return re.search(r"token +([0-9a-f]{64})\ntoken_sha256 +([0-9a-f]{64})", text).groups()


class TokenTest(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.directory = Directory()
        cls.screen, screen_digest = new_token()
        cls.administer, administer_digest = new_token()
        cls.daemon = Daemon(cls.directory.index, POSTS.format(screen=screen_digest, administer=administer_digest))

    @classmethod
    def tearDownClass(cls):
        cls.daemon.stop()
        cls.directory.remove()

    def status(self, method, path, token=None, purpose=None, body=None):
        headers = {}
        if token:
            headers["Authorization"] = "Bearer " + token
        if purpose:
            headers["Darvaza-Purpose"] = purpose
        return self.daemon.ask(method, path, body, headers)[0]

    def test_who_shows_no_token_or_another_is_unknown(self):
        for token in (None, "x", self.screen[:-1], self.screen.upper()):
            status, headers, body = self.daemon.ask("GET", "/v1/lists", headers={"Authorization": f"Bearer {token}"} if token else {})
            self.assertEqual((status, headers["WWW-Authenticate"]), (401, "Bearer"))
            self.assertNotIn(self.screen.encode(), body)
        self.assertEqual(self.daemon.ask("GET", "/v1/lists", headers={"Authorization": "Basic " + self.screen})[0], 401)

    def test_clients_of_opensanctions_may_call_it_an_api_key(self):
        self.assertEqual(self.daemon.ask("GET", "/v1/lists", headers={"Authorization": "ApiKey " + self.administer})[0], 200)

    def test_a_role_allows_its_questions_and_no_others(self):
        self.assertEqual(self.status("POST", "/v1/screen", self.screen, "border-check", {"name": "Oraz"}), 200)
        self.assertEqual(self.status("POST", "/v1/lists/reload", self.screen, "border-check"), 403)
        self.assertEqual(self.status("GET", "/metrics", self.screen, "border-check"), 403)
        for path in ("/v1/entries/un-sc/QDi.901", "/entities/QDi.901"):
            self.assertEqual(self.status("GET", path, self.screen, "border-check"), 403, path)
        self.assertEqual(self.status("POST", "/v1/lists/reload", self.administer), 200)
        self.assertEqual(self.status("GET", "/metrics", self.administer), 200)

    def test_a_post_with_purposes_states_one_of_them(self):
        for purpose, expected in (("visa", 200), ("curiosity", 403), (None, 403)):
            self.assertEqual(self.status("GET", "/v1/lists", self.screen, purpose), expected)
        self.assertEqual(self.status("GET", "/v1/lists", self.administer), 200)

    def test_health_and_description_are_open_to_all(self):
        for path in ("/healthz", "/readyz", "/openapi.json"):
            self.assertEqual(self.status("GET", path), 200)

    def test_a_refused_batch_is_not_read(self):
        status, headers, _ = self.daemon.ask("POST", "/v1/screen/batch", b"{}\n" * 100000, kind="application/x-ndjson")
        self.assertEqual((status, headers["Connection"]), (401, "close"))


def openssl(directory, *arguments):
    subprocess.run(["openssl", *arguments], cwd=directory, check=True, capture_output=True, timeout=PATIENCE)


def make_certificate(directory, name, issuer=None, extra=()):
    """A key and a certificate of a day, issued by `issuer` or by itself."""
    openssl(directory, "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes", "-days", "1", "-subj", "/CN=" + name,
            "-keyout", name + ".key", "-out", name + ".pem", *extra, *(["-CA", issuer + ".pem", "-CAkey", issuer + ".key"] if issuer else []))


class CertificateTest(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.directory = Directory()
        make_certificate(cls.directory.path, "authority")
        make_certificate(cls.directory.path, "server", "authority", ("-addext", "subjectAltName=IP:127.0.0.1"))
        make_certificate(cls.directory.path, "post", "authority")
        make_certificate(cls.directory.path, "stranger", "authority")
        make_certificate(cls.directory.path, "outsider")
        der = ssl.PEM_cert_to_DER_cert(read(cls.path("post.pem")).decode())
        cls.config = f"""
[listen]
plain = []
tls = ["127.0.0.1:0"]
[tls]
certificate = "{cls.path("server.pem")}"
key = "{cls.path("server.key")}"
client_ca = "{cls.path("authority.pem")}"
[[post]]
name = "airport-2"
certificate_sha256 = "{hashlib.sha256(der).hexdigest()}"
roles = ["screen"]
"""
        cls.daemon = Daemon(cls.directory.index, cls.config)

    @classmethod
    def tearDownClass(cls):
        cls.daemon.stop()
        cls.directory.remove()

    @classmethod
    def path(cls, name):
        return os.path.join(cls.directory.path, name)

    def ask(self, certificate=None, version=None, daemon=None):
        context = ssl.create_default_context(cafile=self.path("authority.pem"))
        if certificate:
            context.load_cert_chain(self.path(certificate + ".pem"), self.path(certificate + ".key"))
        if version:
            context.minimum_version = context.maximum_version = version
        host, port = (daemon or self.daemon).addresses[0]
        client = http.client.HTTPSConnection(host, port, timeout=PATIENCE, context=context)
        try:
            client.request("POST", "/v1/screen", b'{"name": "Darvaza Sinamaev"}', {"Content-Type": "application/json"})
            answer = client.getresponse()
            return answer.status, answer.read()
        finally:
            client.close()

    def test_a_certificate_names_the_post(self):
        for version in (None, ssl.TLSVersion.TLSv1_2, ssl.TLSVersion.TLSv1_3):
            status, body = self.ask("post", version)
            self.assertEqual((status, json.loads(body)["decision"]), (200, "hit"))

    def test_a_certificate_of_nobody_known_is_no_post(self):
        self.assertEqual(self.ask("stranger")[0], 401)
        self.assertEqual(self.ask()[0], 401)

    def test_a_certificate_that_another_authority_issued_ends_the_handshake(self):
        with self.assertRaises((ssl.SSLError, OSError)):
            self.ask("outsider")

    def test_older_protocols_are_not_spoken(self):
        with self.assertRaises((ssl.SSLError, OSError)):
            self.ask("post", ssl.TLSVersion.TLSv1_1)

    def test_who_speaks_no_tls_is_let_go(self):
        connection = self.daemon.connect()
        connection.sendall(b"GET /healthz HTTP/1.1\r\nHost: d\r\n\r\n")
        while connection.recv(4096):
            pass  # an alert, and the end
        connection.close()
        self.assertEqual(self.ask("post")[0], 200)

    def test_where_a_certificate_is_required_nobody_comes_in_without(self):
        with Daemon(self.directory.index, self.config.replace("[tls]", "[tls]\nclient_required = true")) as strict:
            self.assertEqual(self.ask("post", daemon=strict)[0], 200)
            with self.assertRaises((ssl.SSLError, OSError)):
                self.ask(daemon=strict)


if __name__ == "__main__":
    unittest.main()
