"""Draws what calibrate.py found: predicted against observed shares, and how the scores spread."""
import math

WIDTH, HEIGHT = 11, 4.6
STEP = 0.5       # nats of log odds a bar of the spread
END = 0.99995    # 1.0000 and 0.0000 are drawn here: the scale of log odds has no ends
COLOURS = {'screening': '#1f5f99', 'comparison': '#b5541c'}


def draw_calibration(axes, plotted):
    axes.plot([0, 1], [0, 1], color='0.6', linewidth=1, linestyle='--', label='as predicted')
    for title, (cells, _) in plotted.items():
        x = [c.predicted for c in cells]
        errors = [[c.observed - c.low for c in cells], [c.high - c.observed for c in cells]]
        axes.errorbar(x, [c.observed for c in cells], errors, fmt='o', markersize=4, capsize=2, linewidth=1,
                      color=COLOURS[title], label=f'{title} ({sum(c.count for c in cells):,})')
        offset, side = ((-3, 4), 'right') if title == 'screening' else ((3, -10), 'left')
        for c in cells:
            axes.annotate(f'{c.count:,}', (c.predicted, c.observed), offset, fontsize=6.5, ha=side,
                          textcoords='offset points', color=COLOURS[title])
    axes.set(xlim=(-0.08, 1.08), ylim=(-0.04, 1.06), xlabel='score: predicted share of the same person',
             ylabel='observed share, 95 % interval')
    axes.set_title('Calibration, data not used for fitting', fontsize=10)
    axes.legend(loc='upper left', fontsize=8, frameon=False)


def log_odds(score):
    score = min(max(score, 1 - END), END)
    return math.log(score / (1 - score))


def draw_spread(axes, plotted):
    screened, compared = plotted['screening'][1], plotted['comparison'][1]
    groups = (('unlisted travellers', [e for e in screened if not e.listed], '0.5'),
              ('listed travellers', [e for e in screened if e.listed], COLOURS['screening']),
              ('pairs at 0.5 and above', [e for e in compared if e.score >= 0.5], COLOURS['comparison']))
    most = math.ceil(log_odds(END) / STEP)
    edges = [STEP * i for i in range(-most, most + 1)]
    for label, group, colour in groups:
        axes.hist([log_odds(e.score) for e in group], edges, weights=[100 / len(group)] * len(group), histtype='step',
                  color=colour, linewidth=1.2, label=f'{label} ({len(group):,})')
    ticks = (0.0001, 0.001, 0.01, 0.1, 0.5, 0.9, 0.99, 0.999, 0.9999)
    axes.set_xticks([log_odds(t) for t in ticks], [str(t) for t in ticks], fontsize=8)
    axes.axvline(log_odds(0.5), color='0.7', linewidth=1, linestyle=':')
    axes.axvline(log_odds(0.9), color='0.7', linewidth=1, linestyle=':')
    axes.set(xlabel='score, on the scale of log odds; dotted: review and hit',
             ylabel=f'% of the group a bar of {STEP} nats')
    axes.set_title('Spread of the best candidate\'s score', fontsize=10)
    axes.legend(loc='upper left', fontsize=8, frameon=False)
    axes.margins(y=0.3)


def save_plot(path, plotted):
    """`plotted`: by title, the cells of the present curve and all examples."""
    import matplotlib
    matplotlib.use('svg' if path.endswith('.svg') else 'agg')
    matplotlib.rcParams.update({'svg.hashsalt': 'darvaza', 'svg.fonttype': 'none', 'font.family': 'sans-serif'})
    from matplotlib import pyplot
    figure, (left, right) = pyplot.subplots(1, 2, figsize=(WIDTH, HEIGHT))
    draw_calibration(left, plotted)
    draw_spread(right, plotted)
    figure.tight_layout()
    figure.savefig(path, dpi=100, metadata={'Date': None} if path.endswith('.svg') else {})
