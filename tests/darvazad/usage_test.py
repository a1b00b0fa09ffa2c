"""The completion and the manual page of darvazad offer what --help lists: no more, no less."""

import os
import re
import subprocess
import unittest

SOURCE = os.environ["DARVAZA_SOURCE"]


def text_of(*path):
    with open(os.path.join(SOURCE, *path)) as file:
        return file.read()


class UsageTest(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        text = subprocess.run([os.environ["DARVAZAD"], "--help"], capture_output=True, text=True, check=True).stdout
        listed = [line.split("  ")[0] for line in text.split("Options:")[1].split("\n\n")[0].replace("\n  -", "\n-").splitlines() if line.startswith("-")]
        cls.words = set(re.findall(r"(?<![\w-])--?[a-z][a-z-]*", " ".join(listed).replace(",", " ")))
        cls.options = {word for word in cls.words if word.startswith("--")}

    def test_help_lists_options(self):
        self.assertTrue({"--config", "-c", "--check", "--help"} <= self.words, self.words)

    def completed(self, *typed):
        script = ('. "$0"; COMP_WORDS=(darvazad "$@"); COMP_CWORD=$#; _darvazad; printf "%s\\n" "${COMPREPLY[@]}"')
        done = subprocess.run(["bash", "-c", script, os.path.join(SOURCE, "tools/completion/darvazad.bash"), *typed],
                              capture_output=True, text=True, check=True, cwd=SOURCE)
        return set(done.stdout.split())

    def test_completion_offers_them(self):
        self.assertEqual(self.completed("-"), self.options)
        self.assertEqual(self.completed("--ch"), {"--check"})

    def test_completion_offers_files_and_directories_where_they_are_meant(self):
        self.assertEqual(self.completed("--config", "README"), {"README.md"})
        self.assertEqual(self.completed("--index", "READ"), {"README.md"})
        self.assertEqual(self.completed("-p", "READ"), set())
        self.assertEqual(self.completed("--post", "too"), {"tools"})

    def test_the_manual_page_explains_them(self):
        page = text_of("docs", "man", "darvazad.1").replace("\\", "")
        explained = page[page.index(".SH OPTIONS"):page.index(".SH SIGNALS")]
        headings = [following for line, following in zip(explained.splitlines(), explained.splitlines()[1:]) if line == ".TP"]
        self.assertEqual(set(re.findall(r"(?<![\w-])--?[a-z][a-z-]*", " ".join(headings))), self.words)


if __name__ == "__main__":
    unittest.main()
