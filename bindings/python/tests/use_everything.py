"""Everything that the package can do, a few times: what the leak test runs under Valgrind."""

import gc
import os
import subprocess
import tempfile
from pathlib import Path

import darvaza

SAMPLES = Path(os.environ["DARVAZA_SOURCE_DIR"], "data-samples")
ZONE = "P<IRNGOLBARFI<<MARIAM<<<<<<<<<<<<<<<<<<<<<<<\nL907712504IRN8807158F3007147<<<<<<<<<<<<<<<8\n"


def fails(call, *arguments, **options):
    try:
        call(*arguments, **options)
    except (darvaza.DarvazaError, TypeError, ValueError):
        return
    raise AssertionError("it should have failed")


def use(index):
    told = []
    with darvaza.Screener(index, log=lambda level, message: told.append(message)) as screener:
        for name in "ferry.csv", "flight-dz303.pnrgov", "booth.mrz":
            with darvaza.Manifest(SAMPLES / "manifests" / name) as manifest:
                for batch in manifest.batches(3):
                    for answer in screener.screen_batch(batch, min_score_bp=0):
                        answer.candidates, answer.documents, answer.problems, answer.flights, answer.json()
                    screener.screen_batch(list(batch))
                manifest.summary()
        unread = darvaza.Manifest(SAMPLES / "manifests/ferry.csv")
        next(iter(unread))
        zone = darvaza.parse_mrz(ZONE)
        screener.screen(zone.traveller)
        screener.check_document(darvaza.Document("T90512806"))
        screener.swap(index)
        screener.describe()
        darvaza.compare("Надер Дарьягозар", "Nader Daryagozar")
        fails(screener.swap, "missing.dvz")
        fails(screener.screen, darvaza.Traveller(names=["A B", 7]))
        fails(screener.screen, darvaza.Traveller(names=["A B"], birth_date="soon"))
        fails(screener.screen_batch, [darvaza.Traveller(names=["x" * 70000])])
        fails(screener.screen, darvaza.Traveller(), top=0)
        fails(screener.screen, darvaza.Traveller(), state="Nowhere Land")
        fails(screener.screen, darvaza.Traveller(), line="third")
    fails(screener.screen, darvaza.Traveller())
    fails(darvaza.Screener, "missing.dvz")
    fails(darvaza.Manifest, "missing.csv")
    fails(list, darvaza.Manifest.from_bytes(b"\0\1\2", "noise"))
    fails(darvaza.parse_mrz, "P<IRN")
    fails(darvaza.parse_date, "soon")


def use_terms(index):
    with darvaza.Screener(index) as screener:
        for name in "Gulbahor SAVSANOV", "Dastan KOKBULAGOV":
            answer = screener.screen(
                darvaza.Traveller(names=[name], documents=[darvaza.Document("KG9071050")]),
                state="Uzbekistan",
                line="second",
                today="2026-06-15",
            )
            [c.terms for c in answer.candidates], [d.terms for d in answer.documents]


def build(folder, name):
    index = Path(folder, f"{name}.dvz")
    lists = sorted((SAMPLES / name).iterdir())
    subprocess.run(
        [os.environ["DARVAZA_PROGRAM"], "build", "--output", index, *lists], check=True, capture_output=True
    )
    return index


with tempfile.TemporaryDirectory() as folder:
    use(build(folder, "lists"))
    use_terms(build(folder, "shared"))
    gc.collect()
