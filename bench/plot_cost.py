#!/usr/bin/env python3
"""Draws what a traveller costs against the size of the list, Darvaza and baselines, both axes logarithmic.

  bench/plot_cost.py --output docs/images/cost.svg results.jsonl...

Reads the JSON lines of darvaza-bench and bench/postgres-trgm. Where a system was measured several times at one
size, the least time counts: other processes only ever add. Points of Darvaza are hollow where the run accepted more
lost answers than darvaza-bench does by itself. Needs the Debian package python3-matplotlib.
"""
import argparse
import json
import sys

USUAL_BOUNDS = {'least_recall': 0.95, 'least_kept': 0.999}  # of darvaza-bench
# system, question: label, colour, marker
SERIES = {
    ('icu-jaro-winkler', 'name'): ('ICU + Jaro-Winkler, every name', '#b5541c', 's'),
    ('postgresql-trgm-gist', 'name'): ('PostgreSQL, pg_trgm, GiST', '#8a6d1d', 'v'),
    ('postgresql-trgm-gin', 'name'): ('PostgreSQL, pg_trgm, GIN', '#3f7d3a', '^'),
    ('exhaustive', 'facts'): ('Darvaza\'s scorer, every name', '0.45', 'D'),
    ('darvaza', 'name'): ('Darvaza, names only', '#7fb0dd', 'o'),
    ('darvaza', 'facts'): ('Darvaza, with birth date and nationality', '#1f5f99', 'o'),
}


def read_costs(paths, kind):
    """By system and question, at each size: the least microseconds a traveller, and whether bounds were lowered."""
    costs = {}
    for path in paths:
        with open(path, encoding='utf-8') as file:
            for number, line in enumerate(file, 1):
                try:
                    result = json.loads(line)
                    key = (result['system'], result.get('question'))
                    if key not in SERIES or result['kind'] != kind:
                        continue
                    sizes = costs.setdefault(key, {})
                    measured = (result['us_per_traveller'], lowered(result))
                    sizes[result['names']] = min(measured, sizes.get(result['names'], measured))
                except (ValueError, KeyError) as error:
                    sys.exit(f'plot_cost.py: {path}:{number}: no result of darvaza-bench or postgres-trgm ({error!r})')
    return costs


def lowered(result):
    bounds = result.get('bounds', {})
    return result['system'] == 'darvaza' and any(bounds[name] < usual for name, usual in USUAL_BOUNDS.items())


def draw(axes, costs):
    any_hollow = False
    for key, (label, colour, marker) in SERIES.items():
        points = sorted(costs.get(key, {}).items())
        if not points:
            continue
        names, us = [size for size, _ in points], [cost for _, (cost, _) in points]
        axes.loglog(names, us, marker=marker, color=colour, linewidth=1.3, markersize=5, label=label)
        hollow = [(size, cost) for size, (cost, low) in points if low]
        if hollow:
            any_hollow = True
            axes.loglog(*zip(*hollow), marker=marker, linestyle='', markersize=5, markerfacecolor='white', color=colour)
        offset = label_offset(key, us[-1], costs)
        axes.annotate(written(us[-1]), (names[-1], us[-1]), (7, offset), textcoords='offset points', fontsize=8,
                      color=colour, va='center')
    if any_hollow:
        axes.plot([], [], marker='o', linestyle='', markerfacecolor='white', color='0.3',
                  label='hollow: checked against lowered bounds')
    axes.set(xlabel='listed names', ylabel='a traveller on one core, µs')
    axes.grid(True, which='major', color='0.88', linewidth=0.6)
    axes.spines[['top', 'right']].set_visible(False)
    axes.legend(loc='center left', bbox_to_anchor=(1.1, 0.5), fontsize=8, frameon=False)
    axes.margins(x=0.05)


def label_offset(key, us, costs):
    """The two lines of Darvaza lie close together: the label of the upper one stands higher, the other lower."""
    other = {('darvaza', 'name'): ('darvaza', 'facts'), ('darvaza', 'facts'): ('darvaza', 'name')}.get(key)
    if other not in costs:
        return 0
    other_us = costs[other][max(costs[other])][0]
    return 5 if (us, key) > (other_us, other) else -5


def written(us):
    for unit, size in (('s', 1e6), ('ms', 1e3)):
        if us >= size:
            return f'{us / size:.3g} {unit}'
    return f'{us:.3g} µs'


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument('results', nargs='+', help='JSON lines')
    parser.add_argument('--kind', choices=['usual', 'nasty'], default='usual', help='which lists to draw')
    parser.add_argument('--output', required=True, help='the picture: .svg or .png')
    arguments = parser.parse_args()
    costs = read_costs(arguments.results, arguments.kind)
    if not costs:
        sys.exit('plot_cost.py: nothing to draw')
    try:
        import matplotlib
    except ImportError:
        sys.exit(f'plot_cost.py: {sys.executable} has no matplotlib; /usr/bin/python3 has it with the Debian package '
                 'python3-matplotlib')
    svg = arguments.output.endswith('.svg')
    matplotlib.use('svg' if svg else 'agg')
    # The same results give the same bytes.
    matplotlib.rcParams.update({'svg.hashsalt': 'darvaza', 'svg.fonttype': 'none', 'font.family': 'sans-serif'})
    from matplotlib import pyplot
    figure, axes = pyplot.subplots(figsize=(9, 4.8))
    draw(axes, costs)
    figure.tight_layout()
    figure.savefig(arguments.output, dpi=100, metadata={'Date': None} if svg else {})


if __name__ == '__main__':
    main()
