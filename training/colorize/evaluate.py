"""Measures a colorizer on pictures that were never trained on; prints a table and writes it as JSON."""
import json
import math
import random
import time
from pathlib import Path

import torch
import torch.nn.functional as F

from ..common import pairs as layout
from ..common.colour_jitter import apply_colours, hue_rotation
from ..common.contact_sheet import contact_sheet
from ..common.metrics import colour_distance, delta_e, lab, leak_rate, ms_ssim, psnr
from ..common.pairs import Pairs
from ..common.pictures import load_zips, unit
from ..common.sketches import fixed_xdog
from ..common.warp import warp, warp_grid
from .baselines import mean_fill, palette_fill
from .export import load_network
from .groups import group_table
from .sources import HELD_OUT_CHARACTERS, HELD_OUT_SEED, identities

#: Reference pictures of the same-reference measure: thin-plate strength and mirroring.
BEND = 0.1
BATCH = 8


def evaluate(options):
    """All measures that the given sources allow, as rows {id, value, unit}."""
    torch.set_num_threads(options.threads)
    network, state = load_network(options.checkpoint)
    network.load_state_dict({k: v.half().float() for k, v in network.state_dict().items()})
    rows = [{'id': 'step', 'value': state['step'], 'unit': 'steps'}]
    run = Runner(network)
    with torch.no_grad():
        if options.faces256:
            rows += measure_faces(run, options)
        if options.pairs:
            rows += measure_renders(run, options)
    for row in rows:
        print(f"{row['id']:44} {row['value']:10.4g} {row['unit']}")
    if options.json:
        Path(options.json).write_text(json.dumps(rows, indent=1) + '\n')


class Runner:
    """The network on batches that are all of one size."""

    def __init__(self, network):
        self.network = network

    def __call__(self, sketch, style, strength=1.0, hints=None):
        """The colour layer (B, 3, H, W)."""
        if hints is None:
            hints = sketch.new_zeros(len(sketch), 4, *sketch.shape[2:])
        return self.network(sketch, hints, style, sketch.new_full((len(sketch),), strength))[0]


def same_reference(pictures, seed):
    """References made of the targets: bent and mirrored, by a fixed seed."""
    random.seed(seed)
    torch.manual_seed(seed)
    grid = warp_grid(len(pictures), *pictures.shape[2:], 'cpu', (1, 1), 0, 0, BEND, 1.0)
    return warp(pictures, grid)


def measure_faces(run, options):
    """Same-reference and cross-reference measures on the held-out characters of faces256, at 256 px."""
    who = identities(options.faces256)
    keep = lambda name: who.get(name) in HELD_OUT_CHARACTERS
    pictures, _ = load_zips(options.faces256, 256, keep)
    order = torch.randperm(len(pictures), generator=torch.Generator().manual_seed(1))
    pictures = pictures[order[: options.count]]
    methods = {
        'model': lambda sketch, style: run(sketch, style),
        'mean-fill': mean_fill,
        'palette-fill': palette_fill,
        'style-off': lambda sketch, style: run(sketch, style, 0.0),
    }
    for name, path in (('no-style', options.no_style), ('pix2pix', options.pix2pix)):
        if path:
            other = Runner(load_network(path)[0])
            methods[name] = lambda sketch, style, other=other: other(sketch, style, 0.0)
    scores = {name: [[], []] for name in methods}
    nearer = []
    for start in range(0, len(pictures), BATCH):
        x = unit(pictures[start : start + BATCH])
        sketch, style = fixed_xdog(x), same_reference(x, start)
        for name, method in methods.items():
            whole = method(sketch, style) * sketch
            scores[name][0] += psnr(whole, x).tolist()
            scores[name][1] += ms_ssim(whole, x).tolist()
        numbers = [(start + i) for i in range(len(x))]
        own = unit(pictures[[(n + 7) % len(pictures) for n in numbers]])
        other = unit(pictures[[(n + 13) % len(pictures) for n in numbers]])
        out = run(sketch, own)
        for i in range(len(x)):
            near, far = (colour_distance(out[i].flatten(1), s[i].flatten(1)) for s in (own, other))
            nearer.append(near < far)
    mean = lambda values: sum(values) / len(values)
    rows = []
    for name, (a, b) in scores.items():
        rows.append({'id': f'faces.same-reference.psnr.{name}', 'value': mean(a), 'unit': 'dB'})
        rows.append({'id': f'faces.same-reference.ms-ssim.{name}', 'value': mean(b), 'unit': ''})
    rows.append({'id': 'faces.cross-reference.nearer-own', 'value': 100 * mean(nearer), 'unit': '%'})
    return rows


