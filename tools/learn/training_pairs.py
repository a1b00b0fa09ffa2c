#!/usr/bin/env python3
"""Pairs of spellings of one name part, from public name data, as TOKEN_A<TAB>TOKEN_B<TAB>WEIGHT.

usage: training_pairs.py DATA_DIR
A group of n spellings gives at most MOST_PAIRS pairs a pair of scripts, together weighing as much as
the square root of their number: large groups count more than small ones, but not quadratically.
"""
import collections, itertools, math, os, sys, unicodedata

from packed_tables import rows

MOST_PAIRS = 12
LATIN_ONLY_WEIGHT = 0.3
MOST_COUNT = 30   # one very frequent transliteration must not drown the others


def script(token):
    for c in token:
        name = unicodedata.name(c, '')
        for s in ('LATIN', 'CYRILLIC', 'ARABIC'):
            if name.startswith(s): return s
    return ''


def usable(token):
    return 2 <= len(token) <= 24 and all(c.isalpha() or c in "'ʻʼ’‘\u200c" or unicodedata.combining(c) for c in token)


def cluster_pairs(path):
    for _, words in rows(path, heading=False):
        spellings = sorted({t for t in words.split('|') if usable(t)})
        by_scripts = collections.defaultdict(list)
        for a, b in itertools.combinations(spellings, 2):
            key = tuple(sorted((script(a), script(b))))
            if '' not in key: by_scripts[key].append((a, b))
        for pairs in by_scripts.values():
            step = max(1, len(pairs) // MOST_PAIRS)
            chosen = pairs[::step][:MOST_PAIRS]
            # Names that nobody writes in Cyrillic or Arabic script are not the region's: they count less.
            weight = math.sqrt(len(chosen)) / len(chosen) * (1.0 if len(by_scripts) > 1 else LATIN_ONLY_WEIGHT)
            for a, b in chosen: yield a, b, weight


def transliteration_pairs(path):
    for latin, native, count in rows(path):
        if int(count) >= 2 and usable(latin) and usable(native):
            yield latin, native, math.log2(min(int(count), MOST_COUNT))


def variant_pairs(path):
    """Latin spellings of one native form, each against the more frequent ones: how the region's names vary in Latin."""
    for _, _, _, variants in rows(path):
        counted = [(int(c), v) for v, _, c in (x.rpartition(':') for x in variants.split(' '))]
        counted = [(c, v) for c, v in counted if c >= 2 and usable(v)][:8]
        for (_, a), (count, b) in itertools.combinations(counted, 2):
            yield a, b, math.log2(min(count, MOST_COUNT))


def main():
    data = sys.argv[1]
    sources = [cluster_pairs(os.path.join(data, 'name-clusters', 'clusters.tsv.gz'))]
    sources += [transliteration_pairs(os.path.join(data, 'transliteration', f)) for f in ('arabic_train.tsv.gz', 'russian_train.tsv.gz')]
    sources += [variant_pairs(os.path.join(data, 'transliteration', f)) for f in ('arabic_latin_variant_groups.tsv.gz', 'russian_latin_variant_groups.tsv.gz')]
    for a, b, weight in itertools.chain(*sources):
        print(f'{a}\t{b}\t{weight:.4f}')


main()
