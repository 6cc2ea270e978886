"""Training batches: sketch, hints, style picture and the truth, from renders and from picture sets."""
import random

import torch
import torch.nn.functional as F

from ..common import pairs as layout
from ..common.colour_jitter import apply_colours, jitter_matrices
from ..common.filters import close_lines, darkest, grey
from ..common.pictures import unit
from ..common.sketches import damage, extract
from ..common.warp import warp, warp_grid
from .groups import group_table

NATURAL = 0.3
NO_STYLE = 0.06
OTHER_STYLE = 0.08
HINTED = 0.5
RECOLOURED = 0.3


class Batches:
    """Batches of one size after another.

    `sources`: {'pairs': Pairs or None, 'sets': [uint8 (N, 3, s, s)…]}; `shares`: share of pairs, then of
    each set. All tensors are float32 on `device`; see `next`.
    """

    def __init__(self, pairs, sets, shares, device):
        self.pairs, self.sets, self.shares, self.device = pairs, sets, shares, device

    def next(self, size, batch):
        """
        sketch (B, 1, S, S), hints (B, 4, S, S), style (B, 3, s, s), strength (B,): what the network sees.
        colour (B, 3, S, S): truth without lines, and weight (B, 1, S, S) of its pixels; figure and
        figure_weight (B, 1, S, S); whole (B, 3, S, S): the picture with its lines; paired (B,): 0 where
        the style is of something else; groups, style_groups (B, S/8, S/8), -1 unknown; coordinates
        (B, 2, s/8, s/8): where each cell of the style comes from in the sketch (x, y), 9 where unknown.
        """
        counts = self._counts(batch)
        parts = []
        if counts[0]:
            parts += [self._from_pairs(size, n) for n in _pieces(counts[0])]
        for pictures, count in zip(self.sets, counts[1:]):
            parts += [self._from_set(pictures, size, n) for n in _pieces(count)]
        whole = {key: torch.cat([part[key] for part in parts]) for key in parts[0]}
        return self._finish(whole)

    def _counts(self, batch):
        shares = self.shares if self.pairs is not None and len(self.pairs) else [0, *self.shares[1:]]
        total = sum(shares)
        counts = [int(batch * share / total) for share in shares]
        for _ in range(batch - sum(counts)):
            counts[random.choices(range(len(shares)), shares)[0]] += 1
        return counts

    def _from_pairs(self, size, count):
        table = group_table(self.pairs.classes).to(self.device)
        records = self.pairs.take([random.randrange(len(self.pairs)) for _ in range(count)])
        records = records.to(self.device)
        target = _bend(_crop(records, size))
        lines, colour = target['line'], target['colour']
        painted = target['painted']
        luma = grey(colour)
        whole = colour * lines
        r = random.random()
        if r < 0.2:
            lines = extract(whole)
        elif r < 0.35:
            lines = torch.minimum(lines, extract(whole))
        sketch = damage(lines, luma)
        blank = (colour.amin(1, keepdim=True) > 0.995) & (painted < 0.5)
        weight = torch.where(blank, torch.full_like(luma, 0.02), torch.ones_like(luma))
        groups = table[target['part'].long()][:, 0, 4::8, 4::8]
        own = random.random() < 0.35
        if own:
            style, coordinates = _own_style(whole)
            style_groups = torch.full_like(groups, -1)
        else:
            other = records[:, layout.STYLE]
            style = unit(other)
            picked = table[records[:, layout.STYLE_PART].long()].float().unsqueeze(1)
            if style.shape[-1] != size:
                style = F.interpolate(style, (size, size), mode='area')
                picked = F.interpolate(picked, (size, size), mode='nearest')
            if random.random() < 0.7:
                grid = warp_grid(count, size, size, self.device, (0.5, 1.05), 0.25, 0.12, 0.06)
                style = warp(style, grid)
                picked = F.grid_sample(picked, grid, mode='nearest', padding_mode='border', align_corners=False)
            style_groups = picked[:, 0, 4::8, 4::8].round().long()
            coordinates = torch.full((count, 2, size // 8, size // 8), 9.0, device=self.device)
        return {
            'sketch': sketch,
            'colour': colour,
            'whole': whole,
            'style': style,
            'weight': weight,
            'figure': painted,
            'figure_weight': torch.ones_like(painted),
            'groups': groups,
            'style_groups': style_groups,
            'coordinates': coordinates,
        }

    def _from_set(self, pictures, size, count):
        x = unit(pictures[torch.randint(len(pictures), (count,))].to(self.device))
        if x.shape[-1] > size:
            side = random.randint(max(size, int(0.6 * x.shape[-1])), x.shape[-1])
            top, left = (random.randint(0, x.shape[-1] - side) for _ in range(2))
            x = F.interpolate(x[:, :, top : top + side, left : left + side], (size, size), mode='area')
        elif x.shape[-1] < size:
            x = F.interpolate(x, (size, size), mode='bicubic', align_corners=False).clamp(0, 1)
        if random.random() < 0.5:
            x = x.flip(3)
        colour = close_lines(x, 5)
        lines = extract(x)
        # What closing changed was dark and thin: a line, or darkness that is no truth for a colour.
        changed = (colour - x).amax(1, keepdim=True)
        weight = (1 - 6 * changed).clamp(0.02, 1) * (0.1 + 0.9 * lines)
        style, coordinates = _own_style(x)
        unknown = torch.full((count, size // 8, size // 8), -1, dtype=torch.long, device=self.device)
        nothing = torch.zeros(count, 1, size, size, device=self.device)
        return {
            'sketch': damage(lines, grey(x)),
            'colour': colour,
            'whole': x,
            'style': style,
            'weight': weight,
            'figure': nothing,
            'figure_weight': nothing,
            'groups': unknown,
            'style_groups': unknown,
            'coordinates': coordinates,
        }

    def _finish(self, data):
        count = len(data['sketch'])
        matrices, offsets = jitter_matrices(count, NATURAL, self.device)
        # Paper stays paper in the style picture as well: white is what it is drawn on, not a colour of its own.
        paper = data['style'].amin(1, keepdim=True) > 0.99
        for key in ('colour', 'whole'):
            data[key] = apply_colours(data[key], matrices, offsets)
        style = apply_colours(data['style'], matrices, offsets)
        natural = torch.rand(count, 1, 1, 1, device=self.device) < 0.7
        data['style'] = torch.where(paper & natural, data['style'], style)
        data['paired'] = torch.ones(count, device=self.device)
        others = [i for i in range(count) if random.random() < OTHER_STYLE]
        if len(others) > 1:
            data['style'][others] = data['style'][others[1:] + others[:1]]
            data['paired'][others] = 0
            data['style_groups'][others] = -1
            data['coordinates'][others] = 9.0
        data['strength'] = (torch.rand(count, device=self.device) >= NO_STYLE).float()
        data['hints'] = self._hints(data)
        return data

    def _hints(self, data):
        """Spots of true colour; in renders sometimes a part gets another colour, which its hints tell."""
        count, _, size, _ = data['sketch'].shape
        hints = torch.zeros(count, 4, size, size, device=self.device)
        for i in range(count):
            if random.random() >= HINTED or not data['paired'][i]:
                continue
            places = [(random.randrange(size), random.randrange(size)) for _ in range(random.randint(1, 10))]
            if random.random() < RECOLOURED and (data['groups'][i] > 0).any():
                places += _recolour(data, i)
            for y, x in places:
                r = random.randint(1, max(1, size // 64))
                box = (slice(max(0, y - r), y + r + 1), slice(max(0, x - r), x + r + 1))
                if data['weight'][i, 0, y, x] < 0.5:
                    continue
                hints[i, :3, box[0], box[1]] = data['colour'][i, :, y, x].view(3, 1, 1)
                hints[i, 3, box[0], box[1]] = 1
        return hints


def _pieces(count):
    """Counts of at most four: each piece has its own extractor, crop and damage."""
    return [min(4, count - i) for i in range(0, count, 4)]


def _crop(records, size):
    """A square window of the target's planes at `size`, each record's own, about its figure."""
    planes = [_window(record[None], size) for record in records]
    return {key: torch.cat([plane[key] for plane in planes]) for key in planes[0]}


def _window(record, size):
    side = record.shape[-1]
    painted = record[0, layout.PAINTED] > 127
    rows, columns = painted.any(1).nonzero(), painted.any(0).nonzero()
    extent = max(len(rows), len(columns), size // 4)
    # Whole figures, halves and heads: never much smaller than the network's own cells can tell.
    window = min(side, max(round(extent * random.uniform(0.45, 1.15)), size // 2))
    place = lambda lines: _start(lines, window, side)
    top, left = place(rows), place(columns)
    record = record[:, :, top : top + window, left : left + window]
    lines = record[:, layout.LINE : layout.LINE + 1]
    smooth = unit(torch.cat([lines, record[:, layout.COLOUR], record[:, layout.PAINTED : layout.PAINTED + 1]], 1))
    part = record[:, layout.PART : layout.PART + 1].float()
    if window != size:
        dark = darkest(smooth[:, :1], 3)
        smooth = F.interpolate(smooth, (size, size), mode='area' if window > size else 'bilinear')
        part = F.interpolate(part, (size, size), mode='nearest')
        if window > 1.3 * size:
            # Thin lines fade where pictures shrink; the app draws its input from the darkest of each cell too.
            mix = random.uniform(0, 0.7)
            dark = F.interpolate(dark, (size, size), mode='nearest')
            smooth[:, :1] = smooth[:, :1] * (1 - mix) + dark * mix
    return {'line': smooth[:, :1], 'colour': smooth[:, 1:4], 'painted': smooth[:, 4:], 'part': part}


def _bend(target):
    """Mirrored, and mostly bent and tilted: no two hands draw the same proportions."""
    lines = target['line']
    count, _, height, width = lines.shape
    if random.random() < 0.3:
        return target if random.random() < 0.5 else {key: value.flip(3) for key, value in target.items()}
    grid = warp_grid(count, height, width, lines.device, (0.85, 1.1), 0.2, 0.06, 0.08)
    smooth = warp(torch.cat([lines, target['colour'], target['painted']], 1), grid)
    part = F.grid_sample(target['part'], grid, mode='nearest', padding_mode='reflection', align_corners=False)
    return {'line': smooth[:, :1], 'colour': smooth[:, 1:4], 'painted': smooth[:, 4:], 'part': part.round()}


def _start(lines, window, side):
    """Where a window begins so that a good part of the figure's rows or columns is in it."""
    if len(lines) == 0:
        return random.randint(0, side - window)
    first, last = int(lines[0]), int(lines[-1]) + 1
    low, high = sorted((first, last - window))
    return min(max(random.randint(low, high), 0), side - window)


def _own_style(whole):
    """The picture itself, bent, as its style; and where each cell came from."""
    size = whole.shape[-1]
    grid = warp_grid(len(whole), size, size, whole.device)
    coordinates = F.avg_pool2d(grid.permute(0, 3, 1, 2), 8)
    return warp(whole, grid), coordinates


def _recolour(data, i):
    """Gives one part of sample `i` another colour, shading kept; places in it."""
    size = data['sketch'].shape[-1]
    present = data['groups'][i]
    group = random.choice(present[present > 0].unique().tolist())
    mask = F.interpolate((present == group).float()[None, None], (size, size), mode='nearest')[0]
    old = (data['colour'][i] * mask).sum((1, 2), keepdim=True) / mask.sum()
    change = torch.rand(3, 1, 1, device=mask.device) * 0.9 + 0.05 - old
    # The mask is made of cells of 8 px: only pixels near the part's own colour change.
    near = ((data['colour'][i] - old).abs().amax(0, keepdim=True) < 0.25).float() * mask
    data['colour'][i] = (data['colour'][i] + change * near).clamp(0, 1)
    data['whole'][i] = (data['whole'][i] + change * near).clamp(0, 1)
    inside = near[0].nonzero()
    if len(inside) == 0:
        return []
    return [tuple(inside[random.randrange(len(inside))].tolist()) for _ in range(random.randint(1, 3))]
