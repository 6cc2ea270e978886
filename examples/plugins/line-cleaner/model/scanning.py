"""What pencils, paper, lamps and cameras do to a drawing. Squares are float32, 1 white .. 0 black."""
import cv2
import numpy as np


def smooth_noise(rng, side, cell):
    """Values 0-1 that change over about `cell` pixels."""
    cells = max(2, int(np.ceil(side / cell)) + 1)
    grid = rng.random((cells, cells)).astype(np.float32)
    return np.clip(cv2.resize(grid, (side, side), interpolation=cv2.INTER_CUBIC), 0, 1)


def grain(rng, side):
    """The tooth of paper, about -1 to 1."""
    noise = rng.normal(0, 1, (side, side)).astype(np.float32)
    soft = cv2.GaussianBlur(noise, (0, 0), rng.uniform(0.5, 1.6))
    return soft / (soft.std() * 2 + 1e-6)


def paper(rng, side):
    """Bare paper under a lamp: its brightness, its tooth, a shadow, creases and specks."""
    sheet = np.full((side, side), rng.uniform(0.68, 1.0), np.float32)
    sheet *= 1 - rng.uniform(0, 0.35) * smooth_noise(rng, side, rng.uniform(60, 400))
    sheet += rng.uniform(0, 0.035) * grain(rng, side)
    if rng.random() < 0.15:
        ends = rng.uniform(0, side, (2, 2)).astype(int)
        crease = np.zeros((side, side), np.float32)
        cv2.line(crease, tuple(map(int, ends[0])), tuple(map(int, ends[1])), 1, 2)
        sheet += cv2.GaussianBlur(crease, (0, 0), 1.5) * rng.uniform(-0.2, 0.2)
    for _ in range(rng.integers(0, 12) if rng.random() < 0.5 else 0):
        at = tuple(int(v) for v in rng.uniform(0, side, 2))
        cv2.circle(sheet, at, int(rng.integers(0, 2)), float(sheet.mean() * rng.uniform(0.6, 0.9)), -1)
    return np.clip(sheet, 0, 1)


def scan(rng, drawing, below, behind):
    """
    The drawing as a scanner or a telephone sees it.
    below: strokes of an under-drawing, faint; behind: a drawing on the other side of the sheet
    """
    side = drawing.shape[0]
    ink = 1 - drawing
    if rng.random() < 0.5:  # a pencil: weaker here and there, and broken by the paper's tooth
        strength = rng.uniform(0.6, 0.95) - rng.uniform(0, 0.25) * smooth_noise(rng, side, rng.uniform(6, 60))
        strength -= rng.uniform(0, 0.3) * np.clip(grain(rng, side), 0, 1)
    else:
        strength = rng.uniform(0.75, 1) - rng.uniform(0, 0.1) * smooth_noise(rng, side, rng.uniform(10, 80))
    seen = paper(rng, side)
    if rng.random() < 0.1:  # drawn on a screen: it has to stay as it is
        return compressed(rng, drawing)
    if rng.random() < 0.5:
        faint = cv2.GaussianBlur(1 - below, (0, 0), rng.uniform(0.4, 1.2)) * rng.uniform(0.04, 0.24)
        seen = seen * (1 - faint * (0.6 + 0.4 * smooth_noise(rng, side, 30)))
    if rng.random() < 0.25:
        through = cv2.GaussianBlur(1 - behind[:, ::-1], (0, 0), rng.uniform(1.2, 3)) * rng.uniform(0.03, 0.16)
        seen = seen * (1 - through)
    if rng.random() < 0.2:  # smudged by the hand
        way = cv2.GaussianBlur(ink, (0, 0), rng.uniform(4, 12))
        seen = seen * (1 - way * rng.uniform(0.05, 0.25) * smooth_noise(rng, side, 50))
    seen = seen * (1 - np.clip(strength, 0.3, 1) * ink)
    if rng.random() < 0.8:
        seen = cv2.GaussianBlur(seen, (0, 0), rng.uniform(0.2, 1.1))
    seen = seen + rng.normal(0, rng.uniform(0, 0.03), seen.shape).astype(np.float32)
    # A scanner's black is grey.
    seen = np.clip(seen * rng.uniform(0.85, 1) + rng.uniform(0, 0.12), 0, 1)
    return compressed(rng, seen)


def compressed(rng, seen):
    """As uint8, mostly after a trip through JPEG."""
    levels = (seen * 255 + 0.5).astype(np.uint8)
    if rng.random() < 0.7:
        quality = [cv2.IMWRITE_JPEG_QUALITY, int(rng.uniform(25, 95))]
        levels = cv2.imdecode(cv2.imencode('.jpg', levels, quality)[1], cv2.IMREAD_GRAYSCALE)
    return levels


def pair(rng, renders, side, drawn):
    """(what is seen, what was drawn), uint8 squares. `drawn`: the module that draws strokes"""
    r = rng.random()
    drawing = renders.patch(rng, side) if r < 0.75 else drawn(rng, side)
    if 0.6 < r < 0.75:
        drawing = np.minimum(drawing, drawn(rng, side))
    below = drawn(rng, side, many=False) if rng.random() < 0.7 else np.roll(drawing, rng.integers(2, 7, 2), (0, 1))
    seen = scan(rng, drawing, below, renders.patch(rng, side))
    return seen, (np.clip(drawing, 0, 1) * 255 + 0.5).astype(np.uint8)
