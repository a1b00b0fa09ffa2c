#!/usr/bin/env python3
"""Writes the table of well-known names and their spellings, by which two different names are told from two
spellings of one.

usage: known_names.py DATA_DIR > engine/names/known_names.inc
DATA_DIR holds transliteration/*.tsv.gz (Latin spellings of Arabic and Russian forms, with counts) and
name-clusters/clusters.tsv.gz (one name part in all its spellings). A line of the output is a name: words that
are, or may be, spellings of one another. A word may be in several lines. Two words that are in lines, but in
none together, are taken for two names, so that every doubt adds a line or a word to one. The same data gives
the same bytes. See docs/decisions/0047-other-names.md.
"""
import collections
import os
import re
import sys
import unicodedata

from packed_tables import rows

LEAST_BEARERS = 5      # a Latin spelling that fewer are known to bear is not well known
LEAST_COUNT = 2         # rows of count 1 are noisy
LEAST_SHARE = 0.05      # of a Latin spelling's bearers whose form this is, for a form to be one of its own
MAIN_SHARE = 0.2        # of a form's bearers who are spelt so, for the spelling's other forms to be this one's, too

LETTERS = str.maketrans({'ي': 'ی', 'ى': 'ی', 'ئ': 'ی', 'ې': 'ی', 'ك': 'ک', 'أ': 'ا', 'إ': 'ا', 'آ': 'ا', 'ٱ': 'ا',
                         'ة': 'ه', 'ۀ': 'ه', 'ہ': 'ه', 'ھ': 'ه', 'ؤ': 'و'})


def latin(word):
    """One lower-case Latin word without diacritics, or nothing."""
    decomposed = unicodedata.normalize('NFKD', word.lower().replace('ı', 'i').replace('ə', 'a').replace('ø', 'o').replace('ł', 'l'))
    plain = ''.join(c for c in decomposed if not unicodedata.combining(c) and c not in "'ʻʼ’‘`")
    return plain if re.fullmatch('[a-z]{3,}', plain) else None


def native(word):
    """One Cyrillic or Arabic word, letters that sources exchange made one; or nothing."""
    word = word.lower().replace('ё', 'е')
    if re.fullmatch('[\u0400-\u04ff]{3,}', word):
        return word
    word = ''.join(c for c in word.translate(LETTERS) if not unicodedata.combining(c) and c not in '\u200c\u200dـ')
    return word if re.fullmatch('[\u0621-\u06d5]{2,}', word) else None


def is_arabic(form):
    return form[0] > '\u0600'


def read_counts(folder):
    """{latin: {form: bearers}}: the larger of the counts of the same people."""
    links = collections.defaultdict(collections.Counter)
    for language in ('arabic', 'russian'):
        counts = collections.Counter()
        for part in ('train', 'dev'):
            for spelling, form, count in rows(os.path.join(folder, f'{language}_{part}.tsv.gz')):
                counts[spelling, form] = max(counts[spelling, form], int(count))
        for form, _, _, spellings in rows(os.path.join(folder, f'{language}_latin_variant_groups.tsv.gz')):
            for counted in spellings.split(' '):
                spelling, count = counted.rsplit(':', 1)
                counts[spelling, form] = max(counts[spelling, form], int(count))
        for (spelling, form), count in counts.items():
            plain, letters = latin(spelling), native(form)
            if plain and letters:
                links[plain][letters] += count
    return links


def read_clusters(path):
    """[(Latin words, other words)]"""
    clusters = []
    for _, joined in rows(path, heading=False):
        words = joined.split('|')
        clusters.append(({latin(word) for word in words} - {None}, {native(word) for word in words} - {None}))
    return clusters


def main():
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    links = read_counts(os.path.join(sys.argv[1], 'transliteration'))
    clusters = read_clusters(os.path.join(sys.argv[1], 'name-clusters', 'clusters.tsv.gz'))

    forms = collections.defaultdict(set)      # of a Latin spelling
    for spelling, counts in links.items():
        bearers = sum(counts.values())
        forms[spelling] |= {form for form, count in counts.items() if count >= max(LEAST_COUNT, LEAST_SHARE * bearers)}
    for spellings, others in clusters:
        for spelling in spellings:
            forms[spelling] |= others
    # What Arabic script does not tell apart, vowels that are not written, is no other name: who has no form there is not judged.
    known = {spelling for spelling in forms
             if sum(links[spelling].values()) >= LEAST_BEARERS and any(map(is_arabic, forms[spelling]))}

    spellings_of = collections.defaultdict(set)
    bearers_of = collections.Counter()
    for spelling in known:
        for form in forms[spelling]:
            spellings_of[form].add(spelling)
    for counts in links.values():
        bearers_of.update(counts)

    def is_main(spelling, form):
        count = links[spelling][form]
        return count == 0 or count >= MAIN_SHARE * bearers_of[form]  # 0: of a cluster

    names = set()
    for form, spellings in spellings_of.items():
        # Forms of the same spellings: رحمن and رحمان, Хасан and Гасан.
        others = {other for spelling in spellings for other in forms[spelling] if is_main(spelling, other)}
        names.add(frozenset(spellings | (others if is_arabic(form) else set()) | {form}))
    for spellings, _ in clusters:
        names.add(frozenset(spellings & known))
    # A name within another one says nothing more.
    lines_of = collections.defaultdict(list)
    kept = []
    for name in sorted(names, key=lambda name: (-len(name), sorted(name))):
        if not name or any(name <= line for line in lines_of[min(name, key=lambda word: (len(lines_of[word]), word))]):
            continue
        kept.append(name)
        for word in name:
            lines_of[word].append(name)
    print('// Written by tools/learn/known_names.py; do not edit. See docs/decisions/0047-other-names.md.')
    for name in sorted(' '.join(sorted(name)) for name in kept):
        print(f'"{name}",')


if __name__ == '__main__':
    main()
