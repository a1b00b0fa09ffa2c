#!/usr/bin/env python3
"""Draws how the lost-document table grows: checks a second, seconds to build, bytes a document, against its size.

  bench/plot_documents.py --output docs/images/documents.svg results.jsonl...

Reads the JSON lines of documents-table. Where one size was measured several times, the best counts: other processes
only ever add. Needs the Debian package python3-matplotlib.
"""
import argparse
import json
import sys

RATES = [('unlisted', 'not listed', '#1f5f99', 'o'), ('listed', 'listed', '#3f7d3a', '^'), ('misread', 'listed, misread', '#b5541c', 's')]


def read_results(paths):
    results = {}
    for path in paths:
        with open(path, encoding='utf-8') as file:
            for number, line in enumerate(file, 1):
                try:
                    result = json.loads(line)
                    rates = {name: result['checks_per_second'][name]['batch_busy'] for name, *_ in RATES}
                    results.setdefault(result['documents'], []).append((rates, result['build_seconds'], result['bytes_per_document']))
                except (ValueError, KeyError) as error:
                    sys.exit(f'plot_documents.py: {path}:{number}: no result of documents-table ({error!r})')
    return sorted(results.items())


def draw(figure, results):
    sizes = [size for size, _ in results]
    rates, build, size = figure.subplots(1, 3)
    for name, label, colour, marker in RATES:
        rates.loglog(sizes, [max(r[0][name] for r in runs) for _, runs in results], marker=marker, color=colour, label=label)
    rates.set(title='checks a second, one core', ylim=(1e5, 1e8))
    rates.legend(fontsize=8, frameon=False)
    build.loglog(sizes, [min(r[1] for r in runs) for _, runs in results], marker='o', color='#1f5f99')
    build.set(title='seconds to build, two cores')
    size.semilogx(sizes, [min(r[2] for r in runs) for _, runs in results], marker='o', color='#1f5f99')
    size.set(title='bytes a document, everything included', ylim=(0, 20))
    for axes in (rates, build, size):
        axes.set(xlabel='lost documents')
        axes.grid(True, which='major', color='0.88', linewidth=0.6)
        axes.spines[['top', 'right']].set_visible(False)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument('results', nargs='+', help='JSON lines')
    parser.add_argument('--output', required=True, help='the picture: .svg or .png')
    arguments = parser.parse_args()
    results = read_results(arguments.results)
    if not results:
        sys.exit('plot_documents.py: nothing to draw')
    try:
        import matplotlib
    except ImportError:
        sys.exit(f'plot_documents.py: {sys.executable} has no matplotlib; /usr/bin/python3 has it with the Debian package '
                 'python3-matplotlib')
    svg = arguments.output.endswith('.svg')
    matplotlib.use('svg' if svg else 'agg')
    # The same results give the same bytes.
    matplotlib.rcParams.update({'svg.hashsalt': 'darvaza', 'svg.fonttype': 'none', 'font.family': 'sans-serif'})
    from matplotlib import pyplot
    figure = pyplot.figure(figsize=(11, 3.6))
    draw(figure, results)
    figure.tight_layout()
    figure.savefig(arguments.output, dpi=100, metadata={'Date': None} if svg else {})


if __name__ == '__main__':
    main()
