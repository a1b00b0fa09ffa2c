"""What a screening costs from Python: python_bench.py INDEX MANIFEST

The protocol of embedding_bench.cpp: one thread, travellers made before, the best of some rounds counts. The answers are read: identifier, decision,
and list, identifier and score of every candidate. PYTHONPATH says where the package is.
"""

import sys
import time

import darvaza

BATCH = 1000
ROUNDS = 20


def read(answers):
    return [
        (answer.id, answer.decision, [(c.list, c.id, c.score) for c in answer.candidates]) for answer in answers
    ]


def batch_of_records(screener, batch, records):
    read(screener.screen_batch(records, threads=1))


def batch_of_a_manifest(screener, batch, records):
    read(screener.screen_batch(batch, threads=1))


def batch_unread(screener, batch, records):
    screener.screen_batch(batch, threads=1)


def one_by_one(screener, batch, records):
    for record in records:
        answer = screener.screen(record)
        answer.id, answer.decision, [(c.list, c.id, c.score) for c in answer.candidates]


def main():
    index, path = sys.argv[1:]
    works = [
        ("batch of 1,000, records of Python", batch_of_records),
        ("batch of 1,000, travellers of a manifest", batch_of_a_manifest),
        ("batch of 1,000, nothing made or read", batch_unread),
        ("one by one", one_by_one),
    ]
    best = {name: float("inf") for name, _ in works}
    with darvaza.Screener(index) as screener, darvaza.Manifest(path) as manifest:
        batches = [(batch, list(batch)) for batch in manifest.batches(BATCH) if len(batch) == BATCH]
        for _ in range(ROUNDS):
            for name, work in works:
                begin = time.perf_counter()
                for batch, records in batches:
                    work(screener, batch, records)
                best[name] = min(best[name], time.perf_counter() - begin)
    count = BATCH * len(batches)
    print(f"{count} travellers, best of {ROUNDS} rounds")
    for name, seconds in best.items():
        print(f"{name:<42} Python {seconds / count * 1e6:8.3f} us")


main()
