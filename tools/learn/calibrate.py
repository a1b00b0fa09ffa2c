#!/usr/bin/env python3
"""Fits the curve from the sum of the evidence to the score, and says how far the present one is off.

usage: calibrate.py DARVAZA DATA_DIR

Screening: the best candidate of each traveller in DATA_DIR/screening, against the UN list and the US
targets; right when it is the listed person, wrong otherwise. With and without the traveller's birth date and
nationality, since a post may know either. Right and wrong ones weigh the same in total: the score answers "if one
in two were listed". Comparison: the labelled pairs in DATA_DIR/pairs.

Prints slope and prior for engine/scoring/calibration.h (logistic regression by Newton's method: the same
data gives the same figures), and a table of predicted against observed shares by tenths of the score, once for
all data and once on the half of the travellers that was not used for fitting.
"""
import csv, json, math, os, re, subprocess, sys, tempfile, zlib


CALIBRATION = os.path.join(os.path.dirname(__file__), '..', '..', 'engine', 'scoring', 'calibration.h')
PRESENT = {name: int(value) for name, value in re.findall(r'constexpr \S+ (k\w+) = (-?\d+);', open(CALIBRATION, encoding='utf-8').read())}


def screen(darvaza, index, rows, columns, folder):
    manifest, out = os.path.join(folder, 'm.csv'), os.path.join(folder, 'm.jsonl')
    with open(manifest, 'w', newline='', encoding='utf-8') as f:
        w = csv.writer(f)
        w.writerow(columns)
        w.writerows([r[c] for c in columns] for r in rows)
    subprocess.run([darvaza, 'screen', '--index', index, '--top', '1', '--min-score', '0', '--output', out, manifest], check=True)
    for line in open(out, encoding='utf-8'):
        answer = json.loads(line)
        if answer['candidates']:
            best = answer['candidates'][0]
            yield answer['id'], best['id'].rstrip('.'), sum(e['weight'] for e in best['evidence'] if e['kind'] != 'prior')


def screening_examples(darvaza, data):
    """(key, evidence without the prior, right) of every traveller's best candidate."""
    read = lambda name: list(csv.DictReader(open(os.path.join(data, 'screening', name), encoding='utf-8')))
    truth = {r['id']: r['un_reference'].split(':', 1)[1] for r in read('truth.csv')}
    lists = [os.path.join(data, 'lists', f) for f in ('un_2025-08-02.xml', 'us_csl.targets.csv')]
    with tempfile.TemporaryDirectory() as folder:
        index = os.path.join(folder, 'lists.dvz')
        subprocess.run([darvaza, 'build', '--output', index, *lists], check=True, stdout=subprocess.DEVNULL)
        for columns in (['id', 'full_name'], ['id', 'full_name', 'gender', 'date_of_birth', 'nationality']):
            for name in ('positives.csv', 'negatives.csv'):
                for traveller, found, weight in screen(darvaza, index, read(name), columns, folder):
                    yield traveller, weight, truth.get(traveller) == found


def pair_examples(darvaza, data, slope, prior):
    """The same for pairs; the weight is read back from the score, so that ends of the curve are cut."""
    rows = list(csv.DictReader(open(os.path.join(data, 'pairs', 'cross_script.csv'), encoding='utf-8')))
    with tempfile.NamedTemporaryFile('w', suffix='.csv', newline='', encoding='utf-8') as f:
        w = csv.writer(f)
        w.writerow(['name_a', 'name_b'])
        w.writerows((r['name_a'], r['name_b']) for r in rows)
        f.flush()
        out = subprocess.run([darvaza, 'compare', '--pairs', f.name], check=True, capture_output=True, text=True).stdout
    for row, scored in zip(rows, csv.DictReader(out.splitlines())):
        score = min(max(float(scored['score']), 0.00005), 0.99995)
        yield row['name_a'] + row['name_b'], math.log(score / (1 - score)) / slope - prior, row['match'] == 'true'


def fit(examples):
    """Slope and prior of the logistic curve, classes weighing the same."""
    right = sum(e[2] for e in examples)
    weigh = {True: 0.5 / right, False: 0.5 / (len(examples) - right)}
    a = b = 0.0
    for _ in range(50):
        ga = gb = haa = hab = hbb = 0.0
        for _, x, y in examples:
            p = 1 / (1 + math.exp(-max(-30.0, min(30.0, a * x + b))))
            w, d = weigh[y], p * (1 - p)
            ga += w * (y - p) * x; gb += w * (y - p)
            haa += w * d * x * x; hab += w * d * x; hbb += w * d
        haa += 1e-9; hbb += 1e-9
        det = haa * hbb - hab * hab
        a, b = a + (hbb * ga - hab * gb) / det, b + (haa * gb - hab * ga) / det
    return a, b / a


def table(examples, slope, prior, title):
    right = sum(e[2] for e in examples)
    weigh = {True: 0.5 / right, False: 0.5 / (len(examples) - right)}
    print(f'{title}\n  score        predicted  observed  examples')
    for tenth in range(10):
        cell = [(1 / (1 + math.exp(-max(-30.0, min(30.0, slope * (x + prior))))), y) for _, x, y in examples]
        cell = [(p, y) for p, y in cell if tenth / 10 <= p < (tenth + 1) / 10 or (tenth == 9 and p >= 1)]
        total = sum(weigh[y] for _, y in cell)
        if total:
            print(f'  {tenth / 10:.1f} to {tenth / 10 + 0.1:.1f}      {sum(weigh[y] * p for p, y in cell) / total:.3f}     '
                  f'{sum(weigh[y] for _, y in cell if y) / total:.3f}  {len(cell):8}')


def main():
    darvaza, data = sys.argv[1:3]
    held_out = lambda key: zlib.crc32(key.encode()) % 2 == 0
    present_slope = PRESENT['kSlopePercent'] / 100
    for title, prior_name, examples in (
            ('screening', 'kScreeningPrior', lambda prior: screening_examples(darvaza, data)),
            ('comparison', 'kComparisonPrior', lambda prior: pair_examples(darvaza, data, present_slope, prior))):
        present_prior = PRESENT[prior_name] / 1000
        examples = list(examples(present_prior))
        train = [e for e in examples if not held_out(e[0])]
        test = [e for e in examples if held_out(e[0])]
        slope, prior = fit(train)
        print(f'{title}: slope {slope:.3f}, prior {prior:.2f} nats, fitted on {len(train)} examples')
        table(test, slope, prior, f' fitted curve on {len(test)} examples not used for fitting')
        table(test, present_slope, present_prior, ' present curve on the same')


main()
