"""What an operator sees before anything breaks, and after: figures, log lines, the archive of indexes."""

import glob
import json
import os
import re
import signal
import ssl
import subprocess
import time
import unittest

from access_test import make_certificate, openssl
from daemon import PATIENCE, Daemon, Directory, ListPost, build_index, darvaza, post, read

PEOPLE = "id,name\n1,Gulbahor Savsanova\n"
STAMP = r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ"


def figures(daemon, headers=None):
    """The samples of /metrics: name and labels, and the value."""
    lines = daemon.ask("GET", "/metrics", None, headers)[2].decode().splitlines()
    return dict(line.rsplit(" ", 1) for line in lines if not line.startswith("#"))


def run(*arguments):
    done = subprocess.run([os.environ["DARVAZA"], *arguments], capture_output=True, timeout=PATIENCE)
    return done.returncode, done.stdout.decode(), done.stderr.decode()


def wait_until(true):
    deadline = time.monotonic() + PATIENCE
    while not true():
        assert time.monotonic() < deadline, "nothing happened"
        time.sleep(0.05)


class ListsTest(unittest.TestCase):
    def setUp(self):
        self.directory = Directory()
        self.addCleanup(self.directory.remove)
        self.list = ListPost(self.directory, "zala")

    def publish(self, *more, csv=PEOPLE):
        file = self.directory.file("zala.csv", csv)
        return run("lists", "publish", "--release", self.list.at("mirror"), "--owner", "UTO", "--list-sign", self.list.at("list.key"),
                   "--timestamp-sign", self.list.at("time.key"), *more, file)

    def root(self, expires):
        return run("lists", "root", "--list", "zala", "--release", self.list.at("mirror"), "--root-key", self.list.at("root.pub"), "--list-key",
                   self.list.at("list.pub"), "--timestamp-key", self.list.at("time.pub"), "--sign", self.list.at("root.key"), "--expires", expires)

    def update(self):
        return run("lists", "update", "--post", self.list.post, "--root", self.list.at("mirror/root.1"), "--mirror", self.list.at("mirror"))

    def status(self, *more):
        return run("lists", "status", *more, "--post", self.list.post)

    def daemon(self, more="", required='required = ["zala"]'):
        daemon = Daemon(None, f'[lists]\nposts = ["{self.list.post}"]\n{required}\n{more}')
        self.addCleanup(daemon.stop)
        return daemon

    def test_figures_tell_versions_and_ages_of_lists(self):
        self.publish()
        self.update()
        daemon = self.daemon()
        now, told = time.time(), figures(daemon)
        self.assertEqual(float(told['darvazad_list_version{list="zala"}']), 1)
        self.assertLess(abs(float(told['darvazad_list_issued_timestamp_seconds{list="zala"}']) - now), PATIENCE)
        self.assertLess(abs(float(told['darvazad_list_expires_timestamp_seconds{list="zala"}']) - now - 7 * 86400), PATIENCE)
        self.assertLess(abs(float(told[f'darvazad_post_confirmed_until_timestamp_seconds{{post="{self.list.post}"}}']) - now - 86400), PATIENCE)
        self.assertLess(abs(float(told[f'darvazad_post_root_expires_timestamp_seconds{{post="{self.list.post}"}}']) - now - 365 * 86400), PATIENCE)
        for name in ('darvazad_list_stale{list="zala"}', 'darvazad_list_clock_suspect{list="zala"}', "darvazad_required_lists_unmet"):
            self.assertEqual(float(told[name]), 0, name)
        self.publish(csv=PEOPLE + "2,Jamshed Rahmonov\n")
        self.update()
        wait_until(lambda: float(figures(daemon)['darvazad_list_version{list="zala"}']) == 2)

    def test_a_required_list_that_is_missing_is_told_where_alarms_hang_and_the_daemon_stays_ready(self):
        self.publish()
        self.update()
        daemon = self.daemon(required='required = ["zala", "sltd", "un-sc"]')
        status, _, body = daemon.ask("GET", "/readyz")
        self.assertEqual((status, json.loads(body)), (200, {"status": "ok", "required_lists_unmet": 2}))
        self.assertEqual(float(figures(daemon)["darvazad_required_lists_unmet"]), 2)
        daemon.stop()
        self.assertIn(b"the required list 'sltd' is not loaded: no answer is complete\n", daemon.log)

    def test_status_checks_with_an_exit_status(self):
        self.publish()
        self.update()
        self.assertEqual(self.status("--check")[::2], (0, ""))
        self.publish(csv=PEOPLE + "2,Jamshed Rahmonov\n")
        for file in ("snapshot.2.zst", "delta.2.zst"):  # a copy that was broken off
            os.remove(self.list.at("mirror/" + file))
        self.assertEqual(self.update()[0], 66)
        code, out, _ = self.status("--check")
        self.assertEqual((code, re.search("marks +(.*)", out)[1]), (65, "behind"))
        self.assertEqual(self.status()[0], 0, "a list that serves, serves")

    def test_a_damaged_index_is_told_by_status_and_mended_by_update_while_the_daemon_serves(self):
        self.publish()
        self.update()
        daemon = self.daemon()
        index = os.path.realpath(self.list.post + "/current/index.dvz")
        with open(index, "r+b") as file:  # in place, as a bad disk would
            file.seek(os.path.getsize(index) // 2)
            file.write(b"\x55\xaa")
        code, out, err = self.status("--check")
        self.assertEqual((code, re.search("marks +(.*)", out)[1]), (65, "damaged"))
        self.assertIn(index, err)
        damage = json.loads(self.status("--json")[1])["damage"]
        self.assertIn("index.dvz", damage)
        code, out, err = self.update()
        self.assertEqual(code, 0, err)
        self.assertIn("zala: version 1 is the newest and serves again; 2 records; ", out)
        self.assertIn("the files of version 1 were damaged and were made anew: ", err)
        self.assertEqual(self.status("--check")[::2], (0, ""))
        daemon.wait_for_log("lists loaded anew")
        self.assertEqual(json.loads(daemon.ask("POST", "/v1/screen", {"name": "Gulbahor Savsanova"})[2])["decision"], "hit")
        self.assertEqual(self.update()[1], "zala: version 1 is the newest and serves already\n")

    def test_a_root_that_expires_is_told_everywhere_and_nothing_is_signed_after_it(self):
        self.assertEqual(self.root("40d")[0], 0)
        for code, _, err in (self.publish(), self.update(), self.status("--check")):
            self.assertEqual(code, 0, err)
            self.assertRegex(err, f"root 2 of zala expires {STAMP}, in (39|40) days: ")
        self.assertRegex(self.status()[1], f"root +version 2, until {STAMP}\n")
        self.assertEqual(json.loads(self.status("--json")[1])["root"]["version"], 2)
        daemon = self.daemon()
        daemon.stop()
        self.assertIn(b"the root expires ", daemon.log)
        self.assertEqual(self.root("1s")[0], 0)
        time.sleep(1.1)
        code, _, err = self.publish()
        self.assertEqual(code, 65)
        self.assertRegex(err, f"expired: the root expired {STAMP}")
        self.assertRegex(self.update()[2], f"expired: the root expired {STAMP}")

    def test_indexes_that_answered_are_archived_and_their_answers_replay(self):
        self.publish()
        self.update()
        at = self.directory.file
        os.mkdir(at("audit"))
        for key in ("audit.key", "queries.key"):
            darvaza("audit", "keygen", at(key))
        daemon = self.daemon(f'[audit]\ndirectory = "{at("audit")}"\nkey = "{at("audit.key")}"\nquery_key = "{at("queries.key")}"\n'
                             f'indexes = "{at("archive")}"\nindex_days = 1\n', required='required = ["zala", "sltd"]')
        for version in range(1, 5):
            if version > 1:
                self.publish(csv=PEOPLE + "".join(f"{i},Jamshed Rahmonov\n" for i in range(2, version + 1)))
                self.update()
                wait_until(lambda: float(figures(daemon)['darvazad_list_version{list="zala"}']) == version)  # noqa: waited for here
            for name in ("Gulbahor Savsanova", "Nobody Whatever"):
                self.assertEqual(json.loads(daemon.ask("POST", "/v1/screen", {"name": name})[2])["decision"], "incomplete")
        self.assertEqual(float(figures(daemon)["darvazad_archived_indexes"]), 4)
        self.assertEqual(float(figures(daemon)["darvazad_archive_failing"]), 0)
        self.assertEqual(len(glob.glob(self.list.post + "/generations/*")), 2, "posts keep two")
        replay = ["audit", "replay", "--key", at("audit.key"), "--query-key", at("queries.key"), "--indexes", at("archive")]
        code, out, _ = run(*replay, at("audit"))
        self.assertEqual(code, 65)
        self.assertIn("0 the same, 8 different, 0 without their query, 0 without their index\n8 of those that differ were incomplete then: ", out)
        code, out, _ = run(*replay, "--require", "zala", "--require", "sltd", at("audit"))
        self.assertEqual((code, out), (0, "8 the same, 0 different, 0 without their query, 0 without their index\n"))
        # Over: one that serves no more since two days. What serves stays, and what somebody put there.
        digests = sorted(os.path.basename(file)[:-4] for file in glob.glob(at("archive/*.dvz")))
        serving = json.loads(daemon.ask("GET", "/v1/lists")[2])["digest"]
        build_index(at("archive/" + "0" * 32 + ".dvz"))
        for digest in digests:
            os.utime(at(f"archive/{digest}.served"), (time.time() - 2 * 86400,) * 2)
        daemon.signal(signal.SIGHUP)
        wait_until(lambda: len(glob.glob(at("archive/*.dvz"))) == 2)
        self.assertEqual({os.path.basename(file)[:-4] for file in glob.glob(at("archive/*.dvz"))}, {serving, "0" * 32})

    def test_an_archive_that_cannot_be_written_is_told_and_answers_go_on(self):
        self.publish()
        self.update()
        at = self.directory.file
        os.mkdir(at("audit"))
        darvaza("audit", "keygen", at("audit.key"))
        daemon = self.daemon(f'[audit]\ndirectory = "{at("audit")}"\nkey = "{at("audit.key")}"\nindexes = "{at("zala.csv")}"\n')
        self.assertEqual(float(figures(daemon)["darvazad_archive_failing"]), 1)
        self.assertEqual(daemon.ask("POST", "/v1/screen", {"name": "Gulbahor Savsanova"})[0], 200)
        daemon.stop()
        self.assertIn(b"INDEX NOT ARCHIVED, answers of now cannot be replayed later: ", daemon.log)


class LogTest(unittest.TestCase):
    def test_lines_have_the_time_in_front_where_nobody_else_puts_it_there(self):
        directory = Directory()
        self.addCleanup(directory.remove)
        with Daemon(directory.index) as daemon:
            pass
        lines = daemon.log.decode().splitlines()
        self.assertGreater(len(lines), 3)
        for line in lines:
            self.assertRegex(line, f"^{STAMP} darvazad: ")

    def test_the_role_administer_reads_what_is_held_back(self):
        directory = Directory()
        self.addCleanup(directory.remove)
        with Daemon(directory.index, post("desk", "t", ["administer"]) + post("press", "p", ["alerts"])) as daemon:
            status, _, body = daemon.ask("GET", "/v1/lists", None, {"Authorization": "Bearer t"})
            self.assertEqual((status, json.loads(body)["held_back"]), (200, []))
            self.assertEqual(daemon.ask("GET", "/v1/lists", None, {"Authorization": "Bearer p"})[0], 403)


class CertificateTest(unittest.TestCase):
    def setUp(self):
        self.directory = Directory()
        self.addCleanup(self.directory.remove)
        self.at = self.directory.file
        make_certificate(self.directory.path, "authority")
        make_certificate(self.directory.path, "server", "authority", ("-addext", "subjectAltName=IP:127.0.0.1"))
        make_certificate(self.directory.path, "outsider")
        self.expired("late")

    def expired(self, name):
        """A certificate of the authority that is over."""
        at, ca = self.at, self.directory.file("ca")
        os.mkdir(ca)
        self.directory.file("ca/index.txt", "")
        config = self.directory.file("ca/ca.cnf", f"[ca]\ndefault_ca = a\n[a]\ndatabase = {ca}/index.txt\nnew_certs_dir = {ca}\npolicy = p\n"
                                                  "default_md = sha256\nrand_serial = yes\n[p]\ncommonName = supplied\n")
        openssl(self.directory.path, "req", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes", "-subj", "/CN=" + name, "-keyout",
                name + ".key", "-out", name + ".csr")
        openssl(self.directory.path, "ca", "-batch", "-config", config, "-cert", "authority.pem", "-keyfile", "authority.key", "-in", name + ".csr",
                "-out", name + ".pem", "-notext", "-startdate", "20200101000000Z", "-enddate", "20210101000000Z")
        self.assertTrue(os.path.exists(at(name + ".pem")))

    def config(self, certificate="server"):
        return (f'[listen]\nplain = []\ntls = ["127.0.0.1:0"]\n[tls]\ncertificate = "{self.at(certificate + ".pem")}"\n'
                f'key = "{self.at(certificate + ".key")}"\nclient_ca = "{self.at("authority.pem")}"\n')

    def connect(self, daemon, certificate=None):
        context = ssl.create_default_context(cafile=self.at("authority.pem"))
        if certificate:
            context.load_cert_chain(self.at(certificate + ".pem"), self.at(certificate + ".key"))
        with daemon.connect() as raw, context.wrap_socket(raw, server_hostname="127.0.0.1") as connection:
            connection.sendall(b"GET /metrics HTTP/1.1\r\nHost: d\r\nConnection: close\r\n\r\n")
            text = b""
            while piece := connection.recv(65536):
                text += piece
            return text.decode()

    def test_failed_handshakes_are_counted_by_what_was_wrong(self):
        with Daemon(self.directory.index, self.config()) as daemon:
            for certificate in ("late", "late", "outsider"):
                with self.assertRaises((ssl.SSLError, OSError)):
                    self.connect(daemon, certificate)
            with daemon.connect() as plain:
                plain.sendall(b"GET / HTTP/1.1\r\nHost: d\r\n\r\n")
                while plain.recv(4096):
                    pass
            told = self.connect(daemon)
            self.assertIn('darvazad_tls_handshakes_failed_total{reason="expired"} 2\n', told)
            self.assertIn('darvazad_tls_handshakes_failed_total{reason="not trusted"} 1\n', told)
            self.assertIn('darvazad_tls_handshakes_failed_total{reason="other"} 1\n', told)
            until = float(re.search(r'darvazad_certificate_expires_timestamp_seconds\{file="[^"]*server.pem"\} (\S+)', told)[1])
            self.assertLess(abs(until - time.time() - 86400), PATIENCE)
            daemon.signal(signal.SIGHUP)  # who loads lists looks at all
            daemon.wait_for_log("TLS connections refused for the client's certificate in the last minute: 2 expired, 1 not trusted")

    def test_certificates_that_expire_are_told_at_the_start_and_by_check(self):
        with Daemon(self.directory.index, self.config()) as daemon:
            pass
        self.assertRegex(daemon.log.decode(), f"server.pem: a certificate expires {STAMP}\n")

        def check(certificate):
            config = self.directory.file("check.toml", f'[lists]\nindex = "{self.directory.index}"\n' + self.config(certificate))
            done = subprocess.run([os.environ["DARVAZAD"], "--check", "--config", config], capture_output=True, timeout=PATIENCE)
            return done.returncode, done.stderr.decode()

        code, said = check("server")
        self.assertEqual(code, 0)
        self.assertRegex(said, f"server.pem: a certificate expires {STAMP}\n")
        code, said = check("late")
        self.assertEqual(code, 65)
        self.assertIn("late.pem: a certificate expired 2021-01-01T00:00:00Z: ", said)


if __name__ == "__main__":
    unittest.main()
