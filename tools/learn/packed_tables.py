"""The packed tables that costs and names are learned from: gzip, cells divided by tabs."""
import gzip


def rows(path, heading=True):
    """The cells of each row, below the heading if there is one."""
    with gzip.open(path, 'rt', encoding='utf-8') as file:
        if heading:
            next(file)
        for line in file:
            yield line.rstrip('\n').split('\t')