def measure_renders(run, options):
    """Measures on held-out characters of our own engine, at the shards' size."""
    pairs = Pairs(options.pairs, options.pairs_size, lambda seed: seed >= HELD_OUT_SEED)
    table = group_table(pairs.classes)
    sums = {}

    def add(name, values, unit_name):
        got = sums.setdefault(name, [[], unit_name])
        got[0] += [float(v) for v in values if not math.isnan(float(v))]

    seconds, sheet = [], []
    count = min(options.count, len(pairs))
    batch = 4 if options.pairs_size > 256 else BATCH
    for start in range(0, count, batch):
        records = pairs.take(range(start, min(start + batch, count)))
        lines, colour = unit(records[:, :1]), unit(records[:, layout.COLOUR])
        whole, painted = colour * lines, records[:, layout.PAINTED : layout.PAINTED + 1] > 127
        groups = table[records[:, layout.PART].long()]
        style, style_groups = unit(records[:, layout.STYLE]), table[records[:, layout.STYLE_PART].long()]
        own = same_reference(whole, start)
        for name, sketch in (('xdog', fixed_xdog(whole)), ('line-art', lines)):
            begun = time.time()
            out = run(sketch, own)
            seconds.append((time.time() - begun) / len(out))
            add(f'renders.same-reference.psnr.{name}', psnr(out * sketch, whole), 'dB')
            add(f'renders.same-reference.ms-ssim.{name}', ms_ssim(out * sketch, whole), '')
            off = (lines > 0.9) & painted
            add(f'renders.same-reference.leaks.{name}', 100 * leak_rate(out, colour, off), '%')
            add(f'renders.structure.{name}', _chroma_correlation(out, colour, off), '')
        out = run(lines, style)
        add('renders.other-pose.delta-e', (delta_e(out, colour) * off).sum((1, 2, 3)) / off.sum((1, 2, 3)).clamp(min=1), 'ΔE')
        for degrees in (90, 180):
            matrix = hue_rotation(math.radians(degrees)).expand(len(style), 3, 3)
            turned = apply_colours(style, matrix, torch.zeros(len(style), 3, 1))
            follow = _followed(out, run(lines, turned), style, turned, groups, style_groups, off)
            add('renders.style-sensitivity', follow, '')
        hints, places = _random_hints(lines, painted, start)
        hinted = run(lines, style, 1.0, hints)
        for i, y, x in places:
            add('renders.hints.delta-e', delta_e(hinted[i : i + 1, :, y, x], hints[i : i + 1, :3, y, x]).flatten(), 'ΔE')
        if len(sheet) < 8:
            sheet += [list(row) for row in zip(lines.expand(-1, 3, -1, -1), style, out * lines, whole)]
    if options.sheet:
        contact_sheet(sheet[:8], options.sheet)
    rows = [{'id': k, 'value': sum(v) / len(v), 'unit': u} for k, (v, u) in sums.items() if v]
    return rows + [{'id': 'seconds-a-picture.torch', 'value': min(seconds), 'unit': 's'}]


def _chroma_correlation(out, truth, inside):
    """Pearson correlation of a* and b* over the pixels inside, a picture."""
    values = []
    for a, b, mask in zip(lab(out)[:, 1:], lab(truth)[:, 1:], inside[:, 0]):
        first, second = a[:, mask], b[:, mask]
        first, second = first - first.mean(1, keepdim=True), second - second.mean(1, keepdim=True)
        norm = first.norm() * second.norm()
        values.append(float((first * second).sum() / norm) if norm > 1 else float('nan'))
    return values


def _followed(before, after, style, turned, groups, style_groups, inside):
    """Share of the style's change of colour that the output's regions follow, a picture; paper excluded."""
    change, wanted = lab(after)[:, 1:] - lab(before)[:, 1:], lab(turned)[:, 1:] - lab(style)[:, 1:]
    values = []
    for i in range(len(before)):
        dot = square = 0.0
        for group in groups[i].unique().tolist():
            here = (groups[i] == group) & inside[i, 0]
            there = style_groups[i] == group
            if group == 0 or here.sum() < 30 or there.sum() < 30:
                continue
            got, want = change[i][:, here].mean(1), wanted[i][:, there].mean(1)
            dot += float(here.sum() * (got * want).sum())
            square += float(here.sum() * want.pow(2).sum())
        values.append(dot / square if square > 0 else float('nan'))
    return values


def _random_hints(lines, painted, seed, count=4):
    """Spots of strong random colours on drawn areas, and their middles (picture, y, x)."""
    generator = random.Random(seed)
    size = lines.shape[-1]
    hints, places = lines.new_zeros(len(lines), 4, size, size), []
    r = max(1, size // 128)
    for i in range(len(lines)):
        free = ((lines[i, 0] > 0.9) & painted[i, 0]).nonzero().tolist()
        for y, x in generator.sample(free, min(count, len(free))):
            colour = lines.new_tensor([generator.random() for _ in range(3)])
            box = (slice(max(0, y - r), y + r + 1), slice(max(0, x - r), x + r + 1))
            hints[i, :3, box[0], box[1]] = colour.view(3, 1, 1)
            hints[i, 3, box[0], box[1]] = 1
            places.append((i, y, x))
    # Of spots that touch, the last one is what the middle of both shows.
    return hints, places
