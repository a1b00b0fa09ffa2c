#!/usr/bin/env python3
"""Writes the table of common name parts: which ones are shared by so many people that their
agreement says little, whatever one list holds of them.

usage: common_names.py DATA_DIR > engine/names/common_names.inc
DATA_DIR holds transliteration/*_variant_groups.tsv.gz and *_train.tsv.gz (Latin name parts with the
number of people who bear them) and gazetteers/eco_name_parts.tsv.gz (name parts by country, some
with bearers). A line of the output is a name part and -1000 ln of the share of travellers who bear
it. The same data gives the same bytes.
"""
import collections
import math
import os
import re
import sys
import unicodedata

from packed_tables import rows

PEOPLE_PER_TOKEN = 0.33   # the collections count about three name parts for each person
COUNTRY_WEIGHT = 0.135      # how likely a traveller is from any one country, where its own counts are known
RAREST = 8700             # millinats: rarer ones say as much as an unknown one


def plain(name):
    """One lower-case Latin word without diacritics, or nothing."""
    decomposed = unicodedata.normalize('NFKD', name.lower().replace('ı', 'i'))
    word = ''.join(c for c in decomposed if not unicodedata.combining(c))
    return word if re.fullmatch('[a-z]{2,}', word) else None


def world_shares(folder):
    """Shares among the people of an encyclopedia, of the larger of two counts of the same people."""
    pairs, groups = collections.Counter(), collections.Counter()
    for language in ('arabic', 'russian'):
        counts = collections.Counter()
        for latin, _, count in rows(os.path.join(folder, f'{language}_train.tsv.gz')):
            counts[latin] += int(count)
        pairs |= counts
        counts = collections.Counter()
        for _, _, _, spellings in rows(os.path.join(folder, f'{language}_latin_variant_groups.tsv.gz')):
            for spelling in spellings.split(' '):
                latin, count = spelling.rsplit(':', 1)
                counts[latin] += int(count)
        groups |= counts
    counts = collections.Counter()
    for name, count in (pairs | groups).items():
        word = plain(name)
        if word:
            counts[word] += count
    people = sum(counts.values()) * PEOPLE_PER_TOKEN
    return {word: count / people for word, count in counts.items()}


def country_shares(path):
    """The largest share in any country's own counts of given names or of surnames."""
    tables = collections.defaultdict(dict)
    for country, _, kind, name, romanised, frequency, _, source in rows(path):
        count = re.fullmatch(r'(?:wikidata:)?(\d+(?:\.\d+)?)', frequency)
        word = plain(romanised or name)
        if count and word:
            table = tables[country, kind, source]
            table[word] = max(table.get(word, 0.0), float(count[1]))
    shares = {}
    for table in tables.values():
        total = sum(table.values())
        if len(table) < 10 or total < 1000:
            continue
        for word, count in table.items():
            shares[word] = max(shares.get(word, 0.0), count / total)
    return shares


def main():
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    shares = world_shares(os.path.join(sys.argv[1], 'transliteration'))
    for word, share in country_shares(os.path.join(sys.argv[1], 'gazetteers', 'eco_name_parts.tsv.gz')).items():
        shares[word] = max(shares.get(word, 0.0), COUNTRY_WEIGHT * share)
    print('// Written by tools/learn/common_names.py; do not edit. See docs/decisions/0009-common-names.md.')
    for word, share in sorted(shares.items()):
        rarity = round(-1000 * math.log(share))
        if rarity <= RAREST:
            print(f'{{"{word}", {rarity}}},')


main()
