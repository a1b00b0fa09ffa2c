"""What a screening costs from Python: python_bench.py INDEX MANIFEST [ROUNDS SIDE]

The protocol of embedding_bench.cpp: one thread and its processor time, travellers made before, the best of some rounds counts. The answers are
read: identifier, decision, and list, identifier and score of every candidate. With ROUNDS and SIDE (batch, single) only that is done, so many
times and not timed: for count-instructions. PYTHONPATH says where the package is.
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
    index, path = sys.argv[1:3]
    works = [
        ("batch of 1,000, records of Python", batch_of_records),
        ("batch of 1,000, travellers of a manifest", batch_of_a_manifest),
        ("batch of 1,000, nothing made or read", batch_unread),
        ("one by one", one_by_one),
    ]
    if sys.argv[3:]:
        rounds, side = int(sys.argv[3]), {"batch": batch_of_records, "single": one_by_one}[sys.argv[4]]
        with darvaza.Screener(index) as screener, darvaza.Manifest(path) as manifest:
            batches = [(batch, list(batch)) for batch in manifest.batches(BATCH) if len(batch) == BATCH]
            for _ in range(rounds):
                for batch, records in batches:
                    side(screener, batch, records)
        return
    best = {name: float("inf") for name, _ in works}
    with darvaza.Screener(index) as screener, darvaza.Manifest(path) as manifest:
        batches = [(batch, list(batch)) for batch in manifest.batches(BATCH) if len(batch) == BATCH]
        for _ in range(ROUNDS):
            for name, work in works:
                begin = time.thread_time()
                for batch, records in batches:
                    work(screener, batch, records)
                best[name] = min(best[name], time.thread_time() - begin)
    count = BATCH * len(batches)
    print(f"{count} travellers, best of {ROUNDS} rounds")
    for name, seconds in best.items():
        print(f"{name:<42} Python {seconds / count * 1e6:8.3f} us")


main()
