#!/usr/bin/env python3
"""Fits the curve from the sum of the evidence to the score, and says how far the present one is off.

usage: calibrate.py DARVAZA DATA_DIR [--plot FILE.svg|FILE.png]

Screening: the best candidate of each traveller in DATA_DIR/screening, against the UN list and the US targets; right
when it is the listed person, wrong otherwise. The truth names UN entries alone, and the US list has most of these
persons, too: for a listed traveller its entries are passed over, being neither right nor wrong. With and without the
traveller's birth date and nationality, since a post may know either. Right and wrong ones weigh the same in total: the
score answers "if one in two were listed". Comparison: the labelled pairs in DATA_DIR/pairs.

Prints slope and prior for engine/scoring/calibration.h (logistic regression by Newton's method: the same
data gives the same figures), and tables of predicted against observed shares by tenths of the score on the half that
was not used for fitting: all spellings of a listed person, and all pairs with one first name, fall into the same half.
Also how the scores spread: how many different ones there are, and how many share the most frequent one; and what
each threshold would refer, for the choice of the two in engine/include/darvaza.

--plot draws the present curve's table, with 95 % intervals, and the spread (Debian's python3-matplotlib).
"""
import argparse, collections, csv, json, math, os, re, subprocess, tempfile, zlib

from calibration_plot import save_plot


CALIBRATION = os.path.join(os.path.dirname(__file__), '..', '..', 'engine', 'scoring', 'calibration.h')
# `evidence`: nats without the prior; None where a traveller has no candidate at all.
Example = collections.namedtuple('Example', 'key evidence right listed score asked')
Cell = collections.namedtuple('Cell', 'begin predicted observed low high count')
UNLABELLED = 'us_csl'  # the list whose entries the truth does not name
PRESENT = {name: int(value) for name, value in re.findall(r'constexpr \S+ (k\w+) = (-?\d+);', open(CALIBRATION, encoding='utf-8').read())}


def screen(darvaza, index, rows, columns, folder):
    manifest, out = os.path.join(folder, 'm.csv'), os.path.join(folder, 'm.jsonl')
    with open(manifest, 'w', newline='', encoding='utf-8') as f:
        w = csv.writer(f)
        w.writerow(columns)
        w.writerows([r[c] for c in columns] for r in rows)
    subprocess.run([darvaza, 'screen', '--index', index, '--top', '10', '--min-score', '0', '--output', out, manifest], check=True)
    for line in open(out, encoding='utf-8'):
        answer = json.loads(line)
        yield answer['id'], answer['candidates']


def screening_examples(darvaza, data):
    """Every traveller's best candidate."""
    read = lambda name: list(csv.DictReader(open(os.path.join(data, 'screening', name), encoding='utf-8')))
    truth = {r['id']: r['un_reference'].split(':', 1)[1] for r in read('truth.csv')}
    lists = [os.path.join(data, 'lists', f) for f in ('un_2025-08-02.xml', 'us_csl.targets.csv')]
    with tempfile.TemporaryDirectory() as folder:
        index = os.path.join(folder, 'lists.dvz')
        subprocess.run([darvaza, 'build', '--output', index, *lists], check=True, stdout=subprocess.DEVNULL)
        for asked, columns in (('name alone', ['id', 'full_name']),
                               ('name and facts', ['id', 'full_name', 'gender', 'date_of_birth', 'nationality'])):
            for name in ('positives.csv', 'negatives.csv'):
                for traveller, candidates in screen(darvaza, index, read(name), columns, folder):
                    person = truth.get(traveller)
                    best = next((c for c in candidates if person is None or c['list'] != UNLABELLED), None)
                    if best is None:
                        yield Example(person or traveller, None, False, person is not None, 0.0, asked)
                        continue
                    evidence = sum(e['weight'] for e in best['evidence'] if e['kind'] != 'prior')
                    yield Example(person or traveller, evidence, best['id'].rstrip('.') == person, person is not None,
                                  best['score'], asked)


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
        score, match = float(scored['score']), row['match'] == 'true'
        cut = min(max(score, 0.00005), 0.99995)
        yield Example(row['name_a'], math.log(cut / (1 - cut)) / slope - prior, match, match, score, 'names')


def class_weights(examples):
    right = sum(e.right for e in examples)
    return {True: 0.5 / right, False: 0.5 / (len(examples) - right)}


def curve(slope, prior, evidence):
    return 1 / (1 + math.exp(-max(-30.0, min(30.0, slope * (evidence + prior)))))


