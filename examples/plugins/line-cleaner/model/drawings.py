"""Clean line art to learn from, 1 paper .. 0 ink: rendered characters, and strokes drawn by chance."""
import json
from pathlib import Path

import cv2
import numpy as np

#: Strokes are drawn this many times larger and averaged down, so that their edges are smooth.
FINE = 4
#: The line art's place among the bytes of a pixel in the shards of `training/render`.
LINE, CHANNELS = 0, 10


class Renders:
    """The line art in the shards that `node training/render/render-pairs.ts` writes."""

    def __init__(self, folder):
        self.shards = []
        for side in sorted(Path(folder).glob('pairs-*.json')):
            about = json.loads(side.read_text())
            shape = (about['count'], about['size'], about['size'], CHANNELS)
            self.shards.append(np.memmap(side.with_suffix('.bin'), np.uint8, 'r', shape=shape))
        if not self.shards:
            raise SystemExit(f'{folder} has no shards: see models/MODEL_CARD.md for how to render them')

    def patch(self, rng, side):
        """A square of a random drawing, somewhat enlarged or shrunk, turned and mirrored."""
        shard = self.shards[rng.integers(len(self.shards))]
        lines = shard[rng.integers(len(shard)), :, :, LINE]
        scale = rng.uniform(0.5, 1.6)
        take = min(lines.shape[0], int(side / scale))
        y, x = rng.integers(0, lines.shape[0] - take + 1, 2)
        way = cv2.INTER_AREA if take > side else cv2.INTER_CUBIC
        patch = cv2.resize(lines[y:y + take, x:x + take], (side, side), interpolation=way)
        patch = np.rot90(patch.astype(np.float32) / 255, rng.integers(4))
        return np.clip(patch[:, ::-1] if rng.random() < 0.5 else patch, 0, 1)


def curve(rng, side):
    """Points of a smooth stroke across or within a square."""
    anchors = rng.uniform(-0.2, 1.2, (4, 2)) * side
    if rng.random() < 0.5:
        anchors = anchors[:1] + (anchors - anchors[:1]) * rng.uniform(0.1, 0.6)
    t = np.linspace(0, 1, 40)[:, None]
    a, b, c, d = anchors
    return (1 - t) ** 3 * a + 3 * (1 - t) ** 2 * t * b + 3 * (1 - t) * t ** 2 * c + t ** 3 * d


def stroke(canvas, rng, points, width, taper):
    """Draws points as a line that may run thin towards its ends. `width` in pixels of the fine canvas."""
    n = len(points)
    for i in range(n - 1):
        share = np.sin(np.pi * (i + 0.5) / n) if taper else 1
        thick = max(1, int(round(width * (0.25 + 0.75 * share))))
        a, b = (tuple(int(v) for v in p) for p in points[i:i + 2])
        cv2.line(canvas, a, b, 0, thick, cv2.LINE_8)


def hatching(canvas, rng, side):
    """Parallel lines in a part of the square."""
    angle, gap = rng.uniform(0, np.pi), rng.uniform(4, 12) * FINE
    along = np.array([np.cos(angle), np.sin(angle)])
    across = np.array([-along[1], along[0]])
    middle, reach = rng.uniform(0, side, 2), rng.uniform(0.1, 0.4) * side
    width = rng.uniform(1, 2.2) * FINE
    for k in np.arange(-reach, reach, gap):
        half = reach * rng.uniform(0.7, 1)
        ends = middle + across * k + along * np.array([[-half], [half]])
        stroke(canvas, rng, np.linspace(ends[0], ends[1], 12), width, rng.random() < 0.5)


def strokes(rng, side, many=True):
    """A square of lines, hatching, letters and solid black."""
    big = side * FINE
    canvas = np.full((big, big), 255, np.uint8)
    if many and rng.random() < 0.35:
        blob = (curve(rng, big)[::4]).astype(np.int32)
        cv2.fillPoly(canvas, [blob], 0)
    for _ in range(rng.integers(2, 14 if many else 6)):
        stroke(canvas, rng, curve(rng, big), rng.uniform(0.9, 6) * FINE, rng.random() < 0.6)
    if many and rng.random() < 0.4:
        hatching(canvas, rng, big)
    if many and rng.random() < 0.15:
        text = ''.join(chr(rng.integers(65, 91)) for _ in range(4))
        at = tuple(int(v) for v in rng.uniform(0, 0.7, 2) * big + [0, big * 0.2])
        cv2.putText(canvas, text, at, cv2.FONT_HERSHEY_TRIPLEX, rng.uniform(2, 5), 0, int(rng.integers(3, 9)))
    if many and rng.random() < 0.2:
        for _ in range(rng.integers(3, 25)):
            at = tuple(int(v) for v in rng.uniform(0, big, 2))
            cv2.circle(canvas, at, int(rng.uniform(1.2, 3) * FINE), 0, -1)
    return cv2.resize(canvas, (side, side), interpolation=cv2.INTER_AREA).astype(np.float32) / 255
