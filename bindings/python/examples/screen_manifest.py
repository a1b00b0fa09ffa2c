"""Screens a passenger list and shows who should be looked at, and why.

    screen_manifest.py INDEX MANIFEST

Each block below does one thing and can be pasted into a notebook. Exit status 1: somebody could not be screened, or travellers may be
missing from the answers.
"""

# %% What is asked
import sys
from collections import Counter

import darvaza

index, path = sys.argv[1:3]

# %% The index, and what it holds
screener = darvaza.Screener(index)
description = screener.describe()
print(f"{description.entries} persons, {description.lost_documents} lost documents; Darvaza {darvaza.version()}")

# %% All travellers, screened in batches
answers: list[darvaza.Answer] = []
with darvaza.Manifest(path) as manifest:
    for travellers in manifest.batches():
        answers.extend(screener.screen_batch(travellers))
    summary = manifest.summary()

print(f"{summary.travellers} travellers in {path} ({summary.format})")
for problem in summary.problems:
    print(f"  {problem.where}: {problem.text}")

# %% How many of each decision
for decision, count in Counter(answer.decision for answer in answers).items():
    print(f"{count:5} {decision}")

# %% Who should be looked at, and why
for answer in answers:
    if answer.decision is darvaza.Decision.CLEAR:
        continue
    print(f"\n{answer.id}: {answer.decision}")
    for candidate in answer.candidates[:3]:
        print(f"  {candidate.score:.4f} {candidate.list} {candidate.id} {candidate.name}")
        for reason in candidate.evidence:
            print(f"    {reason.weight:+8.3f} {reason.kind}: {reason.text}")
        print(f"    {candidate.handling}")
    for document in answer.documents:
        print(f"  {document.status} ({document.match}): {document.list} {document.number}. {document.handling}")
    for problem in answer.problems:
        print(f"  {problem.where}: {problem.text}")

# %% Only `clear` clears
screener.close()
unscreened = [answer for answer in answers if not answer.complete]
if unscreened or not summary.complete:
    print(f"\n{len(unscreened)} travellers were not screened; the list is {'whole' if summary.complete else 'not whole'}")
    sys.exit(1)