def fit(examples):
    """Slope and prior of the logistic curve, classes weighing the same."""
    weigh = class_weights(examples)
    a = b = 0.0
    for _ in range(50):
        ga = gb = haa = hab = hbb = 0.0
        for e in examples:
            x, y = e.evidence, e.right
            p = 1 / (1 + math.exp(-max(-30.0, min(30.0, a * x + b))))
            w, d = weigh[y], p * (1 - p)
            ga += w * (y - p) * x; gb += w * (y - p)
            haa += w * d * x * x; hab += w * d * x; hbb += w * d
        haa += 1e-9; hbb += 1e-9
        det = haa * hbb - hab * hab
        a, b = a + (hbb * ga - hab * gb) / det, b + (haa * gb - hab * ga) / det
    return a, b / a


def wilson(right, count, z=1.96):
    """The interval in which the share of which `right` of `count` are a sample lies nineteen times in twenty."""
    middle, spread = right + z * z / 2, z * math.sqrt(right * (count - right) / count + z * z / 4)
    return max(0.0, (middle - spread) / (count + z * z)), min(1.0, (middle + spread) / (count + z * z))


def cells(examples, slope, prior):
    """Predicted against observed by tenths of the score. Counting the classes alike is a monotone change of a share,
    so the ends of its interval are changed with it."""
    weigh = class_weights(examples)
    balanced = lambda share: share * weigh[True] / (share * weigh[True] + (1 - share) * weigh[False])
    by_tenth = collections.defaultdict(list)
    for e in examples:
        p = curve(slope, prior, e.evidence)
        by_tenth[min(int(p * 10), 9)].append((p, e.right))
    for tenth, cell in sorted(by_tenth.items()):
        right, total = sum(y for _, y in cell), sum(weigh[y] for _, y in cell)
        low, high = wilson(right, len(cell))
        yield Cell(tenth / 10, sum(weigh[y] * p for p, y in cell) / total, balanced(right / len(cell)),
                   balanced(low), balanced(high), len(cell))


def print_table(rows, title):
    print(f'{title}\n  score        predicted  observed  95 % interval    examples')
    for c in rows:
        print(f'  {c.begin:.1f} to {c.begin + 0.1:.1f}      {c.predicted:.3f}     {c.observed:.3f}  '
              f'{c.low:.3f} to {c.high:.3f}  {c.count:8}')


def print_spread(examples):
    """Whether an officer's queue has an order: scores as they are printed, of all that reach the officer."""
    referred = collections.Counter(e.score for e in examples if e.score >= 0.5)
    score, times = referred.most_common(1)[0]
    print(f' at 0.5 and above: {referred.total()} examples, {len(referred)} different scores; the most frequent, '
          f'{score:.4f}, {100 * times / referred.total():.1f} % of them')


def print_thresholds(examples):
    """What each threshold would have referred, of all data; of the listed, those whose own entry came first."""
    for asked in dict.fromkeys(e.asked for e in examples):
        print(f' referred, {asked}\n  from score  listed  unlisted')
        for threshold in (0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95):
            share = {}
            for listed in (True, False):
                group = [e for e in examples if e.asked == asked and e.listed == listed]
                share[listed] = 100 * sum(e.score >= threshold and e.right == listed for e in group) / len(group)
            print(f'  {threshold:<10}  {share[True]:5.1f} %  {share[False]:5.2f} %')


def main():
    options = argparse.ArgumentParser(description='Calibration of the score: see the head of this file.')
    options.add_argument('darvaza')
    options.add_argument('data')
    options.add_argument('--plot', metavar='FILE')
    options = options.parse_args()
    held_out = lambda key: zlib.crc32(key.encode()) % 2 == 0
    present_slope = PRESENT['kSlopePercent'] / 100
    plotted = {}
    for title, prior_name, examples_of in (
            ('screening', 'kScreeningPrior', lambda prior: screening_examples(options.darvaza, options.data)),
            ('comparison', 'kComparisonPrior', lambda prior: pair_examples(options.darvaza, options.data, present_slope, prior))):
        present_prior = PRESENT[prior_name] / 1000
        examples = list(examples_of(present_prior))
        candidates = [e for e in examples if e.evidence is not None]
        train = [e for e in candidates if not held_out(e.key)]
        test = [e for e in candidates if held_out(e.key)]
        slope, prior = fit(train)
        print(f'{title}: slope {slope:.3f}, prior {prior:.2f} nats, fitted on {len(train)} examples')
        print_table(cells(test, slope, prior), f' fitted curve on {len(test)} examples not used for fitting')
        present = list(cells(test, present_slope, present_prior))
        print_table(present, ' present curve on the same')
        print_spread(examples)
        print_thresholds(examples)
        plotted[title] = present, examples
    if options.plot:
        save_plot(options.plot, plotted)


main()
