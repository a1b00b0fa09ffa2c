#!/usr/bin/env python3
"""Somebody else's matcher, for `darvaza eval pairs --matcher`: reads CSV with name_a and name_b, writes a score a line.

Replace the one line that makes the score by a call of the matcher that you want to measure.
"""
import csv
import difflib
import sys

for row in csv.DictReader(sys.stdin):
    score = difflib.SequenceMatcher(None, row["name_a"].lower(), row["name_b"].lower()).ratio()
    print(f"{score:.4f}")
