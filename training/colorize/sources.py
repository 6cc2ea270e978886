"""Where the pictures come from, and which are never trained on."""
from pathlib import Path

from ..common.pairs import Pairs
from ..common.pictures import load_zips

#: Characters of faces256 that quality is measured on.
HELD_OUT_CHARACTERS = ('c16', 'c17', 'c18', 'c19')
#: Renders of these seeds are for measuring; training renders begin at seed 1 and stay below.
HELD_OUT_SEED = 9_000_000


class Sources:
    """Renders and picture sets, opened."""

    def __init__(self, pairs, sets, names):
        self.pairs, self.sets, self.names = pairs, sets, names

    def about(self):
        counts = {name: len(pictures) for name, pictures in zip(self.names, self.sets)}
        return {**counts, 'pairs': len(self.pairs) if self.pairs is not None else 0}


def identities(folder):
    """Character of every picture of faces256, by its file name."""
    lines = (Path(folder) / 'identities.tsv').read_text().splitlines()
    rows = [line.split('\t') for line in lines if line.strip()]
    return {file: character for file, _, character in rows[1:]}


def open_sources(options, size=256):
    """What `--pairs`, `--faces256` and `--faces96` name, without anything held out."""
    pairs = Pairs(options.pairs, options.pairs_size, lambda seed: seed < HELD_OUT_SEED) if options.pairs else None
    sets, names = [], []
    if options.faces256:
        who = identities(options.faces256)
        keep = lambda name: who.get(name) not in HELD_OUT_CHARACTERS
        pictures, _ = load_zips(options.faces256, size, keep, options.limit)
        sets.append(pictures)
        names.append('faces256')
    if options.faces96:
        keep = lambda name: int(Path(name).stem) % 20 != 0
        pictures, _ = load_zips(options.faces96, 96, keep, options.limit)
        sets.append(pictures)
        names.append('faces96')
    return Sources(pairs, sets, names)
