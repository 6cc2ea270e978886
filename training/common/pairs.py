"""Shards of training pairs that training/render writes, mapped into memory rather than read."""
import json
from pathlib import Path

import numpy as np
import torch

#: How the bytes of a pixel are laid out.
LINE, COLOUR, PAINTED, PART, STYLE, STYLE_PART = 0, slice(1, 4), 4, 5, slice(6, 9), 9
CHANNELS = 10
VERSION = 1


class Pairs:
    """All complete shards of one size in a folder; `refresh` finds those that were finished since."""

    def __init__(self, folder, size, keep=lambda seed: True):
        self.folder, self.size, self.keep = Path(folder), size, keep
        self.shards, self.index, self.classes = [], [], []
        self.seen = set()
        self.refresh()

    def refresh(self):
        for side in sorted(self.folder.glob(f'pairs-{self.size}-*.json')):
            if side in self.seen or not side.with_suffix('.bin').exists():
                continue
            about = json.loads(side.read_text())
            if about['version'] != VERSION:
                raise ValueError(f'{side} has version {about["version"]}, not {VERSION}: render it again')
            self.seen.add(side)
            self.classes = about['classes']
            shape = (about['count'], self.size, self.size, CHANNELS)
            self.shards.append(np.memmap(side.with_suffix('.bin'), np.uint8, 'r', shape=shape))
            last = len(self.shards) - 1
            self.index += [(last, i) for i in range(about['count']) if self.keep(about['firstSeed'] + i)]

    def __len__(self):
        return len(self.index)

    def take(self, numbers):
        """Records as uint8 (B, 10, size, size)."""
        records = [self.shards[s][i] for s, i in (self.index[n] for n in numbers)]
        return torch.from_numpy(np.stack(records)).permute(0, 3, 1, 2)
