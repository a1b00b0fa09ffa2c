#!/usr/bin/env python3
"""How much seldomer two well-known names meet in one person's names than in two persons' (names::kOtherName).

usage: other_name_share.py DARVAZA DATA_DIR
Compares a third of the labelled pairs of DATA_DIR/pairs and the queries of DATA_DIR/retrieval with their own entries, and of every two
tokens that met although they differ, asks whether the explanation calls them two known names. Prints the shares by the
cost of the difference in nats, and -ln of what is between them: the charge that the data asks for. Some minutes.
"""
import collections
import concurrent.futures
import csv
import json
import math
import os
import random
import re
import subprocess
import sys

EVERY = 3   # one pair in so many is compared, by chance
MET = re.compile(r'[^;(]* ~ [^;(]*\([^)]*difference (\d+\.\d)(, another known name [\d.]+)?\)')


def rows(path):
    with open(path, encoding='utf-8', newline='') as file:
        return list(csv.DictReader(file))


def labelled_pairs(folder):
    """[(of one person, name, name)]"""
    pairs = []
    for suite in ('cross_script', 'small_suites'):
        pairs += [(row['match'].lower() == 'true', row['name_a'], row['name_b']) for row in rows(os.path.join(folder, 'pairs', f'{suite}.csv'))]
    listed = {row['id']: row['name'] for row in rows(os.path.join(folder, 'retrieval', 'list.csv'))}
    pairs += [(True, listed[row['entry']], row['name']) for row in rows(os.path.join(folder, 'retrieval', 'queries.csv')) if row['entry'] in listed]
    return pairs


def differences(darvaza, pair):
    """[(cost in nats, whether of two known names)] of the tokens that met."""
    run = subprocess.run([darvaza, 'compare', '--json', '--', pair[1], pair[2]], capture_output=True, text=True)
    if run.returncode != 0:
        return []
    text = '; '.join(piece['text'] for piece in json.loads(run.stdout)['evidence'] if piece['kind'] == 'name')
    return [(float(met[1]), met[2] is not None) for met in MET.finditer(text)]


def main():
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    pairs = labelled_pairs(sys.argv[2])
    pairs = random.Random(1).sample(pairs, len(pairs) // EVERY)
    counts = collections.Counter()
    with concurrent.futures.ThreadPoolExecutor(2) as pool:
        for pair, met in zip(pairs, pool.map(lambda pair: differences(sys.argv[1], pair), pairs)):
            for cost, is_other in met:
                if cost > 0:
                    counts[not pair[0], min(int(cost), 8), is_other] += 1
    for cost in [*range(9), None]:
        shares = []
        for kind in (False, True):
            met = [sum(count for (other, nats, is_other), count in counts.items()
                       if other == kind and cost in (nats, None) and is_other in wanted) for wanted in ((True,), (True, False))]
            shares.append(met)
        (one, all_one), (two, all_two) = shares
        charge = math.log((two + 0.5) / (all_two + 1) / ((one + 0.5) / (all_one + 1)))
        print(f'{"all" if cost is None else cost}: one person {one} of {all_one}, two {two} of {all_two}, charge {charge:.2f}')


if __name__ == '__main__':
    main()
